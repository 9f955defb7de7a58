//! Impact against effort and importance against performance: who belongs in which quadrant, and why.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::{answers, level, own_model, plain_draft, plain_model, sample};
use fuxiao_core::quadrants::{Quadrant, Worth, groups, map};
use fuxiao_core::ratio::Ratio;
use fuxiao_core::sensitivity::importance;
use fuxiao_core::{Assessment, Model, score};
use proptest::prelude::*;

/// An assessment in which every criterion of the first dimensions is at these levels.
fn levels_of(model: &Model, levels: &[u8]) -> Assessment {
    let mut assessment = Assessment::default();
    for (dimension, declared) in model.dimensions.iter().zip(levels).filter(|(_, declared)| **declared > 0) {
        for criterion in &dimension.criteria {
            assessment.answers.insert(criterion.id.clone(), level(*declared));
        }
    }
    assessment
}

#[test]
fn much_and_little_meet_between_three_and_four_and_between_two_and_three() {
    let found: Vec<Worth> =
        [(4, 2), (5, 1), (4, 3), (3, 2), (3, 3)].map(|(i, e)| Worth::of(i, e)).into_iter().collect();
    use Worth::{FillIn, MajorProject, QuickWin, Thankless};
    assert_eq!(found, [QuickWin, QuickWin, MajorProject, FillIn, Thankless]);
}

#[test]
fn every_recommendation_is_in_one_group_with_its_like() {
    let model = own_model();
    let card = score(&model, &sample(&model));
    let groups = groups(&card.recommendations);
    let mut members: Vec<usize> = groups.iter().flat_map(|group| group.members.clone()).collect();
    members.sort();
    assert_eq!(members, (0..card.recommendations.len()).collect::<Vec<_>>());
    for group in &groups {
        assert!(group.members.is_sorted());
        for at in &group.members {
            let one = &card.recommendations[*at];
            assert_eq!((one.impact, one.effort), (group.impact, group.effort));
        }
    }
    let places: Vec<_> = groups.iter().map(|group| (5 - group.impact, group.effort)).collect();
    assert!(places.is_sorted() && places.len() < card.recommendations.len());
    let distinct: std::collections::BTreeSet<_> = places.iter().collect();
    assert_eq!(distinct.len(), places.len());
}

#[test]
fn importance_follows_the_weights_of_aspect_and_dimension() {
    // Two dimensions of one aspect with weights 1 and 3, one dimension of an aspect that counts twice.
    let mut draft = plain_draft(&[6, 6, 6]);
    draft.dimensions[1].aspect = "A1".into();
    draft.dimensions[1].weight = 3;
    draft.aspects[2].1 = 2;
    let model = Model::build(draft).unwrap();
    let share = |levels: &[u8], at| importance(&model, &score(&model, &levels_of(&model, levels)), at);
    assert_eq!(
        [0, 1, 2].map(|at| share(&[3, 3, 3], at)),
        [Ratio::new(1, 12), Ratio::new(1, 4), Ratio::new(2, 3)]
    );
    // What is not scored leaves its share to its siblings, and an aspect without a score to the others.
    assert_eq!([0, 1, 2].map(|at| share(&[0, 3, 3], at)), [None, Ratio::new(1, 3), Ratio::new(2, 3)]);
    assert_eq!([0, 1, 2].map(|at| share(&[3, 3, 0], at)), [Ratio::new(1, 4), Ratio::new(3, 4), None]);
}

#[test]
fn importance_is_what_the_overall_score_moves_by() {
    let model = own_model();
    let card = |levels: &[u8]| score(&model, &levels_of(&model, levels));
    let before = card(&[3; 15]);
    for at in 0..15 {
        let mut levels = [3; 15];
        levels[at] = 4;
        let moved = card(&levels).overall.score.unwrap() - before.overall.score.unwrap();
        assert!((importance(&model, &before, at).unwrap().value() - moved).abs() < 1e-9);
    }
}

#[test]
fn the_lines_stand_at_the_means_and_what_lies_on_a_line_is_above_it() {
    let model = plain_model(&[6, 6, 6]);
    let found = |levels: &[u8]| map(&model, &score(&model, &levels_of(&model, levels)));
    assert_eq!(found(&[]), None);
    let quadrants =
        |levels: &[u8]| found(levels).unwrap().points.iter().map(|point| point.quadrant).collect::<Vec<_>>();
    // All equally important, target 3 each.
    assert_eq!(quadrants(&[2, 3, 4]), [Quadrant::Concentrate, Quadrant::Keep, Quadrant::Keep]);
    assert_eq!(quadrants(&[2]), [Quadrant::Concentrate]);
    let mut draft = plain_draft(&[6, 6, 6]);
    draft.aspects[0].1 = 2;
    draft.dimensions[0].target = 5;
    let model = Model::build(draft).unwrap();
    let map = map(&model, &score(&model, &levels_of(&model, &[3, 4, 3]))).unwrap();
    assert_eq!((Some(map.importance), Some(map.performance)), (Ratio::new(1, 3), Ratio::new(11, 3)));
    let quadrants: Vec<Quadrant> = map.points.iter().map(|point| point.quadrant).collect();
    assert_eq!(quadrants, [Quadrant::Concentrate, Quadrant::Overkill, Quadrant::LowPriority]);
}

proptest! {
    #[test]
    fn importances_are_shares_of_one_and_the_lines_lie_between(
        levels in prop::collection::vec(0u8..=5, 15), weights in prop::collection::vec(1u32..=100, 21),
    ) {
        let mut model = own_model();
        for (aspect, weight) in model.aspects.iter_mut().zip(&weights) {
            aspect.weight = *weight;
        }
        for (dimension, weight) in model.dimensions.iter_mut().zip(&weights[6..]) {
            dimension.weight = *weight;
        }
        let card = score(&model, &levels_of(&model, &levels));
        let Some(map) = map(&model, &card) else {
            prop_assert!(levels.iter().all(|level| *level == 0));
            return Ok(());
        };
        prop_assert_eq!(map.points.len(), levels.iter().filter(|level| **level > 0).count());
        let shares: Vec<f64> = map.points.iter().map(|point| point.importance.value()).collect();
        prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        // Somebody is always at the mean or above it.
        prop_assert!(map.points.iter().any(|point| matches!(point.quadrant, Quadrant::Concentrate | Quadrant::Keep)));
        for point in &map.points {
            let high = point.performance.value() >= map.performance.value() - 1e-9;
            prop_assert_eq!(high, matches!(point.quadrant, Quadrant::Keep | Quadrant::Overkill));
        }
    }
}

#[test]
fn a_target_of_its_own_moves_the_line() {
    let model = plain_model(&[6]);
    let mut assessment = answers(&[3; 6]);
    let quadrant =
        |assessment: &Assessment| map(&model, &score(&model, assessment)).unwrap().points[0].quadrant;
    assert_eq!(quadrant(&assessment), Quadrant::Keep);
    assessment.targets.insert("D1".into(), 4);
    assert_eq!(quadrant(&assessment), Quadrant::Concentrate);
}
