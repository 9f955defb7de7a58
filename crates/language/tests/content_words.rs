//! The wording of every text: length, figures in both languages, repetition, vague words, script.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::texts::{LOCALES, all, digits, dimension};

/// Longest texts: Chinese characters, English words.
const LIMITS: [(&str, usize, usize); 9] = [
    ("question", 45, 28),
    ("hint", 70, 45),
    ("source", 60, 35),
    ("evidence", 60, 35),
    ("level", 44, 29),
    ("action", 45, 28),
    ("first_step", 40, 25),
    ("proof", 40, 25),
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
const BANNED_EN: [&str; 14] = [
    "mostly",
    "fairly",
    "properly",
    "regularly",
    "effectively",
    "customer",
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
        assert_eq!(digits(&chinese), digits(&english[&place]), "{place}: {chinese} | {}", english[&place]);
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

/// Share of texts that have a run of words in common with another text. Some is the language's: "over the last
/// three months". Names of siblings, which must be the same everywhere, are left out. The bound is what stood when it was last read through; it may fall, not rise.
#[test]
fn near_duplicates_are_counted_and_bounded() {
    for (locale, run, bound) in [("zh-CN", 10, 0.002), ("en", 6, 0.005)] {
        let texts = all(locale);
        let mut names: Vec<String> = Vec::new();
        for d in &common::own_model().dimensions {
            let text = dimension(locale, &d.id);
            names.push(text.name.to_lowercase());
            names.extend(text.criteria.iter().map(|(_, c)| c.name.to_lowercase()));
        }
        // Longest first, so that no name leaves the rest of a longer one behind.
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        let mut places: BTreeMap<Vec<String>, BTreeSet<usize>> = BTreeMap::new();
        for (i, (_, _, text)) in texts.iter().enumerate() {
            let text = names.iter().fold(text.to_lowercase(), |text, name| text.replace(name.as_str(), "|"));
            let units: Vec<String> = match locale {
                "en" => text
                    .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '%')
                    .filter(|w| !w.is_empty())
                    .map(str::to_string)
                    .collect(),
                _ => text.chars().filter(|c| c.is_alphanumeric() || *c == '%').map(String::from).collect(),
            };
            for window in units.windows(run) {
                places.entry(window.to_vec()).or_default().insert(i);
            }
        }
        let shared: BTreeSet<usize> = places.values().filter(|at| at.len() > 1).flatten().copied().collect();
        let share = shared.len() as f64 / texts.len() as f64;
        println!("{locale}: {} of {} texts share a run of {run}", shared.len(), texts.len());
        assert!(share <= bound, "{locale}: {} of {} texts share a run of {run}", shared.len(), texts.len());
    }
}

#[test]
fn nothing_vague_and_nothing_claimed() {
    for (_, place, text) in all("zh-CN") {
        for word in BANNED_ZH {
            assert!(!text.contains(word), "{place}: {word}: {text}");
        }
    }
    for (_, place, text) in all("en") {
        let lower = text.to_lowercase();
        for word in BANNED_EN {
            let word = word.to_lowercase();
            let found =
                lower.match_indices(&word).any(|(at, _)| !lower[..at].ends_with(|c: char| c.is_alphabetic()));
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
