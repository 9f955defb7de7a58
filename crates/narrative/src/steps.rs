//! Steps of the plan in words: what kind they are, when, how far, what there is to do, what deserves a look.

use fuxiao_core::CriterionRef;
use fuxiao_core::assessment::{Kind, Lane, Status};
use fuxiao_core::plan_diff::PlanChange;
use fuxiao_core::plan_hint::PlanHint;
use fuxiao_language::{CriterionText, StepText, Text, words_board as b, words_plan as p};

use super::names::numbered;
use super::reasons::with_unit;
use super::{Case, Narrator};

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

/// The figure that holds a criterion down, with its value and the next bound.
pub fn figure(case: &Case, at: CriterionRef) -> Option<String> {
    let (kpi, band) = case.card.status(at)?.rating()?.worst_kpi?;
    let kpi = case.model.kpis.get(kpi)?;
    let value = with_unit(case.assessment.kpi_value(&kpi.id)?, &kpi.unit);
    let bound = kpi.bounds.as_ref()?.get(usize::from(band).checked_sub(1)?)?;
    let values =
        [("name", case.kpi_name(&kpi.id)), ("value", value), ("bound", with_unit(*bound, &kpi.unit))];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    Some(case.f(p::KIND_RESULT_BODY, &values))
}

/// The question of a step, with its number; its id where the questionnaire has no such question.
pub fn question_name(narrator: &Narrator, criterion: &str) -> String {
    match narrator.model.dimension_of(criterion) {
        Some(dimension) => numbered(criterion, &narrator.criterion_name(&dimension.id, criterion)),
        None => criterion.to_string(),
    }
}

/// A hint in words.
pub fn hint_text(narrator: &Narrator, hint: PlanHint) -> String {
    let level = |text, level: u8| narrator.f(text, &[("level", &level.to_string())]);
    match hint {
        PlanHint::NoProof => narrator.t(b::NO_PROOF).to_string(),
        PlanHint::Backwards => narrator.t(b::BACKWARDS).to_string(),
        PlanHint::OtherLane(lane) => narrator.f(b::OTHER_LANE, &[("lane", narrator.t(lane_name(lane)))]),
        PlanHint::BeforeLower(to) => level(b::BEFORE_LOWER, to),
        PlanHint::NoBase(to) => level(b::NO_BASE, to),
    }
}

/// What a step was like before, in words.
pub fn change_text(narrator: &Narrator, change: &PlanChange) -> String {
    match change {
        PlanChange::New => narrator.t(b::NEW).to_string(),
        PlanChange::Lane(lane) => narrator.f(b::WAS_LANE, &[("lane", narrator.t(lane_name(*lane)))]),
        PlanChange::Status(status) => {
            narrator.f(b::WAS_STATUS, &[("status", narrator.t(status_name(*status)))])
        }
        PlanChange::Due(Some(date)) => narrator.f(b::WAS_DUE, &[("date", date)]),
        PlanChange::Due(None) => narrator.t(b::WAS_NOT_DUE).to_string(),
    }
}
