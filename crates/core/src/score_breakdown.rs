//! What a score is the mean of, and how much each part weighs in the score and in the level (scoring rules §2, §3).
//!
//! Takes the numbers of a scorecard apart; computes none of its own but shares.

use super::model::{CriterionRef, Model};
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

/// The scored dimensions, whose mean the overall score is.
pub fn of_whole(model: &Model, card: &Scorecard) -> Vec<ScorePart> {
    let scored = model.dimensions.iter().zip(&card.dimensions).enumerate();
    scored
        .filter_map(|(at, (d, score))| Some(ScorePart { at, weight: d.weight, value: score.score? }))
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

/// The share of an aspect in the overall score: that of its dimensions; `None` where it is not scored.
pub fn aspect_share(model: &Model, card: &Scorecard, aspect: usize) -> Option<Ratio> {
    let own = of_aspect(model, card, aspect);
    if own.is_empty() { None } else { Ratio::new(weights(&own), weights(&of_whole(model, card))) }
}

/// The share of a dimension in the overall score; `None` where it is not scored. The shares of all make 1.
pub fn score_share(model: &Model, card: &Scorecard, dimension: usize) -> Option<Ratio> {
    let parts = of_whole(model, card);
    let own = parts.iter().find(|part| part.at == dimension)?;
    Ratio::new(own.weight.into(), weights(&parts))
}

/// The share of a dimension in the weight that the overall level is decided by; `None` where it is out of scope. What
/// is in scope counts there, answered or not.
pub fn level_share(model: &Model, card: &Scorecard, dimension: usize) -> Option<Ratio> {
    let counted = model.dimensions.iter().zip(&card.dimensions);
    let all = counted.filter(|(_, score)| score.in_scope()).map(|(d, _)| u128::from(d.weight)).sum();
    card.dimensions.get(dimension).filter(|score| score.in_scope())?;
    Ratio::new(model.dimensions.get(dimension)?.weight.into(), all)
}

/// The share of a dimension in the whole of the model, where everything is in scope and answered.
pub fn model_share(model: &Model, dimension: usize) -> Option<Ratio> {
    let all = model.dimensions.iter().map(|d| u128::from(d.weight)).sum();
    Ratio::new(model.dimensions.get(dimension)?.weight.into(), all)
}

/// The share of a criterion in the whole of the model, likewise.
pub fn criterion_share(model: &Model, at: CriterionRef) -> Option<Ratio> {
    let siblings = model.dimensions.get(at.dimension)?.criteria.iter().map(|c| c.weight).sum();
    Some(model_share(model, at.dimension)?.times(model.criterion(at)?.weight, siblings))
}
