//! Two and three pages save one document, in every order of events that chance can find: what was called saved is in
//! the store, or was shown to somebody who chose against it.

#![allow(clippy::unwrap_used)] // What cannot be is a failed test.

mod common {
    pub mod store;
}

use std::collections::BTreeSet;
use std::rc::Rc;

use common::store::{MemoryDatabase, wait};
use fuxiao_saving::branches::{Branch, Branches, text};
use fuxiao_saving::journal::JournalRepository;
use fuxiao_saving::repository::{Change, Found, Repository, StoreError, Written};
use fuxiao_saving::revision::{Revision, next_number};
use fuxiao_saving::saver::{Saved, Saver, Version};
use fuxiao_saving::startup::is_known;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const ID: &str = "document";

type Tags = BTreeSet<String>;

#[derive(Clone, Debug)]
enum Event {
    /// Something is typed.
    Edit,
    /// What is next is sent.
    Send,
    /// What was sent arrives at the store; the answer is on its way.
    Arrive,
    /// The answer comes.
    Answer,
    /// The answer never comes, whether or not the change has arrived.
    Lose,
    /// A change whose answer was lost arrives after all, or once more.
    Late,
    /// The user sees both sides of a conflict and keeps both (0), only the own (1), or only the other (2).
    Resolve(u8),
    /// A version that went another way is kept beside what is stored.
    Keep,
    /// The page is killed and opened again.
    Kill,
}

struct Page {
    name: String,
    lives: u32,
    edits: u32,
    revision: Revision,
    tags: Tags,
    saver: Saver,
    sent: Option<Change>,
    answer: Option<Result<Written, StoreError>>,
    lost: Vec<Change>,
    /// The version that its last decision was about: dropped once what came of it is stored.
    decided: Option<Revision>,
}

struct World {
    repository: JournalRepository<MemoryDatabase>,
    pages: Vec<Page>,
    /// What some page called saved and nobody chose against.
    promised: Tags,
    /// What somebody saw in a conflict and chose against.
    refused: Tags,
}

fn document(edit: u64, tags: &Tags) -> Rc<Value> {
    let tags: Map<String, Value> = tags.iter().map(|tag| (tag.clone(), true.into())).collect();
    Rc::new(json!({ "edit": edit, "tags": tags }))
}

fn tags_of(document: &Value) -> Tags {
    document["tags"].as_object().into_iter().flatten().map(|(tag, _)| tag.clone()).collect()
}

impl World {
    fn new(pages: usize) -> Self {
        let page = |at: usize| Page {
            name: format!("p{at}"),
            lives: 0,
            edits: 0,
            revision: Revision::default(),
            tags: Tags::new(),
            saver: Saver::new(ID, None),
            sent: None,
            answer: None,
            lost: Vec::new(),
            decided: None,
        };
        let repository = JournalRepository::new(MemoryDatabase::default());
        Self {
            repository,
            pages: (0..pages).map(page).collect(),
            promised: Tags::new(),
            refused: Tags::new(),
        }
    }

    /// Tags of the versions that are kept beside what is stored.
    fn beside(&self) -> Tags {
        let kept = wait(self.repository.branches(ID)).unwrap();
        let tags = kept.iter().filter_map(|branch| Some(tags_of(&branch.version()?.0.document)));
        tags.flatten().collect()
    }

    fn stored(&self) -> (Option<(Revision, Rc<Value>)>, Tags) {
        let found = wait(self.repository.read(ID)).unwrap();
        let Some(Found::Document { revision, text }) = found else { return (None, Tags::new()) };
        let value: Value = serde_json::from_str(&text).unwrap();
        let tags = tags_of(&value);
        (Some((revision, Rc::new(value))), tags)
    }

    fn happens(&mut self, at: usize, event: &Event) {
        let (stored, theirs) = self.stored();
        let page = &mut self.pages[at];
        match event {
            Event::Edit => {
                page.edits += 1;
                let tag = format!("{}.{}.{}", page.name, page.lives, page.edits);
                page.tags.insert(tag);
                page.change();
            }
            Event::Send if page.sent.is_none() => page.sent = page.saver.next_change(),
            Event::Arrive if page.answer.is_none() => {
                if let Some(change) = page.sent.clone() {
                    page.answer = Some(wait(self.repository.write(change)));
                }
            }
            Event::Answer => {
                if let Some(answer) = page.answer.take() {
                    page.sent = None;
                    page.saver.answered(answer);
                    if page.saver.state() == Saved::Yes
                        && let Some(decided) = page.decided.take()
                    {
                        wait(self.repository.drop_branch(ID, &decided)).unwrap();
                    }
                }
            }
            Event::Keep if page.saver.state() == Saved::ConflictInMemory => {
                let mine = page.saver.unsaved().unwrap().clone();
                let text = text(&mine, page.saver.stored());
                let branch = Branch { writer: mine.revision.writer.clone(), text };
                wait(self.repository.keep_branch(ID, branch)).unwrap();
                page.saver.noted(mine.revision);
            }
            Event::Lose => {
                if let Some(change) = page.sent.take() {
                    page.answer = None;
                    page.lost.push(change);
                    page.saver.answered(Err(StoreError::Failed));
                }
            }
            Event::Late => {
                if let Some(change) = page.lost.pop() {
                    let _ = wait(self.repository.write(change));
                }
            }
            Event::Resolve(choice) if page.saver.is_apart() => {
                page.decided = page.saver.unsaved().map(|mine| mine.revision.clone());
                let own = page.tags.clone();
                page.tags = match choice {
                    0 => own.union(&theirs).cloned().collect(),
                    1 => own.clone(),
                    _ => theirs.clone(),
                };
                self.refused.extend(theirs.union(&own).filter(|tag| !page.tags.contains(*tag)).cloned());
                page.saver.resolved(stored.clone());
                let before = stored.map(|(revision, _)| revision.number).unwrap_or_default();
                page.revision.number = page.revision.number.max(before);
                page.change();
            }
            Event::Kill => {
                page.lives += 1;
                page.revision = Revision::new(
                    stored.as_ref().map(|(revision, _)| revision.number).unwrap_or_default(),
                    String::new(),
                );
                page.tags = theirs.clone();
                page.decided = None;
                let kept = wait(self.repository.branches(ID)).unwrap();
                let head = stored.as_ref().map(|(revision, _)| revision.clone()).unwrap_or_default();
                page.saver = Saver::new(ID, stored);
                // The page opens with the first version that was not decided on.
                let open = kept.into_iter().filter(|branch| !is_known(branch, &head));
                if let Some((mine, base)) = open.filter_map(|branch| branch.version()).next() {
                    (page.tags, page.revision) = (tags_of(&mine.document), mine.revision.clone());
                    page.saver = Saver::apart(ID, base, mine);
                }
                page.lost.extend(page.sent.take());
                page.answer = None;
            }
            _ => {}
        }
        for page in &self.pages {
            if page.saver.state() == Saved::Yes && page.saver.base().is_some() {
                let said = page.saver.base_document().unwrap();
                let said = said["tags"].as_object().into_iter().flatten();
                if Some(&page.revision) == page.saver.base() {
                    assert!(page.tags.iter().all(|tag| said.clone().any(|(one, _)| one == tag)));
                }
            }
        }
    }

    /// Notes what is called saved right now, in one version or in two, and checks that all that was promised is there.
    fn check(&mut self, at: usize, before: Saved) {
        let (_, mut stored) = self.stored();
        stored.extend(self.beside());
        let page = &self.pages[at];
        let state = page.saver.state();
        if before != state && matches!(state, Saved::Yes | Saved::Conflict) {
            self.promised.extend(page.tags.iter().cloned());
        }
        let missing: Vec<_> =
            self.promised.difference(&stored).filter(|tag| !self.refused.contains(*tag)).collect();
        assert!(missing.is_empty(), "called saved, but nowhere: {missing:?}");
    }
}

impl Page {
    fn change(&mut self) {
        let writer = format!("{}/{}", self.name, self.lives);
        self.revision = Revision::new(next_number(self.revision.number), writer);
        let summary = Rc::new(Value::Null);
        let document = document(self.revision.number, &self.tags);
        let version = Version { revision: self.revision.clone(), document, summary };
        self.saver.changed(version);
    }
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => Just(Event::Edit),
        5 => Just(Event::Send),
        5 => Just(Event::Arrive),
        5 => Just(Event::Answer),
        1 => Just(Event::Lose),
        1 => Just(Event::Late),
        2 => (0_u8..3).prop_map(Event::Resolve),
        3 => Just(Event::Keep),
        1 => Just(Event::Kill),
    ]
}

fn run(pages: usize, events: &[(usize, Event)]) -> World {
    let mut world = World::new(pages);
    for (at, event) in events {
        let at = at % pages;
        let before = world.pages[at].saver.state();
        world.happens(at, event);
        // A page that was just opened promises what it shows, which is what is stored.
        let state = world.pages[at].saver.state();
        let before = if matches!(event, Event::Kill) { state } else { before };
        world.check(at, before);
    }
    world
}

/// Lets everybody finish, keeping both sides of every conflict.
fn settle(world: &mut World) {
    for _ in 0..12 {
        for at in 0..world.pages.len() {
            for event in [Event::Resolve(0), Event::Send, Event::Arrive, Event::Answer] {
                let before = world.pages[at].saver.state();
                world.happens(at, &event);
                world.check(at, before);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_was_called_saved_is_stored(
        pages in 2_usize..4,
        events in prop::collection::vec((0_usize..3, event()), 1..120),
    ) {
        let mut world = run(pages, &events);
        settle(&mut world);
        let states: Vec<Saved> = world.pages.iter().map(|page| page.saver.state()).collect();
        // A page that only looks on may lag behind; nobody is left waiting.
        prop_assert!(states.iter().all(|state| matches!(state, Saved::Yes | Saved::Conflict)), "{states:?}");
        prop_assert!(states.contains(&Saved::Yes));
    }
}

#[test]
fn a_page_that_lost_the_race_is_told() {
    use Event::*;
    let race =
        [(0, Edit), (1, Edit), (0, Send), (1, Send), (0, Arrive), (1, Arrive), (0, Answer), (1, Answer)];
    let world = run(2, &race);
    assert_eq!(world.pages[0].saver.state(), Saved::Yes);
    assert_eq!(world.pages[1].saver.state(), Saved::ConflictInMemory, "not safe yet, and not called so");
    let world = run(2, &[race.as_slice(), &[(1, Keep), (1, Kill)]].concat());
    assert_eq!(world.pages[1].saver.state(), Saved::Conflict);
    assert_eq!(world.pages[1].tags, Tags::from(["p1.0.1".to_string()]), "it outlives the page");
}
