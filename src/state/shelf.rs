//! What is kept in this browser: keys, settings, and the list of assessments.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::domain::{Answer, Model, Problem, score};
use crate::i18n::Locale;
use crate::storage::read_assessment;

use super::sample;

/// Where the settings are stored.
pub const SETTINGS: &str = "fuxiao/settings";
/// Where assessments are stored, followed by the id.
pub const OWN: &str = "fuxiao/a/";
/// Where the sample firm is stored, apart from one's own assessments.
pub const SAMPLE: &str = "fuxiao/sample/";

/// Where snapshots are stored, followed by the id of their assessment and their own.
pub const SNAPSHOTS: &str = "fuxiao/s/";

/// What the keys of an assessment's snapshots begin with.
pub fn snapshots_of(id: &str) -> String {
    format!("{SNAPSHOTS}{id}/")
}

/// The key under which a snapshot of an assessment is stored.
pub fn snapshot_key(of: &str, id: &str) -> String {
    format!("{SNAPSHOTS}{of}/{id}")
}

/// The key under which an assessment is stored.
pub fn key(id: &str) -> String {
    let folder = if id == sample::ID { SAMPLE } else { OWN };
    format!("{folder}{id}")
}

/// Look of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// The word in the settings.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Hashes by assessment id.
pub type Places = BTreeMap<String, String>;

/// Settings of this browser.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Language.
    pub locale: Locale,
    /// Look.
    pub theme: Theme,
    /// Keys that answer questions are on.
    pub keys: bool,
    /// After a level is chosen by its key, the next question follows by itself.
    pub advance: bool,
    /// Questions are answered one by one, not by sections.
    pub single: bool,
    /// Where each assessment was left, by its id.
    pub places: Places,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            locale: Locale::default(),
            theme: Theme::default(),
            keys: true,
            advance: false,
            single: false,
            places: Places::new(),
        }
    }
}

impl Settings {
    /// Reads stored settings; what cannot be read is as if it were not set.
    pub fn parse(text: Option<&str>, preferred: Locale) -> Self {
        let value: Value = text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        let word = |key: &str| value.get(key).and_then(Value::as_str);
        let on = |key: &str| value.get(key).and_then(Value::as_bool);
        let theme = Theme::ALL.into_iter().find(|theme| word("theme") == Some(theme.word()));
        let mut places = Places::new();
        for (id, hash) in value.get("places").and_then(Value::as_object).into_iter().flatten() {
            if let Some(hash) = hash.as_str() {
                places.insert(id.clone(), hash.to_string());
            }
        }
        Self {
            locale: word("locale").and_then(Locale::from_tag).unwrap_or(preferred),
            theme: theme.unwrap_or_default(),
            keys: on("keys").unwrap_or(true),
            advance: on("advance").unwrap_or(false),
            single: on("single").unwrap_or(false),
            places,
        }
    }

    /// The text to store.
    pub fn text(&self) -> String {
        json!({
            "locale": self.locale.tag(), "theme": self.theme.word(), "places": self.places,
            "keys": self.keys, "advance": self.advance, "single": self.single,
        })
        .to_string()
    }
}

/// One stored assessment, as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where it is stored.
    pub key: String,
    /// The text as it is stored, for download.
    pub raw: String,
    /// What is in it, or why that cannot be told.
    pub content: Result<Summary, Unread>,
}

/// What the list tells of a readable assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Id.
    pub id: String,
    /// Title or firm; empty when neither was given.
    pub title: String,
    /// Last change, as local date and time.
    pub modified: String,
    /// Answered applicable criteria.
    pub answered: usize,
    /// Applicable criteria.
    pub applicable: usize,
    /// Ids of the next open question's dimension and of the question itself.
    pub next: Option<(String, String)>,
}

/// What the list tells of one that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Title as far as it can be told.
    pub title: String,
    /// Written by a newer release.
    pub newer: bool,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

impl Entry {
    /// Looks at a stored text. `local` turns a stored time into what people read.
    pub fn of(key: String, raw: String, model: &Model, local: impl Fn(&str) -> String) -> Self {
        let content = match read_assessment(&raw, model) {
            Ok(stored) => {
                let overall = score(model, &stored.assessment).overall;
                let a = stored.assessment;
                let open = model.criteria().find(|(_, c)| *a.answer(&c.id) == Answer::Unanswered);
                let next = open
                    .and_then(|(at, c)| Some((model.dimensions.get(at.dimension)?.id.clone(), c.id.clone())));
                Ok(Summary {
                    title: [a.firm.name, a.title]
                        .into_iter()
                        .filter(|t| !t.is_empty())
                        .collect::<Vec<_>>()
                        .join(" · "),
                    modified: local(&a.modified),
                    answered: overall.answered,
                    applicable: overall.applicable,
                    next,
                    id: a.id,
                })
            }
            Err(refused) => {
                Err(Unread { newer: refused.newer(), title: refused.title, problems: refused.problems })
            }
        };
        Self { key, raw, content }
    }
}
