//! Where we stand and why: the whole, the aspects, the dimensions, the weakest spots.

use yew::prelude::*;

use crate::domain::CriterionRef;
use crate::domain::dimension::index;
use crate::domain::order::sorted;
use crate::domain::way::Goal;
use crate::i18n::{fixed, percent, words_pages as p, words_whatif};
use crate::state::{Open, Place};

use super::super::parts::{badge, way};
use super::super::reasons::{self, name_at};
use super::super::{View, effects, figures, nothing, ways, why};

/// How many of the weakest spots are listed.
const WEAKEST: usize = 8;

/// The results of an assessment.
pub fn results(view: View, open: &Open) -> Html {
    let (first, more) = reasons::headline(view, open);
    let save = Callback::from({
        let open = open.clone();
        move |_: MouseEvent| effects::save_copy(&open.assessment, &open.document)
    });
    html! {
        <div class="results">
            <h1 tabindex="-1">{ view.t(p::RESULTS_TITLE) }</h1>
            <p class="headline" data-test="headline">{ first }</p>
            { for more.into_iter().map(|sentence| html! { <p class="lead">{ sentence }</p> }) }
            { legal(view, open) }
            { numbers(view, open) }
            { hints(view, open) }
            { why::show(view, why::whole(view, open)) }
            { ways::ways(view, open, open.card.overall.level.ok(), Goal::Overall) }
            { figures::aspects(view, open) }
            { figures::dimensions(view, open) }
            { weakest(view, open) }
            { why::movers(view, open) }
            <p class="ways">
                { way(&view.inside(open, Place::Plan), view.t(p::TO_PLAN), true) }
                { way(&view.inside(open, Place::WhatIf), view.t(words_whatif::LINK), false) }
                <button type="button" class="button" data-test="download" onclick={save}>{ view.t(p::DOWNLOAD_ASSESSMENT) }</button>
            </p>
        </div>
    }
}

fn legal(view: View, open: &Open) -> Html {
    let reasons = reasons::legal(view, open);
    let Some(gate) = view.state.model.legal_gate.as_ref().filter(|_| !reasons.is_empty()) else {
        return nothing();
    };
    let values = [("reasons", view.locale().list(&reasons)), ("cap", gate.cap.to_string())];
    let [(reasons_key, reasons), (cap_key, cap)] = &values;
    html! {
        <section class="notice notice--legal" data-test="legal">
            <h2>{ view.t(p::LEGAL_TITLE) }</h2>
            <p>{ view.f(p::LEGAL_BODY, &[(reasons_key, reasons), (cap_key, cap)]) }</p>
            <p class="muted">{ view.t(p::LEGAL_BASIS) }</p>
        </section>
    }
}

fn numbers(view: View, open: &Open) -> Html {
    let whole = &open.card.overall;
    let levels = view.state.model.levels;
    let max = levels.to_string();
    let scored = |score: f64| view.f(p::SCORE_OF, &[("score", &fixed(score, 1)), ("max", &max)]);
    let bounds = whole.low.zip(whole.high).filter(|(low, high)| low < high);
    let bounds = bounds
        .map(|(low, high)| view.f(p::SCORE_BOUNDS, &[("low", &fixed(low, 1)), ("high", &fixed(high, 1))]));
    let share = if whole.applicable == 0 { 0.0 } else { whole.answered as f64 / whole.applicable as f64 };
    let completion = view.f(
        p::COMPLETION_OF,
        &[
            ("share", &percent(share)),
            ("answered", &whole.answered.to_string()),
            ("applicable", &whole.applicable.to_string()),
        ],
    );
    let indexed = whole.score.map(|score| view.f(p::INDEX_OF, &[("index", &fixed(index(score, levels), 0))]));
    let dash = || "–".to_string();
    html! {
        <dl class="numbers">
            <div>
                <dt>{ view.t(p::SCORE) }</dt>
                <dd data-test="score" data-value={whole.score.map(|score| serde_json::Value::from(score).to_string())}>{ whole.score.map_or_else(dash, scored) }</dd>
                <dd class="muted">{ bounds.unwrap_or_default() }</dd>
            </div>
            <div>
                <dt>{ view.t(p::INDEX) }</dt>
                <dd>{ indexed.unwrap_or_else(dash) }</dd>
            </div>
            <div>
                <dt>{ view.t(p::COMPLETION) }</dt>
                <dd>{ completion }</dd>
            </div>
            <div>
                <dt>{ view.t(p::CONFIDENCE) }</dt>
                <dd>{ view.t(reasons::confidence(open.card.confidence)) }</dd>
            </div>
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

/// The answered criteria with the lowest effective levels, lowest first, in model order.
fn weakest(view: View, open: &Open) -> Html {
    let model = &view.state.model;
    let found: Vec<(u8, CriterionRef)> = model
        .criteria()
        .filter_map(|(at, _)| Some((open.card.standing(at)?.rating()?.effective, at)))
        .filter(|(level, at)| open.card.dimensions.get(at.dimension).is_some_and(|d| *level < d.target))
        .collect();
    let found = sorted(found, |a, b| a.cmp(b));
    let item = |(level, at): &(u8, CriterionRef)| {
        let id = model.dimensions.get(at.dimension).map(|dimension| dimension.id.clone()).unwrap_or_default();
        let criterion = model.criterion(*at).map(|criterion| criterion.id.clone()).unwrap_or_default();
        html! {
            <li key={format!("{at:?}")}>
                { badge(Some(*level)) }
                <a href={view.answering(open, &id, &criterion)}>{ name_at(view, *at) }</a>
            </li>
        }
    };
    html! {
        <section>
            <h2>{ view.t(p::WEAKEST_TITLE) }</h2>
            if found.is_empty() {
                <p>{ view.t(p::WEAKEST_NONE) }</p>
            } else {
                <ol class="weakest">{ for found.iter().take(WEAKEST).map(item) }</ol>
            }
        </section>
    }
}
