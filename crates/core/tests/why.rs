//! Derivations and weights agree with the scores.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::{answers, own_model, plain_model};
use fuxiao_core::assessment::{Answer, Assessment, Entry, Evidence};
use fuxiao_core::sensitivity::{sensitivity, strongest};
use fuxiao_core::why::{of_dimension, of_whole};
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
fn the_rule_that_decided_is_the_one_named() {
    let model = plain_model(&[6]);
    let of = |levels: &[u8]| of_dimension(&model, &score(&model, &answers(levels)), 0).unwrap();
    let weak_spot = of(&[3, 3, 3, 3, 3, 1]);
    let next = weak_spot.next.unwrap();
    assert_eq!((weak_spot.reached, next.level, next.here.part, next.here.total), (2, 3, 5, 6));
    assert!(next.here_enough && !next.below_enough);
    assert_eq!(next.holding, [5]);
    let half = of(&[4, 4, 4, 3, 3, 3]).next.unwrap();
    assert!(!half.here_enough && half.below_enough);
    assert_eq!(half.holding, [3, 4, 5]);
    assert_eq!(of(&[5; 6]).next, None);
}

#[test]
fn the_whole_names_its_gates_and_the_legal_gate() {
    let model = own_model();
    let gate = model.dimensions.iter().position(|d| d.id == "D9").unwrap();
    let of_gate = |at: usize| (gate * 6..gate * 6 + 6).contains(&at);
    let low_gate = filled(&model, |at| if of_gate(at) { 1 } else { 4 });
    let card = score(&model, &low_gate);
    let next = of_whole(&model, &card).unwrap().next.unwrap();
    assert_eq!(card.overall.level, Ok(2));
    assert_eq!(next.gates, [gate]);
    let broken = filled(&model, |at| if model.criteria().nth(at).unwrap().1.id == "D7.6" { 1 } else { 4 });
    let card = score(&model, &broken);
    assert!(of_whole(&model, &card).unwrap().next.unwrap().legal);
}

#[test]
fn influences_are_shares_of_one_and_what_a_level_really_adds() {
    let model = own_model();
    let assessment = filled(&model, |at| 1 + (at % 4) as u8);
    let card = score(&model, &assessment);
    let all: f64 =
        model.criteria().filter_map(|(at, _)| sensitivity(&model, &card, at)).map(|r| r.value()).sum();
    assert!((all - 1.0).abs() < 1e-9, "{all}");
    let found = strongest(&model, &card);
    assert!(found.windows(2).all(|pair| pair[0].1 >= pair[1].1));
    for (at, adds) in [found[0], found[found.len() - 1]] {
        let mut better = assessment.clone();
        let entry = better.answers.get_mut(&model.criterion(at).unwrap().id).unwrap();
        entry.answer = Answer::Level(entry.level().unwrap() + 1);
        let rise = score(&model, &better).overall.score.unwrap() - card.overall.score.unwrap();
        assert!((rise - adds).abs() < 1e-9, "{rise} {adds}");
    }
}
