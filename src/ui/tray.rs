//! The tray at the foot of the window: undo and redo, the next open question, the keys, what is saved.

use yew::prelude::*;

use crate::i18n::{
    Text, dimension_name, words as w, words_answering as a, words_history as h, words_report as r,
};
use crate::platform::clock;
use crate::state::{Action, Edit, Open, Place, Route, Saved};

use super::answers::short;
use super::parts::link;
use super::{View, effects, keys, nothing};

/// The tray of the assessment in hand; nothing outside of one.
pub fn tray(view: View) -> Html {
    let ready = view.state.texts.worded(&view.state.route, view.locale());
    let (true, Some(open), Route::Assessment(_, place)) = (ready, &view.state.open, &view.state.route) else {
        return html! { <div class="tray tray--none"></div> };
    };
    let answering = matches!(place, Place::Dimension(..) | Place::Question(_) | Place::Express);
    let history = &view.state.history;
    let undo = history.past.last().map(|step| &step.edit);
    let redo = history.future.last().map(|step| &step.edit);
    let turned = view.state.turned.as_ref().map(|turned| {
        let text = if turned.again { a::REDONE } else { a::UNDONE };
        view.f(text, &[("what", &what(view, open, &turned.edit))])
    });
    html! {
        <aside class="tray" aria-label={view.t(a::TRAY)}>
            <div class="tray__row">
                { save_state(view) }
                <p class="unseen" role="status" data-test="turned">{ turned.unwrap_or_default() }</p>
                <div class="tray__ways">
                    <span class="tray__way">{ back(view) }</span>
                    <span class="tray__way">{ if answering { next(view, open) } else { nothing() } }</span>
                    { turn(view, open, undo, (a::UNDO, a::UNDO_OF), || Action::Undo(clock::now())) }
                    { turn(view, open, redo, (a::REDO, a::REDO_OF), || Action::Redo(clock::now())) }
                    <div class="tray__keys">{ if answering { keys::list(view) } else { nothing() } }</div>
                </div>
            </div>
        </aside>
    }
}

/// Undo or redo, with words for what it would do.
fn turn(
    view: View,
    open: &Open,
    edit: Option<&Edit>,
    (short, long): (Text, Text),
    action: impl Fn() -> Action + 'static,
) -> Html {
    let onclick = view.on(move |_: MouseEvent| Some(action()));
    let words = edit.map(|edit| view.f(long, &[("what", &what(view, open, edit))]));
    html! {
        <button type="button" class="small" disabled={edit.is_none()} title={words.clone()} aria-label={words} {onclick}>
            { view.t(short) }
        </button>
    }
}

/// Back to the check of answers that a question was opened from.
fn back(view: View) -> Html {
    match (&view.state.back, &view.state.route) {
        (Some((to, _)), route) if to != route => link(&to.hash(), view.t(a::BACK_TO_CHECK)),
        _ => nothing(),
    }
}

/// The next open question after the one in hand.
fn next(view: View, open: &Open) -> Html {
    let here = match &view.state.route {
        Route::Assessment(_, Place::Question(id) | Place::Dimension(_, Some(id))) => Some(id.as_str()),
        _ => None,
    };
    // On a page with a whole dimension the next one is the first open one from there on.
    let after = match &view.state.route {
        Route::Assessment(_, Place::Dimension(id, None)) => view.state.before_dimension(id),
        _ => here,
    };
    match view.state.next_open(after) {
        Some((dimension, criterion)) if Some(criterion) != here => {
            link(&view.answering(open, dimension, criterion), view.t(w::NEXT_OPEN))
        }
        _ => nothing(),
    }
}

/// A change in words, short enough for a button.
fn what(view: View, open: &Open, edit: &Edit) -> String {
    let id = |text: Text, id: &str| view.f(text, &[("id", short(id))]);
    match edit {
        Edit::Level(criterion, level) => {
            view.f(a::DID_LEVEL, &[("id", short(criterion)), ("level", &level.to_string())])
        }
        Edit::NotApplicable(criterion, _) => id(a::DID_NA, criterion),
        Edit::Clear(criterion) => id(a::DID_CLEAR, criterion),
        Edit::Evidence(criterion, _) => id(a::DID_EVIDENCE, criterion),
        Edit::Flag(criterion, _) => id(a::DID_FLAG, criterion),
        Edit::Note(criterion, _) | Edit::Private(criterion, _) => id(a::DID_NOTE, criterion),
        Edit::Kpi(kpi, _) | Edit::Counts(kpi, ..) | Edit::Survey(kpi, ..) => {
            view.f(a::DID_KPI, &[("name", &view.kpi_name(kpi))])
        }
        Edit::Profile(_) => view.t(a::DID_PROFILE).to_string(),
        Edit::Target(dimension, _) => {
            view.f(a::DID_TARGET, &[("name", dimension_name(dimension, view.locale()))])
        }
        Edit::Adopt(criterion, ..) => id(a::DID_ADOPT, criterion),
        Edit::AdoptAll(_) => view.t(a::DID_WAY).to_string(),
        Edit::Targets(_) => view.t(a::DID_TARGETS).to_string(),
        Edit::Plan(action, _) => match open.assessment.action(action) {
            Some(action) => id(a::DID_PLAN, &action.criterion),
            None => view.t(a::DID_DISCARD).to_string(),
        },
        Edit::Discard(_) => view.t(a::DID_DISCARD).to_string(),
        Edit::Baseline(_) => view.t(h::DID_BASELINE).to_string(),
        Edit::Brand(_) => view.t(r::DID_BRAND).to_string(),
        Edit::Reset => view.t(a::DID_RESET).to_string(),
    }
}

fn save_state(view: View) -> Html {
    let text = match view.state.saved {
        Saved::Yes => w::SAVED,
        Saved::Saving => w::SAVING,
        Saved::Blocked => w::SAVED_BLOCKED,
        Saved::Full => w::SAVED_FULL,
        Saved::Failing => w::SAVED_FAILING,
        Saved::Refused => w::SAVED_REFUSED,
        Saved::Conflict => w::SAVED_CONFLICT,
        Saved::Deleted => w::SAVED_DELETED,
    };
    let Some(open) = view.state.open.clone() else { return nothing() };
    let copy = Callback::from(move |_: MouseEvent| effects::save_copy(&open.assessment, &open.document));
    let bad = !matches!(view.state.saved, Saved::Yes | Saved::Saving);
    html! {
        <div class={classes!("save", bad.then_some("save--bad"))}>
            // Only what needs the user is read out: every answer is saved, and nobody wants to hear that each time.
            <p role={bad.then_some("status")} data-test="saved">{ view.t(text) }</p>
            if bad {
                <button type="button" class="small" onclick={copy}>{ view.t(w::DOWNLOAD_NOW) }</button>
            }
        </div>
    }
}
