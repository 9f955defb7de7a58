//! One thing that can be exported, as a row: what it is and for what, a button, and what became of it.

use yew::prelude::*;

use crate::platform::download;
use crate::state::{Action, ExportOutcome};
use fuxiao_language::{Text, words_export as t};

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
    let outcome = view.state.export_outcome.as_ref().filter(|outcome| outcome.of == row.id);
    let bad = outcome.is_some_and(|outcome| !outcome.accepted);
    let status = outcome.map(|outcome| sentence(view, outcome)).unwrap_or_default();
    saying(view, row, status, bad)
}

/// A row with a status of its own, good or bad.
pub fn saying(view: View, row: Row, status: String, bad: bool) -> Html {
    let Row { id, name, purpose, more, mark, button, enabled, onclick } = row;
    let label = view.locale().colon(view.t(button), view.t(name));
    html! {
        <li key={id} class="export__row">
            <div class="export__what">
                <strong>{ view.t(name) }</strong>
                <span class="export__mark">{ mark }</span>
                <p class="muted">{ view.t(purpose) }</p>
                <p class="muted export__more">{ more }</p>
            </div>
            <button type="button" class="small" data-test={id} aria-label={label} disabled={!enabled} {onclick}>{ view.t(button) }</button>
            <p class={classes!("export__outcome", bad.then_some("export__outcome--bad"))} role="status" data-test={format!("{id}-outcome")}>{ status }</p>
        </li>
    }
}

/// What became of it, in words.
pub fn sentence(view: View, outcome: &ExportOutcome) -> String {
    let text = match (outcome.name.is_empty(), outcome.accepted) {
        (true, true) => t::COPIED,
        (true, false) => t::NOT_COPIED,
        (false, true) => t::OFFERED,
        (false, false) => t::NOT_OFFERED,
    };
    view.f(text, &[("name", &outcome.name)])
}

/// Offers a text as a file, and tells how that went.
pub fn offer(send: &Callback<Action>, of: &'static str, name: String, kind: &str, text: &str) {
    let accepted = download::text_file(&name, kind, text);
    send.emit(Action::ExportEnded(Some(ExportOutcome { of, accepted, name })));
}
