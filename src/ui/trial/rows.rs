//! Every question with its level and the five that can be tried, dimension by dimension.

use yew::prelude::*;

use crate::domain::trial::raised;
use crate::domain::{Criterion, CriterionRef, Dimension, Standing};
use crate::i18n::{dimension_name, level_of, words as w, words_whatif as t};
use crate::platform::page;
use crate::state::Action;

use super::super::View;
use super::super::answers::{numbered, short};
use super::super::parts::link;
use super::{Trial, turns};

/// The radio button of a tried level.
fn radio_id(criterion: &str, level: u8) -> String {
    format!("try-{criterion}-{level}")
}

/// The dimensions, folded.
pub fn rows(trial: &Trial) -> Html {
    let dimensions = trial.view.state.model.dimensions.iter().enumerate();
    html! {
        <section>
            <h2>{ trial.view.t(t::ROWS) }</h2>
            <p class="muted">{ trial.view.t(t::MEANING) }</p>
            <div class="tries">{ for dimensions.map(|(at, dimension)| group(trial, at, dimension)) }</div>
        </section>
    }
}

fn group(trial: &Trial, at: usize, dimension: &Dimension) -> Html {
    let view = trial.view;
    let name = dimension_name(&dimension.id, view.locale());
    let level =
        |card: &crate::domain::Scorecard| level_of(card.dimensions.get(at).and_then(|score| score.level));
    let (now, then) = (level(&trial.open.card), level(&trial.card));
    let count = trial.moves.iter().filter(|one| one.at.dimension == at).count();
    let count = (count > 0).then(|| view.f(t::COUNT, &[("count", &count.to_string())]));
    let raise = {
        let levels = raised(&view.state.model, &trial.card, &view.state.scratch.levels, at);
        view.on(move |_: MouseEvent| Some(Action::TryAll(levels.clone())))
    };
    let criteria = dimension.criteria.iter().enumerate();
    html! {
        <details key={dimension.id.clone()} class="tries__group" data-test={format!("tries-{}", dimension.id)}>
            <summary>
                <span class="tries__line">
                    <span>{ numbered(&dimension.id, name) }</span>
                    <span class="tries__count">{ count.unwrap_or_default() }</span>
                    <span class="tries__levels" data-test="dimension-levels">{ turns(&now, &then) }</span>
                </span>
            </summary>
            <p>
                <button type="button" class="small" data-test="raise" aria-label={view.locale().colon(view.t(t::RAISE), name)} onclick={raise}>
                    { view.t(t::RAISE) }
                </button>
            </p>
            <div class="tries__rows">
                { for criteria.map(|(c, criterion)| row(trial, dimension, CriterionRef { dimension: at, criterion: c }, criterion)) }
            </div>
        </details>
    }
}

fn row(trial: &Trial, dimension: &Dimension, at: CriterionRef, criterion: &Criterion) -> Html {
    let view = trial.view;
    let name = view.criterion_name(&dimension.id, &criterion.id);
    let to = view.answering(trial.open, &dimension.id, &criterion.id);
    let (now, state) = match trial.open.card.standing(at) {
        Some(Standing::Answered(rating)) => {
            (Some(rating.effective), view.f(t::NOW, &[("level", &rating.effective.to_string())]))
        }
        Some(Standing::Unanswered) => (None, view.t(t::NOW_OPEN).to_string()),
        _ => {
            return html! {
                <p key={criterion.id.clone()} class="try">
                    <span>{ short(&criterion.id).to_string() }{ " " }{ link(&to, &name) }</span>
                    <span class="muted">{ view.t(w::NOT_APPLICABLE) }</span>
                </p>
            };
        }
    };
    let tried = trial.tried(at);
    let moved = tried.is_some();
    let levels = 1..=view.state.model.levels;
    html! {
        <fieldset key={criterion.id.clone()} class={classes!("try", moved.then_some("try--moved"))} data-test={format!("try-{}", criterion.id)}>
            <legend>
                { short(&criterion.id).to_string() }{ " " }{ link(&to, &name) }{ " " }<span class="muted">{ state }</span>
            </legend>
            <div class="try__levels">{ for levels.map(|level| one_level(view, criterion, level, now, tried)) }</div>
            { reset(view, criterion, &name, now.unwrap_or(1), moved) }
        </fieldset>
    }
}

fn one_level(view: View, criterion: &Criterion, level: u8, now: Option<u8>, tried: Option<u8>) -> Html {
    let here = now == Some(level);
    let chosen = tried.or(now) == Some(level);
    let id = criterion.id.clone();
    let onchange = view.on(move |_: Event| Some(Action::Try(id.clone(), Some(level))));
    let look =
        classes!("try__level", chosen.then_some("try__level--chosen"), here.then_some("try__level--now"));
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
        send.emit(Action::Try(id.clone(), None));
        page::rest_on(&radio_id(&id, back));
    });
    html! {
        <button type="button" class={classes!("small", "try__reset")} data-test="reset-one" disabled={!moved}
            aria-label={view.locale().colon(view.t(t::RESET), name)} {onclick}>{ view.t(t::RESET) }</button>
    }
}
