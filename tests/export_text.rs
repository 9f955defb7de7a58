//! The report as Markdown, the names of files, and the list that offers them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::app::{app, html, reduce};
use common::own_model;
use fuxiao::state::{Action, AppState, ExportOutcome, Page, Route, Settings, sample};
use fuxiao::ui::case;
use fuxiao_core::Assessment;
use fuxiao_core::assessment::{Kind, Lane, PlanAction as Step, Status};
use fuxiao_core::roadmap::{Goal, shortest_path};
use fuxiao_language::{
    Catalog, Locale, dimension_name, fill, fixed, percent, words_export as t, words_pages as p,
    words_why as y,
};
use fuxiao_narrative::{Case, EXPORTS, file_name};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

const NASTY: &str = "a*b*_c_|d|<e>#`[f](g)&amp;$h$~~i~~ 三";

fn sample_firm() -> Assessment {
    sample::assessment(&own_model()).unwrap()
}

fn state(locale: Locale, firm: Assessment) -> AppState {
    let mut state = app(Route::Assessment(firm.id.clone(), Page::Report), locale, firm, Value::Null);
    state.today = "2026-11-25".into();
    state
}

fn with<T>(state: &AppState, make: impl Fn(&Case) -> T) -> T {
    make(&case(state, state.workspace.as_ref().unwrap()))
}

fn report(locale: Locale, firm: Assessment) -> String {
    with(&state(locale, firm), fuxiao_narrative::report::report)
}

/// A document as the parser of others has it.
#[derive(Default)]
struct Read {
    headings: Vec<(usize, String)>,
    tables: Vec<Vec<Vec<String>>>,
    /// Paragraphs and list items, with `\n` for hard breaks.
    texts: Vec<String>,
    quotes: usize,
    /// Whatever the report never writes of itself.
    strange: Vec<String>,
}

fn read(markdown: &str) -> Read {
    let mut read = Read::default();
    let mut text = String::new();
    for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => text.push('\n'),
            Event::Start(Tag::Table(_)) => read.tables.push(Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => read.tables.last_mut().unwrap().push(Vec::new()),
            Event::End(TagEnd::TableCell) => {
                read.tables.last_mut().unwrap().last_mut().unwrap().push(std::mem::take(&mut text));
            }
            Event::End(TagEnd::Heading(level)) => {
                read.headings.push((level as usize, std::mem::take(&mut text)))
            }
            Event::Start(Tag::BlockQuote(_)) => read.quotes += 1,
            Event::Start(
                Tag::Item | Tag::List(_) | Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell,
            )
            | Event::End(TagEnd::Item | TagEnd::Paragraph) => {
                if !text.is_empty() {
                    read.texts.push(std::mem::take(&mut text));
                }
            }
            Event::End(_) => {}
            other => read.strange.push(format!("{other:?}")),
        }
    }
    read
}

#[test]
fn the_report_has_what_the_pages_have_in_its_order() {
    for locale in Locale::ALL {
        let (model, firm) = (own_model(), sample_firm());
        let card = fuxiao_core::score(&model, &firm);
        let found = read(&report(locale, firm.clone()));
        assert!(found.strange.is_empty(), "{:?}", found.strange);
        let level = card.overall.level.unwrap();
        let top: Vec<&str> =
            found.headings.iter().filter(|(n, _)| *n == 2).map(|(_, text)| &**text).collect();
        assert_eq!(found.headings.iter().filter(|(n, _)| *n == 1).count(), 1);
        assert!(found.headings[0].1.starts_with(t::REPORT_TITLE.get(&Catalog::new(locale))));
        let next = (level + 1).to_string();
        let way_title = y::WAY_TITLE.fill(&Catalog::new(locale), &[("level", &next)]);
        assert_eq!((top.len(), top[5]), (9, &*way_title));
        assert_eq!(
            (top[3], top[8]),
            (t::DERIVED.get(&Catalog::new(locale)), t::NO_CERTIFICATE.get(&Catalog::new(locale)))
        );
        let within: Vec<&str> =
            found.headings.iter().filter(|(n, _)| *n == 3).map(|(_, text)| &**text).collect();
        for dimension in &model.dimensions {
            assert!(within.contains(&dimension_name(&dimension.id, locale)));
        }
        assert_eq!(found.tables.len(), 2);
        for (row, score) in found.tables[0][1..].iter().zip(&card.aspects) {
            assert_eq!(row[1], fixed(score.score.unwrap(), 2));
        }
        let rows = &found.tables[1];
        assert!(rows.len() == 16 && rows.iter().all(|row| row.len() == 6));
        for ((row, dimension), score) in rows[1..].iter().zip(&model.dimensions).zip(&card.dimensions) {
            assert_eq!(row[0], dimension_name(&dimension.id, locale));
            assert_eq!(row[1], fixed(score.score.unwrap(), 2));
            assert_eq!((&row[3], &row[4]), (&score.level.unwrap().to_string(), &score.target.to_string()));
            assert_eq!(row[5], percent(score.target_reached.unwrap()));
        }
        let path = shortest_path(&model, &firm, &card, Goal::Overall(level + 1)).unwrap();
        let efforts: Vec<u8> = path.steps.iter().map(|step| step.effort).collect();
        let (steps, effort) = (path.steps.len().to_string(), common::app::hours(locale, &efforts));
        let lead = y::WAY_LEAD.fill(&Catalog::new(locale), &[("steps", &steps), ("effort", &effort)]);
        for text in [
            &*lead,
            t::NO_CERTIFICATE_BODY.get(&Catalog::new(locale)),
            y::WHY_HOLDING.get(&Catalog::new(locale)),
        ] {
            assert!(found.texts.iter().any(|one| one == text), "{text}");
        }
        let (answered, applicable) = (card.overall.answered, card.overall.applicable);
        let of = p::COMPLETION_OF.get(&Catalog::new(locale));
        let of = &of[of.find("{answered}").unwrap()..];
        let score = fill(of, &[("answered", &answered.to_string()), ("applicable", &applicable.to_string())]);
        assert!(found.texts.iter().any(|text| text.contains(&score)), "{score}");
        assert_eq!(found.quotes, 0);
    }
}

#[tokio::test]
async fn derivations_and_legal_warning_are_word_for_word_those_of_the_page() {
    let mut firm = sample_firm();
    firm.kpis.entry("K37".into()).or_default().value = Some(9.0);
    for locale in Locale::ALL {
        let found = read(&report(locale, firm.clone()));
        assert_eq!(found.quotes, 1);
        for place in [Page::Results, Page::Result("D1".into()), Page::Result("D9".into())] {
            let state = app(Route::Assessment(firm.id.clone(), place), locale, firm.clone(), Value::Null);
            let page = html(state).await;
            let why = page.split("data-test=\"why\"").nth(1).unwrap().split("</section>").next().unwrap();
            let legal = page.split("data-test=\"legal\"").nth(1).unwrap_or_default();
            let legal = legal.split("</section>").next().unwrap_or_default();
            let parts =
                why.split("<p>").chain(legal.split("<p>")).skip(1).filter_map(|part| part.split_once("</p>"));
            let mut seen = 0;
            for (sentence, _) in parts {
                assert!(found.texts.iter().any(|text| text == sentence), "{sentence}");
                seen += 1;
            }
            assert!(seen >= 3);
        }
    }
}

#[test]
fn what_people_wrote_comes_through_as_it_is() {
    let mut firm = sample_firm();
    (firm.firm.name, firm.title) = (NASTY.into(), format!("1. {NASTY}"));
    firm.answers.get_mut("D1.1").unwrap().private = "nobody-else".into();
    firm.answers.get_mut("D1.1").unwrap().note = "left-out".into();
    firm.actions.push(Step {
        id: "zz".into(),
        criterion: "D2.1".into(),
        kind: Kind::Practice,
        to: 4,
        status: Status::Doing,
        lane: Lane::Later,
        owner: "- *李*".into(),
        start: None,
        due: Some("2026-12-31".into()),
        done: None,
        proof: "# no heading\n\n> no quote\n    no code".into(),
        note: format!("- one\n1. two\n+ three\n---\n===\n|a|b|\n{NASTY}"),
    });
    for locale in Locale::ALL {
        let markdown = report(locale, firm.clone());
        assert!(!markdown.contains("nobody-else") && !markdown.contains("left-out"));
        let found = read(&markdown);
        assert!(found.strange.is_empty(), "{:?}", found.strange);
        assert!(found.headings[0].1.ends_with(&format!("{NASTY} · 1. {NASTY}")), "{:?}", found.headings[0]);
        for text in [
            NASTY,
            &format!("1. {NASTY}"),
            "- *李*",
            "# no heading\n> no quote\nno code",
            &format!("- one\n1. two\n+ three\n---\n===\n|a|b|\n{NASTY}"),
        ] {
            assert!(found.texts.iter().any(|one| one.ends_with(text)), "{text}: {:#?}", found.texts);
        }
    }
}

#[test]
fn an_empty_assessment_has_a_report_too() {
    let mut firm = sample_firm();
    firm.answers.clear();
    firm.actions.clear();
    for locale in Locale::ALL {
        let found = read(&report(locale, firm.clone()));
        assert!(found.strange.is_empty() && found.tables[1].len() == 16);
        assert!(found.tables.iter().flat_map(|table| &table[1..]).all(|row| row[1] == "–"));
    }
}

fn name(locale: Locale, firm: &str, title: &str) -> String {
    let mut assessment = sample_firm();
    (assessment.firm.name, assessment.title) = (firm.into(), title.into());
    let settings = Settings { locale, ..Settings::default() };
    let mut state = AppState::new(own_model(), settings, Route::Home, 1024);
    state.today = "2026-11-25".into();
    state = reduce(state, Action::Opened(Box::new(assessment), Value::Null));
    with(&state, |case| file_name(case, case.t(t::FILE_REPORT), "md"))
}

#[test]
fn files_are_named_so_that_people_and_systems_know_them() {
    for (firm, title, expected) in [
        ("云帆财务", "2026 年第四季度", "云帆财务-2026 年第四季度-报告-2026-11-25.md"),
        ("", "Q4", "Q4-报告-2026-11-25.md"),
        ("", "", "云帆财务（示例）-报告-2026-11-25.md"),
        ("A/B:C*D?\"E\"<F>|G\\H", "", "ABCDEFGH-报告-2026-11-25.md"),
        (" .云帆. ", "..", "云帆-报告-2026-11-25.md"),
        ("CON", "", "_CON-报告-2026-11-25.md"),
        ("com1.x", "", "_com1.x-报告-2026-11-25.md"),
        ("CONTI", "LPT10", "CONTI-LPT10-报告-2026-11-25.md"),
        ("a\u{202E}gpj\u{200B}", "b\tc", "agpj-b c-报告-2026-11-25.md"),
        ("???", "", "未命名的评估-报告-2026-11-25.md"),
    ] {
        assert_eq!(name(Locale::Zh, firm, title), expected);
    }
    assert_eq!(name(Locale::En, "", ""), "Harbour Accounting (sample)-report-2026-11-25.md");
    let long = name(Locale::Zh, &"云".repeat(200), "t");
    assert!(long.starts_with("云云") && long.ends_with("云-报告-2026-11-25.md"));
    assert!((118..=120).contains(&long.len()), "{}", long.len());
}

proptest! {
    #[test]
    fn any_name_is_one_that_every_system_takes(firm in "(CON|nul|[a.中 /\\\\:*?\"<>|]{0,4})\\PC{0,60}", title in "\\PC{0,60}") {
        let name = name(Locale::Zh, &firm, &title);
        prop_assert!(name.len() <= 120 && name.ends_with("-报告-2026-11-25.md"), "{}", name);
        prop_assert!(!name.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*']) && !name.contains(char::is_control));
        prop_assert!(!name.starts_with(['.', ' ', '-']), "{}", name);
        let stem = name.split('.').next().unwrap().trim_end().to_ascii_lowercase();
        prop_assert!(!["con", "prn", "aux", "nul", "com1", "lpt1"].contains(&&*stem), "{}", name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_title_comes_through(title in "[-+=*_`{}^\\[\\]()<>|#~&$!.0-9a中\\\\;:\"' ]{1,24}") {
        let mut firm = sample_firm();
        firm.title = title.clone();
        let found = read(&report(Locale::En, firm));
        prop_assert!(found.strange.is_empty(), "{:?}", found.strange);
        let shown = found.headings[0].1.clone();
        prop_assert!(shown.trim_end().ends_with(title.trim()), "{} is not {}", shown, title);
    }
}

/// The first tag with a mark in it.
fn tag<'a>(page: &'a str, mark: &str) -> &'a str {
    let at = page.find(mark).unwrap_or_else(|| panic!("there is no {mark}"));
    let (from, to) = (page[..at].rfind('<').unwrap(), at + page[at..].find('>').unwrap());
    &page[from..to]
}

/// The tag of the button with an id.
fn button<'a>(page: &'a str, id: &str) -> &'a str {
    tag(page, &format!("data-test=\"{id}\""))
}

#[tokio::test]
async fn every_file_is_offered_by_a_button_of_its_own_name() {
    for locale in Locale::ALL {
        let page = html(state(locale, sample_firm())).await;
        let mut labels = Vec::new();
        for id in EXPORTS.iter().map(|export| export.id).chain(["export-copy"]) {
            let tag = button(&page, id);
            assert!(!tag.contains("disabled"), "{tag}");
            labels.push(tag.split("aria-label=\"").nth(1).unwrap().split('"').next().unwrap());
            assert!(button(&page, &format!("{id}-outcome")).contains("role=\"status\""));
        }
        let count = labels.len();
        labels.sort_unstable();
        labels.dedup();
        assert_eq!(labels.len(), count, "{labels:?}");
        assert!(button(&page, "export-text").contains("readonly"));
    }
}

#[tokio::test]
async fn steps_without_a_date_are_counted_and_an_empty_plan_offers_nothing() {
    let mut firm = sample_firm();
    firm.actions.push(Step { due: None, ..firm.actions[0].clone() });
    let page = html(state(Locale::En, firm.clone())).await;
    assert!(page.contains(&t::UNDATED.fill(&Catalog::new(Locale::En), &[("count", "1")])));
    assert!(!button(&page, "export-ics").contains("disabled"));
    firm.actions.remove(0);
    let page = html(state(Locale::En, firm.clone())).await;
    assert!(
        button(&page, "export-ics").contains("disabled")
            && !button(&page, "export-plan-csv").contains("disabled")
    );
    firm.actions.clear();
    let page = html(state(Locale::En, firm)).await;
    for id in ["export-ics", "export-plan-csv", "export-plan-json"] {
        assert!(button(&page, id).contains("disabled"), "{id}");
    }
    assert!(!button(&page, "export-markdown").contains("disabled"));
}

#[tokio::test]
async fn nothing_is_offered_before_the_texts_have_come() {
    let model = own_model();
    let route = Route::Assessment(sample::ID.into(), Page::Report);
    let mut state = AppState::new(model.clone(), Default::default(), route, 1024);
    state = reduce(state, Action::Opened(Box::new(sample_firm()), Value::Null));
    let page = html(state).await;
    for export in &EXPORTS {
        assert!(button(&page, export.id).contains("disabled"), "{}", export.id);
    }
}

#[tokio::test]
async fn what_became_of_a_file_is_said_until_one_leaves() {
    let told = |taken, name: &str| ExportOutcome { of: "export-ics", accepted: taken, name: name.into() };
    let mut state = state(Locale::En, sample_firm());
    for (told, words) in [
        (told(true, "a.ics"), t::OFFERED.fill(&Catalog::new(Locale::En), &[("name", "a.ics")])),
        (told(false, "a.ics"), t::NOT_OFFERED.fill(&Catalog::new(Locale::En), &[("name", "a.ics")])),
        (told(true, ""), t::COPIED.get(&Catalog::new(Locale::En)).to_string()),
        (told(false, ""), t::NOT_COPIED.get(&Catalog::new(Locale::En)).to_string()),
    ] {
        let taken = told.accepted;
        state = reduce(state, Action::ExportEnded(Some(told)));
        let page = html(state.clone()).await;
        let said =
            page.split("data-test=\"export-ics-outcome\"").nth(1).unwrap().split(['<', '>']).nth(1).unwrap();
        assert_eq!(said, words);
        let fold = tag(&page, "export__text");
        assert_eq!(fold.contains(" open"), !taken, "{fold}");
    }
    state = reduce(state, Action::Navigated(Route::Home));
    assert_eq!(state.export_outcome, None);
}
