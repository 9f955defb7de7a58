//! The row that offers the assessment as a workbook. What stands on its sheets is the narrative's, and a program of its
//! own writes the file.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform::net;
use crate::platform::workbook::{self, WorkbookError};
use crate::state::{Action, ExportOutcome, Workspace};
use fuxiao_language::{words as w, words_workbook as b};

use fuxiao_narrative::file_name;
use fuxiao_narrative::workbook::workbook_spec;

use super::View;
use super::export::{Row, ready, saying, sentence};

/// The row of the workbook.
const ROW: &str = "export-workbook";
/// What is told while it is being made, and why it could not be.
const MAKING: &str = "export-workbook-making";
const ABSENT: &str = "export-workbook-absent";
const FAILED: &str = "export-workbook-failed";

/// Media type.
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The row among the files.
pub fn row(view: View, workspace: &Workspace) -> Html {
    let outcome = view.state.export_outcome.as_ref();
    let (status, bad) = match outcome.map(|outcome| outcome.of) {
        Some(ROW) => outcome.map(|outcome| (sentence(view, outcome), !outcome.accepted)).unwrap_or_default(),
        Some(MAKING) => (view.t(b::MAKING).to_string(), false),
        Some(ABSENT) => (view.t(b::ABSENT).to_string(), true),
        Some(FAILED) => (view.t(b::FAILED).to_string(), true),
        _ => Default::default(),
    };
    let row = Row {
        id: ROW,
        name: b::NAME,
        purpose: b::NAME_FOR,
        more: String::new(),
        mark: "XLSX",
        button: w::DOWNLOAD,
        enabled: ready(view),
        onclick: makes(view, workspace),
    };
    saying(view, row, status, bad)
}

/// Has the workbook written, of what the page shows now, and offers it.
fn makes(view: View, workspace: &Workspace) -> Callback<MouseEvent> {
    let (state, workspace, send) = (Rc::new(view.state.clone()), workspace.clone(), view.send.clone());
    Callback::from(move |_: MouseEvent| {
        let view = View { state: &state, send: &send };
        // Nothing was handed to the browser yet that it could have refused.
        let outcome =
            |of| Action::ExportEnded(Some(ExportOutcome { of, accepted: true, name: String::new() }));
        let json = workbook_spec(&view.case(&workspace)).json();
        let name = file_name(&view.case(&workspace), view.t(b::FILE), "xlsx");
        let send = send.clone();
        send.emit(outcome(MAKING));
        net::spawn(async move {
            send.emit(match workbook::ask(&json).await {
                Ok(written) => {
                    let accepted = written.offer(&name, KIND);
                    Action::ExportEnded(Some(ExportOutcome { of: ROW, accepted, name }))
                }
                Err(WorkbookError::Absent) => outcome(ABSENT),
                Err(WorkbookError::Failed) => outcome(FAILED),
            });
        });
    })
}
