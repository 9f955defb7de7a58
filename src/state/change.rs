//! What a change of the assessment in hand does besides: it is counted and dated, it can be undone, and the place where
//! it was made is remembered.

use fuxiao_saving::revision::next_number;

use crate::domain::Assessment;

use super::{Action, AppState, Edit, Open, Place, Route};

/// A change that was undone or redone.
#[derive(Clone, Debug, PartialEq)]
pub struct Turned {
    /// The change.
    pub edit: Edit,
    /// Made again, not taken back.
    pub again: bool,
}

impl AppState {
    /// Whether an action leaves everything as it is, as far as that can be told at once.
    pub(super) fn stays(&self, action: &Action) -> bool {
        match action {
            Action::Resized(width) => *width == self.width,
            Action::Language(locale) => *locale == self.settings.locale,
            Action::Theme(theme) => *theme == self.settings.theme,
            Action::Stored(saved) => *saved == self.saved,
            Action::StoreFound(kind) => *kind == self.store,
            Action::Saving(state) => *state == self.saving,
            Action::Role(role) => *role == self.role,
            Action::ShelfSeen(shelf) => *shelf == self.shelf,
            Action::SnapshotsSeen(list) => *list == self.snapshots.list,
            Action::Rest => self.history.at_rest(),
            Action::Undo(_) => self.read_only() || self.history.past.is_empty(),
            Action::Redo(_) => self.read_only() || self.history.future.is_empty(),
            Action::Edit(..) | Action::Keep(..) => self.read_only() || self.open.is_none(),
            Action::Ask(_) => true,
            _ => false,
        }
    }

    /// From a check of answers to a question and back; anywhere else the way back is forgotten.
    pub(super) fn way_back(&self, to: &Route) -> Option<(Route, String)> {
        let Route::Assessment(_, place) = to else { return None };
        match (place, &self.route) {
            (Place::Dimension(_, Some(id)) | Place::Question(id), Route::Assessment(_, Place::Check(_))) => {
                Some((self.route.clone(), id.clone()))
            }
            (Place::Dimension(..) | Place::Question(_) | Place::Check(_), _) => self.back.clone(),
            _ => None,
        }
    }

    /// Takes back the newest change, or makes it again.
    pub(super) fn turn(&mut self, again: bool, now: String) {
        let Some(open) = self.open.clone() else { return };
        self.board.quiet();
        let step = match again {
            false => self.history.undo(&open.assessment),
            true => self.history.redo(&open.assessment),
        };
        if let Some((edit, assessment)) = step {
            self.take(&open, assessment, now);
            self.turned = Some(Turned { edit, again });
        }
    }

    /// Takes a changed assessment in hand: its count of changes goes up, whatever was changed.
    pub(super) fn take(&mut self, before: &Open, mut assessment: Assessment, now: String) {
        assessment.edit = next_number(before.assessment.edit);
        for (id, entry) in &mut assessment.answers {
            // Undone, an answer is dated by the undoing: of two states of it the one that was wanted last counts.
            if before.assessment.answers.get(id) != Some(entry) {
                entry.at = Some(now.clone());
                entry.release = Some(self.model.release.clone());
            }
        }
        assessment.modified = now;
        self.open = Some(Open::new(&self.model, assessment, before.document.clone()));
    }

    /// Remembers where the assessment in hand is left. Places of others are addresses that somebody typed.
    pub(super) fn remember(&mut self, route: &Route) {
        let here = self.open.as_ref().map(|open| open.assessment.id.as_str());
        if let Some(id) = route.assessment().filter(|id| here == Some(*id)) {
            self.settings.places.insert(id.to_string(), route.hash());
        }
    }
}
