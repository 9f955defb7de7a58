//! What if some levels were others: a copy that changes nothing until it is kept.

use yew::prelude::*;

use crate::state::{Action, Page, Workspace};
use fuxiao_core::roadmap::{Goal, shortest_path};
use fuxiao_core::whatif::{Levels, after_path, after_plan};
use fuxiao_language::{words_pages as p, words_whatif as t};

use super::super::reasons::figures_of_gate;
use super::super::whatif::{WhatIfView, compare, outcome, plan, rows, single_steps};
use super::super::widgets::link;
use super::super::{View, nothing};

/// The page.
pub fn whatif(view: View, workspace: &Workspace) -> Html {
    let whatif = WhatIfView::of(view, workspace);
    html! {
        <div class="whatif">
            <h1 tabindex="-1">{ view.t(t::TITLE) }</h1>
            <p class="lead">{ view.t(t::LEAD) }</p>
            { compare(&whatif) }
            <div class="whatif-outcome">{ gate(&whatif) }</div>
            { quick(&whatif) }
            { rows(&whatif) }
            { single_steps(&whatif) }
            { plan(&whatif) }
            { outcome(&whatif) }
            <p class="button-row">
                { link(&view.inside(workspace, Page::Results), view.t(p::BACK_RESULTS)) }
                { link(&view.inside(workspace, Page::Plan), view.t(t::TO_PLAN)) }
            </p>
        </div>
    }
}

/// A figure that holds the level down whatever is tried.
fn gate(whatif: &WhatIfView) -> Html {
    let view = whatif.view;
    let reasons = figures_of_gate(&view.case(whatif.workspace));
    let Some(gate) = view.state.model.legal_gate.as_ref().filter(|_| !reasons.is_empty()) else {
        return nothing();
    };
    let (reasons, cap) = (view.locale().list(&reasons), gate.cap.to_string());
    html! {
        <p class="notice notice--legal" data-test="gate-figure">{ view.f(t::GATE_KPI, &[("reasons", &reasons), ("cap", &cap)]) }</p>
    }
}

/// Buttons that try several levels at once: those of the shortest paths, and those of the plan.
fn quick(whatif: &WhatIfView) -> Html {
    let (view, workspace) = (whatif.view, whatif.workspace);
    let (model, card) = (&view.state.model, &workspace.card);
    let button = |test: String, text: String, levels: Levels| {
        let none = levels.is_empty();
        let onclick = view.on(move |_: MouseEvent| Some(Action::TryLevels(levels.clone())));
        html! { <li key={test.clone()}><button type="button" class="button" data-test={test} disabled={none} {onclick}>{ text }</button></li> }
    };
    // A withheld level has no path up.
    let reached = workspace.card.overall.level.unwrap_or(model.levels);
    let paths = (reached + 1..=model.levels).filter_map(|level| {
        let path = shortest_path(model, &workspace.assessment, card, Goal::Overall(level)).ok()?;
        let levels = after_path(model, &workspace.assessment, card, &path);
        Some(button(format!("as-path-{level}"), view.f(t::AS_WAY, &[("level", &level.to_string())]), levels))
    });
    let planned = after_plan(model, &workspace.assessment, card);
    let none = if planned.is_empty() { view.t(t::AS_PLAN_NONE) } else { "" };
    html! {
        <section>
            <h2>{ view.t(t::QUICK) }</h2>
            <p class="muted">{ view.t(t::QUICK_HINT) }</p>
            <ul class="quick">
                { for paths }
                { button("as-plan".to_string(), view.t(t::AS_PLAN).to_string(), planned) }
            </ul>
            <p class="whatif-list__note">{ none }</p>
        </section>
    }
}
