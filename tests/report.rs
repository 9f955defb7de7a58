//! The report on paper: the numbers of the score card, nothing private unless asked for, and the brand on its cover.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::app::{app, html, reduce};
use common::own_model;
use fuxiao::state::{Action, AppState, BrandField, Edit, Page, ReportChoice, Route, sample};
use fuxiao_core::assessment::{
    Answer, Assessment, Entry, Evidence, Kind, KpiEntry, Lane, PlanAction as Step, Status,
};
use fuxiao_core::dimension::index;
use fuxiao_format::{read_assessment, write_assessment};
use fuxiao_language::{Catalog, Locale, dimension_name, fixed, words_plan as n, words_report as r};
use serde_json::{Value, json};

const SECRET: &str = "nobody-else-at-all";
const NOTE: &str = "for-everybody";
const PNG: &str = "data:image/png;base64,iVBORw0KGgo=";
const NOW: &str = "2026-11-25T08:00:00Z";

/// The part of a page from a test mark on.
fn from<'a>(html: &'a str, mark: &str) -> &'a str {
    let at = html.find(&format!("data-test=\"{mark}\"")).unwrap_or_else(|| panic!("no {mark}"));
    &html[at..]
}

/// Every element with this piece in its opening tag, whole.
fn elements<'a>(html: &'a str, piece: &str) -> Vec<&'a str> {
    let whole = |at: usize| {
        let start = html[..=at].rfind('<').unwrap();
        let name: &str = html[start + 1..].split([' ', '>']).next().unwrap();
        let closing = format!("</{name}>");
        let opening = |rest: &str| {
            let found = rest.match_indices('<').find(|(at, _)| {
                rest[at + 1..].strip_prefix(name).is_some_and(|more| more.starts_with([' ', '>']))
            });
            found.map(|(at, _)| at)
        };
        let (mut depth, mut end) = (0, start);
        loop {
            let rest = &html[end..];
            let close = rest.find(&closing).expect("an element is closed");
            match opening(rest).filter(|open| *open < close) {
                Some(open) => (depth, end) = (depth + 1, end + open + 1),
                None => (depth, end) = (depth - 1, end + close + closing.len()),
            }
            if depth == 0 {
                return &html[start..end];
            }
        }
    };
    html.match_indices(piece).map(|(at, _)| whole(at)).collect()
}

/// The text of markup, without its tags.
fn visible(html: &str) -> String {
    html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect()
}

fn firm() -> Assessment {
    let mut firm = sample::assessment(&own_model()).unwrap();
    let entry = firm.answers.get_mut("D1.1").unwrap();
    (entry.note, entry.private) = (NOTE.into(), SECRET.into());
    firm
}

fn at(locale: Locale, assessment: Assessment) -> AppState {
    app(Route::Assessment(assessment.id.clone(), Page::Report), locale, assessment, Value::Null)
}

fn edit(state: AppState, field: BrandField) -> AppState {
    reduce(state, Action::Edit(Edit::Brand(field), NOW.into()))
}

#[tokio::test]
async fn the_numbers_on_paper_are_those_of_the_score_card() {
    let model = own_model();
    for locale in Locale::ALL {
        let state = at(locale, firm());
        let card = state.workspace.as_ref().unwrap().card.clone();
        let page = html(state.clone()).await;
        let sheet = from(&page, "sheet");
        let summary = visible(from(sheet, "summary").split("</section>").next().unwrap());
        let score = card.overall.score.unwrap();
        assert!(summary.contains(&fixed(score, 1)));
        assert!(summary.contains(&fixed(index(score, model.levels), 0)));
        assert!(summary.contains(&card.overall.level.unwrap().to_string()));
        let found: Vec<&str> = sheet.split("data-test=\"sheet-dimension\"").skip(1).collect();
        assert_eq!(found.len(), model.dimensions.len());
        for ((html, dimension), score) in found.iter().zip(&model.dimensions).zip(&card.dimensions) {
            let facts = &html[..html.find("</dl>").unwrap()];
            let values: Vec<String> =
                facts.split("<dd>").skip(1).map(|dd| dd.split('<').next().unwrap().to_string()).collect();
            assert!(visible(facts).contains(dimension_name(&dimension.id, locale)));
            assert_eq!(values[0], fixed(score.score.unwrap(), 2), "{}", dimension.id);
            assert_eq!(values[1], fixed(index(score.score.unwrap(), model.levels), 0), "{}", dimension.id);
            assert_eq!(values[2], score.level.unwrap().to_string(), "{}", dimension.id);
            assert_eq!(values[3], score.target.to_string(), "{}", dimension.id);
        }
    }
}

#[tokio::test]
async fn answers_and_private_notes_are_printed_only_where_asked_for() {
    let questions = own_model().criteria().count();
    for locale in Locale::ALL {
        let mut state = at(locale, firm());
        for (answers, private) in [(false, false), (true, false), (true, true), (false, true)] {
            state = reduce(state, Action::Report(ReportChoice { answers, private }));
            let page = html(state.clone()).await;
            let sheet = from(&page, "sheet");
            assert_eq!(
                sheet.matches("data-test=\"sheet-answer\"").count(),
                if answers { questions } else { 0 }
            );
            assert_eq!(sheet.contains(NOTE), answers);
            assert_eq!(sheet.contains(SECRET), answers && private);
            assert_eq!(
                page.contains("id=\"report-private\""),
                answers,
                "the choice stands where it does something"
            );
        }
        // Another assessment begins without anything private.
        let state = reduce(state, Action::Report(ReportChoice { answers: true, private: true }));
        let state = reduce(state, Action::Opened(Box::new(firm()), Value::Null));
        assert_eq!(state.report, ReportChoice::default());
    }
}

#[test]
fn a_brand_is_read_and_written_and_keeps_what_is_not_known_of_it() {
    let model = own_model();
    let mut document: Value = serde_json::from_str(&write_assessment(&firm(), &Value::Null)).unwrap();
    document["brand"] = json!({"name": "云帆", "accent": "#b03060", "logo": PNG, "x-font": "Song"});
    let stored = read_assessment(&document.to_string(), &model).unwrap();
    let brand = stored.assessment.brand.clone();
    assert_eq!((brand.name.as_str(), brand.accent.as_str(), &*brand.logo), ("云帆", "#b03060", PNG));
    let written: Value =
        serde_json::from_str(&write_assessment(&stored.assessment, &stored.document)).unwrap();
    assert_eq!(written["brand"], document["brand"]);
    let mut bare = stored.assessment.clone();
    bare.brand = Default::default();
    let written: Value = serde_json::from_str(&write_assessment(&bare, &stored.document)).unwrap();
    assert_eq!(written["brand"], json!({"x-font": "Song"}));
}

#[tokio::test]
async fn a_brand_is_on_the_cover_and_can_be_undone() {
    for locale in Locale::ALL {
        let state = at(locale, firm());
        let plain = html(state.clone()).await;
        assert!(!plain.contains("class=\"sheet__logo\"") && !plain.contains("data-test=\"accent\""));
        let state = edit(state, BrandField::Name("Meridian".into()));
        let state = edit(state, BrandField::Accent("#b03060".into()));
        let state = edit(state, BrandField::Logo(PNG.into()));
        let page = html(state.clone()).await;
        let cover = from(&page, "cover").split("</header>").next().unwrap();
        assert!(cover.contains(&format!("src=\"{PNG}\"")) && cover.contains("alt=\"Meridian\""));
        assert!(cover.contains("fill=\"#b03060\"") && !page.contains("style=\""));
        let state = reduce(state, Action::Undo(NOW.into()));
        let brand = &state.workspace.as_ref().unwrap().assessment.brand;
        assert_eq!((brand.name.as_str(), &*brand.logo), ("Meridian", ""));
        assert!(html(state.clone()).await.contains(r::DID_BRAND.get(&Catalog::new(locale))));
    }
}

#[test]
fn what_the_format_refuses_changes_nothing() {
    let state = edit(at(Locale::En, firm()), BrandField::Logo(PNG.into()));
    let before = state.workspace.clone().unwrap().assessment;
    // <svg onload="a"></svg>
    let scripted = "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImEiPjwvc3ZnPg==";
    let large = format!("data:image/png;base64,iVBORw0KGgo{}", "A".repeat(140_000));
    let refused = [
        BrandField::Logo(scripted.into()),
        BrandField::Logo(large),
        BrandField::Logo("data:text/html;base64,PHA+".into()),
        BrandField::Accent("teal".into()),
    ];
    for field in refused {
        let state = edit(state.clone(), field.clone());
        assert_eq!(state.workspace.unwrap().assessment, before, "{field:?}");
    }
}

#[tokio::test]
async fn it_is_said_why_a_picture_was_refused() {
    use fuxiao::ui::brand_chosen as chosen;
    for locale in Locale::ALL {
        let cases = [
            (None, r::LOGO_LARGE),
            (Some("data:image/gif;base64,R0lGODlh".to_string()), r::LOGO_KIND),
            (Some(String::new()), r::LOGO_KIND),
            (Some(PNG.to_string()), r::LOGO_TAKEN),
        ];
        for (picture, said) in cases {
            let taken = picture.as_deref() == Some(PNG);
            let state = at(locale, firm());
            let state = chosen(picture, NOW.into()).into_iter().fold(state, reduce);
            assert_eq!(
                &*state.workspace.as_ref().unwrap().assessment.brand.logo,
                if taken { PNG } else { "" }
            );
            let page = html(state.clone()).await;
            let told = visible(from(&page, "logo-outcome").split("</p>").next().unwrap());
            assert_eq!(told, said.get(&Catalog::new(locale)));
            assert!(!page.contains("class=\"export__text\" open"), "it is no file that was not taken");
        }
    }
}

/// A firm that answered everything, has every figure, and took up forty steps of every kind.
fn full() -> Assessment {
    let model = own_model();
    let mut firm = sample::assessment(&model).unwrap();
    firm.id = "0b0c0000-0000-4000-8000-00000000000a".into();
    firm.actions.clear();
    for (i, (_, criterion)) in model.criteria().enumerate() {
        let entry = Entry {
            answer: Answer::Level(1 + (i * 7 % 5) as u8),
            evidence: Evidence::ALL[i % 4],
            ..Entry::default()
        };
        firm.answers.insert(criterion.id.clone(), entry);
        if i < 40 {
            let mut step = Step::new(
                format!("a{i}"),
                criterion.id.clone(),
                Kind::ALL[i % 3],
                2 + (i % 4) as u8,
                Lane::ALL[i / 3 % 4],
            );
            step.status = Status::ALL[i % 4];
            step.owner = format!("owner {i}.");
            step.due = Some("2026-12-24".into());
            firm.actions.push(step);
        }
    }
    for (i, kpi) in model.kpis.iter().enumerate() {
        let (low, high) = kpi.range.unwrap_or((0.0, 100.0));
        let value = Some(low + (high - low) * (i % 5) as f64 / 4.0);
        firm.kpis.insert(kpi.id.clone(), KpiEntry { value, ..KpiEntry::default() });
    }
    firm
}

#[tokio::test]
async fn recommendations_and_plan_on_paper_are_those_of_the_score_card() {
    for locale in Locale::ALL {
        let state = at(locale, full());
        let workspace = state.workspace.clone().unwrap();
        let page = html(state.clone()).await;
        let [recommended] = elements(&page, "data-test=\"sheet-recommended\"")[..] else {
            panic!("one list")
        };
        let items: Vec<String> =
            elements(recommended, "class=\"sheet__step\"").into_iter().map(visible).collect();
        assert_eq!(items.len(), 8);
        for (item, one) in items.iter().zip(&workspace.card.recommendations) {
            let id = &state.model.criterion(one.at).unwrap().id;
            let dimension = &state.model.dimension_of(id).unwrap().id;
            let name = &state.texts.criterion(locale, dimension, id).unwrap().short;
            let (impact, effort) = (one.impact.to_string(), common::app::hours(locale, &[one.effort]));
            let weight =
                n::IMPACT_EFFORT.fill(&Catalog::new(locale), &[("impact", &impact), ("effort", &effort)]);
            assert!(item.contains(name.as_str()) && item.contains(&weight), "{item}: {name}, {weight}");
        }
        let rows: Vec<String> =
            elements(&page, "data-test=\"sheet-action\"").into_iter().map(visible).collect();
        assert_eq!(rows.len(), workspace.assessment.actions.len());
        for action in &workspace.assessment.actions {
            let found = rows.iter().filter(|row| row.contains(&action.owner)).count();
            assert_eq!(found, 1, "{}", action.owner);
        }
    }
}

#[tokio::test]
async fn what_holds_a_dimension_down_is_named_as_on_its_page() {
    for locale in Locale::ALL {
        let page = html(at(locale, full())).await;
        let parts = elements(&page, "data-test=\"sheet-dimension\"");
        for (dimension, part) in own_model().dimensions.iter().zip(parts) {
            let place = Route::Assessment(full().id, Page::Result(dimension.id.clone()));
            let there = html(app(place, locale, full(), Value::Null)).await;
            let [why] = elements(&there, "data-test=\"why\"")[..] else { panic!("one derivation") };
            let part = visible(part);
            let said = elements(why, "<p>").into_iter().take(4).chain(elements(why, "<li>"));
            for text in said.map(visible) {
                assert!(part.contains(&text), "{}: {text} is not in {part}", dimension.id);
            }
        }
    }
}

#[tokio::test]
async fn no_drawing_is_taller_than_a_page_and_every_figure_stands_in_the_appendix() {
    // 269 mm between the margins of A4, with room for title and sentence.
    const TALLEST: u32 = 940;
    for (firm, drawn) in [(firm(), true), (full(), false)] {
        let state = at(Locale::En, firm.clone());
        let state = reduce(state, Action::Report(ReportChoice { answers: true, private: false }));
        let page = html(state).await;
        let [sheet] = elements(&page, "data-test=\"sheet\"")[..] else { panic!("one report") };
        for svg in elements(sheet, "class=\"chart__svg\"") {
            let height = svg.split("height=\"").nth(1).unwrap().split('"').next().unwrap();
            assert!(height.parse::<u32>().unwrap() <= TALLEST, "{height}");
        }
        assert_eq!(visible(sheet).contains("Bands are drawn equally wide"), drawn);
        let [figures] = elements(sheet, "data-test=\"sheet-figures\"")[..] else { panic!("one table") };
        assert_eq!(elements(figures, "<tr>").len(), 1 + firm.kpis.len());
    }
}
