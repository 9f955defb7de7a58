//! The languages: those of `content/languages.json`, and whatever a test makes. Knows what the program carries of each,
//! and no text that is fetched.

/// What the program carries of a language.
#[derive(Debug)]
pub struct Language {
    /// The language tag, as in `lang` attributes and folder names.
    pub tag: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// Its own name on a small button.
    pub short: &'static str,
    /// Between a label and what it introduces.
    pub colon: &'static str,
    /// Between two parts of a sentence.
    pub comma: &'static str,
    /// Between the items of an enumeration.
    pub and: &'static str,
    /// At the end of a sentence.
    pub stop: &'static str,
    /// Between two words.
    pub space: &'static str,
    /// Words or characters, whichever are counted, that are read in a minute: International Reading Speed Texts,
    /// Trauzettel-Klosinski and Dietz 2012.
    pub per_minute: f64,
    /// The words of the frame, by number.
    pub frame: &'static [&'static str],
    /// The words that are fetched, where the program carries them, too: natively.
    pub carried: &'static [&'static str],
    /// Names of the dimensions.
    pub names: &'static [&'static str],
    /// What is read to answer each dimension.
    pub reading: &'static [u32],
    /// Hashes of the files, in the order of their ids.
    pub hashes: &'static [u64],
}

/// A language of the interface.
#[derive(Clone, Copy)]
pub struct Locale(pub &'static Language);

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Locale {}

impl std::fmt::Debug for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

impl Default for Locale {
    fn default() -> Self {
        let [first, ..] = Self::ALL;
        first
    }
}

impl Locale {
    /// The language tag, as in `lang` attributes and folder names.
    pub const fn tag(self) -> &'static str {
        self.0.tag
    }

    /// The language of a tag such as `zh`, `zh-Hans-CN` or `en-GB`: the one that is called so, else the first one that
    /// begins so.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = |tag: &'static str| tag.split('-').next().unwrap_or(tag);
        let language = tag.split('-').next()?;
        let exact = Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(tag));
        exact.or_else(|| {
            Self::ALL.into_iter().find(|locale| first(locale.tag()).eq_ignore_ascii_case(language))
        })
    }

    /// The next one, round and round: of two, the other.
    pub fn other(self) -> Self {
        let after = Self::ALL.into_iter().skip_while(|locale| *locale != self).nth(1);
        after.unwrap_or_default()
    }

    /// Puts a label before what it introduces, with the colon of the language.
    pub fn colon(self, label: &str, text: &str) -> String {
        [label, self.0.colon, text].concat()
    }

    /// Joins two parts of a sentence.
    pub fn clauses(self, first: &str, second: &str) -> String {
        [first, self.0.comma, second].concat()
    }

    /// Ends a sentence that was put together.
    pub fn sentence(self, text: &str) -> String {
        [text, self.0.stop].concat()
    }

    /// What stands between two sentences.
    pub const fn space(self) -> &'static str {
        self.0.space
    }

    /// Joins items of an enumeration.
    pub fn list(self, items: &[String]) -> String {
        items.join(self.0.and)
    }
}
