//! Hands a text, a picture or bytes to the user as a file.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers `text` for download under `name`. Says whether the browser took it.
pub fn text_file(name: &str, kind: &str, text: &str) -> bool {
    text_blob(kind, text).and_then(|blob| offer(name, &blob)).is_ok()
}

/// Offers a JSON text for download under a name that is made from `key`. Says whether the browser took it.
pub fn json_file(key: &str, text: &str) -> bool {
    let name = key.replace(|c: char| !c.is_ascii_alphanumeric() && c != '-', "-");
    text_file(&format!("{name}.json"), "application/json", text)
}

/// Offers bytes for download under `name`. Says whether the browser took them.
pub fn bytes_file(name: &str, kind: &str, bytes: &js_sys::Uint8Array) -> bool {
    let blob = Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(bytes), &of_kind(kind));
    blob.and_then(|blob| offer(name, &blob)).is_ok()
}

/// Offers what a blob holds for download under `name`. Says whether the browser took it.
pub(super) fn blob_file(name: &str, blob: &Blob) -> bool {
    offer(name, blob).is_ok()
}

/// A text as a blob.
pub(super) fn text_blob(kind: &str, text: &str) -> Result<Blob, JsValue> {
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &of_kind(kind))
}

fn of_kind(kind: &str) -> BlobPropertyBag {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    options
}

fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Revoked later: some browsers read it only after the click has been handled.
    let revoke = wasm_bindgen::closure::Closure::once_into_js(move || {
        // Nothing to do where it is gone already.
        let _ = Url::revoke_object_url(&address);
    });
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), 60_000)?;
    Ok(())
}
