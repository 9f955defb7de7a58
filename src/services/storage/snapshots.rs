//! Snapshots: taking, listing, comparing with, removing, handing out. A snapshot is written once and never again.

use std::rc::Rc;

use crate::platform::{clock, download, net, page};
use crate::state::{Action, Snapshot, SnapshotOutcome, snapshot_workspace};
use fuxiao_core::order::sorted;
use fuxiao_format::{read_assessment, snapshot_text};
use fuxiao_saving::repository::{SnapshotText, StoreError};

use super::Storage;

impl Storage {
    /// Takes a snapshot of the open assessment. Where there is no room for it nothing that is stored is touched.
    pub(super) fn take_snapshot(self: &Rc<Self>) {
        let Some(workspace) = self.with_state(|state| state.workspace.clone()).flatten() else { return };
        let this = self.clone();
        net::spawn(async move {
            let (id, now) = (clock::uuid(), clock::now());
            let of = workspace.assessment.id.clone();
            let text = snapshot_text(
                &this.model,
                &workspace.assessment,
                &workspace.document,
                &workspace.card,
                (&id, &now),
            );
            let outcome = match this.repository().await.add_snapshot(&of, &id, &text).await {
                Ok(()) => SnapshotOutcome::Saved,
                Err(StoreError::Full) => SnapshotOutcome::Full,
                Err(_) => SnapshotOutcome::Blocked,
            };
            if outcome == SnapshotOutcome::Saved {
                this.broadcast(&format!("snapshots {of}"));
                this.list_snapshots(of);
            }
            this.send.emit(Action::SnapshotEnded(outcome));
        });
    }

    /// Looks through the snapshots of an assessment.
    pub(super) fn list_snapshots(self: &Rc<Self>, of: String) {
        let this = self.clone();
        net::spawn(async move {
            // Where storage is blocked there are none; taking one says so.
            let found = this.repository().await.snapshots(&of).await.unwrap_or_default();
            let found: Vec<Snapshot> = found
                .into_iter()
                .map(|one| Snapshot::of(one.id, &one.text, &this.model, clock::local))
                .collect();
            let taken = |one: &Snapshot| one.content.as_ref().ok().map(|shot| shot.taken.clone());
            let list = sorted(found, |a, b| taken(b).cmp(&taken(a)).then_with(|| a.id.cmp(&b.id)));
            if this.open_id().as_deref() == Some(&of) {
                this.send.emit(Action::SnapshotsListed(list));
            }
        });
    }

    async fn snapshot(&self, of: &str, id: &str) -> Option<SnapshotText> {
        let found = self.repository().await.snapshots(of).await.ok()?;
        found.into_iter().find(|snapshot| snapshot.id == id)
    }

    /// Fetches the snapshot to compare with; `again` scores one of another release with this one.
    pub(super) fn baseline(self: &Rc<Self>, of: String, id: String, again: bool) {
        let this = self.clone();
        net::spawn(async move {
            let text = this.snapshot(&of, &id).await.map(|snapshot| snapshot.text);
            let stored = text.and_then(|text| read_assessment(&text, &this.model).ok());
            let came = stored.map(|stored| snapshot_workspace(&this.model, stored, again));
            this.send
                .emit(Action::BaselineLoaded(came.map(|(workspace, scored)| (Rc::new(workspace), scored))));
        });
    }

    /// Removes a snapshot after asking.
    pub(super) fn remove_snapshot(self: &Rc<Self>, of: String, id: String, question: String) {
        if !page::confirm(&question) {
            return;
        }
        let this = self.clone();
        net::spawn(async move {
            if this.repository().await.remove_snapshot(&of, &id).await.is_ok() {
                this.broadcast(&format!("snapshots {of}"));
                this.list_snapshots(of);
            }
        });
    }

    /// Offers a snapshot as it is stored.
    pub(super) fn download_snapshot(self: &Rc<Self>, of: String, id: String) {
        let this = self.clone();
        net::spawn(async move {
            if let Some(snapshot) = this.snapshot(&of, &id).await {
                download::json_file(&format!("fuxiao/s/{of}/{id}"), &snapshot.text);
            }
        });
    }
}
