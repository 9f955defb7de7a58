//! The texts of one questionnaire of one release in one language, as far as they have come. Handed down to whoever says
//! something; nothing is said by anybody who was not given one.
//!
//! The source addresses words by key: a key is a constant, so one that does not exist does not compile, and the packing
//! refuses a key that a language lacks. In the program a key is a number, because keys would have to be fetched with it.
//! A number cannot be looked up in the words of another release: a file is taken only if it is the very one that was
//! packed when the numbers were given; see [`unpack`](crate::unpack).

use std::rc::Rc;

use serde_json::Value;

use crate::content::{CommonText, CriterionText, DimensionText, parse_common, parse_dimension};
use crate::{COMMON, Locale, MODEL, RELEASE, WORDS};

/// The texts of one questionnaire of one release in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalog {
    /// Id of the questionnaire.
    pub model: &'static str,
    /// The release that the texts are of.
    pub release: &'static str,
    /// The language.
    pub locale: Locale,
    /// The words that are fetched, by number, once they have come.
    words: Option<&'static [&'static str]>,
    common: Option<Rc<CommonText>>,
    // A list: there are fifteen.
    dimensions: Vec<(String, Rc<DimensionText>)>,
}

impl Catalog {
    /// A language with what the program carries of it.
    pub fn new(locale: Locale) -> Self {
        let carried = locale.0.carried;
        let words = (!carried.is_empty()).then_some(carried);
        Self { model: MODEL, release: RELEASE, locale, words, common: None, dimensions: Vec::new() }
    }

    /// Takes in what was unpacked of a file.
    ///
    /// # Errors
    /// What is wrong with it, for developers; the app says that a text did not come, and offers to try again.
    pub fn take(&mut self, id: &str, text: &str) -> Result<(), String> {
        match id {
            WORDS => self.words = Some(words(text)?),
            COMMON => self.common = Some(Rc::new(parse_common(text)?)),
            _ => self.dimensions.push((id.to_string(), Rc::new(parse_dimension(text)?))),
        }
        Ok(())
    }

    /// Whether the words that are fetched have come.
    pub fn worded(&self) -> bool {
        self.words.is_some()
    }

    /// The word with a number; empty for one that is still on its way.
    pub(crate) fn word(&self, at: u16) -> &'static str {
        let (at, frame) = (usize::from(at), self.locale.0.frame);
        let word = match at.checked_sub(frame.len()) {
            None => frame.get(at),
            Some(at) => self.words.and_then(|words| words.get(at)),
        };
        word.copied().unwrap_or_default()
    }

    /// The texts that belong to no dimension.
    pub fn common(&self) -> Option<&CommonText> {
        self.common.as_deref()
    }

    /// The texts of a dimension.
    pub fn dimension(&self, id: &str) -> Option<&DimensionText> {
        self.dimensions.iter().find(|(known, _)| known == id).map(|(_, text)| text.as_ref())
    }

    /// The texts of a criterion of a dimension.
    pub fn criterion(&self, dimension: &str, id: &str) -> Option<&CriterionText> {
        self.dimension(dimension)?.criteria.get(id)
    }
}

/// The words of a file by number. They come once for each language and then stay as long as the page does: so a word can
/// go into the page without being copied.
fn words(text: &str) -> Result<&'static [&'static str], String> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let Value::Array(items) = value else { return Err("no list".to_string()) };
    let mut words: Vec<&'static str> = Vec::with_capacity(items.len());
    for item in items {
        let Value::String(word) = item else { return Err("no text".to_string()) };
        words.push(word.leak());
    }
    Ok(words.leak())
}
