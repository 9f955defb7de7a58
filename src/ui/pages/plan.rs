//! What to do next: what is in the plan, what is recommended, what can be done together.

use yew::prelude::*;

use crate::state::{Edit, Page, Workspace};
use fuxiao_core::assessment::{Kind, Lane};
use fuxiao_core::plan::Initiative;
use fuxiao_core::recommend::{Recommendation, Urgency};
use fuxiao_language::{fixed, words_board as b, words_plan as p, words_targets};

use super::super::reasons::name_at;
use super::super::steps::{hours, kind_name, lane_name, question_link, to_do};
use super::super::widgets::link;
use super::super::{View, board, explain, nothing};

/// How many recommendations are shown at once.
const FIRST: usize = 10;
/// How many initiatives are.
const FIRST_INITIATIVES: usize = 4;

/// The plan page.
pub fn plan(view: View, workspace: &Workspace) -> Html {
    let card = &workspace.card;
    let items: Vec<Html> = card
        .recommendations
        .iter()
        .zip(&card.lanes)
        .map(|(one, lane)| recommendation(view, workspace, one, *lane))
        .collect();
    let none = if card.overall.answered == 0 { p::PLAN_UNANSWERED } else { p::PLAN_EMPTY };
    html! {
        <div class="plan">
            <h1 tabindex="-1">{ view.t(p::PLAN_TITLE) }</h1>
            <p class="lead">{ view.t(p::PLAN_LEAD) }</p>
            <p>{ link(&view.inside(workspace, Page::Targets), view.t(words_targets::TO_TARGETS)) }</p>
            { board::board(view, workspace) }
            <section data-test="recommendations">
                <h2>{ view.t(p::RECOMMENDED) }</h2>
                if items.is_empty() {
                    <p class="muted">{ view.t(none) }</p>
                } else {
                    { folded(view, items, FIRST) }
                }
            </section>
            { initiatives(view, workspace) }
        </div>
    }
}

/// The first cards of a list, and the others behind a line that says how many they are.
fn folded(view: View, mut items: Vec<Html>, first: usize) -> Html {
    let rest = items.split_off(first.min(items.len()));
    let count = rest.len().to_string();
    html! {
        <>
            <ol class="cards">{ for items }</ol>
            if rest.is_empty() {
                { nothing() }
            } else {
                <details data-test="the-rest">
                    <summary>{ view.f(b::THE_REST, &[("count", &count)]) }</summary>
                    <ol class="cards">{ for rest }</ol>
                </details>
            }
        </>
    }
}

/// A recommendation as it is taken up: criterion, kind, level, lane.
type Step = (String, Kind, u8, Lane);

fn as_step(view: View, one: &Recommendation, lane: Lane) -> Option<Step> {
    Some((view.state.model.criterion(one.at)?.id.clone(), one.kind, one.to, lane))
}

/// Whether a step is in the plan.
fn taken(workspace: &Workspace, (id, kind, to, _): &Step) -> bool {
    workspace.assessment.actions.iter().any(|a| a.criterion == *id && a.kind == *kind && a.to == *to)
}

/// The button that puts steps on the plan. It stays where it is once they are there, and the focus with it.
fn accept(view: View, text: &str, name: &str, all: bool, edit: Edit) -> Html {
    let adopt = view.edit(move |_: MouseEvent| Some(edit.clone()));
    let text = if all { view.t(p::IN_PLAN) } else { text };
    html! {
        <p><button type="button" class="button" data-test="adopt" aria-disabled={all.then_some("true")}
            aria-label={view.locale().colon(text, name)} onclick={adopt}>{ text }</button></p>
    }
}

fn recommendation(view: View, workspace: &Workspace, one: &Recommendation, lane: Lane) -> Html {
    let Some(step) = as_step(view, one, lane) else { return nothing() };
    let (id, kind, to, _) = step.clone();
    let levels = view.f(p::FROM_TO, &[("from", &one.from.to_string()), ("to", &one.to.to_string())]);
    let effort = hours(&view.narrator(), std::iter::once(one.effort));
    let weight = view.f(p::IMPACT_EFFORT, &[("impact", &one.impact.to_string()), ("effort", &effort)]);
    let why = match one.urgency {
        _ if one.trips_gate => Some(p::LEGAL_FIRST),
        Urgency::Legal => Some(p::URGENT_LEGAL),
        Urgency::HoldsDown => Some(p::URGENT_HOLDS),
        Urgency::Normal => None,
    };
    let in_plan = taken(workspace, &step);
    let name = name_at(&view.narrator(), one.at);
    let edit = Edit::Adopt(id.clone(), kind, to, lane);
    html! {
        <li key={format!("{id}-{}-{to}", kind.word())} class="card" data-test="recommendation">
            <h3>{ question_link(view, workspace, &id) }</h3>
            <p class="card__facts">
                <span class="chip">{ view.t(kind_name(kind)) }</span>
                <span class="chip">{ view.t(lane_name(lane)) }</span>
                <span>{ levels }</span>
                <span>{ view.f(p::PRIORITY, &[("priority", &fixed(one.priority, 0))]) }</span>
                <span>{ weight }</span>
                <span>{ initiative_of(view, workspace, one).unwrap_or_default() }</span>
                <span>{ why.map(|text| view.t(text)).unwrap_or_default() }</span>
            </p>
            <div class="card__ends">
                <details>
                    <summary aria-label={view.locale().colon(view.t(b::MORE), &name)}>{ view.t(b::MORE) }</summary>
                    { to_do(view, workspace, one.at, kind, to) }
                    <p class="muted" data-test="priority">{ explain::priority(&view.case(workspace), one) }</p>
                </details>
                { accept(view, view.t(p::ADOPT), &name, in_plan, edit) }
            </div>
        </li>
    }
}

/// The initiative that a recommendation belongs to, where others of its theme stand beside it.
fn initiative_of(view: View, workspace: &Workspace, one: &Recommendation) -> Option<String> {
    let theme = view.state.model.criterion(one.at)?.theme?;
    workspace.card.initiatives.iter().find(|initiative| initiative.theme == theme)?;
    Some(view.locale().colon(view.t(p::INITIATIVE), &view.theme(theme)?.name))
}

fn initiatives(view: View, workspace: &Workspace) -> Html {
    if workspace.card.initiatives.is_empty() {
        return nothing();
    }
    let items = workspace.card.initiatives.iter().map(|one| initiative(view, workspace, one)).collect();
    html! {
        <section data-test="initiatives">
            <h2>{ view.t(p::INITIATIVES) }</h2>
            { folded(view, items, FIRST_INITIATIVES) }
        </section>
    }
}

/// The recommendations of a theme, to be accepted as a whole.
fn initiative(view: View, workspace: &Workspace, initiative: &Initiative) -> Html {
    let id = view.state.model.themes.get(initiative.theme).cloned().unwrap_or_default();
    let text = view.theme(initiative.theme);
    let name = text.map_or(id.as_str(), |text| text.name.as_str());
    let count = initiative.members.len().to_string();
    let priority = fixed(initiative.priority, 0);
    let heading = view.f(p::INITIATIVE_OF, &[("name", name), ("count", &count), ("priority", &priority)]);
    let members = initiative.members.iter().filter_map(|at| {
        let one = workspace.card.recommendations.get(*at)?;
        as_step(view, one, *workspace.card.lanes.get(*at)?)
    });
    let steps: Vec<Step> = members.collect();
    let left = steps.iter().filter(|step| !taken(workspace, step)).count();
    let accepts = if left == steps.len() { b::ADOPT_ALL } else { b::ADOPT_REST };
    let accepts = view.f(accepts, &[("count", &left.to_string())]);
    let member = |step: &Step| {
        let (criterion, kind, _, lane) = step;
        let known = taken(workspace, step).then(|| view.t(p::IN_PLAN));
        html! {
            <li key={criterion.clone()}>
                { question_link(view, workspace, criterion) }
                <span class="card__facts">
                    <span>{ view.t(kind_name(*kind)) }</span>
                    <span>{ view.t(lane_name(*lane)) }</span>
                    <span>{ known.unwrap_or_default() }</span>
                </span>
            </li>
        }
    };
    html! {
        <li key={id.clone()} class="card" data-test="initiative">
            <h3>{ heading }</h3>
            <p>{ text.map(|text| text.initiative.clone()).unwrap_or_default() }</p>
            <ul class="members">{ for steps.iter().map(member) }</ul>
            { accept(view, &accepts, name, left == 0, Edit::AdoptAll(steps)) }
        </li>
    }
}
