//! What changed in a plan since an earlier state of it.
//!
//! Steps are the same when they have one id and lead the same criterion to the same level in the same way; states from
//! before steps had ids were given some in order, so that there the latter decides. Owners, notes and proof do not
//! count as changes.

use super::assessment::{Action, Lane, Status};

/// One thing that is not as it was, with how it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
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
pub fn occurrence(actions: &[Action], at: usize) -> usize {
    let Some(action) = actions.get(at) else { return 0 };
    actions.iter().take(at).filter(|other| same(action, other)).count()
}

/// Whether two actions lead the same criterion to the same level in the same way.
pub fn same(one: &Action, other: &Action) -> bool {
    one.criterion == other.criterion && one.kind == other.kind && one.to == other.to
}

/// The counterpart of a step in another state of the plan.
fn counterpart<'a>(actions: &[Action], at: usize, other: &'a [Action]) -> Option<&'a Action> {
    let action = actions.get(at)?;
    let own = other.iter().find(|known| known.id == action.id && same(action, known));
    own.or_else(|| other.iter().filter(|known| same(action, known)).nth(occurrence(actions, at)))
}

/// What changed of the step at `at`; empty where nothing did, or where there is no such step.
pub fn changes(before: &[Action], now: &[Action], at: usize) -> Vec<Change> {
    let Some(action) = now.get(at) else { return Vec::new() };
    let Some(was) = counterpart(now, at, before) else { return vec![Change::New] };
    let lane = (was.lane != action.lane).then_some(Change::Lane(was.lane));
    let status = (was.status != action.status).then_some(Change::Status(was.status));
    let due = (was.due != action.due).then(|| Change::Due(was.due.clone()));
    [lane, status, due].into_iter().flatten().collect()
}

/// The steps that have left the plan, in their order.
pub fn gone<'a>(before: &'a [Action], now: &[Action]) -> Vec<&'a Action> {
    let left = |at: &usize| counterpart(before, *at, now).is_none();
    (0..before.len()).filter(left).filter_map(|at| before.get(at)).collect()
}
