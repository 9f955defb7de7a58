//! What is known of the texts before any is fetched: names of the dimensions, how much there is to read,
//! and the addresses of the files. Made by `build.rs` from `content/`.

use super::Locale;

/// One dimension, known from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Id.
    pub id: &'static str,
    /// Names, in [`Locale::ALL`] order.
    pub names: [&'static str; 2],
    /// What is read to answer it: Chinese characters, English words.
    pub reading: [u32; 2],
    /// Number of questions.
    pub questions: u32,
}

include!(concat!(env!("OUT_DIR"), "/outline.rs"));

/// Characters (Chinese) or words (English) read in a minute: International Reading Speed Texts,
/// Trauzettel-Klosinski and Dietz 2012.
const PER_MINUTE: [f64; 2] = [255.0, 228.0];

/// Seconds to decide on an answer once everything is read. Our own allowance, named on the page.
pub const DECIDE: f64 = 10.0;

const fn index(locale: Locale) -> usize {
    match locale {
        Locale::Zh => 0,
        Locale::En => 1,
    }
}

/// All dimensions of the model.
pub fn outline() -> &'static [Outline] {
    DIMENSIONS
}

/// The name of a dimension; its id where it is unknown.
pub fn dimension_name(id: &str, locale: Locale) -> &str {
    DIMENSIONS
        .iter()
        .find(|dimension| dimension.id == id)
        .map_or(id, |dimension| dimension.names[index(locale)])
}

/// Minutes to read and answer a dimension's questions, of which a share 0..=1 is still open.
pub fn minutes(dimension: &Outline, locale: Locale, open: f64) -> f64 {
    let reading = f64::from(dimension.reading[index(locale)]) / PER_MINUTE[index(locale)];
    open * (reading + f64::from(dimension.questions) * DECIDE / 60.0)
}

/// The address of a text file relative to the page; the query changes with its content, so that it can be
/// cached for ever.
pub fn text_address(locale: Locale, id: &str) -> String {
    let key = format!("{}/{id}", locale.tag());
    let hash = HASHES.iter().find(|(name, _)| *name == key).map_or("", |(_, hash)| hash);
    format!("content/text/{key}.json?v={hash}")
}
