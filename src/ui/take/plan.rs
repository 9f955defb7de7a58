//! The plan to take away: what its actions ask for in words, a calendar of them, and a file for other programs.

use crate::domain::assessment::{Action, Kind};
use crate::i18n::{words as w, words_board as b, words_plan as p, words_why as y};
use crate::state::Open;
use crate::storage::calendar::{Calendar, Event, write_calendar};
use crate::storage::write_plan;

use super::super::View;
use super::super::dress::assessment_name;
use super::super::reasons::name_at;
use super::super::steps::{kind_name, status_name, step_lines};

/// The name of an action's question; its id where the model does not know it.
pub fn name(view: View, action: &Action) -> String {
    let found = view.state.model.find_criterion(&action.criterion);
    found.map_or_else(|| action.criterion.clone(), |(at, _)| name_at(view, at))
}

/// An action in one line: kind, question, level.
pub fn title(view: View, action: &Action) -> String {
    let (name, to) = (name(view, action), action.to.to_string());
    let what = view.f(y::AT_LEVEL, &[("name", &name), ("level", &to)]);
    view.locale().colon(view.t(kind_name(action.kind)), &what)
}

/// What an action asks for: what to do, the first step, what will show that it worked. For a proof only the first.
pub fn asked(view: View, action: &Action) -> Vec<(&'static str, String)> {
    let model = &view.state.model;
    let dimension = model.dimension_of(&action.criterion);
    let text = dimension.and_then(|of| view.state.texts.criterion(view.locale(), &of.id, &action.criterion));
    match (text, usize::from(action.to).checked_sub(2)) {
        (Some(text), _) if action.kind == Kind::Prove => {
            vec![(view.t(p::STEP_ACTION), view.f(p::KIND_PROVE_BODY, &[("evidence", &text.evidence)]))]
        }
        (Some(text), Some(place)) => {
            let lines = step_lines(text, place).into_iter();
            lines.map(|(name, text)| (view.t(name), text.to_string())).collect()
        }
        _ => Vec::new(),
    }
}

/// What was written down about an action: progress, owner, dates, what showed that it worked, note.
pub fn kept(view: View, action: &Action) -> Vec<(&'static str, String)> {
    let mut status = view.t(status_name(action.status)).to_string();
    if let Some(date) = &action.done {
        status = view.locale().clauses(&status, &view.f(p::DONE_ON, &[("date", date)]));
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
    said.map(|(name, text)| (view.t(name), text)).collect()
}

/// Lines with their labels, as texts.
pub fn labelled(view: View, lines: Vec<(&'static str, String)>) -> Vec<String> {
    lines.into_iter().map(|(name, text)| view.locale().colon(name, &text)).collect()
}

/// The days of an action in a calendar, first and last; `None` where no date was given.
fn days(action: &Action) -> Option<(&str, &str)> {
    match (action.start.as_deref(), action.due.as_deref()) {
        // ISO dates sort as text. What would end before it starts stands on the day it is due.
        (Some(start), Some(due)) if start <= due => Some((start, due)),
        (_, Some(due)) => Some((due, due)),
        (Some(start), None) => Some((start, start)),
        (None, None) => None,
    }
}

/// How many actions have no date, and so no place in a calendar.
pub fn undated(open: &Open) -> usize {
    open.assessment.actions.iter().filter(|action| days(action).is_none()).count()
}

/// The actions that have a date, as an iCalendar file.
pub fn calendar(view: View, open: &Open) -> String {
    let assessment = &open.assessment;
    let event = |(at, action): (usize, &Action)| {
        let (first, last) = days(action)?;
        let same =
            |a: &&Action| a.criterion == action.criterion && a.kind == action.kind && a.to == action.to;
        // The format of assessments forbids no action to stand there twice; calendars keep one of two alike.
        let earlier = assessment.actions.iter().take(at).filter(same).count();
        let again = if earlier == 0 { String::new() } else { format!("-{}", earlier + 1) };
        let mut lines = labelled(view, asked(view, action));
        lines.extend(labelled(view, kept(view, action)));
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
            summary: title(view, action),
            description: lines.join("\n"),
            status: action.status,
        })
    };
    write_calendar(&Calendar {
        name: view.locale().colon(view.t(w::PLAN), &assessment_name(view.state, open)),
        modified: assessment.modified.clone(),
        edit: assessment.edit,
        events: assessment.actions.iter().enumerate().filter_map(event).collect(),
    })
}

/// The plan for other programs.
pub fn plan_file(view: View, open: &Open) -> String {
    write_plan(&view.state.model, &open.assessment, &open.card)
}
