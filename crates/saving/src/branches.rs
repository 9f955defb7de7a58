//! Versions of a document that went another way than the stored one: each is kept beside it, with the state that both
//! come from, until the user has decided.
//!
//! A version is known by the page that wrote it; a newer one of the same page takes its place. Knows nothing of what
//! differs.

use std::rc::Rc;

use serde_json::Value;

use super::journal::{Database, JournalRepository, Query, Records, Step, StoredHead, one, part, unpart};
use super::local::LocalRepository;
use super::local_document::LocalDocument;
use super::repository::{Pending, StoreError};
use super::revision::{Head, Revision};
use super::saver::Version;
use fuxiao_format::patch::Patch;

/// Where such versions are kept in local storage, followed by the id of the document and the page that wrote it.
pub const BRANCHES: &str = "fuxiao/b/";

/// A version as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The page that wrote it.
    pub writer: String,
    /// Its text, as [`text`] writes it.
    pub text: String,
}

/// A state of a document and what it was made from.
pub type Grown = (Version, Option<(Revision, Rc<Value>)>);

/// The text of a version: a document as local storage keeps it, with what leads back to the state it was made from.
pub fn text(version: &Version, base: Option<(&Revision, &Value)>) -> String {
    let back = base.map(|(_, base)| Patch::between(&version.document, base));
    let (revision, summary) = (&version.revision, &version.summary);
    LocalDocument::text(&version.document, &revision.writer, base.map(|(at, _)| at), summary, back.as_ref())
}

/// The count of changes that led to a version.
fn number_of(text: &str) -> u64 {
    LocalDocument::parse(text).revision.number
}

impl Branch {
    /// Which state it is.
    pub fn revision(&self) -> Revision {
        Revision::new(number_of(&self.text), self.writer.as_str())
    }

    /// The version with the state it was made from, where that is known; nothing where it is no document.
    pub fn version(&self) -> Option<Grown> {
        let LocalDocument { revision, base, summary, document, back } = LocalDocument::parse(&self.text);
        let document = document?;
        let before = back.and_then(|back| {
            let mut before = document.clone();
            back.apply(&mut before).ok().map(|()| Rc::new(before))
        });
        let version = Version { revision, document: Rc::new(document), summary: Rc::new(summary) };
        Some((version, base.zip(before)))
    }
}

/// Versions that wait for the user to decide.
pub trait Branches {
    /// Those of a document, in the order of their writers.
    fn branches(&self, of: &str) -> Pending<'_, Result<Vec<Branch>, StoreError>>;

    /// Keeps one, unless the document was deleted.
    fn keep_branch(&self, of: &str, branch: Branch) -> Pending<'_, Result<(), StoreError>>;

    /// Removes one that was decided on, unless its page has kept a newer one since.
    fn drop_branch(&self, of: &str, decided: &Revision) -> Pending<'_, Result<(), StoreError>>;
}

/// What the keys of a document's versions begin with in a database.
pub(super) fn branch_keys(of: &str) -> String {
    format!("branch/{}/", part(of))
}

/// What the keys of a document's versions begin with in local storage.
fn local_keys(of: &str) -> String {
    format!("{BRANCHES}{of}/")
}

impl<D: Database> Branches for JournalRepository<D> {
    fn branches(&self, of: &str) -> Pending<'_, Result<Vec<Branch>, StoreError>> {
        let keys = branch_keys(of);
        Box::pin(async move {
            let found = self.0.read(vec![Query::Prefix(keys.clone())]).await?;
            let named = |(key, text): (String, String)| {
                Some(Branch { writer: key.strip_prefix(&keys).and_then(unpart)?, text })
            };
            Ok(found.into_iter().flatten().filter_map(named).collect())
        })
    }

    fn keep_branch(&self, of: &str, branch: Branch) -> Pending<'_, Result<(), StoreError>> {
        let put = Step::Put(format!("{}{}", branch_keys(of), part(&branch.writer)), branch.text);
        let plan = move |found: Vec<Records>| {
            let head = one(&found, 0).and_then(|text| StoredHead::parse(text).ok());
            let deleted = head.is_some_and(|stored| stored.head == Head::Deleted);
            if deleted { Vec::new() } else { vec![put] }
        };
        self.0.update(vec![Query::Key(super::journal::head_key(of))], Box::new(plan))
    }

    fn drop_branch(&self, of: &str, decided: &Revision) -> Pending<'_, Result<(), StoreError>> {
        let key = format!("{}{}", branch_keys(of), part(&decided.writer));
        let (query, number) = (Query::Key(key.clone()), decided.number);
        let plan = move |found: Vec<Records>| match one(&found, 0) {
            Some(text) if number_of(text) <= number => vec![Step::Remove(key)],
            _ => Vec::new(),
        };
        self.0.update(vec![query], Box::new(plan))
    }
}

impl LocalRepository {
    /// Keeps a version at once.
    ///
    /// # Errors
    /// [`StoreError`]; what was there stays.
    pub fn put_branch(&self, of: &str, branch: &Branch) -> Result<(), StoreError> {
        self.texts().set(&format!("{}{}", local_keys(of), branch.writer), &branch.text)
    }

    /// Removes a version at once, unless there is a newer one of the same page.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn remove_branch(&self, of: &str, decided: &Revision) -> Result<(), StoreError> {
        let key = format!("{}{}", local_keys(of), decided.writer);
        match self.texts().get(&key)? {
            Some(text) if number_of(&text) <= decided.number => self.texts().remove(&key),
            _ => Ok(()),
        }
    }

    /// Versions of all documents: of which, and the version.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn all_branches(&self) -> Result<Vec<(String, Branch)>, StoreError> {
        let mut found = Vec::new();
        for key in self.texts().keys(BRANCHES)? {
            let named = key.strip_prefix(BRANCHES).and_then(|rest| rest.split_once('/'));
            if let (Some((of, writer)), Some(text)) = (named, self.texts().get(&key)?) {
                found.push((of.to_string(), Branch { writer: writer.to_string(), text }));
            }
        }
        Ok(found)
    }

    pub(super) fn drop_branches(&self, of: &str) -> Result<(), StoreError> {
        let keys = self.texts().keys(&local_keys(of))?;
        keys.iter().try_for_each(|key| self.texts().remove(key))
    }
}

impl Branches for LocalRepository {
    fn branches(&self, of: &str) -> Pending<'_, Result<Vec<Branch>, StoreError>> {
        let of = of.to_string();
        Box::pin(async move {
            let all = self.all_branches()?.into_iter().filter(|(id, _)| *id == of);
            let mut found: Vec<Branch> = all.map(|(_, branch)| branch).collect();
            found.sort_by(|a, b| a.writer.cmp(&b.writer));
            Ok(found)
        })
    }

    fn keep_branch(&self, of: &str, branch: Branch) -> Pending<'_, Result<(), StoreError>> {
        let kept = self.put_branch(of, &branch);
        Box::pin(async move { kept })
    }

    fn drop_branch(&self, of: &str, decided: &Revision) -> Pending<'_, Result<(), StoreError>> {
        let removed = self.remove_branch(of, decided);
        Box::pin(async move { removed })
    }
}
