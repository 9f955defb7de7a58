//! Steps of the plan in words: what kind they are, when, how far, what there is to do, what deserves a look.

use yew::prelude::*;

use crate::domain::CriterionRef;
use crate::domain::assessment::{Kind, Lane, Status};
use crate::domain::plan_diff::Change;
use crate::domain::plan_hint::PlanHint;
use crate::i18n::{CriterionText, StepText, Text, words_board as b, words_plan as p};
use crate::state::Open;

use super::answers::numbered;
use super::reasons::with_unit;
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

/// What there is to do on the way of a criterion to a level: the step, what would prove it, the figure that disagrees.
pub fn to_do(view: View, open: &Open, at: CriterionRef, kind: Kind, to: u8) -> Html {
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
            html! { <><p>{ figure(view, open, at).unwrap_or_default() }</p>{ step(view, text, place) }</> }
        }
    }
}

/// The figure that holds a criterion down, with its value and the next bound.
fn figure(view: View, open: &Open, at: CriterionRef) -> Option<String> {
    let (kpi, band) = open.card.standing(at)?.rating()?.lowest?;
    let kpi = view.state.model.kpis.get(kpi)?;
    let value = with_unit(open.assessment.kpi_value(&kpi.id)?, &kpi.unit);
    let bound = kpi.bounds.as_ref()?.get(usize::from(band).checked_sub(1)?)?;
    let values =
        [("name", view.kpi_name(&kpi.id)), ("value", value), ("bound", with_unit(*bound, &kpi.unit))];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    Some(view.f(p::KIND_RESULT_BODY, &values))
}

/// The question of a step, with its number; its id where the questionnaire has no such question.
pub fn question_name(view: View, criterion: &str) -> String {
    match view.state.model.dimension_of(criterion) {
        Some(dimension) => numbered(criterion, &view.criterion_name(&dimension.id, criterion)),
        None => criterion.to_string(),
    }
}

/// The question of a step as a link to where it is answered.
pub fn question_link(view: View, open: &Open, criterion: &str) -> Html {
    let name = question_name(view, criterion);
    match view.state.model.dimension_of(criterion) {
        Some(dimension) => html! { <a href={view.answering(open, &dimension.id, criterion)}>{ name }</a> },
        None => html! { <span>{ name }</span> },
    }
}

/// A hint in words.
pub fn hint_text(view: View, hint: PlanHint) -> String {
    let level = |text, level: u8| view.f(text, &[("level", &level.to_string())]);
    match hint {
        PlanHint::NoProof => view.t(b::NO_PROOF).to_string(),
        PlanHint::Backwards => view.t(b::BACKWARDS).to_string(),
        PlanHint::OtherLane(lane) => view.f(b::OTHER_LANE, &[("lane", view.t(lane_name(lane)))]),
        PlanHint::BeforeLower(to) => level(b::BEFORE_LOWER, to),
        PlanHint::NoBase(to) => level(b::NO_BASE, to),
    }
}

/// What a step was like before, in words.
pub fn change_text(view: View, change: &Change) -> String {
    match change {
        Change::New => view.t(b::NEW).to_string(),
        Change::Lane(lane) => view.f(b::WAS_LANE, &[("lane", view.t(lane_name(*lane)))]),
        Change::Status(status) => view.f(b::WAS_STATUS, &[("status", view.t(status_name(*status)))]),
        Change::Due(Some(date)) => view.f(b::WAS_DUE, &[("date", date)]),
        Change::Due(None) => view.t(b::WAS_NOT_DUE).to_string(),
    }
}
