//! The toolbar at the foot of the window: undo and redo, the next open question, the keys, what is saved.

use yew::prelude::*;

use crate::platform::clock;
use crate::state::{Action, Edit, Page, Request, Role, Route, Saved, StoreKind, Workspace};
use fuxiao_language::{
    Text, dimension_name, words as w, words_answering as a, words_history as h, words_report as r,
};

use super::answers::short;
use super::widgets::link;
use super::{View, effects, keys, nothing};

/// The toolbar of the open assessment; nothing outside of one.
pub fn toolbar(view: View) -> Html {
    let ready = view.state.texts.worded(&view.state.route, view.locale());
    let (true, Some(workspace), Route::Assessment(_, page)) =
        (ready, &view.state.workspace, &view.state.route)
    else {
        return html! { <div class="toolbar toolbar--none"></div> };
    };
    let answering = matches!(page, Page::Dimension(..) | Page::Question(_) | Page::Express);
    let history = &view.state.history;
    let undo = history.past.last().map(|step| &step.edit);
    let redo = history.future.last().map(|step| &step.edit);
    let undone = view.state.last_undo.as_ref().map(|last| {
        let text = if last.redone { a::REDONE } else { a::UNDONE };
        view.f(text, &[("what", &what(view, workspace, &last.edit))])
    });
    html! {
        <aside class="toolbar" aria-label={view.t(a::TRAY)}>
            <div class="toolbar__row">
                { save_state(view) }
                <p class="unseen" role="status" data-test="last-undo">{ undone.unwrap_or_default() }</p>
                <div class="toolbar__group">
                    <span class="toolbar__item">{ back(view) }</span>
                    <span class="toolbar__item">{ if answering { next(view, workspace) } else { nothing() } }</span>
                    { history_button(view, workspace, undo, (a::UNDO, a::UNDO_OF), || Action::Undo(clock::now())) }
                    { history_button(view, workspace, redo, (a::REDO, a::REDO_OF), || Action::Redo(clock::now())) }
                    <div class="toolbar__keys">{ if answering { keys::list(view) } else { nothing() } }</div>
                </div>
            </div>
        </aside>
    }
}

/// Undo or redo, with words for what it would do.
fn history_button(
    view: View,
    workspace: &Workspace,
    edit: Option<&Edit>,
    (short, long): (Text, Text),
    action: impl Fn() -> Action + 'static,
) -> Html {
    let onclick = view.on(move |_: MouseEvent| Some(action()));
    let words = edit.map(|edit| view.f(long, &[("what", &what(view, workspace, edit))]));
    html! {
        <button type="button" class="small" disabled={edit.is_none()} title={words.clone()} aria-label={words} {onclick}>
            { view.t(short) }
        </button>
    }
}

/// Back to the check of answers that a question was opened from.
fn back(view: View) -> Html {
    match (&view.state.return_to, &view.state.route) {
        (Some((to, _)), route) if to != route => link(&to.hash(), view.t(a::BACK_TO_CHECK)),
        _ => nothing(),
    }
}

/// The next open question after the current one.
fn next(view: View, workspace: &Workspace) -> Html {
    let here = match &view.state.route {
        Route::Assessment(_, Page::Question(id) | Page::Dimension(_, Some(id))) => Some(id.as_str()),
        _ => None,
    };
    // On a page with a whole dimension the next one is the first open one from there on.
    let after = match &view.state.route {
        Route::Assessment(_, Page::Dimension(id, None)) => view.state.before_dimension(id),
        _ => here,
    };
    match view.state.next_open(after) {
        Some((dimension, criterion)) if Some(criterion) != here => {
            link(&view.answering(workspace, dimension, criterion), view.t(w::NEXT_OPEN))
        }
        _ => nothing(),
    }
}

/// A change in words, short enough for a button.
fn what(view: View, workspace: &Workspace, edit: &Edit) -> String {
    let id = |text: Text, id: &str| view.f(text, &[("id", short(id))]);
    match edit {
        Edit::Level(criterion, level) => {
            view.f(a::DID_LEVEL, &[("id", short(criterion)), ("level", &level.to_string())])
        }
        Edit::NotApplicable(criterion, _) => id(a::DID_NA, criterion),
        Edit::Clear(criterion) => id(a::DID_CLEAR, criterion),
        Edit::Confirm(criterion) => id(a::DID_CONFIRM, criterion),
        Edit::Importance(dimension, _) => {
            view.f(a::DID_IMPORTANCE, &[("name", dimension_name(dimension, view.locale()))])
        }
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
        Edit::Plan(action, _) => match workspace.assessment.action(action) {
            Some(action) => id(a::DID_PLAN, &action.criterion),
            None => view.t(a::DID_DISCARD).to_string(),
        },
        Edit::Discard(_) => view.t(a::DID_DISCARD).to_string(),
        Edit::Baseline(_) => view.t(h::DID_BASELINE).to_string(),
        Edit::Brand(_) => view.t(r::DID_BRAND).to_string(),
        Edit::Reset => view.t(a::DID_RESET).to_string(),
    }
}

/// What is saved, or that another tab writes; and what helps.
fn save_state(view: View) -> Html {
    let Some(workspace) = view.state.workspace.clone() else { return nothing() };
    if view.state.role == Role::Follower && view.state.conflict.is_none() {
        return looks_on(view);
    }
    let saved = view.state.saved;
    let simple = view.state.store == StoreKind::Local;
    let (text, more) = match saved {
        Saved::Yes if simple => (w::SAVED_LOCAL, Some(w::SAVED_LOCAL_MORE)),
        Saved::Yes => (w::SAVED, None),
        Saved::Saving => (w::SAVING, None),
        Saved::Blocked => (w::SAVED_BLOCKED, None),
        Saved::Full => (w::SAVED_FULL, Some(w::SAVED_FULL_MORE)),
        Saved::FullNoted => (w::SAVED_FULL_NOTED, Some(w::SAVED_FULL_MORE)),
        Saved::Failing => (w::SAVED_FAILING, None),
        Saved::FailingNoted => (w::SAVED_FAILING_NOTED, None),
        Saved::Refused => (w::SAVED_REFUSED, None),
        Saved::Conflict => (w::SAVED_CONFLICT, None),
        Saved::ConflictInMemory => (w::SAVED_CONFLICT_MEMORY, None),
        Saved::Deleted => (w::SAVED_DELETED, None),
    };
    let copy =
        Callback::from(move |_: MouseEvent| effects::save_copy(&workspace.assessment, &workspace.document));
    let bad = !matches!(saved, Saved::Yes | Saved::Saving);
    let more = more.map(|more| {
        html! { <details class="save__more"><summary>{ view.t(w::SAVED_MORE) }</summary><p>{ view.t(more) }</p></details> }
    });
    html! {
        <div class={classes!("save", bad.then_some("save--bad"))}>
            // Only what needs the user is read out: every answer is saved, and nobody wants to hear that each time.
            <p role={bad.then_some("status")} data-test="saved">{ view.t(text) }</p>
            <span class="toolbar__item">{ more.unwrap_or_default() }</span>
            if bad {
                <button type="button" class="small" onclick={copy}>{ view.t(w::DOWNLOAD_NOW) }</button>
            }
        </div>
    }
}

/// Another tab writes: said where the user is, and again when something is tried here.
fn looks_on(view: View) -> Html {
    let text = if view.state.refused { w::FOLLOWER_REFUSED } else { w::FOLLOWER_SHORT };
    let take_over = view.ask(|_: MouseEvent| Request::TakeOver);
    html! {
        <div class={classes!("save", "save--bad", view.state.refused.then_some("save--refused"))}>
            <p role="status" data-test="saved">{ view.t(text) }</p>
            <button type="button" class="small" data-test="take-over-here" onclick={take_over}>{ view.t(w::TAKE_OVER) }</button>
        </div>
    }
}
