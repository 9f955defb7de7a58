//! The row that offers the assessment as a workbook. What stands on its sheets is the narrative's, and a program of its
//! own writes the file.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::{words as w, words_book as b};
use crate::platform::net;
use crate::platform::workbook::{self, Refused};
use crate::state::{Action, Open, Told};

use fuxiao_narrative::book::book;
use fuxiao_narrative::file_name;

use super::View;
use super::take::{Row, ready, saying, sentence};

/// The row of the workbook.
const ROW: &str = "take-book";
/// What is told while it is being made, and why it could not be.
const MAKING: &str = "take-book-making";
const ABSENT: &str = "take-book-absent";
const FAILED: &str = "take-book-failed";

/// Media type.
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
        let json = book(&view.case(&open)).json();
        let name = file_name(&view.case(&open), view.t(b::FILE), "xlsx");
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
