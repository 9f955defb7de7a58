//! IndexedDB as a store of texts by key, with transactions that are on the disk when they say so.
//!
//! Knows nothing of what the texts are.

use idb::event::DatabaseEvent;
use idb::{
    Database as Connection, Error, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query as Asked,
    Transaction, TransactionResult,
};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, IdbDatabase, IdbTransaction};

use fuxiao_saving::journal::{Database, Plan, Query, Records, Step};
use fuxiao_saving::repository::{Pending, StoreError};

/// Version of the layout: one store of texts by key.
const VERSION: u32 = 1;
const STORE: &str = "records";

/// An open database.
pub struct BrowserDatabase(IdbDatabase);

/// Opens a database, and makes it where there is none.
///
/// # Errors
/// [`StoreError::Blocked`] where the browser has no database for this page. It may also never answer.
pub async fn open(name: &str) -> Result<BrowserDatabase, StoreError> {
    let factory = Factory::new().map_err(|_error| StoreError::Blocked)?;
    let mut request = factory.open(name, Some(VERSION)).map_err(|error| reason(&error))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database()
            && !database.store_names().iter().any(|name| name == STORE)
        {
            // Refused only outside of an upgrade, which this is.
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    let mut database: Connection = request.await.map_err(|error| reason(&error))?;
    // Another page deletes the database or brings a newer layout: what is written from here on fails and says so.
    database.on_version_change(|event| {
        if let Ok(database) = event.database() {
            database.close();
        }
    });
    // Heard as long as the page lives.
    database.forget_callbacks();
    Ok(BrowserDatabase(database.into()))
}

impl BrowserDatabase {
    /// Begins a transaction. Browsers that know of durability answer a strict one only when it is on the disk.
    fn begin(&self, mode: &str) -> Result<IdbTransaction, StoreError> {
        let failed = |_: JsValue| StoreError::Failed;
        let database: &JsValue = self.0.as_ref();
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(failed)?;
        let begin: Function = Reflect::get(database, &"transaction".into()).map_err(failed)?.unchecked_into();
        let begun = begin.call3(database, &STORE.into(), &mode.into(), &options).map_err(failed)?;
        begun.dyn_into().map_err(failed)
    }
}

async fn fetch(store: &ObjectStore, queries: &[Query]) -> Result<Vec<Records>, Error> {
    let mut found = Vec::with_capacity(queries.len());
    for query in queries {
        found.push(match query {
            Query::Key(key) => {
                let text = store.get(JsValue::from_str(key))?.await?;
                text.and_then(|text| text.as_string()).map(|text| (key.clone(), text)).into_iter().collect()
            }
            Query::Prefix(prefix) => {
                let keys = store.get_all_keys(Some(range(prefix)?), None)?.await?;
                let texts = store.get_all(Some(range(prefix)?), None)?.await?;
                let pairs = keys.iter().zip(&texts);
                pairs.filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect()
            }
        });
    }
    Ok(found)
}

fn range(prefix: &str) -> Result<Asked, Error> {
    let last = format!("{prefix}\u{FFFF}");
    let range = KeyRange::bound(&prefix.into(), &last.as_str().into(), None, None)?;
    Ok(Asked::KeyRange(range))
}

fn carry_out(store: &ObjectStore, steps: Vec<Step>) -> Result<(), Error> {
    for step in steps {
        // Answers to single requests are not awaited: the transaction as a whole tells.
        match step {
            Step::Put(key, text) => drop(store.put(&text.as_str().into(), Some(&key.as_str().into()))?),
            Step::Remove(key) => drop(store.delete(JsValue::from_str(&key))?),
            Step::RemoveAll(prefix) => drop(store.delete(range(&prefix)?)?),
        }
    }
    Ok(())
}

impl Database for BrowserDatabase {
    fn read(&self, queries: Vec<Query>) -> Pending<'_, Result<Vec<Records>, StoreError>> {
        Box::pin(async move {
            let transaction = Transaction::from(self.begin("readonly")?);
            let store = transaction.object_store(STORE).map_err(|error| reason(&error))?;
            fetch(&store, &queries).await.map_err(|error| reason(&error))
        })
    }

    fn update(&self, queries: Vec<Query>, plan: Plan) -> Pending<'_, Result<(), StoreError>> {
        Box::pin(async move {
            let raw = self.begin("readwrite")?;
            let transaction = Transaction::from(raw.clone());
            let work = async {
                let store = transaction.object_store(STORE)?;
                let found = fetch(&store, &queries).await?;
                carry_out(&store, plan(found))
            };
            if let Err(error) = work.await {
                // It may have aborted by itself.
                let _ = raw.abort();
                return Err(reason(&error));
            }
            match transaction.await {
                Ok(TransactionResult::Committed) => Ok(()),
                Ok(TransactionResult::Aborted) => {
                    Err(raw.error().map_or(StoreError::Failed, |error| by_name(&error)))
                }
                Err(error) => Err(reason(&error)),
            }
        })
    }
}

fn by_name(error: &DomException) -> StoreError {
    match error.name().as_str() {
        "QuotaExceededError" => StoreError::Full,
        "SecurityError" => StoreError::Blocked,
        _ => StoreError::Failed,
    }
}

fn reason(error: &Error) -> StoreError {
    match error {
        Error::DomException(error) => by_name(error),
        // A full disk may be told of before a request is even made, or only at the end.
        Error::UpdateFailed(error)
        | Error::TransactionAbortError(error)
        | Error::TransactionCommitError(error) => {
            error.dyn_ref::<DomException>().map_or(StoreError::Failed, by_name)
        }
        Error::IndexedDbNotFound(_) | Error::IndexedDbOpenFailed(_) => StoreError::Blocked,
        _ => StoreError::Failed,
    }
}
