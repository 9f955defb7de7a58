//! What a change of the open assessment does besides: it is counted and dated, it can be undone, and the place where
//! it was made is remembered.

use fuxiao_saving::revision::next_number;
use serde_json::Value;

use fuxiao_core::Assessment;

use super::{Action, AppState, Edit, History, Missing, Page, ReportChoice, Role, Route, WhatIf, Workspace};

/// The change that was undone or redone last.
#[derive(Clone, Debug, PartialEq)]
pub struct LastUndo {
    /// The change.
    pub edit: Edit,
    /// Made again, not taken back.
    pub redone: bool,
}

impl AppState {
    /// Whether an action leaves everything as it is, as far as that can be told at once.
    pub(super) fn is_noop(&self, action: &Action) -> bool {
        match action {
            Action::Resized(width) => *width == self.width,
            Action::Language(locale) => *locale == self.settings.locale,
            Action::Theme(theme) => *theme == self.settings.theme,
            Action::Stored(saved) => *saved == self.saved,
            Action::StoreFound(kind) => *kind == self.store,
            Action::Saving(state) => *state == self.saving,
            Action::Role(role) => *role == self.role,
            Action::LibraryListed(library) => *library == self.library,
            Action::SnapshotsListed(list) => *list == self.snapshots.list,
            Action::FieldLeft => self.history.is_at_rest(),
            Action::Undo(_) => self.read_only() || self.history.past.is_empty(),
            Action::Redo(_) => self.read_only() || self.history.future.is_empty(),
            Action::Edit(..) | Action::KeepAsTargets(..) => self.read_only() || self.workspace.is_none(),
            Action::Refused => self.refused || self.role != Role::Follower,
            Action::Ask(_) => true,
            _ => false,
        }
    }

    /// From a check of answers to a question and back; anywhere else the way back is forgotten.
    pub(super) fn return_to_check(&self, to: &Route) -> Option<(Route, String)> {
        let Route::Assessment(_, page) = to else { return None };
        match (page, &self.route) {
            (Page::Dimension(_, Some(id)) | Page::Question(id), Route::Assessment(_, Page::Check(_))) => {
                Some((self.route.clone(), id.clone()))
            }
            (Page::Dimension(..) | Page::Question(_) | Page::Check(_), _) => self.return_to.clone(),
            _ => None,
        }
    }

    /// Another assessment is open, or another state of the open one.
    pub(super) fn opened(&mut self, assessment: Assessment, document: Value) {
        // What another tab did cannot be undone here without undoing it there.
        self.history = History::default();
        self.last_undo = None;
        self.whatif = self.whatif_for(&assessment.id);
        self.board.quiet();
        self.report = ReportChoice::default();
        if self.workspace.as_ref().is_none_or(|workspace| workspace.assessment.id != assessment.id) {
            self.role = Role::Undecided;
            self.conflict = None;
        }
        self.workspace = Some(Workspace::new(&self.model, assessment, document));
        (self.missing, self.held) = (None, None);
        let route = self.route.clone();
        self.remember(&route);
    }

    /// What the place names cannot be opened; what was open when it was deleted can still be taken along.
    pub(super) fn not_found(&mut self, missing: Missing) {
        let held = self.workspace.take().or(self.held.take());
        self.held = held.filter(|_| missing == Missing::Deleted);
        self.conflict = None;
        self.whatif = WhatIf::default();
        self.missing = Some(missing);
    }

    /// Takes back the newest change, or makes it again.
    pub(super) fn undo_or_redo(&mut self, again: bool, now: String) {
        let Some(workspace) = self.workspace.clone() else { return };
        self.board.quiet();
        let step = match again {
            false => self.history.undo(&workspace.assessment),
            true => self.history.redo(&workspace.assessment),
        };
        if let Some((edit, assessment)) = step {
            self.commit(&workspace, assessment, now);
            self.last_undo = Some(LastUndo { edit, redone: again });
        }
    }

    /// Takes a changed assessment over into the workspace: its count of changes goes up, whatever was changed.
    pub(super) fn commit(&mut self, before: &Workspace, mut assessment: Assessment, now: String) {
        assessment.revision = next_number(before.assessment.revision);
        for (id, entry) in &mut assessment.answers {
            // Undone, an answer is dated by the undoing: of two states of it the one that was wanted last counts.
            if before.assessment.answers.get(id) != Some(entry) {
                entry.at = Some(now.clone());
            }
        }
        assessment.modified = now;
        self.workspace = Some(Workspace::new(&self.model, assessment, before.document.clone()));
    }

    /// Remembers where the open assessment is left. Places of others are addresses that somebody typed.
    pub(super) fn remember(&mut self, route: &Route) {
        let here = self.workspace.as_ref().map(|workspace| workspace.assessment.id.as_str());
        if let Some(id) = route.assessment().filter(|id| here == Some(*id)) {
            self.settings.last_pages.insert(id.to_string(), route.hash());
        }
    }
}
