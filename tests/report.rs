//! The report on paper: the numbers of the score card, nothing private unless asked for, and the brand on its cover.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::app::{app, html, reduce};
use common::own_model;
use fuxiao::domain::assessment::Assessment;
use fuxiao::domain::dimension::index;
use fuxiao::i18n::{Locale, dimension_name, fixed, words_report as r};
use fuxiao::state::{Action, AppState, BrandField, Edit, Place, ReportChoice, Route, sample};
use fuxiao::storage::{read_assessment, write_assessment};
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
    app(Route::Assessment(assessment.id.clone(), Place::Report), locale, assessment, Value::Null)
}

fn edit(state: AppState, field: BrandField) -> AppState {
    reduce(state, Action::Edit(Edit::Brand(field), NOW.into()))
}

#[tokio::test]
async fn the_numbers_on_paper_are_those_of_the_score_card() {
    let model = own_model();
    for locale in Locale::ALL {
        let state = at(locale, firm());
        let card = state.open.as_ref().unwrap().card.clone();
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
        let brand = &state.open.as_ref().unwrap().assessment.brand;
        assert_eq!((brand.name.as_str(), &*brand.logo), ("Meridian", ""));
        assert!(html(state.clone()).await.contains(r::DID_BRAND.get(locale)));
    }
}

#[test]
fn what_the_format_refuses_changes_nothing() {
    let state = edit(at(Locale::En, firm()), BrandField::Logo(PNG.into()));
    let before = state.open.clone().unwrap().assessment;
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
        assert_eq!(state.open.unwrap().assessment, before, "{field:?}");
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
            assert_eq!(&*state.open.as_ref().unwrap().assessment.brand.logo, if taken { PNG } else { "" });
            let page = html(state.clone()).await;
            let told = visible(from(&page, "logo-told").split("</p>").next().unwrap());
            assert_eq!(told, said.get(locale));
            assert!(!page.contains("class=\"take__text\" open"), "it is no file that was not taken");
        }
    }
}
