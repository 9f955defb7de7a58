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

/// How a lock is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Only if nobody has it.
    IfFree,
    /// As soon as nobody has it.
    InTurn,
    /// Now, from whoever has it.
    Stealing,
}

/// Asks for a lock; `answered` is told whether this tab has it, once that is known, and `lost` when another tab took it.
/// Nothing where there are no locks.
pub fn ask(
    name: &str,
    asking: Asking,
    answered: impl FnOnce(bool) + 'static,
    lost: impl FnOnce() + 'static,
) -> Option<Lock> {
    let manager = manager()?;
    let request: Function = Reflect::get(&manager, &"request".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    // Only a question that waits can be withdrawn; the browser refuses the other ways together with a signal.
    let waits = asking == Asking::InTurn;
    let withdraw = if waits { web_sys::AbortController::new().ok() } else { None };
    match (&withdraw, asking) {
        (Some(withdraw), _) => Reflect::set(&options, &"signal".into(), &withdraw.signal()).ok()?,
        (None, Asking::IfFree) => Reflect::set(&options, &"ifAvailable".into(), &true.into()).ok()?,
        (None, Asking::Stealing) => Reflect::set(&options, &"steal".into(), &true.into()).ok()?,
        (None, Asking::InTurn) => true,
    };
    let release = Rc::new(RefCell::new(None));
    let held = release.clone();
    let hold = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() {
            answered(false);
            return JsValue::UNDEFINED;
        }
        let promise = Promise::new(&mut |resolve, _| {
            held.replace(Some(resolve));
        });
        answered(true);
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
