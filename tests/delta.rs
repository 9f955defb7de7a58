//! What undo keeps of a change: applied to one of two assessments, the difference gives the other, whatever differs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::random::assessments;
use common::{own_model, sample};
use fuxiao_core::delta::Delta;
use fuxiao_core::{Assessment, Policy};
use proptest::prelude::*;

/// Changes one part of an assessment that random ones leave as it is.
fn otherwise(mut assessment: Assessment, part: usize) -> Assessment {
    match part {
        0 => assessment.title.push('新'),
        1 => assessment.respondent.push('x'),
        2 => assessment.firm.name.push('x'),
        3 => assessment.policy = Policy::Strict,
        4 => assessment.baseline = Some("0b0c0000-0000-4000-8000-00000000000a".to_string()),
        5 => assessment.brand.name.push('x'),
        6 => assessment.snapshot_of = Some("0b0c0000-0000-4000-8000-00000000000b".to_string()),
        7 => drop(assessment.targets.insert("D3".to_string(), 5)),
        8 => assessment.model_release.push('x'),
        9 => assessment.actions.reverse(),
        10 => assessment.created.push('x'),
        11 => assessment.model_id.push('x'),
        12 => assessment.id.push('x'),
        13 => drop(assessment.importance.insert("D3".to_string(), 5)),
        _ => {}
    }
    assessment
}

proptest! {
    #[test]
    fn applied_to_the_other_it_gives_the_one(one in assessments(), other in assessments(), parts in prop::collection::vec(0_usize..14, 0..6)) {
        let sample = sample(&own_model());
        let one = parts.iter().fold(one, |assessment, part| otherwise(assessment, *part));
        for (side, other) in [(&one, &other), (&other, &one), (&one, &sample), (&sample, &one)] {
            let wanted = Assessment { revision: other.revision, modified: other.modified.clone(), ..side.clone() };
            prop_assert_eq!(Delta::between(side, other).applied(other), wanted);
        }
        prop_assert_eq!(Delta::between(&one, &one), Delta::default());
    }
}
