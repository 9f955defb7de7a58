//! An assessment after a step: the level declared, proof given, the figure at its next bound.
//!
//! Changes copies only; nothing here is stored.

use super::assessment::{Answer, Assessment, Evidence, Kind};
use super::effective::kpi_band;
use super::model::Model;
use super::way::WayStep;

/// Takes a step in an assessment.
pub(super) fn take(model: &Model, assessment: &mut Assessment, step: &WayStep) {
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
            let band = known.value.and_then(|value| kpi_band(kpi, value));
            let next = band.and_then(|band| kpi.bounds.as_ref()?.get(usize::from(band.checked_sub(1)?)).copied());
            let gate = model.legal_gate.iter().flat_map(|gate| &gate.kpis);
            let limit = gate.filter(|(at, _)| Some(*at) == step.kpi).map(|(_, limit)| *limit).next();
            // A figure of the gate goes at least as far as the gate asks, which may lie between two bounds.
            known.value = match (next, limit.filter(|limit| known.value.is_some_and(|value| value < *limit))) {
                (Some(next), Some(limit)) if band.is_some_and(|band| kpi_band(kpi, limit) == Some(band)) => {
                    let _ = next;
                    Some(limit)
                }
                (Some(next), Some(limit)) if kpi_band(kpi, limit) == kpi_band(kpi, next) => Some(next.max(limit)),
                (Some(next), _) => Some(next),
                (None, Some(limit)) => Some(limit),
                (None, None) => known.value,
            };
        }
    }
}
