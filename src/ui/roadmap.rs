//! The shortest path to a level on a page: its steps, what they take, and the button that puts them on the plan.

use yew::prelude::*;

use crate::platform::clock;
use crate::state::{Edit, Workspace};
use fuxiao_core::assessment::{Kind, Lane};
use fuxiao_core::plan::path_lanes;
use fuxiao_core::roadmap::{Goal, PathStep, ShortestPath, shortest_path};
use fuxiao_language::words_why as y;

pub use fuxiao_narrative::roadmap::{next_level, no_path, step_sentence};

use super::steps::hours;
use super::{View, nothing};

/// The name under which the page's measures have the time that a search took.
const MEASURED: &str = "fuxiao-shortest-path";

/// The ways to the levels above the reached one; the next one is shown, the others are folded.
pub fn roadmap(view: View, workspace: &Workspace, reached: Option<u8>, goal: impl Fn(u8) -> Goal) -> Html {
    let Some(reached) = reached else { return nothing() };
    let find =
        |level: u8| shortest_path(&view.state.model, &workspace.assessment, &workspace.card, goal(level));
    let one = |level: u8| match clock::timed(MEASURED, || find(level)) {
        Ok(path) => shown(view, workspace, &path),
        Err(why) => html! { <p data-test="no-way">{ no_path(&view.case(workspace), why, level) }</p> },
    };
    let title = |level: u8| view.f(y::WAY_TITLE, &[("level", &level.to_string())]);
    let next = reached + 1;
    let further = next.saturating_add(1)..=view.state.model.levels;
    if next > view.state.model.levels {
        return nothing();
    }
    html! {
        <section class="roadmap" data-test="roadmap">
            <h2>{ title(next) }</h2>
            { one(next) }
            { for further.map(|level| html! {
                <details key={level} class="roadmap__further">
                    <summary>{ title(level) }</summary>
                    { one(level) }
                </details>
            }) }
            <p class="muted">{ view.t(y::WAY_RULE) }</p>
        </section>
    }
}

fn shown(view: View, workspace: &Workspace, path: &ShortestPath) -> Html {
    let (count, effort) = (path.steps.len().to_string(), path.effort.to_string());
    let takes = hours(&view.narrator(), path.steps.iter().map(|step| step.effort));
    html! {
        <>
            <p data-test="roadmap-lead" data-effort={effort.clone()}>{ view.f(y::WAY_LEAD, &[("steps", &count), ("effort", &takes)]) }</p>
            { steps(view, workspace, &path.steps) }
        </>
    }
}

/// Steps in a list, and the button that puts them on the plan.
pub fn steps(view: View, workspace: &Workspace, steps: &[PathStep]) -> Html {
    let lanes = path_lanes(steps);
    let taken = steps.iter().zip(&lanes).filter_map(|(step, lane)| {
        let id = &view.state.model.criterion(step.at)?.id;
        Some((id.clone(), step.kind, step.to, *lane))
    });
    let taken: Vec<(String, Kind, u8, Lane)> = taken.collect();
    let known = |(id, kind, to, _): &(String, Kind, u8, Lane)| {
        workspace.assessment.actions.iter().any(|a| a.criterion == *id && a.kind == *kind && a.to == *to)
    };
    let all_known = taken.iter().all(known);
    let adopt = view.edit(move |_: MouseEvent| Some(Edit::AdoptAll(taken.clone())));
    let item = |step: &PathStep| {
        let model = &view.state.model;
        let (dimension, criterion) = (model.dimensions.get(step.at.dimension)?, model.criterion(step.at)?);
        let to = view.answering(workspace, &dimension.id, &criterion.id);
        Some(html! { <li><a href={to}>{ step_sentence(&view.case(workspace), step) }</a></li> })
    };
    html! {
        <>
            <ol class="roadmap__steps">{ for steps.iter().filter_map(item) }</ol>
            if all_known {
                <p class="muted">{ view.t(y::WAY_ADOPTED) }</p>
            } else {
                <p><button type="button" class="button" data-test="adopt-roadmap" onclick={adopt}>{ view.t(y::WAY_ADOPT) }</button></p>
            }
        </>
    }
}
