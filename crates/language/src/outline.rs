//! What is known of the questionnaire before any text is fetched: names of the dimensions, and how much there is to read.
//! Made by `build.rs` from `content/`.

use super::{DIMENSIONS, Locale};

/// One dimension, known from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Id.
    pub id: &'static str,
    /// Number of questions.
    pub questions: u32,
    pub(crate) at: usize,
}

/// Seconds to decide on an answer once everything is read. Our own allowance, named on the page.
pub const DECIDE: f64 = 10.0;

/// All dimensions of the model.
pub fn outline() -> &'static [Outline] {
    DIMENSIONS
}

/// The name of a dimension; its id where it is unknown.
pub fn dimension_name(id: &str, locale: Locale) -> &str {
    let at = DIMENSIONS.iter().position(|dimension| dimension.id == id);
    at.and_then(|at| locale.0.names.get(at)).map_or(id, |name| name)
}

/// Minutes to read and answer a dimension's questions, of which a share 0..=1 is still open.
pub fn minutes(dimension: &Outline, locale: Locale, open: f64) -> f64 {
    let reading = locale.0.reading.get(dimension.at).copied().unwrap_or_default();
    open * (f64::from(reading) / locale.0.per_minute + f64::from(dimension.questions) * DECIDE / 60.0)
}
