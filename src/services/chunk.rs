//! What stores, as a part of the program that is fetched by itself as soon as the page is there.
//!
//! The start page has its list from local storage and questions can be answered at once; what is asked for or changed
//! before this part has come waits for it here, and is called saved by nobody.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use fuxiao_saving::local::KeyValue;
use fuxiao_saving::saver::Saved;
use yew::{Callback, UseReducerHandle};

use crate::platform::storage::BrowserTexts;
use crate::platform::{net, release, timer};
use crate::state::{Action, AppState, LoadState, Request, Workspace};
use fuxiao_core::Model;

use super::storage::Storage;
use super::summary;

/// How long after this part did not come it is asked for again, in milliseconds.
const AGAIN: u32 = 3_000;

/// What the page tells what stores.
pub trait Saving {
    /// The state was drawn anew.
    fn see(&self, state: UseReducerHandle<AppState>);

    /// A page asks for something.
    fn perform(self: Rc<Self>, request: Request);

    /// The open assessment may have changed.
    fn changed(self: Rc<Self>, workspace: &Workspace);
}

/// Begins to store for a page.
type Start = fn(Rc<Model>, Callback<Action>) -> Rc<dyn Saving>;

/// What the program calls of this part once it is here.
struct SavingChunk {
    start: Start,
}

static SAVING: SavingChunk = SavingChunk { start: Storage::begin_storing };

#[cfg(split_chunks)]
#[wasm_split_helpers::wasm_split(saving, fallible)]
fn load() -> Result<&'static SavingChunk, wasm_split_helpers::SplitLoaderError> {
    Ok(&SAVING)
}

#[cfg(not(split_chunks))]
async fn load() -> Result<&'static SavingChunk, std::convert::Infallible> {
    Ok(&SAVING)
}

/// Between the page and what stores.
pub struct SavingLoader {
    model: Rc<Model>,
    send: Callback<Action>,
    here: OnceCell<Rc<dyn Saving>>,
    state: RefCell<Option<UseReducerHandle<AppState>>>,
    waiting: RefCell<Vec<Request>>,
    changed: RefCell<Option<Workspace>>,
    loading: RefCell<bool>,
}

impl SavingLoader {
    /// Nothing is fetched yet.
    pub fn new(model: Rc<Model>, send: Callback<Action>) -> Rc<Self> {
        Rc::new(Self {
            model,
            send,
            here: OnceCell::new(),
            state: RefCell::default(),
            waiting: RefCell::default(),
            changed: RefCell::default(),
            loading: RefCell::default(),
        })
    }

    /// Shows the list as local storage knows it, and fetches what stores.
    pub fn start(self: &Rc<Self>) {
        let text = BrowserTexts.get(summary::LIST).ok().flatten();
        if let Some(entries) = text.and_then(|text| summary::mirrored(&text)) {
            self.send.emit(Action::LibraryListed(entries));
        }
        self.fetch();
    }

    fn fetch(self: &Rc<Self>) {
        if self.here.get().is_some() || self.loading.replace(true) {
            return;
        }
        let this = self.clone();
        net::spawn(async move {
            let state = match load().await {
                Ok(chunk) => {
                    this.arrived((chunk.start)(this.model.clone(), this.send.clone()));
                    LoadState::Here
                }
                Err(_) if release::is_gone().await => LoadState::Gone,
                Err(_) => LoadState::Failed,
            };
            this.loading.replace(false);
            this.send.emit(Action::Saving(state));
            if state != LoadState::Here {
                if this.changed.borrow().is_some() {
                    this.send.emit(Action::Stored(Saved::Failing));
                }
                timer::sleep(AGAIN).await;
                this.fetch();
            }
        });
    }

    fn arrived(&self, saving: Rc<dyn Saving>) {
        if let Some(state) = self.state.borrow().clone() {
            saving.see(state);
        }
        for request in self.waiting.take() {
            saving.clone().perform(request);
        }
        if let Some(workspace) = self.changed.take() {
            saving.clone().changed(&workspace);
        }
        // Set once: it is fetched by one task at a time, until it is here.
        let _ = self.here.set(saving);
    }

    /// The state was drawn anew.
    pub fn see(&self, state: UseReducerHandle<AppState>) {
        if let Some(saving) = self.here.get() {
            saving.see(state.clone());
        }
        self.state.replace(Some(state));
    }

    /// Does what a page asks for, or will as soon as it can.
    pub fn perform(self: &Rc<Self>, request: Request) {
        match self.here.get() {
            Some(saving) => saving.clone().perform(request),
            None => {
                self.waiting.borrow_mut().push(request);
                self.fetch();
            }
        }
    }

    /// The open assessment may have changed.
    pub fn changed(&self, workspace: &Workspace) {
        match self.here.get() {
            Some(saving) => saving.clone().changed(workspace),
            None => {
                self.changed.replace(Some(workspace.clone()));
                self.send.emit(Action::Stored(Saved::Saving));
            }
        }
    }
}
