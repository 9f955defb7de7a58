//! Makes the outline of the questionnaire from `content/`: names, amounts of text, content hashes.
//! Whether the content is right is for the tests to say; this only refuses what it cannot read.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;

const LOCALES: [&str; 2] = ["zh-CN", "en"];

fn main() -> Result<(), String> {
    println!("cargo:rerun-if-changed=../../content");
    println!("cargo:rerun-if-changed=build.rs");
    let content = PathBuf::from(env("CARGO_MANIFEST_DIR")?).join("../../content");
    let model = json(&content.join("model.json"))?.1;
    let mut hashes = String::new();
    let mut outline = String::new();
    for locale in LOCALES {
        for name in ["common", "words"] {
            let (hash, _) = json(&content.join(format!("text/{locale}/{name}.json")))?;
            let _ = writeln!(hashes, "    (\"{locale}/{name}\", \"{hash:016x}\"),");
        }
    }
    for dimension in model["dimensions"].as_array().ok_or("content/model.json has no dimensions.")? {
        let id = dimension["id"].as_str().ok_or("a dimension in content/model.json has no id.")?;
        let mut names = Vec::new();
        let mut reading = Vec::new();
        for locale in LOCALES {
            let (hash, text) = json(&content.join(format!("text/{locale}/{id}.json")))?;
            let _ = writeln!(hashes, "    (\"{locale}/{id}\", \"{hash:016x}\"),");
            names.push(text["name"].as_str().unwrap_or(id).to_string());
            reading.push(amount(&text, locale));
        }
        let questions = dimension["criteria"].as_array().map_or(0, Vec::len);
        let _ = writeln!(
            outline,
            "    Outline {{ id: {id:?}, names: {names:?}, reading: {reading:?}, questions: {questions} }},"
        );
    }
    let code = format!(
        "const DIMENSIONS: &[Outline] = &[\n{outline}];\nconst HASHES: &[(&str, &str)] = &[\n{hashes}];\n"
    );
    write("outline.rs", &code)?;
    words(&content)
}

/// Constants for the words that are fetched, numbered in the order of their groups and names, as both
/// programs read them: the map of `serde_json` is sorted. A program for the browser carries the
/// numbers alone.
fn words(content: &Path) -> Result<(), String> {
    let [zh, en] = LOCALES.map(|locale| json(&content.join(format!("text/{locale}/words.json"))));
    let (zh, en) = (zh?.1, en?.1);
    let browser = env("CARGO_CFG_TARGET_ARCH")? == "wasm32";
    let mut at = 0_u16;
    let mut groups = String::new();
    for (group, words) in zh.as_object().ok_or("words.json is no object.")? {
        let (mut code, mut all) = (String::new(), String::new());
        for (name, zh) in words.as_object().ok_or("a group of words.json is no object.")? {
            let missing = || format!("{group}.{name} is not a text in both words.json.");
            let (zh, en) = (zh.as_str().ok_or_else(missing)?, en[group][name].as_str().ok_or_else(missing)?);
            let (carried_zh, carried_en) = if browser { ("", "") } else { (zh, en) };
            let _ = writeln!(
                code,
                "#[doc = {en:?}]\npub const {name}: crate::Text = crate::Text::later({at}, {carried_zh:?}, {carried_en:?});"
            );
            let _ = write!(all, "({name:?}, {name}), ");
            at += 1;
        }
        let _ = writeln!(
            code,
            "/// Every text of this file with its name.\npub const ALL: &[(&str, crate::Text)] = &[{all}];"
        );
        write(&format!("{group}.rs"), &code)?;
        let _ = write!(groups, "{group}::ALL, ");
    }
    let doc = "/// The words that are fetched, by group, for the checks.";
    write("groups.rs", &format!("{doc}\npub const FETCHED: &[&[(&str, Text)]] = &[{groups}];\n"))?;
    let count = |value: &Value| -> usize {
        value
            .as_object()
            .into_iter()
            .flatten()
            .map(|(_, group)| group.as_object().map_or(0, |g| g.len()))
            .sum()
    };
    if count(&zh) != count(&en) {
        return Err("words.json has other words in English than in Chinese.".to_string());
    }
    Ok(())
}

fn write(name: &str, text: &str) -> Result<(), String> {
    let target = Path::new(&env("OUT_DIR")?).join(name);
    std::fs::write(&target, text).map_err(|error| format!("{}: {error}", target.display()))
}

fn env(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|error| format!("{name}: {error}"))
}

/// A JSON file and the FNV-1a hash of its bytes.
fn json(path: &Path) -> Result<(u64, Value), String> {
    let wrong = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = std::fs::read_to_string(path).map_err(|error| wrong(&error))?;
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Ok((hash, serde_json::from_str(&text).map_err(|error| wrong(&error))?))
}

/// What somebody reads to answer: lens, questions, hints, levels. Chinese counted in characters, English in words.
fn amount(text: &Value, locale: &str) -> usize {
    let count = |text: &Value| {
        let text = text.as_str().unwrap_or_default();
        match locale {
            "en" => text.split_whitespace().count(),
            _ => text.chars().filter(|c| c.is_alphanumeric()).count(),
        }
    };
    let criteria = text["criteria"].as_object().into_iter().flatten();
    let each = criteria.map(|(_, criterion)| {
        let levels = criterion["levels"].as_array().into_iter().flatten();
        count(&criterion["name"])
            + count(&criterion["question"])
            + count(&criterion["hint"])
            + levels.map(count).sum::<usize>()
    });
    count(&text["lens"]) + each.sum::<usize>()
}
