//! Every page, rendered natively in both languages: it has its heading, its parts, and no word of the other
//! language.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::app::{app, html, places, reduce};
use common::{own_model, text};
use fuxiao::state::{Action, AppState, Page, Route, sample};
use fuxiao::ui::title;
use fuxiao_language::{Locale, parse_common, words};
use serde_json::Value;

/// The app at a place in the sample firm, with all texts of one language.
fn at(route: Route, locale: Locale) -> AppState {
    app(route, locale, sample::assessment(&own_model()).unwrap(), Value::Null)
}

/// The page without what is marked as the other language: the switch and the list of languages.
fn without_switch(html: &str) -> String {
    let mut rest = html;
    let mut kept = String::new();
    while let Some(at) = rest.find("class=\"") {
        let tag = rest[..at].rfind('<').unwrap();
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        if rest[tag..end].contains("language") && rest[tag..end].contains("lang=") {
            kept.push_str(&rest[..tag]);
            let close =
                rest[end..].find("</button>").into_iter().chain(rest[end..].find("</label>")).min().unwrap();
            rest = &rest[end + close..];
        } else {
            kept.push_str(&rest[..end]);
            rest = &rest[end..];
        }
    }
    kept + rest
}

#[tokio::test]
async fn every_page_renders_with_a_heading_and_in_one_language() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for route in places() {
        for locale in Locale::ALL {
            let state = at(route.clone(), locale);
            assert!(title(&state).contains(words::PRODUCT.get(state.catalog())));
            let page = html(state).await;
            assert_eq!(page.matches("<h1").count(), 1, "{route:?}");
            assert!(!page.contains("style=\""), "{route:?} has an inline style, which the policy forbids");
            assert!(!page.contains('{'), "{route:?} {locale:?} shows a placeholder");
            let words = without_switch(&page);
            let visible: String =
                words.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
            match locale.tag() {
                "en" => assert!(
                    !visible.contains(han),
                    "{route:?}: {:?}",
                    visible.find(han).map(|at| visible[at..].chars().take(20).collect::<String>())
                ),
                "zh-CN" => {
                    let english = visible
                        .split(|c: char| !c.is_ascii_alphabetic())
                        .filter(|w| w.len() > 3 && w.contains(|c: char| c.is_ascii_lowercase()));
                    let foreign: Vec<&str> = english
                        .filter(|w| {
                            ![
                                "International",
                                "Reading",
                                "Speed",
                                "Texts",
                                "Fuxiao",
                                "fuxiao",
                                "settings",
                                "list",
                                "sample",
                                "Enter",
                            ]
                            .contains(w)
                        })
                        .collect();
                    assert!(foreign.is_empty(), "{route:?}: {foreign:?}");
                }
                _ => {}
            }
        }
    }
}

#[tokio::test]
async fn a_question_is_a_fieldset_with_five_radios_and_nothing_chosen_beforehand() {
    let mut state = at(Route::Assessment(sample::ID.into(), Page::Dimension("D1".into(), None)), Locale::Zh);
    let page = html(state.clone()).await;
    assert_eq!(page.matches("data-criterion=").count(), 6);
    assert_eq!(page.matches("type=\"radio\"").count(), 30);
    let mut empty = sample::assessment(&own_model()).unwrap();
    empty.answers.clear();
    state = reduce(state, Action::Opened(Box::new(empty), Value::Null));
    let page = html(state).await;
    assert!(!page.contains(" checked"));
    let common = parse_common(&text("content/text/zh-CN/common.json")).unwrap();
    assert!(page.contains(&common.kpis.get("K01").unwrap().name));
}

#[tokio::test]
async fn results_say_the_level_and_explain_every_cap() {
    for locale in Locale::ALL {
        let state = at(Route::Assessment(sample::ID.into(), Page::Results), locale);
        let level = state.workspace.as_ref().unwrap().card.overall.level.unwrap().to_string();
        let page = html(state).await;
        let headline =
            page.split("data-test=\"headline\"").nth(1).and_then(|rest| rest.split_once('>')).unwrap().1;
        let headline = headline.split('<').next().unwrap();
        assert!(headline.contains(&level), "{headline}");
        assert!(page.matches("<figure").count() == 8 && page.matches("<table").count() == 8);
        assert!(page.matches("<svg").count() >= 8);
        let detail = at(Route::Assessment(sample::ID.into(), Page::Result("D1".into())), locale);
        let rows = html(detail).await.matches("<tr>").count();
        assert_eq!(rows, 7);
    }
}

#[tokio::test]
async fn recommendations_stand_in_order_with_a_button_each() {
    let state = at(Route::Assessment(sample::ID.into(), Page::Plan), Locale::En);
    let workspace = state.workspace.clone().unwrap();
    let page = html(state).await;
    assert_eq!(page.matches("data-test=\"recommendation\"").count(), workspace.card.recommendations.len());
    assert!(workspace.card.recommendations.len() > 5);
    assert_eq!(page.matches("data-test=\"action\"").count(), workspace.assessment.actions.len());
}

#[tokio::test]
async fn a_what_if_shows_what_it_would_change_and_no_other_page_does() {
    let inside = |place| Route::Assessment(sample::ID.to_string(), place);
    for locale in Locale::ALL {
        let mut state = at(inside(Page::WhatIf), locale);
        let calm = html(state.clone()).await;
        assert!(
            calm.contains("data-test=\"discard\" disabled") && !calm.contains("data-test=\"keep-targets\"")
        );
        assert_eq!(calm.matches("type=\"radio\"").count(), 90 * 5);
        let targets = html(at(inside(Page::Results), locale)).await;
        for (id, level) in [("D1.1", 5), ("D1.2", 5), ("D2.1", 1), ("D7.6", 5)] {
            state = reduce(state, Action::TryLevel(id.into(), Some(level)));
        }
        let page = html(state.clone()).await;
        assert!(!page.contains('{') && !page.contains("style=\""));
        let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        assert!(locale == Locale::Zh || !without_switch(&page).contains(han));
        assert_eq!(page.matches("whatif-item--moved").count(), 4);
        for part in ["adopt-roadmap", "whatif-roadmap", "gone", "retargets", "keep-targets"] {
            assert!(page.contains(&format!("data-test=\"{part}\"")), "{part} is missing: {locale:?}");
        }
        let now = state.workspace.as_ref().unwrap().card.recommendations.len();
        assert!(page.contains(&format!("data-test=\"whatif-recommendations\" data-now=\"{now}\"")));
        let results = reduce(state, Action::Navigated(inside(Page::Results)));
        assert_eq!(html(results).await, targets, "the results show a what-if");
    }
}
