//! Takes what local storage holds into the repository when the app starts: documents of older releases, what was
//! written there when a page was closed in mid-save, and what was stored while the repository could not be had.
//!
//! Can be cut short and run again at any point: nothing leaves local storage before the repository has it.

use std::rc::Rc;

use serde_json::Value;

use super::local::{DELETED, LocalDocument, LocalRepository};
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

/// Takes everything in; gives back the ids of documents that went two ways, which stay in local storage as they are
/// until the user has chosen. `summarise` says what a list tells of a text.
///
/// # Errors
/// [`StoreError`] of the repository or of local storage; what was taken in by then stays so.
pub async fn take_in(
    local: &LocalRepository,
    repository: &dyn Repository,
    summarise: &dyn Fn(&str) -> Value,
) -> Result<Vec<String>, StoreError> {
    for key in local.texts().keys(DELETED)? {
        if let (Some(id), Some(when)) = (key.strip_prefix(DELETED), local.texts().get(&key)?) {
            repository.delete(id, &when).await?;
            local.drop_document(id)?;
            local.texts().remove(&key)?;
        }
    }
    let mut split = Vec::new();
    for id in local.ids()? {
        if let Some((here, raw)) = local.get(&id)?
            && !document(local, repository, &id, here, raw, summarise).await?
        {
            split.push(id);
        }
    }
    for (of, snapshot) in local.all_snapshots()? {
        repository.add_snapshot(&of, &snapshot.id, &snapshot.text).await?;
        local.remove_snapshot(&of, &snapshot.id).await?;
    }
    Ok(split)
}

/// Takes one document in; says whether it went one way only.
async fn document(
    local: &LocalRepository,
    repository: &dyn Repository,
    id: &str,
    here: LocalDocument,
    raw: String,
    summarise: &dyn Fn(&str) -> Value,
) -> Result<bool, StoreError> {
    let (there, text) = match repository.read(id).await? {
        Some(Found::Deleted) => return local.drop_document(id).map(|()| true),
        Some(Found::Document { revision, text }) => (revision, text),
        None => {
            let text = here.document.map_or(raw, |document| document.to_string());
            let summary = if here.summary.is_null() { summarise(&text) } else { here.summary };
            repository.adopt(id, Kept { revision: here.revision, text, summary }).await?;
            return Ok(true);
        }
    };
    match fate(&here, &there) {
        Fate::Known => Ok(true),
        Fate::Conflict => Ok(false),
        Fate::Write => {
            // What is no JSON object has no base and is never written over anything.
            let Some(document) = here.document else { return Ok(false) };
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
                return Ok(false);
            }
            let stored = (&here.revision, &document);
            local.put(id, stored, Some(&here.revision), &summary).map(|()| true)
        }
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
