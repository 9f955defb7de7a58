//! What deserves a look at a step of the plan: whether the answers have got there already, dates that do not fit, a
//! step that stands on nothing.
//!
//! Hints, never blocks. Knows the plan, the answers and today; changes nothing.

use super::assessment::{Answer, Assessment, Kind, Lane, PlanAction, Status};
use super::effective::{CriterionStatus, Rating};
use super::model::{CriterionRef, Model};
use super::plan::lane_of;
use super::scorecard::Scorecard;

/// How the answers stand to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepProgress {
    /// The model has no such criterion.
    Unknown,
    /// The criterion is out of the assessment.
    NotApplicable,
    /// The criterion is not answered.
    Unanswered,
    /// What the step asks for is not there yet; the effective level now.
    Below(u8),
    /// It is there.
    Reached,
}

/// How the answers of an assessment, scored as `card`, stand to a step: a practice by the effective level, a proof by
/// what it lets the answer count for, a figure by what it lets the answer count for.
pub fn step_progress(
    model: &Model,
    assessment: &Assessment,
    card: &Scorecard,
    action: &PlanAction,
) -> StepProgress {
    let Some((at, _)) = model.find_criterion(&action.criterion) else { return StepProgress::Unknown };
    let rating = match card.status(at) {
        Some(CriterionStatus::Answered(rating)) => rating,
        Some(CriterionStatus::NotApplicable) => return StepProgress::NotApplicable,
        _ => return StepProgress::Unanswered,
    };
    let there = match action.kind {
        Kind::Practice => rating.effective >= action.to,
        Kind::Prove => {
            let cap = model.evidence_caps.cap(assessment.policy, rating.evidence);
            cap.is_none_or(|cap| cap >= action.to)
        }
        Kind::Result => figure_reached(model, card, at, rating, action.to),
    };
    if there { StepProgress::Reached } else { StepProgress::Below(rating.effective) }
}

/// Whether the figures of a criterion let it count for a level, and trip no gate.
fn figure_reached(model: &Model, card: &Scorecard, at: CriterionRef, rating: &Rating, to: u8) -> bool {
    let legal = &card.overall.legal;
    let own = model.criterion(at).map(|criterion| criterion.kpis.as_slice()).unwrap_or_default();
    // A figure of the gate that measures no criterion goes with the gate's first one.
    let measures = |kpi: &usize| model.criteria().any(|(_, criterion)| criterion.kpis.contains(kpi));
    let first = model.legal_gate.as_ref().and_then(|gate| gate.criteria.first()) == Some(&at);
    let trips = legal.kpis.iter().any(|kpi| own.contains(kpi) || (first && !measures(kpi)));
    // Band b lets its criteria count for b + 1; without a value the level itself tells.
    !trips && rating.worst_kpi.map_or(rating.effective >= to, |(_, band)| band.saturating_add(1) >= to)
}

/// Whether work on a step is still ahead or under way.
pub fn open(action: &PlanAction) -> bool {
    matches!(action.status, Status::Planned | Status::Doing)
}

/// The earliest lane for the step at `at`: that of the last open step to a lower level of its criterion. What is
/// finished or given up holds nobody back.
pub fn earliest(actions: &[PlanAction], at: usize) -> Lane {
    let Some(action) = actions.get(at).filter(|action| open(action)) else { return Lane::First };
    let lower =
        |other: &&PlanAction| other.criterion == action.criterion && other.to < action.to && open(other);
    actions.iter().filter(lower).map(|other| other.lane).max().unwrap_or(Lane::First)
}

/// Whether a step should be finished by now and is not.
pub fn overdue(action: &PlanAction, today: &str) -> bool {
    // ISO dates sort as text.
    open(action) && action.due.as_deref().is_some_and(|due| due < today)
}

/// The levels below a step that the answers do not claim and the plan does not lead to, lowest first. A criterion
/// without a level has none.
pub fn missing(model: &Model, assessment: &Assessment, criterion: &str, to: u8) -> Vec<u8> {
    let Answer::Level(declared) = *assessment.answer(criterion) else { return Vec::new() };
    if model.find_criterion(criterion).is_none() {
        return Vec::new();
    }
    let planned = |level: u8| {
        assessment.actions.iter().any(|action| {
            action.criterion == criterion
                && action.kind == Kind::Practice
                && action.to == level
                && action.status != Status::Dropped
        })
    };
    (declared.saturating_add(1)..to).filter(|level| !planned(*level)).collect()
}

/// Something that deserves a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanHint {
    /// Finished, and nothing is written down that shows it.
    NoProof,
    /// The last day lies before the first.
    Backwards,
    /// The last day falls into another lane.
    OtherLane(Lane),
    /// The step to this lower level of the same criterion stands later.
    BeforeLower(u8),
    /// This level comes first, and neither the answers nor the plan have it.
    NoBase(u8),
}

/// What deserves a look at the step at `at`, most important first.
pub fn hints(model: &Model, assessment: &Assessment, at: usize, today: &str) -> Vec<PlanHint> {
    let Some(action) = assessment.actions.get(at) else { return Vec::new() };
    let mut found = Vec::new();
    if action.status == Status::Done && action.proof.trim().is_empty() {
        found.push(PlanHint::NoProof);
    }
    if open(action) && action.kind == Kind::Practice {
        let base = missing(model, assessment, &action.criterion, action.to);
        found.extend(base.first().map(|level| PlanHint::NoBase(*level)));
    }
    if let (true, Some(start), Some(due)) = (open(action), &action.start, &action.due)
        && due < start
    {
        found.push(PlanHint::Backwards);
    }
    let lower = assessment.actions.iter().filter(|other| open(action) && before_lower(action, other));
    found.extend(lower.map(|other| other.to).max().map(PlanHint::BeforeLower));
    let falls = action.due.as_deref().and_then(|due| lane_of(due, today));
    found.extend(falls.filter(|lane| open(action) && *lane != action.lane).map(PlanHint::OtherLane));
    found
}

/// Whether a step stands before one to a lower level of the same criterion: by its lane, its first or its last day.
fn before_lower(action: &PlanAction, lower: &PlanAction) -> bool {
    let earlier = |day: &Option<String>, than: &Option<String>| {
        day.as_ref().zip(than.as_ref()).is_some_and(|(day, than)| day < than)
    };
    lower.criterion == action.criterion
        && lower.to < action.to
        && open(lower)
        && (action.lane < lower.lane
            || earlier(&action.start, &lower.start)
            || earlier(&action.due, &lower.due))
}
