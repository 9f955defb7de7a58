//! What a what-if leaves behind: steps on the plan, or levels as targets. Shown before it is done.

use yew::prelude::*;

use crate::platform::{clock, page};
use crate::state::{Action, Page};
use fuxiao_core::whatif_outcome::{EffortEstimate, Retarget, estimate_effort, retargets};
use fuxiao_language::{dimension_name, words_whatif as t};

use super::super::reasons::name_at;
use super::super::roadmap::steps;
use super::super::steps::hours;
use super::super::widgets::link;
use super::WhatIfView;

/// The element that says that targets were kept.
const KEPT: &str = "kept";

/// Both ways to keep it, or a word where there is nothing to keep.
pub fn outcome(whatif: &WhatIfView) -> Html {
    let view = whatif.view;
    let tried = !whatif.changes.is_empty();
    let kept = view.state.just_kept() && !tried;
    let said = match (tried, kept) {
        (true, _) => "",
        (_, true) => view.t(t::KEPT),
        _ => view.t(t::NOTHING),
    };
    let to_plan = link(&view.inside(whatif.workspace, Page::Plan), view.t(t::TO_PLAN));
    html! {
        <section data-test="whatif-outcome">
            <h2>{ view.t(t::KEEP) }</h2>
            <p id={KEPT} class="whatif-list__note" role="status" tabindex="-1" data-test="kept">
                { said }{ " " }<span>{ if kept { to_plan } else { Html::default() } }</span>
            </p>
            <div class="whatif-outcome">{ if tried { on_plan(whatif) } else { Html::default() } }</div>
            <div class="whatif-outcome">{ if tried { as_targets(whatif) } else { Html::default() } }</div>
        </section>
    }
}

fn on_plan(whatif: &WhatIfView) -> Html {
    let (view, workspace) = (whatif.view, whatif.workspace);
    let EffortEstimate { steps: found, effort, without } =
        estimate_effort(&view.state.model, &workspace.assessment, &workspace.card, &whatif.changes);
    let (count, effort) = (found.len().to_string(), effort.to_string());
    let takes = hours(&view.narrator(), found.iter().map(|step| step.effort));
    let lead = match found.is_empty() {
        true => view.t(t::WORK_NONE).to_string(),
        false => view.f(t::WORK_LEAD, &[("steps", &count), ("effort", &takes)]),
    };
    let names: Vec<String> = without.iter().map(|at| name_at(&view.narrator(), *at)).collect();
    let names =
        (!names.is_empty()).then(|| view.f(t::WORK_WITHOUT, &[("names", &view.locale().list(&names))]));
    html! {
        <>
            <h3>{ view.t(t::WORK) }</h3>
            <p data-test="effort" data-effort={effort}>{ lead }</p>
            <p class="whatif-list__note">{ names.unwrap_or_default() }</p>
            <div class="whatif-outcome">{ if found.is_empty() { Html::default() } else { steps(view, workspace, &found) } }</div>
        </>
    }
}

fn as_targets(whatif: &WhatIfView) -> Html {
    let (view, model) = (whatif.view, &whatif.view.state.model);
    let found = retargets(&whatif.card, &whatif.changes);
    if found.is_empty() {
        return html! { <><h3>{ view.t(t::TARGETS) }</h3><p data-test="no-targets">{ view.t(t::TARGETS_NONE) }</p></> };
    }
    let targets =
        found.iter().filter_map(|one| Some((model.dimensions.get(one.dimension)?.id.clone(), Some(one.to))));
    let targets: Vec<(String, Option<u8>)> = targets.collect();
    let send = view.send.clone();
    let keep = Callback::from(move |_: MouseEvent| {
        send.emit(Action::KeepAsTargets(targets.clone(), clock::now()));
        // The button leaves with the what-if.
        page::focus_in_place(KEPT);
    });
    let item = |one: &Retarget| {
        let id = &model.dimensions.get(one.dimension)?.id;
        let (from, to) = (one.from.to_string(), one.to.to_string());
        let text =
            view.f(t::TARGET, &[("name", dimension_name(id, view.locale())), ("from", &from), ("to", &to)]);
        let text = if one.to < one.from { view.locale().clauses(&text, view.t(t::LOWER)) } else { text };
        Some(html! { <li key={id.clone()}>{ text }</li> })
    };
    html! {
        <>
            <h3>{ view.t(t::TARGETS) }</h3>
            <p>{ view.t(t::TARGETS_LEAD) }</p>
            <ul class="blocker-list" data-test="retargets">{ for found.iter().filter_map(item) }</ul>
            <p class="button-row">
                <button type="button" class="button" data-test="keep-targets" onclick={keep}>{ view.t(t::TARGETS_KEEP) }</button>
                <span class="muted">{ view.t(t::TARGETS_END) }</span>
            </p>
        </>
    }
}
