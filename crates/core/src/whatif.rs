//! What if some criteria counted as other levels: the numbers as they would be, and what one level more would bring.
//!
//! A tried level is an effective level: practice, proof and figures are taken to be in line with it. The figures
//! themselves stay what they are, so the legal gate still sees them. Changes no assessment and knows no wording.

use std::collections::BTreeMap;

use super::assessment::{Assessment, Evidence, Status};
use super::dimension::score_dimension;
use super::effective::{CriterionStatus, Rating};
use super::model::{CriterionRef, Model};
use super::order::sorted;
use super::overall::score_overall;
use super::roadmap::ShortestPath;
use super::roadmap::apply::after_steps;
use super::scorecard::{Scorecard, score_statuses, statuses};

/// Tried levels by criterion id.
pub type Levels = BTreeMap<String, u8>;

/// A criterion that is tried at another level than it stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelChange {
    /// Which criterion.
    pub at: CriterionRef,
    /// Effective level now; `None` while it is not answered.
    pub from: Option<u8>,
    /// The tried level.
    pub to: u8,
}

/// The move that trying a level makes; `None` where the criterion stands there already, does not apply or does not
/// exist, and for a level that the model does not have.
pub fn level_change(model: &Model, card: &Scorecard, at: CriterionRef, to: u8) -> Option<LevelChange> {
    let status = card.status(at)?;
    let from = status.rating().map(|rating| rating.effective);
    let can = status.applicable() && (1..=model.levels).contains(&to) && from != Some(to);
    can.then_some(LevelChange { at, from, to })
}

/// The changes of a what-if, in model order.
pub fn level_changes(model: &Model, card: &Scorecard, levels: &Levels) -> Vec<LevelChange> {
    let tried = model.criteria().filter_map(|(at, criterion)| Some((at, *levels.get(&criterion.id)?)));
    tried.filter_map(|(at, to)| level_change(model, card, at, to)).collect()
}

/// A criterion at a tried level. Where more is claimed already, what holds it down now goes on above that level;
/// else it is as if this level were declared and measured.
fn tried(now: &CriterionStatus, level: u8) -> Rating {
    match now.rating() {
        Some(rating) if rating.effective < level && level < rating.declared => Rating {
            effective: level,
            worst_kpi: rating.worst_kpi.map(|(kpi, band)| (kpi, band.max(level - 1))),
            ..*rating
        },
        _ => Rating {
            declared: level,
            effective: level,
            cap: None,
            evidence: Evidence::Measured,
            worst_kpi: None,
        },
    }
}

/// Every number as it would be after some moves, from a scorecard of the same assessment.
pub fn simulate(
    model: &Model,
    assessment: &Assessment,
    card: &Scorecard,
    changes: &[LevelChange],
) -> Scorecard {
    let mut statuses = card.statuses.clone();
    for one in changes {
        let slot = statuses.get_mut(one.at.dimension).and_then(|of| of.get_mut(one.at.criterion));
        if let Some(slot) = slot {
            *slot = CriterionStatus::Answered(tried(slot, one.to));
        }
    }
    score_statuses(model, assessment, statuses)
}

/// Levels one higher, as far as there are higher ones, for everything answered in a dimension. `card` is that of the
/// trial so far; what is tried elsewhere stays.
pub fn raised(model: &Model, card: &Scorecard, levels: &Levels, dimension: usize) -> Levels {
    let mut levels = levels.clone();
    for (at, criterion) in model.criteria().filter(|(at, _)| at.dimension == dimension) {
        if let Some(rating) = card.status(at).and_then(CriterionStatus::rating) {
            levels.insert(criterion.id.clone(), rating.effective.saturating_add(1).min(model.levels));
        }
    }
    levels
}

/// Levels as they would be after a path: those of a shared figure, too, that the path does not name.
pub fn after_path(model: &Model, assessment: &Assessment, card: &Scorecard, path: &ShortestPath) -> Levels {
    let after = statuses(model, &after_steps(model, assessment, &path.steps));
    let reached = model.criteria().filter_map(|(at, criterion)| {
        let level = after.get(at.dimension)?.get(at.criterion)?.rating()?.effective;
        level_change(model, card, at, level).map(|_| (criterion.id.clone(), level))
    });
    reached.collect()
}

/// Levels as the actions of the plan would bring them, those given up aside; what is reached already is left out.
pub fn after_plan(model: &Model, assessment: &Assessment, card: &Scorecard) -> Levels {
    let mut levels = Levels::new();
    for action in assessment.actions.iter().filter(|action| action.status != Status::Dropped) {
        let of = model
            .find_criterion(&action.criterion)
            .and_then(|(at, _)| level_change(model, card, at, action.to));
        if of.is_some_and(|one| one.from.is_none_or(|from| from < one.to)) {
            let level = levels.entry(action.criterion.clone()).or_default();
            *level = action.to.max(*level);
        }
    }
    levels
}

/// What one answered criterion brings when it alone goes one level up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SingleStep {
    /// Which criterion.
    pub at: CriterionRef,
    /// Its level after the step.
    pub to: u8,
    /// What the step adds to the overall score.
    pub adds: f64,
    /// The overall level after it, where that is another one.
    pub overall: Option<u8>,
    /// The level of its dimension after it, where that is another one.
    pub dimension: Option<u8>,
}

/// Tries every answered criterion that is not at the highest level one level up, each by itself. Those first that add
/// the most to the overall score; equal ones by the lower level, then in model order. Only what changes is scored anew:
/// 0.2 ms natively for ninety criteria.
pub fn single_steps(model: &Model, assessment: &Assessment, card: &Scorecard) -> Vec<SingleStep> {
    let mut found = Vec::new();
    // One criterion changes one dimension: the others keep their numbers.
    let (mut statuses, mut dimensions) = (card.statuses.clone(), card.dimensions.clone());
    for (at, _) in model.criteria() {
        let Some(level) = card.status(at).and_then(CriterionStatus::rating).map(|rating| rating.effective)
        else {
            continue;
        };
        let (Some(of), Some(before)) =
            (model.dimensions.get(at.dimension), card.dimensions.get(at.dimension))
        else {
            continue;
        };
        let Some(group) = statuses.get_mut(at.dimension).filter(|_| level < model.levels) else { continue };
        let Some(was) = group.get(at.criterion).copied() else { continue };
        if let Some(slot) = group.get_mut(at.criterion) {
            *slot = CriterionStatus::Answered(tried(&was, level + 1));
        }
        let after = score_dimension(model, of, group, assessment);
        let dimension = after.level.filter(|_| after.level != before.level);
        if let Some(slot) = dimensions.get_mut(at.dimension) {
            *slot = after;
        }
        let overall = score_overall(model, assessment, &statuses, &dimensions);
        let adds = overall.score.unwrap_or_default() - card.overall.score.unwrap_or_default();
        let whole = overall.level.ok().filter(|_| overall.level != card.overall.level);
        found.push(SingleStep { at, to: level + 1, adds, overall: whole, dimension });
        if let Some(slot) = statuses.get_mut(at.dimension).and_then(|of| of.get_mut(at.criterion)) {
            *slot = was;
        }
        if let Some(slot) = dimensions.get_mut(at.dimension) {
            slot.clone_from(before);
        }
    }
    sorted(found, |a, b| {
        b.adds.total_cmp(&a.adds).then_with(|| a.to.cmp(&b.to)).then_with(|| a.at.cmp(&b.at))
    })
}
