//! Between the page, which wants a workbook, and the worker that writes it. The page's script starts the worker, because
//! the policy lets nobody else do that.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CustomEvent, CustomEventInit};

use super::download;

/// Why there is no workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkbookError {
    /// The program that writes it could not be fetched.
    Absent,
    /// It could not be written.
    Failed,
}

/// A written workbook.
pub struct Written(Uint8Array);

impl Written {
    /// Offers it for download under `name`. Says whether the browser took it.
    pub fn offer(&self, name: &str, kind: &str) -> bool {
        download::bytes_file(name, kind, &self.0)
    }
}

/// The workbook that `json` describes.
///
/// # Errors
/// When the program that writes it does not arrive, refuses or dies.
pub async fn ask(json: &str) -> Result<Written, WorkbookError> {
    let answer = Promise::new(&mut |done, _| {
        let options = CustomEventInit::new();
        options.set_detail(&Array::of2(&json.into(), &done));
        let event = CustomEvent::new_with_event_init_dict("fuxiao-workbook", &options);
        if let (Some(window), Ok(event)) = (web_sys::window(), event) {
            // Refused only while the same event is on its way, which a new one is not.
            let _ = window.dispatch_event(&event);
        }
    });
    // The script answers with the bytes, with nothing where the program did not arrive, with `false` where it failed.
    let answer = JsFuture::from(answer).await.unwrap_or(JsValue::FALSE);
    if answer.is_null() {
        return Err(WorkbookError::Absent);
    }
    answer.dyn_into().map(Written).map_err(|_refusal| WorkbookError::Failed)
}
