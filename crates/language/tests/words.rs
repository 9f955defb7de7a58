//! Words of the interface: every language says the same things in its own way, and what is fetched is what was packed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::collections::BTreeSet;

use fuxiao_core::Flaw;
use fuxiao_language::{
    Catalog, FETCHED, FRAME, Locale, MODEL, Missed, RELEASE, Text, WORDS, fill, flaw_text, text_address,
    unpack,
};
use fuxiao_pack::{Pack, pack};

fn all() -> impl Iterator<Item = (&'static str, Text)> {
    FRAME.iter().chain(FETCHED).copied().flatten().copied()
}

fn packed() -> Pack {
    pack(&common::root().join("content")).unwrap()
}

fn han(text: &str) -> bool {
    text.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn each_language_is_written_in_its_own_signs() {
    let [zh, en] = [Locale::Zh, Locale::En].map(Catalog::new);
    for (name, text) in all() {
        let (zh, en) = (text.get(&zh), text.get(&en));
        assert!(!zh.is_empty() && !en.is_empty(), "{name}");
        assert!(!han(en), "{name}: {en}");
        let chinese_half = zh.chars().collect::<Vec<_>>().windows(2).any(|pair| {
            let half = |c: char| matches!(c, ',' | ';' | ':' | '?' | '!' | '(' | ')');
            han(&pair[0].to_string()) && half(pair[1]) || half(pair[0]) && han(&pair[1].to_string())
        });
        assert!(!chinese_half, "{name}: {zh}");
        // What stands between Han and figures is the style sheet's; a name or a code keeps its own space.
        let spaced = zh.chars().collect::<Vec<_>>().windows(3).any(|three| {
            let figure = |c: char| c.is_ascii_digit() || matches!(c, '%' | '‰');
            let beside = |one: char, other: char| han(&one.to_string()) && figure(other);
            three[1] == ' ' && (beside(three[0], three[2]) || beside(three[2], three[0]))
        });
        assert!(!spaced, "{name}: {zh}");
    }
}

#[test]
fn flaws_are_named_in_every_language() {
    for flaw in [Flaw::NotJson, Flaw::NewerVersion, Flaw::BadLogo, Flaw::TooManyKpis] {
        for locale in Locale::ALL {
            assert!(!flaw_text(flaw).get(&Catalog::new(locale)).is_empty());
        }
    }
}

/// The program was built with the names, hashes and numbers of the very files that are published.
#[test]
fn every_file_is_asked_for_by_its_name_and_taken_as_it_was_packed() {
    let pack = packed();
    assert_eq!((pack.release.as_str(), pack.model.as_str()), (RELEASE, MODEL));
    for (locale, language) in Locale::ALL.into_iter().zip(&pack.languages) {
        assert_eq!(locale.tag(), language.entry.tag);
        let mut catalog = Catalog::new(locale);
        for file in &language.files {
            let address = format!("content/text/{}/{}", locale.tag(), file.name());
            assert_eq!(text_address(locale, &file.id), address);
            let text = unpack(locale, &file.id, &file.text).unwrap();
            catalog.take(&file.id, text).unwrap();
        }
        // The words are those that a native program carries under the same keys.
        let carried = Catalog::new(locale);
        assert!(all().count() > 400);
        for (name, text) in all() {
            assert_eq!(text.get(&catalog), text.get(&carried), "{name}");
        }
        assert!(catalog.common().is_some() && catalog.criterion("D1", "D1.1").is_some());
        assert!(catalog.take(WORDS, "{}").is_err() && catalog.take(WORDS, "[1]").is_err());
    }
}

#[test]
fn what_is_not_the_file_that_was_packed_is_not_taken() {
    let pack = packed();
    let of =
        |locale: Locale| pack.languages.iter().find(|language| language.entry.tag == locale.tag()).unwrap();
    let (zh, en) = (of(Locale::Zh), of(Locale::En));
    let of = |id: &str| &en.files.iter().find(|file| file.id == id).unwrap().text;
    let words = of(WORDS);
    let unpacked = |text: &str| unpack(Locale::En, WORDS, text).map(str::len);
    assert!(unpacked(words).is_ok());
    // A word more, as another release would have it.
    let more = words.replacen("[\"", "[\"About\",\"", 1);
    assert_eq!(unpacked(&more.replace(RELEASE, "1.0.1-0123456789abcdef")), Err(Missed::Gone));
    // The same under the name of this one, cut short, another language's, another file, the host's own page.
    for text in [&more, &words[..words.len() - 9], &zh.files[0].text, of("D1"), "<!doctype html>", ""] {
        assert_eq!(unpacked(text), Err(Missed::Failed), "{}", &text[..text.len().min(60)]);
    }
    assert_eq!(unpack(Locale::En, "D99", words), Err(Missed::Failed));
}

#[test]
fn a_value_is_not_looked_through_for_names() {
    let values = [("title", "Plan {snapshots}"), ("snapshots", "3")];
    assert_eq!(fill("{title}: {snapshots} {", &values), "Plan {snapshots}: 3 {");
    assert_eq!(fill("“{title}”的 {snapshots} 个", &values), "“Plan {snapshots}”的 3 个");
    assert_eq!(fill("{title}: {snapshots} {", &[]), "{title}: {snapshots} {");
}

#[test]
fn tags_are_read_whatever_their_case() {
    for (tag, locale) in [
        ("ZH-cn", Some(Locale::Zh)),
        ("zh-Hans-SG", Some(Locale::Zh)),
        ("En", Some(Locale::En)),
        ("zhx", None),
        ("de-DE", None),
    ] {
        assert_eq!(Locale::from_tag(tag), locale, "{tag}");
    }
    // The button that changes the language comes round to each.
    let round =
        std::iter::successors(Some(Locale::En), |locale| Some(locale.other())).take(Locale::ALL.len());
    let tags: BTreeSet<&str> = round.map(Locale::tag).collect();
    assert_eq!(tags.len(), Locale::ALL.len());
}
