//! A language that nobody speaks, made from English: every letter has an accent, every text is longer and stands in
//! brackets. It is added to a copy of the content as any third language is, and packed like the others.

use std::path::{Path, PathBuf};

use fuxiao_language::{Language, Locale};
use fuxiao_pack::{Pack, pack};
use serde_json::{Value, json};

use super::root;

/// Its tag.
const TAG: &str = "en-XA";
const PLAIN: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ACCENTED: &str = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž";

/// Whether a letter can only come from this language.
pub fn is_accented(letter: char) -> bool {
    ACCENTED.contains(letter)
}

/// A text in this language; the names of what is filled in stay.
pub fn accented(text: &str) -> String {
    let mut inside = false;
    let letter = |c: char| {
        inside = if inside { c != '}' } else { c == '{' };
        let at = if inside { None } else { PLAIN.chars().position(|plain| plain == c) };
        at.and_then(|at| ACCENTED.chars().nth(at)).unwrap_or(c)
    };
    let changed: String = text.chars().map(letter).collect();
    format!("[!! {changed} {} !!]", "~".repeat(3 + text.chars().count() / 3))
}

fn accented_json(value: &mut Value) {
    match value {
        Value::String(text) => *text = accented(text),
        Value::Array(items) => items.iter_mut().for_each(accented_json),
        Value::Object(fields) => fields.values_mut().for_each(accented_json),
        _ => {}
    }
}

/// What makes a third language: its files, and one entry.
fn add(content: &Path) {
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    let made = content.join("text").join(TAG);
    std::fs::create_dir_all(&made).unwrap();
    for file in std::fs::read_dir(content.join("text/en")).unwrap().map(|entry| entry.unwrap().path()) {
        let mut value: Value = serde_json::from_str(&read(&file)).unwrap();
        accented_json(&mut value);
        std::fs::write(made.join(file.file_name().unwrap()), value.to_string()).unwrap();
    }
    let list = content.join("languages.json");
    let mut languages: Value = serde_json::from_str(&read(&list)).unwrap();
    languages.as_array_mut().unwrap().push(json!({
        "tag": TAG, "constant": "Xa", "name": accented("Pseudo"), "short": accented("Ps"),
        "colon": " :: ", "comma": " ,, ", "and": " ;; ", "stop": " ..", "space": "  ",
        "counts": "words", "per_minute": 200
    }));
    std::fs::write(list, languages.to_string()).unwrap();
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for path in std::fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()) {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, target).unwrap();
        }
    }
}

/// The content with the third language, packed.
pub fn packed(name: &str) -> Pack {
    let content: PathBuf = std::env::temp_dir().join(format!("fuxiao-{name}-{}", std::process::id()));
    for part in ["model.json", "languages.json"] {
        std::fs::create_dir_all(&content).unwrap();
        std::fs::copy(root().join("content").join(part), content.join(part)).unwrap();
    }
    copy(&root().join("content/text"), &content.join("text"));
    add(&content);
    let pack = pack(&content).unwrap();
    std::fs::remove_dir_all(&content).unwrap();
    pack
}

/// The language as the program would carry it, and its texts by their ids.
pub fn language(pack: Pack) -> (Locale, Vec<(String, String)>) {
    let ours = pack.languages.into_iter().find(|language| language.entry.tag == TAG).unwrap();
    let text = |text: String| -> &'static str { text.leak() };
    let list = |texts: Vec<String>| -> &'static [&'static str] {
        texts.into_iter().map(text).collect::<Vec<_>>().leak()
    };
    let entry = ours.entry;
    let (names, reading): (Vec<String>, Vec<usize>) = ours.dimensions.into_iter().unzip();
    let language = Language {
        tag: text(entry.tag),
        name: text(entry.name),
        short: text(entry.short),
        colon: text(entry.colon),
        comma: text(entry.comma),
        and: text(entry.and),
        stop: text(entry.stop),
        space: text(entry.space),
        per_minute: entry.per_minute as f64,
        frame: list(ours.frame),
        carried: &[],
        names: list(names),
        reading: reading.into_iter().map(|amount| amount as u32).collect::<Vec<_>>().leak(),
        hashes: ours.files.iter().map(|file| file.hash).collect::<Vec<_>>().leak(),
    };
    let body = |text: &str| serde_json::from_str::<Value>(text).unwrap()["text"].to_string();
    let texts = ours.files.iter().map(|file| (file.id.clone(), body(&file.text)));
    let texts = texts.collect();
    (Locale(Box::leak(Box::new(language))), texts)
}
