//! The list of what is kept in this browser, and deleting from it.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;

use crate::domain::order::sorted;
use crate::i18n::words as w;
use crate::platform::{clock, download, net, page};
use crate::services::summary;
use crate::state::shelf::Entry;
use crate::state::{Action, StoreKind, sample};
use fuxiao_saving::local::KeyValue;
use fuxiao_saving::repository::{Found, Listed};

use super::Storage;

/// Where the list is mirrored, so that the start page has it at once.
const LIST: &str = "fuxiao/list";

impl Storage {
    /// Shows the list as local storage knows it, before the repository is there.
    pub(super) fn first_list(&self) {
        let text = self.local.texts().get(LIST).ok().flatten();
        let known: Option<BTreeMap<String, Value>> = text.and_then(|text| serde_json::from_str(&text).ok());
        if let Some(known) = known {
            self.show(known.iter().map(|(id, summary)| (id.as_str(), summary)));
        }
    }

    /// Looks through what is kept.
    pub(super) fn list(self: &Rc<Self>) {
        let this = self.clone();
        net::spawn(async move {
            let repository = this.repository().await;
            let Ok(mut list) = repository.list().await else { return };
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
        let own = list.filter(|(id, _)| *id != sample::ID);
        let entries: Vec<(&Value, Entry)> = own
            .map(|(id, said)| {
                let content = summary::read(id, said, clock::local);
                (said.get("modified").unwrap_or(&Value::Null), Entry { id: id.to_string(), content })
            })
            .collect();
        let time = |value: &Value| value.as_str().unwrap_or_default().to_string();
        let entries = sorted(entries, |a, b| time(b.0).cmp(&time(a.0)).then_with(|| a.1.id.cmp(&b.1.id)));
        self.send.emit(Action::ShelfSeen(entries.into_iter().map(|(_, entry)| entry).collect()));
    }

    /// The list is mirrored together with an assessment.
    pub(super) fn keep_list(self: &Storage) {
        // The list that is shown is read anew on the start page; here only the mirror is brought up to date.
        if let Some(repository) = self.repository.borrow().clone() {
            let texts = *self.local.texts();
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
            let Some(locale) = this.with_state(|state| state.locale()) else { return };
            let text = if snapshots == 0 { w::DELETE_ASK } else { w::DELETE_ASK_ALL };
            let question = text.fill(locale, &[("title", &title), ("snapshots", &snapshots.to_string())]);
            if !page::confirm(&question) || repository.delete(&id, &clock::now()).await.is_err() {
                return;
            }
            this.savers.borrow_mut().remove(&id);
            this.split.borrow_mut().remove(&id);
            this.unmirrored.borrow_mut().remove(&id);
            if this.kind.get() == StoreKind::Database {
                // What stays behind is taken away at the next start, by the mark of the deletion.
                let _ = this.local.drop_document(&id);
            }
            this.say(&format!("deleted {id}"));
            this.send.emit(Action::Deleted(id));
            this.list();
        });
    }
}

fn mirror_list(texts: &impl KeyValue, list: &[Listed]) {
    let by_id: BTreeMap<&str, &Value> = list.iter().map(|one| (one.id.as_str(), &one.summary)).collect();
    // Without room the start page waits for the repository.
    let _ = serde_json::to_string(&by_id).map(|text| texts.set(LIST, &text));
}
