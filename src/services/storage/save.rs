//! Storing what is open: one change at a time, again when it fails, to local storage when the page is hidden.

use std::rc::Rc;

use serde_json::Value;

use crate::platform::{net, timer};
use crate::services::summary;
use crate::state::{Action, StoreKind, Workspace, sample};
use fuxiao_core::assessment::Assessment;
use fuxiao_format::{assessment_value, check_assessment};
use fuxiao_saving::local_document::LocalDocument;
use fuxiao_saving::repository::{Change, StoreError, Written};
use fuxiao_saving::revision::Revision;
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
        if self.apart_revision(&id).is_some() {
            self.set_apart(&id);
        }
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
        let saved = match saved {
            Saved::Yes if memory => Saved::Blocked,
            saved => saved,
        };
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
                if self.drafted.borrow().contains(id) {
                    // Another page may have taken a draft of this one for a version that went another way.
                    self.drafted.borrow_mut().remove(id);
                    self.decided.borrow_mut().push((id.to_string(), change.revision.clone()));
                }
                self.drop_decided(id);
                self.pump(id);
            }
            Ok(Written::Conflict) => self.set_apart(id),
            Ok(Written::Deleted) => {}
            Err(_) => {
                // What the store does not have, or may not have, local storage has for the next start.
                if self.keep(id) {
                    self.report_saved(id);
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
        let ahead =
            |(here, _): (LocalDocument, String)| (here.base.as_ref() != Some(&here.revision)).then_some(here);
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
        // A mirror that finds no room is missed by nobody: the store has all.
        let _ = self.with_room(id, || self.local.put(id, (revision, document), Some(revision), summary));
        self.keep_list();
    }

    /// Writes to local storage; where that is full once more, without mirrors of other assessments.
    fn with_room(&self, id: &str, put: impl Fn() -> Result<(), StoreError>) -> Result<(), StoreError> {
        let put_at_once = put();
        if put_at_once != Err(StoreError::Full) {
            return put_at_once;
        }
        self.make_room(id);
        put()
    }

    /// Removes mirrors of other assessments, which the repository has, too.
    fn make_room(&self, id: &str) {
        for other in self.local.ids().unwrap_or_default() {
            let mirror = self.local.get(&other).ok().flatten();
            let same = |here: &LocalDocument| here.base.as_ref() == Some(&here.revision);
            if other != id && mirror.is_some_and(|(here, _)| same(&here)) {
                // Where it cannot be removed there is no more room than before.
                let _ = self.local.texts().remove(&self.local.key(&other));
            }
        }
    }

    /// Writes what is known of an assessment to local storage, at once. Says whether it is there now.
    pub(super) fn keep(&self, id: &str) -> bool {
        if self.kind.get() == StoreKind::Memory {
            return false;
        }
        self.unmirrored.borrow_mut().remove(id);
        let Some(saver) = self.savers.borrow().get(id).cloned() else { return true };
        if let Some((_, branch)) = self.branch(id) {
            return saver.is_safe() || self.local.put_branch(id, &branch).is_ok();
        }
        let local = self.kind.get() == StoreKind::Local;
        match (saver.unsaved(), saver.base(), saver.base_document()) {
            // Where local storage is the store only the saver's own way of writing is safe.
            _ if local => saver.state() == Saved::Yes,
            // Nothing brings back what was deleted; what was written since is only here.
            _ if saver.state() == Saved::Deleted => saver.unsaved().is_none(),
            (Some(version), ..) => {
                let noted = self.with_room(id, || self.local.put_draft(id, version, saver.stored()));
                if noted.is_ok() {
                    self.drafted.borrow_mut().insert(id.to_string());
                    if let Some(saver) = self.savers.borrow_mut().get_mut(id) {
                        saver.noted(version.revision.clone());
                    }
                }
                noted.is_ok()
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
}
