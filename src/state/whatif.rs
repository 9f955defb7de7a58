//! A what-if: levels that are tried without being said. Lives as long as the page and the assessment it is about.
//!
//! Nothing of it is stored; what is kept of it becomes an edit like any other.

use fuxiao_core::whatif::{Levels, level_change};

use super::{Action, AppState, Edit};

/// What is tried in the open assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    /// Tried levels.
    pub levels: Levels,
    /// The assessment's count of changes right after the last what-if became its targets.
    kept_at: Option<u64>,
}

impl AppState {
    /// Whether a what-if has just become targets, and nothing was changed since.
    pub fn just_kept(&self) -> bool {
        self.whatif.kept_at.is_some() && self.whatif.kept_at == self.changes()
    }

    /// The state after something happened to the what-if.
    pub(super) fn with_whatif(&self, action: Action) -> Self {
        let mut next = self.clone();
        let mut levels = std::mem::take(&mut next.whatif).levels;
        match action {
            Action::TryLevel(id, Some(level)) if self.changes_level(&id, level) => {
                levels.insert(id, level);
            }
            // The level a criterion stands at is no what-if.
            Action::TryLevel(id, _) => {
                levels.remove(&id);
            }
            Action::TryLevels(all) => {
                levels = all.into_iter().filter(|(id, to)| self.changes_level(id, *to)).collect()
            }
            Action::KeepAsTargets(targets, now) => {
                next = self.change(Action::Edit(Edit::Targets(targets), now));
                next.whatif = WhatIf { levels: Levels::new(), kept_at: next.changes() };
                return next;
            }
            _ => levels.clear(),
        }
        next.whatif.levels = levels;
        next
    }

    /// The what-if that goes on when an assessment is opened: none where it is another one.
    pub(super) fn whatif_for(&self, id: &str) -> WhatIf {
        let same = self.workspace.as_ref().filter(|workspace| workspace.assessment.id == id);
        same.map(|_| self.whatif.clone()).unwrap_or_default()
    }

    fn changes_level(&self, id: &str, level: u8) -> bool {
        let moved = |(at, _)| level_change(&self.model, &self.workspace.as_ref()?.card, at, level);
        self.model.find_criterion(id).and_then(moved).is_some()
    }

    fn changes(&self) -> Option<u64> {
        self.workspace.as_ref().map(|workspace| workspace.assessment.revision)
    }
}
