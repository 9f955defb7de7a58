//! Words of the interface: both languages say the same things with the same placeholders.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::collections::BTreeSet;

use fuxiao_core::Flaw;
use fuxiao_language::{FETCHED, Locale, Text, flaw_text, source, words, words_came};

fn all() -> impl Iterator<Item = (&'static str, Text)> {
    FETCHED.iter().chain(&[words::ALL, source::ALL]).copied().flatten().copied()
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
}

fn han(text: &str) -> bool {
    text.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn both_languages_have_every_word_with_the_same_placeholders() {
    for (name, text) in all() {
        assert!(!text.zh.is_empty() && !text.en.is_empty(), "{name}");
        assert_eq!(placeholders(text.zh), placeholders(text.en), "{name}");
        assert!(!han(text.en), "{name}: {}", text.en);
        let chinese_half = text.zh.chars().collect::<Vec<_>>().windows(2).any(|pair| {
            let half = |c: char| matches!(c, ',' | ';' | ':' | '?' | '!' | '(' | ')');
            han(&pair[0].to_string()) && half(pair[1]) || half(pair[0]) && han(&pair[1].to_string())
        });
        assert!(!chinese_half, "{name}: {}", text.zh);
    }
}

#[test]
fn flaws_are_named_in_both_languages() {
    for flaw in [Flaw::NotJson, Flaw::NewerVersion, Flaw::BadLogo, Flaw::GateKpiNotHigher] {
        assert!(!flaw_text(flaw, Locale::Zh).is_empty() && !han(flaw_text(flaw, Locale::En)));
    }
}

#[test]
fn fetched_words_are_numbered_as_the_file_has_them() {
    let count: usize = FETCHED.iter().map(|group| group.len()).sum();
    assert!(count > 250);
    for locale in Locale::ALL {
        let words = |text: Text| match locale {
            Locale::Zh => text.zh,
            Locale::En => text.en,
        };
        let file = common::text(&format!("content/text/{}/words.json", locale.tag()));
        words_came(locale, &file).unwrap();
        for (name, text) in FETCHED.iter().copied().flatten() {
            assert_eq!(text.get(locale), words(*text), "{name}");
        }
        assert!(words_came(locale, "[]").is_err() && words_came(locale, "{\"a\": 1}").is_err());
    }
}

#[test]
fn a_value_is_not_looked_through_for_names() {
    let text = Text::new("“{title}”的 {snapshots} 个", "{title}: {snapshots} {");
    let values = [("title", "Plan {snapshots}"), ("snapshots", "3")];
    assert_eq!(text.fill(Locale::En, &values), "Plan {snapshots}: 3 {");
    assert_eq!(text.fill(Locale::Zh, &values), "“Plan {snapshots}”的 3 个");
    assert_eq!(text.fill(Locale::En, &[]), "{title}: {snapshots} {");
}

#[test]
fn tags_are_read_whatever_their_case() {
    for (tag, locale) in
        [("ZH-cn", Some(Locale::Zh)), ("En", Some(Locale::En)), ("zhx", None), ("de-DE", None)]
    {
        assert_eq!(Locale::from_tag(tag), locale, "{tag}");
    }
}
