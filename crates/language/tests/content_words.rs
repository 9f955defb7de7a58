//! The wording of every text: length, figures in both languages, repetition, vague words, script.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::texts::{LOCALES, all, digits, dimension};

/// Longest texts: Chinese characters, English words.
const LIMITS: [(&str, usize, usize); 9] = [
    ("question", 45, 30),
    ("hint", 140, 80),
    ("source", 60, 35),
    ("evidence", 60, 35),
    ("level", 50, 32),
    ("action", 55, 36),
    ("first_step", 40, 28),
    ("proof", 45, 34),
    ("lens", 75, 45),
];

/// Words of degree and phrases of templates, which no level may hide behind.
const BANNED_ZH: [&str; 14] = [
    "基本上",
    "及时",
    "经常",
    "有时",
    "充分",
    "良好",
    "有效地",
    "较好",
    "适当",
    "完善",
    "机制",
    "提升",
    "赋能",
    "行业标准",
];
const BANNED_EN: [&str; 13] = [
    "mostly",
    "fairly",
    "properly",
    "regularly",
    "effectively",
    "mechanism",
    "often",
    "sometimes",
    "generally",
    "industry standard",
    "best practice",
    "CMMI",
    "world class",
];

#[test]
fn texts_keep_to_their_length() {
    for (locale, zh) in [("zh-CN", true), ("en", false)] {
        for (kind, place, text) in all(locale) {
            let (_, characters, words) = LIMITS.iter().find(|(name, ..)| *name == kind).unwrap();
            let (length, limit) = if zh {
                (text.chars().count(), *characters)
            } else {
                (text.split_whitespace().count(), *words)
            };
            assert!(length > 0 && length <= limit, "{locale} {place}: {length} of {limit}: {text}");
        }
    }
}

#[test]
fn figures_are_the_same_in_both_languages() {
    let english: BTreeMap<String, String> =
        all("en").into_iter().map(|(_, place, text)| (place, text)).collect();
    for (_, place, chinese) in all("zh-CN") {
        // The month in which something was checked is a word in English.
        let chinese = chinese.replace("2026年11月", "");
        let english = english[&place].replace("November 2026", "");
        assert_eq!(digits(&chinese), digits(&english), "{place}: {chinese} | {english}");
    }
}

#[test]
fn no_text_stands_twice() {
    for locale in LOCALES {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for (_, place, text) in all(locale) {
            if let Some(other) = seen.insert(text.clone(), place.clone()) {
                panic!("{locale}: {place} repeats {other}: {text}");
            }
        }
    }
}

/// Texts that have a run of words in common with one of another question. Fixed phrases, which must be the same
/// everywhere, and names are left out, and so are the sentences on the article. The bound is what stood when it was last
/// read through; it may fall, not rise.
#[test]
fn near_duplicates_are_counted_and_bounded() {
    for (locale, run, bound) in [("zh-CN", 12, 120), ("en", 8, 105)] {
        let texts: Vec<_> = all(locale).into_iter().filter(|(kind, ..)| *kind != "source").collect();
        let fixed = fixed(locale);
        let mut places: BTreeMap<Vec<String>, BTreeSet<usize>> = BTreeMap::new();
        for (i, (_, _, text)) in texts.iter().enumerate() {
            let mut text = bare(locale, text);
            for known in &fixed {
                text = text.replace(known.as_str(), " | ");
            }
            for part in text.split('|') {
                let units: Vec<String> = match locale {
                    "en" => part.split_whitespace().map(str::to_string).collect(),
                    _ => part.chars().filter(|c| *c != ' ').map(String::from).collect(),
                };
                for window in units.windows(run) {
                    places.entry(window.to_vec()).or_default().insert(i);
                }
            }
        }
        let question = |i: &usize| texts[*i].1.rsplit_once('.').map(|(of, _)| of.to_string());
        let other = |at: &&BTreeSet<usize>| at.iter().map(question).collect::<BTreeSet<_>>().len() > 1;
        let shared: BTreeSet<usize> = places.values().filter(other).flatten().copied().collect();
        println!("{locale}: {} of {} texts share a run of {run}", shared.len(), texts.len());
        assert!(shared.len() <= bound, "{locale}: {} texts share a run of {run}", shared.len());
    }
}

/// A text without its punctuation, in small letters.
fn bare(locale: &str, text: &str) -> String {
    match locale {
        "en" => {
            let word = |c: char| c.is_alphanumeric() || c == '\'' || c == '%';
            let text: String = text.to_lowercase().chars().map(|c| if word(c) { c } else { ' ' }).collect();
            format!(" {} ", text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        _ => text.chars().filter(|c| c.is_alphanumeric() || *c == '%').collect(),
    }
}

/// The fixed phrases and the names, longest first, so that none leaves the rest of a longer one behind.
fn fixed(locale: &str) -> Vec<String> {
    let phrases = common::json("content/phrases.json");
    let phrases = phrases.as_array().unwrap().iter().map(|phrase| phrase[locale].as_str().unwrap());
    let least = if locale == "en" { 8 } else { 4 };
    let mut found: Vec<String> = phrases
        .flat_map(|phrase| {
            phrase.split('…').flat_map(|part| part.split('／')).flat_map(|part| part.split(" / "))
        })
        .filter(|piece| piece.trim().chars().count() >= least)
        .map(|piece| bare(locale, piece))
        .collect();
    for d in &common::own_model().dimensions {
        found.extend(dimension(locale, &d.id).criteria.iter().map(|(_, c)| bare(locale, &c.name)));
    }
    found.sort_by_key(|name| std::cmp::Reverse(name.len()));
    found
}

#[test]
fn nothing_vague_and_nothing_claimed() {
    // The names of questions are the article's own, and are quoted as they stand.
    let dimensions = common::own_model().dimensions;
    let names: Vec<String> = dimensions
        .iter()
        .flat_map(|d| {
            dimension("zh-CN", &d.id).criteria.iter().map(|(_, c)| c.name.clone()).collect::<Vec<_>>()
        })
        .collect();
    for (_, place, text) in all("zh-CN") {
        let text = names.iter().fold(text, |text, name| text.replace(&format!("“{name}”"), ""));
        for word in BANNED_ZH {
            // 有时间, 有时限: another word begins there.
            let text = ["有时间", "有时限", "有时候", "有时效", "有时数"]
                .iter()
                .fold(text.clone(), |t, w| t.replace(w, ""));
            assert!(!text.contains(word), "{place}: {word}: {text}");
        }
    }
    for (_, place, text) in all("en") {
        let lower = ["most often", "more often", "less often", "how often"]
            .iter()
            .fold(text.to_lowercase(), |text, allowed| text.replace(allowed, ""));
        for word in BANNED_EN {
            let word = word.to_lowercase();
            let found = lower.match_indices(&word).any(|(at, _)| {
                let (before, after) = (&lower[..at], &lower[at + word.len()..]);
                !before.ends_with(char::is_alphabetic) && !after.starts_with(char::is_alphabetic)
            });
            assert!(!found, "{place}: {word}: {text}");
        }
    }
}

#[test]
fn each_language_keeps_its_script_and_its_punctuation() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (_, place, text) in all("en") {
        assert!(
            !text.contains(han) && !text.contains(['\u{201c}', '\u{201d}', '\u{3002}', '\u{ff0c}']),
            "{place}: {text}"
        );
    }
    for (_, place, text) in all("zh-CN") {
        let characters: Vec<char> = text.chars().collect();
        for pair in characters.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let half = |c: char| matches!(c, ',' | ';' | ':' | '?' | '!' | '(' | ')' | '"');
            assert!(!(han(a) && half(b) || half(a) && han(b)), "{place}: half-width {a}{b}: {text}");
        }
    }
}

#[test]
fn what_the_article_asks_is_said_without_naming_it_again() {
    for locale in LOCALES {
        for (kind, place, text) in all(locale) {
            assert!(
                kind != "source" || !text.contains("文章") && !text.contains("article"),
                "{locale} {place}: {text}"
            );
        }
    }
}
