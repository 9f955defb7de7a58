//! The page itself: address, title, language, theme, width, focus, and news of all that.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement, Window};

/// Fields that are typed into.
const TYPED: &str = "textarea, input:not([type=radio], [type=checkbox], [type=file])";

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The address after `#`, with it; empty when there is none.
pub fn hash() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to a place; `#/…`.
pub fn go(hash: &str) {
    if let Some(window) = window() {
        // Refused only for addresses of other sites, which no caller has.
        let _ = window.location().set_hash(hash);
    }
}

/// Languages the user asks for, most wanted first.
pub fn languages() -> Vec<String> {
    let list = window().map(|window| window.navigator().languages());
    list.map(|list| list.iter().filter_map(|tag| tag.as_string()).collect()).unwrap_or_default()
}

/// Width of the page in CSS pixels.
pub fn width() -> u32 {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| u32::try_from(root.client_width()).ok()).unwrap_or(1024)
}

/// Sets language, theme and title of the page.
pub fn set_document_attributes(lang: &str, theme: &str, title: &str) {
    let Some(document) = document() else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        // Both are constant attribute names, which no browser refuses.
        let _ = root.set_attribute("lang", lang);
        let _ = root.set_attribute("data-theme", theme);
    }
}

/// Removes the first paint once the app has drawn its own.
pub fn remove_first_paint() {
    if let Some(first) = element("static") {
        first.remove();
    }
}

/// Gives an element the focus; one that cannot have it just does not get it.
fn give_focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

fn to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Moves the focus, and the page with it, to an element.
pub fn focus(id: &str) {
    if let Some(found) = element(id) {
        give_focus(Some(found.clone()));
        found.scroll_into_view();
    }
}

/// Moves the focus to an element and leaves the page where it is, as far as the element can be seen.
pub fn focus_in_place(id: &str) {
    give_focus(element(id));
}

/// Gives the focus to the first of some elements that is there, where the one that had it has gone.
pub fn restore_focus(ids: &[String]) {
    let lost = document().and_then(|document| document.active_element());
    if lost.is_none_or(|element| element.tag_name() == "BODY") {
        give_focus(ids.iter().find_map(|id| element(id)));
    }
}

/// What has the focus at a moment.
#[derive(Clone, Debug, Default)]
pub struct Focused(Option<Element>);

impl Focused {
    /// What has it now.
    pub fn now() -> Self {
        Self(document().and_then(|document| document.active_element()))
    }

    /// Whether nobody gave it to anything else since: it is still there, or went with what had it.
    pub fn stayed(&self) -> bool {
        let now = document().and_then(|document| document.active_element());
        now == self.0 || now.is_none_or(|element| element.tag_name() == "BODY")
    }
}

/// Opens a folded part of the page and moves the focus to the first thing in it that takes one.
pub fn unfold(id: &str) {
    let Some(part) = element(id) else { return };
    // A constant attribute name, which no browser refuses.
    let _ = part.set_attribute("open", "");
    give_focus(part.query_selector("button, textarea, select, p[tabindex]").ok().flatten());
}

/// Moves the focus to an element and the page to its top.
pub fn focus_at_top(id: &str) {
    focus_in_place(id);
    to_top();
}

/// Whether the focus is in a field that is typed into.
pub fn is_typing() -> bool {
    let field = document().and_then(|document| document.active_element());
    field.is_some_and(|field| field.matches(TYPED).unwrap_or_default())
}

/// Takes the focus out of a field that is typed into, so that it tells what was typed.
pub fn leave_field() {
    let field = document().and_then(|document| document.active_element());
    let field = field.filter(|field| field.matches(TYPED).unwrap_or_default());
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // Where it stays it is switched off with the others.
        let _ = field.blur();
    }
}

/// Scrolls to the top and puts the focus on the heading, so that a screen reader reads the new page.
pub fn announce() {
    to_top();
    give_focus(document().and_then(|document| document.query_selector("#content h1").ok().flatten()));
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        // A page may always load itself.
        let _ = window.location().reload();
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        // Browsers without printing do nothing.
        let _ = window.print();
    }
}

/// Asks a question that is answered with yes or no.
pub fn confirm(question: &str) -> bool {
    window().and_then(|window| window.confirm_with_message(question).ok()).unwrap_or(false)
}

/// A listener of the window; it hears until it is dropped.
pub struct Listener {
    event: &'static str,
    closure: Closure<dyn Fn(web_sys::Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(window) = window() {
            // Removing a listener that is gone is no error.
            let _ =
                window.remove_event_listener_with_callback(self.event, self.closure.as_ref().unchecked_ref());
        }
    }
}

pub(super) fn listen(event: &'static str, tell: impl Fn(web_sys::Event) + 'static) -> Listener {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(tell);
    if let Some(window) = window() {
        // Adding a listener to the window does not fail.
        let _ = window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    }
    Listener { event, closure }
}

/// Tells when the page is hidden or left. It may never be shown again: what is done then must be done at once.
pub fn on_hidden(tell: impl Fn() + 'static) {
    let hidden = move |_: web_sys::Event| {
        if document().is_none_or(|document| document.visibility_state() == web_sys::VisibilityState::Hidden) {
            tell();
        }
    };
    let hidden = std::rc::Rc::new(hidden);
    let left = hidden.clone();
    // Heard as long as the page lives. The document's event comes up to the window.
    std::mem::forget(listen("visibilitychange", move |event| hidden(event)));
    std::mem::forget(listen("pagehide", move |event| left(event)));
}

/// Tells when the page is shown again, after another tab, sleep or the way back.
pub fn on_shown(tell: impl Fn() + 'static) {
    let shown = move |_: web_sys::Event| {
        if document().is_some_and(|document| document.visibility_state() == web_sys::VisibilityState::Visible)
        {
            tell();
        }
    };
    let shown = std::rc::Rc::new(shown);
    let again = shown.clone();
    std::mem::forget(listen("visibilitychange", move |event| shown(event)));
    std::mem::forget(listen("pageshow", move |event| again(event)));
}

/// Tells of clicks and keys on fields that are switched off, which the browser drops without a word.
pub fn on_refused(tell: impl Fn() + 'static) -> [Listener; 2] {
    let off = |rest: &str| format!("fieldset:disabled {rest}");
    let (fields, any) = (off(":is(label, input, textarea, select, button)"), off("*"));
    let told = std::rc::Rc::new(tell);
    let tell = told.clone();
    let pressed = listen("pointerdown", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.and_then(|target| target.closest(&fields).ok().flatten()).is_some() {
            told();
        }
    });
    let typed = listen("keydown", move |event| {
        let key = event.dyn_ref::<web_sys::KeyboardEvent>();
        let sign = key.is_some_and(|key| {
            key.key().chars().count() == 1
                && key.key() != " "
                && !key.ctrl_key()
                && !key.meta_key()
                && !key.alt_key()
        });
        if sign && !is_typing() && find(&any).is_some() {
            tell();
        }
    });
    [pressed, typed]
}

/// Tells when another tab of this site has written to local storage.
pub fn on_stored(tell: impl Fn() + 'static) {
    std::mem::forget(listen("storage", move |_| tell()));
}

/// Tells when there is a connection again.
pub fn on_online(tell: impl Fn() + 'static) -> Listener {
    listen("online", move |_| tell())
}

/// Has the browser ask before the page is left, whenever something would be lost.
pub fn on_leaving(loses: impl Fn() -> bool + 'static) {
    std::mem::forget(listen("beforeunload", move |event| {
        if loses() {
            event.prevent_default();
        }
    }));
}

/// Tells of every new place.
pub fn on_hash(tell: impl Fn(String) + 'static) -> Listener {
    listen("hashchange", move |_| tell(hash()))
}

/// Tells of every new width.
pub fn on_resize(tell: impl Fn(u32) + 'static) -> Listener {
    listen("resize", move |_| tell(width()))
}

/// The first element of the page that a selector fits.
pub fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// An element of the page by its id.
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}
