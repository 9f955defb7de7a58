//! How far to trust an assessment: confidence and kind hints (scoring rules §6).
//!
//! Looks at declared levels and evidence only; it changes no score and blocks nothing.

use super::assessment::Evidence;
use super::effective::{CriterionStatus, Rating};
use super::model::{CriterionRef, Model};
use super::overall::{Overall, at_place};

/// Confidence of the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Incomplete or unproven.
    Low,
    /// Largely complete, with some documents.
    Medium,
    /// Complete, and most high answers rest on records.
    High,
}

impl Confidence {
    /// The word in published results.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Something worth a second look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// The same answer throughout in ten dimensions or more.
    StraightLine,
    /// Hardly any difference between the answers.
    Flat,
    /// High answers without any evidence.
    Unproven,
    /// Two criteria of one theme lie three levels or more apart.
    Contradiction,
}

impl Hint {
    /// The word in published results.
    pub const fn word(self) -> &'static str {
        match self {
            Self::StraightLine => "straight_line",
            Self::Flat => "flat",
            Self::Unproven => "unproven",
            Self::Contradiction => "contradiction",
        }
    }
}

/// What the answers of a declared level of 3 or more rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backing {
    /// How many there are.
    pub high: usize,
    /// Of them, those with a document or better.
    pub documented: usize,
    /// Of them, those with records or better.
    pub recorded: usize,
}

/// Counts what high answers rest on.
pub fn backing(statuses: &[Vec<CriterionStatus>]) -> Backing {
    let high = || ratings(statuses).filter(|rating| rating.declared >= 3);
    let with = |grade: Evidence| high().filter(|rating| rating.evidence >= grade).count();
    Backing { high: high().count(), documented: with(Evidence::Document), recorded: with(Evidence::Records) }
}

/// Confidence from completion and from the evidence behind declared levels of 3 and more.
pub fn confidence(overall: &Overall, statuses: &[Vec<CriterionStatus>]) -> Confidence {
    let (answered, applicable) = (overall.answered, overall.applicable);
    let backing = backing(statuses);
    if applicable == 0 {
        Confidence::Low
    } else if 100 * answered >= 95 * applicable && 100 * backing.recorded >= 60 * backing.high {
        Confidence::High
    } else if 100 * answered >= 80 * applicable && 100 * backing.documented >= 30 * backing.high {
        Confidence::Medium
    } else {
        Confidence::Low
    }
}

/// Hints in their published order.
pub fn hints(model: &Model, statuses: &[Vec<CriterionStatus>]) -> Vec<Hint> {
    let declared: Vec<u64> = ratings(statuses).map(|rating| u64::from(rating.declared)).collect();
    let unproven = ratings(statuses).all(|rating| rating.evidence == Evidence::None);
    let (count, sum) = (declared.len() as u64, declared.iter().sum::<u64>());
    let squares: u64 = declared.iter().map(|level| level * level).sum();
    // Variance below 0.3², cross-multiplied: 100·(n·Σx² − (Σx)²) < 9·n².
    let flat = count >= 30 && 100 * (count * squares - sum * sum) < 9 * count * count;
    let found = [
        (Hint::StraightLine, straight_lines(statuses).len() >= 10),
        (Hint::Flat, flat),
        (Hint::Unproven, count >= 12 && sum >= 4 * count && unproven),
        (Hint::Contradiction, !contradictions(model, statuses).is_empty()),
    ];
    found.into_iter().filter_map(|(hint, applies)| applies.then_some(hint)).collect()
}

/// Two answers of one theme that lie three levels or more apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Position of the theme.
    pub theme: usize,
    /// The lowest declared answer of the theme, the first one where several share it.
    pub low: CriterionRef,
    /// The highest, likewise.
    pub high: CriterionRef,
    /// How many levels lie between them.
    pub apart: u8,
}

/// The contradictions, one per theme at most, in the model's order of themes.
pub fn contradictions(model: &Model, statuses: &[Vec<CriterionStatus>]) -> Vec<Contradiction> {
    let of = |theme: usize| {
        let mut ends: Option<((CriterionRef, u8), (CriterionRef, u8))> = None;
        for (at, _) in model.criteria().filter(|(_, criterion)| criterion.theme == Some(theme)) {
            let Some(rating) = at_place(statuses, at).and_then(CriterionStatus::rating) else { continue };
            let this = (at, rating.declared);
            let (low, high) = ends.unwrap_or((this, this));
            ends = Some((if this.1 < low.1 { this } else { low }, if this.1 > high.1 { this } else { high }));
        }
        let (low, high) = ends?;
        let apart = high.1 - low.1;
        (apart >= 3).then_some(Contradiction { theme, low: low.0, high: high.0, apart })
    };
    (0..model.themes.len()).filter_map(of).collect()
}

/// Positions of the dimensions in which every answer is the same, with at least five of them.
pub fn straight_lines(statuses: &[Vec<CriterionStatus>]) -> Vec<usize> {
    let straight = |dimension: &Vec<CriterionStatus>| {
        let mut levels = dimension.iter().filter_map(CriterionStatus::rating).map(|rating| rating.declared);
        let first = levels.next();
        let mut count = usize::from(first.is_some());
        let same = levels.inspect(|_| count += 1).all(|level| Some(level) == first);
        same && count >= 5
    };
    (0..statuses.len()).filter(|at| statuses.get(*at).is_some_and(straight)).collect()
}

fn ratings(statuses: &[Vec<CriterionStatus>]) -> impl Iterator<Item = &Rating> {
    statuses.iter().flatten().filter_map(CriterionStatus::rating)
}
