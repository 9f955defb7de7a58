//! Steps of the plan in words: what kind they are, when, how far, and what there is to do.

use yew::prelude::*;

use crate::domain::assessment::{Kind, Lane, Status};
use crate::i18n::{CriterionText, StepText, Text, words_plan as p};

use super::{View, nothing};

/// What a step asks for.
pub fn kind_name(kind: Kind) -> Text {
    match kind {
        Kind::Practice => p::KIND_PRACTICE,
        Kind::Prove => p::KIND_PROVE,
        Kind::Result => p::KIND_RESULT,
    }
}

/// The name of a lane.
pub fn lane_name(lane: Lane) -> Text {
    match lane {
        Lane::First => p::LANE_FIRST,
        Lane::Second => p::LANE_SECOND,
        Lane::Third => p::LANE_THIRD,
        Lane::Later => p::LANE_LATER,
    }
}

/// How far an action has come.
pub fn status_name(status: Status) -> Text {
    match status {
        Status::Planned => p::STATUS_PLANNED,
        Status::Doing => p::STATUS_DOING,
        Status::Done => p::STATUS_DONE,
        Status::Dropped => p::STATUS_DROPPED,
    }
}

/// The model's step by its place in the list: what to do, the first step, what will show that it worked.
pub fn step_lines<'a>(text: &'a CriterionText, step: usize) -> Vec<(Text, &'a str)> {
    let lines = |step: &'a StepText| {
        vec![
            (p::STEP_ACTION, step.action.as_str()),
            (p::STEP_FIRST, &step.first_step),
            (p::STEP_PROOF, &step.proof),
        ]
    };
    text.steps.get(step).map(lines).unwrap_or_default()
}

/// The same as markup.
pub fn step(view: View, text: &CriterionText, step: usize) -> Html {
    let lines = step_lines(text, step);
    if lines.is_empty() {
        return nothing();
    }
    let line = |(name, text)| html! { <div><dt>{ view.t(name) }</dt><dd>{ text }</dd></div> };
    html! { <dl class="step">{ for lines.into_iter().map(line) }</dl> }
}
