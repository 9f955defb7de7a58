//! What to do: the shortest path, the first recommendations, the plan by lanes.

use yew::prelude::*;

use crate::state::Workspace;
use fuxiao_core::assessment::{Kind, Lane, PlanAction};
use fuxiao_core::plan_hint::overdue;
use fuxiao_core::recommend::Recommendation;
use fuxiao_language::{words as w, words_board as b, words_plan as n, words_report as r, words_why as y};

use fuxiao_narrative::plan::{instructions, title};

use super::super::View;
use super::super::roadmap::{self, no_path, step_sentence};
use super::super::steps::{hours, lane_name, status_name};

/// How many steps the summary names.
const FIRST: usize = 4;
/// How many recommendations are printed.
const TOP: usize = 8;

/// A recommendation as the step it would be in the plan.
fn step(view: View, one: &Recommendation, lane: Lane) -> PlanAction {
    let criterion = view.state.model.criterion(one.at).map(|of| of.id.clone()).unwrap_or_default();
    PlanAction::new(String::new(), criterion, one.kind, one.to, lane)
}

/// The steps of highest priority, one line each.
pub fn first(view: View, workspace: &Workspace) -> Html {
    let rows = workspace.card.recommendations.iter().zip(&workspace.card.lanes).take(FIRST);
    let rows =
        rows.map(|(one, lane)| html! { <li>{ title(&view.narrator(), &step(view, one, *lane)) }</li> });
    html! {
        <div class="sheet__first">
            <h3>{ view.t(r::FIRST) }</h3>
            if workspace.card.recommendations.is_empty() {
                <p>{ none(view, workspace) }</p>
            } else {
                <ol>{ for rows }</ol>
            }
        </div>
    }
}

/// Why nothing is recommended.
fn none(view: View, workspace: &Workspace) -> &'static str {
    view.t(if workspace.card.overall.answered == 0 { n::PLAN_UNANSWERED } else { n::PLAN_EMPTY })
}

/// The shortest path to the next level of the whole.
pub fn roadmap(view: View, workspace: &Workspace) -> Html {
    let Some((next, path)) = roadmap::next_level(&view.case(workspace)) else {
        return html! { <div class="sheet__none"></div> };
    };
    let level = next.to_string();
    let body = match path {
        Err(why) => html! { <p>{ no_path(&view.case(workspace), why, next) }</p> },
        Ok(path) => {
            let effort = hours(&view.narrator(), path.steps.iter().map(|step| step.effort));
            let steps = path.steps.len().to_string();
            let item = |step| html! { <li>{ step_sentence(&view.case(workspace), step) }</li> };
            html! {
                <>
                    <p>{ view.f(y::WAY_LEAD, &[("steps", &steps), ("effort", &effort)]) }</p>
                    <ol class="sheet__steps sheet__roadmap">{ for path.steps.iter().map(item) }</ol>
                    <p class="muted">{ view.t(y::WAY_RULE) }</p>
                </>
            }
        }
    };
    html! {
        <section class="sheet__part" data-test="sheet-roadmap">
            <h2>{ view.f(y::WAY_TITLE, &[("level", &level)]) }</h2>
            { body }
        </section>
    }
}

/// The recommendations of highest priority with what there is to do.
pub fn recommendations(view: View, workspace: &Workspace) -> Html {
    let rows = workspace.card.recommendations.iter().zip(&workspace.card.lanes).take(TOP);
    let row = |(one, lane): (&Recommendation, &Lane)| {
        let action = step(view, one, *lane);
        let (from, to) = (one.from.to_string(), one.to.to_string());
        let effort = hours(&view.narrator(), std::iter::once(one.effort));
        let impact = one.impact.to_string();
        let facts = [
            view.t(lane_name(*lane)).to_string(),
            view.f(n::FROM_TO, &[("from", &from), ("to", &to)]),
            view.f(n::IMPACT_EFFORT, &[("impact", &impact), ("effort", &effort)]),
        ];
        html! {
            <li class="sheet__step">
                <strong>{ title(&view.narrator(), &action) }</strong>
                <p class="muted">{ facts.join(" · ") }</p>
                <p>{ to_do(view, &action).unwrap_or_default() }</p>
            </li>
        }
    };
    html! {
        <section class="sheet__part" data-test="sheet-recommended">
            <h2>{ view.t(n::RECOMMENDED) }</h2>
            if workspace.card.recommendations.is_empty() {
                <p>{ none(view, workspace) }</p>
            } else {
                <ol class="sheet__steps">{ for rows.map(row) }</ol>
            }
        </section>
    }
}

/// The plan, lane by lane in one table.
pub fn plan(view: View, workspace: &Workspace) -> Html {
    let actions = &workspace.assessment.actions;
    let head = [r::STEP, n::OWNER, r::DATES, n::STATUS].map(|name| view.t(name));
    html! {
        <section class="sheet__part sheet__plan" data-test="sheet-plan">
            <h2>{ view.t(w::PLAN) }</h2>
            if actions.is_empty() {
                <p>{ view.t(n::ADOPTED_NONE) }</p>
            } else {
                <div class="table sheet__lanes" role="region" aria-label={view.t(w::PLAN)} tabindex="0">
                    <table>
                        <caption class="unseen">{ view.t(w::PLAN) }</caption>
                        <thead><tr>{ for head.map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                        { for Lane::ALL.iter().filter_map(|of| lane(view, actions, *of)) }
                    </table>
                </div>
            }
        </section>
    }
}

/// The steps of a lane under its name; `None` where there are none.
fn lane(view: View, actions: &[PlanAction], lane: Lane) -> Option<Html> {
    let rows: Vec<&PlanAction> = actions.iter().filter(|action| action.lane == lane).collect();
    if rows.is_empty() {
        return None;
    }
    let (name, count) = (view.t(lane_name(lane)), rows.len().to_string());
    Some(html! {
        <tbody key={lane.word()}>
            <tr class="sheet__lane"><th scope="rowgroup" colspan="4">{ view.f(b::HEADING, &[("name", name), ("count", &count)]) }</th></tr>
            { for rows.into_iter().map(|action| row(view, action)) }
        </tbody>
    })
}

fn row(view: View, action: &PlanAction) -> Html {
    let day = |text, date: &Option<String>| Some(view.f(text, &[("date", date.as_ref()?)]));
    let dates = [day(r::FROM, &action.start), day(r::UNTIL, &action.due)];
    let dates = dates.into_iter().flatten().map(|text| html! { <div>{ text }</div> });
    let late = overdue(action, &view.state.today).then(|| view.t(b::OVERDUE));
    let proof = (!action.proof.is_empty()).then(|| view.locale().colon(view.t(r::SHOWN_BY), &action.proof));
    html! {
        <tr data-test="sheet-action">
            <th scope="row">
                <strong>{ title(&view.narrator(), action) }</strong>
                { for to_do(view, action).into_iter().chain(proof).map(|text| html! { <div>{ text }</div> }) }
            </th>
            <td>{ action.owner.clone() }</td>
            <td>{ for dates }</td>
            <td>
                { view.t(status_name(action.status)) }
                <div>{ action.done.clone().unwrap_or_default() }</div>
                <div><strong>{ late.unwrap_or_default() }</strong></div>
            </td>
        </tr>
    }
}

/// What a step asks for in one line; the kind of step stands before it already.
fn to_do(view: View, action: &PlanAction) -> Option<String> {
    let dimension = view.state.model.dimension_of(&action.criterion)?;
    match action.kind {
        Kind::Prove => {
            let text = view.state.texts.criterion(view.locale(), &dimension.id, &action.criterion)?;
            Some(text.evidence.clone())
        }
        _ => instructions(&view.narrator(), action).into_iter().next().map(|(_, text)| text),
    }
}
