//! Target levels: ready-made sets, and one by one with how far each is reached.

use fuxiao_narrative::names::service_name;
use yew::prelude::*;

use crate::platform::field;
use crate::state::{Edit, Page, Workspace};
use fuxiao_core::Dimension;
use fuxiao_core::dimension::DimensionScore;
use fuxiao_core::ident::encoded;
use fuxiao_core::preset::{
    Preset, TargetChange, by_service, changes, in_force as is_in_force, offered, overrides, suggested,
    targets as of_preset,
};
use fuxiao_language::{
    dimension_name, words as w, words_history, words_pages as p, words_plan, words_targets as t,
};

use super::super::rate::rates;
use super::super::widgets::{button_link, level_text, link, options_of};
use super::super::{View, progress, reasons};
use super::profile::size_name;

/// The page.
pub fn targets(view: View, workspace: &Workspace) -> Html {
    html! {
        <div class="targets">
            <h1 tabindex="-1">{ view.t(t::TITLE) }</h1>
            <p class="lead">{ view.t(t::LEAD) }</p>
            { presets(view, workspace) }
            { one_by_one(view, workspace) }
            { rates(view, workspace) }
            <p class="button-row">
                { button_link(&view.inside(workspace, Page::Plan), view.t(p::TO_PLAN), true) }
                { link(&view.inside(workspace, Page::History), view.t(words_history::TO_HISTORY)) }
                { link(&view.inside(workspace, Page::Results), view.t(p::BACK_RESULTS)) }
            </p>
        </div>
    }
}

fn presets(view: View, workspace: &Workspace) -> Html {
    let first = suggested(&view.state.model, &workspace.assessment.firm);
    let all = offered(&view.state.model);
    html! {
        <section>
            <h2>{ view.t(t::PRESETS) }</h2>
            <p>{ view.t(t::OWN) }</p>
            <p>
                { services(view, workspace) }{ " " }
                { link(&view.inside(workspace, Page::Profile), view.t(t::TO_PROFILE)) }
            </p>
            <p role="status" data-test="in-force">{ in_force(view, workspace) }</p>
            <ul class="presets">{ for all.iter().map(|one| preset(view, workspace, one, *one == first)) }</ul>
        </section>
    }
}

/// The set whose targets are those in force, if there is one.
fn in_force(view: View, workspace: &Workspace) -> String {
    let stands = |one: &Preset| is_in_force(one, &view.state.model, &workspace.assessment, &workspace.card);
    match offered(&view.state.model).iter().find(|one| stands(one)) {
        Some(one) => view.f(t::IN_FORCE_IS, &[("name", &words_of(view, one).0)]),
        None => view.t(t::IN_FORCE_NONE).to_string(),
    }
}

/// What the profile says of the services, and what the sets by size make of it.
fn services(view: View, workspace: &Workspace) -> String {
    let firm = &workspace.assessment.firm;
    let names: Vec<String> =
        firm.services.iter().map(|service| view.t(service_name(*service)).to_string()).collect();
    let text = match by_service(&view.state.model, firm) {
        _ if names.is_empty() => t::WORK_UNSAID,
        false => t::WORK_MONTHLY,
        true => t::WORK_ENGAGEMENTS,
    };
    view.f(text, &[("services", &view.locale().list(&names))])
}

/// The name of a set and what speaks for it. One that has no words of ours is called as the model calls it.
fn words_of(view: View, preset: &Preset) -> (String, &'static str) {
    let (name, why) = match preset {
        Preset::Standard => (t::STANDARD, t::STANDARD_WHY),
        Preset::OneUp => (t::ONE_UP, t::ONE_UP_WHY),
        Preset::Named(name) => match name.as_str() {
            "small" => (t::SMALL, t::SMALL_WHY),
            "growing" => (t::GROWING, t::GROWING_WHY),
            "established" => (t::ESTABLISHED, t::ESTABLISHED_WHY),
            "large" => (t::LARGE, t::LARGE_WHY),
            "measured" => (t::MEASURED, t::MEASURED_WHY),
            other => return (other.to_string(), ""),
        },
    };
    (view.t(name).to_string(), view.t(why))
}

fn preset(view: View, workspace: &Workspace, preset: &Preset, first: bool) -> Html {
    let model = &view.state.model;
    let (name, why) = words_of(view, preset);
    let all = changes(preset, model, &workspace.assessment, &workspace.card);
    let edit = overrides(&of_preset(preset, model, &workspace.assessment, &workspace.card), model);
    let apply = view.edit(move |_: MouseEvent| Some(Edit::Targets(edit.clone())));
    let change = |one: &TargetChange| {
        let id = &model.dimensions.get(one.dimension)?.id;
        let (from, to) = (one.from.to_string(), one.to.to_string());
        let levels = view.f(words_plan::FROM_TO, &[("from", &from), ("to", &to)]);
        let text = view.locale().colon(dimension_name(id, view.locale()), &levels);
        Some(html! { <li key={id.clone()}>{ text }</li> })
    };
    let none = all.is_empty();
    html! {
        <li key={preset.word().to_string()} data-test={format!("preset-{}", preset.word())}>
            <details open={first}>
                <summary>
                    { &name }
                    if first { <span class="chip">{ view.t(t::SUGGESTED) }</span> }
                </summary>
                <p>{ why }</p>
                if first { <p>{ because(view, workspace) }</p> }
                if none {
                    <p class="muted">{ view.t(t::IN_FORCE) }</p>
                } else {
                    <p>{ view.f(t::CHANGES, &[("count", &all.len().to_string())]) }</p>
                    <ul class="preset__changes">{ for all.iter().filter_map(change) }</ul>
                }
                <p><button type="button" class="button" data-test="apply" disabled={none} onclick={apply}
                    aria-label={view.f(t::APPLY_OF, &[("name", &name)])}>{ view.t(t::APPLY) }</button></p>
            </details>
        </li>
    }
}

/// Why this set is the one to begin with.
fn because(view: View, workspace: &Workspace) -> String {
    match workspace.assessment.firm.size {
        Some(size) => view.f(t::BECAUSE, &[("size", &size_name(view, size))]),
        None => view.t(t::BECAUSE_UNSAID).to_string(),
    }
}

fn one_by_one(view: View, workspace: &Workspace) -> Html {
    let rows = view.state.model.dimensions.iter().zip(&workspace.card.dimensions).enumerate();
    html! {
        <section>
            <h2>{ view.t(t::ONE_BY_ONE) }</h2>
            <p>{ view.t(t::GATES) }</p>
            <ul class="targets__list">{ for rows.map(|(at, (dimension, score))| row(view, workspace, at, dimension, score)) }</ul>
        </section>
    }
}

fn row(view: View, workspace: &Workspace, at: usize, dimension: &Dimension, score: &DimensionScore) -> Html {
    let name = dimension_name(&dimension.id, view.locale());
    let now = match score.in_scope() {
        true => view.f(
            t::NOW,
            &[("level", &level_text(&view.narrator(), score)), ("score", &reasons::score(score.score, 2))],
        ),
        false => view.t(w::STATUS_OUT).to_string(),
    };
    let baseline = view.state.baseline.as_ref();
    let was = baseline.and_then(|was| was.card.dimensions.get(at)).map(|was| was.score);
    html! {
        <li key={dimension.id.clone()} data-test={format!("target-{}", dimension.id)}>
            <div>
                <a href={view.inside(workspace, Page::Result(dimension.id.clone()))}>{ name }</a>
                <span class="muted">
                    { now }
                    if dimension.gate { { " · " }{ view.t(t::GATE) } }
                </span>
            </div>
            { select(view, dimension, score.target, name) }
            <div class="targets__progress">
                { progress::reached(view, name, score.target_reached) }
                if let Some(was) = was {
                    { progress::since(view, name, was, score.score, score.target) }
                }
            </div>
        </li>
    }
}

/// The levels to choose from; the model's own is marked, and choosing it leaves the target to the model.
fn select(view: View, dimension: &Dimension, target: u8, name: &str) -> Html {
    let own = dimension.target;
    let (id, field_id) = (dimension.id.clone(), format!("target-{}", encoded(&dimension.id)));
    let onchange = view.edit(move |event: Event| {
        let level: u8 = field::text(&event).parse().ok()?;
        Some(Edit::Target(id.clone(), (level != own).then_some(level)))
    });
    let option = |level: u8| {
        let text = if level == own { p::TARGET_DEFAULT } else { w::LEVEL_N };
        (level.to_string(), view.f(text, &[("level", &level.to_string())]), level == target)
    };
    let options: Vec<_> = (1..=view.state.model.levels).map(option).collect();
    html! {
        <p class="field">
            <label class="unseen" for={field_id.clone()}>{ view.f(t::TARGET_OF, &[("name", name)]) }</label>
            <select id={field_id} {onchange}>{ for options_of(&options) }</select>
        </p>
    }
}
