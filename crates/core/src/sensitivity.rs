//! How much one answer weighs: what a level more of one criterion adds to the overall score (scoring rules §2, §3).
//!
//! A share of the answers given, so that the shares of all of them make 1. Knows no wording.

use super::model::{CriterionRef, Model};
use super::order::sorted;
use super::ratio::Ratio;
use super::score_breakdown::score_share;
use super::scorecard::Scorecard;

/// What a level more of an answered criterion adds to the overall score; `None` where it is not answered.
pub fn sensitivity(model: &Model, card: &Scorecard, at: CriterionRef) -> Option<Ratio> {
    card.status(at)?.rating()?;
    let dimension = model.dimensions.get(at.dimension)?;
    let answered = dimension.criteria.iter().zip(card.statuses.get(at.dimension)?);
    let criteria: u32 = answered.filter(|(_, s)| s.rating().is_some()).map(|(c, _)| c.weight).sum();
    Some(score_share(model, card, at.dimension)?.times(model.criterion(at)?.weight, criteria))
}

/// The answered criteria that are not at the highest level, those first of which a level more adds the most to the
/// overall score; equal ones by the lower level, then in model order.
pub fn strongest(model: &Model, card: &Scorecard) -> Vec<(CriterionRef, f64)> {
    let open = model.criteria().filter_map(|(at, _)| {
        let level = card.status(at)?.rating()?.effective;
        (level < model.levels).then_some((at, level, sensitivity(model, card, at)?.value()))
    });
    let found = sorted(open.collect(), |a, b| {
        b.2.total_cmp(&a.2).then_with(|| a.1.cmp(&b.1)).then_with(|| a.0.cmp(&b.0))
    });
    found.into_iter().map(|(at, _, adds)| (at, adds)).collect()
}
