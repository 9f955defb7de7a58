//! Applies a change to an assessment. Refuses what the published format would refuse.

use crate::domain::assessment::{Action as PlanAction, Answer, Assessment, Entry, KpiEntry, Status};
use crate::domain::{Model, Service};
use crate::storage::{NAME, NOTE, shape};

use super::{Edit, PlanField, ProfileField};

/// Applies `edit`; says whether anything changed.
pub fn apply(model: &Model, assessment: &mut Assessment, edit: Edit) -> bool {
    let before = assessment.clone();
    match edit {
        Edit::Level(id, level) => {
            if (1..=model.levels).contains(&level) {
                entry(assessment, id).answer = Answer::Level(level);
            }
        }
        Edit::NotApplicable(id, reason) => {
            let allowed = model.find_criterion(&id).is_some_and(|(_, criterion)| criterion.na_allowed);
            let reason = clean(&reason, NOTE, true);
            if allowed && !reason.trim().is_empty() {
                entry(assessment, id).answer = Answer::NotApplicable(reason);
            }
        }
        Edit::Clear(id) => entry(assessment, id).answer = Answer::Unanswered,
        Edit::Evidence(id, grade) => entry(assessment, id).evidence = grade,
        Edit::Flag(id, flag) => entry(assessment, id).flag = flag,
        Edit::Note(id, note) => entry(assessment, id).note = clean(&note, NOTE, true),
        Edit::Private(id, note) => entry(assessment, id).private = clean(&note, NOTE, true),
        Edit::Kpi(id, value) => figure(model, assessment, id, |known| {
            // A value given by hand does not come from the counts.
            (known.value, known.numerator, known.denominator) = (value, None, None);
        }),
        Edit::Counts(id, above, below) => figure(model, assessment, id, |known| {
            (known.numerator, known.denominator) = (above, below);
            if let (Some(above), Some(below @ 1..)) = (above, below) {
                known.value = Some(share(above, below));
            }
        }),
        Edit::Survey(id, n, population) => {
            figure(model, assessment, id, |known| (known.n, known.population) = (n, population));
        }
        Edit::Reset => {
            assessment.answers.clear();
            assessment.kpis.clear();
        }
        Edit::Profile(field) => profile(assessment, field),
        Edit::Target(id, level) => match level.filter(|level| (1..=model.levels).contains(level)) {
            Some(level) => {
                assessment.targets.insert(id, level);
            }
            None => {
                assessment.targets.remove(&id);
            }
        },
        Edit::Adopt(criterion, kind, to, lane) => {
            let same = |a: &PlanAction| a.criterion == criterion && a.kind == kind && a.to == to;
            if !assessment.actions.iter().any(same) {
                assessment.actions.push(PlanAction {
                    criterion,
                    kind,
                    to,
                    status: Status::Planned,
                    lane,
                    owner: String::new(),
                    start: None,
                    due: None,
                    done: None,
                    proof: String::new(),
                    note: String::new(),
                });
            }
        }
        Edit::Plan(at, field) => {
            if let Some(action) = assessment.actions.get_mut(at) {
                plan(action, field);
            }
        }
        Edit::Discard(at) => {
            if at < assessment.actions.len() {
                assessment.actions.remove(at);
            }
        }
    }
    *assessment != before
}

fn entry(assessment: &mut Assessment, id: String) -> &mut Entry {
    assessment.answers.entry(id).or_default()
}

/// Text as the format allows it: no control or direction-changing characters, cut at the limit.
fn clean(text: &str, limit: usize, lines: bool) -> String {
    let allowed =
        |c: &char| !shape::forbidden(*c) && (!c.is_control() || (lines && (*c == '\n' || *c == '\t')));
    text.chars().filter(allowed).take(limit).collect()
}

/// Changes what is known of a KPI, unless its value would leave its range.
fn figure(model: &Model, assessment: &mut Assessment, id: String, change: impl FnOnce(&mut KpiEntry)) {
    let range = model.find_kpi(&id).and_then(|(_, kpi)| kpi.range);
    let fits =
        |value: f64| value.is_finite() && range.is_none_or(|(low, high)| (low..=high).contains(&value));
    let mut known = assessment.kpis.get(&id).copied().unwrap_or_default();
    change(&mut known);
    if !known.value.is_none_or(fits) {
        return;
    }
    if known == KpiEntry::default() {
        assessment.kpis.remove(&id);
    } else {
        assessment.kpis.insert(id, known);
    }
}

/// A share in percent.
fn share(above: u64, below: u64) -> f64 {
    above as f64 * 100.0 / below as f64
}

fn profile(assessment: &mut Assessment, field: ProfileField) {
    let firm = &mut assessment.firm;
    match field {
        ProfileField::Title(text) => assessment.title = clean(&text, NAME, false),
        ProfileField::Respondent(text) => assessment.respondent = clean(&text, NAME, false),
        ProfileField::Firm(text) => firm.name = clean(&text, NAME, false),
        ProfileField::Service(service, sold) => {
            let keeps = |one: &Service| if *one == service { sold } else { firm.services.contains(one) };
            let services = Service::ALL.iter().copied().filter(keeps).collect();
            firm.services = services;
        }
        ProfileField::Size(size) => firm.size = size,
        ProfileField::Note(text) => firm.note = clean(&text, NOTE, true),
        ProfileField::Policy(policy) => assessment.policy = policy,
    }
}

fn plan(action: &mut PlanAction, field: PlanField) {
    match field {
        PlanField::Status(status, today) => {
            action.status = status;
            action.done = (status == Status::Done && shape::date(&today)).then_some(today);
        }
        PlanField::Lane(lane) => action.lane = lane,
        PlanField::Owner(text) => action.owner = clean(&text, NAME, false),
        PlanField::Due(day) => action.due = shape::date(&day).then_some(day),
        PlanField::Note(text) => action.note = clean(&text, NOTE, true),
    }
}
