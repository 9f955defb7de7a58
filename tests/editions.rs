//! An assessment of the first edition opens in the second: nothing is lost, and nothing is taken for an answer to texts
//! that nobody has read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::app::{app, html, reduce};
use common::{own_model, text};
use fuxiao::state::{Action, AppState, Edit, FindFilter, Page, Route};
use fuxiao_core::edition::{other, others};
use fuxiao_core::{Answer, Assessment, score};
use fuxiao_format::{read_assessment, write_assessment};
use fuxiao_language::Locale;
use serde_json::Value;

const FIRST: &str = "tests/fixtures/release-1/bookkeeping.json";
const LATER: &str = "2026-11-27T08:00:00Z";

fn first() -> (Assessment, Value) {
    let stored = read_assessment(&text(FIRST), &own_model()).unwrap();
    (stored.assessment, stored.document)
}

fn at(place: Page, locale: Locale) -> AppState {
    let (assessment, document) = first();
    app(Route::Assessment(assessment.id.clone(), place), locale, assessment, document)
}

fn edit(state: AppState, edit: Edit) -> AppState {
    reduce(state, Action::Edit(edit, LATER.into()))
}

fn given(state: &AppState) -> Assessment {
    (*state.workspace.clone().unwrap().assessment).clone()
}

#[test]
fn every_answer_of_the_first_edition_is_there_and_waits_to_be_looked_at() {
    let model = own_model();
    let (assessment, document) = first();
    let waiting = others(&model, &assessment);
    let counted = score(&model, &assessment).overall.answered;
    assert!(counted > 80, "answers count as they stand");
    assert!(waiting.len() >= counted);
    // Written back, the document says what it said.
    let written = write_assessment(&assessment, &document);
    let again = read_assessment(&written, &model).unwrap();
    assert_eq!(again.assessment, assessment);
    for part in ["kpis", "model"] {
        assert_eq!(again.document[part], document[part], "{part}");
    }
    // An answer that this edition forbids is kept, and is no answer.
    let kept: Vec<&String> =
        assessment.answers.iter().filter(|(_, entry)| entry.withheld.is_some()).map(|(id, _)| id).collect();
    for id in &kept {
        assert_eq!(*assessment.answer(id), Answer::Unanswered);
    }
}

#[test]
fn only_looking_again_makes_an_answer_one_of_this_edition() {
    let model = own_model();
    let start = at(Page::Overview, Locale::En);
    let count = |state: &AppState| others(&model, &given(state)).len();
    let before = count(&start);
    let (_, criterion) = model.find_criterion("D1.1").unwrap();
    let waits = |state: &AppState| other(&model, &given(state), criterion).map(str::to_string);
    assert_eq!(waits(&start).as_deref(), Some("1.0.0"));
    // A note, proof, a mark: nobody has said that the answer still holds.
    let noted = edit(start.clone(), Edit::Note("D1.1".into(), "asked".into()));
    assert_eq!(count(&noted), before);
    // Accepted as it stands, it is the same answer.
    let accepted = edit(start.clone(), Edit::Confirm("D1.1".into()));
    assert_eq!((count(&accepted), waits(&accepted)), (before - 1, None));
    assert_eq!(given(&accepted).answer("D1.1"), given(&start).answer("D1.1"));
    assert_eq!(given(&accepted).answers["D1.1"].release.as_deref(), Some("2.0.0"));
    // Chosen again, too; and undone, it waits again.
    let chosen = edit(start.clone(), Edit::Level("D1.1".into(), 2));
    assert_eq!(waits(&chosen), None);
    for done in [accepted, chosen] {
        let undone = reduce(done, Action::Undo(LATER.into()));
        assert_eq!(waits(&undone).as_deref(), Some("1.0.0"));
    }
    // Not answered, a question does not wait.
    let cleared = edit(start.clone(), Edit::Clear("D1.1".into()));
    assert_eq!((count(&cleared), waits(&cleared)), (before - 1, None));
    assert_eq!(given(&start).model_release, "1.0.0", "what it was made with stays");
}

#[test]
fn the_way_goes_from_one_to_the_next_and_ends() {
    let model = own_model();
    let mut state = at(Page::Overview, Locale::Zh);
    let all = others(&model, &given(&state)).len();
    let mut seen = Vec::new();
    let mut after: Option<String> = None;
    while let Some((_, id)) = state.next_changed(after.as_deref()) {
        let id = id.to_string();
        seen.push(id.clone());
        state = edit(state.clone(), Edit::Confirm(id.clone()));
        after = Some(id);
        assert!(seen.len() <= all);
    }
    assert_eq!(seen.len(), all);
    let taken = |only: FindFilter| {
        let assessment = given(&state);
        model.criteria().filter(|(_, c)| only.matches(&model, &assessment, c)).count()
    };
    assert_eq!(taken(FindFilter::Changed), 0);
}

#[tokio::test]
async fn pages_say_that_the_questions_changed_and_lead_through_them() {
    for (locale, words) in [(Locale::Zh, "题目后来改过"), (Locale::En, "which have changed since")] {
        for place in [Page::Overview, Page::Results, Page::Check(None)] {
            let page = html(at(place.clone(), locale)).await;
            assert!(page.contains("data-test=\"changed\"") && page.contains(words), "{place:?}");
        }
        let page = html(at(Page::Dimension("D1".into(), None), locale)).await;
        assert_eq!(page.matches("data-test=\"confirm\"").count(), 6);
        assert!(page.contains("1.0.0") && page.contains("2.0.0"));
        let model = own_model();
        let mut state = at(Page::Overview, locale);
        for at in others(&model, &given(&state)) {
            state = edit(state, Edit::Confirm(model.criterion(at).unwrap().id.clone()));
        }
        assert!(!html(state).await.contains("data-test=\"changed\""));
    }
}

#[tokio::test]
async fn figures_that_are_no_longer_asked_are_shown_and_not_scored() {
    for (locale, name) in
        [(Locale::Zh, "按时申报率（K14）：96.8"), (Locale::En, "On-time filing rate (K14): 96.8")]
    {
        let state = at(Page::Check(None), locale);
        assert!(state.workspace.clone().unwrap().card.unknown.contains(&"K14".to_string()));
        let page = html(state).await;
        let gone = page.split("data-test=\"retired\"").nth(1).unwrap().split("</div>").next().unwrap();
        assert!(gone.contains(name), "{gone}");
    }
}
