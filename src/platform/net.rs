//! Fetches the page's own files.

use std::pin::Pin;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

/// The text at an address relative to the page.
///
/// # Errors
/// When it does not arrive whole: no connection, or an answer other than success.
pub async fn text(address: &str) -> Result<String, String> {
    let answer = request(address, &RequestInit::new()).await?;
    if !answer.ok() {
        return Err(format!("{} {address}", answer.status()));
    }
    body(&answer).await
}

/// Whatever is answered to a request of an address relative to the page.
///
/// # Errors
/// When there is no answer.
pub async fn request(address: &str, how: &RequestInit) -> Result<Response, String> {
    let window = web_sys::window().ok_or("no window")?;
    let answer = JsFuture::from(window.fetch_with_str_and_init(address, how)).await.map_err(wrong)?;
    answer.dyn_into().map_err(wrong)
}

/// The text of an answer.
///
/// # Errors
/// When it does not arrive whole.
pub async fn body(answer: &Response) -> Result<String, String> {
    let text = JsFuture::from(answer.text().map_err(wrong)?).await.map_err(wrong)?;
    text.as_string().ok_or_else(|| "not a text".to_string())
}

fn wrong(error: JsValue) -> String {
    format!("{error:?}")
}

/// Runs a task beside everything else.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    // One kind of task for all: each kind would bring a scheduler of its own.
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    wasm_bindgen_futures::spawn_local(task);
}
