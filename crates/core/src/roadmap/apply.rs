//! An assessment after a step: the level declared, proof given, the figure at its next bound.
//!
//! Changes copies only; nothing here is stored.

use super::PathStep;
use crate::assessment::{Answer, Assessment, Evidence, Kind};
use crate::effective::kpi_band;
use crate::model::Model;

/// An assessment as it would be after some steps, taken in their order. For checking a path against the scoring rules,
/// and for showing what it would change.
pub fn after_steps(model: &Model, assessment: &Assessment, steps: &[PathStep]) -> Assessment {
    let mut after = assessment.clone();
    for step in steps {
        apply(model, &mut after, step);
    }
    after
}

fn apply(model: &Model, assessment: &mut Assessment, step: &PathStep) {
    let Some(criterion) = model.criterion(step.at) else { return };
    match step.kind {
        Kind::Practice => {
            let entry = assessment.answers.entry(criterion.id.clone()).or_default();
            entry.answer = Answer::Level(step.to);
        }
        Kind::Prove => {
            let policy = assessment.policy;
            let counts =
                |grade: Evidence| model.evidence_caps.cap(policy, grade).is_none_or(|cap| cap >= step.to);
            let entry = assessment.answers.entry(criterion.id.clone()).or_default();
            let enough = Evidence::ALL.iter().find(|grade| **grade >= entry.evidence && counts(**grade));
            entry.evidence = enough.copied().unwrap_or(entry.evidence);
        }
        Kind::Result => {
            let Some(kpi) = step.kpi.and_then(|kpi| model.kpis.get(kpi)) else { return };
            let Some(known) = assessment.kpis.get_mut(&kpi.id) else { return };
            let band = |value: f64| kpi_band(kpi, value);
            // Band b opens level b + 1.
            let wanted = step.to.saturating_sub(1);
            let entry =
                kpi.bounds.as_ref().and_then(|bounds| bounds.get(usize::from(wanted.checked_sub(2)?)));
            let lifted =
                entry.filter(|_| known.value.and_then(band).is_some_and(|now| now < wanted)).copied();
            known.value = lifted.or(known.value);
            // A figure of the legal gate goes as far as the gate asks, which may lie between two bounds.
            let limits = model.legal_gate.iter().flat_map(|gate| &gate.kpis);
            for (_, limit) in limits.filter(|(at, _)| Some(*at) == step.kpi) {
                let worse = known.value.is_some_and(|value| kpi.worse(value, *limit));
                if worse && (lifted.is_none() || band(*limit) == Some(wanted)) {
                    known.value = Some(*limit);
                }
            }
        }
    }
}
