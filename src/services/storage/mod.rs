//! Storing, as the app uses it: which store this browser offers, what is open, who may write, what other tabs do.
//!
//! The rules are in the modules beside; here they meet the browser. Told by the root component what happens, it
//! answers with actions.

mod conflict;
mod library;
mod open;
mod save;
mod small_sets;
mod snapshots;
mod tabs;

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use yew::{Callback, UseReducerHandle};

use crate::platform::channel::Channel;
use crate::platform::locks::Lock;
use crate::platform::storage::BrowserTexts;
use crate::platform::{clock, indexed_db, net, timer};
use crate::state::{Action, AppState, Request, StoreKind, Workspace, sample};
use fuxiao_core::Model;

use small_sets::{IdSet, Savers};

use super::chunk::Saving;
use super::{NAME, summary};
use fuxiao_saving::journal::JournalRepository;
use fuxiao_saving::local::{KeyValue, LocalRepository};
use fuxiao_saving::memory::MemoryTexts;
use fuxiao_saving::repository::Repository;
use fuxiao_saving::revision::Revision;
use fuxiao_saving::startup::take_in;

/// How long the database may take to open before the page goes on without it, in milliseconds.
const OPENS_WITHIN: u32 = 2_500;
/// How long a store may take to answer before that counts as a failure, in milliseconds.
const ANSWERS_WITHIN: u32 = 8_000;
/// How long marks of deleted assessments are kept, in days.
const DELETED_DAYS: i32 = 30;

/// The storing of one page.
pub struct Storage {
    model: Rc<Model>,
    send: Callback<Action>,
    /// Tells the changes of this page from those of others.
    writer: String,
    local: LocalRepository,
    repository: RefCell<Option<Rc<dyn Repository>>>,
    kind: Cell<StoreKind>,
    waiting: RefCell<Vec<Waker>>,
    /// The state as it was drawn last.
    state: RefCell<Option<UseReducerHandle<AppState>>>,
    /// One for each assessment that was open and is not known to be stored, and for the open one.
    savers: RefCell<Savers>,
    /// Assessments of which a version that went another way is being kept and shown.
    apart: RefCell<IdSet>,
    /// Versions that were decided on, as long as what came of it is not stored.
    decided: RefCell<Vec<(String, Revision)>>,
    /// Assessments of which local storage has what the repository lacks.
    drafted: RefCell<IdSet>,
    /// Assessments whose mirror in local storage lags behind.
    unmirrored: RefCell<IdSet>,
    channel: RefCell<Option<Channel>>,
    lock: RefCell<Option<(String, Lock)>>,
    /// The assessment that the tab that wrote it has given away.
    given: RefCell<Option<String>>,
    /// Counts openings: what comes late for an earlier one is dropped.
    opening: Cell<u64>,
}

impl Storage {
    /// Begins to store for a page.
    pub fn begin_storing(model: Rc<Model>, send: Callback<Action>) -> Rc<dyn Saving> {
        let storage = Self::new(model, send);
        storage.start();
        storage
    }

    fn new(model: Rc<Model>, send: Callback<Action>) -> Rc<Self> {
        Rc::new(Self {
            model,
            send,
            writer: clock::uuid(),
            local: LocalRepository::new(BrowserTexts, sample::ID),
            repository: RefCell::default(),
            kind: Cell::new(StoreKind::Unknown),
            waiting: RefCell::default(),
            state: RefCell::default(),
            savers: RefCell::default(),
            apart: RefCell::default(),
            decided: RefCell::default(),
            drafted: RefCell::default(),
            unmirrored: RefCell::default(),
            channel: RefCell::default(),
            lock: RefCell::default(),
            given: RefCell::default(),
            opening: Cell::new(0),
        })
    }

    /// Finds the best store that the browser offers and takes in what others hold.
    fn start(self: &Rc<Self>) {
        self.listen();
        let this = self.clone();
        net::spawn(async move {
            let opened = timer::within(OPENS_WITHIN, indexed_db::open(NAME)).await;
            let (kind, repository): (StoreKind, Rc<dyn Repository>) = match opened {
                Some(Ok(database)) => (StoreKind::Database, Rc::new(JournalRepository::new(database))),
                _ if stores(&BrowserTexts) => {
                    (StoreKind::Local, Rc::new(LocalRepository::new(BrowserTexts, sample::ID)))
                }
                _ => (StoreKind::Memory, Rc::new(LocalRepository::new(MemoryTexts::default(), sample::ID))),
            };
            if kind == StoreKind::Database {
                let summarise = |text: &str| summary::of_text(&this.model, text);
                // What could not be taken in stays in local storage, where opening looks for it.
                let _ = take_in(&this.local, repository.as_ref(), &summarise).await;
            }
            // Marks that outlive their time do no harm.
            let _ = repository.forget_deleted(&clock::days_ago(DELETED_DAYS)).await;
            this.kind.set(kind);
            this.repository.replace(Some(repository));
            this.waiting.take().into_iter().for_each(Waker::wake);
            this.send.emit(Action::StoreFound(kind));
            this.list();
        });
    }

    /// The repository, once it is known which.
    async fn repository(&self) -> Rc<dyn Repository> {
        poll_fn(|context| match &*self.repository.borrow() {
            Some(repository) => Poll::Ready(repository.clone()),
            None => {
                self.waiting.borrow_mut().push(context.waker().clone());
                Poll::Pending
            }
        })
        .await
    }

    fn with_state<T>(&self, read: impl FnOnce(&AppState) -> T) -> Option<T> {
        let state = self.state.borrow().clone();
        state.as_deref().map(read)
    }

    /// The id of the open assessment.
    fn open_id(&self) -> Option<String> {
        self.with_state(|state| state.workspace.as_ref().map(|workspace| workspace.assessment.id.clone()))
            .flatten()
    }
}

impl Saving for Storage {
    fn see(&self, state: UseReducerHandle<AppState>) {
        self.state.replace(Some(state));
    }

    fn perform(self: Rc<Self>, request: Request) {
        match request {
            Request::Begin(page) => self.begin(page),
            Request::Open(id) => self.open(&id),
            Request::List => self.list(),
            Request::Download(id) => self.download(id),
            Request::Delete { id, title } => self.delete(id, title),
            Request::TakeSnapshot => self.take_snapshot(),
            Request::ListSnapshots(of) => self.list_snapshots(of),
            Request::RemoveSnapshot { of, id, question } => self.remove_snapshot(of, id, question),
            Request::DownloadSnapshot { of, id } => self.download_snapshot(of, id),
            Request::Baseline { of, id, again } => self.baseline(of, id, again),
            Request::TakeOver => self.take_over(),
            Request::Resolve => self.resolve(),
        }
    }

    fn changed(self: Rc<Self>, workspace: &Workspace) {
        self.save(workspace);
    }
}

/// Whether a store keeps what it is given.
fn stores(texts: &impl KeyValue) -> bool {
    const PROBE: &str = "fuxiao/probe";
    let kept = texts.set(PROBE, "1").is_ok() && texts.get(PROBE).is_ok_and(|text| text.is_some());
    // What is left behind does no harm.
    let _ = texts.remove(PROBE);
    // A full store is one that answers: reading it still works.
    kept || texts.keys("fuxiao/").is_ok_and(|keys| !keys.is_empty())
}
