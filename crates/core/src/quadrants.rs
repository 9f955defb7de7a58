//! Two ways to divide things in four: recommendations by impact and effort, dimensions by importance and
//! performance (Martilla and James, 1977).
//!
//! Compares exactly. Knows no drawing and no wording; importance is what the firm says that matters to its clients, and
//! nothing where it does not say.

use super::assessment::Assessment;
use super::model::Model;
use super::order::sorted;
use super::ratio::{Ratio, mean};
use super::recommend::Recommendation;
use super::scorecard::Scorecard;

/// Where much impact begins, between two whole numbers.
pub const MUCH_IMPACT: f64 = 3.5;
/// Where little effort ends, between two whole numbers.
pub const LITTLE_EFFORT: f64 = 2.5;

/// What a recommendation is worth for what it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worth {
    /// Much for little.
    QuickWin,
    /// Much for much.
    MajorProject,
    /// Little for little.
    FillIn,
    /// Little for much.
    Thankless,
}

impl Worth {
    /// All, those first that are worth the most.
    pub const ALL: [Worth; 4] = [Self::QuickWin, Self::MajorProject, Self::FillIn, Self::Thankless];

    /// Of an impact and an effort of 1..=5.
    pub fn of(impact: u8, effort: u8) -> Self {
        match (much_impact(impact), f64::from(effort) <= LITTLE_EFFORT) {
            (true, true) => Self::QuickWin,
            (true, false) => Self::MajorProject,
            (false, true) => Self::FillIn,
            (false, false) => Self::Thankless,
        }
    }
}

/// Whether an impact of 1..=5 is much.
pub fn much_impact(impact: u8) -> bool {
    f64::from(impact) >= MUCH_IMPACT
}

/// Recommendations with the same impact and the same effort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecommendationGroup {
    /// Impact 1..=5.
    pub impact: u8,
    /// Effort 1..=5.
    pub effort: u8,
    /// Their positions in the list of recommendations, in its order.
    pub members: Vec<usize>,
}

/// Recommendations by impact, the highest first, then by effort, the least first.
pub fn groups(recommendations: &[Recommendation]) -> Vec<RecommendationGroup> {
    let mut found: Vec<RecommendationGroup> = Vec::new();
    for (at, one) in recommendations.iter().enumerate() {
        match found.iter_mut().find(|group| (group.impact, group.effort) == (one.impact, one.effort)) {
            Some(group) => group.members.push(at),
            None => {
                found.push(RecommendationGroup { impact: one.impact, effort: one.effort, members: vec![at] })
            }
        }
    }
    sorted(found, |a, b| b.impact.cmp(&a.impact).then_with(|| a.effort.cmp(&b.effort)))
}

/// What the importance and the performance of a dimension say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quadrant {
    /// Important, and low.
    Concentrate,
    /// Important, and high.
    Keep,
    /// Less important, and low.
    LowPriority,
    /// Less important, and high.
    Overkill,
}

impl Quadrant {
    /// All, those first that ask for the most.
    pub const ALL: [Quadrant; 4] = [Self::Concentrate, Self::Keep, Self::LowPriority, Self::Overkill];
}

/// A dimension on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPoint {
    /// Which one, by position.
    pub dimension: usize,
    /// What the firm says, 1..=5.
    pub importance: Ratio,
    /// Its score.
    pub performance: Ratio,
    /// Where it lies.
    pub quadrant: Quadrant,
}

/// Importance and performance of the dimensions that are rated and scored.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Where important begins: the mean importance.
    pub importance: Ratio,
    /// Where high begins: the mean of the target levels.
    pub performance: Ratio,
    /// The dimensions in model order.
    pub points: Vec<MapPoint>,
}

/// Whether the importance of enough dimensions is said for a map: two thirds of those in scope.
pub fn rated(model: &Model, assessment: &Assessment, card: &Scorecard) -> bool {
    let both = model.dimensions.iter().zip(&card.dimensions);
    let scope: Vec<_> = both.filter(|(_, score)| score.in_scope()).collect();
    let said = scope.iter().filter(|(d, _)| assessment.importance.contains_key(&d.id)).count();
    said > 0 && 3 * said >= 2 * scope.len()
}

/// The map of the dimensions that are rated and scored; `None` while there is none, or while too few are rated. What
/// lies on a line is above it.
pub fn map(model: &Model, assessment: &Assessment, card: &Scorecard) -> Option<Map> {
    if !rated(model, assessment, card) {
        return None;
    }
    let scored = || {
        let all = model.dimensions.iter().zip(&card.dimensions).enumerate();
        all.filter_map(|(at, (dimension, score))| {
            let said = assessment.importance.get(&dimension.id)?;
            Some((at, Ratio::new(u128::from(*said), 1)?, score.exact.score?, score.target))
        })
    };
    let middle = mean(scored().map(|(_, importance, ..)| (1, importance)))?;
    let high = mean(scored().filter_map(|(_, _, _, target)| Some((1, Ratio::new(target.into(), 1)?))))?;
    let point = |(dimension, importance, performance, _): (usize, Ratio, Ratio, u8)| {
        let quadrant = match (importance.at_least(middle), performance.at_least(high)) {
            (true, false) => Quadrant::Concentrate,
            (true, true) => Quadrant::Keep,
            (false, false) => Quadrant::LowPriority,
            (false, true) => Quadrant::Overkill,
        };
        MapPoint { dimension, importance, performance, quadrant }
    };
    Some(Map { importance: middle, performance: high, points: scored().map(point).collect() })
}
