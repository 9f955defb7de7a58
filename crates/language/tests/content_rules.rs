//! The rules that a question of the second edition is written by: figures, windows, fixed sentences, the words of the
//! glossary, days and spaces. What is refused stands here as a pattern, so that a writer can look it up.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::collections::BTreeMap;

use common::texts::{LOCALES, all, dimension};
use common::{json, own_model};
use fancy_regex::Regex;
use fuxiao_core::kpi::Window;
use fuxiao_core::{Criterion, Model};
use fuxiao_language::CriterionText;

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"))
}

fn hit(pattern: &Regex, text: &str) -> bool {
    pattern.is_match(text).unwrap()
}

/// Every criterion with its texts in a language.
fn each(locale: &str, see: impl Fn(&Model, &Criterion, &CriterionText)) {
    let model = own_model();
    for d in &model.dimensions {
        let text = dimension(locale, &d.id);
        for criterion in &d.criteria {
            see(&model, criterion, text.criteria.get(&criterion.id).unwrap());
        }
    }
}

/// The words of a language: Chinese first.
fn of<T>(locale: &str, zh: T, en: T) -> T {
    if locale == "en" { en } else { zh }
}

#[test]
fn a_level_has_no_figure_below_three_and_none_without_at_least_or_at_most_above() {
    let figure = regex(r"(?<![A-Za-z0-9.])\d+(?:\.\d+)?");
    for locale in LOCALES {
        let numeral = regex(of(
            locale,
            "[二三四五六七八九十百两][十百]?(小时|天|日内|分钟|成|个工作日|%)",
            r"(?i)\b(two|three|four|five|six|seven|eight|nine|ten|twenty|thirty) (hours?|working days?|days|minutes|per ?cent)\b",
        ));
        let before = regex(of(
            locale,
            "(至少|至多)[^，。；0-9]{0,3}$",
            r"(?i)\b(at least|at most|within)\s+(?:RMB\s*)?$",
        ));
        let after = regex("^\\s*(日|天|小时|分钟|秒|个工作日|个月)内");
        each(locale, |_, criterion, text| {
            for (n, level) in (1..).zip(&text.levels) {
                let place = format!("{locale} {} level {n}: {level}", criterion.id);
                if n <= 2 {
                    assert!(!hit(&figure, level) && !hit(&numeral, level), "a figure: {place}");
                    continue;
                }
                for found in figure.find_iter(level).map(Result::unwrap) {
                    let (head, tail) = (&level[..found.start()], &level[found.end()..]);
                    let bound = hit(&before, head) || (locale != "en" && hit(&after, tail));
                    assert!(bound, "{} without at least or at most: {place}", found.as_str());
                }
            }
        });
    }
}

#[test]
fn no_level_says_a_bound_of_its_kpi_and_the_fourth_has_a_target_of_the_firms_own() {
    let figure = regex(r"(?<![A-Za-z0-9.])\d+(?:\.\d+)?");
    for locale in LOCALES {
        let own = regex(of(locale, "自己定的.{0,4}(目标|上限|时限)", r"\byour own\b"));
        each(locale, |model, criterion, text| {
            let kpis = criterion.kpis.iter().chain(&criterion.see).filter_map(|kpi| model.kpis.get(*kpi));
            let bounds: Vec<f64> = kpis.flat_map(|kpi| kpi.bounds.clone().unwrap_or_default()).collect();
            for level in &text.levels {
                for found in figure.find_iter(level).map(Result::unwrap) {
                    let value: f64 = found.as_str().parse().unwrap();
                    assert!(!bounds.contains(&value), "{locale} {}: {value}: {level}", criterion.id);
                }
            }
            assert!(hit(&own, &text.levels[3]), "{locale} {}: {}", criterion.id, text.levels[3]);
        });
    }
}

#[test]
fn question_hint_and_highest_level_agree_with_the_window() {
    let windows = |locale: &str| {
        [
            of(locale, "过去三个月", "past three months"),
            of(locale, "最近两个季度", "last two quarters"),
            of(locale, "过去十二个月", "past twelve months"),
            of(locale, "最近两轮", "last two rounds"),
        ]
    };
    for locale in LOCALES {
        let [months, quarters, year, rounds] = windows(locale);
        let every = regex(of(locale, "每一", r"\beach\b|\bevery\b"));
        let few = regex(of(locale, "不到三.的，看最近三", "fewer than three"));
        let once = of(locale, "只做过一轮的", "one round only");
        let [two_quarters, two_rounds] = of(
            locale,
            ["效果已保持两个季度", "效果已保持两轮"],
            ["the gain has held for two quarters", "the gain has held for two rounds"],
        );
        each(locale, |_, criterion, text| {
            let place = format!("{locale} {}", criterion.id);
            let window = criterion.window.unwrap_or_else(|| panic!("{place} has no window"));
            let (own, held) = match window {
                Window::ThreeMonths | Window::Cases => (months, two_quarters),
                Window::TwoQuarters => (quarters, two_quarters),
                Window::TwelveMonths => (year, two_quarters),
                Window::TwoRounds => (rounds, two_rounds),
            };
            assert!(text.question.contains(own), "{place}: {}", text.question);
            for level in &text.levels {
                let other = windows(locale).into_iter().find(|other| *other != own && level.contains(other));
                assert_eq!(other, None, "{place}: {level}");
            }
            assert!(text.levels[4].contains(held), "{place}: {}", text.levels[4]);
            if window == Window::Cases {
                assert!(hit(&every, &text.question) && hit(&few, &text.hint), "{place}: {}", text.hint);
            }
            assert!(window != Window::TwoRounds || text.hint.contains(once), "{place}: {}", text.hint);
        });
    }
}

#[test]
fn words_of_the_glossary_are_kept() {
    for locale in LOCALES {
        let mut never: Vec<(Regex, String)> = Vec::new();
        for entry in json("content/glossary.json").as_array().unwrap() {
            for pattern in entry["never"][locale].as_array().into_iter().flatten() {
                let pattern = pattern.as_str().unwrap();
                let small = !pattern.starts_with(char::is_uppercase);
                let flags = if locale == "en" && small { "(?i)\\b" } else { of(locale, "", "\\b") };
                never.push((
                    regex(&format!("{flags}(?:{pattern})")),
                    entry[locale].as_str().unwrap().to_string(),
                ));
            }
        }
        assert!(never.len() > 10);
        for (_, place, text) in all(locale) {
            for (pattern, say) in &never {
                assert!(!hit(pattern, &text), "{locale} {place}: {pattern}, say {say}: {text}");
            }
        }
    }
}

#[test]
fn no_space_stands_between_han_and_figures_and_no_day_of_the_month_anywhere() {
    let space = regex(
        "[\u{4e00}-\u{9fff}，。；：、？！“”（）《》] +[0-9A-Za-z]|[0-9A-Za-z%‰] +[\u{4e00}-\u{9fff}]|[\u{4e00}-\u{9fff}，。；：、？！] +[\u{4e00}-\u{9fff}]",
    );
    let code = regex("[DK]\\d+(\\.\\d)? (?=[\u{4e00}-\u{9fff}])");
    let day =
        regex("\\d+月\\d+日|(?<!第)(?<!\\d)\\d+日(?!内)|每月\\d+号|\\d+号(?=前|后|以前|以后|之前|之后|那天)");
    let months = "(January|February|March|April|May|June|July|August|September|October|November|December)";
    let day_en =
        regex(&format!(r"\b\d{{1,2}}(st|nd|rd|th)\b|\b{months} \d{{1,2}}\b(?! *\d)|\b\d{{1,2}} {months}\b"));
    for locale in LOCALES {
        for (kind, place, text) in all(locale) {
            // The one rule with a day of its own: the yearly filing of the agency.
            let filing = kind == "hint" && place.starts_with("D7.2");
            assert!(
                filing || !hit(of(locale, &day, &day_en), &text),
                "{locale} {place}: a day of the month: {text}"
            );
            if locale != "en" {
                let text = code.replace_all(&text, "");
                assert!(!hit(&space, &text), "{place}: a space: {text}");
            }
        }
    }
}

#[test]
fn short_names_are_unique_and_references_name_what_they_lead_to() {
    let reference = regex(r"D\d+\.\d");
    for locale in LOCALES {
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        let mut shorts: BTreeMap<String, String> = BTreeMap::new();
        for d in &own_model().dimensions {
            for (id, c) in dimension(locale, &d.id).criteria.iter() {
                let limit = of(locale, c.short.chars().count() <= 10, c.short.split(' ').count() <= 5);
                assert!(limit, "{locale} {id}: {}", c.short);
                if let Some(other) = shorts.insert(c.short.clone(), id.clone()) {
                    panic!("{locale}: {id} and {other} are both called {}", c.short);
                }
                names.insert(id.clone(), c.name.clone());
            }
        }
        each(locale, |_, criterion, text| {
            let said = format!("{} {}", text.question, text.hint);
            for found in reference.find_iter(&said).map(Result::unwrap) {
                let name = &names[found.as_str()];
                assert!(
                    text.hint.contains(name.as_str()),
                    "{locale} {}: {} {name}",
                    criterion.id,
                    found.as_str()
                );
            }
        });
    }
}
