//! Local storage through gloo, probed before every call because gloo panics where storage is blocked.

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::JsCast;

use fuxiao_saving::local::KeyValue;
use fuxiao_saving::repository::{Pending, StoreError};

use super::timer;

/// The local storage of this site.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserTexts;

fn open() -> Result<web_sys::Storage, StoreError> {
    let probe = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    // Only after the probe: `raw` would end the program where there is no storage.
    if probe.is_some() { Ok(LocalStorage::raw()) } else { Err(StoreError::Blocked) }
}

impl KeyValue for BrowserTexts {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        open()?.get_item(key).map_err(blocked)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        open()?.set_item(key, text).map_err(|error| {
            let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name);
            match name.as_deref() {
                Some("SecurityError") => StoreError::Blocked,
                _ => StoreError::Full,
            }
        })
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        open()?.remove_item(key).map_err(blocked)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let storage = open()?;
        let count = storage.length().map_err(blocked)?;
        let all = (0..count).filter_map(|i| storage.key(i).ok().flatten());
        Ok(all.filter(|key| key.starts_with(prefix)).collect())
    }

    fn pause(&self, milliseconds: u32) -> Pending<'_, ()> {
        Box::pin(timer::sleep(milliseconds))
    }
}

fn blocked(_: wasm_bindgen::JsValue) -> StoreError {
    StoreError::Blocked
}
