//! Earlier states of the open assessment: the list of snapshots, and the one it is compared with.
//!
//! Knows no storage: texts come in, and what is kept of them is what pages show.

use std::rc::Rc;

use fuxiao_core::{Model, score};
use fuxiao_format::{ParsedDocument, read_assessment, with_stored_result};

use super::library::UnreadableEntry;
use super::{AppState, Workspace};

/// What is known of the snapshots of the open assessment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshots {
    /// The newest first.
    pub list: Vec<Snapshot>,
    /// How taking one ended, until the user goes elsewhere.
    pub outcome: Option<SnapshotOutcome>,
    /// Where the numbers of the baseline come from.
    pub scored_with: ScoredWith,
}

/// How taking a snapshot ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotOutcome {
    /// It is stored.
    Saved,
    /// The browser stores nothing.
    Blocked,
    /// No room.
    Full,
}

/// Where the numbers of a snapshot come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ScoredWith {
    /// Computed with the release of the model that it was taken with.
    #[default]
    SameRelease,
    /// Of another release: as they were computed then.
    StoredResult,
    /// Of another release: computed again with this one, on request.
    Rescored,
    /// Of another release, without numbers of then: computed with this one.
    NoStoredResult,
}

/// One stored snapshot, as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Its id, under which it is stored.
    pub id: String,
    /// What is in it, or why that cannot be told.
    pub content: Result<SnapshotSummary, UnreadableEntry>,
}

/// What the list tells of a readable snapshot.
#[derive(Clone, Debug, PartialEq)]
pub struct SnapshotSummary {
    /// Its id.
    pub id: String,
    /// Title of the assessment then.
    pub title: String,
    /// When it was taken, RFC 3339 UTC.
    pub taken: String,
    /// The same as local date and time.
    pub taken_local: String,
    /// Count of changes then.
    pub revision: u64,
    /// Release of the model that its numbers were computed with.
    pub release: String,
    /// Answered applicable criteria.
    pub answered: usize,
    /// Applicable criteria.
    pub applicable: usize,
    /// Overall score.
    pub score: Option<f64>,
    /// Overall level.
    pub level: Option<u8>,
}

impl Snapshot {
    /// Looks at a stored text. `local` turns a stored time into what people read.
    pub fn of(id: String, raw: &str, model: &Model, local: impl Fn(&str) -> String) -> Self {
        let content = match read_assessment(raw, model) {
            Ok(stored) => {
                let (workspace, _) = snapshot_workspace(model, stored, false);
                let (a, whole) = (workspace.assessment, &workspace.card.overall);
                Ok(SnapshotSummary {
                    taken_local: local(&a.modified),
                    answered: whole.answered,
                    applicable: whole.applicable,
                    score: whole.score,
                    level: whole.level.ok(),
                    id: a.id.clone(),
                    title: a.title.clone(),
                    taken: a.modified.clone(),
                    revision: a.revision,
                    release: a.model_release.clone(),
                })
            }
            Err(refused) => Err(UnreadableEntry { newer: refused.newer(), title: refused.title }),
        };
        Self { id, content }
    }
}

/// A snapshot with its numbers: those computed then where the model has another release since, unless they are asked
/// for `again` with this one.
pub fn snapshot_workspace(model: &Model, stored: ParsedDocument, again: bool) -> (Workspace, ScoredWith) {
    let ParsedDocument { assessment, document, .. } = stored;
    let card = score(model, &assessment);
    let stored = document.get("result");
    let then = || with_stored_result(model, card.clone(), stored?);
    let (card, scored) = match () {
        () if assessment.model_release == model.release => (card, ScoredWith::SameRelease),
        () if again => (card, ScoredWith::Rescored),
        () => match then() {
            Some(then) => (then, ScoredWith::StoredResult),
            None => (card, ScoredWith::NoStoredResult),
        },
    };
    (Workspace { assessment: Rc::new(assessment), document: Rc::new(document), card: Rc::new(card) }, scored)
}

impl AppState {
    /// Takes the snapshot that the open assessment is compared with; one that it does not name is no baseline of it.
    pub(super) fn baseline_loaded(&mut self, came: Option<(Rc<Workspace>, ScoredWith)>) {
        let named = self.workspace.as_ref().and_then(|workspace| workspace.assessment.baseline.as_deref());
        let came = came.filter(|(snapshot, _)| Some(snapshot.assessment.id.as_str()) == named);
        self.snapshots.scored_with = came.as_ref().map(|(_, scored)| *scored).unwrap_or_default();
        self.baseline = came.map(|(snapshot, _)| snapshot);
    }

    /// Forgets what belongs to another assessment or to another baseline than before.
    pub(super) fn forget_stale_snapshots(&mut self, before: &Self) {
        let mark = |state: &Self| state.workspace.as_ref().map(|workspace| workspace.assessment.id.clone());
        let named = |state: &Self| {
            state.workspace.as_ref().and_then(|workspace| workspace.assessment.baseline.clone())
        };
        if mark(self) != mark(before) {
            self.snapshots = Snapshots::default();
            self.baseline = None;
        }
        if named(self) != named(before) {
            self.baseline = None;
        }
        if self.route != before.route {
            self.snapshots.outcome = None;
        }
    }
}
