//! What if some levels were others: a scratch copy that changes nothing until it is kept.

use yew::prelude::*;

use crate::domain::trial::{Levels, after_plan, after_way};
use crate::domain::way::{Goal, way};
use crate::i18n::{words_pages as p, words_whatif as t};
use crate::state::{Action, Open, Place};

use super::super::parts::link;
use super::super::reasons::figures_of_gate;
use super::super::trial::{Trial, ahead, compare, keep, plan, rows};
use super::super::{View, nothing};

/// The page.
pub fn whatif(view: View, open: &Open) -> Html {
    let trial = Trial::of(view, open);
    html! {
        <div class="whatif">
            <h1 tabindex="-1">{ view.t(t::TITLE) }</h1>
            <p class="lead">{ view.t(t::LEAD) }</p>
            { compare(&trial) }
            <div class="keep">{ gate(&trial) }</div>
            { quick(&trial) }
            { rows(&trial) }
            { ahead(&trial) }
            { plan(&trial) }
            { keep(&trial) }
            <p class="ways">
                { link(&view.inside(open, Place::Results), view.t(p::BACK_RESULTS)) }
                { link(&view.inside(open, Place::Plan), view.t(t::TO_PLAN)) }
            </p>
        </div>
    }
}

/// A figure that holds the level down whatever is tried.
fn gate(trial: &Trial) -> Html {
    let view = trial.view;
    let reasons = figures_of_gate(&view.case(trial.open));
    let Some(gate) = view.state.model.legal_gate.as_ref().filter(|_| !reasons.is_empty()) else {
        return nothing();
    };
    let (reasons, cap) = (view.locale().list(&reasons), gate.cap.to_string());
    html! {
        <p class="notice notice--legal" data-test="gate-figure">{ view.f(t::GATE_KPI, &[("reasons", &reasons), ("cap", &cap)]) }</p>
    }
}

/// Buttons that try several levels at once: those of the shortest ways, and those of the plan.
fn quick(trial: &Trial) -> Html {
    let (view, open) = (trial.view, trial.open);
    let (model, card) = (&view.state.model, &open.card);
    let button = |test: String, text: String, levels: Levels| {
        let none = levels.is_empty();
        let onclick = view.on(move |_: MouseEvent| Some(Action::TryAll(levels.clone())));
        html! { <li key={test.clone()}><button type="button" class="button" data-test={test} disabled={none} {onclick}>{ text }</button></li> }
    };
    // A withheld level has no way up.
    let reached = open.card.overall.level.unwrap_or(model.levels);
    let ways = (reached + 1..=model.levels).filter_map(|level| {
        let way = way(model, &open.assessment, card, Goal::Overall(level))?;
        let levels = after_way(model, &open.assessment, card, &way);
        Some(button(format!("as-way-{level}"), view.f(t::AS_WAY, &[("level", &level.to_string())]), levels))
    });
    let planned = after_plan(model, &open.assessment, card);
    let none = if planned.is_empty() { view.t(t::AS_PLAN_NONE) } else { "" };
    html! {
        <section>
            <h2>{ view.t(t::QUICK) }</h2>
            <p class="muted">{ view.t(t::QUICK_HINT) }</p>
            <ul class="quick">
                { for ways }
                { button("as-plan".to_string(), view.t(t::AS_PLAN).to_string(), planned) }
            </ul>
            <p class="tries__note">{ none }</p>
        </section>
    }
}
