//! The numbers of one dimension (scoring rules §2 and target reached of §4).
//!
//! Knows the statuses of its criteria; nothing of other dimensions.

use super::assessment::Assessment;
use super::effective::CriterionStatus;
use super::model::{Dimension, Model};
use super::ratio::Ratio;
use super::staged::{Weighted, staged_level};

/// The means of a dimension before rounding to `f64`, for means of means.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Means {
    /// Over what is answered.
    pub score: Option<Ratio>,
    /// With open criteria at 1.
    pub low: Option<Ratio>,
    /// With open criteria at n.
    pub high: Option<Ratio>,
}

/// What is known of one dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionScore {
    /// Target level in force, 1..=n.
    pub target: u8,
    /// Criteria that apply.
    pub applicable: usize,
    /// Criteria that apply and are answered.
    pub answered: usize,
    /// More than a third of the criteria do not apply.
    pub limited: bool,
    /// Weighted mean of effective levels, 1.0..=n; `None` without an answer.
    pub score: Option<f64>,
    /// What the score would be if every open criterion were at level 1; `None` when out of scope.
    pub low: Option<f64>,
    /// What the score would be if every open criterion were at level n; `None` when out of scope.
    pub high: Option<f64>,
    /// Score, low and high, unrounded.
    pub exact: Means,
    /// Staged level; `None` while withheld or out of scope.
    pub level: Option<u8>,
    /// Staged level with open criteria at 1; `None` when out of scope.
    pub level_low: Option<u8>,
    /// Staged level with open criteria at n; `None` when out of scope.
    pub level_high: Option<u8>,
    /// Staged level over what is answered, shown or withheld.
    pub staged: Option<u8>,
    /// Positions of the answered criteria with the lowest effective level.
    pub weakest: Vec<usize>,
    /// Share of the way to the target, 0..=1; `None` without an answer.
    pub target_reached: Option<f64>,
}

impl DimensionScore {
    /// Whether any criterion applies.
    pub fn in_scope(&self) -> bool {
        self.applicable > 0
    }

    /// Whether every applicable criterion is answered.
    pub fn complete(&self) -> bool {
        self.answered == self.applicable
    }

    /// The level that counts towards the whole: the shown one, else the lowest possible one (§3).
    pub fn counting_level(&self) -> Option<u8> {
        self.level.or(self.level_low)
    }
}

/// Maturity index 0..=100 of a score 1..=n.
pub fn index(score: f64, levels: u8) -> f64 {
    (score - 1.0) / (f64::from(levels) - 1.0) * 100.0
}

/// The same of an unrounded score.
pub fn exact_index(score: Ratio, levels: u8) -> f64 {
    let exact = match score {
        Ratio::Exact(above, below) => above.checked_sub(below).and_then(|above| {
            Ratio::new(u128::from(above) * 100, u128::from(below) * u128::from(levels.saturating_sub(1)))
        }),
        Ratio::Near(_) => None,
    };
    exact.map_or_else(|| index(score.value(), levels), Ratio::value)
}

/// Weighted mean; `None` of nothing.
pub fn mean(levels: &[Weighted]) -> Option<Ratio> {
    let weight: u128 = levels.iter().map(|w| u128::from(w.weight)).sum();
    let sum: u128 = levels.iter().map(|w| u128::from(w.weight) * u128::from(w.level)).sum();
    Ratio::new(sum, weight)
}

/// The target level in force for a dimension.
pub fn target(dimension: &Dimension, assessment: &Assessment) -> u8 {
    assessment.targets.get(&dimension.id).copied().unwrap_or(dimension.target)
}

/// Scores one dimension from the statuses of its criteria (in the same order).
pub fn score_dimension(
    model: &Model,
    dimension: &Dimension,
    statuses: &[CriterionStatus],
    assessment: &Assessment,
) -> DimensionScore {
    let n = model.levels;
    let open_as = |open: u8| -> Vec<Weighted> {
        let applicable = dimension.criteria.iter().zip(statuses).filter(|(_, s)| s.applicable());
        applicable
            .map(|(criterion, s)| Weighted {
                weight: criterion.weight,
                level: s.rating().map_or(open, |rating| rating.effective),
            })
            .collect()
    };
    let (worst, best) = (open_as(1), open_as(n));
    let answered = answered_levels(dimension, statuses);
    let target = target(dimension, assessment);
    let staged = staged_level(&answered, n);
    let shown = 3 * answered.len() >= 2 * worst.len();
    let lowest = answered.iter().map(|w| w.level).min();
    let weakest = statuses
        .iter()
        .enumerate()
        .filter(|(_, s)| s.rating().is_some_and(|rating| Some(rating.effective) == lowest));
    let exact = Means { score: mean(&answered), low: mean(&worst), high: mean(&best) };
    DimensionScore {
        target,
        applicable: worst.len(),
        answered: answered.len(),
        limited: 3 * (dimension.criteria.len() - worst.len()) > dimension.criteria.len(),
        score: exact.score.map(Ratio::value),
        low: exact.low.map(Ratio::value),
        high: exact.high.map(Ratio::value),
        exact,
        level: staged.filter(|_| shown),
        level_low: staged_level(&worst, n),
        level_high: staged_level(&best, n),
        staged,
        weakest: weakest.map(|(position, _)| position).collect(),
        target_reached: target_reached(&answered, target),
    }
}

/// Effective levels of the answered criteria with their weights.
pub(super) fn answered_levels(dimension: &Dimension, statuses: &[CriterionStatus]) -> Vec<Weighted> {
    let answered = dimension.criteria.iter().zip(statuses);
    answered
        .filter_map(|(criterion, s)| {
            s.rating().map(|rating| Weighted { weight: criterion.weight, level: rating.effective })
        })
        .collect()
}

fn target_reached(answered: &[Weighted], target: u8) -> Option<f64> {
    let weight: u64 = answered.iter().map(|w| u64::from(w.weight)).sum();
    if weight == 0 {
        return None;
    }
    if target <= 1 {
        return Some(1.0);
    }
    let gap: u64 =
        answered.iter().map(|w| u64::from(w.weight) * u64::from(target.saturating_sub(w.level))).sum();
    let span = weight * u64::from(target - 1);
    // Subtracted in integers: one division, rounded once.
    Some((span - gap) as f64 / span as f64)
}

/// Progress from a baseline score to the current one, towards a target level (§4). Negative when the
/// score fell. `None` when either score is missing.
///
/// ```
/// use fuxiao_core::dimension::progress;
/// assert_eq!(progress(Some(2.0), Some(2.5), 3), Some(0.5));
/// assert_eq!(progress(Some(2.0), Some(1.5), 3), Some(-0.5));
/// assert_eq!(progress(Some(3.2), Some(2.9), 3), Some(0.0));
/// assert_eq!(progress(None, Some(2.0), 3), None);
/// ```
pub fn progress(baseline: Option<f64>, current: Option<f64>, target: u8) -> Option<f64> {
    let (from, now, to) = (baseline?, current?, f64::from(target));
    if from >= to {
        return Some(if now >= to { 1.0 } else { 0.0 });
    }
    Some((now - from) / (to - from))
}

/// A progress as a bar shows it: held to 0..=1 (§4).
pub fn clamp_progress(progress: f64) -> f64 {
    progress.clamp(0.0, 1.0)
}
