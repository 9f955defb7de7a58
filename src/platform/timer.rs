//! Waiting, and waiting no longer than some time.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use wasm_bindgen_futures::JsFuture;

/// Waits some milliseconds.
pub async fn sleep(milliseconds: u32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
            // Refused only without a function, which there is.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    // The promise is only ever kept.
    let _ = JsFuture::from(promise).await;
}

/// The answer, or nothing when it does not come in time; what was asked goes on being worked at only if somebody else
/// drives it.
pub async fn within<T>(milliseconds: u32, answer: impl Future<Output = T>) -> Option<T> {
    let mut answer = pin!(answer);
    let mut end = pin!(sleep(milliseconds));
    poll_fn(|context| match answer.as_mut().poll(context) {
        Poll::Ready(answer) => Poll::Ready(Some(answer)),
        Poll::Pending => end.as_mut().poll(context).map(|()| None),
    })
    .await
}
