//! What to do: the shortest way, the first recommendations, the plan by lanes.

use yew::prelude::*;

use crate::domain::assessment::{Action, Lane};
use crate::domain::recommend::Recommendation;
use crate::i18n::{words as w, words_plan as n, words_report as r, words_why as y};
use crate::state::Open;

use super::super::View;
use super::super::parts::{cell, table};
use super::super::steps::{lane_name, status_name};
use super::super::take::{asked, title};
use super::super::ways::{self, sentence};

/// How many steps the summary names.
const FIRST: usize = 4;
/// How many recommendations are printed.
const TOP: usize = 8;

/// A recommendation as the step it would be in the plan.
fn step(view: View, one: &Recommendation, lane: Lane) -> Action {
    let criterion = view.state.model.criterion(one.at).map(|of| of.id.clone()).unwrap_or_default();
    Action::new(criterion, one.kind, one.to, lane)
}

/// The steps of highest priority, one line each.
pub fn first(view: View, open: &Open) -> Html {
    let rows = open.card.recommendations.iter().zip(&open.card.lanes).take(FIRST);
    let rows = rows.map(|(one, lane)| html! { <li>{ title(view, &step(view, one, *lane)) }</li> });
    html! {
        <div class="sheet__first">
            <h3>{ view.t(r::FIRST) }</h3>
            if open.card.recommendations.is_empty() {
                <p>{ none(view, open) }</p>
            } else {
                <ol>{ for rows }</ol>
            }
        </div>
    }
}

/// Why nothing is recommended.
fn none(view: View, open: &Open) -> &'static str {
    view.t(if open.card.overall.answered == 0 { n::PLAN_UNANSWERED } else { n::PLAN_EMPTY })
}

/// The shortest way to the next level of the whole.
pub fn way(view: View, open: &Open) -> Html {
    let Some((next, way)) = ways::next(view, open) else { return html! { <div class="sheet__none"></div> } };
    let level = next.to_string();
    let body = match way {
        None => html! { <p>{ view.f(y::WAY_NONE, &[("level", &level)]) }</p> },
        Some(way) => {
            let (steps, effort) = (way.steps.len().to_string(), way.effort.to_string());
            let item = |step| html! { <li>{ sentence(view, open, step) }</li> };
            html! {
                <>
                    <p>{ view.f(y::WAY_LEAD, &[("steps", &steps), ("effort", &effort)]) }</p>
                    <ol class="sheet__steps">{ for way.steps.iter().map(item) }</ol>
                    <p class="muted">{ view.t(y::WAY_RULE) }</p>
                </>
            }
        }
    };
    html! {
        <section class="sheet__part" data-test="sheet-way">
            <h2>{ view.f(y::WAY_TITLE, &[("level", &level)]) }</h2>
            { body }
        </section>
    }
}

/// The recommendations of highest priority with what there is to do.
pub fn recommendations(view: View, open: &Open) -> Html {
    let rows = open.card.recommendations.iter().zip(&open.card.lanes).take(TOP);
    let row = |(one, lane): (&Recommendation, &Lane)| {
        let action = step(view, one, *lane);
        let (from, to) = (one.from.to_string(), one.to.to_string());
        let (impact, effort) = (one.impact.to_string(), one.effort.to_string());
        let facts = [
            view.t(lane_name(*lane)).to_string(),
            view.f(n::FROM_TO, &[("from", &from), ("to", &to)]),
            view.f(n::IMPACT_EFFORT, &[("impact", &impact), ("effort", &effort)]),
        ];
        let to_do = asked(view, &action).into_iter().next().map(|(_, text)| text).unwrap_or_default();
        html! {
            <li class="sheet__step">
                <strong>{ title(view, &action) }</strong>
                <p class="muted">{ facts.join(" · ") }</p>
                <p>{ to_do }</p>
            </li>
        }
    };
    html! {
        <section class="sheet__part" data-test="sheet-recommended">
            <h2>{ view.t(n::RECOMMENDED) }</h2>
            if open.card.recommendations.is_empty() {
                <p>{ none(view, open) }</p>
            } else {
                <ol class="sheet__steps">{ for rows.map(row) }</ol>
            }
        </section>
    }
}

/// The plan, a table for each lane that has a step.
pub fn plan(view: View, open: &Open) -> Html {
    let actions = &open.assessment.actions;
    html! {
        <section class="sheet__part" data-test="sheet-plan">
            <h2>{ view.t(w::PLAN) }</h2>
            if actions.is_empty() {
                <p>{ view.t(n::ADOPTED_NONE) }</p>
            } else {
                <div class="sheet__lanes">{ for Lane::ALL.iter().map(|of| lane(view, actions, *of)) }</div>
            }
        </section>
    }
}

fn lane(view: View, actions: &[Action], lane: Lane) -> Html {
    let rows = actions.iter().filter(|action| action.lane == lane);
    let rows: Vec<Vec<Html>> = rows.map(|action| row(view, action)).collect();
    if rows.is_empty() {
        return html! { <div key={lane.word()} class="sheet__none"></div> };
    }
    let name = view.t(lane_name(lane));
    let head = [r::STEP, n::OWNER, r::DATES, n::STATUS, r::SHOWN_BY].map(|name| view.t(name));
    html! {
        <div key={lane.word()} class="sheet__lane">
            <h3>{ name }</h3>
            { table(name, &head, rows) }
        </div>
    }
}

fn row(view: View, action: &Action) -> Vec<Html> {
    let day = |text, date: &Option<String>| Some(view.f(text, &[("date", date.as_ref()?)]));
    let dates = [day(r::FROM, &action.start), day(r::UNTIL, &action.due), day(n::DONE_ON, &action.done)];
    let line = |text: String| html! { <div>{ text }</div> };
    // What was found is worth more than what was to be found.
    let proof = match action.proof.is_empty() {
        false => action.proof.clone(),
        true => asked(view, action).pop().map(|(_, text)| text).unwrap_or_default(),
    };
    vec![
        cell(title(view, action)),
        cell(action.owner.clone()),
        html! { <>{ for dates.into_iter().flatten().map(line) }</> },
        cell(view.t(status_name(action.status))),
        cell(proof),
    ]
}
