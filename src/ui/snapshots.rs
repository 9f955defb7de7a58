//! What happens outside with snapshots: taking, looking through, fetching the baseline, removing, handing out.
//!
//! A snapshot is written once, under a key of its own, and never again: no tab can overwrite another's.

use std::rc::Rc;

use yew::Callback;

use crate::domain::Model;
use crate::domain::order::sorted;
use crate::platform::storage::StoreError;
use crate::platform::{clock, page, storage};
use crate::state::shelf::{snapshot_key, snapshots_of};
use crate::state::{Action, Open, Snapshot, Took, as_taken};
use crate::storage::{read_assessment, snapshot_text};

use super::effects;

/// Takes a snapshot of the assessment in hand. Where there is no room for it nothing that is stored is touched.
pub fn take(send: &Callback<Action>, model: &Model, open: &Open) {
    let (id, now) = (clock::uuid(), clock::now());
    let text = snapshot_text(model, &open.assessment, &open.document, &open.card, (&id, &now));
    let took = match storage::write(&snapshot_key(&open.assessment.id, &id), &text) {
        Ok(()) => Took::Kept,
        Err(StoreError::Blocked) => Took::Blocked,
        Err(StoreError::Full) => Took::Full,
    };
    if took == Took::Kept {
        look_through(send, model, &open.assessment.id);
    }
    send.emit(Action::SnapshotTook(took));
}

/// Looks through the snapshots of an assessment.
pub fn look_through(send: &Callback<Action>, model: &Model, of: &str) {
    // Where storage is blocked there are none; taking one says so.
    let keys = storage::keys(&snapshots_of(of)).unwrap_or_default();
    let raw = |key: String| Some((storage::read(&key).ok()??, key));
    let found = keys.into_iter().filter_map(raw);
    let found: Vec<Snapshot> = found.map(|(raw, key)| Snapshot::of(key, &raw, model, clock::local)).collect();
    let taken = |one: &Snapshot| one.content.as_ref().ok().map(|shot| shot.taken.clone());
    let list = sorted(found, |a, b| taken(b).cmp(&taken(a)).then_with(|| a.key.cmp(&b.key)));
    send.emit(Action::SnapshotsSeen(list));
}

/// Looks through the snapshots of an assessment now, and whenever another tab takes or removes one; gives back what
/// ends that.
pub fn follow(of: Option<String>, send: Callback<Action>, model: Rc<Model>) -> Box<dyn FnOnce()> {
    let Some(of) = of else { return Box::new(|| {}) };
    look_through(&send, &model, &of);
    let all = snapshots_of(&of);
    let listener = page::on_storage(move |changed| {
        if changed.starts_with(&all) {
            look_through(&send, &model, &of);
        }
    });
    Box::new(move || drop(listener))
}

/// Fetches the snapshot `id` of an assessment to compare it with; `again` scores one of another release with this one.
pub fn fetch_baseline(send: &Callback<Action>, model: &Model, of: &str, id: &str, again: bool) {
    let raw = storage::read(&snapshot_key(of, id)).ok().flatten();
    let stored = raw.and_then(|raw| read_assessment(&raw, model).ok());
    let came = stored.map(|stored| as_taken(model, stored, again));
    send.emit(Action::BaselineCame(came.map(|(open, scored)| (Rc::new(open), scored))));
}

/// Removes a snapshot after asking.
pub fn remove(send: &Callback<Action>, model: &Model, of: &str, key: &str, question: &str) {
    if page::confirm(question) && storage::remove(key).is_ok() {
        look_through(send, model, of);
    }
}

/// Offers a snapshot as it is stored.
pub fn save(key: &str) {
    if let Ok(Some(raw)) = storage::read(key) {
        effects::save_raw(key, &raw);
    }
}
