//! Takes what local storage holds into the repository when the app starts: documents of older releases, what was
//! written there when a page was closed in mid-save, and what was stored while the repository could not be had.
//!
//! Can be cut short and run again at any point: nothing leaves local storage before the repository has it.

use std::rc::Rc;

use serde_json::Value;

use super::branches::Branch;
use super::local::{DELETED, LocalRepository};
use super::local_document::LocalDocument;
use super::repository::{Change, Found, Kept, Repository, StoreError, Written};
use super::revision::{Decision, Head, Revision, decide};
use fuxiao_format::patch::Patch;

/// What became of a document in local storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// The repository has it, or something that follows from it.
    Known,
    /// It follows from what the repository has.
    Write,
    /// Neither follows from the other.
    Conflict,
}

/// Takes everything in; what went another way than the repository is kept there beside it, until the user has chosen.
/// `summarise` says what a list tells of a text.
///
/// # Errors
/// [`StoreError`] of the repository or of local storage; what was taken in by then stays so.
pub async fn take_in(
    local: &LocalRepository,
    repository: &dyn Repository,
    summarise: &dyn Fn(&str) -> Value,
) -> Result<(), StoreError> {
    for key in local.texts().keys(DELETED)? {
        if let (Some(id), Some(when)) = (key.strip_prefix(DELETED), local.texts().get(&key)?) {
            repository.delete(id, &when).await?;
            local.drop_document(id)?;
            local.texts().remove(&key)?;
        }
    }
    for id in local.ids()? {
        if let Some((here, raw)) = local.get(&id)? {
            document(local, repository, &id, here, raw, summarise).await?;
        }
    }
    for (of, branch) in local.all_branches()? {
        let revision = branch.revision();
        keep_newer(repository, &of, branch).await?;
        local.remove_branch(&of, &revision)?;
    }
    for (of, snapshot) in local.all_snapshots()? {
        repository.add_snapshot(&of, &snapshot.id, &snapshot.text).await?;
        local.remove_snapshot(&of, &snapshot.id).await?;
    }
    Ok(())
}

/// Whether the repository has a version that is kept beside what it holds now, or something that follows from it.
pub fn is_known(branch: &Branch, there: &Revision) -> bool {
    fate(&LocalDocument::parse(&branch.text), there) == Fate::Known
}

/// Takes one document in.
async fn document(
    local: &LocalRepository,
    repository: &dyn Repository,
    id: &str,
    here: LocalDocument,
    raw: String,
    summarise: &dyn Fn(&str) -> Value,
) -> Result<(), StoreError> {
    let (there, text) = match repository.read(id).await? {
        Some(Found::Deleted) => return local.drop_document(id),
        Some(Found::Document { revision, text }) => (revision, text),
        None => {
            let text = here.document.map_or(raw, |document| document.to_string());
            let summary = if here.summary.is_null() { summarise(&text) } else { here.summary };
            return repository.adopt(id, Kept { revision: here.revision, text, summary }).await;
        }
    };
    match fate(&here, &there) {
        Fate::Known => Ok(()),
        Fate::Conflict => aside(local, repository, id, here.revision.writer, raw).await,
        Fate::Write => {
            // What is no JSON object has no base and is never written over anything.
            let Some(document) = here.document else { return Ok(()) };
            let before: Value = serde_json::from_str(&text).unwrap_or_default();
            let summary =
                if here.summary.is_null() { summarise(&document.to_string()) } else { here.summary };
            let change = Change {
                id: id.to_string(),
                base: Some(there),
                revision: here.revision.clone(),
                patch: Patch::between(&before, &document),
                summary: Rc::new(summary.clone()),
                document: Rc::new(document.clone()),
            };
            if repository.write(change).await? != Written::Stored {
                return aside(local, repository, id, here.revision.writer, raw).await;
            }
            local.put(id, (&here.revision, &document), Some(&here.revision), &summary)
        }
    }
}

/// Keeps a text beside what the repository holds.
async fn aside(
    local: &LocalRepository,
    repository: &dyn Repository,
    id: &str,
    writer: String,
    text: String,
) -> Result<(), StoreError> {
    keep_newer(repository, id, Branch { writer, text }).await?;
    local.texts().remove(&local.key(id))
}

/// Keeps a version unless the repository has a newer one of the same page.
async fn keep_newer(repository: &dyn Repository, of: &str, branch: Branch) -> Result<(), StoreError> {
    let there = repository.branches(of).await?.into_iter().find(|there| there.writer == branch.writer);
    match there {
        Some(there) if there.revision().number >= branch.revision().number => Ok(()),
        _ => repository.keep_branch(of, branch).await,
    }
}

fn fate(here: &LocalDocument, there: &Revision) -> Fate {
    let mine = &here.revision;
    // A mirror that nothing was added to, or an earlier state of what one page wrote in turn.
    let mirror = here.base.as_ref() == Some(mine);
    let earlier = !mine.writer.is_empty() && mine.writer == there.writer && mine.number <= there.number;
    if mirror || earlier {
        return Fate::Known;
    }
    // A release from before there were writers counted its changes in one line.
    if mine.writer.is_empty() && there.writer.is_empty() {
        return if mine.number > there.number { Fate::Write } else { Fate::Known };
    }
    match decide(Some(&Head::At(there.clone())), mine, here.base.as_ref()) {
        Decision::Write => Fate::Write,
        Decision::Same => Fate::Known,
        Decision::Conflict | Decision::Deleted => Fate::Conflict,
    }
}
