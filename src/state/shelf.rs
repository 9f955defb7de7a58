//! What is kept in this browser: settings, and the list of assessments.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::i18n::Locale;

/// Where the settings are stored.
pub const SETTINGS: &str = "fuxiao/settings";
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

    /// The text to store: what is stored, with what changed here since `before`. What another tab changed stays.
    pub fn merged(&self, before: &Self, stored: Option<&str>) -> String {
        let mut root = stored.and_then(|text| serde_json::from_str::<Value>(text).ok());
        let mut fields = root.as_mut().and_then(Value::as_object_mut).map(std::mem::take).unwrap_or_default();
        let (was, now) = (before.fields(), self.fields());
        for (was, (key, now)) in was.into_iter().zip(now) {
            if was.1 != now {
                fields.insert(key.to_string(), now);
            }
        }
        let stored = fields.remove("places");
        let mut places = stored.as_ref().and_then(Value::as_object).cloned().unwrap_or_default();
        for id in before.places.keys().filter(|id| !self.places.contains_key(*id)) {
            places.remove(id);
        }
        for (id, hash) in self.places.iter().filter(|(id, hash)| before.places.get(*id) != Some(*hash)) {
            places.insert(id.clone(), hash.as_str().into());
        }
        if !places.is_empty() {
            fields.insert("places".to_string(), Value::Object(places));
        }
        Value::Object(fields).to_string()
    }

    fn fields(&self) -> [(&'static str, Value); 5] {
        [
            ("locale", self.locale.tag().into()),
            ("theme", self.theme.word().into()),
            ("keys", self.keys.into()),
            ("advance", self.advance.into()),
            ("single", self.single.into()),
        ]
    }
}

/// One stored assessment, as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: String,
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
}
