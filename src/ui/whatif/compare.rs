//! Now and in the what-if, side by side; stays in sight while levels are tried.

use yew::prelude::*;

use crate::platform::page;
use crate::state::Action;
use fuxiao_core::Scorecard;
use fuxiao_core::dimension::index;
use fuxiao_language::{
    dimension_name, fixed, level_of, words as w, words_pages as p, words_plan, words_whatif as t,
};

use super::super::reasons;
use super::{WhatIfView, from_to};

/// The element that says whether a what-if is going on.
const WORD: &str = "whatif-state";

/// The comparison.
pub fn compare(whatif: &WhatIfView) -> Html {
    let view = whatif.view;
    let count = whatif.changes.len().to_string();
    let word = match whatif.changes.is_empty() {
        true => view.t(t::NOTHING).to_string(),
        false => view.f(t::GOING, &[("count", &count)]),
    };
    let discard = Callback::from({
        let send = view.send.clone();
        move |_: MouseEvent| {
            send.emit(Action::DiscardWhatIf);
            // The button is out of use from now on.
            page::focus_in_place(WORD);
        }
    });
    let [now, then] = [&whatif.workspace.card, &whatif.card].map(|card| figures(whatif, card));
    let names = [
        (view.t(w::COL_LEVEL), "whatif-level"),
        (view.t(p::COL_SCORE), "whatif-score"),
        (view.t(t::INDEX), "whatif-index"),
        (view.t(words_plan::RECOMMENDED), "whatif-recommendations"),
        (view.t(t::GATE), "whatif-gate"),
    ];
    let cells = names.into_iter().zip(now.into_iter().zip(then));
    html! {
        <section class="whatif-summary" aria-label={view.t(t::COMPARE)}>
            <div class="whatif-summary__head">
                <p id={WORD} tabindex="-1" data-test="whatif">{ word }</p>
                <button type="button" class="small" data-test="discard" disabled={whatif.changes.is_empty()} onclick={discard}>
                    { view.t(t::DISCARD) }
                </button>
            </div>
            <dl class="whatif-summary__numbers">{ for cells.map(|((name, test), (now, then))| cell(name, test, now, then)) }</dl>
            <p class="whatif-summary__dimensions" data-test="whatif-dimensions">{ dimensions(whatif) }</p>
            <p class="unseen" role="status" data-test="said">{ said(whatif) }</p>
        </section>
    }
}

/// Level, score, index, number of recommendations, legal gate.
fn figures(whatif: &WhatIfView, card: &Scorecard) -> [String; 5] {
    let (view, whole) = (whatif.view, &card.overall);
    let share = whole.score.map(|score| index(score, view.state.model.levels));
    let bound =
        view.state.model.legal_gate.is_some() && view.state.model.binds(&whatif.workspace.assessment.firm);
    let gate = match whole.legal.any() {
        true => t::GATE_TRIPPED,
        false if bound => t::GATE_CLEAR,
        false => w::NOT_APPLICABLE,
    };
    [
        level_of(whole.level.ok()),
        reasons::score(whole.score, 2),
        share.map_or("–".to_string(), |share| fixed(share, 0)),
        card.recommendations.len().to_string(),
        view.t(gate).to_string(),
    ]
}

fn cell(name: &str, test: &'static str, now: String, then: String) -> Html {
    let moves = (now != then).then_some("whatif-summary__cell--moves");
    html! {
        <div class={classes!("whatif-summary__cell", moves)}>
            <dt>{ name }</dt>
            <dd data-test={test} data-now={now.clone()} data-then={then.clone()}>{ now }{ " → " }<strong>{ then }</strong></dd>
        </div>
    }
}

/// The dimensions whose level changes, each with its levels.
fn dimensions(whatif: &WhatIfView) -> String {
    let view = whatif.view;
    let of = view
        .state
        .model
        .dimensions
        .iter()
        .zip(whatif.workspace.card.dimensions.iter().zip(&whatif.card.dimensions));
    let changed = of.filter(|(_, (now, then))| now.level != then.level).map(|(dimension, (now, then))| {
        let levels = from_to(&level_of(now.level), &level_of(then.level));
        format!("{} {levels}", dimension_name(&dimension.id, view.locale()))
    });
    let changed: Vec<String> = changed.collect();
    let changed = match changed.is_empty() {
        true => view.t(t::DIMENSIONS_SAME).to_string(),
        false => view.locale().list(&changed),
    };
    view.locale().colon(view.t(t::DIMENSIONS), &changed)
}

/// The comparison as a sentence, for those who hear it; nothing else is said aloud.
fn said(whatif: &WhatIfView) -> String {
    let view = whatif.view;
    if whatif.changes.is_empty() {
        return view.t(t::NOTHING).to_string();
    }
    let withheld = |card: &Scorecard| match card.overall.level {
        Ok(level) => level.to_string(),
        Err(_) => view.t(p::LEVEL_WITHHELD).to_string(),
    };
    let (level_now, level) = (withheld(&whatif.workspace.card), withheld(&whatif.card));
    let [now, then] = [&whatif.workspace.card, &whatif.card].map(|card| figures(whatif, card));
    let [_, score_now, index_now, count_now, _] = &now;
    let [_, score, index, count, gate] = &then;
    let gate = view.f(t::GATE_SAID, &[("gate", gate)]);
    view.f(
        t::SAID,
        &[
            ("level_now", &level_now),
            ("level", &level),
            ("score_now", score_now),
            ("score", score),
            ("index_now", index_now),
            ("index", index),
            ("count_now", count_now),
            ("count", count),
            ("gate", &gate),
        ],
    )
}
