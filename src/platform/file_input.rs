//! Reads a picture that was chosen from the user's files. Knows no limits; where it ends up is others' business.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, FileReader, HtmlInputElement};

/// Reads the file that was chosen in the field an event comes from and tells its data address: `None` where it has more
/// bytes than `most`, an empty one where it cannot be read. Tells nothing where none was chosen.
pub fn address(event: &Event, most: usize, tell: impl FnOnce(Option<String>) + 'static) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    if file.size() > most as f64 {
        // The same file can be chosen again only after the field was emptied.
        input.set_value("");
        return tell(None);
    }
    let Ok(reader) = FileReader::new() else { return tell(Some(String::new())) };
    let read = reader.clone();
    let done = Closure::once_into_js(move || {
        input.set_value("");
        let address = read.result().ok().and_then(|result| result.as_string());
        tell(Some(address.unwrap_or_default()));
    });
    reader.set_onloadend(Some(done.unchecked_ref()));
    // Refused only while a file is being read, which a new reader is not.
    let _ = reader.read_as_data_url(&file);
}
