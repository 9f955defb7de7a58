//! From the declared to the effective level of one criterion (scoring rules §1).
//!
//! A cap lowers, never lifts. Knows one criterion at a time, no means and no stages.

use super::assessment::{Answer, Assessment, Evidence};
use super::model::{Better, Criterion, Kpi, Model};

/// What holds an effective level below the declared one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cap {
    /// Proof is missing.
    Evidence,
    /// A figure disagrees.
    Kpi,
}

impl Cap {
    /// The word in published results.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Kpi => "kpi",
        }
    }
}

/// Where one criterion stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CriterionStatus {
    /// Taken out of the assessment.
    NotApplicable,
    /// Still open.
    Unanswered,
    /// Answered.
    Answered(Rating),
}

/// An answered criterion: what was declared and what it counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// Level as declared.
    pub declared: u8,
    /// Level that counts; never above `declared`.
    pub effective: u8,
    /// What makes the difference, when there is one.
    pub cap: Option<Cap>,
    /// Proof given.
    pub evidence: Evidence,
    /// The KPI with the lowest band among those with a value: position and band.
    pub worst_kpi: Option<(usize, u8)>,
}

impl CriterionStatus {
    /// The rating, when the criterion is answered.
    pub fn rating(&self) -> Option<&Rating> {
        match self {
            Self::Answered(rating) => Some(rating),
            _ => None,
        }
    }

    /// Whether the criterion takes part at all.
    pub fn applicable(&self) -> bool {
        !matches!(self, Self::NotApplicable)
    }
}

/// The band 1..=n of a KPI value; `None` when the KPI is not scored.
///
/// ```
/// use fuxiao_core::effective::kpi_band;
/// use fuxiao_core::model::{Basis, Better, Kpi};
/// let days = Kpi { id: "K12".into(), unit: "d".into(), better: Better::Lower, range: None,
///     bounds: Some(vec![15.0, 10.0, 5.0, 3.0]), window: None, least_n: None, basis: Basis::Internal, checked: None,
///     survey: None };
/// assert_eq!(kpi_band(&days, 15.0), Some(2)); // bounds are inclusive
/// assert_eq!(kpi_band(&days, 15.1), Some(1));
/// assert_eq!(kpi_band(&days, 3.0), Some(5));
/// ```
pub fn kpi_band(kpi: &Kpi, value: f64) -> Option<u8> {
    let bounds = kpi.bounds.as_ref()?;
    let reached = bounds.iter().take_while(|bound| match kpi.better {
        Better::Higher => value >= **bound,
        Better::Lower => value <= **bound,
    });
    Some(1 + u8::try_from(reached.count()).unwrap_or(u8::MAX - 1))
}

/// The value of a KPI as far as it counts: one from too small a sample does not (§1).
pub fn counted(kpi: &Kpi, assessment: &Assessment) -> Option<f64> {
    assessment.kpi_value(&kpi.id).filter(|_| !too_few(kpi, assessment))
}

/// Whether a KPI has a value, and too small a sample for it to count, or none given.
pub fn too_few(kpi: &Kpi, assessment: &Assessment) -> bool {
    let (Some(entry), Some(least)) = (assessment.kpis.get(&kpi.id), kpi.least_n) else { return false };
    entry.value.is_some() && entry.n.or(entry.denominator).is_none_or(|n| n < least)
}

/// Where a criterion stands in an assessment.
pub fn criterion_status(model: &Model, criterion: &Criterion, assessment: &Assessment) -> CriterionStatus {
    if !criterion.asked_of(&assessment.firm) {
        return CriterionStatus::NotApplicable;
    }
    let entry = match assessment.answers.get(&criterion.id) {
        Some(entry) => entry,
        None => return CriterionStatus::Unanswered,
    };
    match entry.answer {
        Answer::Unanswered => CriterionStatus::Unanswered,
        Answer::NotApplicable(_) => CriterionStatus::NotApplicable,
        Answer::Level(declared) => {
            CriterionStatus::Answered(rate(model, criterion, assessment, declared, entry.evidence))
        }
    }
}

/// Whether a question still waits for its answer.
pub fn is_open(criterion: &Criterion, assessment: &Assessment) -> bool {
    criterion.asked_of(&assessment.firm) && *assessment.answer(&criterion.id) == Answer::Unanswered
}

/// Caps one declared level by evidence and by the KPIs attached to its criterion.
fn rate(
    model: &Model,
    criterion: &Criterion,
    assessment: &Assessment,
    declared: u8,
    evidence: Evidence,
) -> Rating {
    let proven =
        model.evidence_caps.cap(assessment.policy, evidence).map_or(declared, |cap| cap.min(declared));
    let worst_kpi = worst_band(model, criterion, assessment);
    let shown = worst_kpi.map_or(declared, |(_, band)| band.saturating_add(1));
    // The figure binds only when it is strictly lower: proof comes first because it is the nearer step.
    let (effective, cap) = if shown < proven {
        (shown, Some(Cap::Kpi))
    } else if proven < declared {
        (proven, Some(Cap::Evidence))
    } else {
        (declared, None)
    };
    Rating { declared, effective, cap, evidence, worst_kpi }
}

/// The attached KPI with the lowest band, the first one where several share it.
fn worst_band(model: &Model, criterion: &Criterion, assessment: &Assessment) -> Option<(usize, u8)> {
    let bands = criterion.kpis.iter().filter_map(|&position| {
        let kpi = model.kpis.get(position)?;
        Some((position, kpi_band(kpi, counted(kpi, assessment)?)?))
    });
    bands.min_by_key(|&(_, band)| band)
}

impl Rating {
    /// "Good result, the practice depends on individuals": the figures are more than one level ahead (§1).
    pub fn depends_on_individuals(&self) -> bool {
        self.worst_kpi.is_some_and(|(_, band)| self.declared.saturating_add(1) < band)
    }
}
