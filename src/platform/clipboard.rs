//! Puts a text on the clipboard.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Copies `text`. Says whether the browser did; it does not where it has no clipboard for pages, as on an address
/// without encryption, or where the user forbade it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Asked for by name: calling what is not there would end the program.
    let known = js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"));
    let Some(clipboard) = known.ok().filter(JsValue::is_object) else { return false };
    let clipboard: web_sys::Clipboard = clipboard.unchecked_into();
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
