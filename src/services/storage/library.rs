//! The list of what is kept in this browser, and deleting from it.

use std::rc::Rc;

use serde_json::Value;

use crate::platform::storage::BrowserTexts;
use crate::platform::{clock, download, net, page};
use crate::services::summary;
use crate::state::{Action, StoreKind};
use fuxiao_language::words as w;
use fuxiao_saving::local::KeyValue;
use fuxiao_saving::repository::{Found, Listed};

use super::Storage;

impl Storage {
    /// Looks through what is kept.
    pub(super) fn list(self: &Rc<Self>) {
        let this = self.clone();
        net::spawn(async move {
            let repository = this.repository().await;
            let mut list = repository.list().await.unwrap_or_default();
            // What the repository did not take stands in local storage until it does.
            for id in this.local.ids().unwrap_or_default() {
                if list.iter().all(|listed| listed.id != id)
                    && let Ok(Some((here, raw))) = this.local.get(&id)
                    && !matches!(repository.read(&id).await, Ok(Some(_)))
                {
                    let known = !here.summary.is_null();
                    let summary = if known { here.summary } else { summary::of_text(&this.model, &raw) };
                    list.push(Listed { id, revision: here.revision, summary });
                }
            }
            for listed in list.iter_mut().filter(|listed| listed.summary.is_null()) {
                if let Ok(Some(Found::Document { text, .. })) = repository.read(&listed.id).await {
                    listed.summary = summary::of_text(&this.model, &text);
                }
            }
            this.show(list.iter().map(|listed| (listed.id.as_str(), &listed.summary)));
            this.mirror_list(&list);
        });
    }

    fn show<'a>(&self, list: impl Iterator<Item = (&'a str, &'a Value)>) {
        self.send.emit(Action::LibraryListed(summary::entries(list)));
    }

    /// The list is mirrored together with an assessment.
    pub(super) fn keep_list(self: &Storage) {
        // The list that is shown is read anew on the start page; here only the mirror is brought up to date.
        if let Some(repository) = self.repository.borrow().clone() {
            let texts = BrowserTexts;
            net::spawn(async move {
                if let Ok(list) = repository.list().await {
                    mirror_list(&texts, &list);
                }
            });
        }
    }

    fn mirror_list(&self, list: &[Listed]) {
        if self.kind.get() == StoreKind::Database {
            mirror_list(self.local.texts(), list);
        }
    }

    /// Offers what is stored of an assessment as it is.
    pub(super) fn download(self: &Rc<Self>, id: String) {
        let this = self.clone();
        net::spawn(async move {
            if let Ok(Some(Found::Document { text, .. })) = this.repository().await.read(&id).await {
                download::json_file(&this.local.key(&id), &text);
            }
        });
    }

    /// Deletes an assessment with its snapshots, after asking.
    pub(super) fn delete(self: &Rc<Self>, id: String, title: String) {
        let this = self.clone();
        net::spawn(async move {
            let repository = this.repository().await;
            let snapshots = repository.snapshots(&id).await.map(|list| list.len()).unwrap_or_default();
            let Some(catalog) = this.with_state(|state| state.catalog().clone()) else { return };
            let text = if snapshots == 0 { w::DELETE_ASK } else { w::DELETE_ASK_ALL };
            let question = text.fill(&catalog, &[("title", &title), ("snapshots", &snapshots.to_string())]);
            if !page::confirm(&question) || repository.delete(&id, &clock::now()).await.is_err() {
                return;
            }
            this.savers.borrow_mut().remove(&id);
            this.unmirrored.borrow_mut().remove(&id);
            if this.kind.get() == StoreKind::Database {
                // What stays behind is taken away at the next start, by the mark of the deletion.
                let _ = this.local.drop_document(&id);
            }
            this.broadcast(&format!("deleted {id}"));
            this.send.emit(Action::Deleted(id));
            this.list();
        });
    }
}

fn mirror_list(texts: &dyn KeyValue, list: &[Listed]) {
    let by_id = list.iter().map(|one| (one.id.clone(), one.summary.clone()));
    // Without room the start page waits for the repository.
    let _ = texts.set(summary::LIST, &Value::Object(by_id.collect()).to_string());
}
