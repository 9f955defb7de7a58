//! Web Locks: which tab may write. Only on addresses with encryption and on this machine; elsewhere there are none.
//!
//! Knows no assessment; a lock is a name.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// A lock that was asked for. Dropping it gives it back, or withdraws the question.
pub struct Lock {
    /// Ends the promise that holds the lock, once it is granted.
    release: Rc<RefCell<Option<Function>>>,
    withdraw: Option<web_sys::AbortController>,
}

impl Drop for Lock {
    fn drop(&mut self) {
        match self.release.take() {
            // A function that was made to be called: it does not throw.
            Some(release) => drop(release.call0(&JsValue::NULL)),
            None => {
                if let Some(withdraw) = &self.withdraw {
                    withdraw.abort();
                }
            }
        }
    }
}

fn manager() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)
}

/// Whether this browser has locks here.
pub fn known() -> bool {
    manager().is_some()
}

/// Asks for a lock; `granted` is told when this tab has it, `lost` when another tab took it. `steal` takes it from
/// whoever has it. Nothing where there are no locks.
pub fn ask(
    name: &str,
    steal: bool,
    granted: impl FnOnce() + 'static,
    lost: impl FnOnce() + 'static,
) -> Option<Lock> {
    let manager = manager()?;
    let request: Function = Reflect::get(&manager, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    // A question that steals is answered at once: there is nothing to withdraw, and the browser refuses both together.
    let withdraw = (!steal).then(|| web_sys::AbortController::new().ok()).flatten();
    match &withdraw {
        Some(withdraw) => Reflect::set(&options, &"signal".into(), &withdraw.signal()).ok()?,
        None => Reflect::set(&options, &"steal".into(), &steal.into()).ok()?,
    };
    let release = Rc::new(RefCell::new(None));
    let held = release.clone();
    let hold = Closure::once_into_js(move |_: JsValue| -> JsValue {
        let promise = Promise::new(&mut |resolve, _| {
            held.replace(Some(resolve));
        });
        granted();
        promise.into()
    });
    let answer = request.call3(&manager, &name.into(), &options, &hold).ok()?;
    let ended: Promise = answer.dyn_into().ok()?;
    let held = release.clone();
    let taken = Closure::once(move |_: JsValue| {
        // A question that was withdrawn ends here, too, but was never granted.
        if held.take().is_some() {
            lost();
        }
    });
    let _ = ended.catch(&taken);
    taken.forget();
    Some(Lock { release, withdraw })
}
