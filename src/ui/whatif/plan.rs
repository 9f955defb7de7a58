//! What becomes of the recommendations and of the shortest path, by name.

use yew::prelude::*;

use fuxiao_core::roadmap::{Goal, shortest_path};
use fuxiao_core::whatif_outcome::{RecommendationChange, Scheduled, recommendation_changes};
use fuxiao_language::{Text, words_plan as p, words_whatif as t};

use super::super::reasons::name_at;
use super::super::steps::{hours, kind_name, lane_name};
use super::{WhatIfView, from_to};

/// The changes, from now to the what-if.
pub fn plan(whatif: &WhatIfView) -> Html {
    let view = whatif.view;
    let found = recommendation_changes(&whatif.workspace.card, &whatif.card);
    let gone = |one: &RecommendationChange| one.after.is_none();
    let new = |one: &RecommendationChange| one.before.is_none();
    let both = |one: &RecommendationChange| one.before.is_some() && one.after.is_some();
    let groups = [
        group(whatif, t::GONE, "gone", &found, &gone),
        group(whatif, t::NEW, "new", &found, &new),
        group(whatif, t::OTHER, "other", &found, &|one| both(one) && one.other()),
        group(whatif, t::MOVED, "moved", &found, &|one| both(one) && !one.other()),
    ];
    let same = if found.is_empty() { view.t(t::SAME) } else { "" };
    html! {
        <section data-test="whatif-plan">
            <h2>{ view.t(t::PLAN) }</h2>
            { for path_sentences(whatif).into_iter().map(|sentence| html! { <p data-test="whatif-roadmap">{ sentence }</p> }) }
            <p class="whatif-list__note">{ same }</p>
            { for groups }
        </section>
    }
}

/// What the shortest path takes now and after the what-if: to the level that is next now, and to the one after the
/// what-if's.
fn path_sentences(whatif: &WhatIfView) -> Vec<String> {
    let (view, workspace) = (whatif.view, whatif.workspace);
    let model = &view.state.model;
    let (Ok(now), Ok(then)) = (workspace.card.overall.level, whatif.card.overall.level) else {
        return Vec::new();
    };
    let effort = |card, level| {
        let found = shortest_path(model, &workspace.assessment, card, Goal::Overall(level)).ok()?;
        Some(hours(&view.narrator(), found.steps.iter().map(|step| step.effort)))
    };
    let mut goals = vec![now + 1, then + 1];
    goals.dedup();
    let sentence = |level: u8| {
        let (now, after) = (effort(&workspace.card, level)?, effort(&whatif.card, level)?);
        let text = if then >= level { t::WAY_THERE } else { t::WAY };
        Some(view.f(text, &[("level", &level.to_string()), ("now", &now), ("then", &after)]))
    };
    goals.into_iter().filter(|level| *level <= model.levels).filter_map(sentence).collect()
}

fn group(
    whatif: &WhatIfView,
    title: Text,
    test: &'static str,
    all: &[RecommendationChange],
    belongs: &dyn Fn(&RecommendationChange) -> bool,
) -> Html {
    let items: Vec<Html> =
        all.iter().filter(|one| belongs(one)).filter_map(|one| item(whatif, one)).collect();
    if items.is_empty() {
        return html! { <div key={test} class="whatif-list__note"></div> };
    }
    let title = whatif.view.f(title, &[("count", &items.len().to_string())]);
    html! {
        <div key={test} data-test={test}>
            <details open={test != "moved"}>
                <summary>{ title }</summary>
                <ul class="blocker-list">{ for items }</ul>
            </details>
        </div>
    }
}

fn item(whatif: &WhatIfView, one: &RecommendationChange) -> Option<Html> {
    let view = whatif.view;
    let (this, _) = one.after.or(one.before)?;
    let what = |(one, lane): Scheduled| {
        let levels = view.f(p::FROM_TO, &[("from", &one.from.to_string()), ("to", &one.to.to_string())]);
        let step = view.locale().colon(view.t(kind_name(one.kind)), &levels);
        view.locale().clauses(&step, view.t(lane_name(lane)))
    };
    let said = match (one.before, one.after) {
        (Some((_, before)), Some((_, after))) if !one.other() => {
            from_to(view.t(lane_name(before)), view.t(lane_name(after)))
        }
        (Some(before), Some(after)) => from_to(&what(before), &what(after)),
        (before, after) => what(after.or(before)?),
    };
    let id = &view.state.model.criterion(this.at)?.id;
    Some(
        html! { <li key={id.clone()}>{ name_at(&view.narrator(), this.at) }{ " " }<span class="muted">{ said }</span></li> },
    )
}
