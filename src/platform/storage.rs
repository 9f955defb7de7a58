//! Local storage through gloo, probed before every call because gloo panics where storage is blocked.

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::JsCast;

/// Why something could not be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let the page store anything.
    Blocked,
    /// No room left.
    Full,
}

fn open() -> Result<web_sys::Storage, StoreError> {
    let probe = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    // Only after the probe: `raw` would end the program where there is no storage.
    if probe.is_some() { Ok(LocalStorage::raw()) } else { Err(StoreError::Blocked) }
}

/// The text stored under a key.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn read(key: &str) -> Result<Option<String>, StoreError> {
    open()?.get_item(key).map_err(blocked)
}

/// Stores a text under a key.
///
/// # Errors
/// [`StoreError`]; the text stored before stays.
pub fn write(key: &str, text: &str) -> Result<(), StoreError> {
    open()?.set_item(key, text).map_err(|error| {
        let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name);
        match name.as_deref() {
            Some("SecurityError") => StoreError::Blocked,
            _ => StoreError::Full,
        }
    })
}

/// Removes a key.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn remove(key: &str) -> Result<(), StoreError> {
    open()?.remove_item(key).map_err(blocked)
}

/// All keys that start with a prefix, in the browser's order.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn keys(prefix: &str) -> Result<Vec<String>, StoreError> {
    let storage = open()?;
    let count = storage.length().map_err(blocked)?;
    let all = (0..count).filter_map(|i| storage.key(i).ok().flatten());
    Ok(all.filter(|key| key.starts_with(prefix)).collect())
}

fn blocked(_: wasm_bindgen::JsValue) -> StoreError {
    StoreError::Blocked
}
