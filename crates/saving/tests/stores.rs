//! The stores behind the saver: compare and swap, small saves, deletions, faults, and what local storage held before.

#![allow(clippy::unwrap_used)] // What cannot be is a failed test.

mod common {
    pub mod store;
}

use std::rc::Rc;

use common::store::{Fault, MemoryDatabase, SharedTexts, wait};
use fuxiao_format::patch::Patch;
use fuxiao_saving::branches::{Branch, Branches, text};
use fuxiao_saving::journal::{COMPACT, JournalRepository};
use fuxiao_saving::local::{KeyValue, LocalRepository};
use fuxiao_saving::local_document::LocalDocument;
use fuxiao_saving::memory::MemoryTexts;
use fuxiao_saving::repository::{Change, Found, Listed, Repository, StoreError, Written};
use fuxiao_saving::revision::Revision;
use fuxiao_saving::saver::Version;
use fuxiao_saving::startup::{is_known, take_in};
use serde_json::{Value, json};

const ID: &str = "0b0c0000-0000-4000-8000-000000000001";
const SAMPLE: &str = "0b0c0000-0000-4000-8000-0000000000ff";

fn revision(number: u64, writer: &str) -> Revision {
    Revision::new(number, writer)
}

fn change(base: Option<(&Revision, &Value)>, to: Revision, document: Value) -> Change {
    Change {
        id: ID.into(),
        base: base.map(|(revision, _)| revision.clone()),
        revision: to,
        patch: Patch::between(base.map_or(&Value::Null, |(_, before)| before), &document),
        document: Rc::new(document),
        summary: Rc::new(json!({"title": "t"})),
    }
}

fn read(repository: &dyn Repository) -> Option<(Revision, Value)> {
    match wait(repository.read(ID)).unwrap() {
        Some(Found::Document { revision, text }) => Some((revision, serde_json::from_str(&text).unwrap())),
        _ => None,
    }
}

fn document(edit: u64, notes: &[&str]) -> Value {
    let answers =
        notes.iter().enumerate().map(|(at, note)| (format!("D1.{at}"), json!({"level": 2, "note": note})));
    json!({"id": ID, "edit": edit, "answers": Value::Object(answers.collect()), "x": {"unknown": [1, null]}})
}

/// Both kinds of store with nothing in them.
fn stores() -> Vec<Box<dyn Repository>> {
    vec![
        Box::new(JournalRepository::new(MemoryDatabase::default())),
        Box::new(LocalRepository::new(SharedTexts::default(), SAMPLE)),
        Box::new(LocalRepository::new(MemoryTexts::default(), SAMPLE)),
    ]
}

#[test]
fn a_change_is_stored_only_on_what_it_was_made_from() {
    for store in stores() {
        let (one, two) = (document(1, &["a"]), document(2, &["b"]));
        let (r1, r2) = (revision(1, "w"), revision(2, "w"));
        assert_eq!(wait(store.write(change(None, r1.clone(), one.clone()))), Ok(Written::Stored));
        let on_one = change(Some((&r1, &one)), r2.clone(), two.clone());
        assert_eq!(wait(store.write(on_one.clone())), Ok(Written::Stored));
        assert_eq!(wait(store.write(on_one)), Ok(Written::Stored), "an answer that was lost: sent again");
        let other = change(Some((&r1, &one)), revision(9, "v"), document(9, &["c"]));
        assert_eq!(wait(store.write(other)), Ok(Written::Conflict), "a higher count alone gives no right");
        assert_eq!(read(store.as_ref()), Some((r2.clone(), two)));
        let listed = wait(store.list()).unwrap();
        assert_eq!(listed, [Listed { id: ID.into(), revision: r2, summary: json!({"title": "t"}) }]);
    }
}

#[test]
fn deleting_wins_over_a_late_save() {
    for store in stores() {
        let (r1, one) = (revision(1, "w"), document(1, &["a"]));
        wait(store.write(change(None, r1.clone(), one.clone()))).unwrap();
        wait(store.add_snapshot(ID, "s1", "{}")).unwrap();
        wait(store.delete(ID, "2026-11-26T10:00:00Z")).unwrap();
        let late = change(Some((&r1, &one)), revision(2, "w"), document(2, &["b"]));
        assert_eq!(wait(store.write(late.clone())), Ok(Written::Deleted));
        assert_eq!(wait(store.read(ID)), Ok(Some(Found::Deleted)));
        assert_eq!(wait(store.list()).unwrap(), []);
        assert_eq!(wait(store.snapshots(ID)).unwrap(), []);
        wait(store.forget_deleted("2026-11-26T10:00:00Z")).unwrap();
        assert_eq!(wait(store.write(late)), Ok(Written::Deleted), "the mark is kept until it is old");
        wait(store.forget_deleted("2026-12-26T10:00:01Z")).unwrap();
        assert_eq!(wait(store.read(ID)), Ok(None));
    }
}

#[test]
fn a_save_does_not_grow_with_what_is_stored() {
    let database = MemoryDatabase::default();
    let store = JournalRepository::new(database.clone());
    let long = "n".repeat(1_000);
    let mut notes = vec![long.as_str(); 90];
    let (mut before, mut at) = (document(1, &notes), revision(1, "w"));
    wait(store.write(change(None, at.clone(), before.clone()))).unwrap();
    let mut sizes = Vec::new();
    for edit in 2..=(COMPACT + 2) {
        notes[7] = if edit % 2 == 0 { "short" } else { "other" };
        let (after, to) = (document(edit, &notes), revision(edit, "w"));
        database.written.set(0);
        wait(store.write(change(Some((&at, &before)), to.clone(), after.clone()))).unwrap();
        sizes.push(database.written.get());
        (before, at) = (after, to);
        assert_eq!(read(&store), Some((at.clone(), before.clone())));
    }
    let whole = sizes.pop().unwrap();
    assert!(whole > 80_000, "after {COMPACT} records the document is written whole: {whole}");
    assert!(sizes.iter().all(|size| *size < 300), "{sizes:?}");
    assert_eq!(database.records.borrow().keys().filter(|key| key.starts_with("journal/")).count(), 0);
}

#[test]
fn a_count_that_starts_again_is_written_whole() {
    let store = JournalRepository::new(MemoryDatabase::default());
    let (high, one) = (revision(9_007_199_254_740_991, "w"), document(1, &["a"]));
    wait(store.write(change(None, high.clone(), one.clone()))).unwrap();
    let (next, two) = (revision(1, "w"), document(1, &["b"]));
    assert_eq!(
        wait(store.write(change(Some((&high, &one)), next.clone(), two.clone()))),
        Ok(Written::Stored)
    );
    assert_eq!(read(&store), Some((next, two)));
}

#[test]
fn what_does_not_hold_together_is_said_and_not_written_over() {
    let database = MemoryDatabase::default();
    let store = JournalRepository::new(database.clone());
    let (r1, one) = (revision(1, "w"), document(1, &["a"]));
    wait(store.write(change(None, r1.clone(), one.clone()))).unwrap();
    database.faults.borrow_mut().push(Fault::Truncates);
    let (r2, two) = (revision(2, "w"), document(2, &["b"]));
    let _ = wait(store.write(change(Some((&r1, &one)), r2.clone(), two.clone())));
    assert_eq!(wait(store.read(ID)), Err(StoreError::Damaged), "a head cut in half");
    let third = change(Some((&r2, &two)), revision(3, "w"), document(3, &["c"]));
    assert_eq!(wait(store.write(third)), Err(StoreError::Damaged));
}

#[test]
fn refusals_change_nothing() {
    let database = MemoryDatabase::default();
    let store = JournalRepository::new(database.clone());
    for error in [StoreError::Full, StoreError::Blocked, StoreError::Failed] {
        database.faults.borrow_mut().push(Fault::Refused(error));
        assert_eq!(wait(store.write(change(None, revision(1, "w"), document(1, &[])))), Err(error));
        assert!(database.records.borrow().is_empty());
    }
    database.faults.borrow_mut().push(Fault::AnswerLost);
    let one = change(None, revision(1, "w"), document(1, &[]));
    assert_eq!(wait(store.write(one.clone())), Err(StoreError::Failed));
    assert_eq!(wait(store.write(one)), Ok(Written::Stored), "it had arrived");
}

#[test]
fn a_race_in_local_storage_is_seen_by_the_loser() {
    let one = SharedTexts::default();
    let two = one.tab();
    let (first, second) =
        (LocalRepository::new(one.clone(), SAMPLE), LocalRepository::new(two.clone(), SAMPLE));
    let (r1, text) = (revision(1, "w"), document(1, &["a"]));
    wait(first.write(change(None, r1.clone(), text.clone()))).unwrap();
    // The second tab reads before the first writes, and writes after it.
    two.freeze(&second.key(ID));
    let mine = first.write(change(Some((&r1, &text)), revision(2, "w"), document(2, &["mine"])));
    let theirs = second.write(change(Some((&r1, &text)), revision(2, "v"), document(2, &["theirs"])));
    let (mut mine, mut answer) = (mine, None);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(mine.as_mut().poll(&mut context).is_pending(), "written, not yet read back");
    assert_eq!(wait(theirs), Ok(Written::Stored));
    while answer.is_none() {
        if let std::task::Poll::Ready(ready) = mine.as_mut().poll(&mut context) {
            answer = Some(ready);
        }
    }
    assert_eq!(answer, Some(Ok(Written::Conflict)));
}

#[test]
fn a_store_that_forgets_stores_nothing() {
    let texts = SharedTexts::default();
    texts.forgets.set(true);
    let store = LocalRepository::new(texts.clone(), SAMPLE);
    let one = change(None, revision(1, "w"), document(1, &[]));
    assert_eq!(wait(store.write(one.clone())), Err(StoreError::Blocked));
    texts.forgets.set(false);
    texts.refuses.set(Some(StoreError::Full));
    assert_eq!(wait(store.write(one)), Err(StoreError::Full));
}

/// What a release from before the repository left in local storage.
fn old_release() -> LocalRepository {
    let texts = MemoryTexts::default();
    texts.set(&format!("fuxiao/a/{ID}"), &document(5, &["old"]).to_string()).unwrap();
    texts.set(&format!("fuxiao/sample/{SAMPLE}"), &json!({"id": SAMPLE, "edit": 2}).to_string()).unwrap();
    texts.set("fuxiao/a/broken", "{ not json").unwrap();
    texts.set(&format!("fuxiao/s/{ID}/s1"), "{\"snapshot\": 1}").unwrap();
    LocalRepository::new(texts, SAMPLE)
}

fn summary(text: &str) -> Value {
    json!({ "bytes": text.len() })
}

#[test]
fn documents_of_an_older_release_move_over_interrupted_or_twice() {
    for cut in 0..6 {
        let (local, database) = (old_release(), MemoryDatabase::default());
        let store = JournalRepository::new(database.clone());
        for step in 0..cut {
            let fault = if step + 1 == cut { Fault::Refused(StoreError::Failed) } else { Fault::AnswerLost };
            database.faults.borrow_mut().push(fault);
            let _ = wait(take_in(&local, &store, &summary));
        }
        database.faults.borrow_mut().clear();
        for _ in 0..2 {
            assert_eq!(wait(take_in(&local, &store, &summary)), Ok(()));
        }
        assert_eq!(read(&store), Some((revision(5, ""), document(5, &["old"]))));
        let broken = wait(store.read("broken")).unwrap();
        let text = "{ not json".to_string();
        assert_eq!(broken, Some(Found::Document { revision: revision(0, ""), text }), "kept as it was");
        assert_eq!(wait(store.list()).unwrap().len(), 3);
        assert_eq!(wait(store.snapshots(ID)).unwrap().len(), 1);
        assert_eq!(local.all_snapshots().unwrap(), [], "the repository has them");
    }
}

#[test]
fn what_was_written_when_the_page_was_closed_is_taken_in() {
    let local = LocalRepository::new(MemoryTexts::default(), SAMPLE);
    let store = JournalRepository::new(MemoryDatabase::default());
    let (r1, one) = (revision(1, "w"), document(1, &["a"]));
    wait(store.write(change(None, r1.clone(), one.clone()))).unwrap();
    let (r2, two) = (revision(2, "w"), document(2, &["last words"]));
    local.put(ID, (&r2, &two), Some(&r1), &Value::Null).unwrap();
    assert_eq!(wait(take_in(&local, &store, &summary)), Ok(()));
    assert_eq!(read(&store), Some((r2.clone(), two.clone())));
    let (mirror, _) = local.get(ID).unwrap().unwrap();
    assert_eq!((mirror.base, mirror.revision), (Some(r2.clone()), r2), "from now on a mirror of the store");
}

#[test]
fn a_mirror_that_lags_behind_is_no_conflict() {
    for base in [revision(2, "w"), revision(1, "w")] {
        let local = LocalRepository::new(MemoryTexts::default(), SAMPLE);
        let store = JournalRepository::new(MemoryDatabase::default());
        let (mut at, mut before) = (revision(1, "w"), document(1, &["a"]));
        wait(store.write(change(None, at.clone(), before.clone()))).unwrap();
        for edit in 2..5 {
            let (to, after) = (revision(edit, "w"), document(edit, &["b"]));
            if edit == 2 {
                local.put(ID, (&to, &after), Some(&base), &Value::Null).unwrap();
            }
            wait(store.write(change(Some((&at, &before)), to.clone(), after.clone()))).unwrap();
            (at, before) = (to, after);
        }
        assert_eq!(wait(take_in(&local, &store, &summary)), Ok(()));
        assert_eq!(read(&store), Some((at, before)));
    }
}

#[test]
fn last_words_that_went_another_way_wait_for_a_choice_with_what_they_were_made_from() {
    let local = LocalRepository::new(MemoryTexts::default(), SAMPLE);
    let store = JournalRepository::new(MemoryDatabase::default());
    let (r1, one) = (revision(1, "w"), document(1, &["a"]));
    wait(store.write(change(None, r1.clone(), one.clone()))).unwrap();
    let mine = version(2, "w", &["mine"]);
    local.put_draft(ID, &mine, Some((&r1, &one))).unwrap();
    let theirs = (revision(2, "v"), document(2, &["theirs"]));
    wait(store.write(change(Some((&r1, &one)), theirs.0.clone(), theirs.1.clone()))).unwrap();
    for _ in 0..2 {
        assert_eq!(wait(take_in(&local, &store, &summary)), Ok(()));
    }
    assert_eq!(read(&store), Some(theirs.clone()));
    let kept = wait(store.branches(ID)).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].version(), Some((mine, Some((r1, Rc::new(one))))));
    assert!(!is_known(&kept[0], &theirs.0));
    assert!(is_known(&kept[0], &revision(3, "w")), "what its own page wrote later");
    assert_eq!(local.ids(), Ok(Vec::new()), "the repository has it");
}

fn version(edit: u64, writer: &str, notes: &[&str]) -> Version {
    let document = Rc::new(document(edit, notes));
    Version { revision: revision(edit, writer), document, summary: Rc::new(json!({"title": "t"})) }
}

fn branch(edit: u64, writer: &str) -> Branch {
    Branch { writer: writer.into(), text: text(&version(edit, writer, &["b"]), None) }
}

#[test]
fn versions_wait_beside_the_document_one_for_each_page_and_go_with_it() {
    for store in stores() {
        let (r1, one) = (revision(1, "w"), document(1, &["a"]));
        wait(store.write(change(None, r1, one))).unwrap();
        for kept in [branch(2, "w"), branch(3, "v/1"), branch(4, "w")] {
            wait(store.keep_branch(ID, kept)).unwrap();
        }
        assert_eq!(wait(store.branches(ID)).unwrap(), [branch(3, "v/1"), branch(4, "w")]);
        assert_eq!(wait(store.branches("other")).unwrap(), []);
        assert_eq!(wait(store.list()).unwrap().len(), 1, "the list tells of documents only");
        wait(store.drop_branch(ID, &revision(3, "v/1"))).unwrap();
        wait(store.drop_branch(ID, &revision(2, "w"))).unwrap();
        assert_eq!(wait(store.branches(ID)).unwrap(), [branch(4, "w")], "a newer one was not decided on");
        wait(store.delete(ID, "2026-11-26T10:00:00Z")).unwrap();
        assert_eq!(wait(store.branches(ID)).unwrap(), []);
    }
    let store = JournalRepository::new(MemoryDatabase::default());
    wait(store.delete(ID, "2026-11-26T10:00:00Z")).unwrap();
    wait(store.keep_branch(ID, branch(2, "w"))).unwrap();
    assert_eq!(wait(store.branches(ID)).unwrap(), [], "what is deleted does not come back");
}

#[test]
fn versions_that_only_local_storage_had_room_for_are_taken_in() {
    let local = LocalRepository::new(MemoryTexts::default(), SAMPLE);
    let store = JournalRepository::new(MemoryDatabase::default());
    wait(store.write(change(None, revision(1, "v"), document(1, &["a"])))).unwrap();
    wait(store.keep_branch(ID, branch(3, "w"))).unwrap();
    local.put_branch(ID, &branch(2, "w")).unwrap();
    local.put_branch(ID, &branch(5, "u")).unwrap();
    assert_eq!(wait(take_in(&local, &store, &summary)), Ok(()));
    assert_eq!(wait(store.branches(ID)).unwrap(), [branch(5, "u"), branch(3, "w")], "the newer of each page");
    assert_eq!(local.all_branches(), Ok(Vec::new()));
}

#[test]
fn what_was_deleted_while_the_store_could_not_be_had_stays_deleted() {
    let local = LocalRepository::new(MemoryTexts::default(), SAMPLE);
    let store = JournalRepository::new(MemoryDatabase::default());
    wait(store.write(change(None, revision(1, "w"), document(1, &["a"])))).unwrap();
    wait(local.delete(ID, "2026-11-26T10:00:00Z")).unwrap();
    wait(take_in(&local, &store, &summary)).unwrap();
    assert_eq!(wait(store.read(ID)), Ok(Some(Found::Deleted)));
    let (r2, two) = (revision(2, "w"), document(2, &["late"]));
    local.put(ID, (&r2, &two), Some(&revision(1, "w")), &Value::Null).unwrap();
    wait(take_in(&local, &store, &summary)).unwrap();
    assert_eq!(wait(store.read(ID)), Ok(Some(Found::Deleted)));
    assert_eq!(local.ids(), Ok(Vec::new()));
}

#[test]
fn counts_are_read_as_the_reader_of_documents_reads_them() {
    for (text, count) in [
        (r#"{"edit": 3.0}"#, 3),
        (r#"{"edit": null}"#, 0),
        ("\u{FEFF}{\"edit\": 7}", 7),
        (r#"{}"#, 0),
        (r#"{"edit": 18446744073709551615}"#, u64::MAX),
        ("nonsense", 0),
    ] {
        assert_eq!(LocalDocument::parse(text).revision, revision(count, ""), "{text}");
    }
}
