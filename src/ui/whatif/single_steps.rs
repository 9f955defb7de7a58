//! One answer, one level up: what moves the score most from where the what-if stands, and what changes a level.

use yew::prelude::*;

use crate::platform::page;
use crate::state::Action;
use fuxiao_core::whatif::{SingleStep, single_steps as all_single_steps};
use fuxiao_language::{dimension_name, fixed, words_plan as p, words_whatif as t, words_why as y};

use super::super::reasons::name_at;
use super::super::widgets::link;
use super::WhatIfView;

/// How many steps are named that move the score most.
const STRONGEST: usize = 5;
/// How many are named that change a level.
const LEVELS: usize = 8;
/// The heading, where the focus rests when a step that had it leaves the list.
const HEADING: &str = "single-steps";

/// The two lists.
pub fn single_steps(whatif: &WhatIfView) -> Html {
    let view = whatif.view;
    let steps = all_single_steps(&view.state.model, &whatif.workspace.assessment, &whatif.card);
    let overall = steps.iter().filter(|one| one.overall.is_some());
    let within = steps.iter().filter(|one| one.overall.is_none() && one.dimension.is_some());
    let turning: Vec<&SingleStep> = overall.chain(within).collect();
    let lead = if steps.is_empty() { t::AHEAD_NONE } else { t::AHEAD_LEAD };
    let [count, shown] = [turning.len(), LEVELS].map(|count| count.to_string());
    let first =
        (turning.len() > LEVELS).then(|| view.f(t::AHEAD_FIRST, &[("count", &count), ("shown", &shown)]));
    html! {
        <section>
            <h2 id={HEADING} tabindex="-1">{ view.t(t::AHEAD) }</h2>
            <p class="muted">{ view.t(lead) }</p>
            <h3>{ view.t(t::AHEAD_LEVEL) }</h3>
            <p class="whatif-list__note">
                { if turning.is_empty() { view.t(t::AHEAD_LEVEL_NONE).to_string() } else { first.unwrap_or_default() } }
            </p>
            <ul class="single-steps" data-test="single-steps-levels">{ for turning.iter().take(LEVELS).filter_map(|one| item(whatif, one)) }</ul>
            <h3>{ view.t(t::AHEAD_SCORE) }</h3>
            <ul class="single-steps" data-test="single-steps-score">{ for steps.iter().take(STRONGEST).filter_map(|one| item(whatif, one)) }</ul>
        </section>
    }
}

fn item(whatif: &WhatIfView, one: &SingleStep) -> Option<Html> {
    let (view, model) = (whatif.view, &whatif.view.state.model);
    let (dimension, criterion) = (model.dimensions.get(one.at.dimension)?, model.criterion(one.at)?);
    let name = name_at(&view.narrator(), one.at);
    let to = view.answering(whatif.workspace, &dimension.id, &criterion.id);
    let (from, level) = ((one.to - 1).to_string(), one.to.to_string());
    let adds = format!("+{}", fixed(one.adds, 3));
    let mut said = vec![
        view.f(p::FROM_TO, &[("from", &from), ("to", &level)]),
        view.f(y::MOVE_ADDS, &[("adds", &adds)]),
    ];
    said.extend(one.overall.map(|level| view.f(t::TO_OVERALL, &[("level", &level.to_string())])));
    said.extend(one.dimension.map(|level| {
        let name = dimension_name(&dimension.id, view.locale());
        view.f(t::TO_DIMENSION, &[("name", name), ("level", &level.to_string())])
    }));
    let (send, id, higher) = (view.send.clone(), criterion.id.clone(), one.to);
    let onclick = Callback::from(move |event: MouseEvent| {
        send.emit(Action::TryLevel(id.clone(), Some(higher)));
        // By keyboard: the button may be gone now. The browser counts no clicks for what keys do.
        if event.detail() == 0 {
            page::focus_in_place(HEADING);
        }
    });
    let label = view.f(t::TRY_OF, &[("level", &level), ("name", &name)]);
    Some(html! {
        <li key={criterion.id.clone()} data-test={format!("single-step-{}", criterion.id)}>
            <span>{ link(&to, &name) }{ " " }<span class="muted">{ view.locale().list(&said) }</span></span>
            <button type="button" class="small" aria-label={label} {onclick}>{ view.t(t::TRY) }</button>
        </li>
    })
}
