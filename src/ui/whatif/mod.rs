//! Trying other levels: the what-if with its numbers, and the parts of its page.
//!
//! No other page shows these numbers.

mod compare;
mod outcome;
mod plan;
mod rows;
mod single_steps;

use std::rc::Rc;

use crate::state::Workspace;
use fuxiao_core::whatif::{LevelChange, level_changes, simulate};
use fuxiao_core::{CriterionRef, Scorecard};

use super::View;

pub use compare::compare;
pub use outcome::outcome;
pub use plan::plan;
pub use rows::rows;
pub use single_steps::single_steps;

/// The open assessment, and what is tried in it.
pub struct WhatIfView<'a> {
    /// What the page is given.
    pub view: View<'a>,
    /// The assessment as it is.
    pub workspace: &'a Workspace,
    /// What is tried, in model order.
    pub changes: Vec<LevelChange>,
    /// The numbers of the what-if; without one those of the assessment.
    pub card: Rc<Scorecard>,
}

impl<'a> WhatIfView<'a> {
    /// The what-if as it stands.
    pub fn of(view: View<'a>, workspace: &'a Workspace) -> Self {
        let model = &view.state.model;
        let changes = level_changes(model, &workspace.card, &view.state.whatif.levels);
        let card = match changes.is_empty() {
            true => workspace.card.clone(),
            false => Rc::new(simulate(model, &workspace.assessment, &workspace.card, &changes)),
        };
        Self { view, workspace, changes, card }
    }

    /// The level that a criterion is tried at.
    fn tried(&self, at: CriterionRef) -> Option<u8> {
        self.changes.iter().find(|one| one.at == at).map(|one| one.to)
    }
}

/// What is now and what would be.
fn from_to(now: &str, then: &str) -> String {
    format!("{now} → {then}")
}
