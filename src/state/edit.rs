//! Applies a change to an assessment. Refuses what the published format would refuse.

use fuxiao_core::assessment::{
    Answer, Assessment, Brand, Entry, Kind, KpiEntry, Lane, PlanAction, Status, free_action_id,
};
use fuxiao_core::order::sorted;
use fuxiao_core::plan_hint::{earliest, missing, open};
use fuxiao_core::{Model, Service};
use fuxiao_format::services;
use fuxiao_format::{NAME, NOTE, shape};

use super::{BrandField, Edit, PlanField, ProfileField};

/// Applies `edit`; says whether anything changed.
pub fn apply(model: &Model, assessment: &mut Assessment, edit: Edit) -> bool {
    let before = assessment.clone();
    match edit {
        Edit::Level(id, level) => {
            if (1..=model.levels).contains(&level) {
                answer(model, assessment, id, Answer::Level(level));
            }
        }
        Edit::NotApplicable(id, reason) => {
            let allowed = model.find_criterion(&id).is_some_and(|(_, criterion)| criterion.na_allowed);
            let reason = clean(&reason, NOTE, true);
            if allowed && !reason.trim().is_empty() {
                answer(model, assessment, id, Answer::NotApplicable(reason));
            }
        }
        Edit::Clear(id) => answer(model, assessment, id, Answer::Unanswered),
        Edit::Confirm(id) => {
            if let Some(entry) = assessment.answers.get_mut(&id) {
                entry.release = Some(model.release.clone());
            }
        }
        Edit::Evidence(id, grade) => entry(assessment, id).evidence = grade,
        Edit::Flag(id, flag) => entry(assessment, id).flag = flag,
        Edit::Note(id, note) => entry(assessment, id).note = clean(&note, NOTE, true),
        Edit::Private(id, note) => entry(assessment, id).private = clean(&note, NOTE, true),
        Edit::Kpi(id, value) => figure(model, assessment, id, |known| {
            // A value given by hand does not come from the counts.
            (known.value, known.withheld, known.numerator, known.denominator) = (value, None, None, None);
        }),
        Edit::Counts(id, above, below) => figure(model, assessment, id.clone(), |known| {
            (known.numerator, known.denominator) = (above, below);
            if let (Some(above), Some(below @ 1..)) = (above, below) {
                let of = model
                    .find_kpi(&id)
                    .map_or(100.0, |(_, kpi)| if kpi.unit == "‰" { 1000.0 } else { 100.0 });
                (known.value, known.withheld) = (Some(above as f64 * of / below as f64), None);
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
        Edit::Importance(id, value) => {
            match value.filter(|value| (1..=5).contains(value)) {
                Some(value) => assessment.importance.insert(id, value),
                None => assessment.importance.remove(&id),
            };
        }
        Edit::Target(id, level) => target(model, assessment, id, level),
        Edit::Adopt(criterion, kind, to, lane) => adopt(model, assessment, criterion, kind, to, lane),
        Edit::AdoptAll(steps) => {
            // Lower steps first, so that none is taken for missing.
            for (criterion, kind, to, lane) in sorted(steps, |a, b| a.2.cmp(&b.2)) {
                adopt(model, assessment, criterion, kind, to, lane);
            }
        }
        Edit::Targets(targets) => {
            for (id, level) in targets {
                target(model, assessment, id, level);
            }
        }
        Edit::Brand(field) => brand(&mut assessment.brand, field),
        Edit::Plan(id, field) => {
            let at = assessment.actions.iter().position(|action| action.id == id).unwrap_or(usize::MAX);
            if let Some(action) = assessment.actions.get_mut(at) {
                let reorders = matches!(field, PlanField::Lane(_) | PlanField::Status(..));
                plan(action, field);
                if reorders {
                    keep_in_order(&mut assessment.actions, at);
                }
            }
        }
        Edit::Baseline(id) => {
            if id.as_deref().is_none_or(shape::uuid) {
                assessment.baseline = id;
            }
        }
        Edit::Discard(id) => assessment.actions.retain(|action| action.id != id),
    }
    *assessment != before
}

/// Sets a target level, or goes back to the model's own.
fn target(model: &Model, assessment: &mut Assessment, id: String, level: Option<u8>) {
    match level.filter(|level| (1..=model.levels).contains(level)) {
        Some(level) => assessment.targets.insert(id, level),
        None => assessment.targets.remove(&id),
    };
}

/// Takes a step up, unless it is in the plan already. A practice whose lower levels are neither claimed nor planned
/// brings the steps to them along.
fn adopt(model: &Model, assessment: &mut Assessment, criterion: String, kind: Kind, to: u8, lane: Lane) {
    let same = |a: &PlanAction| a.criterion == criterion && a.kind == kind && a.to == to;
    if !(2..=model.levels).contains(&to) || assessment.actions.iter().any(same) {
        return;
    }
    if kind == Kind::Practice {
        for level in missing(model, assessment, &criterion, to) {
            // One that was given up stays so; a hint tells.
            let known = |a: &PlanAction| a.criterion == criterion && a.kind == kind && a.to == level;
            if !assessment.actions.iter().any(known) {
                add(assessment, criterion.clone(), kind, level, lane);
            }
        }
    }
    add(assessment, criterion, kind, to, lane);
}

fn add(assessment: &mut Assessment, criterion: String, kind: Kind, to: u8, lane: Lane) {
    let id = free_action_id(|id| assessment.action(id).is_some());
    assessment.actions.push(PlanAction::new(id, criterion, kind, to, lane));
    let last = assessment.actions.len() - 1;
    keep_in_order(&mut assessment.actions, last);
}

/// Keeps the open steps of a criterion in turn: the one at `at` comes no earlier than the lower ones, and higher ones
/// move on with it.
fn keep_in_order(actions: &mut [PlanAction], at: usize) {
    let earliest = earliest(actions, at);
    let Some(action) = actions.get_mut(at).filter(|action| open(action)) else { return };
    action.lane = action.lane.max(earliest);
    let (criterion, to, lane) = (action.criterion.clone(), action.to, action.lane);
    for higher in actions.iter_mut().filter(|a| open(a) && a.criterion == criterion && a.to > to) {
        higher.lane = higher.lane.max(lane);
    }
}

/// Answers a criterion to the texts of this release; what was kept of one that allowed more goes.
fn answer(model: &Model, assessment: &mut Assessment, id: String, answer: Answer) {
    let entry = entry(assessment, id);
    (entry.answer, entry.withheld) = (answer, None);
    entry.release = Some(model.release.clone());
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

fn profile(assessment: &mut Assessment, field: ProfileField) {
    let firm = &mut assessment.firm;
    match field {
        ProfileField::Title(text) => assessment.title = clean(&text, NAME, false),
        ProfileField::Respondent(text) => assessment.respondent = clean(&text, NAME, false),
        ProfileField::Firm(text) => firm.name = clean(&text, NAME, false),
        ProfileField::Service(service, sold) => {
            let keeps = |one: &Service| if *one == service { sold } else { firm.services.contains(one) };
            let services = services::ALL.into_iter().filter(keeps).collect();
            firm.services = services;
        }
        ProfileField::Size(size) => firm.size = size,
        ProfileField::Note(text) => firm.note = clean(&text, NOTE, true),
        ProfileField::Policy(policy) => assessment.policy = policy,
    }
}

fn brand(brand: &mut Brand, field: BrandField) {
    match field {
        BrandField::Name(text) => brand.name = clean(&text, NAME, false),
        BrandField::Accent(colour) if colour.is_empty() || shape::colour(&colour) => brand.accent = colour,
        BrandField::Logo(picture) if picture.is_empty() || shape::logo(&picture) => {
            brand.logo = picture.into();
        }
        BrandField::Accent(_) | BrandField::Logo(_) => {}
    }
}

fn plan(action: &mut PlanAction, field: PlanField) {
    match field {
        PlanField::Status(status, today) => {
            // Finished once more is finished on the same day.
            if status != action.status {
                action.done = (status == Status::Done && shape::date(&today)).then_some(today);
            }
            action.status = status;
        }
        PlanField::Lane(lane) => action.lane = lane,
        PlanField::Owner(text) => action.owner = clean(&text, NAME, false),
        PlanField::Start(day) => action.start = shape::date(&day).then_some(day),
        PlanField::Due(day) => action.due = shape::date(&day).then_some(day),
        PlanField::Done(day) => {
            action.done = (action.status == Status::Done && shape::date(&day)).then_some(day);
        }
        PlanField::Proof(text) => action.proof = clean(&text, NOTE, true),
        PlanField::Note(text) => action.note = clean(&text, NOTE, true),
    }
}
