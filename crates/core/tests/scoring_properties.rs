//! The invariants at the end of the scoring rules, over random models of answers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::random::{assessments, numbers};
use common::{own_model, plain_draft};
use fuxiao_core::assessment::{Answer, Assessment, Entry, Firm};
use fuxiao_core::{Model, Scorecard, score};
use fuxiao_format::services::AUDIT;
use proptest::prelude::*;

const GATE_KPI: &str = "K37";

fn without(gone: &[&str]) -> Model {
    // The published file with some criteria taken out, and their mention in the legal gate with them.
    let mut file: serde_json::Value = serde_json::from_str(fuxiao_format::own_model_text()).unwrap();
    for dimension in file["dimensions"].as_array_mut().unwrap() {
        dimension["criteria"].as_array_mut().unwrap().retain(|c| !gone.contains(&c["id"].as_str().unwrap()));
    }
    if let Some(ids) = file["legal_gate"]["criteria"].as_array_mut() {
        ids.retain(|id| !gone.contains(&id.as_str().unwrap()));
    }
    fuxiao_format::read_model(&file.to_string()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn raising_an_answer_lowers_nothing(assessment in assessments(), pick in any::<prop::sample::Index>()) {
        let model = own_model();
        let answered: Vec<String> = assessment.answers.iter()
            .filter(|(_, entry)| entry.level().is_some_and(|level| level < 5))
            .map(|(id, _)| id.clone()).collect();
        prop_assume!(!answered.is_empty());
        let id = pick.get(&answered);
        let mut better = assessment.clone();
        if let Some(Entry { answer: Answer::Level(level), .. }) = better.answers.get_mut(id) {
            *level += 1;
        }
        for (before, after) in numbers(&score(&model, &assessment)).iter().zip(numbers(&score(&model, &better))) {
            prop_assert_eq!(before.is_some(), after.is_some());
            if let (Some(before), Some(after)) = (before, after) {
                prop_assert!(after >= before - 1e-12, "{id}: {before} became {after}");
            }
        }
    }

    #[test]
    fn what_is_shown_lies_between_its_bounds(assessment in assessments()) {
        let card = score(&own_model(), &assessment);
        let within = |low: Option<f64>, shown: Option<f64>, high: Option<f64>, complete: bool| {
            let (Some(shown), Some(low), Some(high)) = (shown, low, high) else { return true };
            low <= shown + 1e-12 && shown <= high + 1e-12 && (!complete || (high - low).abs() < 1e-12)
        };
        let whole = &card.overall;
        let complete = whole.answered == whole.applicable;
        prop_assert!(within(whole.low, whole.score, whole.high, complete));
        if let (Ok(level), Some(low), Some(high)) = (whole.level, whole.level_low, whole.level_high) {
            prop_assert!(low <= level && level <= high && (!complete || low == high));
        }
        for d in &card.dimensions {
            prop_assert!(within(d.low, d.score, d.high, d.complete()));
            if let (Some(level), Some(low), Some(high)) = (d.level, d.level_low, d.level_high) {
                prop_assert!(low <= level && level <= high && (!d.complete() || low == high));
            }
        }
    }

    #[test]
    fn effective_is_never_above_declared(assessment in assessments()) {
        for rating in score(&own_model(), &assessment).statuses.iter().flatten().filter_map(|s| s.rating()) {
            prop_assert!(rating.effective <= rating.declared);
            prop_assert_eq!(rating.cap.is_some(), rating.effective < rating.declared);
        }
    }

    #[test]
    fn recommendations_go_one_step_and_lanes_hold_five(assessment in assessments()) {
        let card = score(&own_model(), &assessment);
        for (one, next) in card.recommendations.iter().zip(card.recommendations.iter().skip(1)) {
            prop_assert!(one.trips_gate >= next.trips_gate);
            prop_assert!(one.trips_gate != next.trips_gate || one.priority >= next.priority - 1e-9);
        }
        for one in &card.recommendations {
            prop_assert_eq!(one.to, one.from + 1);
            prop_assert!(one.priority > 0.0 && one.priority <= 100.0);
        }
        for lane in [fuxiao_core::assessment::Lane::First, fuxiao_core::assessment::Lane::Second, fuxiao_core::assessment::Lane::Third] {
            prop_assert!(card.lanes.iter().filter(|one| **one == lane).count() <= 5);
        }
    }

    #[test]
    fn what_is_not_sold_equals_a_model_without_its_questions(assessment in assessments()) {
        let model = own_model();
        let firm = Firm { services: vec![AUDIT], ..Firm::default() };
        let audit = Assessment { firm, ..assessment };
        let unasked: Vec<&str> = model.criteria().filter(|(_, c)| !c.asked_of(&audit.firm)).map(|(_, c)| c.id.as_str()).collect();
        prop_assert!(unasked.len() > 3);
        let mut gone = audit.clone();
        gone.answers.retain(|id, _| !unasked.contains(&id.as_str()));
        prop_assert_eq!(numbers(&score(&model, &audit)), numbers(&score(&without(&unasked), &gone)));
    }

    #[test]
    fn importance_moves_the_order_and_no_number(assessment in assessments()) {
        let model = own_model();
        let bare = Assessment { importance: Default::default(), ..assessment.clone() };
        let (with, without) = (score(&model, &assessment), score(&model, &bare));
        prop_assert_eq!(numbers(&with), numbers(&without));
        let of = |card: &Scorecard| {
            let mut found: Vec<_> = card.recommendations.iter().map(|r| (r.at, r.to, r.kind)).collect();
            found.sort();
            found
        };
        prop_assert_eq!(of(&with), of(&without));
    }

    #[test]
    fn not_applicable_equals_a_model_without_the_criterion(assessment in assessments(), pick in any::<prop::sample::Index>()) {
        let model = own_model();
        let optional: Vec<String> = model.criteria().filter(|(_, c)| c.na_allowed).map(|(_, c)| c.id.clone()).collect();
        let id = pick.get(&optional);
        let mut out = assessment.clone();
        out.answers.insert(id.clone(), Entry { answer: Answer::NotApplicable("none".into()), ..Entry::default() });
        let mut gone = assessment;
        gone.answers.remove(id);
        prop_assert_eq!(numbers(&score(&model, &out)), numbers(&score(&without(&[id]), &gone)));
    }
}

#[test]
fn multiplying_all_weights_changes_nothing() {
    let mut draft = plain_draft(&[4, 3, 2]);
    for (d, dimension) in draft.dimensions.iter_mut().enumerate() {
        dimension.weight = 1 + d as i64;
        for (c, criterion) in dimension.criteria.iter_mut().enumerate() {
            criterion.weight = 1 + (c as i64 % 3);
        }
    }
    let light = Model::build(draft.clone()).unwrap();
    for dimension in &mut draft.dimensions {
        dimension.weight *= 7;
        for criterion in &mut dimension.criteria {
            criterion.weight *= 7;
        }
    }
    let heavy = Model::build(draft).unwrap();
    for seed in 0..400u32 {
        let mut assessment = Assessment::default();
        for (i, (_, criterion)) in light.criteria().enumerate() {
            let level = (seed.wrapping_mul(2_654_435_761).rotate_left(i as u32 * 3) % 6) as u8;
            if level > 0 {
                assessment.answers.insert(criterion.id.clone(), common::level(level));
            }
        }
        let (a, b) = (score(&light, &assessment), score(&heavy, &assessment));
        for (a, b) in numbers(&a).iter().zip(numbers(&b)) {
            assert!(a.zip(b).is_none_or(|(a, b)| (a - b).abs() < 1e-12));
            assert_eq!(a.is_some(), b.is_some());
        }
        let order = |card: &Scorecard| card.recommendations.iter().map(|r| (r.at, r.to)).collect::<Vec<_>>();
        assert_eq!(order(&a), order(&b));
    }
}

#[test]
fn everything_best_is_level_five_without_recommendations() {
    let model = own_model();
    let mut assessment = Assessment::default();
    for (_, criterion) in model.criteria() {
        assessment.answers.insert(criterion.id.clone(), common::level(5));
    }
    let card = score(&model, &assessment);
    assert_eq!(card.overall.level, Ok(5));
    assert!(card.recommendations.is_empty());
    assert!(model.find_kpi(GATE_KPI).is_some());
}
