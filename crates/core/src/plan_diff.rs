//! What changed in a plan since an earlier state of it.
//!
//! Steps are the same when they have one id and lead the same criterion to the same level in the same way; states from
//! before steps had ids were given some in order, so that there the latter decides. Owners, notes and proof do not
//! count as changes.

use super::assessment::{Lane, PlanAction, Status};

/// One thing that is not as it was, with how it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanChange {
    /// It was not in the plan.
    New,
    /// It stood in another lane.
    Lane(Lane),
    /// It had come less far, or further.
    Status(Status),
    /// It was due on another day, or on none.
    Due(Option<String>),
}

/// Which of the steps that lead to the same this is: 0 for the first.
pub fn occurrence(actions: &[PlanAction], at: usize) -> usize {
    let Some(action) = actions.get(at) else { return 0 };
    actions.iter().take(at).filter(|other| same(action, other)).count()
}

/// Whether two actions lead the same criterion to the same level in the same way.
pub fn same(one: &PlanAction, other: &PlanAction) -> bool {
    one.criterion == other.criterion && one.kind == other.kind && one.to == other.to
}

/// The counterpart of a step in another state of the plan.
fn counterpart<'a>(actions: &[PlanAction], at: usize, other: &'a [PlanAction]) -> Option<&'a PlanAction> {
    let action = actions.get(at)?;
    let own = other.iter().find(|known| known.id == action.id && same(action, known));
    own.or_else(|| other.iter().filter(|known| same(action, known)).nth(occurrence(actions, at)))
}

/// What changed of the step at `at`; empty where nothing did, or where there is no such step.
pub fn changes(before: &[PlanAction], now: &[PlanAction], at: usize) -> Vec<PlanChange> {
    let Some(action) = now.get(at) else { return Vec::new() };
    let Some(was) = counterpart(now, at, before) else { return vec![PlanChange::New] };
    let lane = (was.lane != action.lane).then_some(PlanChange::Lane(was.lane));
    let status = (was.status != action.status).then_some(PlanChange::Status(was.status));
    let due = (was.due != action.due).then(|| PlanChange::Due(was.due.clone()));
    [lane, status, due].into_iter().flatten().collect()
}

/// The steps that have left the plan, in their order.
pub fn gone<'a>(before: &'a [PlanAction], now: &[PlanAction]) -> Vec<&'a PlanAction> {
    let left = |at: &usize| counterpart(before, *at, now).is_none();
    (0..before.len()).filter(left).filter_map(|at| before.get(at)).collect()
}
