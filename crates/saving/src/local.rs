//! Documents in a store of texts by key that answers at once: local storage, or memory where there is none.
//!
//! Such a store has no transactions. A write is read back after a while, so that a race that was lost is seen.
//! Knows no model.

use std::rc::Rc;

use serde_json::Value;

use super::branches;
use super::local_document::LocalDocument;
use super::repository::{
    Change, Found, Kept, Listed, Pending, Repository, SnapshotText, StoreError, Written,
};
use super::revision::{Decision, Head, Revision, decide};
use super::saver::Version;

/// Where one's own assessments are kept, followed by the id.
pub const OWN: &str = "fuxiao/a/";
/// Where the sample firm is kept, apart from one's own assessments.
pub const SAMPLE: &str = "fuxiao/sample/";
/// Where snapshots are kept, followed by the id of their assessment and their own.
pub const SNAPSHOTS: &str = "fuxiao/s/";
/// Where the time of a deletion is kept, followed by the id.
pub const DELETED: &str = "fuxiao/deleted/";

/// How long to wait before a write is read back, in milliseconds.
pub const READ_BACK: u32 = 200;

/// Texts by key, at once.
pub trait KeyValue {
    /// The text under a key.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Stores a text under a key; on an error what was there stays.
    ///
    /// # Errors
    /// [`StoreError::Blocked`], [`StoreError::Full`].
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Removes a key, if it is there.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// All keys that begin so.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError>;

    /// Waits some milliseconds.
    fn pause(&self, milliseconds: u32) -> Pending<'_, ()>;
}

/// Assessments in a [`KeyValue`] store.
pub struct LocalRepository {
    texts: Rc<dyn KeyValue>,
    /// Ids that are kept apart from one's own, such as that of the sample firm.
    sample: &'static str,
}

impl LocalRepository {
    /// A repository over a store of texts; `sample` is the id of the sample firm.
    pub fn new(texts: impl KeyValue + 'static, sample: &'static str) -> Self {
        Self { texts: Rc::new(texts), sample }
    }

    /// The key of a document.
    pub fn key(&self, id: &str) -> String {
        format!("{}{id}", if id == self.sample { SAMPLE } else { OWN })
    }

    /// The store itself.
    pub fn texts(&self) -> &dyn KeyValue {
        self.texts.as_ref()
    }

    /// Ids of all documents.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn ids(&self) -> Result<Vec<String>, StoreError> {
        let mut ids = Vec::new();
        for folder in [OWN, SAMPLE] {
            let keys = self.texts.keys(folder)?;
            ids.extend(keys.iter().filter_map(|key| key.strip_prefix(folder)).map(str::to_string));
        }
        Ok(ids)
    }

    /// A document with its text as it is stored.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn get(&self, id: &str) -> Result<Option<(LocalDocument, String)>, StoreError> {
        let text = self.texts.get(&self.key(id))?;
        Ok(text.map(|text| (LocalDocument::parse(&text), text)))
    }

    /// Stores a state without asking what is there: for the mirror of another store.
    ///
    /// # Errors
    /// [`StoreError`]; what was there stays.
    pub fn put(
        &self,
        id: &str,
        (revision, document): (&Revision, &Value),
        base: Option<&Revision>,
        summary: &Value,
    ) -> Result<(), StoreError> {
        self.texts.set(&self.key(id), &LocalDocument::text(document, &revision.writer, base, summary, None))
    }

    /// Notes a state that the other store does not have yet, with what leads back to the one it has.
    ///
    /// # Errors
    /// [`StoreError`]; what was there stays.
    pub fn put_draft(
        &self,
        id: &str,
        draft: &Version,
        base: Option<(&Revision, &Value)>,
    ) -> Result<(), StoreError> {
        self.texts.set(&self.key(id), &branches::text(draft, base))
    }

    /// Removes a document, its snapshots and its other versions, without a mark.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn drop_document(&self, id: &str) -> Result<(), StoreError> {
        self.texts.remove(&self.key(id))?;
        for key in self.texts.keys(&snapshots_of(id))? {
            self.texts.remove(&key)?;
        }
        self.drop_branches(id)
    }

    /// Snapshots of all documents: of which, their id, their text.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn all_snapshots(&self) -> Result<Vec<(String, SnapshotText)>, StoreError> {
        let mut found = Vec::new();
        for key in self.texts.keys(SNAPSHOTS)? {
            let named = key.strip_prefix(SNAPSHOTS).and_then(|rest| rest.split_once('/'));
            if let (Some((of, id)), Some(text)) = (named, self.texts.get(&key)?) {
                found.push((of.to_string(), SnapshotText { id: id.to_string(), text }));
            }
        }
        Ok(found)
    }

    fn head(&self, id: &str) -> Result<Option<(Head, Option<Revision>)>, StoreError> {
        if let Some((stored, _)) = self.get(id)? {
            return Ok(Some((Head::At(stored.revision), stored.base)));
        }
        Ok(self.texts.get(&deleted_key(id))?.map(|_| (Head::Deleted, None)))
    }

    async fn swap(&self, change: &Change) -> Result<Written, StoreError> {
        let stored = self.head(&change.id)?;
        let (head, base) = stored.unzip();
        match decide(head.as_ref(), &change.revision, change.base.as_ref()) {
            Decision::Same => return Ok(Written::Stored),
            Decision::Conflict => return Ok(Written::Conflict),
            Decision::Deleted => return Ok(Written::Deleted),
            Decision::Write => {}
        }
        // What the other store is known to hold stays known while only this one is written.
        let base = base.flatten();
        self.put(&change.id, (&change.revision, &change.document), base.as_ref(), &change.summary)?;
        self.texts.pause(READ_BACK).await;
        match self.head(&change.id)? {
            Some((Head::At(revision), _)) if revision == change.revision => Ok(Written::Stored),
            Some((Head::Deleted, _)) => Ok(Written::Deleted),
            // A store that forgets at once stores nothing.
            None => Err(StoreError::Blocked),
            Some((Head::At(_), _)) => Ok(Written::Conflict),
        }
    }
}

/// What the keys of an assessment's snapshots begin with.
fn snapshots_of(id: &str) -> String {
    format!("{SNAPSHOTS}{id}/")
}

fn deleted_key(id: &str) -> String {
    format!("{DELETED}{id}")
}

impl Repository for LocalRepository {
    fn list(&self) -> Pending<'_, Result<Vec<Listed>, StoreError>> {
        Box::pin(async {
            let mut list = Vec::new();
            for id in self.ids()? {
                if let Some((stored, _)) = self.get(&id)? {
                    list.push(Listed { id, revision: stored.revision, summary: stored.summary });
                }
            }
            Ok(list)
        })
    }

    fn read(&self, id: &str) -> Pending<'_, Result<Option<Found>, StoreError>> {
        let id = id.to_string();
        Box::pin(async move {
            if let Some((stored, raw)) = self.get(&id)? {
                let text = stored.document.map_or(raw, |document| document.to_string());
                return Ok(Some(Found::Document { revision: stored.revision, text }));
            }
            Ok(self.texts.get(&deleted_key(&id))?.map(|_| Found::Deleted))
        })
    }

    fn write(&self, change: Change) -> Pending<'_, Result<Written, StoreError>> {
        Box::pin(async move { self.swap(&change).await })
    }

    fn adopt(&self, id: &str, kept: Kept) -> Pending<'_, Result<(), StoreError>> {
        let id = id.to_string();
        Box::pin(async move {
            match self.head(&id)? {
                Some(_) => Ok(()),
                None => self.texts.set(&self.key(&id), &kept.text),
            }
        })
    }

    fn delete(&self, id: &str, now: &str) -> Pending<'_, Result<(), StoreError>> {
        let (id, now) = (id.to_string(), now.to_string());
        Box::pin(async move {
            // The mark first: a deletion that is cut short is still one.
            let marked = self.texts.set(&deleted_key(&id), &now);
            self.drop_document(&id)?;
            // Where there was no room for the mark there is now.
            marked.or_else(|_| self.texts.set(&deleted_key(&id), &now))
        })
    }

    fn forget_deleted(&self, before: &str) -> Pending<'_, Result<(), StoreError>> {
        let before = before.to_string();
        Box::pin(async move {
            for key in self.texts.keys(DELETED)? {
                if self.texts.get(&key)?.is_some_and(|deleted| deleted < before) {
                    self.texts.remove(&key)?;
                }
            }
            Ok(())
        })
    }

    fn snapshots(&self, of: &str) -> Pending<'_, Result<Vec<SnapshotText>, StoreError>> {
        let prefix = snapshots_of(of);
        Box::pin(async move {
            let mut found = Vec::new();
            for key in self.texts.keys(&prefix)? {
                if let (Some(id), Some(text)) = (key.strip_prefix(&prefix), self.texts.get(&key)?) {
                    found.push(SnapshotText { id: id.to_string(), text });
                }
            }
            Ok(found)
        })
    }

    fn add_snapshot(&self, of: &str, id: &str, text: &str) -> Pending<'_, Result<(), StoreError>> {
        let (key, text) = (format!("{}{id}", snapshots_of(of)), text.to_string());
        Box::pin(async move {
            match self.texts.get(&key)? {
                Some(_) => Ok(()),
                None => self.texts.set(&key, &text),
            }
        })
    }

    fn remove_snapshot(&self, of: &str, id: &str) -> Pending<'_, Result<(), StoreError>> {
        let key = format!("{}{id}", snapshots_of(of));
        Box::pin(async move { self.texts.remove(&key) })
    }
}
