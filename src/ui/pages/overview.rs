//! Overview: every dimension with its status, how much is left, and where to go on.

use yew::prelude::*;

use crate::domain::Dimension;
use crate::domain::dimension::DimensionScore;
use crate::i18n::{dimension_name, fixed, minutes, outline, words as w, words_answering as a};
use crate::platform::page;
use crate::state::{Edit, Open, Paper, Place};

use super::super::View;
use super::super::parts::{badge, link, meter, status, way};

/// The overview of an assessment.
pub fn overview(view: View, open: &Open) -> Html {
    let whole = &open.card.overall;
    let (answered, applicable) = (whole.answered.to_string(), whole.applicable.to_string());
    let done = view.f(w::OVERVIEW_DONE, &[("answered", &answered), ("applicable", &applicable)]);
    let next =
        view.state.next_open(None).map(|(dimension, criterion)| view.answering(open, dimension, criterion));
    let some = whole.answered > 0;
    let rows = view.state.model.dimensions.iter().zip(&open.card.dimensions);
    html! {
        <div class="overview">
            <h1 tabindex="-1">{ view.t(w::OVERVIEW) }</h1>
            <p>{ time(view, open, &done) }</p>
            { meter(whole.answered, whole.applicable, done.clone()) }
            <p class="ways">
                if let Some(next) = &next { { way(next, view.t(w::NEXT_OPEN), true) } }
                if some { { way(&view.inside(open, Place::Results), view.t(w::SEE_RESULTS), next.is_none()) } }
            </p>
            <ol class="tasks">{ for rows.map(|(dimension, score)| task(view, open, dimension, score)) }</ol>
            <p class="ways">
                { link(&view.inside(open, Place::Check(None)), view.t(a::CHECK)) }
                { link(&view.inside(open, Place::Find), view.t(a::FIND)) }
                { link(&view.inside(open, Place::Profile), view.t(w::TO_PROFILE)) }
                { link(&view.inside(open, Place::Paper(Paper::default())), view.t(a::PAPER)) }
            </p>
            <p>
                if !open.assessment.answers.is_empty() || !open.assessment.kpis.is_empty() {
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
fn time(view: View, open: &Open, done: &str) -> String {
    let still = open.card.overall.applicable - open.card.overall.answered;
    let left = match view.state.pace.left(still) {
        _ if still == 0 => return done.to_string(),
        Some(minutes) => view.f(a::PACE, &[("minutes", &minutes.to_string())]),
        None => view.f(w::OVERVIEW_LEFT, &[("minutes", &fixed(reading(view, open).max(1.0), 0))]),
    };
    view.locale().clauses(done, &left)
}

/// Minutes to read and answer the open questions.
fn reading(view: View, open: &Open) -> f64 {
    outline()
        .iter()
        .zip(&open.card.dimensions)
        .map(|(dimension, score)| {
            let of = (score.applicable.max(1)) as f64;
            minutes(dimension, view.locale(), (score.applicable - score.answered) as f64 / of)
        })
        .sum()
}

fn task(view: View, open: &Open, dimension: &Dimension, score: &DimensionScore) -> Html {
    let to = view.inside(open, Place::Dimension(dimension.id.clone(), None));
    html! {
        <li key={dimension.id.clone()} class="task">
            <a href={to}>{ dimension_name(&dimension.id, view.locale()) }</a>
            <span class="task__status">{ status(&view.narrator(), score) }</span>
            { badge(score.level) }
        </li>
    }
}
