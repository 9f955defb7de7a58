//! The plan as a board: a lane for each thirty days, or a group for each theme, and a card for each step. Moved with
//! buttons, a list or the pointer.
//!
//! Changes the plan only; no score depends on it.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform::field;
use crate::state::{Edit, Page, PlanEvent, PlanField, Workspace};
use fuxiao_core::assessment::{Lane, PlanAction, Status};
use fuxiao_core::plan::span;
use fuxiao_core::plan_diff::gone;
use fuxiao_core::plan_hint::overdue;
use fuxiao_language::{words_board as b, words_plan as p};

use super::board_filter::{controls, shown, theme_name, theme_of};
use super::plan_card::{change, plan_card};
use super::steps::{lane_name, question_name};
use super::widgets::button_link;
use super::{View, nothing};

/// The board, or what to do where the plan is empty.
pub fn board(view: View, workspace: &Workspace) -> Html {
    let actions = &workspace.assessment.actions;
    if actions.is_empty() {
        return html! {
            <section key="empty" data-test="plan-empty">
                <h2>{ view.t(p::ADOPTED) }</h2>
                <p>{ view.t(b::EMPTY_PLAN) }</p>
                <p class="button-row">{ button_link(&view.inside(workspace, Page::Results), view.t(b::TO_WAY), false) }</p>
                <p class="muted" role="status" data-test="plan-event">{ announcement(view, workspace) }</p>
            </section>
        };
    }
    let today = view.state.today.as_str();
    let count =
        |counts: &dyn Fn(&PlanAction) -> bool| actions.iter().filter(|a| counts(a)).count().to_string();
    let sum = view.f(
        b::COUNT,
        &[
            ("all", &count(&|_| true)),
            ("done", &count(&|a| a.status == Status::Done)),
            ("late", &count(&|a| overdue(a, today))),
        ],
    );
    let positions = shown(view, workspace);
    let keys: Rc<[String]> =
        positions.iter().filter_map(|at| actions.get(*at)).map(|action| action.id.clone()).collect();
    let group = CardGroup { view, workspace, keys: &keys };
    let by_theme = view.state.board.by_theme;
    html! {
        <section key="board" class="plan__board">
            <h2>{ view.t(p::ADOPTED) }</h2>
            <p data-test="plan-sum">{ sum }</p>
            <p class="muted">{ after(view, view.t(b::NO_SCORE), view.t(b::ORDER)) }</p>
            { controls(view, workspace, positions.len()) }
            <p class="board__event muted" role="status" data-test="plan-event">{ announcement(view, workspace) }</p>
            <div class={classes!("board", by_theme.then_some("board--themes"))}>
                if by_theme { { themes(group, &positions) } } else { { lanes(group, &positions) } }
            </div>
            <p class="muted">{ left(view, workspace) }</p>
        </section>
    }
}

/// One sentence after another.
fn after(view: View, first: &str, second: &str) -> String {
    [first, view.locale().space(), second].concat()
}

/// What happened last, for those who cannot see it happen.
fn announcement(view: View, workspace: &Workspace) -> String {
    let name = |id: &str| {
        workspace
            .assessment
            .action(id)
            .map(|action| question_name(&view.narrator(), &action.criterion))
            .unwrap_or_default()
    };
    match &view.state.board.last_event {
        None => String::new(),
        Some(PlanEvent::Moved(id, lane, along)) => {
            let moved = view.f(b::MOVED, &[("name", &name(id)), ("lane", view.t(lane_name(*lane)))]);
            match along {
                0 => moved,
                along => after(view, &moved, &view.f(b::ALONG, &[("count", &along.to_string())])),
            }
        }
        Some(PlanEvent::StayedPut(id)) => view.f(b::HELD, &[("name", &name(id))]),
        Some(PlanEvent::Added(count)) => view.f(b::ADDED, &[("count", &count.to_string())]),
        Some(PlanEvent::Removed(criterion)) => {
            view.f(b::TAKEN_OUT, &[("name", &question_name(&view.narrator(), criterion))])
        }
    }
}

/// What every group of cards is given.
#[derive(Clone, Copy)]
struct CardGroup<'a> {
    view: View<'a>,
    workspace: &'a Workspace,
    /// Keys of all cards that are shown.
    keys: &'a Rc<[String]>,
}

/// The cards of a group, or that there are none.
fn cards(group: CardGroup, positions: &[usize]) -> Html {
    let CardGroup { view, workspace, keys } = group;
    if positions.is_empty() {
        return html! { <p class="muted">{ view.t(b::EMPTY) }</p> };
    }
    html! { <ul class="cards">{ for positions.iter().map(|at| plan_card(view, workspace, *at, keys)) }</ul> }
}

fn heading(view: View, name: &str, count: usize) -> String {
    view.f(b::HEADING, &[("name", name), ("count", &count.to_string())])
}

fn lanes(group: CardGroup, positions: &[usize]) -> Html {
    let CardGroup { view, workspace, .. } = group;
    let actions = &workspace.assessment.actions;
    let lane = |lane: &Lane| {
        let of = |at: &&usize| actions.get(**at).is_some_and(|action| action.lane == *lane);
        let own: Vec<usize> = positions.iter().filter(of).copied().collect();
        let over = Callback::from(|event: DragEvent| event.prevent_default());
        let to = *lane;
        let drop = change(view, Vec::new(), move |event: DragEvent| {
            event.prevent_default();
            Some(Edit::Plan(field::dropped(&event)?, PlanField::Lane(to)))
        });
        let days = span(*lane, &view.state.today).map(|(from, to)| match to {
            Some(to) => view.f(b::SPAN, &[("from", &from), ("to", &to)]),
            None => view.f(b::SPAN_OPEN, &[("from", &from)]),
        });
        html! {
            <section key={lane.word()} class="lane" data-test={format!("lane-{}", lane.word())} ondragover={over} ondrop={drop}>
                <h3>{ heading(view, view.t(lane_name(*lane)), own.len()) }</h3>
                <p class="lane__days muted">{ days.unwrap_or_default() }</p>
                { cards(group, &own) }
            </section>
        }
    };
    html! { <>{ for Lane::ALL.iter().map(lane) }</> }
}

/// A group for each theme that has cards to show; those without a theme come last.
fn themes(group: CardGroup, positions: &[usize]) -> Html {
    let CardGroup { view, workspace, .. } = group;
    let found = (0..view.state.model.themes.len()).map(Some).chain([None]).filter_map(|theme| {
        let of =
            |at: &&usize| workspace.assessment.actions.get(**at).is_some_and(|a| theme_of(view, a) == theme);
        let own: Vec<usize> = positions.iter().filter(of).copied().collect();
        if own.is_empty() {
            return None;
        }
        let name = theme.map_or_else(|| view.t(b::NO_THEME).to_string(), |at| theme_name(view, at));
        Some(html! {
            <section key={theme.map_or_else(String::new, |at| at.to_string())} class="lane" data-test="theme">
                <h3>{ heading(view, &name, own.len()) }</h3>
                { cards(group, &own) }
            </section>
        })
    });
    html! { <>{ for found }</> }
}

/// What has left the plan since the baseline.
fn left(view: View, workspace: &Workspace) -> Html {
    let Some(baseline) = &view.state.baseline else { return nothing() };
    let gone = gone(&baseline.assessment.actions, &workspace.assessment.actions);
    if gone.is_empty() {
        return nothing();
    }
    let names: Vec<String> =
        gone.iter().map(|action| question_name(&view.narrator(), &action.criterion)).collect();
    Html::from(view.locale().sentence(&view.locale().colon(view.t(b::GONE), &view.locale().list(&names))))
}
