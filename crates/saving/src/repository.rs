//! Where assessments are kept, as the rest of the app sees it: one interface, whatever the browser offers.
//!
//! Knows no browser, no model and nothing of what a document says.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use serde_json::Value;

use super::branches::Branches;
use super::revision::Revision;
use fuxiao_format::patch::Patch;

/// An answer that comes later.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Why a store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let the page store anything.
    Blocked,
    /// No room left; what was stored before is still there.
    Full,
    /// It failed or did not answer; whether the change was stored is not known.
    Failed,
    /// What is stored does not hold together.
    Damaged,
}

/// A change to be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Id of the document.
    pub id: String,
    /// The state it was made from; none where the document was never stored.
    pub base: Option<Revision>,
    /// The state it leads to.
    pub revision: Revision,
    /// The whole document in that state.
    pub document: Rc<Value>,
    /// What changed since `base`.
    pub patch: Patch,
    /// What a list tells of the document.
    pub summary: Rc<Value>,
}

/// How storing a change ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// The store has committed it.
    Stored,
    /// The store holds a state that it does not follow from; nothing was changed.
    Conflict,
    /// The document was deleted; nothing was changed.
    Deleted,
}

/// What a store holds of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A state of it, as text.
    Document {
        /// Which state.
        revision: Revision,
        /// The text, whole.
        text: String,
    },
    /// It was deleted.
    Deleted,
}

/// A document as a list tells of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Id of the document.
    pub id: String,
    /// The state that is stored.
    pub revision: Revision,
    /// What was said of it when it was stored.
    pub summary: Value,
}

/// A text that was kept by other means.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Which state it is.
    pub revision: Revision,
    /// The text as it was, readable or not.
    pub text: String,
    /// What a list tells of it.
    pub summary: Value,
}

/// A stored snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotText {
    /// Its id.
    pub id: String,
    /// The text as it was stored.
    pub text: String,
}

/// Where assessments, their snapshots and their plans are kept.
pub trait Repository: Branches {
    /// Everything that is kept and was not deleted, in no order.
    fn list(&self) -> Pending<'_, Result<Vec<Listed>, StoreError>>;

    /// One document, or that there is none.
    fn read(&self, id: &str) -> Pending<'_, Result<Option<Found>, StoreError>>;

    /// Stores a change if it follows from what is stored (compare and swap, in one step).
    fn write(&self, change: Change) -> Pending<'_, Result<Written, StoreError>>;

    /// Takes in a text from an older store as it is, unless something is known of the document already.
    fn adopt(&self, id: &str, kept: Kept) -> Pending<'_, Result<(), StoreError>>;

    /// Deletes a document with its snapshots; keeps its id and `now` (RFC 3339 UTC), and nothing else.
    fn delete(&self, id: &str, now: &str) -> Pending<'_, Result<(), StoreError>>;

    /// Forgets marks of deleted documents from before `before` (RFC 3339 UTC).
    fn forget_deleted(&self, before: &str) -> Pending<'_, Result<(), StoreError>>;

    /// The snapshots of a document, in no order.
    fn snapshots(&self, of: &str) -> Pending<'_, Result<Vec<SnapshotText>, StoreError>>;

    /// Stores a snapshot under an id of its own. One that is there already stays as it is.
    fn add_snapshot(&self, of: &str, id: &str, text: &str) -> Pending<'_, Result<(), StoreError>>;

    /// Removes a snapshot.
    fn remove_snapshot(&self, of: &str, id: &str) -> Pending<'_, Result<(), StoreError>>;
}
