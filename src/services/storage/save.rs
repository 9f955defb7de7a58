//! Storing what is open: one change at a time, again when it fails, to local storage when the page is hidden.

use std::rc::Rc;

use serde_json::Value;

use crate::platform::{clock, net, timer};
use crate::services::summary;
use crate::state::{Action, Conflict, StoreKind, Workspace, sample};
use fuxiao_core::assessment::Assessment;
use fuxiao_format::merge::merged;
use fuxiao_format::read_assessment;
use fuxiao_format::{assessment_value, check_assessment};
use fuxiao_saving::repository::{Change, Found, StoreError, Written};
use fuxiao_saving::revision::{Revision, next_number};
use fuxiao_saving::saver::{Saved, Saver, Version};

use super::{ANSWERS_WITHIN, Storage};

/// How long after a save the mirror in local storage is brought up to date, in milliseconds.
const MIRROR_AFTER: u32 = 1_000;

impl Storage {
    /// The open assessment may have changed.
    pub(super) fn save(self: &Rc<Self>, workspace: &Workspace) {
        let assessment = &workspace.assessment;
        let id = assessment.id.clone();
        {
            let mut savers = self.savers.borrow_mut();
            let saver = savers.of(&id);
            let stored = saver.base().is_some_and(|base| base.number == assessment.revision);
            // The sample firm as the app carries it is stored when something in it is changed.
            let carried = saver.base().is_none() && id == sample::ID && self.as_carried(assessment);
            if saver.unsaved().is_none() && (stored || carried) {
                return;
            }
            if saver.unsaved().is_some_and(|unsaved| unsaved.revision.number == assessment.revision) {
                return;
            }
            let document = assessment_value(assessment, &workspace.document);
            match check_assessment(&document, &self.model) {
                Ok(()) => saver.changed(Version {
                    revision: Revision::new(assessment.revision, self.writer.as_str()),
                    document: Rc::new(document),
                    summary: Rc::new(summary::of(&self.model, assessment, &workspace.card)),
                }),
                Err(_) => saver.refuse(),
            }
        }
        self.pump(&id);
    }

    fn as_carried(&self, assessment: &Assessment) -> bool {
        sample::assessment(&self.model).is_some_and(|carried| carried.revision == assessment.revision)
    }

    /// Says how far the open assessment is stored.
    pub(super) fn report_saved(&self, id: &str) {
        if self.open_id().as_deref().is_some_and(|here| here != id) {
            return;
        }
        let saved = self.savers.borrow().get(id).map(Saver::state).unwrap_or_default();
        let memory = self.kind.get() == StoreKind::Memory && self.savers.borrow().get(id).is_some();
        let saved = if memory && saved == Saved::Yes { Saved::Blocked } else { saved };
        // Said again, it changes nothing; what was said last may still wait to be drawn.
        self.send.emit(Action::Stored(saved));
    }

    /// Sends what is next to the store, if something is.
    pub(super) fn pump(self: &Rc<Self>, id: &str) {
        let change = self.savers.borrow_mut().get_mut(id).and_then(Saver::next_change);
        self.report_saved(id);
        let Some(change) = change else { return };
        let (this, id) = (self.clone(), id.to_string());
        net::spawn(async move {
            let repository = this.repository().await;
            let answer = timer::within(ANSWERS_WITHIN, repository.write(change.clone())).await;
            this.answered(&id, &change, answer.unwrap_or(Err(StoreError::Failed)));
        });
    }

    fn answered(self: &Rc<Self>, id: &str, change: &Change, answer: Result<Written, StoreError>) {
        let retry = {
            let mut savers = self.savers.borrow_mut();
            let Some(saver) = savers.get_mut(id) else { return };
            saver.answered(answer);
            saver.retry_in()
        };
        self.report_saved(id);
        match answer {
            Ok(Written::Stored) => {
                self.broadcast(&format!("stored {id}"));
                self.mirror_later(id, change);
                self.pump(id);
            }
            Ok(Written::Conflict) => self.show_conflict(id),
            Ok(Written::Deleted) => {}
            Err(error) => {
                if error == StoreError::Failed {
                    // Where it is not known whether the store has it, local storage has it for the next start.
                    self.keep(id);
                }
                let (this, id) = (self.clone(), id.to_string());
                net::spawn(async move {
                    timer::sleep(retry.unwrap_or_default()).await;
                    this.pump(&id);
                });
            }
        }
    }

    /// Brings the mirror in local storage up to date: at once where it holds something newer than the store held
    /// then, else when there is time.
    fn mirror_later(self: &Rc<Self>, id: &str, change: &Change) {
        if self.kind.get() != StoreKind::Database {
            return;
        }
        let ahead = |(here, _): (fuxiao_saving::local::LocalDocument, String)| {
            (here.base.as_ref() != Some(&here.revision)).then_some(here)
        };
        if self.unmirrored.borrow().is_empty() && self.local.get(id).ok().flatten().and_then(ahead).is_some()
        {
            return self.mirror(id, &change.revision, &change.document, &change.summary);
        }
        if !self.unmirrored.borrow_mut().insert(id.to_string()) {
            return;
        }
        let (this, id) = (self.clone(), id.to_string());
        net::spawn(async move {
            timer::sleep(MIRROR_AFTER).await;
            this.keep(&id);
        });
    }

    fn mirror(&self, id: &str, revision: &Revision, document: &Value, summary: &Value) {
        self.unmirrored.borrow_mut().remove(id);
        if self.split.borrow().contains(id) {
            return;
        }
        if self.local.put(id, (revision, document), Some(revision), summary) == Err(StoreError::Full) {
            self.make_room(id);
            // A mirror that finds no room is missed by nobody: the store has all.
            let _ = self.local.put(id, (revision, document), Some(revision), summary);
        }
        self.keep_list();
    }

    /// Removes mirrors of other assessments, which the repository has, too.
    fn make_room(&self, id: &str) {
        for other in self.local.ids().unwrap_or_default() {
            let mirror = self.local.get(&other).ok().flatten();
            let same =
                |here: &fuxiao_saving::local::LocalDocument| here.base.as_ref() == Some(&here.revision);
            if other != id && mirror.is_some_and(|(here, _)| same(&here)) {
                // Where it cannot be removed there is no more room than before.
                let _ = self.local.texts().remove(&self.local.key(&other));
            }
        }
    }

    /// Writes what is known of an assessment to local storage, at once. Says whether it is there now.
    pub(super) fn keep(&self, id: &str) -> bool {
        if self.split.borrow().contains(id) || self.kind.get() == StoreKind::Memory {
            return false;
        }
        self.unmirrored.borrow_mut().remove(id);
        let Some(saver) = self.savers.borrow().get(id).cloned() else { return true };
        let local = self.kind.get() == StoreKind::Local;
        match (saver.unsaved(), saver.base(), saver.base_document()) {
            // Where local storage is the store only the saver's own way of writing is safe.
            _ if local => saver.state() == Saved::Yes,
            (_, Some(_), _) if saver.state() == Saved::Deleted => true,
            (Some(version), base, _) => {
                let Version { revision, document, summary } = version;
                let put = || self.local.put(id, (revision, document), base, summary);
                if put() == Err(StoreError::Full) {
                    self.make_room(id);
                    return put().is_ok();
                }
                put().is_ok()
            }
            (None, Some(revision), Some(document)) => {
                let summary = self.summary(id, revision);
                self.mirror(id, revision, document, &summary);
                true
            }
            (None, ..) => true,
        }
    }

    /// What the list tells of the open assessment; nothing of any other.
    fn summary(&self, id: &str, revision: &Revision) -> Value {
        let of = |workspace: &Workspace| {
            let same = workspace.assessment.id == id && workspace.assessment.revision == revision.number;
            same.then(|| summary::of(&self.model, &workspace.assessment, &workspace.card))
        };
        self.with_state(|state| state.workspace.as_ref().and_then(of)).flatten().unwrap_or_default()
    }

    /// The page is hidden, and perhaps never shown again.
    pub(super) fn hidden(&self) {
        let ids: Vec<String> = self.savers.borrow().iter().map(|saver| saver.id().to_string()).collect();
        for id in ids {
            let waits = self.savers.borrow().get(&id).is_some_and(|saver| saver.state() != Saved::Yes);
            if waits || self.unmirrored.borrow().contains(&id) {
                self.keep(&id);
            }
        }
    }

    /// Whether something would be lost if the page were left now.
    pub(super) fn loses_when_left(&self) -> bool {
        let unsaved: Vec<String> = {
            let savers = self.savers.borrow();
            let waits = |saver: &&Saver| saver.unsaved().is_some();
            savers.iter().filter(waits).map(|saver| saver.id().to_string()).collect()
        };
        match self.kind.get() {
            StoreKind::Memory => self.savers.borrow().iter().any(|saver| saver.base().is_some()),
            _ => unsaved.iter().any(|id| !self.keep(id)),
        }
    }

    /// Somebody stored another state: shows both.
    fn show_conflict(self: &Rc<Self>, id: &str) {
        let (this, id) = (self.clone(), id.to_string());
        net::spawn(async move {
            let found = this.repository().await.read(&id).await;
            let mine = this
                .savers
                .borrow()
                .get(&id)
                .and_then(Saver::unsaved)
                .map(|unsaved| unsaved.document.clone());
            if let (Ok(Some(Found::Document { revision, text })), Some(mine)) = (found, mine) {
                let stored = serde_json::from_str(&text).ok().map(|value| (revision, Rc::new(value)));
                this.conflict(&id, (*mine).clone(), stored, text);
            }
        });
    }

    /// Opens both states of an assessment, for the user to choose between.
    pub(super) fn conflict(&self, id: &str, mine: Value, stored: Option<(Revision, Rc<Value>)>, raw: String) {
        let base = self.savers.borrow().get(id).and_then(Saver::base_document).cloned();
        let own = read_assessment(&mine.to_string(), &self.model).ok();
        // What a newer release or nobody can read is not merged: the own state can be downloaded.
        let theirs = read_assessment(&raw, &self.model).ok().and(stored);
        if let Some(own) = own {
            let here = self.open_id().as_deref() == Some(id);
            if !here {
                self.send.emit(Action::Opened(Box::new(own.assessment), own.document));
            }
        }
        let conflict = Conflict::new(id, base.as_deref(), mine, theirs);
        self.send.emit(Action::ConflictFound(Some(Rc::new(conflict))));
        self.send.emit(Action::Stored(Saved::Conflict));
    }

    /// Makes one document out of two, as the user chose.
    pub(super) fn resolve(self: &Rc<Self>) {
        let Some(conflict) = self.with_state(|state| state.conflict.clone()).flatten() else { return };
        let Some((revision, theirs)) = &conflict.theirs else { return };
        let mut document = merged(theirs, &conflict.differences, &conflict.choices);
        let own = self
            .with_state(|state| state.workspace.as_ref().map(|workspace| workspace.assessment.revision))
            .flatten();
        let number = next_number(revision.number.max(own.unwrap_or_default()));
        if let Some(fields) = document.as_object_mut() {
            fields.insert("edit".into(), number.into());
            fields.insert("modified".into(), clock::now().into());
        }
        let Ok(stored) = read_assessment(&document.to_string(), &self.model) else { return };
        let id = conflict.id.clone();
        self.split.borrow_mut().remove(&id);
        self.savers.borrow_mut().put(Saver::new(id, Some((revision.clone(), theirs.clone()))));
        self.send.emit(Action::ConflictFound(None));
        self.send.emit(Action::Opened(Box::new(stored.assessment), stored.document));
    }
}
