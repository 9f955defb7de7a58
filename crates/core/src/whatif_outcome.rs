//! What a what-if leaves behind: the targets it stands for, the work it takes, what becomes of the recommendations.
//!
//! Compares two scorecards of one assessment; knows no wording and keeps nothing itself.

use super::assessment::{Assessment, Lane};
use super::model::{CriterionRef, Model};
use super::order::sorted;
use super::recommend::Recommendation;
use super::roadmap::PathStep;
use super::roadmap::cost::{bands, steps_to_level};
use super::scorecard::Scorecard;
use super::whatif::LevelChange;

/// A target that a what-if would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retarget {
    /// Position of the dimension.
    pub dimension: usize,
    /// The target in force.
    pub from: u8,
    /// The level of the dimension in the what-if.
    pub to: u8,
}

/// The targets that a what-if stands for: of every dimension in which something is tried, the level it has there, where
/// it has one and that is not its target already.
pub fn retargets(after: &Scorecard, level_changes: &[LevelChange]) -> Vec<Retarget> {
    let touched = |dimension: &usize| level_changes.iter().any(|one| one.at.dimension == *dimension);
    let of = |dimension: usize| {
        let score = after.dimensions.get(dimension)?;
        let to = score.level.filter(|level| *level != score.target)?;
        Some(Retarget { dimension, from: score.target, to })
    };
    (0..after.dimensions.len()).filter(touched).filter_map(of).collect()
}

/// The work that a what-if stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EffortEstimate {
    /// Steps from where the answers stand: criteria in model order, of each the lower levels first.
    pub steps: Vec<PathStep>,
    /// Sum of their efforts.
    pub effort: u32,
    /// Tried criteria without steps: still to be answered, or no proof that the model knows would count.
    pub without: Vec<CriterionRef>,
}

/// What it takes to bring the answers to the levels that are tried higher: practices, proofs, figures. A figure that
/// several criteria share is brought there once.
pub fn estimate_effort(
    model: &Model,
    assessment: &Assessment,
    card: &Scorecard,
    level_changes: &[LevelChange],
) -> EffortEstimate {
    let mut estimate = EffortEstimate::default();
    let mut bands = bands(model, assessment);
    for one in level_changes.iter().filter(|one| one.from.is_none_or(|from| from < one.to)) {
        let rating = card.status(one.at).and_then(|status| status.rating());
        let steps = rating.and_then(|of| steps_to_level(model, assessment, one.at, of, &bands, &[], one.to));
        let Some(steps) = steps else {
            estimate.without.push(one.at);
            continue;
        };
        for step in &steps {
            // A figure's step to a level lifts it to the band below.
            let band = step.kpi.and_then(|kpi| bands.get_mut(kpi));
            if let Some(band) = band {
                *band = (*band).max(step.to.checked_sub(1));
            }
        }
        estimate.effort += steps.iter().map(|step| u32::from(step.effort)).sum::<u32>();
        estimate.steps.extend(steps);
    }
    estimate.steps = sorted(estimate.steps, |a, b| (a.at, a.to, a.kind).cmp(&(b.at, b.to, b.kind)));
    estimate
}

/// A recommendation with its lane.
pub type Scheduled<'a> = (&'a Recommendation, Lane);

/// A recommendation that goes, comes, or is another one or at another time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RecommendationChange<'a> {
    /// As it is.
    pub before: Option<Scheduled<'a>>,
    /// As it would be.
    pub after: Option<Scheduled<'a>>,
}

impl RecommendationChange<'_> {
    /// Whether there is something else to do, not only at another time.
    pub fn other(&self) -> bool {
        let what = |scheduled: Option<Scheduled>| scheduled.map(|(one, _)| (one.kind, one.to));
        what(self.before) != what(self.after)
    }
}

/// What becomes of the recommendations from one scorecard to another: those of the new one in their order, then those
/// that are gone. What stays as it is, is left out.
pub fn recommendation_changes<'a>(
    before: &'a Scorecard,
    after: &'a Scorecard,
) -> Vec<RecommendationChange<'a>> {
    fn scheduled(card: &Scorecard) -> impl Iterator<Item = Scheduled<'_>> {
        card.recommendations.iter().zip(card.lanes.iter().copied())
    }
    let of = |card: &'a Scorecard, at| scheduled(card).find(|(one, _)| one.at == at);
    let here =
        scheduled(after).map(|one| RecommendationChange { before: of(before, one.0.at), after: Some(one) });
    let gone = scheduled(before).filter(|(one, _)| of(after, one.at).is_none());
    let gone = gone.map(|one| RecommendationChange { before: Some(one), after: None });
    let lane = |scheduled: Option<Scheduled>| scheduled.map(|(_, lane)| lane);
    here.chain(gone).filter(|one| one.other() || lane(one.before) != lane(one.after)).collect()
}
