//! Words of the interface by group and key. Every language must have the same keys with the same placeholders; the order
//! of group and key gives each its number.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// The words of a file, in the order of their numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    name: String,
    groups: BTreeMap<String, BTreeMap<String, String>>,
}

/// Keys that belong together, in the order of their numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Each key with what it says in the last language, for those who read the program.
    pub keys: Vec<(String, String)>,
}

impl Words {
    /// Reads the words of a file; `name` is for complaints.
    ///
    /// # Errors
    /// What is no word.
    pub fn read(value: &Value, name: &str) -> Result<Self, String> {
        let mut groups = BTreeMap::new();
        for (group, words) in value.as_object().ok_or_else(|| format!("{name} is no object."))? {
            let mut of = BTreeMap::new();
            for (key, word) in words.as_object().ok_or_else(|| format!("{name}: {group} is no object."))? {
                let known = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
                let word = word.as_str().filter(|word| !word.is_empty() && key.chars().all(known));
                let word =
                    word.ok_or_else(|| format!("{name}: {group}.{key} is no text under a key in capitals."))?;
                of.insert(key.clone(), word.to_string());
            }
            groups.insert(group.clone(), of);
        }
        Ok(Self { name: name.to_string(), groups })
    }

    /// The texts in the order of their numbers.
    pub fn texts(self) -> Vec<String> {
        self.groups.into_values().flat_map(BTreeMap::into_values).collect()
    }

    fn entries(&self) -> impl Iterator<Item = (String, &String)> {
        self.groups
            .iter()
            .flat_map(|(group, words)| words.iter().map(move |(key, word)| (format!("{group}.{key}"), word)))
    }
}

/// The keys of the same file in all languages.
///
/// # Errors
/// A key that a language lacks or has alone, or whose placeholders differ.
pub fn same(languages: &[Words]) -> Result<Vec<Group>, String> {
    let Some((last, others)) = languages.split_last() else { return Ok(Vec::new()) };
    let known: BTreeMap<String, &String> = last.entries().collect();
    for other in others {
        let here: BTreeMap<String, &String> = other.entries().collect();
        let (name, last) = (&other.name, &last.name);
        if let Some(key) = known.keys().find(|key| !here.contains_key(*key)) {
            return Err(format!("{name} lacks {key}, which {last} has."));
        }
        for (key, word) in here {
            let same = known.get(&key).ok_or_else(|| format!("{last} lacks {key}, which {name} has."))?;
            if placeholders(word) != placeholders(same) {
                return Err(format!("{key} has other {{placeholders}} in {name} than in {last}."));
            }
        }
    }
    let group = |(name, words): (&String, &BTreeMap<String, String>)| Group {
        name: name.clone(),
        keys: words.iter().map(|(key, word)| (key.clone(), word.clone())).collect(),
    };
    Ok(last.groups.iter().map(group).collect())
}

/// The names of the places in a text that values are filled into.
pub fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // A test that fails should say so.

    use super::*;

    fn words(name: &str, text: &str) -> Words {
        Words::read(&serde_json::from_str(text).unwrap(), name).unwrap()
    }

    #[test]
    fn what_one_language_lacks_or_says_with_other_values_is_refused() {
        let here = words("zh", r#"{"a": {"X": "甲 {n}", "Y": "乙"}}"#);
        assert_eq!(
            same(&[here.clone(), words("en", r#"{"a": {"Y": "b", "X": "{n} a"}}"#)]).unwrap()[0].keys.len(),
            2
        );
        for (other, said) in [
            (r#"{"a": {"X": "{n} a"}}"#, "en lacks a.Y, which zh has."),
            (r#"{"a": {"X": "{n} a", "Y": "b"}, "b": {"Z": "c"}}"#, "zh lacks b.Z, which en has."),
            (r#"{"a": {"X": "{m} a", "Y": "b"}}"#, "a.X has other {placeholders} in zh than in en."),
        ] {
            assert_eq!(same(&[here.clone(), words("en", other)]).unwrap_err(), said);
        }
    }

    #[test]
    fn what_is_no_word_is_refused() {
        for text in ["[]", r#"{"a": 1}"#, r#"{"a": {"X": ""}}"#, r#"{"a": {"x": "b"}}"#, r#"{"a": {"X": 1}}"#]
        {
            assert!(Words::read(&serde_json::from_str(text).unwrap(), "en").is_err(), "{text}");
        }
    }
}
