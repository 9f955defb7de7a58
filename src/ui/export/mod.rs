//! Everything that can be exported: files in every form, each made from what the pages show.
//!
//! A file is a pure function of view and assessment; only the row that offers it touches the browser.

mod row;

use std::rc::Rc;

use yew::prelude::*;

use crate::platform::{clipboard, net};
use crate::state::{Action, AppState, ExportOutcome, Workspace};
use fuxiao_language::{Text, words as w, words_export as t, words_plan as n};

use fuxiao_narrative::export::{
    ANSWERS, CALENDAR, DIMENSIONS, EXPORTS, Export, KEEP, PLAN, PLAN_FILE, REPORT, SHARE,
};
use fuxiao_narrative::file_name;
use fuxiao_narrative::plan::undated;
use fuxiao_narrative::report::report;

use super::{View, workbook};

pub use row::{Row, offer, row};
pub(super) use row::{saying, sentence};

/// The row of the copy on the clipboard.
const COPY: &str = "export-copy";

/// The choice of files.
pub fn panel(view: View, workspace: &Workspace) -> Html {
    let ready = ready(view);
    // One copy for all buttons: a file is made when it is asked for, of what the page shows then.
    let state = Rc::new(view.state.clone());
    let file = |export: Export| {
        let nothing = export.of_plan && workspace.assessment.actions.is_empty();
        let undated = undated(&view.case(workspace));
        let all_undated = export.id == CALENDAR.id && undated == workspace.assessment.actions.len();
        let more = match () {
            () if nothing => view.t(n::ADOPTED_NONE).to_string(),
            () if export.id == CALENDAR.id && undated > 0 => {
                view.f(t::UNDATED, &[("count", &undated.to_string())])
            }
            () => String::new(),
        };
        let (id, name, purpose, mark) = (export.id, export.name, export.purpose, mark(&export));
        let enabled = ready && !nothing && !all_undated;
        let onclick = saves(view, &state, export);
        row(view, Row { id, name, purpose, more, mark, button: w::DOWNLOAD, enabled, onclick })
    };
    let group = |title: Text, rows: Vec<Html>| {
        html! {
            <section class="export__group">
                <h3>{ view.t(title) }</h3>
                <ul class="export__rows">{ for rows }</ul>
            </section>
        }
    };
    html! {
        <section class="export">
            <h2>{ view.t(t::TITLE) }</h2>
            <p>{ view.t(t::LEAD) }</p>
            <p class="muted export__wait">{ if ready { "" } else { view.t(w::LOADING) } }</p>
            { group(t::TO_READ, vec![file(REPORT), copy(view, &state, ready)]) }
            { shown(view, workspace, ready) }
            { group(t::TABLES, vec![workbook::row(view, workspace), file(ANSWERS), file(DIMENSIONS), file(PLAN)]) }
            { group(t::ELSEWHERE, vec![file(CALENDAR), file(PLAN_FILE)]) }
            { group(t::WHOLE, vec![file(SHARE), file(KEEP)]) }
        </section>
    }
}

/// Whether every text that a file may need has come.
pub fn ready(view: View) -> bool {
    let texts = &view.state.texts;
    let came = |id: &str| texts.dimension(view.locale(), id).is_some();
    texts.common(view.locale()).is_some()
        && view.state.model.dimensions.iter().all(|dimension| came(&dimension.id))
}

/// The kind of file in capitals.
fn mark(export: &Export) -> &'static str {
    match export.extension {
        "md" => "MD",
        "csv" => "CSV",
        "ics" => "ICS",
        _ => "JSON",
    }
}

/// Makes a file and offers it.
fn saves(view: View, state: &Rc<AppState>, export: Export) -> Callback<MouseEvent> {
    let (state, send) = (state.clone(), view.send.clone());
    Callback::from(move |_: MouseEvent| {
        let view = View { state: &state, send: &send };
        let Some(workspace) = &state.workspace else { return };
        let name = file_name(&view.case(workspace), view.t(export.kind), export.extension);
        offer(&send, export.id, name, export.media, &(export.make)(&view.case(workspace)));
    })
}

/// The report on the clipboard.
fn copy(view: View, state: &Rc<AppState>, ready: bool) -> Html {
    let (state, send) = (state.clone(), view.send.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (state, send) = (state.clone(), send.clone());
        net::spawn(async move {
            let Some(workspace) = &state.workspace else { return };
            let text = report(&super::case(&state, workspace));
            let accepted = clipboard::copy(&text).await;
            send.emit(Action::ExportEnded(Some(ExportOutcome { of: COPY, accepted, name: String::new() })));
        });
    });
    row(
        view,
        Row {
            id: COPY,
            name: t::COPY_OF,
            purpose: t::COPY_FOR,
            more: String::new(),
            mark: "",
            button: t::COPY,
            enabled: ready,
            onclick,
        },
    )
}

/// The report as a text to select, for where the browser takes neither files nor copies. Open once one was not taken.
fn shown(view: View, workspace: &Workspace, ready: bool) -> Html {
    let file =
        |outcome: &&ExportOutcome| outcome.of == COPY || EXPORTS.iter().any(|export| export.id == outcome.of);
    let failed = view.state.export_outcome.as_ref().filter(file).is_some_and(|outcome| !outcome.accepted);
    let text = if ready { report(&view.case(workspace)) } else { String::new() };
    html! {
        <details class="export__text" open={failed}>
            <summary>{ view.t(t::SHOW) }</summary>
            <p class="field">
                <label for="export-text">{ view.t(t::SHOWN) }</label>
                <textarea id="export-text" rows="12" readonly=true data-test="export-text" value={text} />
            </p>
        </details>
    }
}
