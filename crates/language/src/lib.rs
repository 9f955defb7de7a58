//! The languages: words of the interface, texts of the questionnaire, numbers as people read them.
//!
//! Knows the flaws of the core by their names; no browser and no state. Where texts come from is the platform's
//! business; which languages there are, and all that is said in them, is in `content/`.

mod catalog;
pub mod content;
mod flaws;
mod locale;
mod number;
mod outline;
mod packed;
pub mod source;
pub mod words;
pub mod words_answering;
pub mod words_board;
pub mod words_chart;
pub mod words_check;
pub mod words_conflict;
pub mod words_explain;
pub mod words_export;
pub mod words_history;
pub mod words_pages;
pub mod words_plan;
pub mod words_print;
pub mod words_report;
pub mod words_targets;
pub mod words_whatif;
pub mod words_why;
pub mod words_workbook;

pub use catalog::Catalog;
pub use content::{
    CommonText, CriterionText, DimensionText, KpiText, StepText, ThemeText, parse_common, parse_dimension,
};
pub use flaws::flaw_text;
pub use locale::{Language, Locale};
pub use number::{fixed, level_of, percent, signed, signed_percent, whole};
pub use outline::{Outline, dimension_name, minutes, outline};
pub use packed::{COMMON, Missed, WORDS, text_address, unpack};

/// One thing that can be said, by the number of its key; each language has its own words for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(u16);

impl Text {
    /// In the words of a catalog; empty for a text that is still on its way.
    pub fn get(self, catalog: &Catalog) -> &'static str {
        catalog.word(self.0)
    }

    /// In the words of a catalog, with `{name}` replaced by values.
    pub fn fill(self, catalog: &Catalog, values: &[(&str, &str)]) -> String {
        fill(self.get(catalog), values)
    }
}

/// A text with `{name}` replaced by values.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    // What a value says is not looked through for names again.
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let named = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, after))
        });
        let (value, after) = named.unwrap_or(("{", after));
        filled.push_str(value);
        rest = after;
    }
    filled + rest
}

include!(concat!(env!("OUT_DIR"), "/languages.rs"));
include!(concat!(env!("OUT_DIR"), "/groups.rs"));
