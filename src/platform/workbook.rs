//! Between the desk, which wants a workbook, and the program that writes it: the page's script fetches that program
//! and passes the one what the other says.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CustomEvent, CustomEventInit, Event};

use super::download;

/// Why there is no workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
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
/// When the program that writes it does not arrive or refuses.
pub async fn ask(json: &str) -> Result<Written, Refused> {
    let answer = Promise::new(&mut |done, _| {
        let options = CustomEventInit::new();
        options.set_detail(&Array::of2(&json.into(), &done));
        let event = CustomEvent::new_with_event_init_dict("fuxiao-book", &options);
        if let (Some(window), Ok(event)) = (web_sys::window(), event) {
            // Refused only while the same event is on its way, which a new one is not.
            let _ = window.dispatch_event(&event);
        }
    });
    // The script answers with the bytes, with nothing where the program did not arrive, with `false` where it refused.
    let answer = JsFuture::from(answer).await.unwrap_or(JsValue::FALSE);
    if answer.is_null() {
        return Err(Refused::Absent);
    }
    answer.dyn_into().map(Written).map_err(|_refusal| Refused::Failed)
}

/// Writes what the script passes on, for as long as the page is there: the bytes become the second part of what is
/// passed, which stays as it is where nothing can be written.
pub fn serve(write: impl Fn(&str) -> Result<Vec<u8>, String> + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let asked =
            event.dyn_into::<CustomEvent>().ok().and_then(|event| event.detail().dyn_into::<Array>().ok());
        let Some(asked) = asked else { return };
        if let Some(Ok(bytes)) = asked.get(0).as_string().map(|json| write(&json)) {
            asked.set(1, Uint8Array::from(bytes.as_slice()).into());
        }
    });
    if let Some(window) = web_sys::window() {
        // Adding a listener to the window does not fail.
        let _ =
            window.add_event_listener_with_callback("fuxiao-book-write", closure.as_ref().unchecked_ref());
    }
    closure.forget();
}
