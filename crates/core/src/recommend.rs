//! What to do next: one recommendation per answered criterion below its target (scoring rules §5).
//!
//! Ordered exactly, in integers. Knows impact and effort, not the wording of a step; lanes are `plan`'s.

use std::cmp::Ordering;

use super::assessment::{Assessment, Evidence, Kind};
use super::dimension::{DimensionScore, answered_levels};
use super::effective::{Cap, CriterionStatus, Rating};
use super::model::{Criterion, CriterionRef, Dimension, Model};
use super::order::sorted;
use super::overall::Tripped;
use super::ratio::Ratio;
use super::staged::{fully, largely};

/// The importance of a dimension of which the firm says nothing: the factor is 1.
pub const MIDDLE: u8 = 3;

/// How urgent a recommendation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Factor 1.
    Normal,
    /// Factor 1.2: it holds the dimension's level down.
    HoldsDown,
    /// Factor 1.5: a legal duty at level 2 or below.
    Legal,
}

impl Urgency {
    /// Ten times the factor, so that priorities compare in integers.
    pub const fn tenths(self) -> u32 {
        match self {
            Self::Normal => 10,
            Self::HoldsDown => 12,
            Self::Legal => 15,
        }
    }

    /// The factor.
    pub fn factor(self) -> f64 {
        f64::from(self.tenths()) / 10.0
    }
}

/// One step up for one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommendation {
    /// Which criterion.
    pub at: CriterionRef,
    /// What it asks for.
    pub kind: Kind,
    /// Effective level now.
    pub from: u8,
    /// Level after it, always one more.
    pub to: u8,
    /// Levels missing to the target.
    pub gap: u8,
    /// Impact 1..=5.
    pub impact: u8,
    /// Effort 1..=5.
    pub effort: u8,
    /// How urgent.
    pub urgency: Urgency,
    /// Ten times the confidence factor: 10, 8 or 5.
    pub confidence_tenths: u32,
    /// How much the dimension matters to the clients, 1..=5, in thirds of the factor; 3 where nothing is said.
    pub importance: u8,
    /// For [`Kind::Result`]: the KPI that disagrees, by position.
    pub kpi: Option<usize>,
    /// It trips the legal gate and goes first.
    pub trips_gate: bool,
    /// Priority 0..=100, relative to the strongest.
    pub priority: f64,
    /// The same, unrounded.
    pub exact: Ratio,
    /// Numerator of the raw priority, in hundredths of thirds; the denominator is `effort`.
    raw: u64,
}

impl Recommendation {
    /// The step's place in the criterion's list of steps.
    pub fn step(&self) -> usize {
        usize::from(self.to.saturating_sub(2))
    }

    /// The raw priority: the product of the factors, divided by the effort.
    pub fn raw(&self) -> f64 {
        self.raw as f64 / 300.0 / f64::from(self.effort.max(1))
    }

    /// Compares raw priorities without rounding.
    fn cmp_raw(&self, other: &Self) -> Ordering {
        (u128::from(self.raw) * u128::from(other.effort))
            .cmp(&(u128::from(other.raw) * u128::from(self.effort)))
    }
}

/// All recommendations in order: what trips an active legal gate, then raw priority descending, effort
/// ascending, gap descending, model order.
pub fn recommend(
    model: &Model,
    assessment: &Assessment,
    statuses: &[Vec<CriterionStatus>],
    dimensions: &[DimensionScore],
    legal: &Tripped,
) -> Vec<Recommendation> {
    let bound = model.binds(&assessment.firm);
    let mut found = Vec::new();
    for (d, ((dimension, score), statuses)) in
        model.dimensions.iter().zip(dimensions).zip(statuses).enumerate()
    {
        for (c, (criterion, status)) in dimension.criteria.iter().zip(statuses).enumerate() {
            let Some(rating) = status.rating().filter(|rating| rating.effective < score.target) else {
                continue;
            };
            let at = CriterionRef { dimension: d, criterion: c };
            let urgency = if criterion.legal && bound && rating.effective <= 2 {
                Urgency::Legal
            } else if holds_down(model, dimension, statuses, score.staged, rating.effective) {
                Urgency::HoldsDown
            } else {
                Urgency::Normal
            };
            let importance = assessment.importance.get(&dimension.id).copied().unwrap_or(MIDDLE);
            found.extend(one(at, dimension, criterion, rating, score.target, urgency, importance, legal));
        }
    }
    let mut found = sorted(found, |a, b| {
        b.trips_gate
            .cmp(&a.trips_gate)
            .then_with(|| b.cmp_raw(a))
            .then_with(|| a.effort.cmp(&b.effort))
            .then_with(|| b.gap.cmp(&a.gap))
            .then_with(|| a.at.cmp(&b.at))
    });
    let strongest = found.iter().max_by(|a, b| a.cmp_raw(b)).map(|r| (r.raw, r.effort));
    if let Some((raw, effort)) = strongest {
        for r in &mut found {
            let own = u128::from(r.raw) * u128::from(effort) * 100;
            let top = u128::from(raw) * u128::from(r.effort);
            r.exact = Ratio::new(own, top).unwrap_or(r.exact);
            r.priority = r.exact.value();
        }
    }
    found
}

#[allow(clippy::too_many_arguments)] // one flat product of §5; a struct would only rename the factors
fn one(
    at: CriterionRef,
    dimension: &Dimension,
    criterion: &Criterion,
    rating: &Rating,
    target: u8,
    urgency: Urgency,
    importance: u8,
    legal: &Tripped,
) -> Option<Recommendation> {
    let from = rating.effective;
    let step = criterion.steps.get(usize::from(from.checked_sub(1)?))?;
    let (kind, effort, kpi) = match rating.cap {
        None => (Kind::Practice, step.effort, None),
        Some(Cap::Evidence) => (Kind::Prove, 1, None),
        Some(Cap::Kpi) => (Kind::Result, step.effort, rating.worst_kpi.map(|(kpi, _)| kpi)),
    };
    let gap = target - from;
    let confidence_tenths = confidence_tenths(rating);
    let raw = u64::from(dimension.weight)
        * u64::from(criterion.weight)
        * u64::from(gap)
        * u64::from(step.impact)
        * u64::from(urgency.tenths())
        * u64::from(confidence_tenths)
        * u64::from(importance);
    Some(Recommendation {
        at,
        kind,
        from,
        to: from + 1,
        gap,
        impact: step.impact,
        effort,
        urgency,
        confidence_tenths,
        importance,
        kpi,
        trips_gate: legal.criteria.contains(&at) || criterion.kpis.iter().any(|k| legal.kpis.contains(k)),
        priority: 0.0,
        exact: Ratio::Exact(0, 1),
        raw,
    })
}

/// Ten times the confidence factor: an admitted weakness needs no proof.
fn confidence_tenths(rating: &Rating) -> u32 {
    match rating.evidence {
        _ if rating.effective <= 2 => 10,
        Evidence::Records | Evidence::Measured => 10,
        Evidence::Document => 8,
        Evidence::None => 5,
    }
}

/// Whether a criterion at `effective` holds its dimension's level down (§5).
fn holds_down(
    model: &Model,
    dimension: &Dimension,
    statuses: &[CriterionStatus],
    staged: Option<u8>,
    effective: u8,
) -> bool {
    let Some(next) = staged.filter(|&level| level < model.levels).map(|level| level + 1) else {
        return false;
    };
    let levels = answered_levels(dimension, statuses);
    if !fully(&levels, next - 1) {
        effective < next - 1
    } else {
        debug_assert!(!largely(&levels, next), "the staged rule would have gone on");
        effective < next
    }
}
