//! Where we stand and why: the whole, the aspects, the dimensions, the weakest spots.

use yew::prelude::*;

use crate::state::{Page, Workspace};
use fuxiao_core::CriterionRef;
use fuxiao_core::roadmap::Goal;
use fuxiao_language::{words_history, words_pages as p, words_whatif};

use super::super::reasons::{self, name_at};
use super::super::widgets::{badge, button_link, link};
use super::super::{
    View, blockers, changed, chart_figures, effects, explain, nothing, roadmap, scatter, why,
};

/// The results of an assessment.
pub fn results(view: View, workspace: &Workspace) -> Html {
    let (first, more) = reasons::headline(&view.case(workspace));
    let save = Callback::from({
        let workspace = workspace.clone();
        move |_: MouseEvent| effects::save_copy(&workspace.assessment, &workspace.document)
    });
    html! {
        <div class="results">
            <h1 tabindex="-1">{ view.t(p::RESULTS_TITLE) }</h1>
            <p class="headline" data-test="headline">{ first }</p>
            { for more.into_iter().map(|sentence| html! { <p class="lead">{ sentence }</p> }) }
            <div>{ changed::review_link(view, workspace) }</div>
            { blockers::show(view, workspace) }
            { legal(view, workspace) }
            { numbers(view, workspace) }
            { hints(view, workspace) }
            <div class="pair">
                <div class="stack">
                    { chart_figures::aspects(view, workspace) }
                    { why::show(view, workspace, why::whole(&view.case(workspace))) }
                </div>
                { chart_figures::gaps(view, workspace) }
            </div>
            <div class="pair">
                <div class="stack">
                    { roadmap::roadmap(view, workspace, workspace.card.overall.level.ok(), Goal::Overall) }
                    { explain::tree(view, workspace) }
                </div>
                { chart_figures::heat(view, workspace) }
            </div>
            <div class="pair">
                { chart_figures::dimensions(view, workspace) }
                <div class="stack">
                    { chart_figures::dimension_radar(view, workspace) }
                    { weakest(view, workspace) }
                    { why::movers(view, workspace) }
                </div>
            </div>
            <div class="pair">
                { scatter::matrix(view, workspace) }
                { scatter::importance(view, workspace) }
            </div>
            { chart_figures::kpis(view, workspace) }
            <p class="button-row">
                { button_link(&view.inside(workspace, Page::Plan), view.t(p::TO_PLAN), true) }
                { button_link(&view.inside(workspace, Page::WhatIf), view.t(words_whatif::LINK), false) }
                <button type="button" class="button" data-test="download" onclick={save}>{ view.t(p::DOWNLOAD_ASSESSMENT) }</button>
                { link(&view.inside(workspace, Page::History), view.t(words_history::TO_HISTORY)) }
            </p>
        </div>
    }
}

fn legal(view: View, workspace: &Workspace) -> Html {
    let Some(body) = reasons::legal_body(&view.case(workspace)) else { return nothing() };
    html! {
        <section class="notice notice--legal" data-test="legal">
            <h2>{ view.t(p::LEGAL_TITLE) }</h2>
            <p>{ body }</p>
            <p class="muted">{ view.t(p::LEGAL_BASIS) }</p>
        </section>
    }
}

fn numbers(view: View, workspace: &Workspace) -> Html {
    let [score, others @ ..] = reasons::numbers(&view.case(workspace));
    let value = workspace.card.overall.score.map(|score| serde_json::Value::from(score).to_string());
    html! {
        <dl class="numbers">
            <div>
                <dt>{ view.t(score.name) }</dt>
                <dd data-test="score" data-value={value}>{ score.value }</dd>
                <dd class="muted">{ score.more }</dd>
            </div>
            { for others.into_iter().map(|one| html! { <div><dt>{ view.t(one.name) }</dt><dd>{ one.value }</dd></div> }) }
        </dl>
    }
}

fn hints(view: View, workspace: &Workspace) -> Html {
    if workspace.card.hints.is_empty() {
        return nothing();
    }
    html! {
        <section class="notice">
            <h2>{ view.t(p::HINTS_TITLE) }</h2>
            <ul>{ for workspace.card.hints.iter().map(|hint| html! { <li>{ view.t(reasons::hint(*hint)) }</li> }) }</ul>
        </section>
    }
}

fn weakest(view: View, workspace: &Workspace) -> Html {
    let model = &view.state.model;
    let found = reasons::weakest(&view.case(workspace));
    let item = |(level, at): &(u8, CriterionRef)| {
        let id = model.dimensions.get(at.dimension).map(|dimension| dimension.id.clone()).unwrap_or_default();
        let criterion = model.criterion(*at).map(|criterion| criterion.id.clone()).unwrap_or_default();
        html! {
            <li key={format!("{at:?}")}>
                { badge(Some(*level)) }
                <a href={view.answering(workspace, &id, &criterion)}>{ name_at(&view.narrator(), *at) }</a>
            </li>
        }
    };
    html! {
        <section>
            <h2>{ view.t(p::WEAKEST_TITLE) }</h2>
            if found.is_empty() {
                <p>{ view.t(p::WEAKEST_NONE) }</p>
            } else {
                <ol class="weakest">{ for found.iter().map(item) }</ol>
            }
        </section>
    }
}
