//! Whether a figure or a date is being typed. Such fields tell their value only when they are left, and drawing the page
//! anew would put the old one back.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::page::{Listener, listen};

/// Listens for typing in fields that tell their value when they are left.
pub struct Typing {
    goes_on: Rc<Cell<bool>>,
    _listeners: [Listener; 3],
}

impl Typing {
    /// Listens from now on; `ended` is told when such a field was left or told its value.
    pub fn new(ended: impl Fn() + 'static) -> Self {
        let goes_on = Rc::new(Cell::new(false));
        let begins = goes_on.clone();
        let ended = Rc::new(ended);
        let end = || {
            let (goes_on, ended) = (goes_on.clone(), ended.clone());
            move |_: Event| {
                if goes_on.replace(false) {
                    ended();
                }
            }
        };
        let begin = move |event: Event| {
            let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if field.is_some_and(|field| matches!(field.type_().as_str(), "number" | "date")) {
                begins.set(true);
            }
        };
        let listeners = [listen("input", begin), listen("change", end()), listen("focusout", end())];
        Self { goes_on, _listeners: listeners }
    }

    /// Whether something is typed that no field has told yet.
    pub fn goes_on(&self) -> bool {
        self.goes_on.get()
    }
}
