//! What is put in front of the owner: the report, and all that can be exported.

use yew::prelude::*;

use crate::platform::{field, page};
use crate::state::{Action, ReportChoice, Workspace};
use fuxiao_language::{words as w, words_print as o, words_report as t};

use super::super::report::{brand, sheet};
use super::super::widgets::tick;
use super::super::{View, export, nothing};

/// The page: what can be chosen, what can be taken away, and below them the paper.
pub fn report(view: View, workspace: &Workspace) -> Html {
    let ready = export::ready(view);
    let print = Callback::from(|_: MouseEvent| page::print());
    html! {
        <div class="report">
            <div class="report__choice">
                <h1 tabindex="-1">{ view.t(t::TITLE) }</h1>
                <p>{ view.t(t::LEAD) }</p>
                { choices(view) }
                { brand::fields(view, workspace) }
                <p class="button-row">
                    <button type="button" class="button button--main" disabled={!ready} data-test="print" onclick={print}>{ view.t(o::PRINT) }</button>
                </p>
            </div>
            { export::panel(view, workspace) }
            if ready {
                { sheet(view, workspace) }
            } else {
                <p class="muted">{ view.t(w::LOADING) }</p>
            }
        </div>
    }
}

/// What is printed besides the main part.
fn choices(view: View) -> Html {
    let choice = view.state.report;
    let answers = view.on(|event: Event| {
        // Without the answers there is no place for private notes; asking for the answers again does not bring them back.
        Some(Action::Report(ReportChoice { answers: field::ticked(&event), private: false }))
    });
    let private = view.on(move |event: Event| {
        Some(Action::Report(ReportChoice { private: field::ticked(&event), ..choice }))
    });
    html! {
        <div class="report__choices">
            { tick("report-answers", view.t(t::ANSWERS), choice.answers, answers) }
            <p class="field__hint">{ view.t(t::ANSWERS_FOR) }</p>
            <div class="report__private">
                if choice.answers {
                    <>
                        { tick("report-private", view.t(t::PRIVATE), choice.private, private) }
                        <p class="field__hint">{ view.t(t::PRIVATE_FOR) }</p>
                    </>
                } else {
                    { nothing() }
                }
            </div>
        </div>
    }
}
