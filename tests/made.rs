//! The app with questionnaires that nobody wrote: every page is drawn with their levels, and every link leads to a page
//! of theirs, whatever signs an id has.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::collections::HashSet;

use common::app::{html, reduce};
use common::made::{RECIPES, Recipe};
use fuxiao::state::{Action, AppState, Edit, Page, PlanField, PrintOptions, Route, Settings, sample};
use fuxiao::ui::case;
use fuxiao_core::Model;
use fuxiao_core::assessment::{KpiEntry, Lane};
use fuxiao_core::ident::{decoded, encoded};
use fuxiao_core::kpi::Better;
use fuxiao_format::{read_assessment, read_model, write_assessment};
use fuxiao_language::{Locale, text_address};
use fuxiao_narrative::workbook::workbook_spec;
use fuxiao_narrative::{EXPORTS, file_name};
use fuxiao_workbook::workbook;
use proptest::prelude::*;
use serde_json::Value;

/// The app with a made questionnaire and an assessment of it, at a place.
fn at(recipe: Recipe, number: u64, page: Page, locale: Locale) -> AppState {
    let model = read_model(&recipe.model().to_string()).unwrap();
    let mut assessment = read_assessment(&recipe.assessment(number).to_string(), &model).unwrap().assessment;
    assessment.id = sample::ID.to_string();
    let route = Route::Assessment(sample::ID.into(), page);
    let mut state = AppState::new(model, Settings { locale, ..Settings::default() }, route, 1024);
    for (id, text) in recipe.texts() {
        state = reduce(state, Action::TextLoaded(locale, id, Ok(text)));
    }
    reduce(state, Action::Opened(Box::new(assessment), Value::Null))
}

/// All pages of an assessment, those of a dimension and of a question for the first of each.
fn pages(model: &Model) -> Vec<Page> {
    let dimension = &model.dimensions[0];
    let (id, criterion) = (dimension.id.clone(), dimension.criteria[0].id.clone());
    vec![
        Page::Overview,
        Page::Profile,
        Page::Dimension(id.clone(), None),
        Page::Dimension(id.clone(), Some(criterion.clone())),
        Page::Question(criterion),
        Page::Express,
        Page::Check(None),
        Page::Check(Some(id.clone())),
        Page::Find,
        Page::PrintQuestionnaire(PrintOptions { filled: false, dimension: Some(id.clone()) }),
        Page::PrintQuestionnaire(PrintOptions { filled: true, dimension: None }),
        Page::Results,
        Page::Result(id),
        Page::Plan,
        Page::Targets,
        Page::WhatIf,
        Page::History,
        Page::Report,
    ]
}

fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let begin = format!(" {name}=\"");
    page.split(begin.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[tokio::test]
async fn every_page_shows_a_made_questionnaire() {
    for recipe in RECIPES {
        let model = read_model(&recipe.model().to_string()).unwrap();
        for page in pages(&model) {
            let shown = html(at(recipe, 0, page.clone(), Locale::En)).await;
            let what = format!("{} {page:?}", recipe.seed);
            assert_eq!(shown.matches("<h1").count(), 1, "{what}");
            assert!(!shown.contains('{'), "{what} shows a placeholder");
            for id in attributes(&shown, "id") {
                assert!(!id.contains(char::is_whitespace), "{what}: {id} is no id of an element");
            }
            let ids: HashSet<&str> = attributes(&shown, "id").into_iter().collect();
            for list in
                ["aria-describedby", "aria-labelledby", "for"].map(|name| attributes(&shown, name)).concat()
            {
                assert!(list.split(' ').all(|id| ids.contains(id)), "{what}: nothing is called {list}");
            }
            leads_somewhere(&model, &shown, &what);
        }
    }
}

/// Every link into the assessment names a page and what the questionnaire has.
fn leads_somewhere(model: &Model, shown: &str, what: &str) {
    for link in attributes(shown, "href").into_iter().filter(|link| link.starts_with("#/a/")) {
        let Route::Assessment(_, page) = Route::parse(link) else { panic!("{what}: {link} leads nowhere") };
        let known = match &page {
            Page::Dimension(id, None) | Page::Result(id) | Page::Check(Some(id)) => {
                model.find_dimension(id).is_some()
            }
            Page::Dimension(id, Some(criterion)) => {
                model.find_dimension(id).is_some() && model.find_criterion(criterion).is_some()
            }
            Page::Question(criterion) => model.find_criterion(criterion).is_some(),
            _ => true,
        };
        assert!(known, "{what}: {link} leads to {page:?}");
    }
}

#[tokio::test]
async fn pages_have_the_levels_of_the_questionnaire() {
    for recipe in RECIPES {
        let levels = usize::try_from(recipe.levels).unwrap();
        let model = read_model(&recipe.model().to_string()).unwrap();
        let dimension = &model.dimensions[1];
        let page = html(at(recipe, 0, Page::Dimension(dimension.id.clone(), None), Locale::En)).await;
        // Those that the firm is asked: the gate's services ask nobody off.
        assert_eq!(page.matches("type=\"radio\"").count(), levels * dimension.criteria.len(), "{recipe:?}");
        assert!(
            page.contains(&format!("Rung {levels} here."))
                && !page.contains(&format!("Rung {} here.", levels + 1))
        );

        let print = PrintOptions { filled: false, dimension: Some(dimension.id.clone()) };
        let paper = html(at(recipe, 0, Page::PrintQuestionnaire(print), Locale::En)).await;
        assert_eq!(paper.matches(&format!("Rung {levels} here.")).count(), dimension.criteria.len());

        let profile = html(at(recipe, 0, Page::Profile, Locale::En)).await;
        let none = format!(
            "Standard: level {} at most without proof, {levels} with a document",
            (levels - 1).max(1)
        );
        assert!(profile.contains(&none), "{recipe:?}");

        let targets = html(at(recipe, 0, Page::Targets, Locale::En)).await;
        let choice = targets.split("<select").nth(1).unwrap().split("</select>").next().unwrap();
        for level in 1..=levels {
            assert!(choice.contains(&format!("value=\"{level}\"")), "{recipe:?}: no target {level}");
        }
        assert!(!choice.contains(&format!("value=\"{}\"", levels + 1)));

        let mut state = at(recipe, 0, Page::Overview, Locale::En);
        state.route = Route::Method;
        let method = html(state).await;
        let named: Vec<bool> = (1..=levels + 1).map(|n| method.contains(&format!("Rung {n}<"))).collect();
        assert_eq!(named.iter().filter(|named| **named).count(), levels, "{recipe:?}");
    }
}

#[tokio::test]
async fn a_path_that_is_not_worked_out_is_said_so() {
    let recipe = RECIPES[2];
    let mut state = at(recipe, 0, Page::Results, Locale::En);
    let mut assessment = (*state.workspace.as_ref().unwrap().assessment).clone();
    for kpi in &state.model.kpis {
        // The worst end of the range, of a sample that is large enough.
        let value = Some(if kpi.better == Better::Higher { 0.0 } else { 100.0 });
        assessment.kpis.insert(kpi.id.clone(), KpiEntry { value, n: Some(60), ..KpiEntry::default() });
    }
    state = reduce(state, Action::Opened(Box::new(assessment), Value::Null));
    let page = html(state).await;
    assert!(page.contains("The shortest way to level 5 is not worked out"));
    assert!(!page.contains("No way to level 5 can be given"));
}

/// A name that every system takes.
fn safe_name(name: &str) -> bool {
    name.len() <= 120 && !name.contains(|c: char| c.is_control() || "<>:\"/\\|?*".contains(c))
}

#[test]
fn every_export_of_a_made_questionnaire_can_be_read_again() {
    for recipe in RECIPES {
        let mut state = at(recipe, 0, Page::Report, Locale::En);
        state.today = "2026-11-25".into();
        let card = state.workspace.as_ref().unwrap().card.clone();
        for (one, lane) in card.recommendations.iter().zip(Lane::ALL) {
            let id = state.model.criterion(one.at).unwrap().id.clone();
            let adopt = Edit::AdoptAll(vec![(id, one.kind, one.to, *lane)]);
            state = reduce(state, Action::Edit(adopt, "2026-11-25T09:00:00Z".into()));
        }
        let steps = state.workspace.as_ref().unwrap().assessment.actions.clone();
        for step in steps {
            let due = Edit::Plan(step.id, PlanField::Due("2026-12-24".into()));
            state = reduce(state, Action::Edit(due, "2026-11-25T09:00:00Z".into()));
        }
        let workspace = state.workspace.as_ref().unwrap();
        let plan = &workspace.assessment.actions;
        assert_eq!(plan.len(), card.recommendations.len().min(Lane::ALL.len()), "{recipe:?}");
        let case = case(&state, workspace);
        for export in EXPORTS {
            let (text, name) = ((export.make)(&case), file_name(&case, "kind", export.extension));
            assert!(safe_name(&name), "{name}");
            let what = format!("{} of {recipe:?}", export.id);
            match export.extension {
                "json" => drop(serde_json::from_str::<Value>(&text).expect(&what)),
                "csv" => assert!(text.lines().count() > 1, "{what}"),
                "ics" => assert_eq!(text.matches("BEGIN:VEVENT").count(), plan.len(), "{what}"),
                _ => assert!(text.contains(&format!("Rung {}", card.overall.level.unwrap())), "{what}"),
            }
        }
        assert!(!workbook(&workbook_spec(&case).json()).unwrap().is_empty(), "{recipe:?}");
        let again =
            read_assessment(&write_assessment(&workspace.assessment, &workspace.document), &state.model);
        assert_eq!(again.unwrap().assessment.actions, *plan);
    }
}

#[test]
fn a_text_of_any_id_has_an_address_that_is_one_file() {
    let address = text_address(Locale::Zh, "../质量/1?#");
    let name = address.strip_prefix("content/text/zh-CN/").unwrap();
    let safe = |c: char| c.is_ascii_alphanumeric() || "-._~%".contains(c);
    assert!(name.chars().all(safe), "{name}");
    // A server decodes the address once; what it looks for is still one name.
    let file = decoded(name).unwrap();
    assert!(file.chars().all(safe) && file.starts_with("..%2F"), "{file}");
}

proptest! {
    #[test]
    fn routes_keep_any_id(dimension in "\\PC{1,64}", criterion in "\\PC{1,64}") {
        prop_assert_eq!(decoded(&encoded(&dimension)), Some(dimension.clone()));
        let print = PrintOptions { filled: true, dimension: Some(dimension.clone()) };
        for page in [
            Page::Dimension(dimension.clone(), None),
            Page::Dimension(dimension.clone(), Some(criterion.clone())),
            Page::Question(criterion.clone()),
            Page::Check(Some(dimension.clone())),
            Page::Result(dimension.clone()),
            Page::PrintQuestionnaire(print),
        ] {
            let route = Route::Assessment("x".into(), page);
            let hash = route.hash();
            prop_assert!(hash.is_ascii() && !hash.contains([' ', '"', '<', '?']), "{}", hash);
            prop_assert_eq!(Route::parse(&hash), route);
        }
    }
}

#[test]
fn what_is_no_address_leads_nowhere() {
    for hash in ["#/a/x/q/%", "#/a/x/q/%4", "#/a/x/q/%zz", "#/a/x/q/%ff"] {
        assert_eq!(Route::parse(hash), Route::Nowhere, "{hash}");
    }
    // A browser encodes what was typed, and older addresses were not encoded.
    assert_eq!(Route::parse("#/a/x/q/质量"), Route::parse("#/a/x/q/%E8%B4%A8%e9%87%8f"));
}
