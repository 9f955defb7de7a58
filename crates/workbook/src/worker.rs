//! The worker: messages in, messages out. Knows no workbook. The only file here that names the browser.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers every message to this worker with the bytes of the workbook it describes, or with `false`; says `true` first,
/// because what is sent earlier is heard by nobody.
pub fn serve(write: impl Fn(&str) -> Result<Vec<u8>, String> + 'static) {
    let Ok(worker) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let page = worker.clone();
    let closure = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
        let written = message.data().as_string().and_then(|json| write(&json).ok());
        // Neither is refused: both can be sent, and the bytes belong to nobody else.
        let _ = match written {
            Some(bytes) => {
                let bytes = Uint8Array::from(bytes.as_slice());
                page.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()))
            }
            None => page.post_message(&JsValue::FALSE),
        };
    });
    worker.set_onmessage(Some(closure.as_ref().unchecked_ref()));
    closure.forget();
    let _ = worker.post_message(&JsValue::TRUE);
}
