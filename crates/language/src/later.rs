//! Words of the interface that are fetched: all but those of the frame and the start page, so that what is fetched
//! first is small. They come once for each language and never change after that.

use std::sync::OnceLock;

use serde_json::Value;

use super::Locale;

/// The name of the words among the text files of a language.
pub const WORDS: &str = "words";

/// Words by language, sorted by group and name as the map of `serde_json` has them; `build.rs` numbered the constants
/// so.
static WORDS_OF: [OnceLock<Vec<String>>; 2] = [OnceLock::new(), OnceLock::new()];

/// The word with a number; `None` until it has come.
pub(super) fn word(locale: Locale, at: u16) -> Option<&'static str> {
    let words = WORDS_OF.get(locale as usize)?.get()?;
    words.get(usize::from(at)).map(String::as_str)
}

/// Takes the words of a language in.
///
/// # Errors
/// What is wrong with the file, for developers; the app says that a text did not come, and offers to try again.
pub fn words_came(locale: Locale, file: &str) -> Result<(), String> {
    let value: Value = serde_json::from_str(file).map_err(|error| error.to_string())?;
    let mut words = Vec::new();
    for group in value.as_object().ok_or("no object")?.values() {
        for word in group.as_object().ok_or("no group")?.values() {
            words.push(word.as_str().ok_or("no text")?.to_string());
        }
    }
    if let Some(known) = WORDS_OF.get(locale as usize) {
        // Fetched twice is the same twice.
        let _ = known.set(words);
    }
    Ok(())
}
