//! What it takes to raise one criterion to a level: do the practice, prove it, bring its figures in line.
//!
//! Efforts are those of the recommendations (scoring rules §5): the model's for a practice and for a figure, 1 for a
//! proof. Knows one criterion at a time.

use super::PathStep;
use crate::assessment::{Assessment, Evidence, Kind};
use crate::effective::{Rating, counted, kpi_band};
use crate::model::{Criterion, CriterionRef, Model};

/// Bands of the KPIs as they would be, by position; `None` without a value, and for a KPI that is not scored.
pub type Bands = Vec<Option<u8>>;

/// The bands as they are, of the figures that count.
pub fn bands(model: &Model, assessment: &Assessment) -> Bands {
    model.kpis.iter().map(|kpi| kpi_band(kpi, counted(kpi, assessment)?)).collect()
}

/// Effort of the step of a criterion to a level; the model has one for each.
fn effort(criterion: &Criterion, level: u8) -> u8 {
    criterion.steps.get(usize::from(level.saturating_sub(2))).map_or(MIDDLE, |step| step.effort)
}

/// The middle of the scale of efforts, for a figure that measures no criterion.
const MIDDLE: u8 = 3;

/// The step that lifts a figure to a band, which opens the level above it. Its effort is that of the first criterion
/// the figure measures, so that it costs the same whoever asks for it.
pub fn kpi_step(model: &Model, kpi: usize, band: u8) -> Option<PathStep> {
    let to = band.saturating_add(1).min(model.levels);
    let carrier = model.criteria().find(|(_, criterion)| criterion.kpis.contains(&kpi));
    let gate = || model.legal_gate.as_ref().and_then(|gate| gate.criteria.first().copied());
    let (at, effort) = match carrier {
        Some((at, criterion)) => (at, effort(criterion, to)),
        None => (gate()?, MIDDLE),
    };
    Some(PathStep { at, to, kind: Kind::Result, kpi: Some(kpi), effort })
}

/// The steps that raise an answered criterion to a level, given the bands; the figures in `fixed` stay as they are.
/// Empty where it is there; `None` where it cannot get there.
pub fn steps_to_level(
    model: &Model,
    assessment: &Assessment,
    at: CriterionRef,
    rating: &Rating,
    bands: &Bands,
    fixed: &[usize],
    level: u8,
) -> Option<Vec<PathStep>> {
    let criterion = model.criterion(at)?;
    let mut steps = Vec::new();
    if level <= rating.effective {
        return Some(steps);
    }
    for to in rating.declared.saturating_add(1)..=level {
        steps.push(PathStep { at, to, kind: Kind::Practice, kpi: None, effort: effort(criterion, to) });
    }
    let counts =
        |grade: Evidence| model.evidence_caps.cap(assessment.policy, grade).is_none_or(|cap| cap >= level);
    // A level declared anew is proven like one declared before; what is enough already needs no step.
    if !counts(rating.evidence) {
        Evidence::ALL.iter().find(|grade| **grade > rating.evidence && counts(**grade))?;
        steps.push(PathStep { at, to: level, kind: Kind::Prove, kpi: None, effort: 1 });
    }
    for &kpi in &criterion.kpis {
        let Some(band) = bands.get(kpi).copied().flatten() else { continue };
        // Where a level is only tried its figures are taken to be in line with it, whatever they are.
        let band = band.max(rating.effective.saturating_sub(1));
        // Band b lets its criteria count for b + 1.
        let wanted = level.saturating_sub(1);
        if band < wanted && fixed.contains(&kpi) {
            return None;
        }
        for band in band.saturating_add(1)..=wanted {
            steps.push(PathStep { at, ..kpi_step(model, kpi, band)? });
        }
    }
    Some(steps)
}
