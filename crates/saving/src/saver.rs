//! Between the state and the repository: what is to be written next, and what may be called saved.
//!
//! A state machine without clock or store, so that tests can drive it through every order of events. It writes one
//! change at a time; what is changed meanwhile is merged into the next one.

use std::rc::Rc;

use serde_json::Value;

use super::repository::{Change, StoreError, Written};
use super::revision::Revision;
use fuxiao_format::patch::Patch;

/// Whether what is open is also stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// The store has committed it, or there is nothing to store yet.
    #[default]
    Yes,
    /// On its way.
    Saving,
    /// The browser stores nothing: kept in memory until the page is closed.
    Blocked,
    /// No room: kept in memory until there is some or the page is closed.
    Full,
    /// No room in the store, but simple storage has it.
    FullNoted,
    /// The store failed; it is tried again.
    Failing,
    /// The store failed and is tried again; simple storage has it.
    FailingNoted,
    /// It could not be read back: kept in memory until the page is closed, or until it changes.
    Refused,
    /// Somebody else stored another state meanwhile: both are stored, and the user chooses.
    Conflict,
    /// Somebody else stored another state meanwhile; the one here is in memory only.
    ConflictInMemory,
    /// It was deleted elsewhere; nothing is stored any more.
    Deleted,
}

/// A state of the open document.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Which state.
    pub revision: Revision,
    /// The whole document.
    pub document: Rc<Value>,
    /// What a list tells of it.
    pub summary: Rc<Value>,
}

/// Saves one document.
#[derive(Clone, Debug)]
pub struct Saver {
    id: String,
    /// The state that the store is known to hold, with its document.
    stored: Option<(Revision, Rc<Value>)>,
    /// The newest state, as long as the store is not known to hold it.
    wanted: Option<Version>,
    /// What was sent to the store and not answered yet.
    sent: Option<Change>,
    /// What was sent to the store and may have arrived: it is sent again as it was, before anything newer.
    unconfirmed: Option<Change>,
    /// Nothing is written while the user has to decide.
    halted: Option<Saved>,
    /// The newest state could not be read back, and is not sent.
    refused: bool,
    /// The state that is known to be kept beside the store, or in another one.
    noted: Option<Revision>,
    failed: Option<StoreError>,
    failures: u32,
}

impl Saver {
    /// A saver for a document, with the state that the store holds, if it holds one.
    pub fn new(id: impl Into<String>, stored: Option<(Revision, Rc<Value>)>) -> Self {
        Self {
            id: id.into(),
            stored,
            wanted: None,
            sent: None,
            unconfirmed: None,
            halted: None,
            refused: false,
            noted: None,
            failed: None,
            failures: 0,
        }
    }

    /// A saver for a version that is kept beside what the store holds, with the state it was made from, if that is
    /// known.
    pub fn apart(id: impl Into<String>, base: Option<(Revision, Rc<Value>)>, mine: Version) -> Self {
        let noted = Some(mine.revision.clone());
        Self { noted, halted: Some(Saved::Conflict), wanted: Some(mine), ..Self::new(id, base) }
    }

    /// Id of the document.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The state that the store is known to hold.
    pub fn base(&self) -> Option<&Revision> {
        self.stored.as_ref().map(|(revision, _)| revision)
    }

    /// The document in the state that the store is known to hold.
    pub fn base_document(&self) -> Option<&Rc<Value>> {
        self.stored.as_ref().map(|(_, document)| document)
    }

    /// The newest state, as long as the store is not known to hold it.
    pub fn unsaved(&self) -> Option<&Version> {
        self.wanted.as_ref()
    }

    /// The state that the store is known to hold, with its document.
    pub fn stored(&self) -> Option<(&Revision, &Value)> {
        self.stored.as_ref().map(|(revision, document)| (revision, document.as_ref()))
    }

    /// Whether the user has to choose between two versions.
    pub fn is_apart(&self) -> bool {
        self.halted == Some(Saved::Conflict)
    }

    /// A state is kept beside the store, or in another one.
    pub fn noted(&mut self, revision: Revision) {
        self.noted = Some(revision);
    }

    /// Whether the newest state is on the disk somewhere.
    pub fn is_safe(&self) -> bool {
        self.wanted.as_ref().is_none_or(|wanted| self.noted.as_ref() == Some(&wanted.revision))
    }

    /// The document was deleted elsewhere: nothing is sent any more.
    pub fn deleted(&mut self) {
        self.halted = Some(Saved::Deleted);
    }

    /// The document has a new state.
    pub fn changed(&mut self, version: Version) {
        self.refused = false;
        let known = self.stored.as_ref().is_some_and(|(revision, _)| *revision == version.revision);
        self.wanted = (!known).then_some(version);
    }

    /// The document has a new state that could not be read back once it is stored: it is not sent.
    pub fn refuse(&mut self) {
        self.refused = true;
    }

    /// What to send to the store now; nothing while an answer is awaited, a decision is due or all is stored.
    pub fn next_change(&mut self) -> Option<Change> {
        if self.sent.is_some() || self.halted.is_some() {
            return None;
        }
        let change = match self.unconfirmed.take() {
            Some(change) => change,
            None => self.change()?,
        };
        self.sent = Some(change.clone());
        Some(change)
    }

    fn change(&self) -> Option<Change> {
        let Version { revision, document, summary } = self.wanted.clone()?;
        let before = self.base_document().map_or(&Value::Null, |document| document.as_ref());
        Some(Change {
            id: self.id.clone(),
            base: self.base().cloned(),
            patch: Patch::between(before, &document),
            revision,
            document,
            summary,
        })
    }

    /// The store answered what was sent last.
    pub fn answered(&mut self, answer: Result<Written, StoreError>) {
        let Some(sent) = self.sent.take() else { return };
        self.failed = answer.err();
        match answer {
            Ok(Written::Stored) => {
                self.failures = 0;
                if self.wanted.as_ref().is_some_and(|wanted| wanted.revision == sent.revision) {
                    self.wanted = None;
                }
                self.stored = Some((sent.revision, sent.document));
            }
            Ok(Written::Conflict) => self.halted = Some(Saved::Conflict),
            Ok(Written::Deleted) => self.halted = Some(Saved::Deleted),
            Err(error) => {
                self.failures = self.failures.saturating_add(1);
                // Refused for want of room or permission it did not arrive; of any other failure nobody knows.
                if matches!(error, StoreError::Failed | StoreError::Damaged) {
                    self.unconfirmed = Some(sent);
                }
            }
        }
    }

    /// How long to wait before trying again, in milliseconds; nothing where the last attempt did not fail.
    pub fn retry_in(&self) -> Option<u32> {
        const FIRST: u32 = 250;
        const LONGEST: u32 = 30_000;
        self.failed?;
        Some(FIRST.saturating_mul(1 << self.failures.saturating_sub(1).min(10)).min(LONGEST))
    }

    /// The user decided: what comes next follows from this state of the store.
    pub fn resolved(&mut self, stored: Option<(Revision, Rc<Value>)>) {
        *self = Self::new(std::mem::take(&mut self.id), stored);
    }

    /// What may be said of the open document.
    pub fn state(&self) -> Saved {
        match self.halted {
            Some(Saved::Conflict) if !self.is_safe() => return Saved::ConflictInMemory,
            Some(halted) => return halted,
            None => {}
        }
        if self.refused {
            return Saved::Refused;
        }
        let pending = self.wanted.is_some() || self.sent.is_some() || self.unconfirmed.is_some();
        match self.failed {
            _ if !pending => Saved::Yes,
            Some(StoreError::Blocked) => Saved::Blocked,
            Some(StoreError::Full) if self.is_safe() => Saved::FullNoted,
            Some(StoreError::Full) => Saved::Full,
            Some(StoreError::Failed | StoreError::Damaged) if self.is_safe() => Saved::FailingNoted,
            Some(StoreError::Failed | StoreError::Damaged) => Saved::Failing,
            None => Saved::Saving,
        }
    }
}
