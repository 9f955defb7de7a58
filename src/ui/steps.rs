//! Steps of the plan as markup. What is said of them is the narrative's.

use yew::prelude::*;

use crate::state::Workspace;
use fuxiao_core::CriterionRef;
use fuxiao_core::assessment::Kind;
use fuxiao_language::{CriterionText, words_plan as p};

pub use fuxiao_narrative::names::hours;
pub use fuxiao_narrative::steps::{
    change_text, figure, hint_text, kind_name, lane_name, question_name, status_name, step_lines,
};

use super::{View, nothing};

/// The same as markup.
pub fn step(view: View, text: &CriterionText, step: usize) -> Html {
    let lines = step_lines(text, step);
    if lines.is_empty() {
        return nothing();
    }
    let line = |(name, text)| html! { <div><dt>{ view.t(name) }</dt><dd>{ text }</dd></div> };
    html! { <dl class="step">{ for lines.into_iter().map(line) }</dl> }
}

/// What there is to do on the way of a criterion to a level: the step, what would prove it, the figure that disagrees.
pub fn to_do(view: View, workspace: &Workspace, at: CriterionRef, kind: Kind, to: u8) -> Html {
    let model = &view.state.model;
    let Some((dimension, criterion)) = model.dimensions.get(at.dimension).zip(model.criterion(at)) else {
        return nothing();
    };
    let Some(text) = view.state.texts.criterion(view.locale(), &dimension.id, &criterion.id) else {
        return nothing();
    };
    let place = usize::from(to.saturating_sub(2));
    match kind {
        Kind::Practice => step(view, text, place),
        Kind::Prove => html! { <p>{ view.f(p::KIND_PROVE_BODY, &[("evidence", &text.evidence)]) }</p> },
        Kind::Result => {
            html! { <><p>{ figure(&view.case(workspace), at).unwrap_or_default() }</p>{ step(view, text, place) }</> }
        }
    }
}

/// The question of a step as a link to where it is answered.
pub fn question_link(view: View, workspace: &Workspace, criterion: &str) -> Html {
    let name = question_name(&view.narrator(), criterion);
    match view.state.model.dimension_of(criterion) {
        Some(dimension) => {
            html! { <a href={view.answering(workspace, &dimension.id, criterion)}>{ name }</a> }
        }
        None => html! { <span>{ name }</span> },
    }
}
