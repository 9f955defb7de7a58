//! Binds the texts to a release: reads `content/`, checks that every language says the same things, numbers the words of
//! the interface, and makes the files that the program fetches, with their hash in the name and the release inside.
//!
//! The program is built with the names, hashes and numbers from here, and `dist/` gets the files from here. So a number
//! can only ever be looked up in a file that was made in the same go: the program refuses every other. Knows the folder of
//! the content and no browser; whether a text is a good one is for tests to say.

mod language;
mod words;

use std::path::Path;

use fuxiao_core::ident::encoded;
use serde_json::Value;

pub use language::Entry;
pub use words::{Group, Words, placeholders};

/// The file with the languages, one entry for each.
const LANGUAGES: &str = "languages.json";
/// Words that the program carries, as a file of a language.
const FRAME: &str = "frame";
/// Words that are fetched, as a file of a language and as what the program asks for.
pub const WORDS: &str = "words";
/// The texts that belong to no dimension.
pub const COMMON: &str = "common";

/// Everything that is said, in all languages, bound to one release.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    /// The id of the questionnaire.
    pub model: String,
    /// What program and files must agree on: the questionnaire's release and the hash of all there is to fetch.
    pub release: String,
    /// Dimensions in the questionnaire's order: id, number of questions.
    pub dimensions: Vec<(String, usize)>,
    /// The keys of the words that the program carries; they have the first numbers.
    pub frame: Vec<Group>,
    /// The keys of the words that are fetched, numbered on from there.
    pub fetched: Vec<Group>,
    /// The languages in their order.
    pub languages: Vec<Language>,
}

/// What is said in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Language {
    /// What the language is called, and how it joins and ends sentences.
    pub entry: Entry,
    /// The words that the program carries, in the order of their numbers.
    pub frame: Vec<String>,
    /// The words that are fetched, in the order of their numbers.
    pub words: Vec<String>,
    /// For each dimension its name, and how much there is to read.
    pub dimensions: Vec<(String, usize)>,
    /// What is fetched: the words, the common texts, then one for each dimension.
    pub files: Vec<File>,
}

/// A file that is fetched.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// What the program calls it.
    pub id: String,
    /// The hash of its bytes.
    pub hash: u64,
    /// Its text.
    pub text: String,
}

impl File {
    /// Its name in the folder of its language.
    pub fn name(&self) -> String {
        format!("{}-{:016x}.json", encoded(&self.id), self.hash)
    }
}

/// Packs the content of a folder.
///
/// # Errors
/// What is missing, differs between languages or cannot be read, for those who write content.
pub fn pack(content: &Path) -> Result<Pack, String> {
    let model_text = read(&content.join("model.json"))?;
    let model = json(&model_text, "model.json")?;
    let dimensions = dimensions(&model)?;
    let languages = language::entries(&read(&content.join(LANGUAGES))?)?;
    let texts = |entry: &Entry, id: &str| {
        let name = format!("text/{}/{}.json", entry.tag, encoded(id));
        Ok::<_, String>((read(&content.join(&name))?, name))
    };
    let mut frame = Vec::new();
    let mut fetched = Vec::new();
    let mut bodies = Vec::new();
    for entry in &languages {
        for (id, all) in [(FRAME, &mut frame), (WORDS, &mut fetched)] {
            let (text, name) = texts(entry, id)?;
            all.push(Words::read(&json(&text, &name)?, &name)?);
        }
        let mut of = Vec::new();
        for id in [COMMON].into_iter().chain(dimensions.iter().map(|(id, _)| id.as_str())) {
            let (text, name) = texts(entry, id)?;
            of.push((id.to_string(), json(&text, &name)?, small(&text)));
        }
        bodies.push(of);
    }
    let keys = words::same(&frame)?;
    let fetched_keys = words::same(&fetched)?;
    let mut packed = Vec::new();
    let mut digest = hash(model_text.as_bytes(), SEED);
    for ((entry, (frame, words)), bodies) in
        languages.into_iter().zip(frame.into_iter().zip(fetched)).zip(bodies)
    {
        let words = words.texts();
        let mut files = vec![(WORDS.to_string(), Value::from(words.clone()).to_string())];
        let mut about = Vec::new();
        for (id, value, text) in bodies {
            if id != COMMON {
                about.push((value["name"].as_str().unwrap_or(&id).to_string(), entry.amount(&value)));
            }
            files.push((id, text));
        }
        for (id, text) in &files {
            digest = hash(format!("{}/{id}\n{text}\n", entry.tag).as_bytes(), digest);
        }
        packed.push((entry, frame.texts(), words, about, files));
    }
    let release = format!("{}-{digest:016x}", model["release"].as_str().ok_or("model.json has no release.")?);
    let languages = packed.into_iter().map(|(entry, frame, words, dimensions, files)| {
        let files = files.into_iter().map(|(id, text)| {
            let text = format!("{}{text}{END}", head(&release, &entry.tag, &id));
            File { hash: hash(text.as_bytes(), SEED), id, text }
        });
        let files = files.collect();
        Language { entry, frame, words, dimensions, files }
    });
    let languages = languages.collect();
    let model = model["id"].as_str().ok_or("model.json has no id.")?.to_string();
    Ok(Pack { model, languages, release, dimensions, frame: keys, fetched: fetched_keys })
}

/// What a packed file begins with.
fn head(release: &str, tag: &str, id: &str) -> String {
    format!("{{\"release\":\"{release}\",\"file\":\"{tag}/{id}\",\"text\":")
}

/// What a packed file ends with.
const END: &str = "}";

/// FNV-1a with 64 bits, begun with [`SEED`] or gone on with from another hash: short, stable, and there to tell one
/// content from another, not to withstand somebody who wants to deceive.
pub fn hash(bytes: &[u8], seed: u64) -> u64 {
    bytes.iter().fold(seed, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What a hash begins with.
pub const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn dimensions(model: &Value) -> Result<Vec<(String, usize)>, String> {
    let all = model["dimensions"].as_array().ok_or("model.json has no dimensions.")?;
    let one = |dimension: &Value| {
        let id = dimension["id"].as_str().ok_or("a dimension in model.json has no id.")?;
        if [FRAME, WORDS, COMMON].contains(&id) {
            return Err(format!("{id} in model.json has the name of another file."));
        }
        Ok((id.to_string(), dimension["criteria"].as_array().map_or(0, Vec::len)))
    };
    all.iter().map(one).collect()
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn json(text: &str, name: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| format!("{name}: {error}"))
}

/// JSON without the blank space between its parts; what stands in strings stays.
fn small(json: &str) -> String {
    let mut small = String::with_capacity(json.len());
    let (mut in_string, mut escaped) = (false, false);
    for c in json.chars() {
        if in_string || !c.is_ascii_whitespace() {
            small.push(c);
        }
        in_string = if c == '"' && !escaped { !in_string } else { in_string };
        escaped = in_string && c == '\\' && !escaped;
    }
    small
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_its_strings() {
        let json = "{ \"a b\" : [ 1,\n 2 ], \"c\": \"say \\\"hi there\\\" \\\\\", \"d\" : true }\n";
        assert_eq!(small(json), r#"{"a b":[1,2],"c":"say \"hi there\" \\","d":true}"#);
    }

    #[test]
    fn different_bytes_hash_differently() {
        assert_eq!(hash(b"a", SEED), 0xaf63_dc4c_8601_ec8c);
        assert_ne!(hash(b"ab", SEED), hash(b"ba", SEED));
    }
}
