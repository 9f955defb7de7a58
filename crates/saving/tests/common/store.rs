//! Stores for tests: a database in memory with atomic transactions, one that fails on demand, and texts by key that
//! several tabs share and may read late.
#![allow(dead_code)] // Each test file uses its own part.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use fuxiao_saving::journal::{Database, Plan, Query, Records, Step};
use fuxiao_saving::local::KeyValue;
use fuxiao_saving::repository::{Pending, StoreError};

/// Waits for an answer; the stores of the tests answer at once.
pub fn wait<T>(pending: impl Future<Output = T>) -> T {
    let mut pending = std::pin::pin!(pending);
    loop {
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        if let std::task::Poll::Ready(answer) = pending.as_mut().poll(&mut context) {
            return answer;
        }
    }
}

/// Records in memory, shared by everybody who has a copy.
#[derive(Clone, Debug, Default)]
pub struct MemoryDatabase {
    /// The records.
    pub records: Rc<RefCell<BTreeMap<String, String>>>,
    /// What the next transactions do, the nearest first; without one they succeed.
    pub faults: Rc<RefCell<Vec<Fault>>>,
    /// Texts written so far, in bytes.
    pub written: Rc<Cell<usize>>,
}

/// How a transaction goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing happens, and it says so.
    Refused(StoreError),
    /// It is committed, but the answer is lost.
    AnswerLost,
    /// The last text it writes is cut in half.
    Truncates,
}

impl MemoryDatabase {
    fn query(&self, query: &Query) -> Records {
        let records = self.records.borrow();
        match query {
            Query::Key(key) => {
                records.get_key_value(key).map(|(k, v)| (k.clone(), v.clone())).into_iter().collect()
            }
            Query::Prefix(prefix) => {
                let found = records.iter().filter(|(key, _)| key.starts_with(prefix.as_str()));
                found.map(|(k, v)| (k.clone(), v.clone())).collect()
            }
        }
    }

    fn step(&self, step: Step) {
        let mut records = self.records.borrow_mut();
        match step {
            Step::Put(key, text) => {
                self.written.set(self.written.get() + text.len());
                records.insert(key, text);
            }
            Step::Remove(key) => {
                records.remove(&key);
            }
            Step::RemoveAll(prefix) => records.retain(|key, _| !key.starts_with(&prefix)),
        }
    }
}

impl Database for MemoryDatabase {
    fn read(&self, queries: Vec<Query>) -> Pending<'_, Result<Vec<Records>, StoreError>> {
        Box::pin(async move { Ok(queries.iter().map(|query| self.query(query)).collect()) })
    }

    fn update(&self, queries: Vec<Query>, plan: Plan) -> Pending<'_, Result<(), StoreError>> {
        Box::pin(async move {
            let fault =
                if self.faults.borrow().is_empty() { None } else { Some(self.faults.borrow_mut().remove(0)) };
            if let Some(Fault::Refused(error)) = fault {
                return Err(error);
            }
            let mut steps = plan(queries.iter().map(|query| self.query(query)).collect());
            if let (Some(Fault::Truncates), Some(Step::Put(_, text))) = (fault, steps.last_mut()) {
                text.truncate(text.len() / 2);
            }
            steps.into_iter().for_each(|step| self.step(step));
            if fault == Some(Fault::AnswerLost) { Err(StoreError::Failed) } else { Ok(()) }
        })
    }
}

/// Texts by key that several tabs share; each tab is a copy with a view of its own that may lag behind.
#[derive(Clone, Debug, Default)]
pub struct SharedTexts {
    /// What is stored.
    pub texts: Rc<RefCell<BTreeMap<String, String>>>,
    /// What this tab still sees instead, by key.
    pub stale: Rc<RefCell<BTreeMap<String, Option<String>>>>,
    /// Storing is refused for this reason.
    pub refuses: Rc<Cell<Option<StoreError>>>,
    /// Texts are taken and forgotten at once.
    pub forgets: Rc<Cell<bool>>,
}

impl SharedTexts {
    /// Another tab on the same texts.
    pub fn tab(&self) -> Self {
        Self { texts: self.texts.clone(), ..Self::default() }
    }

    /// This tab goes on seeing what it sees now under a key, until it waits.
    pub fn freeze(&self, key: &str) {
        let seen = self.texts.borrow().get(key).cloned();
        self.stale.borrow_mut().insert(key.to_string(), seen);
    }
}

impl KeyValue for SharedTexts {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        if let Some(seen) = self.stale.borrow().get(key) {
            return Ok(seen.clone());
        }
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        if let Some(error) = self.refuses.get() {
            return Err(error);
        }
        if !self.forgets.get() {
            self.texts.borrow_mut().insert(key.to_string(), text.to_string());
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        Ok(self.texts.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn pause(&self, _: u32) -> Pending<'_, ()> {
        Box::pin(async {
            self.stale.borrow_mut().clear();
            // Once, so that others may go on meanwhile.
            let mut waited = false;
            std::future::poll_fn(|_| match std::mem::replace(&mut waited, true) {
                true => std::task::Poll::Ready(()),
                false => std::task::Poll::Pending,
            })
            .await;
        })
    }
}
