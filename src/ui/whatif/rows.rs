//! Every question with its level and the five that can be tried, dimension by dimension.

use yew::prelude::*;

use crate::platform::page;
use crate::state::Action;
use fuxiao_core::ident::encoded;
use fuxiao_core::whatif::raised;
use fuxiao_core::{Criterion, CriterionRef, CriterionStatus, Dimension};
use fuxiao_language::{dimension_name, level_of, words as w, words_whatif as t};

use super::super::View;
use super::super::answers::{numbered, short};
use super::super::widgets::link;
use super::{WhatIfView, from_to};

/// The radio button of a tried level.
fn radio_id(criterion: &str, level: u8) -> String {
    format!("try-{}-{level}", encoded(criterion))
}

/// The dimensions, folded.
pub fn rows(whatif: &WhatIfView) -> Html {
    let dimensions = whatif.view.state.model.dimensions.iter().enumerate();
    html! {
        <section>
            <h2>{ whatif.view.t(t::ROWS) }</h2>
            <p class="muted">{ whatif.view.t(t::MEANING) }</p>
            <div class="whatif-list">{ for dimensions.map(|(at, dimension)| group(whatif, at, dimension)) }</div>
        </section>
    }
}

fn group(whatif: &WhatIfView, at: usize, dimension: &Dimension) -> Html {
    let view = whatif.view;
    let name = dimension_name(&dimension.id, view.locale());
    let level =
        |card: &fuxiao_core::Scorecard| level_of(card.dimensions.get(at).and_then(|score| score.level));
    let (now, then) = (level(&whatif.workspace.card), level(&whatif.card));
    let count = whatif.changes.iter().filter(|one| one.at.dimension == at).count();
    let count = (count > 0).then(|| view.f(t::COUNT, &[("count", &count.to_string())]));
    let raise = {
        let levels = raised(&view.state.model, &whatif.card, &view.state.whatif.levels, at);
        view.on(move |_: MouseEvent| Some(Action::TryLevels(levels.clone())))
    };
    let criteria = dimension.criteria.iter().enumerate();
    html! {
        <details key={dimension.id.clone()} class="whatif-list__group" data-test={format!("whatif-list-{}", dimension.id)}>
            <summary>
                <span class="whatif-list__line">
                    <span>{ numbered(&dimension.id, name) }</span>
                    <span class="whatif-list__count">{ count.unwrap_or_default() }</span>
                    <span class="whatif-list__levels" data-test="dimension-levels">{ from_to(&now, &then) }</span>
                </span>
            </summary>
            <p>
                <button type="button" class="small" data-test="raise" aria-label={view.locale().colon(view.t(t::RAISE), name)} onclick={raise}>
                    { view.t(t::RAISE) }
                </button>
            </p>
            <div class="whatif-list__rows">
                { for criteria.map(|(c, criterion)| row(whatif, dimension, CriterionRef { dimension: at, criterion: c }, criterion)) }
            </div>
        </details>
    }
}

fn row(whatif: &WhatIfView, dimension: &Dimension, at: CriterionRef, criterion: &Criterion) -> Html {
    let view = whatif.view;
    let name = view.criterion_name(&dimension.id, &criterion.id);
    let to = view.answering(whatif.workspace, &dimension.id, &criterion.id);
    let (now, state) = match whatif.workspace.card.status(at) {
        Some(CriterionStatus::Answered(rating)) => {
            (Some(rating.effective), view.f(t::NOW, &[("level", &rating.effective.to_string())]))
        }
        Some(CriterionStatus::Unanswered) => (None, view.t(t::NOW_OPEN).to_string()),
        _ => {
            return html! {
                <p key={criterion.id.clone()} class="whatif-item">
                    <span>{ short(&criterion.id).to_string() }{ " " }{ link(&to, &name) }</span>
                    <span class="muted">{ view.t(w::NOT_APPLICABLE) }</span>
                </p>
            };
        }
    };
    let tried = whatif.tried(at);
    let moved = tried.is_some();
    let levels = 1..=view.state.model.levels;
    html! {
        <fieldset key={criterion.id.clone()} class={classes!("whatif-item", moved.then_some("whatif-item--moved"))} data-test={format!("whatif-item-{}", criterion.id)}>
            <legend>
                { short(&criterion.id).to_string() }{ " " }{ link(&to, &name) }{ " " }<span class="muted">{ state }</span>
            </legend>
            <div class="whatif-item__levels">{ for levels.map(|level| one_level(view, criterion, level, now, tried)) }</div>
            { reset(view, criterion, &name, now.unwrap_or(1), moved) }
        </fieldset>
    }
}

fn one_level(view: View, criterion: &Criterion, level: u8, now: Option<u8>, tried: Option<u8>) -> Html {
    let here = now == Some(level);
    let chosen = tried.or(now) == Some(level);
    let id = criterion.id.clone();
    let onchange = view.on(move |_: Event| Some(Action::TryLevel(id.clone(), Some(level))));
    let look = classes!(
        "whatif-item__level",
        chosen.then_some("whatif-item__level--chosen"),
        here.then_some("whatif-item__level--now")
    );
    html! {
        <label key={level} class={look}>
            <input type="radio" id={radio_id(&criterion.id, level)} name={format!("try-{}", criterion.id)} value={level.to_string()}
                checked={chosen} {onchange} />
            <span>{ level }<span class="unseen">{ if here { view.t(t::HERE) } else { "" } }</span></span>
        </label>
    }
}

/// Back to the level of now; keeps its place while there is nothing to reset.
fn reset(view: View, criterion: &Criterion, name: &str, back: u8, moved: bool) -> Html {
    let (send, id) = (view.send.clone(), criterion.id.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        send.emit(Action::TryLevel(id.clone(), None));
        page::focus_in_place(&radio_id(&id, back));
    });
    html! {
        <button type="button" class={classes!("small", "whatif-item__reset")} data-test="reset-one" disabled={!moved}
            aria-label={view.locale().colon(view.t(t::RESET), name)} {onclick}>{ view.t(t::RESET) }</button>
    }
}
