//! Fetches the page's own text files.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The text at an address relative to the page.
///
/// # Errors
/// When it does not arrive whole: no connection, or an answer other than success.
pub async fn text(address: &str) -> Result<String, String> {
    let wrong = |error: JsValue| format!("{error:?}");
    let window = web_sys::window().ok_or("no window")?;
    let answer = JsFuture::from(window.fetch_with_str(address)).await.map_err(wrong)?;
    let answer: web_sys::Response = answer.dyn_into().map_err(wrong)?;
    if !answer.ok() {
        return Err(format!("{} {address}", answer.status()));
    }
    let text = JsFuture::from(answer.text().map_err(wrong)?).await.map_err(wrong)?;
    text.as_string().ok_or_else(|| "not a text".to_string())
}

/// Runs a task beside everything else.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}
