//! Documents as a base text and a journal of small changes, over any store of records with atomic transactions.
//!
//! A save writes a head and one journal record, whatever the size of the document; after [`COMPACT`] records the
//! document is written whole again. Knows no browser.
//!
//! Records: `head/<id>` which state, deleted or not, and what a list tells; `document/<id>` the text at the last
//! compaction; `journal/<id>/<number>` a patch; `snapshot/<of>/<id>` a snapshot's text; `branch/<of>/<writer>` a
//! version that went another way. Ids are percent-encoded.

use std::cell::Cell;
use std::rc::Rc;

use serde_json::{Value, json};

use super::branches::branch_keys;
use super::repository::{
    Change, Found, Kept, Listed, Pending, Repository, SnapshotText, StoreError, Written,
};
use super::revision::{Decision, Head, Revision, decide};
use fuxiao_format::patch::Patch;

/// Journal records after which a document is written whole.
pub const COMPACT: u64 = 50;

/// What a transaction does after it has read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Stores a text under a key.
    Put(String, String),
    /// Removes a key, if it is there.
    Remove(String),
    /// Removes all keys that begin so.
    RemoveAll(String),
}

/// What to read: a key, or all keys that begin so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// One key.
    Key(String),
    /// All keys that begin so, in their order.
    Prefix(String),
}

/// Records found by one query: keys and texts.
pub type Records = Vec<(String, String)>;

/// Decides on what was read what is to be done, inside the same transaction.
pub type Plan = Box<dyn FnOnce(Vec<Records>) -> Vec<Step>>;

/// A store of texts by key with atomic transactions.
pub trait Database {
    /// Reads in one transaction: the records of each query.
    fn read(&self, queries: Vec<Query>) -> Pending<'_, Result<Vec<Records>, StoreError>>;

    /// Reads, decides and writes in one transaction; answers when it is committed.
    fn update(&self, queries: Vec<Query>, plan: Plan) -> Pending<'_, Result<(), StoreError>>;
}

/// Assessments in a [`Database`].
pub struct JournalRepository<D>(pub(super) D);

impl<D: Database> JournalRepository<D> {
    /// A repository over a database.
    pub fn new(database: D) -> Self {
        Self(database)
    }
}

pub(super) struct StoredHead {
    pub(super) head: Head,
    /// Journal records since the document was written whole.
    journal: u64,
    summary: Value,
    deleted: Option<String>,
}

impl StoredHead {
    pub(super) fn parse(text: &str) -> Result<Self, StoreError> {
        let value: Value = serde_json::from_str(text).map_err(|_error| StoreError::Damaged)?;
        let number = |key: &str| value.get(key).and_then(Value::as_u64);
        let word = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_string);
        let deleted = word("deleted");
        let head = match (&deleted, number("edit"), word("writer")) {
            (Some(_), ..) => Head::Deleted,
            (None, Some(edit), Some(writer)) => Head::At(Revision::new(edit, writer)),
            _ => return Err(StoreError::Damaged),
        };
        let summary = value.get("summary").cloned().unwrap_or_default();
        Ok(Self { head, journal: number("journal").unwrap_or_default(), summary, deleted })
    }

    fn text(revision: &Revision, journal: u64, summary: &Value) -> String {
        let (edit, writer) = (revision.number, &revision.writer);
        json!({"edit": edit, "writer": writer, "journal": journal, "summary": summary}).to_string()
    }
}

/// An id as a part of a key: nothing in it can be taken for a separator.
pub(super) fn part(id: &str) -> String {
    let mut text = String::with_capacity(id.len());
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => text.push(byte.into()),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

pub(super) fn unpart(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first == b'%' {
            let (code, after) = rest.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok()?);
            rest = after;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

pub(super) fn head_key(id: &str) -> String {
    format!("head/{}", part(id))
}

fn document_key(id: &str) -> String {
    format!("document/{}", part(id))
}

fn journal_keys(id: &str) -> String {
    format!("journal/{}/", part(id))
}

fn snapshot_keys(of: &str) -> String {
    format!("snapshot/{}/", part(of))
}

pub(super) fn one(records: &[Records], at: usize) -> Option<&str> {
    records.get(at)?.first().map(|(_, text)| text.as_str())
}

/// What storing a change does, given the head that is stored.
fn plan_write(change: &Change, stored: Option<&StoredHead>) -> (Written, Vec<Step>) {
    match decide(stored.map(|stored| &stored.head), &change.revision, change.base.as_ref()) {
        Decision::Same => (Written::Stored, Vec::new()),
        Decision::Conflict => (Written::Conflict, Vec::new()),
        Decision::Deleted => (Written::Deleted, Vec::new()),
        Decision::Write => {
            let before = stored.and_then(|stored| match &stored.head {
                Head::At(revision) => Some((revision.number, stored.journal)),
                Head::Deleted => None,
            });
            let number = change.revision.number;
            // A patch follows what is stored, and keys sort by number: only rising numbers can go on a journal.
            let journal = before.filter(|(at, records)| *at < number && *records < COMPACT);
            let (records, mut steps) = match journal {
                Some((_, records)) => {
                    let key = format!("{}{number:016}", journal_keys(&change.id));
                    (records + 1, vec![Step::Put(key, change.patch.text())])
                }
                None => {
                    let whole = Step::Put(document_key(&change.id), change.document.to_string());
                    (0, vec![Step::RemoveAll(journal_keys(&change.id)), whole])
                }
            };
            let head = StoredHead::text(&change.revision, records, &change.summary);
            steps.push(Step::Put(head_key(&change.id), head));
            (Written::Stored, steps)
        }
    }
}

impl<D: Database> Repository for JournalRepository<D> {
    fn list(&self) -> Pending<'_, Result<Vec<Listed>, StoreError>> {
        Box::pin(async {
            let found = self.0.read(vec![Query::Prefix("head/".into())]).await?;
            let mut list = Vec::new();
            for (key, text) in found.into_iter().flatten() {
                let id = key.strip_prefix("head/").and_then(unpart);
                // A head that cannot be read hides only itself.
                if let (Some(id), Ok(StoredHead { head: Head::At(revision), summary, .. })) =
                    (id, StoredHead::parse(&text))
                {
                    list.push(Listed { id, revision, summary });
                }
            }
            Ok(list)
        })
    }

    fn read(&self, id: &str) -> Pending<'_, Result<Option<Found>, StoreError>> {
        let queries =
            vec![Query::Key(head_key(id)), Query::Key(document_key(id)), Query::Prefix(journal_keys(id))];
        Box::pin(async move {
            let found = self.0.read(queries).await?;
            let Some(head) = one(&found, 0) else { return Ok(None) };
            let stored = StoredHead::parse(head)?;
            let Head::At(revision) = stored.head else { return Ok(Some(Found::Deleted)) };
            let text = one(&found, 1).ok_or(StoreError::Damaged)?;
            let journal = found.get(2).map(Vec::as_slice).unwrap_or_default();
            if journal.len() as u64 != stored.journal {
                return Err(StoreError::Damaged);
            }
            let text = if journal.is_empty() { text.to_string() } else { replay(text, journal)? };
            Ok(Some(Found::Document { revision, text }))
        })
    }

    fn write(&self, change: Change) -> Pending<'_, Result<Written, StoreError>> {
        Box::pin(async move {
            // Whether a head could be read, and how it ended: told by the plan, which runs inside the transaction.
            let ended = Rc::new(Cell::new(Err(StoreError::Failed)));
            let tell = ended.clone();
            let queries = vec![Query::Key(head_key(&change.id))];
            let plan = move |found: Vec<Records>| match one(&found, 0).map(StoredHead::parse).transpose() {
                Ok(stored) => {
                    let (written, steps) = plan_write(&change, stored.as_ref());
                    tell.set(Ok(written));
                    steps
                }
                Err(error) => {
                    tell.set(Err(error));
                    Vec::new()
                }
            };
            self.0.update(queries, Box::new(plan)).await?;
            ended.get()
        })
    }

    fn adopt(&self, id: &str, kept: Kept) -> Pending<'_, Result<(), StoreError>> {
        let steps = vec![
            Step::Put(document_key(id), kept.text),
            Step::Put(head_key(id), StoredHead::text(&kept.revision, 0, &kept.summary)),
        ];
        let plan = |found: Vec<Records>| if one(&found, 0).is_some() { Vec::new() } else { steps };
        self.0.update(vec![Query::Key(head_key(id))], Box::new(plan))
    }

    fn delete(&self, id: &str, now: &str) -> Pending<'_, Result<(), StoreError>> {
        let steps = vec![
            Step::Put(head_key(id), json!({ "deleted": now }).to_string()),
            Step::Remove(document_key(id)),
            Step::RemoveAll(journal_keys(id)),
            Step::RemoveAll(snapshot_keys(id)),
            Step::RemoveAll(branch_keys(id)),
        ];
        self.0.update(Vec::new(), Box::new(move |_| steps))
    }

    fn forget_deleted(&self, before: &str) -> Pending<'_, Result<(), StoreError>> {
        let before = before.to_string();
        let old = move |(key, text): (String, String)| {
            let deleted = StoredHead::parse(&text).ok()?.deleted?;
            (deleted < before).then_some(Step::Remove(key))
        };
        let plan = move |found: Vec<Records>| found.into_iter().flatten().filter_map(old).collect();
        self.0.update(vec![Query::Prefix("head/".into())], Box::new(plan))
    }

    fn snapshots(&self, of: &str) -> Pending<'_, Result<Vec<SnapshotText>, StoreError>> {
        let keys = snapshot_keys(of);
        Box::pin(async move {
            let found = self.0.read(vec![Query::Prefix(keys.clone())]).await?;
            let named = |(key, text): (String, String)| {
                Some(SnapshotText { id: key.strip_prefix(&keys).and_then(unpart)?, text })
            };
            Ok(found.into_iter().flatten().filter_map(named).collect())
        })
    }

    fn add_snapshot(&self, of: &str, id: &str, text: &str) -> Pending<'_, Result<(), StoreError>> {
        let key = format!("{}{}", snapshot_keys(of), part(id));
        let put = Step::Put(key.clone(), text.to_string());
        let plan = move |found: Vec<Records>| if one(&found, 0).is_some() { Vec::new() } else { vec![put] };
        self.0.update(vec![Query::Key(key)], Box::new(plan))
    }

    fn remove_snapshot(&self, of: &str, id: &str) -> Pending<'_, Result<(), StoreError>> {
        let key = format!("{}{}", snapshot_keys(of), part(id));
        self.0.update(Vec::new(), Box::new(move |_| vec![Step::Remove(key)]))
    }
}

/// A document after the changes of its journal.
fn replay(text: &str, journal: &[(String, String)]) -> Result<String, StoreError> {
    let mut document: Value =
        serde_json::from_str(text.trim_start_matches('\u{FEFF}')).map_err(|_error| StoreError::Damaged)?;
    for (_, patch) in journal {
        let patch = Patch::parse(patch).map_err(|_error| StoreError::Damaged)?;
        patch.apply(&mut document).map_err(|_error| StoreError::Damaged)?;
    }
    Ok(document.to_string())
}
