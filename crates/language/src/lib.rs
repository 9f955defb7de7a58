//! Both languages: words of the interface, texts of the questionnaire, numbers as people read them.
//!
//! Knows the flaws of the core by their names; no browser and no state. Where texts come from is the platform's
//! business.

pub mod content;
mod flaws;
mod later;
mod number;
mod outline;
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

pub use content::{
    CommonText, CriterionText, DimensionText, KpiText, StepText, ThemeText, parse_common, parse_dimension,
};
pub use flaws::flaw_text;
pub use later::{WORDS, words_came};
pub use number::{fixed, level_of, percent, signed, signed_percent, whole};
pub use outline::{Outline, dimension_name, minutes, outline, text_address};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Locale {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Locale {
    /// Both, equal in rank.
    pub const ALL: [Locale; 2] = [Locale::Zh, Locale::En];

    /// The language tag, as in `lang` attributes and folder names.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language of a tag such as `zh`, `zh-Hans-CN` or `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split('-').next()?;
        let is = |name: &str| language.eq_ignore_ascii_case(name);
        if is("zh") { Some(Self::Zh) } else { is("en").then_some(Self::En) }
    }

    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// Puts a label before what it introduces, with the colon of the language.
    pub fn colon(self, label: &str, text: &str) -> String {
        match self {
            Self::Zh => format!("{label}\u{ff1a}{text}"),
            Self::En => format!("{label}: {text}"),
        }
    }

    /// Joins two parts of a sentence.
    pub fn clauses(self, first: &str, second: &str) -> String {
        match self {
            Self::Zh => format!("{first}\u{ff0c}{second}"),
            Self::En => format!("{first}, {second}"),
        }
    }

    /// Ends a sentence that was put together.
    pub fn sentence(self, text: &str) -> String {
        match self {
            Self::Zh => format!("{text}。"),
            Self::En => format!("{text}."),
        }
    }

    /// Joins items of an enumeration.
    pub fn list(self, items: &[String]) -> String {
        items.join(match self {
            Self::Zh => "、",
            Self::En => ", ",
        })
    }
}

/// One thing said in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
    /// Its number among the words that are fetched.
    at: Option<u16>,
}

impl Text {
    /// A text that is part of the program.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en, at: None }
    }

    /// A text that is fetched; a program that runs natively carries it, too.
    pub(crate) const fn later(at: u16, zh: &'static str, en: &'static str) -> Self {
        Self { zh, en, at: Some(at) }
    }

    /// In one language; empty for a text that is still on its way.
    pub fn get(self, locale: Locale) -> &'static str {
        let carried = match locale {
            Locale::Zh => self.zh,
            Locale::En => self.en,
        };
        self.at.and_then(|at| later::word(locale, at)).unwrap_or(carried)
    }

    /// In one language, with `{name}` replaced by values.
    pub fn fill(self, locale: Locale, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.get(locale);
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
}

include!(concat!(env!("OUT_DIR"), "/groups.rs"));

/// Declares texts as constants, and `ALL` with their names for the checks.
macro_rules! texts {
    ($($name:ident = $zh:literal, $en:literal;)+) => {
        $(#[doc = $en] pub const $name: $crate::Text = $crate::Text::new($zh, $en);)+
        /// Every text of this file with its name.
        pub const ALL: &[(&str, $crate::Text)] = &[$((stringify!($name), $name)),+];
    };
}
pub(crate) use texts;
