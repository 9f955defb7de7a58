//! Trying other levels leaves the assessment as it is, and what is kept is what was shown.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::rc::Rc;

use common::own_model;
use fuxiao::state::{Action, AppState, Edit, Route, Settings, sample};
use fuxiao_core::assessment::{Answer, Assessment};
use fuxiao_core::whatif::{Levels, level_changes, simulate};
use fuxiao_core::whatif_outcome::retargets;
use serde_json::Value;
use yew::Reducible;

fn reduce(state: AppState, action: Action) -> AppState {
    Rc::unwrap_or_clone(Reducible::reduce(Rc::new(state), action))
}

fn begun() -> AppState {
    let model = own_model();
    let assessment = sample::assessment(&model).unwrap();
    let state = AppState::new(model, Settings::default(), Route::Home, 1024);
    reduce(state, Action::Opened(Box::new(assessment), Value::Null))
}

fn try_one(state: AppState, id: &str, level: impl Into<Option<u8>>) -> AppState {
    reduce(state, Action::TryLevel(id.to_string(), level.into()))
}

fn in_hand(state: &AppState) -> &Assessment {
    &state.workspace.as_ref().unwrap().assessment
}

#[test]
fn playing_changes_nothing_that_is_stored_and_can_be_forgotten() {
    let before = begun();
    let mut state = before.clone();
    let effective = state.workspace.as_ref().unwrap().card.statuses[0][0].rating().unwrap().effective;
    state = try_one(state, "D1.1", effective % 5 + 1);
    state = try_one(state, "D1.2", 5);
    state = try_one(state, "D1.2", 4);
    assert_eq!((state.whatif.levels.len(), state.whatif.levels["D1.2"]), (2, 4));
    state = reduce(state, Action::Navigated(Route::Home));
    assert_eq!(state.whatif.levels.len(), 2, "another place ends the trial");
    state = try_one(state, "D1.1", effective);
    assert_eq!(state.whatif.levels.len(), 1, "the level that counts is a trial");
    for (id, level) in [("D99.9", 3), ("D1.3", 9), ("D1.3", 0)] {
        state = try_one(state, id, level);
        assert_eq!(state.whatif.levels.len(), 1, "{id} {level}");
    }
    state = reduce(state, Action::TryLevels(Levels::from([("D2.1".into(), 5), ("D99.9".into(), 2)])));
    assert_eq!(state.whatif.levels, Levels::from([("D2.1".into(), 5)]));
    assert_eq!(
        (&state.workspace, &state.history, state.saved),
        (&before.workspace, &before.history, before.saved)
    );
    state = try_one(state, "D2.1", None);
    assert!(state.whatif.levels.is_empty());
    state = reduce(try_one(state, "D2.1", 5), Action::DiscardWhatIf);
    assert_eq!(state.whatif, before.whatif);
}

#[test]
fn what_does_not_apply_cannot_be_tried_and_what_is_open_can() {
    let mut state = reduce(begun(), Action::Edit(Edit::Clear("D1.1".into()), "2026-11-24T09:00:00Z".into()));
    let out = Edit::NotApplicable("D1.2".into(), "no such channel".into());
    state = reduce(state, Action::Edit(out, "2026-11-24T09:00:00Z".into()));
    assert!(matches!(in_hand(&state).answer("D1.2"), Answer::NotApplicable(_)));
    state = try_one(try_one(state, "D1.1", 3), "D1.2", 3);
    assert_eq!(state.whatif.levels, Levels::from([("D1.1".into(), 3)]));
}

#[test]
fn another_assessment_ends_the_what_if_and_the_same_one_does_not() {
    let state = try_one(begun(), "D1.1", 5);
    let mut same = in_hand(&state).clone();
    same.revision += 1;
    let again = reduce(state.clone(), Action::Opened(Box::new(same), Value::Null));
    assert_eq!(again.whatif, state.whatif);
    let mut other = in_hand(&state).clone();
    other.id = "0b0c0000-0000-4000-8000-00000000000c".into();
    let gone = reduce(state.clone(), Action::Opened(Box::new(other), Value::Null));
    assert!(gone.whatif.levels.is_empty());
    let missing = reduce(state, Action::NotFound(fuxiao::state::Missing::Unknown));
    assert!(missing.whatif.levels.is_empty());
}

#[test]
fn what_is_kept_as_targets_is_the_levels_that_were_shown_and_nothing_else() {
    let mut state = begun();
    for c in 1..=6 {
        state = try_one(state, &format!("D1.{c}"), 4);
    }
    state = try_one(state, "D2.1", 5);
    let (model, open) = (state.model.clone(), state.workspace.clone().unwrap());
    let moves = level_changes(&model, &open.card, &state.whatif.levels);
    let after = simulate(&model, &open.assessment, &open.card, &moves);
    let shown = retargets(&after, &moves);
    assert!(shown.iter().any(|one| (one.dimension, one.to) == (0, 4)), "{shown:?}");
    assert!(shown.iter().all(|one| one.dimension < 2 && one.from != one.to));
    let targets: Vec<_> =
        shown.iter().map(|one| (model.dimensions[one.dimension].id.clone(), Some(one.to))).collect();
    state = reduce(state, Action::KeepAsTargets(targets.clone(), "2026-11-24T09:00:00Z".into()));
    assert!(state.whatif.levels.is_empty() && state.just_kept());
    let kept = in_hand(&state).clone();
    assert_eq!(kept.targets.len(), targets.len());
    for (id, level) in targets {
        assert_eq!(kept.targets.get(&id).copied(), level);
    }
    let before = &open.assessment;
    let same = Assessment {
        targets: before.targets.clone(),
        revision: before.revision,
        modified: before.modified.clone(),
        ..kept
    };
    assert_eq!(&std::rc::Rc::new(same), before);
    state = reduce(state, Action::Undo("2026-11-24T09:01:00Z".into()));
    assert_eq!((&in_hand(&state).targets, state.just_kept()), (&before.targets, false));
    assert!(state.history.past.is_empty(), "keeping is more than one step");
}
