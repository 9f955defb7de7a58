//! What stands in a form field when it says that it changed.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// The text of the field an event comes from; empty for anything that is no field.
pub fn text(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        select.value()
    } else {
        String::new()
    }
}

/// The number in the field an event comes from: `None` when what stands there is no number or out of the
/// field's range, `Some(None)` when nothing stands there.
pub fn number(event: &Event) -> Option<Option<f64>> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    // The browser hides what it cannot read as a number behind an empty value; its own check tells.
    if !input.check_validity() {
        return None;
    }
    if input.value().trim().is_empty() {
        return Some(None);
    }
    let number = input.value_as_number();
    number.is_finite().then_some(Some(number))
}

/// Whether an event comes from something that takes letters and digits itself.
pub fn typing(event: &Event) -> bool {
    let Some(target) = event.target() else { return false };
    let chooses = |kind: &str| matches!(kind, "radio" | "checkbox" | "button");
    match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => !chooses(&input.type_()),
        None => {
            target.is_instance_of::<HtmlTextAreaElement>() || target.is_instance_of::<HtmlSelectElement>()
        }
    }
}

/// Whether an event comes from a radio button, or from something that has no use for Enter itself.
pub fn idle(event: &Event) -> bool {
    let Some(target) = event.target() else { return false };
    match target.dyn_ref::<web_sys::Element>() {
        Some(element) => !matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY"),
        None => false,
    }
}

/// The whole number in the field an event comes from: as [`number`].
pub fn count(event: &Event) -> Option<Option<u64>> {
    let number = number(event)?;
    Some(number.map(|number| number as u64))
}

/// Whether the box an event comes from is ticked.
pub fn ticked(event: &Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.checked())
}

/// Lets a text be carried along with what is dragged.
pub fn drag(event: &web_sys::DragEvent, text: &str) {
    if let Some(carried) = event.data_transfer() {
        // Refused only after the drag has begun, which is where this is called from.
        let _ = carried.set_data("text/plain", text);
    }
}

/// The text that was carried to where something was dropped.
pub fn dropped(event: &web_sys::DragEvent) -> Option<String> {
    event.data_transfer()?.get_data("text/plain").ok()
}
