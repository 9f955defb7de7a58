//! Where we stand and why: the whole, the aspects, the dimensions, the weakest spots.

use yew::prelude::*;

use crate::domain::CriterionRef;
use crate::domain::way::Goal;
use crate::i18n::{words_history, words_pages as p, words_whatif};
use crate::state::{Open, Place};

use super::super::parts::{badge, link, way};
use super::super::reasons::{self, name_at};
use super::super::{View, effects, explain, figures, held, nothing, scatter, ways, why};

/// The results of an assessment.
pub fn results(view: View, open: &Open) -> Html {
    let (first, more) = reasons::headline(&view.case(open));
    let save = Callback::from({
        let open = open.clone();
        move |_: MouseEvent| effects::save_copy(&open.assessment, &open.document)
    });
    html! {
        <div class="results">
            <h1 tabindex="-1">{ view.t(p::RESULTS_TITLE) }</h1>
            <p class="headline" data-test="headline">{ first }</p>
            { for more.into_iter().map(|sentence| html! { <p class="lead">{ sentence }</p> }) }
            { held::show(view, open) }
            { legal(view, open) }
            { numbers(view, open) }
            { hints(view, open) }
            <div class="pair">
                <div class="stack">
                    { figures::aspects(view, open) }
                    { why::show(view, open, why::whole(&view.case(open))) }
                </div>
                { figures::gaps(view, open) }
            </div>
            <div class="pair">
                <div class="stack">
                    { ways::ways(view, open, open.card.overall.level.ok(), Goal::Overall) }
                    { explain::tree(view, open) }
                </div>
                { figures::heat(view, open) }
            </div>
            <div class="pair">
                { figures::dimensions(view, open) }
                <div class="stack">
                    { figures::dimension_radar(view, open) }
                    { weakest(view, open) }
                    { why::movers(view, open) }
                </div>
            </div>
            <div class="pair">
                { scatter::matrix(view, open) }
                { scatter::importance(view, open) }
            </div>
            { figures::kpis(view, open) }
            <p class="ways">
                { way(&view.inside(open, Place::Plan), view.t(p::TO_PLAN), true) }
                { way(&view.inside(open, Place::WhatIf), view.t(words_whatif::LINK), false) }
                <button type="button" class="button" data-test="download" onclick={save}>{ view.t(p::DOWNLOAD_ASSESSMENT) }</button>
                { link(&view.inside(open, Place::History), view.t(words_history::TO_HISTORY)) }
            </p>
        </div>
    }
}

fn legal(view: View, open: &Open) -> Html {
    let Some(body) = reasons::legal_body(&view.case(open)) else { return nothing() };
    html! {
        <section class="notice notice--legal" data-test="legal">
            <h2>{ view.t(p::LEGAL_TITLE) }</h2>
            <p>{ body }</p>
            <p class="muted">{ view.t(p::LEGAL_BASIS) }</p>
        </section>
    }
}

fn numbers(view: View, open: &Open) -> Html {
    let [score, others @ ..] = reasons::numbers(&view.case(open));
    let value = open.card.overall.score.map(|score| serde_json::Value::from(score).to_string());
    html! {
        <dl class="numbers">
            <div>
                <dt>{ view.t(score.name) }</dt>
                <dd data-test="score" data-value={value}>{ score.value }</dd>
                <dd class="muted">{ score.more }</dd>
            </div>
            { for others.into_iter().map(|one| html! { <div><dt>{ view.t(one.name) }</dt><dd>{ one.value }</dd></div> }) }
        </dl>
    }
}

fn hints(view: View, open: &Open) -> Html {
    if open.card.hints.is_empty() {
        return nothing();
    }
    html! {
        <section class="notice">
            <h2>{ view.t(p::HINTS_TITLE) }</h2>
            <ul>{ for open.card.hints.iter().map(|hint| html! { <li>{ view.t(reasons::hint(*hint)) }</li> }) }</ul>
        </section>
    }
}

fn weakest(view: View, open: &Open) -> Html {
    let model = &view.state.model;
    let found = reasons::weakest(&view.case(open));
    let item = |(level, at): &(u8, CriterionRef)| {
        let id = model.dimensions.get(at.dimension).map(|dimension| dimension.id.clone()).unwrap_or_default();
        let criterion = model.criterion(*at).map(|criterion| criterion.id.clone()).unwrap_or_default();
        html! {
            <li key={format!("{at:?}")}>
                { badge(Some(*level)) }
                <a href={view.answering(open, &id, &criterion)}>{ name_at(&view.narrator(), *at) }</a>
            </li>
        }
    };
    html! {
        <section>
            <h2>{ view.t(p::WEAKEST_TITLE) }</h2>
            if found.is_empty() {
                <p>{ view.t(p::WEAKEST_NONE) }</p>
            } else {
                <ol class="weakest">{ for found.iter().map(item) }</ol>
            }
        </section>
    }
}
