//! Steps of the plan in words: what kind they are, when, how far, and what there is to do.

use yew::prelude::*;

use crate::domain::assessment::{Kind, Lane, Status};
use crate::i18n::{CriterionText, Text, words_plan as p};

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
pub fn step(view: View, text: &CriterionText, step: usize) -> Html {
    let Some(step) = text.steps.get(step) else { return nothing() };
    html! {
        <dl class="step">
            <div><dt>{ view.t(p::STEP_ACTION) }</dt><dd>{ &step.action }</dd></div>
            <div><dt>{ view.t(p::STEP_FIRST) }</dt><dd>{ &step.first_step }</dd></div>
            <div><dt>{ view.t(p::STEP_PROOF) }</dt><dd>{ &step.proof }</dd></div>
        </dl>
    }
}
