//! Every key is said somewhere: what nobody says is taken out of the files, so that translators need not write it and
//! nobody fetches it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use fuxiao_pack::pack;

/// Names and signs of a source, without its comments.
fn tokens(source: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let part = |c: char| c.is_alphanumeric() || c == '_';
            let length = rest.find(|c| !part(c)).unwrap_or(rest.len()).max(first.len_utf8());
            found.push(&rest[..if part(first) { length } else { first.len_utf8() }]);
            rest = rest[found.last().unwrap().len()..].trim_start();
        }
    }
    found
}

/// What a source says of a group of words: `group::KEY`, by whatever name it uses the group.
fn said<'a>(tokens: &[&'a str], group: &str) -> BTreeSet<&'a str> {
    let mut names = BTreeSet::from([group]);
    names.extend(tokens.windows(3).filter(|three| three[..2] == [group, "as"]).map(|three| three[2]));
    let mut keys = BTreeSet::new();
    for (at, four) in tokens.windows(4).enumerate() {
        if !names.contains(four[0]) || four[1..3] != [":", ":"] {
            continue;
        }
        match four[3] {
            // A macro is given the key: every name of the source may be one.
            "$" => keys.extend(tokens),
            "{" => keys.extend(tokens[at + 4..].iter().take_while(|token| **token != "}")),
            key => drop(keys.insert(key)),
        }
    }
    keys
}

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            found.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn every_key_is_said_somewhere() {
    let mut all = Vec::new();
    let crates = std::fs::read_dir(common::root().join("crates")).unwrap();
    for folder in crates.map(|entry| entry.unwrap().path()).chain([common::root()]) {
        sources(&folder.join("src"), &mut all);
    }
    assert!(all.len() > 150);
    let all: Vec<(&str, Vec<&str>)> = all.iter().map(|(name, text)| (name.as_str(), tokens(text))).collect();
    let pack = pack(&common::root().join("content")).unwrap();
    let mut unsaid = Vec::new();
    for group in pack.frame.iter().chain(&pack.fetched) {
        let mut keys: BTreeSet<&str> = BTreeSet::new();
        for (name, tokens) in &all {
            keys.extend(said(tokens, &group.name));
            // Its own module calls the keys by their names alone.
            if *name == group.name {
                keys.extend(tokens);
            }
        }
        let left = group.keys.iter().filter(|(key, _)| !keys.contains(key.as_str()));
        unsaid.extend(left.map(|(key, _)| format!("{}.{key}", group.name)));
    }
    assert!(unsaid.is_empty(), "nobody says {}", unsaid.join(", "));
}

#[test]
fn keys_are_found_by_whatever_name_a_group_has() {
    let source =
        "use i18n::{words_plan as p, words};\n// p::NOT\nf(p::ONE.get(c), words::{TWO, THREE});\nx::FOUR;";
    let tokens = tokens(source);
    assert_eq!(said(&tokens, "words_plan"), BTreeSet::from(["ONE"]));
    assert!(said(&tokens, "words").is_superset(&BTreeSet::from(["TWO", "THREE"])));
    assert!(!said(&tokens, "words").contains("FOUR"));
}
