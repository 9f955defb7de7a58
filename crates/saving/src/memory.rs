//! A store of texts by key in memory: for browsers that let the page store nothing. Lasts as long as the page.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::local::KeyValue;
use super::repository::{Pending, StoreError};

/// Texts by key, in memory.
#[derive(Debug, Default)]
pub struct MemoryTexts(RefCell<BTreeMap<String, String>>);

impl KeyValue for MemoryTexts {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().insert(key.to_string(), text.to_string());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        Ok(self.0.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn pause(&self, _: u32) -> Pending<'_, ()> {
        // Nobody else writes here.
        Box::pin(async {})
    }
}
