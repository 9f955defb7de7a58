//! The firm that an assessment is of, and what its reports bear of its own. Knows nothing of answers.

use std::sync::Arc;

use super::assessment::Size;

/// A service that a firm sells, by its word in stored documents. Which there are is for the format to say, and what
/// follows from one for the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Service(&'static str);

impl Service {
    /// The service of a word.
    pub const fn new(word: &'static str) -> Self {
        Self(word)
    }

    /// The word in stored documents.
    pub const fn word(self) -> &'static str {
        self.0
    }
}

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

/// What reports bear of the firm's own; what is empty is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brand {
    /// Name.
    pub name: String,
    /// Colour `#rrggbb`.
    pub accent: String,
    /// A picture as a data address. Shared, for every change that can be undone keeps a copy of the assessment.
    pub logo: Arc<str>,
}
