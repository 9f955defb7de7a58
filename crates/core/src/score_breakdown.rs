//! What a score is the mean of, and how much each part weighs in the score and in the level (scoring rules §2, §3).
//!
//! Takes the numbers of a scorecard apart; computes none of its own but shares.

use super::model::Model;
use super::ratio::Ratio;
use super::scorecard::Scorecard;

/// One part of a mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScorePart {
    /// Position of the aspect, the dimension, or the criterion within its dimension.
    pub at: usize,
    /// Its weight.
    pub weight: u32,
    /// Its score, or effective level.
    pub value: f64,
}

/// The scored aspects, whose mean the overall score is.
pub fn of_whole(model: &Model, card: &Scorecard) -> Vec<ScorePart> {
    let scored = model.aspects.iter().zip(&card.aspects).enumerate();
    scored
        .filter_map(|(at, (a, score))| Some(ScorePart { at, weight: a.weight, value: score.score? }))
        .collect()
}

/// The scored dimensions of an aspect, by position, whose mean its score is.
pub fn of_aspect(model: &Model, card: &Scorecard, aspect: usize) -> Vec<ScorePart> {
    let scored = model.dimensions.iter().zip(&card.dimensions).enumerate();
    let inside = scored.filter(|(_, (dimension, _))| dimension.aspect == aspect);
    inside
        .filter_map(|(at, (d, score))| Some(ScorePart { at, weight: d.weight, value: score.score? }))
        .collect()
}

/// The answered criteria of a dimension, by position, whose mean its score is.
pub fn of_dimension(model: &Model, card: &Scorecard, dimension: usize) -> Vec<ScorePart> {
    let criteria = model.dimensions.get(dimension).map(|d| d.criteria.as_slice()).unwrap_or_default();
    let statuses = card.statuses.get(dimension).map(Vec::as_slice).unwrap_or_default();
    let answered = criteria.iter().zip(statuses).enumerate();
    answered
        .filter_map(|(at, (criterion, status))| {
            let value = f64::from(status.rating()?.effective);
            Some(ScorePart { at, weight: criterion.weight, value })
        })
        .collect()
}

/// Weight of all parts.
fn weights(parts: &[ScorePart]) -> u128 {
    parts.iter().map(|part| u128::from(part.weight)).sum()
}

/// The share of an aspect in the overall score; `None` where it is not scored.
pub fn aspect_share(model: &Model, card: &Scorecard, aspect: usize) -> Option<Ratio> {
    let parts = of_whole(model, card);
    let own = parts.iter().find(|part| part.at == aspect)?;
    Ratio::new(own.weight.into(), weights(&parts))
}

/// The share of a dimension in the overall score; `None` where it is not scored. The shares of all make 1.
pub fn score_share(model: &Model, card: &Scorecard, dimension: usize) -> Option<Ratio> {
    let aspect = model.dimensions.get(dimension)?.aspect;
    let siblings = of_aspect(model, card, aspect);
    let own = siblings.iter().find(|part| part.at == dimension)?;
    let of_aspect = u32::try_from(weights(&siblings)).ok()?;
    Some(aspect_share(model, card, aspect)?.times(own.weight, of_aspect))
}

/// The share of a dimension in the weight that the overall level is decided by; `None` where it is out of scope. The
/// level knows no aspects: dimensions count by their own weights.
pub fn level_share(model: &Model, card: &Scorecard, dimension: usize) -> Option<Ratio> {
    let counted = model.dimensions.iter().zip(&card.dimensions).enumerate();
    let counted = counted.filter(|(_, (_, score))| score.in_scope());
    let parts: Vec<ScorePart> =
        counted.map(|(at, (d, _))| ScorePart { at, weight: d.weight, value: 0.0 }).collect();
    let own = parts.iter().find(|part| part.at == dimension)?;
    Ratio::new(own.weight.into(), weights(&parts))
}
