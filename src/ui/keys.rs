//! Keys that answer a question, for as long as the focus is inside it. Never takes a key from a text field.

use yew::prelude::*;

use crate::platform::{clock, field, page};
use crate::state::{Action, Edit, Page, Route, Workspace};
use fuxiao_core::Criterion;
use fuxiao_language::words_answering as a;

use super::View;
use super::answers::{anchor, evidence_id, na_id, proof_id, radio_id};

/// Where the next or the previous question is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NavTarget {
    /// On this page, by its criterion.
    Here(String),
    /// On another page, by its hash.
    There(String),
    /// Nowhere: this was the last one, or the first.
    End,
}

impl NavTarget {
    /// Goes there.
    pub fn go(&self) {
        match self {
            Self::Here(id) => page::focus(&anchor(id)),
            Self::There(hash) => page::go(hash),
            Self::End => {}
        }
    }
}

/// The question before or after one, as the page shows them; what is not asked of the firm is passed over.
pub fn neighbour(view: View, workspace: &Workspace, criterion: &Criterion, on: bool) -> NavTarget {
    let model = &view.state.model;
    let Route::Assessment(_, page) = &view.state.route else { return NavTarget::End };
    let express = *page == Page::Express;
    let asked = |other: &Criterion| other.id == criterion.id || other.asked_of(&workspace.assessment.firm);
    let shown = model.criteria().filter(|(_, other)| (!express || other.key) && asked(other));
    let shown: Vec<_> = shown.collect();
    let Some(here) = shown.iter().position(|(_, other)| other.id == criterion.id) else {
        return NavTarget::End;
    };
    let step = if on { here.checked_add(1) } else { here.checked_sub(1) };
    let other = step.and_then(|at| shown.get(at));
    let (Some((at, _)), Some((to, other))) = (shown.get(here), other) else {
        return match on {
            true => NavTarget::There(
                view.inside(workspace, if express { Page::Results } else { Page::Check(None) }),
            ),
            false => NavTarget::End,
        };
    };
    match (page, model.dimensions.get(to.dimension)) {
        (Page::Question(_), _) => NavTarget::There(view.inside(workspace, Page::Question(other.id.clone()))),
        (Page::Dimension(..), Some(dimension)) if to.dimension != at.dimension => {
            let page = Page::Dimension(dimension.id.clone(), Some(other.id.clone()));
            NavTarget::There(view.inside(workspace, page))
        }
        _ => NavTarget::Here(other.id.clone()),
    }
}

/// What the keys do inside a question; `next` is where it goes on.
pub fn keys(
    view: View,
    workspace: &Workspace,
    criterion: &Criterion,
    next: &NavTarget,
) -> Callback<KeyboardEvent> {
    let settings = &view.state.settings;
    let (on, advance, shown) = (settings.keys, settings.advance, view.state.keys_shown);
    let (next, previous) = (next.clone(), neighbour(view, workspace, criterion, false));
    let (id, levels) = (criterion.id.clone(), view.state.model.levels);
    let send = view.send.clone();
    Callback::from(move |event: KeyboardEvent| {
        let modifier = event.ctrl_key() || event.alt_key() || event.meta_key();
        if !on || modifier || field::typing(&event) {
            return;
        }
        let key = event.key();
        match key.as_str() {
            "n" | "N" => page::unfold(&na_id(&id)),
            "e" | "E" => {
                page::unfold(&proof_id(&id));
                page::focus_in_place(&evidence_id(&id));
            }
            "?" | "\u{ff1f}" => send.emit(Action::Keys(!shown)),
            "PageDown" => next.go(),
            "PageUp" => previous.go(),
            "Enter" if field::idle(&event) => next.go(),
            digit => {
                let level = digit.parse::<u8>().unwrap_or_default();
                if !(1..=levels).contains(&level) {
                    return;
                }
                send.emit(Action::Edit(Edit::Level(id.clone(), level), clock::now()));
                match advance {
                    true => next.go(),
                    false => page::focus_in_place(&radio_id(&id, level)),
                }
            }
        }
        event.prevent_default();
    })
}

/// Undo and redo by their usual keys, outside text fields, which undo their own typing.
pub fn undo_keys(view: View) -> Callback<KeyboardEvent> {
    view.on(|event: KeyboardEvent| {
        let modifier = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        if !modifier || field::typing(&event) {
            return None;
        }
        let action = match event.key().as_str() {
            "z" => Action::Undo(clock::now()),
            "y" | "Z" => Action::Redo(clock::now()),
            _ => return None,
        };
        event.prevent_default();
        Some(action)
    })
}

/// The list of keys.
pub fn list(view: View) -> Html {
    let rows = [
        ("↑ ↓", a::KEY_ARROWS),
        ("N", a::KEY_N),
        ("E", a::KEY_E),
        ("Enter, Page Down", a::KEY_ON),
        ("Page Up", a::KEY_BACK),
        ("Ctrl+Z, Ctrl+Y", a::KEY_UNDO),
        ("?", a::KEY_HELP),
    ];
    // A tenth level has no key of its own.
    let digits: Vec<String> = (1..=view.state.model.levels.min(9)).map(|level| level.to_string()).collect();
    let row = |(keys, does): (&str, fuxiao_language::Text)| {
        html! { <div><dt><kbd>{ keys.to_string() }</kbd></dt><dd>{ view.t(does) }</dd></div> }
    };
    let shown = view.state.keys_shown;
    let onclick = view.on(move |_: MouseEvent| Some(Action::Keys(!shown)));
    html! {
        <div class="keys">
            <button type="button" class="small" aria-expanded={shown.to_string()} {onclick}>{ view.t(a::KEYS) }</button>
            if shown {
                <div class="keys__list" role="region" aria-label={view.t(a::KEYS)}>
                    <dl>{ row((&digits.join(" "), a::KEY_DIGITS)) }
                        { for rows.map(row) }</dl>
                    <p class="question__hint">{ view.t(a::KEYS_HINT) }</p>
                </div>
            }
        </div>
    }
}
