//! An assessment that went two ways: both versions are stored before the page says so, both are shown, and the user
//! makes one of them. What differs is worked out elsewhere.

use std::rc::Rc;

use serde_json::Value;

use crate::platform::{clock, net, page, timer};
use crate::state::{Action, Conflict, StoreKind};
use fuxiao_format::merge::{differences, merged};
use fuxiao_format::read_assessment;
use fuxiao_saving::branches::{Branch, Grown, text};
use fuxiao_saving::repository::Found;
use fuxiao_saving::revision::{Revision, next_number};
use fuxiao_saving::saver::{Saved, Saver};
use fuxiao_saving::startup::is_known;

use super::{ANSWERS_WITHIN, Storage};

/// How often to look whether a sentence is still being typed, in milliseconds.
const LOOK: u32 = 250;
/// How long to wait before a version that could not be stored is tried again, in milliseconds.
const AGAIN: u32 = 1_000;

impl Storage {
    /// The open version went another way than the stored one: keeps it beside that and shows both. A sentence that is
    /// being typed goes on until its field is left, and counts.
    pub(super) fn set_apart(self: &Rc<Self>, id: &str) {
        if !self.apart.borrow_mut().insert(id.to_string()) {
            return;
        }
        let (this, id) = (self.clone(), id.to_string());
        net::spawn(async move {
            let (mut shown, field, mut seen) = (false, page::Focused::now(), None);
            while this.is_apart(&id) {
                this.keep_apart(&id).await;
                let here = this.with_state(|state| state.route.assessment() == Some(id.as_str()));
                // Who has gone on to another field is interrupted only while nothing is written there.
                let now = this.apart_revision(&id);
                let between = !field.stayed() && seen == now;
                seen = now;
                if here == Some(true) && !shown && (between || !page::is_typing()) {
                    shown = this.show_conflict(&id).await;
                }
                let safe = this.savers.borrow().get(&id).is_none_or(Saver::is_safe);
                if (shown || here != Some(true)) && (safe || this.kind.get() == StoreKind::Memory) {
                    break;
                }
                timer::sleep(if safe { LOOK } else { AGAIN }).await;
            }
            this.apart.borrow_mut().remove(&id);
        });
    }

    fn is_apart(&self, id: &str) -> bool {
        self.savers.borrow().get(id).is_some_and(Saver::is_apart)
    }

    /// Which version of an assessment waits for a decision.
    pub(super) fn apart_revision(&self, id: &str) -> Option<Revision> {
        let savers = self.savers.borrow();
        let saver = savers.get(id).filter(|saver| saver.is_apart())?;
        saver.unsaved().map(|mine| mine.revision.clone())
    }

    /// The version of an assessment that waits for a decision, as it is stored. Writes the whole document.
    pub(super) fn branch(&self, id: &str) -> Option<(Revision, Branch)> {
        let revision = self.apart_revision(id)?;
        let savers = self.savers.borrow();
        let saver = savers.get(id)?;
        let text = text(saver.unsaved()?, saver.stored());
        let writer = revision.writer.clone();
        Some((revision, Branch { writer, text }))
    }

    /// Stores the version here beside the stored one, unless that has been done.
    async fn keep_apart(self: &Rc<Self>, id: &str) {
        let safe = self.savers.borrow().get(id).is_none_or(Saver::is_safe);
        if let Some((revision, branch)) = self.branch(id).filter(|_| !safe) {
            if self.kind.get() == StoreKind::Database {
                // As far as there is room: it does not make this version safe, only safer.
                let _ = self.local.put_branch(id, &branch);
            }
            let repository = self.repository().await;
            let kept = timer::within(ANSWERS_WITHIN, repository.keep_branch(id, branch)).await;
            if kept == Some(Ok(()))
                && self.kind.get() != StoreKind::Memory
                && let Some(saver) = self.savers.borrow_mut().get_mut(id)
            {
                saver.noted(revision);
            }
        }
        self.report_saved(id);
    }

    /// Shows both versions; says whether the user knows now.
    async fn show_conflict(self: &Rc<Self>, id: &str) -> bool {
        let found = self.repository().await.read(id).await;
        let mine = self.savers.borrow().get(id).and_then(Saver::unsaved).cloned();
        match (found, mine) {
            (Ok(Some(Found::Document { revision, text })), Some(mine)) => {
                let stored = serde_json::from_str(&text).ok().map(|value| (revision, Rc::new(value)));
                self.conflict(id, (*mine.document).clone(), stored, &text);
                true
            }
            (Ok(Some(Found::Deleted)), _) => {
                if let Some(saver) = self.savers.borrow_mut().get_mut(id) {
                    saver.deleted();
                }
                self.send.emit(Action::ConflictFound(None));
                self.report_saved(id);
                true
            }
            (Ok(None), Some(mine)) => {
                // Nothing is stored any more that it could be in conflict with.
                let mut saver = Saver::new(id, None);
                saver.changed(mine);
                self.savers.borrow_mut().put(saver);
                self.send.emit(Action::ConflictFound(None));
                self.pump(id);
                true
            }
            _ => false,
        }
    }

    /// Opens both versions of an assessment, for the user to choose between.
    fn conflict(self: &Rc<Self>, id: &str, mine: Value, stored: Option<(Revision, Rc<Value>)>, raw: &str) {
        let base = self.savers.borrow().get(id).and_then(Saver::base_document).cloned();
        let own = read_assessment(&mine.to_string(), &self.model).ok();
        // What a newer release or nobody can read is not merged: the own version can be downloaded.
        let theirs = read_assessment(raw, &self.model).ok().and(stored);
        let here = self.open_id().as_deref() == Some(id);
        if let Some(own) = own.filter(|_| !here) {
            self.send.emit(Action::Opened(Box::new(own.assessment), own.document));
        }
        let before = self.with_state(|state| state.conflict.clone()).flatten();
        let mut conflict = Conflict::new(id, base.as_deref(), mine, theirs).following(before.as_deref());
        let time = |document: &Value| {
            clock::local(document.get("modified").and_then(Value::as_str).unwrap_or_default())
        };
        let theirs = conflict.theirs.as_ref().map(|(_, theirs)| time(theirs));
        conflict.times = [time(&conflict.mine), theirs.unwrap_or_default()];
        // Who has just chosen is not asked again for what only the other side has changed meanwhile.
        if self.decided.borrow().iter().any(|(of, _)| of == id) && !conflict.undecided() {
            return self.merge(&conflict);
        }
        self.send.emit(Action::ConflictFound(Some(Rc::new(conflict))));
        self.report_saved(id);
    }

    /// Shows the first version that is kept beside a stored text and was not decided on; says whether there is one.
    pub(super) fn open_apart(
        self: &Rc<Self>,
        id: &str,
        (revision, raw): (&Revision, &str),
        kept: Vec<Branch>,
    ) -> bool {
        let Ok(stored) = serde_json::from_str::<Value>(raw) else { return false };
        for branch in kept {
            let differs = |(mine, base): &Grown| {
                let base = base.as_ref().map(|(_, base)| base.as_ref());
                !differences(base, &mine.document, &stored).is_empty()
            };
            let version = branch.version();
            if is_known(&branch, revision) || version.as_ref().is_some_and(|grown| !differs(grown)) {
                self.forget_branch(id, branch.revision());
            } else if let Some((mine, base)) = version
                && read_assessment(&mine.document.to_string(), &self.model).is_ok()
            {
                let document = (*mine.document).clone();
                self.savers.borrow_mut().put(Saver::apart(id, base, mine));
                self.claim(id);
                self.conflict(id, document, Some((revision.clone(), Rc::new(stored))), raw);
                return true;
            }
        }
        false
    }

    fn forget_branch(self: &Rc<Self>, id: &str, decided: Revision) {
        let (this, id) = (self.clone(), id.to_string());
        net::spawn(async move { this.remove_branch(&id, &decided).await });
    }

    /// Removes a version from the store and from local storage. What stays behind is shown once more, or found to be
    /// known.
    async fn remove_branch(self: &Rc<Self>, id: &str, decided: &Revision) {
        let _ = self.local.remove_branch(id, decided);
        let _ = self.repository().await.drop_branch(id, decided).await;
    }

    /// What was made of two versions is stored: the one that waited goes, and the next is looked for.
    pub(super) fn drop_decided(self: &Rc<Self>, id: &str) {
        let decided: Vec<Revision> = {
            let mut all = self.decided.borrow_mut();
            let of = all.iter().filter(|(of, _)| of == id).map(|(_, revision)| revision.clone()).collect();
            all.retain(|(of, _)| of != id);
            of
        };
        if decided.is_empty() {
            return;
        }
        let (this, id) = (self.clone(), id.to_string());
        net::spawn(async move {
            for revision in &decided {
                this.remove_branch(&id, revision).await;
            }
            this.broadcast(&format!("stored {id}"));
            let left = this.repository().await.branches(&id).await.unwrap_or_default();
            if !left.is_empty() {
                this.reopen(&id).await;
            }
        });
    }

    /// Another tab may have decided, or changed the stored version, while both are shown here.
    pub(super) fn recheck(self: &Rc<Self>, id: &str) {
        let (this, id) = (self.clone(), id.to_string());
        net::spawn(async move {
            let safe = this.savers.borrow().get(&id).is_some_and(Saver::is_safe);
            let Ok(kept) = this.repository().await.branches(&id).await else { return };
            let Some(mine) = this.apart_revision(&id) else { return };
            if safe && kept.iter().all(|branch| branch.writer != mine.writer) {
                this.savers.borrow_mut().remove(&id);
                this.send.emit(Action::ConflictFound(None));
                this.reopen(&id).await;
            } else if this.with_state(|state| state.conflict.is_some()) == Some(true) {
                this.show_conflict(&id).await;
            }
        });
    }

    /// Makes one document out of two, as the user chose.
    pub(super) fn resolve(self: &Rc<Self>) {
        if let Some(conflict) = self.with_state(|state| state.conflict.clone()).flatten() {
            self.merge(&conflict);
        }
    }

    fn merge(self: &Rc<Self>, conflict: &Conflict) {
        let Some((revision, theirs)) = &conflict.theirs else { return };
        let mut document = merged(theirs, &conflict.differences, &conflict.choices);
        let id = conflict.id.clone();
        let own = self.apart_revision(&id);
        let number = own.as_ref().map_or(0, |own| own.number);
        let number = next_number(revision.number.max(number));
        if let Some(fields) = document.as_object_mut() {
            fields.insert("edit".into(), number.into());
            fields.insert("modified".into(), clock::now().into());
        }
        let Ok(stored) = read_assessment(&document.to_string(), &self.model) else { return };
        self.decided.borrow_mut().extend(own.map(|own| (id.clone(), own)));
        self.savers.borrow_mut().put(Saver::new(id, Some((revision.clone(), theirs.clone()))));
        self.send.emit(Action::ConflictFound(None));
        self.send.emit(Action::Stored(Saved::Saving));
        self.send.emit(Action::Opened(Box::new(stored.assessment), stored.document));
    }
}
