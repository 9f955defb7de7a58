//! Languages by their entries in `content/languages.json`: what each is called, how it joins and ends sentences, how fast
//! it is read. Knows no text of any.

use serde_json::Value;

/// One language.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The language tag, as in `lang` attributes and folder names.
    pub tag: String,
    /// What the program's source calls it.
    pub constant: String,
    /// Its own name.
    pub name: String,
    /// Its own name on a small button.
    pub short: String,
    /// Between a label and what it introduces.
    pub colon: String,
    /// Between two parts of a sentence.
    pub comma: String,
    /// Between the items of an enumeration.
    pub and: String,
    /// At the end of a sentence.
    pub stop: String,
    /// Between two words.
    pub space: String,
    /// Whether reading is counted in words, not in characters.
    pub by_word: bool,
    /// How many of these are read in a minute.
    pub per_minute: u64,
}

impl Entry {
    /// What somebody reads to answer: lens, questions, hints, levels.
    pub fn amount(&self, dimension: &Value) -> usize {
        let count = |text: &Value| {
            let text = text.as_str().unwrap_or_default();
            match self.by_word {
                true => text.split_whitespace().count(),
                false => text.chars().filter(|c| c.is_alphanumeric()).count(),
            }
        };
        let criteria = dimension["criteria"].as_object().into_iter().flatten();
        let each = criteria.map(|(_, criterion)| {
            let levels = criterion["levels"].as_array().into_iter().flatten();
            let head = ["name", "question", "hint"].map(|part| count(&criterion[part]));
            head.iter().sum::<usize>() + levels.map(count).sum::<usize>()
        });
        count(&dimension["lens"]) + each.sum::<usize>()
    }
}

/// The languages of the file, in its order.
pub fn entries(file: &str) -> Result<Vec<Entry>, String> {
    let value: Value = serde_json::from_str(file).map_err(|error| format!("languages.json: {error}"))?;
    let all = value.as_array().filter(|all| !all.is_empty()).ok_or("languages.json names no language.")?;
    all.iter().map(entry).collect()
}

fn entry(value: &Value) -> Result<Entry, String> {
    let of = value["tag"].as_str().unwrap_or("a language");
    let text = |key: &str| {
        let text = value[key].as_str().ok_or_else(|| format!("languages.json: {of} has no {key}."))?;
        Ok::<_, String>(text.to_string())
    };
    let counts = text("counts")?;
    if !matches!(counts.as_str(), "words" | "characters") {
        return Err(format!("languages.json: {of} counts words or characters, not {counts}."));
    }
    Ok(Entry {
        tag: text("tag")?,
        constant: text("constant")?,
        name: text("name")?,
        short: text("short")?,
        colon: text("colon")?,
        comma: text("comma")?,
        and: text("and")?,
        stop: text("stop")?,
        space: text("space")?,
        by_word: counts == "words",
        per_minute: value["per_minute"].as_u64().filter(|number| *number > 0).ok_or_else(|| {
            format!("languages.json: {of} has no per_minute, the words or characters read in a minute.")
        })?,
    })
}
