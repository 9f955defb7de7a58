//! One thing that can be taken away, as a row: what it is and for what, a button, and what became of it.

use yew::prelude::*;

use crate::i18n::{Text, words_take as t};
use crate::platform::download;
use crate::state::{Action, Told};

use super::super::View;

/// A row of the list.
pub struct Row {
    /// Tells rows apart, also for tests.
    pub id: &'static str,
    /// What it is.
    pub name: Text,
    /// What it is for, one sentence.
    pub purpose: Text,
    /// What must be known besides; empty where there is nothing.
    pub more: String,
    /// The kind of file in capitals, such as `CSV`; empty for what is no file.
    pub mark: &'static str,
    /// What the button does.
    pub button: Text,
    /// Whether there is anything to take.
    pub enabled: bool,
    /// What the button does when it is pressed.
    pub onclick: Callback<MouseEvent>,
}

/// A row on the page. The status is there from the start, so that screen readers hear it change.
pub fn row(view: View, row: Row) -> Html {
    let told = view.state.told.as_ref().filter(|told| told.of == row.id);
    let bad = told.is_some_and(|told| !told.taken);
    let status = told.map(|told| sentence(view, told)).unwrap_or_default();
    saying(view, row, status, bad)
}

/// A row with a status of its own, good or bad.
pub fn saying(view: View, row: Row, status: String, bad: bool) -> Html {
    let Row { id, name, purpose, more, mark, button, enabled, onclick } = row;
    let label = view.locale().colon(view.t(button), view.t(name));
    html! {
        <li key={id} class="take__row">
            <div class="take__what">
                <strong>{ view.t(name) }</strong>
                <span class="take__mark">{ mark }</span>
                <p class="muted">{ view.t(purpose) }</p>
                <p class="muted take__more">{ more }</p>
            </div>
            <button type="button" class="small" data-test={id} aria-label={label} disabled={!enabled} {onclick}>{ view.t(button) }</button>
            <p class={classes!("take__told", bad.then_some("take__told--bad"))} role="status" data-test={format!("{id}-told")}>{ status }</p>
        </li>
    }
}

/// What became of it, in words.
pub fn sentence(view: View, told: &Told) -> String {
    let text = match (told.name.is_empty(), told.taken) {
        (true, true) => t::COPIED,
        (true, false) => t::NOT_COPIED,
        (false, true) => t::OFFERED,
        (false, false) => t::NOT_OFFERED,
    };
    view.f(text, &[("name", &told.name)])
}

/// Offers a text as a file, and tells how that went.
pub fn offer(send: &Callback<Action>, of: &'static str, name: String, kind: &str, text: &str) {
    let taken = download::text_file(&name, kind, text);
    send.emit(Action::Told(Some(Told { of, taken, name })));
}
