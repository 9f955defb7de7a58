//! What a trial leaves behind: steps on the plan, or levels as targets. Shown before it is done.

use yew::prelude::*;

use crate::domain::trial_keep::{Retarget, Work, retargets, work};
use crate::i18n::{dimension_name, words_whatif as t};
use crate::platform::{clock, page};
use crate::state::{Action, Place};

use super::super::parts::link;
use super::super::reasons::name_at;
use super::super::ways::steps;
use super::Trial;

/// The element that says that targets were kept.
const KEPT: &str = "kept";

/// Both ways to keep it, or a word where there is nothing to keep.
pub fn keep(trial: &Trial) -> Html {
    let view = trial.view;
    let tried = !trial.moves.is_empty();
    let kept = view.state.just_kept() && !tried;
    let said = match (tried, kept) {
        (true, _) => "",
        (_, true) => view.t(t::KEPT),
        _ => view.t(t::NOTHING),
    };
    let to_plan = link(&view.inside(trial.open, Place::Plan), view.t(t::TO_PLAN));
    html! {
        <section data-test="keep">
            <h2>{ view.t(t::KEEP) }</h2>
            <p id={KEPT} class="tries__note" role="status" tabindex="-1" data-test="kept">
                { said }{ " " }<span>{ if kept { to_plan } else { Html::default() } }</span>
            </p>
            <div class="keep">{ if tried { on_plan(trial) } else { Html::default() } }</div>
            <div class="keep">{ if tried { as_targets(trial) } else { Html::default() } }</div>
        </section>
    }
}

fn on_plan(trial: &Trial) -> Html {
    let (view, open) = (trial.view, trial.open);
    let Work { steps: found, effort, without } =
        work(&view.state.model, &open.assessment, &open.card, &trial.moves);
    let (count, effort) = (found.len().to_string(), effort.to_string());
    let lead = match found.is_empty() {
        true => view.t(t::WORK_NONE).to_string(),
        false => view.f(t::WORK_LEAD, &[("steps", &count), ("effort", &effort)]),
    };
    let names: Vec<String> = without.iter().map(|at| name_at(&view.narrator(), *at)).collect();
    let names =
        (!names.is_empty()).then(|| view.f(t::WORK_WITHOUT, &[("names", &view.locale().list(&names))]));
    html! {
        <>
            <h3>{ view.t(t::WORK) }</h3>
            <p data-test="work" data-effort={effort}>{ lead }</p>
            <p class="tries__note">{ names.unwrap_or_default() }</p>
            <div class="keep">{ if found.is_empty() { Html::default() } else { steps(view, open, &found) } }</div>
        </>
    }
}

fn as_targets(trial: &Trial) -> Html {
    let (view, model) = (trial.view, &trial.view.state.model);
    let found = retargets(&trial.card, &trial.moves);
    if found.is_empty() {
        return html! { <><h3>{ view.t(t::TARGETS) }</h3><p data-test="no-targets">{ view.t(t::TARGETS_NONE) }</p></> };
    }
    let targets =
        found.iter().filter_map(|one| Some((model.dimensions.get(one.dimension)?.id.clone(), Some(one.to))));
    let targets: Vec<(String, Option<u8>)> = targets.collect();
    let send = view.send.clone();
    let keep = Callback::from(move |_: MouseEvent| {
        send.emit(Action::Keep(targets.clone(), clock::now()));
        // The button leaves with the trial.
        page::rest_on(KEPT);
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
            <ul class="holders" data-test="retargets">{ for found.iter().filter_map(item) }</ul>
            <p class="ways">
                <button type="button" class="button" data-test="keep-targets" onclick={keep}>{ view.t(t::TARGETS_KEEP) }</button>
                <span class="muted">{ view.t(t::TARGETS_END) }</span>
            </p>
        </>
    }
}
