//! Impact against effort and importance against performance: who belongs in which quadrant, and why.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::{answers, level, own_model, plain_draft, plain_model, sample};
use fuxiao_core::quadrants::{Quadrant, Worth, groups, map};
use fuxiao_core::ratio::Ratio;
use fuxiao_core::score_breakdown::score_share;
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

/// The same, with what the firm says that matters, dimension by dimension; 0 for nothing.
fn rated(model: &Model, levels: &[u8], importance: &[u8]) -> Assessment {
    let mut assessment = levels_of(model, levels);
    for (dimension, said) in model.dimensions.iter().zip(importance).filter(|(_, said)| **said > 0) {
        assessment.importance.insert(dimension.id.clone(), *said);
    }
    assessment
}

#[test]
fn shares_follow_the_weights_of_the_dimensions_alone() {
    let mut draft = plain_draft(&[6, 6, 6]);
    draft.dimensions[1].aspect = "A1".into();
    draft.dimensions[1].weight = 3;
    let model = Model::build(draft).unwrap();
    let share = |levels: &[u8], at| score_share(&model, &score(&model, &levels_of(&model, levels)), at);
    assert_eq!(
        [0, 1, 2].map(|at| share(&[3, 3, 3], at)),
        [Ratio::new(1, 5), Ratio::new(3, 5), Ratio::new(1, 5)]
    );
    // What is not scored leaves its share to all others.
    assert_eq!([0, 1, 2].map(|at| share(&[0, 3, 3], at)), [None, Ratio::new(3, 4), Ratio::new(1, 4)]);
}

#[test]
fn a_share_is_what_the_overall_score_moves_by() {
    let model = own_model();
    let card = |levels: &[u8]| score(&model, &levels_of(&model, levels));
    let before = card(&[3; 15]);
    for at in 0..15 {
        let mut levels = [3; 15];
        levels[at] = 4;
        let moved = card(&levels).overall.score.unwrap() - before.overall.score.unwrap();
        assert!((score_share(&model, &before, at).unwrap().value() - moved).abs() < 1e-9);
    }
}

#[test]
fn the_map_waits_until_two_thirds_are_rated() {
    let model = plain_model(&[6, 6, 6]);
    let found = |importance: &[u8]| {
        let assessment = rated(&model, &[3, 3, 3], importance);
        map(&model, &assessment, &score(&model, &assessment)).map(|map| map.points.len())
    };
    assert_eq!(
        [found(&[]), found(&[3]), found(&[3, 0, 5]), found(&[3, 1, 5])],
        [None, None, Some(2), Some(3)]
    );
}

#[test]
fn the_lines_stand_at_the_means_and_what_lies_on_a_line_is_above_it() {
    let model = plain_model(&[6, 6, 6]);
    let found = |levels: &[u8], importance: &[u8]| {
        let assessment = rated(&model, levels, importance);
        map(&model, &assessment, &score(&model, &assessment))
    };
    assert_eq!(found(&[], &[3, 3, 3]), None);
    let quadrants = |levels: &[u8]| {
        let map = found(levels, &[3, 3, 3]).unwrap();
        map.points.iter().map(|point| point.quadrant).collect::<Vec<_>>()
    };
    // All equally important, target 3 each.
    assert_eq!(quadrants(&[2, 3, 4]), [Quadrant::Concentrate, Quadrant::Keep, Quadrant::Keep]);
    assert_eq!(quadrants(&[2]), [Quadrant::Concentrate]);
    let mut draft = plain_draft(&[6, 6, 6]);
    draft.dimensions[0].target = 5;
    let model = Model::build(draft).unwrap();
    let assessment = rated(&model, &[3, 4, 3], &[5, 2, 2]);
    let map = map(&model, &assessment, &score(&model, &assessment)).unwrap();
    assert_eq!((Some(map.importance), Some(map.performance)), (Ratio::new(3, 1), Ratio::new(11, 3)));
    let quadrants: Vec<Quadrant> = map.points.iter().map(|point| point.quadrant).collect();
    assert_eq!(quadrants, [Quadrant::Concentrate, Quadrant::Overkill, Quadrant::LowPriority]);
}

proptest! {
    #[test]
    fn spots_are_what_is_rated_and_scored_and_the_lines_lie_between(
        levels in prop::collection::vec(0u8..=5, 15), importance in prop::collection::vec(0u8..=5, 15),
    ) {
        let model = own_model();
        let assessment = rated(&model, &levels, &importance);
        let both = levels.iter().zip(&importance).filter(|(level, said)| **level > 0 && **said > 0).count();
        let enough = importance.iter().filter(|said| **said > 0).count() >= 10;
        let Some(map) = map(&model, &assessment, &score(&model, &assessment)) else {
            prop_assert!(!enough || both == 0);
            return Ok(());
        };
        prop_assert!(enough);
        prop_assert_eq!(map.points.len(), both);
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
    assessment.importance.insert("D1".into(), 2);
    let quadrant = |assessment: &Assessment| {
        map(&model, assessment, &score(&model, assessment)).unwrap().points[0].quadrant
    };
    assert_eq!(quadrant(&assessment), Quadrant::Keep);
    assessment.targets.insert("D1".into(), 4);
    assert_eq!(quadrant(&assessment), Quadrant::Concentrate);
}
