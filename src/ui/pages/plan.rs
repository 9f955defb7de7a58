//! What to do next: what is in the plan, what is recommended, what can be done together.

use yew::prelude::*;

use crate::domain::assessment::{Kind, Lane};
use crate::domain::recommend::{Recommendation, Urgency};
use crate::i18n::{fixed, words_plan as p, words_targets};
use crate::state::{Edit, Open, Place};

use super::super::parts::link;
use super::super::reasons::{name_at, with_unit};
use super::super::steps::{kind_name, lane_name, step};
use super::super::{View, board, nothing};

/// The plan page.
pub fn plan(view: View, open: &Open) -> Html {
    let card = &open.card;
    let recommended = card.recommendations.iter().zip(&card.lanes);
    let none = if card.overall.answered == 0 { p::PLAN_UNANSWERED } else { p::PLAN_EMPTY };
    html! {
        <div class="plan">
            <h1 tabindex="-1">{ view.t(p::PLAN_TITLE) }</h1>
            <p class="lead">{ view.t(p::PLAN_LEAD) }</p>
            <p>{ link(&view.inside(open, Place::Targets), view.t(words_targets::TO_TARGETS)) }</p>
            { board::board(view, open) }
            <section>
                <h2>{ view.t(p::RECOMMENDED) }</h2>
                if card.recommendations.is_empty() {
                    <p class="muted">{ view.t(none) }</p>
                } else {
                    <ol class="cards" data-test="recommendations">
                        { for recommended.map(|(one, lane)| recommendation(view, open, one, *lane)) }
                    </ol>
                }
            </section>
            { initiatives(view, open) }
        </div>
    }
}

fn recommendation(view: View, open: &Open, one: &Recommendation, lane: Lane) -> Html {
    let name = name_at(view, one.at);
    let id = view.state.model.criterion(one.at).map(|criterion| criterion.id.clone()).unwrap_or_default();
    let taken =
        open.assessment.actions.iter().any(|a| a.criterion == id && a.kind == one.kind && a.to == one.to);
    let (kind, to) = (one.kind, one.to);
    let key = format!("{id}-{}-{to}", kind.word());
    let adopt = view.edit(move |_: MouseEvent| Some(Edit::Adopt(id.clone(), kind, to, lane)));
    let levels = view.f(p::FROM_TO, &[("from", &one.from.to_string()), ("to", &one.to.to_string())]);
    let weight =
        view.f(p::IMPACT_EFFORT, &[("impact", &one.impact.to_string()), ("effort", &one.effort.to_string())]);
    let why = match one.urgency {
        _ if one.trips_gate => Some(p::LEGAL_FIRST),
        Urgency::Legal => Some(p::URGENT_LEGAL),
        Urgency::HoldsDown => Some(p::URGENT_HOLDS),
        Urgency::Normal => None,
    };
    html! {
        <li key={key} class="card" data-test="recommendation">
            <h3>{ &name }</h3>
            <p class="card__facts">
                <span class="chip">{ view.t(kind_name(one.kind)) }</span>
                <span class="chip">{ view.t(lane_name(lane)) }</span>
                <span>{ levels }</span>
                <span>{ view.f(p::PRIORITY, &[("priority", &fixed(one.priority, 0))]) }</span>
                <span>{ weight }</span>
                <span>{ initiative_of(view, open, one).unwrap_or_default() }</span>
                <span>{ why.map(|text| view.t(text)).unwrap_or_default() }</span>
            </p>
            { content(view, open, one) }
            if taken {
                <p class="muted">{ view.t(p::IN_PLAN) }</p>
            } else {
                <p><button type="button" class="button" onclick={adopt} aria-label={view.f(p::ADOPT_OF, &[("name", &name)])}>
                    { view.t(p::ADOPT) }
                </button></p>
            }
        </li>
    }
}

/// The initiative that a recommendation belongs to, where others of its theme stand beside it.
fn initiative_of(view: View, open: &Open, one: &Recommendation) -> Option<String> {
    let theme = view.state.model.criterion(one.at)?.theme?;
    open.card.initiatives.iter().find(|initiative| initiative.theme == theme)?;
    Some(view.locale().colon(view.t(p::INITIATIVE), &view.theme(theme)?.name))
}

/// What to do: the step, what would prove it, or the figure that disagrees.
fn content(view: View, open: &Open, one: &Recommendation) -> Html {
    let model = &view.state.model;
    let Some((dimension, criterion)) = model.dimensions.get(one.at.dimension).zip(model.criterion(one.at))
    else {
        return nothing();
    };
    let Some(text) = view.state.texts.criterion(view.locale(), &dimension.id, &criterion.id) else {
        return nothing();
    };
    let figure = || {
        let kpi = model.kpis.get(one.kpi?)?;
        let value = open.assessment.kpi_value(&kpi.id)?;
        let (_, band) = open.card.standing(one.at)?.rating()?.lowest?;
        let bound = kpi.bounds.as_ref()?.get(usize::from(band).checked_sub(1)?)?;
        let (value, bound) = (with_unit(value, &kpi.unit), with_unit(*bound, &kpi.unit));
        Some(view.f(
            p::KIND_RESULT_BODY,
            &[("name", &view.kpi_name(&kpi.id)), ("value", &value), ("bound", &bound)],
        ))
    };
    match one.kind {
        Kind::Prove => html! { <p>{ view.f(p::KIND_PROVE_BODY, &[("evidence", &text.evidence)]) }</p> },
        Kind::Result => {
            html! { <><p>{ figure().unwrap_or_default() }</p>{ step(view, text, one.step()) }</> }
        }
        Kind::Practice => step(view, text, one.step()),
    }
}

fn initiatives(view: View, open: &Open) -> Html {
    let card = &open.card;
    if card.initiatives.is_empty() {
        return nothing();
    }
    let item = |initiative: &crate::domain::plan::Initiative| {
        let id = view.state.model.themes.get(initiative.theme).cloned().unwrap_or_default();
        let text = view.theme(initiative.theme);
        let name = text.map_or(id.as_str(), |text| text.name.as_str());
        let heading = view.f(
            p::INITIATIVE_OF,
            &[
                ("name", name),
                ("count", &initiative.members.len().to_string()),
                ("priority", &fixed(initiative.priority, 0)),
            ],
        );
        let members = initiative.members.iter().filter_map(|at| card.recommendations.get(*at));
        let names: Vec<String> = members.map(|one| name_at(view, one.at)).collect();
        html! {
            <li key={id.clone()} class="card">
                <h3>{ heading }</h3>
                <p>{ text.map(|text| text.initiative.clone()).unwrap_or_default() }</p>
                <p class="muted">{ view.locale().list(&names) }</p>
            </li>
        }
    };
    html! {
        <section>
            <h2>{ view.t(p::INITIATIVES) }</h2>
            <ul class="cards">{ for card.initiatives.iter().map(item) }</ul>
        </section>
    }
}
