//! Aspects and the whole (scoring rules §3).
//!
//! Knows the dimensions' numbers and the statuses behind the legal gate; nothing of recommendations.

use super::assessment::Assessment;
use super::dimension::{DimensionScore, Means};
use super::effective::{CriterionStatus, counted};
use super::model::{CriterionRef, Dimension, LegalGate, Model};
use super::ratio::{Ratio, mean};
use super::staged::{Weighted, staged_level_where};

/// The numbers of one aspect.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AspectScore {
    /// Mean of its scored dimensions; `None` without one.
    pub score: Option<f64>,
    /// Mean of the lowest possible scores of its in-scope dimensions.
    pub low: Option<f64>,
    /// Mean of the highest possible scores of its in-scope dimensions.
    pub high: Option<f64>,
    /// Score, low and high, unrounded.
    pub exact: Means,
}

/// Why no overall level is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// Nothing applies.
    NothingInScope,
    /// Under 80 % of the applicable criteria are answered.
    TooFewAnswers,
    /// A criterion behind a legal duty is still open.
    LegalOpen,
}

/// What trips the legal gate; nothing in it means it is not tripped.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tripped {
    /// Gate criteria at effective level 1.
    pub criteria: Vec<CriterionRef>,
    /// Positions of gate KPIs worse than their limit.
    pub kpis: Vec<usize>,
}

impl Tripped {
    /// Whether anything trips the gate.
    pub fn any(&self) -> bool {
        !self.criteria.is_empty() || !self.kpis.is_empty()
    }
}

/// The numbers of the whole assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Overall {
    /// Mean of the scored dimensions, 1.0..=n; `None` without one.
    pub score: Option<f64>,
    /// Lowest score still possible; `None` when nothing is in scope.
    pub low: Option<f64>,
    /// Highest score still possible; `None` when nothing is in scope.
    pub high: Option<f64>,
    /// Score, low and high, unrounded.
    pub exact: Means,
    /// Staged level, or why it is withheld.
    pub level: Result<u8, Withheld>,
    /// Lowest level still possible; `None` when nothing is in scope.
    pub level_low: Option<u8>,
    /// Highest level still possible; `None` when nothing is in scope.
    pub level_high: Option<u8>,
    /// What trips the legal gate.
    pub legal: Tripped,
    /// Answered applicable criteria.
    pub answered: usize,
    /// Applicable criteria.
    pub applicable: usize,
}

/// Scores every aspect.
pub fn score_aspects(model: &Model, dimensions: &[DimensionScore]) -> Vec<AspectScore> {
    let of = |aspect: usize, pick: fn(&Means) -> Option<Ratio>| {
        let members = model.dimensions.iter().zip(dimensions).filter(|(d, _)| d.aspect == aspect);
        mean(members.filter_map(|(d, score)| Some((d.weight, pick(&score.exact)?))))
    };
    (0..model.aspects.len())
        .map(|a| {
            let exact = Means { score: of(a, |d| d.score), low: of(a, |d| d.low), high: of(a, |d| d.high) };
            AspectScore {
                score: exact.score.map(Ratio::value),
                low: exact.low.map(Ratio::value),
                high: exact.high.map(Ratio::value),
                exact,
            }
        })
        .collect()
}

/// Scores the whole. `statuses` holds one list per dimension.
pub fn score_overall(
    model: &Model,
    assessment: &Assessment,
    statuses: &[Vec<CriterionStatus>],
    dimensions: &[DimensionScore],
) -> Overall {
    let of = |pick: fn(&Means) -> Option<Ratio>| {
        let parts = model.dimensions.iter().zip(dimensions);
        mean(parts.filter_map(|(d, score)| Some((d.weight, pick(&score.exact)?))))
    };
    let exact = Means { score: of(|d| d.score), low: of(|d| d.low), high: of(|d| d.high) };
    let answered = dimensions.iter().map(|d| d.answered).sum();
    let applicable = dimensions.iter().map(|d| d.applicable).sum();
    let legal = tripped(model, assessment, statuses);
    let open_gate = gate(model, assessment).is_some_and(|gate| {
        gate.criteria.iter().any(|&at| at_place(statuses, at) == Some(&CriterionStatus::Unanswered))
    });
    let level_of = |pick: fn(&DimensionScore) -> Option<u8>, capped: bool| {
        let level = staged(model, dimensions, pick)?;
        let cap = model.legal_gate.as_ref().filter(|_| capped).map_or(model.levels, |gate| gate.cap);
        Some(level.min(cap))
    };
    let level = match withheld(model, statuses, answered, applicable) {
        Some(why) => Err(why),
        None => level_of(DimensionScore::counting_level, legal.any()).ok_or(Withheld::NothingInScope),
    };
    Overall {
        score: exact.score.map(Ratio::value),
        low: exact.low.map(Ratio::value),
        high: exact.high.map(Ratio::value),
        exact,
        level,
        level_low: level_of(|d| d.level_low, legal.any() || open_gate),
        level_high: level_of(|d| d.level_high, legal.any()),
        legal,
        answered,
        applicable,
    }
}

/// The staged rule over the in-scope dimensions, with every gate dimension at j − 1 or above and none below j − 2.
fn staged(
    model: &Model,
    dimensions: &[DimensionScore],
    pick: fn(&DimensionScore) -> Option<u8>,
) -> Option<u8> {
    let in_scope = model.dimensions.iter().zip(dimensions);
    let picked: Vec<_> = in_scope.filter_map(|(d, score)| Some((d, pick(score)?))).collect();
    let levels: Vec<_> = picked.iter().map(|&(d, level)| Weighted { weight: d.weight, level }).collect();
    staged_level_where(&levels, model.levels, |j| picked.iter().all(|&(d, level)| level >= least(d, j)))
}

/// The level below which a dimension may not stay for the whole to be at level `j`, 2 or more.
pub(super) fn least(dimension: &Dimension, j: u8) -> u8 {
    j.saturating_sub(if dimension.gate { 1 } else { 2 }).max(1)
}

fn withheld(
    model: &Model,
    statuses: &[Vec<CriterionStatus>],
    answered: usize,
    applicable: usize,
) -> Option<Withheld> {
    let legal_open = || {
        model.criteria().any(|(at, criterion)| {
            criterion.legal && at_place(statuses, at) == Some(&CriterionStatus::Unanswered)
        })
    };
    if applicable == 0 {
        Some(Withheld::NothingInScope)
    } else if 100 * answered < 80 * applicable {
        Some(Withheld::TooFewAnswers)
    } else if legal_open() {
        Some(Withheld::LegalOpen)
    } else {
        None
    }
}

/// The status of the criterion at a place.
pub(super) fn at_place(statuses: &[Vec<CriterionStatus>], at: CriterionRef) -> Option<&CriterionStatus> {
    statuses.get(at.dimension)?.get(at.criterion)
}

/// The legal gate, when the firm's services are bound by it.
fn gate<'m>(model: &'m Model, assessment: &Assessment) -> Option<&'m LegalGate> {
    model.legal_gate.as_ref().filter(|_| model.binds(&assessment.firm))
}

/// What trips the legal gate. Unanswered or missing does not.
fn tripped(model: &Model, assessment: &Assessment, statuses: &[Vec<CriterionStatus>]) -> Tripped {
    let Some(gate) = gate(model, assessment) else { return Tripped::default() };
    let lowest = |at: &CriterionRef| {
        at_place(statuses, *at).and_then(CriterionStatus::rating).is_some_and(|rating| rating.effective == 1)
    };
    let worse = |&(at, limit): &(usize, f64)| {
        let kpi = model.kpis.get(at)?;
        kpi.worse(counted(kpi, assessment)?, limit).then_some(at)
    };
    Tripped {
        criteria: gate.criteria.iter().copied().filter(lowest).collect(),
        kpis: gate.kpis.iter().filter_map(worse).collect(),
    }
}
