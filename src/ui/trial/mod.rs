//! Trying other levels: the trial in hand with its numbers, and the parts of its page.
//!
//! No other page shows these numbers.

mod ahead;
mod compare;
mod keep;
mod plan;
mod rows;

use std::rc::Rc;

use crate::domain::trial::{Move, moves, trial};
use crate::domain::{CriterionRef, Scorecard};
use crate::state::Open;

use super::View;

pub use ahead::ahead;
pub use compare::compare;
pub use keep::keep;
pub use plan::plan;
pub use rows::rows;

/// The assessment in hand, and what is tried in it.
pub struct Trial<'a> {
    /// What the page is given.
    pub view: View<'a>,
    /// The assessment as it is.
    pub open: &'a Open,
    /// What is tried, in model order.
    pub moves: Vec<Move>,
    /// The numbers of the trial; without one those of the assessment.
    pub card: Rc<Scorecard>,
}

impl<'a> Trial<'a> {
    /// The trial as it stands.
    pub fn of(view: View<'a>, open: &'a Open) -> Self {
        let model = &view.state.model;
        let moves = moves(model, &open.card, &view.state.scratch.levels);
        let card = match moves.is_empty() {
            true => open.card.clone(),
            false => Rc::new(trial(model, &open.assessment, &open.card, &moves)),
        };
        Self { view, open, moves, card }
    }

    /// The level that a criterion is tried at.
    fn tried(&self, at: CriterionRef) -> Option<u8> {
        self.moves.iter().find(|one| one.at == at).map(|one| one.to)
    }
}

/// What is now and what would be.
fn turns(now: &str, then: &str) -> String {
    format!("{now} → {then}")
}
