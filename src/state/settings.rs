//! Settings of this browser: what is stored of them, and what two tabs make of each other's changes.

use std::collections::BTreeMap;

use serde_json::Value;

use fuxiao_language::Locale;

/// Where the settings are stored.
pub const STORED_AT: &str = "fuxiao/settings";

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
pub type LastPages = BTreeMap<String, String>;

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
    pub last_pages: LastPages,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            locale: Locale::default(),
            theme: Theme::default(),
            keys: true,
            advance: false,
            single: false,
            last_pages: LastPages::new(),
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
        let mut last_pages = LastPages::new();
        for (id, hash) in value.get("places").and_then(Value::as_object).into_iter().flatten() {
            if let Some(hash) = hash.as_str() {
                last_pages.insert(id.clone(), hash.to_string());
            }
        }
        Self {
            locale: word("locale").and_then(Locale::from_tag).unwrap_or(preferred),
            theme: theme.unwrap_or_default(),
            keys: on("keys").unwrap_or(true),
            advance: on("advance").unwrap_or(false),
            single: on("single").unwrap_or(false),
            last_pages,
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
        let mut last_pages = stored.as_ref().and_then(Value::as_object).cloned().unwrap_or_default();
        for id in before.last_pages.keys().filter(|id| !self.last_pages.contains_key(*id)) {
            last_pages.remove(id);
        }
        for (id, hash) in
            self.last_pages.iter().filter(|(id, hash)| before.last_pages.get(*id) != Some(*hash))
        {
            last_pages.insert(id.clone(), hash.as_str().into());
        }
        if !last_pages.is_empty() {
            fields.insert("places".to_string(), Value::Object(last_pages));
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
