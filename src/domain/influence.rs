//! How much one answer weighs: what a level more of one criterion adds to the overall score (scoring rules §2, §3).
//!
//! A share of the answers given, so that the shares of all of them make 1. Knows no wording.

use super::model::{CriterionRef, Model};
use super::order::sorted;
use super::ratio::Ratio;
use super::scorecard::Scorecard;

/// What a level more of an answered criterion adds to the overall score; `None` where it is not answered.
pub fn influence(model: &Model, card: &Scorecard, at: CriterionRef) -> Option<Ratio> {
    card.standing(at)?.rating()?;
    let dimension = model.dimensions.get(at.dimension)?;
    let sum = |weights: &mut dyn Iterator<Item = u32>| -> u128 { weights.map(u128::from).sum() };
    let answered = dimension.criteria.iter().zip(card.standings.get(at.dimension)?);
    let criteria = sum(&mut answered.filter(|(_, s)| s.rating().is_some()).map(|(c, _)| c.weight));
    let scored = model.dimensions.iter().zip(&card.dimensions).filter(|(_, score)| score.score.is_some());
    let siblings = sum(&mut scored.filter(|(d, _)| d.aspect == dimension.aspect).map(|(d, _)| d.weight));
    let scored = model.aspects.iter().zip(&card.aspects).filter(|(_, score)| score.score.is_some());
    let aspects = sum(&mut scored.map(|(a, _)| a.weight));
    let weights =
        [model.criterion(at)?.weight, dimension.weight, model.aspects.get(dimension.aspect)?.weight];
    Ratio::new(weights.into_iter().map(u128::from).product(), criteria * siblings * aspects)
}

/// The answered criteria that are not at the highest level, those first of which a level more adds the most to the
/// overall score; equal ones by the lower level, then in model order.
pub fn strongest(model: &Model, card: &Scorecard) -> Vec<(CriterionRef, f64)> {
    let open = model.criteria().filter_map(|(at, _)| {
        let level = card.standing(at)?.rating()?.effective;
        (level < model.levels).then_some((at, level, influence(model, card, at)?.value()))
    });
    let found = sorted(open.collect(), |a, b| {
        b.2.total_cmp(&a.2).then_with(|| a.1.cmp(&b.1)).then_with(|| a.0.cmp(&b.0))
    });
    found.into_iter().map(|(at, _, adds)| (at, adds)).collect()
}
