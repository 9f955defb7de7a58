//! A trial: levels that are tried without being said. Lives as long as the page and the assessment it is about.
//!
//! Nothing of it is stored; what is kept of it becomes an edit like any other.

use crate::domain::trial::{Levels, moved};

use super::{Action, AppState, Edit};

/// What is tried in the assessment in hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scratch {
    /// Tried levels.
    pub levels: Levels,
    /// The assessment's count of changes right after the last trial became its targets.
    kept: Option<u64>,
}

impl AppState {
    /// Whether a trial has just become targets, and nothing was changed since.
    pub fn just_kept(&self) -> bool {
        self.scratch.kept.is_some() && self.scratch.kept == self.changes()
    }

    /// The state after something happened to the trial.
    pub(super) fn tried(&self, action: Action) -> Self {
        let mut next = self.clone();
        let mut levels = std::mem::take(&mut next.scratch).levels;
        match action {
            Action::Try(id, Some(level)) if self.moves(&id, level) => {
                levels.insert(id, level);
            }
            // The level a criterion stands at is no trial.
            Action::Try(id, _) => {
                levels.remove(&id);
            }
            Action::TryAll(all) => levels = all.into_iter().filter(|(id, to)| self.moves(id, *to)).collect(),
            Action::Keep(targets, now) => {
                next = self.change(Action::Edit(Edit::Targets(targets), now));
                next.scratch = Scratch { levels: Levels::new(), kept: next.changes() };
                return next;
            }
            _ => levels.clear(),
        }
        next.scratch.levels = levels;
        next
    }

    /// The trial that goes on when an assessment is taken in hand: none where it is another one.
    pub(super) fn scratch_for(&self, id: &str) -> Scratch {
        let same = self.open.as_ref().filter(|open| open.assessment.id == id);
        same.map(|_| self.scratch.clone()).unwrap_or_default()
    }

    fn moves(&self, id: &str, level: u8) -> bool {
        let moved = |(at, _)| moved(&self.model, &self.open.as_ref()?.card, at, level);
        self.model.find_criterion(id).and_then(moved).is_some()
    }

    fn changes(&self) -> Option<u64> {
        self.open.as_ref().map(|open| open.assessment.edit)
    }
}
