//! Opening an assessment, wherever it is kept.

use std::rc::Rc;

use serde_json::Value;

use crate::platform::{clock, net, page, timer};
use crate::state::{Action, Missing, Page, Route, sample};
use fuxiao_core::Assessment;
use fuxiao_format::{ParsedDocument, new_document, read_assessment};
use fuxiao_saving::branches::Branch;
use fuxiao_saving::repository::{Found, StoreError};
use fuxiao_saving::revision::Revision;
use fuxiao_saving::saver::{Saved, Saver};

use super::{ANSWERS_WITHIN, Storage};

impl Storage {
    /// Begins a new assessment and goes to a place in it.
    pub(super) fn begin(self: &Rc<Self>, page: Page) {
        let assessment: Assessment = new_document(&self.model, &clock::uuid(), &clock::now());
        let id = assessment.id.clone();
        self.savers.borrow_mut().put(Saver::new(id.clone(), None));
        self.claim(&id);
        self.send.emit(Action::Opened(Box::new(assessment), Value::Null));
        page::go(&Route::Assessment(id, page).hash());
    }

    /// Opens an assessment; the sample firm comes from the app itself the first time.
    pub(super) fn open(self: &Rc<Self>, id: &str) {
        let (this, id) = (self.clone(), id.to_string());
        let opening = self.opening.get() + 1;
        self.opening.set(opening);
        net::spawn(async move {
            // What this page changed and could not store yet is newer than anything that is stored.
            let kept = this.savers.borrow().get(&id).and_then(Saver::unsaved).cloned();
            if this.branch(&id).is_some() {
                this.claim(&id);
                return this.set_apart(&id);
            }
            if let Some(kept) = kept {
                if let Ok(stored) = read_assessment(&kept.document.to_string(), &this.model) {
                    this.claim(&id);
                    this.send.emit(Action::Opened(Box::new(stored.assessment), stored.document));
                    this.report_saved(&id);
                }
                return;
            }
            let repository = this.repository().await;
            let found =
                timer::within(ANSWERS_WITHIN, repository.read(&id)).await.unwrap_or(Err(StoreError::Failed));
            let kept = match &found {
                Ok(Some(Found::Document { .. })) => repository.branches(&id).await.unwrap_or_default(),
                _ => Vec::new(),
            };
            if this.opening.get() == opening {
                this.found(&id, found, kept);
            }
        });
    }

    /// Opens what is stored of the open assessment anew.
    pub(super) async fn reopen(self: &Rc<Self>, id: &str) {
        let repository = self.repository().await;
        let (found, kept) = (repository.read(id).await, repository.branches(id).await.unwrap_or_default());
        if found.is_ok() && self.open_id().as_deref() == Some(id) {
            self.found(id, found, kept);
        }
    }

    fn found(self: &Rc<Self>, id: &str, found: Result<Option<Found>, StoreError>, kept: Vec<Branch>) {
        let local = self.local.get(id).ok().flatten();
        match (found, local) {
            (Ok(Some(Found::Deleted)), _) => self.send.emit(Action::NotFound(Missing::Deleted)),
            (Ok(Some(Found::Document { revision, text })), _) => {
                if !self.open_apart(id, (&revision, &text), kept) {
                    self.present(id, Some(revision), text);
                }
            }
            // The repository does not have it, or does not answer: what was mirrored is better than nothing.
            (found, Some((here, raw))) => {
                let known = found.is_ok().then_some(here.revision).filter(|_| here.document.is_none());
                self.present(id, known, here.document.map_or(raw, |document| document.to_string()));
            }
            (_, None) if id == sample::ID => match sample::assessment(&self.model) {
                Some(assessment) => {
                    self.savers.borrow_mut().put(Saver::new(id, None));
                    self.claim(id);
                    self.send.emit(Action::Opened(Box::new(assessment), Value::Null));
                }
                None => self.send.emit(Action::NotFound(Missing::Unknown)),
            },
            (_, None) => self.send.emit(Action::NotFound(Missing::Unknown)),
        }
    }

    /// Opens a stored text, or says why not.
    pub(super) fn present(self: &Rc<Self>, id: &str, revision: Option<Revision>, text: String) {
        let other = |stored: &ParsedDocument| stored.assessment.id != id;
        match read_assessment(&text, &self.model) {
            Ok(stored) if other(&stored) => {
                // A text that calls itself by another name: saving would write it over that other one.
                let raw = text;
                let missing = Missing::Unreadable { key: self.local.key(id), raw, problems: Vec::new() };
                self.send.emit(Action::NotFound(missing));
            }
            Ok(stored) => {
                let base = revision.map(|revision| (revision, Rc::new(stored.document.clone())));
                self.savers.borrow_mut().put(Saver::new(id, base));
                self.claim(id);
                self.send.emit(Action::Opened(Box::new(stored.assessment), stored.document));
                self.send.emit(Action::Stored(Saved::Yes));
            }
            Err(refused) => {
                let missing =
                    Missing::Unreadable { key: self.local.key(id), raw: text, problems: refused.problems };
                self.send.emit(Action::NotFound(missing));
            }
        }
    }

    /// Reads the open assessment again, where nothing of it waits to be stored: another tab may have changed it.
    pub(super) fn reread(self: &Rc<Self>) {
        let Some(id) = self.open_id() else { return };
        if self.branch(&id).is_some() {
            return self.recheck(&id);
        }
        let waits = self.savers.borrow().get(&id).is_some_and(|saver| saver.state() != Saved::Yes);
        if waits {
            return self.pump(&id);
        }
        let this = self.clone();
        net::spawn(async move {
            let Ok(found) = this.repository().await.read(&id).await else { return };
            let clean = this.savers.borrow().get(&id).is_some_and(|saver| saver.state() == Saved::Yes);
            if !clean || this.open_id().as_deref() != Some(&id) {
                return;
            }
            match found {
                Some(Found::Document { revision, text }) => {
                    let known = this.savers.borrow().get(&id).and_then(Saver::base).cloned();
                    if known.as_ref() != Some(&revision) {
                        this.present(&id, Some(revision), text);
                    }
                }
                Some(Found::Deleted) => this.send.emit(Action::NotFound(Missing::Deleted)),
                None => {}
            }
        });
    }
}
