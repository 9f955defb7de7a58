//! What is put in front of the owner: the report, and all that can be taken away.

use yew::prelude::*;

use crate::i18n::{words as w, words_paper as o, words_report as t};
use crate::platform::{field, page};
use crate::state::{Action, Open, ReportChoice};

use super::super::parts::tick;
use super::super::report::{brand, sheet};
use super::super::{View, nothing, take};

/// The page: what can be chosen, what can be taken away, and below them the paper.
pub fn report(view: View, open: &Open) -> Html {
    let ready = take::ready(view);
    let print = Callback::from(|_: MouseEvent| page::print());
    html! {
        <div class="report">
            <div class="report__choice">
                <h1 tabindex="-1">{ view.t(t::TITLE) }</h1>
                <p>{ view.t(t::LEAD) }</p>
                { choices(view) }
                { brand::fields(view, open) }
                <p class="ways">
                    <button type="button" class="button button--main" disabled={!ready} data-test="print" onclick={print}>{ view.t(o::PRINT) }</button>
                </p>
            </div>
            { take::panel(view, open) }
            if ready {
                { sheet(view, open) }
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
