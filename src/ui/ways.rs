//! The shortest way to a level on a page: its steps, what they take, and the button that puts them on the plan.

use yew::prelude::*;

use crate::domain::assessment::{Kind, Lane};
use crate::domain::plan::way_lanes;
use crate::domain::way::{Goal, Way, WayStep, way};
use crate::i18n::words_why as y;
use crate::platform::clock;
use crate::state::{Edit, Open};

pub use fuxiao_narrative::ways::{next, sentence};

use super::{View, nothing};

/// The name under which the page's measures have the time that a search took.
const MEASURED: &str = "fuxiao-way";

/// The ways to the levels above the reached one; the next one is shown, the others are folded.
pub fn ways(view: View, open: &Open, reached: Option<u8>, goal: impl Fn(u8) -> Goal) -> Html {
    let Some(reached) = reached else { return nothing() };
    let find = |level: u8| way(&view.state.model, &open.assessment, &open.card, goal(level));
    let one = |level: u8| match clock::timed(MEASURED, || find(level)) {
        Some(way) => shown(view, open, &way),
        None => html! { <p>{ view.f(y::WAY_NONE, &[("level", &level.to_string())]) }</p> },
    };
    let title = |level: u8| view.f(y::WAY_TITLE, &[("level", &level.to_string())]);
    let next = reached + 1;
    let further = next.saturating_add(1)..=view.state.model.levels;
    if next > view.state.model.levels {
        return nothing();
    }
    html! {
        <section class="ways-on" data-test="way">
            <h2>{ title(next) }</h2>
            { one(next) }
            { for further.map(|level| html! {
                <details key={level} class="way-on">
                    <summary>{ title(level) }</summary>
                    { one(level) }
                </details>
            }) }
            <p class="muted">{ view.t(y::WAY_RULE) }</p>
        </section>
    }
}

fn shown(view: View, open: &Open, way: &Way) -> Html {
    let (count, effort) = (way.steps.len().to_string(), way.effort.to_string());
    html! {
        <>
            <p data-test="way-lead" data-effort={effort.clone()}>{ view.f(y::WAY_LEAD, &[("steps", &count), ("effort", &effort)]) }</p>
            { steps(view, open, &way.steps) }
        </>
    }
}

/// Steps in a list, and the button that puts them on the plan.
pub fn steps(view: View, open: &Open, steps: &[WayStep]) -> Html {
    let lanes = way_lanes(steps);
    let taken = steps.iter().zip(&lanes).filter_map(|(step, lane)| {
        let id = &view.state.model.criterion(step.at)?.id;
        Some((id.clone(), step.kind, step.to, *lane))
    });
    let taken: Vec<(String, Kind, u8, Lane)> = taken.collect();
    let known = |(id, kind, to, _): &(String, Kind, u8, Lane)| {
        open.assessment.actions.iter().any(|a| a.criterion == *id && a.kind == *kind && a.to == *to)
    };
    let all_known = taken.iter().all(known);
    let adopt = view.edit(move |_: MouseEvent| Some(Edit::AdoptAll(taken.clone())));
    let item = |step: &WayStep| {
        let model = &view.state.model;
        let (dimension, criterion) = (model.dimensions.get(step.at.dimension)?, model.criterion(step.at)?);
        let to = view.answering(open, &dimension.id, &criterion.id);
        Some(html! { <li><a href={to}>{ sentence(&view.case(open), step) }</a></li> })
    };
    html! {
        <>
            <ol class="way-steps">{ for steps.iter().filter_map(item) }</ol>
            if all_known {
                <p class="muted">{ view.t(y::WAY_ADOPTED) }</p>
            } else {
                <p><button type="button" class="button" data-test="adopt-way" onclick={adopt}>{ view.t(y::WAY_ADOPT) }</button></p>
            }
        </>
    }
}
