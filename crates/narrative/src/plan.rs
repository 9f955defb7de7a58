//! The plan to take away: what its actions ask for in words, a calendar of them, and a file for other programs.

use fuxiao_core::assessment::{Kind, PlanAction};
use fuxiao_format::calendar::{Calendar, Event, write_calendar};
use fuxiao_format::write_plan;
use fuxiao_language::{words as w, words_board as b, words_plan as p, words_why as y};

use super::names::assessment_name;
use super::reasons::name_at;
use super::steps::{kind_name, status_name, step_lines};
use super::{Case, Narrator};

/// The name of an action's question; its id where the model does not know it.
pub fn name(narrator: &Narrator, action: &PlanAction) -> String {
    let found = narrator.model.find_criterion(&action.criterion);
    found.map_or_else(|| action.criterion.clone(), |(at, _)| name_at(narrator, at))
}

/// An action in one line: kind, question, level.
pub fn title(narrator: &Narrator, action: &PlanAction) -> String {
    let (name, to) = (name(narrator, action), action.to.to_string());
    let what = narrator.f(y::AT_LEVEL, &[("name", &name), ("level", &to)]);
    narrator.locale().colon(narrator.t(kind_name(action.kind)), &what)
}

/// What an action asks for: what to do, the first step, what will show that it worked. For a proof only the first.
pub fn instructions(narrator: &Narrator, action: &PlanAction) -> Vec<(&'static str, String)> {
    let model = narrator.model;
    let dimension = model.dimension_of(&action.criterion);
    let text = dimension.and_then(|of| narrator.criterion_text(&of.id, &action.criterion));
    match (text, usize::from(action.to).checked_sub(2)) {
        (Some(text), _) if action.kind == Kind::Prove => {
            vec![(
                narrator.t(p::STEP_ACTION),
                narrator.f(p::KIND_PROVE_BODY, &[("evidence", &text.evidence)]),
            )]
        }
        (Some(text), Some(place)) => {
            let lines = step_lines(text, place).into_iter();
            lines.map(|(name, text)| (narrator.t(name), text.to_string())).collect()
        }
        _ => Vec::new(),
    }
}

/// What was written down about an action: progress, owner, dates, what showed that it worked, note.
pub fn details(narrator: &Narrator, action: &PlanAction) -> Vec<(&'static str, String)> {
    let mut status = narrator.t(status_name(action.status)).to_string();
    if let Some(date) = &action.done {
        status = narrator.locale().clauses(&status, &narrator.f(p::DONE_ON, &[("date", date)]));
    }
    let day = |date: &Option<String>| date.clone().unwrap_or_default();
    let all = [
        (p::STATUS, status),
        (p::OWNER, action.owner.clone()),
        (b::START, day(&action.start)),
        (p::DUE, day(&action.due)),
        (b::PROOF, action.proof.clone()),
        (w::NOTE, action.note.clone()),
    ];
    let said = all.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(name, text)| (narrator.t(name), text)).collect()
}

/// Lines with their labels, as texts.
pub fn labelled(narrator: &Narrator, lines: Vec<(&'static str, String)>) -> Vec<String> {
    lines.into_iter().map(|(name, text)| narrator.locale().colon(name, &text)).collect()
}

/// The days of an action in a calendar, first and last; `None` where no date was given.
fn days(action: &PlanAction) -> Option<(&str, &str)> {
    match (action.start.as_deref(), action.due.as_deref()) {
        // ISO dates sort as text. What would end before it starts stands on the day it is due.
        (Some(start), Some(due)) if start <= due => Some((start, due)),
        (_, Some(due)) => Some((due, due)),
        (Some(start), None) => Some((start, start)),
        (None, None) => None,
    }
}

/// How many actions have no date, and so no place in a calendar.
pub fn undated(case: &Case) -> usize {
    case.assessment.actions.iter().filter(|action| days(action).is_none()).count()
}

/// The actions that have a date, as an iCalendar file.
pub fn calendar(case: &Case) -> String {
    let assessment = case.assessment;
    let event = |(at, action): (usize, &PlanAction)| {
        let (first, last) = days(action)?;
        let same =
            |a: &&PlanAction| a.criterion == action.criterion && a.kind == action.kind && a.to == action.to;
        // The format of assessments forbids no action to stand there twice; calendars keep one of two alike.
        let earlier = assessment.actions.iter().take(at).filter(same).count();
        let again = if earlier == 0 { String::new() } else { format!("-{}", earlier + 1) };
        let mut lines = labelled(case, instructions(case, action));
        lines.extend(labelled(case, details(case, action)));
        Some(Event {
            uid: format!(
                "{}-{}-{}-{}{again}@fuxiao",
                assessment.id,
                action.criterion,
                action.kind.word(),
                action.to
            ),
            first: first.to_string(),
            last: last.to_string(),
            summary: title(case, action),
            description: lines.join("\n"),
            status: action.status,
        })
    };
    write_calendar(&Calendar {
        name: case.locale().colon(case.t(w::PLAN), &assessment_name(case)),
        modified: assessment.modified.clone(),
        revision: assessment.revision,
        events: assessment.actions.iter().enumerate().filter_map(event).collect(),
    })
}

/// The plan for other programs.
pub fn plan_file(case: &Case) -> String {
    write_plan(case.model, case.assessment, case.card)
}
