//! Undo and redo, pace, counts and surveys: what happens to the open assessment, without a browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::rc::Rc;

use common::own_model;
use fuxiao::state::{Action, AppState, Edit, Page, ProfileField, Route, STEPS, Settings, sample};
use fuxiao_core::margin::{Survey, margin};
use fuxiao_core::{Answer, Assessment};
use serde_json::Value;
use yew::Reducible;

fn reduce(state: AppState, action: Action) -> AppState {
    Rc::unwrap_or_clone(Reducible::reduce(Rc::new(state), action))
}

fn edit(state: AppState, edit: Edit) -> AppState {
    at(state, edit, "2026-11-24T09:00:00.000Z")
}

fn at(state: AppState, edit: Edit, now: &str) -> AppState {
    reduce(state, Action::Edit(edit, now.to_string()))
}

fn undo(state: AppState) -> AppState {
    reduce(state, Action::Undo("2026-11-24T09:01:00.000Z".to_string()))
}

fn redo(state: AppState) -> AppState {
    reduce(state, Action::Redo("2026-11-24T09:02:00.000Z".to_string()))
}

fn begun() -> AppState {
    let model = own_model();
    let assessment = sample::assessment(&model).unwrap();
    let state = AppState::new(model, Settings::default(), Route::Home, 1024);
    reduce(state, Action::Opened(Box::new(assessment), Value::Null))
}

/// What was said, without the count and the times of changes.
fn said(state: &AppState) -> Assessment {
    let mut assessment = (*state.workspace.as_ref().unwrap().assessment).clone();
    for entry in assessment.answers.values_mut() {
        (entry.at, entry.release) = (None, None);
    }
    Assessment { revision: 0, modified: String::new(), ..assessment }
}

fn count(state: &AppState) -> u64 {
    state.workspace.as_ref().unwrap().assessment.revision
}

#[test]
fn a_hundred_changes_of_every_kind_are_undone_and_redone_one_by_one() {
    let mut state = begun();
    let ids: Vec<String> = state.model.criteria().map(|(_, criterion)| criterion.id.clone()).collect();
    let mut seen = vec![said(&state)];
    for (i, id) in ids.iter().cycle().take(150).enumerate() {
        let change = match i % 5 {
            0 => Edit::Level(id.clone(), 1 + (i / 5 % 5) as u8),
            1 => Edit::Note(id.clone(), format!("note {i}")),
            2 => Edit::Kpi("K01".into(), Some(i as f64 / 2.0)),
            3 => Edit::Clear(id.clone()),
            _ => Edit::Profile(ProfileField::Firm(format!("firm {i}"))),
        };
        let before = state.history.past.len();
        state = edit(state, change);
        if state.history.past.len() > before {
            seen.push(said(&state));
        }
    }
    assert!(seen.len() > 101 && seen.len() <= STEPS);
    let newest = count(&state);
    for earlier in seen.iter().rev().skip(1) {
        state = undo(state);
        assert_eq!(said(&state), *earlier);
    }
    assert!(count(&state) > newest, "an older tab would win over what was undone");
    assert_eq!(undo(state.clone()), state, "there is nothing left to undo");
    for later in &seen[1..] {
        state = redo(state);
        assert_eq!(said(&state), *later);
    }
    assert_eq!(redo(state.clone()), state);
}

#[test]
fn scores_follow_what_is_undone() {
    let state = begun();
    let before = state.workspace.as_ref().unwrap().card.clone();
    let changed = edit(state, Edit::Level("D1.1".into(), 1));
    assert_ne!(changed.workspace.as_ref().unwrap().card, before);
    assert_eq!(undo(changed).workspace.unwrap().card, before);
}

#[test]
fn one_note_is_one_step_until_its_field_is_left() {
    let mut state = begun();
    let note = |text: &str| Edit::Note("D1.1".into(), text.into());
    for text in ["o", "on", "one"] {
        state = edit(state, note(text));
    }
    assert_eq!(state.history.past.len(), 1);
    state = reduce(state, Action::FieldLeft);
    for text in ["one, t", "one, two"] {
        state = edit(state, note(text));
    }
    assert_eq!(state.history.past.len(), 2);
    state = undo(state);
    let known = |state: &AppState| said(state).answers["D1.1"].note.clone();
    assert_eq!(known(&state), "one");
    state = edit(state, note("one!"));
    assert_eq!((state.history.past.len(), state.history.future.len()), (2, 0));
    assert_eq!(known(&undo(state)), "one");
}

#[test]
fn the_step_limit_forgets_the_oldest_only() {
    let mut state = begun();
    for i in 0..STEPS + 7 {
        state = edit(state, Edit::Level("D1.1".into(), 1 + (i % 2) as u8));
    }
    assert_eq!(state.history.past.len(), STEPS);
}

#[test]
fn clearing_everything_keeps_profile_targets_and_plan_and_can_be_undone() {
    let state = edit(begun(), Edit::Target("D1".into(), 4.into()));
    let before = said(&state);
    let cleared = edit(state, Edit::Reset);
    let after = said(&cleared);
    assert!(after.answers.is_empty() && after.kpis.is_empty());
    assert_eq!(
        (&after.firm, &after.targets, &after.actions),
        (&before.firm, &before.targets, &before.actions)
    );
    assert_eq!(said(&undo(cleared)), before);
}

#[test]
fn what_another_tab_did_is_not_undone_here() {
    let state = edit(begun(), Edit::Level("D1.1".into(), 1));
    let mut other = (*state.workspace.as_ref().unwrap().assessment).clone();
    other.revision += 5;
    let state = reduce(state, Action::Opened(Box::new(other), Value::Null));
    assert!(state.history.past.is_empty() && state.history.future.is_empty());
}

#[test]
fn a_share_comes_from_its_counts_and_a_value_by_hand_drops_them() {
    let kpi = |state: &AppState| said(state).kpis.get("K01").copied().unwrap_or_default();
    let mut state = edit(begun(), Edit::Counts("K01".into(), Some(33), Some(40)));
    assert_eq!(kpi(&state).value, Some(82.5));
    let same = edit(state.clone(), Edit::Counts("K01".into(), Some(41), Some(40)));
    assert_eq!(kpi(&same), kpi(&state), "more than all is out of range and changes nothing");
    let zero = edit(state.clone(), Edit::Counts("K01".into(), Some(33), Some(0)));
    assert_eq!(kpi(&zero).value, Some(82.5), "nothing is divided by nought");
    state = edit(state, Edit::Kpi("K01".into(), Some(80.0)));
    assert_eq!((kpi(&state).numerator, kpi(&state).denominator), (None, None));
    state = edit(state, Edit::Survey("K10".into(), Some(60), Some(200)));
    assert_eq!(said(&state).kpis["K10"].population, Some(200));
}

#[test]
fn margins_agree_with_the_published_sample_sizes() {
    // Answers needed for ±5, ±8 and ±10 points at p = 0.5 (research notes, section 3.4).
    for (people, needed) in
        [(50, [45, 38, 34]), (100, [80, 61, 50]), (200, [132, 86, 66]), (2000, [323, 140, 92])]
    {
        for (n, points) in needed.into_iter().zip([5.0, 8.0, 10.0]) {
            let width = |n| margin(Survey::Share, 50.0, n, Some(people)).unwrap();
            assert!(width(n) <= points + 0.1 && width(n - 2) > points, "{n} of {people}: {}", width(n));
        }
    }
    let net = margin(Survey::Net, 40.0, 60, None).unwrap();
    assert!((net - 23.19).abs() < 0.01, "{net}");
    assert!(margin(Survey::Net, 100.0, 60, None).unwrap() < 1e-9);
    let model = own_model();
    let surveys = model.kpis.iter().filter_map(|kpi| Some((kpi.id.as_str(), kpi.survey?)));
    let expected = [("K09", Survey::Share), ("K10", Survey::Net), ("K32", Survey::Net)];
    assert_eq!(surveys.collect::<Vec<_>>(), expected);
}

#[test]
fn a_pace_needs_five_answers_and_leaves_pauses_out() {
    let mut state = begun();
    let ids: Vec<String> =
        state.model.criteria().map(|(_, criterion)| criterion.id.clone()).take(7).collect();
    state = edit(state, Edit::Reset);
    let times = ["23:58:00", "23:58:30", "23:59:00", "23:59:30", "00:00:00", "02:00:00", "02:00:30"];
    for (id, time) in ids.iter().zip(times) {
        assert_eq!(state.pacing.left(10), None);
        state = at(state, Edit::Level(id.clone(), 3), &format!("2026-11-24T{time}.000Z"));
        state = at(state, Edit::Level(id.clone(), 4), "2026-11-24T05:00:00.000Z");
    }
    // Five gaps of half a minute; the one of two hours is a pause.
    assert_eq!((state.pacing.minutes(), state.pacing.left(10)), (2, Some(5)));
    assert_eq!(said(&state).answer(&ids[6]), &Answer::Level(4));
}

#[test]
fn the_way_through_that_was_taken_last_is_kept_and_the_check_is_come_back_to() {
    let inside = |place| Route::Assessment(sample::ID.to_string(), place);
    let go = |state, place| reduce(state, Action::Navigated(inside(place)));
    let single = Page::Question("D1.2".into());
    let section = Page::Dimension("D1".into(), Some("D1.2".into()));
    let mut state = go(begun(), single.clone());
    assert_eq!(state.answering("D1", "D1.2"), single);
    state = go(state, section.clone());
    assert_eq!(state.answering("D1", "D1.2"), section);
    assert_eq!(state.return_to, None);
    state = go(go(state, Page::Check(None)), section);
    assert_eq!(state.return_to, Some((inside(Page::Check(None)), "D1.2".to_string())));
    state = go(go(state, single), Page::Check(None));
    assert_eq!(state.return_to.clone().unwrap().1, "D1.2");
    assert_eq!(go(state, Page::Overview).return_to, None);
}

#[test]
fn the_next_open_question_of_a_dimension_is_in_it_or_after_it() {
    let state = edit(edit(begun(), Edit::Clear("D1.3".into())), Edit::Clear("D5.2".into()));
    assert_eq!(state.next_open(state.before_dimension("D5")), Some(("D5", "D5.2")));
    assert_eq!(state.next_open(state.before_dimension("D6")), Some(("D1", "D1.3")), "and round again");
    assert_eq!(state.next_open(state.before_dimension("D1")), Some(("D1", "D1.3")));
}

#[test]
fn nothing_changes_while_another_tab_has_the_assessment_or_a_choice_is_due() {
    use fuxiao::state::{Conflict, Role};
    let state = edit(begun(), Edit::Level("D1.1".into(), 1));
    let id = state.workspace.as_ref().unwrap().assessment.id.clone();
    let follows = reduce(state.clone(), Action::Role(Role::Follower));
    let two_ways = Conflict::new(&id, None, Value::Null, None);
    let splits = reduce(state.clone(), Action::ConflictFound(Some(std::rc::Rc::new(two_ways))));
    for held in [follows, splits] {
        let same = edit(held.clone(), Edit::Level("D1.1".into(), 4));
        assert_eq!(same.workspace, state.workspace);
        let same = reduce(held, Action::Undo("2026-11-26T10:00:00Z".into()));
        assert_eq!(same.workspace, state.workspace);
    }
}

#[test]
fn an_answer_keeps_when_and_under_which_release_it_was_given() {
    let state = edit(begun(), Edit::Level("D1.1".into(), 1));
    let entry = state.workspace.as_ref().unwrap().assessment.answers["D1.1"].clone();
    assert_eq!(entry.at.as_deref(), Some(state.workspace.as_ref().unwrap().assessment.modified.as_str()));
    assert_eq!(entry.release.as_deref(), Some(state.model.release.as_str()));
    let other = edit(state.clone(), Edit::Level("D1.2".into(), 2));
    assert_eq!(
        other.workspace.unwrap().assessment.answers["D1.1"],
        entry,
        "what was not changed keeps its time"
    );
}

#[test]
fn places_are_remembered_of_what_is_in_hand_and_forgotten_with_it() {
    let mut state = begun();
    let id = state.workspace.as_ref().unwrap().assessment.id.clone();
    for made_up in 0..500 {
        let route = Route::parse(&format!("#/a/made-up-{made_up}/results"));
        state = reduce(state, Action::Navigated(route));
    }
    state = reduce(state, Action::Navigated(Route::parse(&format!("#/a/{id}/plan"))));
    assert_eq!(state.settings.last_pages.keys().collect::<Vec<_>>(), [&id]);
    state = reduce(state, Action::Deleted(id));
    assert!(state.workspace.is_none() && state.settings.last_pages.is_empty());
}

#[test]
fn settings_of_two_tabs_are_merged_field_by_field() {
    use fuxiao::state::{Settings, Theme};
    let before = Settings::default();
    let dark = Settings { theme: Theme::Dark, ..before.clone() };
    let stored = dark.merged(&before, None);
    let mut other = before.clone();
    other.last_pages.insert("x".into(), "#/a/x".into());
    let stored = other.merged(&before, Some(&stored));
    let read = Settings::parse(Some(&stored), before.locale);
    assert_eq!((read.theme, read.last_pages.len()), (Theme::Dark, 1));
    let gone = Settings { last_pages: Default::default(), ..other.clone() };
    assert!(Settings::parse(Some(&gone.merged(&other, Some(&stored))), before.locale).last_pages.is_empty());
    assert_eq!(before.merged(&before, Some("{\"future\": 1}")), "{\"future\":1}");
}
