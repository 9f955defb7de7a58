//! A set of targets is applied and taken back in one step.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::rc::Rc;

use common::own_model;
use fuxiao::state::{Action, AppState, Edit, Route, Settings, sample};
use fuxiao_core::preset::{Preset, changes, offered, overrides, targets};
use serde_json::Value;
use yew::Reducible;

fn reduce(state: AppState, action: Action) -> AppState {
    Rc::unwrap_or_clone(Reducible::reduce(Rc::new(state), action))
}

#[test]
fn a_set_is_applied_and_taken_back_in_one_step_and_leaves_the_models_own_to_the_model() {
    let model = own_model();
    let mut assessment = sample::assessment(&model).unwrap();
    assessment.targets = [("D2".to_string(), 5), ("D99".to_string(), 2)].into();
    let before = assessment.targets.clone();
    let state = AppState::new(model.clone(), Settings::default(), Route::Home, 1024);
    let state = reduce(state, Action::Opened(Box::new(assessment), Value::Null));
    let apply = |state: &AppState, preset: &Preset| {
        let workspace = state.workspace.as_ref().unwrap();
        let wanted = targets(preset, &state.model, &workspace.assessment, &workspace.card);
        let edit = Edit::Targets(overrides(&wanted, &state.model));
        reduce(state.clone(), Action::Edit(edit, "2026-11-24T09:00:00Z".into()))
    };
    for preset in &offered(&model) {
        let now = apply(&state, preset);
        let workspace = now.workspace.as_ref().unwrap();
        let wanted = targets(preset, &model, &workspace.assessment, &workspace.card);
        let scored: Vec<u8> = workspace.card.dimensions.iter().map(|d| d.target).collect();
        assert_eq!(scored, wanted, "{preset:?}");
        assert!(changes(preset, &model, &workspace.assessment, &workspace.card).is_empty(), "{preset:?}");
        assert_eq!(workspace.assessment.targets["D99"], 2, "a dimension that is not known keeps its target");
        for dimension in &model.dimensions {
            assert_ne!(workspace.assessment.targets.get(&dimension.id), Some(&dimension.target));
        }
        assert_eq!(now.history.past.len(), 1);
        let back = reduce(now, Action::Undo("2026-11-24T09:01:00Z".into()));
        assert_eq!(back.workspace.unwrap().assessment.targets, before);
    }
    let own = apply(&state, &Preset::Standard).workspace.unwrap().assessment;
    assert_eq!(own.targets.keys().collect::<Vec<_>>(), ["D99"]);
}
