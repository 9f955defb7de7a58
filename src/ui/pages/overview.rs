//! Overview: every dimension with its status, how much is left, and where to go on.

use yew::prelude::*;

use crate::platform::page;
use crate::state::{Edit, Page, PrintOptions, Workspace};
use fuxiao_core::Dimension;
use fuxiao_core::dimension::DimensionScore;
use fuxiao_language::{dimension_name, fixed, minutes, outline, words as w, words_answering as a};

use super::super::View;
use super::super::changed::notice;
use super::super::widgets::{badge, button_link, link, meter, status};

/// The overview of an assessment.
pub fn overview(view: View, workspace: &Workspace) -> Html {
    let whole = &workspace.card.overall;
    let (answered, applicable) = (whole.answered.to_string(), whole.applicable.to_string());
    let done = view.f(w::OVERVIEW_DONE, &[("answered", &answered), ("applicable", &applicable)]);
    let next = view
        .state
        .next_open(None)
        .map(|(dimension, criterion)| view.answering(workspace, dimension, criterion));
    let some = whole.answered > 0;
    let rows = view.state.model.dimensions.iter().zip(&workspace.card.dimensions);
    html! {
        <div class="overview">
            <h1 tabindex="-1">{ view.t(w::OVERVIEW) }</h1>
            <div>{ notice(view, workspace) }</div>
            <p>{ time(view, workspace, &done) }</p>
            { meter(whole.answered, whole.applicable, done.clone()) }
            <p class="button-row">
                if let Some(next) = &next { { button_link(next, view.t(w::NEXT_OPEN), true) } }
                if some { { button_link(&view.inside(workspace, Page::Results), view.t(w::SEE_RESULTS), next.is_none()) } }
            </p>
            <ol class="tasks">{ for rows.map(|(dimension, score)| task(view, workspace, dimension, score)) }</ol>
            <p class="button-row">
                { link(&view.inside(workspace, Page::Check(None)), view.t(a::CHECK)) }
                { link(&view.inside(workspace, Page::Find), view.t(a::FIND)) }
                { link(&view.inside(workspace, Page::Profile), view.t(w::TO_PROFILE)) }
                { link(&view.inside(workspace, Page::PrintQuestionnaire(PrintOptions::default())), view.t(a::PAPER)) }
            </p>
            <p>
                if !workspace.assessment.answers.is_empty() || !workspace.assessment.kpis.is_empty() {
                    <button type="button" class="small" data-test="reset" onclick={reset(view)}>{ view.t(a::RESET) }</button>
                }
            </p>
        </div>
    }
}

/// Clears all answers after asking.
fn reset(view: View) -> Callback<MouseEvent> {
    let question = view.t(a::RESET_ASK);
    view.edit(move |_: MouseEvent| page::confirm(question).then_some(Edit::Reset))
}

/// What is done, and how long the open questions take: at one's own pace once there is one, at reading speed before.
fn time(view: View, workspace: &Workspace, done: &str) -> String {
    let still = workspace.card.overall.applicable - workspace.card.overall.answered;
    let left = match view.state.pacing.left(still) {
        _ if still == 0 => return done.to_string(),
        Some(minutes) => view.f(a::PACE, &[("minutes", &minutes.to_string())]),
        None => view.f(w::OVERVIEW_LEFT, &[("minutes", &fixed(reading(view, workspace).max(1.0), 0))]),
    };
    view.locale().clauses(done, &left)
}

/// Minutes to read and answer the open questions.
fn reading(view: View, workspace: &Workspace) -> f64 {
    outline()
        .iter()
        .zip(&workspace.card.dimensions)
        .map(|(dimension, score)| {
            let of = (score.applicable.max(1)) as f64;
            minutes(dimension, view.locale(), (score.applicable - score.answered) as f64 / of)
        })
        .sum()
}

fn task(view: View, workspace: &Workspace, dimension: &Dimension, score: &DimensionScore) -> Html {
    let to = view.inside(workspace, Page::Dimension(dimension.id.clone(), None));
    html! {
        <li key={dimension.id.clone()} class="task">
            <a href={to}>{ dimension_name(&dimension.id, view.locale()) }</a>
            <span class="task__status">{ status(&view.narrator(), score) }</span>
            { badge(score.level) }
        </li>
    }
}
