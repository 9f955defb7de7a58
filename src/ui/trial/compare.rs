//! Now and in the trial, side by side; stays in sight while levels are tried.

use yew::prelude::*;

use crate::domain::Scorecard;
use crate::domain::dimension::index;
use crate::i18n::{
    dimension_name, fixed, level_of, words as w, words_pages as p, words_plan, words_whatif as t,
};
use crate::platform::page;
use crate::state::Action;

use super::super::reasons;
use super::{Trial, turns};

/// The element that says whether a trial is going on.
const WORD: &str = "trial";

/// The comparison.
pub fn compare(trial: &Trial) -> Html {
    let view = trial.view;
    let count = trial.moves.len().to_string();
    let word = match trial.moves.is_empty() {
        true => view.t(t::NOTHING).to_string(),
        false => view.f(t::GOING, &[("count", &count)]),
    };
    let discard = Callback::from({
        let send = view.send.clone();
        move |_: MouseEvent| {
            send.emit(Action::Forget);
            // The button is out of use from now on.
            page::rest_on(WORD);
        }
    });
    let [now, then] = [&trial.open.card, &trial.card].map(|card| figures(trial, card));
    let names = [
        (view.t(w::COL_LEVEL), "trial-level"),
        (view.t(p::COL_SCORE), "trial-score"),
        (view.t(t::INDEX), "trial-index"),
        (view.t(words_plan::RECOMMENDED), "trial-recommendations"),
        (view.t(t::GATE), "trial-gate"),
    ];
    let cells = names.into_iter().zip(now.into_iter().zip(then));
    html! {
        <section class="trial" aria-label={view.t(t::COMPARE)}>
            <div class="trial__head">
                <p id={WORD} tabindex="-1" data-test="trial">{ word }</p>
                <button type="button" class="small" data-test="discard" disabled={trial.moves.is_empty()} onclick={discard}>
                    { view.t(t::DISCARD) }
                </button>
            </div>
            <dl class="trial__numbers">{ for cells.map(|((name, test), (now, then))| cell(name, test, now, then)) }</dl>
            <p class="trial__dimensions" data-test="trial-dimensions">{ dimensions(trial) }</p>
            <p class="unseen" role="status" data-test="said">{ said(trial) }</p>
        </section>
    }
}

/// Level, score, index, number of recommendations, legal gate.
fn figures(trial: &Trial, card: &Scorecard) -> [String; 5] {
    let (view, whole) = (trial.view, &card.overall);
    let share = whole.score.map(|score| index(score, view.state.model.levels));
    let bound = view.state.model.legal_gate.is_some() && view.state.model.binds(&trial.open.assessment.firm);
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
    let moves = (now != then).then_some("trial__cell--moves");
    html! {
        <div class={classes!("trial__cell", moves)}>
            <dt>{ name }</dt>
            <dd data-test={test} data-now={now.clone()} data-then={then.clone()}>{ now }{ " → " }<strong>{ then }</strong></dd>
        </div>
    }
}

/// The dimensions whose level changes, each with its levels.
fn dimensions(trial: &Trial) -> String {
    let view = trial.view;
    let of =
        view.state.model.dimensions.iter().zip(trial.open.card.dimensions.iter().zip(&trial.card.dimensions));
    let changed = of.filter(|(_, (now, then))| now.level != then.level).map(|(dimension, (now, then))| {
        let levels = turns(&level_of(now.level), &level_of(then.level));
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
fn said(trial: &Trial) -> String {
    let view = trial.view;
    if trial.moves.is_empty() {
        return view.t(t::NOTHING).to_string();
    }
    let withheld = |card: &Scorecard| match card.overall.level {
        Ok(level) => level.to_string(),
        Err(_) => view.t(p::LEVEL_WITHHELD).to_string(),
    };
    let (level_now, level) = (withheld(&trial.open.card), withheld(&trial.card));
    let [now, then] = [&trial.open.card, &trial.card].map(|card| figures(trial, card));
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
