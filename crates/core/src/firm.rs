//! The firm that an assessment is of, and how its reports are dressed. Knows nothing of answers.

use std::sync::Arc;

use super::assessment::{Service, Size};

/// The firm's profile; everything in it may be left open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Firm {
    /// Name.
    pub name: String,
    /// Services it sells; empty means not said.
    pub services: Vec<Service>,
    /// Head count.
    pub size: Option<Size>,
    /// Anything else.
    pub note: String,
}

/// How reports are dressed; what is empty is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brand {
    /// Name.
    pub name: String,
    /// Colour `#rrggbb`.
    pub accent: String,
    /// A picture as a data address. Shared, for every change that can be undone keeps a copy of the assessment.
    pub logo: Arc<str>,
}
