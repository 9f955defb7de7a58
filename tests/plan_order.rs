//! Steps of a plan come in turn.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::own_model;
use fuxiao::state::{Edit, PlanField, apply};
use fuxiao_core::assessment::{Answer, Assessment, Entry, Evidence, Kind, Lane, PlanAction as Step};
use fuxiao_core::plan::path_lanes;
use fuxiao_core::roadmap::{Goal, shortest_path};
use fuxiao_core::{Model, score};

fn filled(model: &Model, level: impl Fn(usize) -> u8) -> Assessment {
    let mut assessment = Assessment::default();
    for (at, (_, criterion)) in model.criteria().enumerate() {
        let answer = Answer::Level(level(at));
        let entry = Entry { answer, evidence: Evidence::Measured, ..Entry::default() };
        assessment.answers.insert(criterion.id.clone(), entry);
    }
    assessment
}

#[test]
fn a_way_on_the_plan_keeps_its_steps_in_turn_and_changes_no_score() {
    let model = own_model();
    let mut assessment = filled(&model, |_| 1);
    let card = score(&model, &assessment);
    let found = shortest_path(&model, &assessment, &card, Goal::Overall(4)).unwrap();
    let lanes = path_lanes(&found.steps);
    let taken = found.steps.iter().zip(&lanes);
    let taken: Vec<_> =
        taken.map(|(s, lane)| (model.criterion(s.at).unwrap().id.clone(), s.kind, s.to, *lane)).collect();
    assert!(apply(&model, &mut assessment, Edit::AdoptAll(taken.clone())));
    assert!(!apply(&model, &mut assessment, Edit::AdoptAll(taken)), "a second time adds nothing");
    assert_eq!(assessment.actions.len(), found.steps.len());
    let in_turn = |actions: &[Step]| {
        actions.iter().all(|high| {
            let lower = actions.iter().filter(|low| low.criterion == high.criterion && low.to < high.to);
            lower.map(|low| low.lane).max().is_none_or(|lane| lane <= high.lane)
        })
    };
    assert!(in_turn(&assessment.actions));
    for lane in [Lane::First, Lane::Second, Lane::Third] {
        assert!(assessment.actions.iter().filter(|a| a.lane == lane).count() <= 5, "{lane:?}");
    }
    for at in (0..assessment.actions.len()).step_by(3) {
        for lane in [Lane::Later, Lane::First, Lane::Third] {
            let id = assessment.actions[at].id.clone();
            apply(&model, &mut assessment, Edit::Plan(id, PlanField::Lane(lane)));
            assert!(in_turn(&assessment.actions));
        }
    }
    assert_eq!(score(&model, &assessment), card);
}

#[test]
fn a_higher_step_never_comes_before_its_lower_one() {
    let model = own_model();
    let mut assessment = filled(&model, |_| 2);
    let adopt = |to, lane| Edit::Adopt("D1.1".into(), Kind::Practice, to, lane);
    apply(&model, &mut assessment, adopt(3, Lane::Third));
    apply(&model, &mut assessment, adopt(4, Lane::First));
    assert_eq!(assessment.actions[1].lane, Lane::Third);
    apply(&model, &mut assessment, Edit::Plan("a1".into(), PlanField::Lane(Lane::Later)));
    assert_eq!(assessment.actions[1].lane, Lane::Later);
    apply(&model, &mut assessment, Edit::Plan("a1".into(), PlanField::Lane(Lane::First)));
    apply(&model, &mut assessment, Edit::Plan("a2".into(), PlanField::Lane(Lane::Second)));
    assert_eq!((assessment.actions[0].lane, assessment.actions[1].lane), (Lane::First, Lane::Second));
}
