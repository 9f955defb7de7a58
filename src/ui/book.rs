//! The assessment as a workbook: what stands on its sheets, and the row that offers it.
//!
//! The description is a pure function of view and assessment; the file is written by a program of its own.

mod answers;
mod dimensions;
mod plan;
mod summary;

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::{words as w, words_book as b};
use crate::platform::net;
use crate::platform::workbook::{self, Refused};
use crate::state::{Action, Open, Told};
use crate::storage::book::Book;

use super::dress::assessment_name;
use super::take::{Row, file_name, ready, saying, sentence};
use super::{View, take};

/// The row of the workbook.
const ROW: &str = "take-book";
/// What is told while it is being made, and why it could not be.
const MAKING: &str = "take-book-making";
const ABSENT: &str = "take-book-absent";
const FAILED: &str = "take-book-failed";

/// Media type.
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The workbook, described. Private notes are not in it.
pub fn book(view: View, open: &Open) -> Book {
    Book {
        title: view
            .locale()
            .colon(view.t(crate::i18n::words_take::REPORT_TITLE), &assessment_name(view.state, open)),
        firm: open.assessment.firm.name.clone(),
        modified: open.assessment.modified.clone(),
        sheets: vec![
            summary::summary(view, open),
            dimensions::dimensions(view, open),
            answers::answers(view, open),
            answers::figures(view, open),
            plan::recommendations(view, open),
            plan::plan(view, open),
            summary::method(view),
        ],
    }
}

/// The row among the files.
pub fn row(view: View, open: &Open) -> Html {
    let told = view.state.told.as_ref();
    let (status, bad) = match told.map(|told| told.of) {
        Some(ROW) => told.map(|told| (sentence(view, told), !told.taken)).unwrap_or_default(),
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
        onclick: makes(view, open),
    };
    saying(view, row, status, bad)
}

/// Has the workbook written, of what the page shows now, and offers it.
fn makes(view: View, open: &Open) -> Callback<MouseEvent> {
    let (state, open, send) = (Rc::new(view.state.clone()), open.clone(), view.send.clone());
    Callback::from(move |_: MouseEvent| {
        let view = View { state: &state, send: &send };
        // Nothing was handed to the browser yet that it could have refused.
        let told = |of| Action::Told(Some(Told { of, taken: true, name: String::new() }));
        let json = book(view, &open).json();
        let name = file_name(view, &open, view.t(b::FILE), "xlsx");
        let send = send.clone();
        send.emit(told(MAKING));
        net::spawn(async move {
            send.emit(match workbook::ask(&json).await {
                Ok(written) => {
                    let taken = written.offer(&name, KIND);
                    Action::Told(Some(Told { of: ROW, taken, name }))
                }
                Err(Refused::Absent) => told(ABSENT),
                Err(Refused::Failed) => told(FAILED),
            });
        });
    })
}
