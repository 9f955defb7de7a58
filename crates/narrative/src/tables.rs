//! Answers, plan and dimensions as CSV files. The columns are those of `fuxiao_format::csv`, in the same order.

use fuxiao_core::dimension::{DimensionScore, index};
use fuxiao_core::{Answer, Criterion, CriterionRef, Dimension, Entry};
use fuxiao_format::csv::{self, write};
use fuxiao_format::still_recommended;
use fuxiao_language::{dimension_name, fixed, whole};

use super::plan::{instructions, name};
use super::reasons::{name_at, not_sold, reason_text};
use super::{Case, Narrator};

/// What there may be none of, as a cell.
fn cell<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Every question with its answer.
pub fn answers(case: &Case) -> String {
    let model = case.model;
    let none = Entry::default();
    let known = model.criteria().map(|(at, criterion)| {
        answer(
            case,
            &criterion.id,
            Some((at, criterion)),
            case.assessment.answers.get(&criterion.id).unwrap_or(&none),
        )
    });
    let foreign = case.assessment.answers.iter().filter(|(id, _)| model.find_criterion(id).is_none());
    let foreign = foreign.map(|(id, entry)| answer(case, id, None, entry));
    write(&csv::ANSWERS, &known.chain(foreign).collect::<Vec<_>>())
}

fn answer(
    case: &Case,
    id: &str,
    known: Option<(CriterionRef, &Criterion)>,
    entry: &Entry,
) -> [String; csv::ANSWERS.len()] {
    let model = case.model;
    let dimension = known.and_then(|(at, _)| model.dimensions.get(at.dimension));
    let aspect = dimension.and_then(|of| model.aspects.get(of.aspect));
    let text = dimension.and_then(|of| case.criterion_text(&of.id, id));
    let rating = known.and_then(|(at, _)| case.card.status(at)?.rating());
    let (state, reason) = match &entry.answer {
        _ if known.is_some_and(|(_, of)| !of.asked_of(&case.assessment.firm)) => {
            ("not_applicable", known.map(|(_, of)| not_sold(case, of)).unwrap_or_default())
        }
        Answer::Level(_) => ("level", String::new()),
        Answer::NotApplicable(reason) => ("not_applicable", reason_text(case, reason)),
        Answer::Unanswered => ("unanswered", String::new()),
    };
    let level_text = || text?.levels.get(usize::from(entry.level()?).checked_sub(1)?);
    let figure = |at: &usize| {
        let kpi = model.kpis.get(*at)?;
        Some(format!("{}={}", kpi.id, whole(case.assessment.kpi_value(&kpi.id)?)))
    };
    let kpis: Vec<String> = known.iter().flat_map(|(_, of)| &of.kpis).filter_map(figure).collect();
    [
        id.to_string(),
        known.map(|(at, _)| name_at(case, at)).unwrap_or_default(),
        cell(dimension.map(|of| &of.id)),
        cell(dimension.map(|of| dimension_name(&of.id, case.locale()))),
        cell(aspect.map(|of| &of.id)),
        cell(known.map(|(_, of)| of.weight)),
        state.to_string(),
        cell(entry.level()),
        cell(level_text()),
        // Evidence backs a level; without one there is nothing to back.
        cell(entry.level().map(|_| entry.evidence.word())),
        cell(rating.map(|rating| rating.effective)),
        cell(rating.and_then(|rating| rating.cap).map(|cap| cap.word())),
        kpis.join(" "),
        reason,
        cell(entry.flag.map(|flag| flag.word())),
        entry.note.clone(),
    ]
}

/// Every action of the plan.
pub fn plan(case: &Case) -> String {
    let model = case.model;
    let rows = case.assessment.actions.iter().map(|action| -> [String; csv::PLAN.len()] {
        let at = model.find_criterion(&action.criterion).map(|(at, _)| at);
        let dimension = at.and_then(|at| model.dimensions.get(at.dimension));
        let level = at.and_then(|at| Some(case.card.status(at)?.rating()?.effective));
        let still = still_recommended(model, case.card, action);
        let mut texts = instructions(case, action).into_iter().map(|(_, text)| text);
        [
            action.criterion.clone(),
            at.map(|_| name(case, action)).unwrap_or_default(),
            cell(dimension.map(|of| &of.id)),
            cell(dimension.map(|of| dimension_name(&of.id, case.locale()))),
            action.kind.word().to_string(),
            cell(level),
            action.to.to_string(),
            action.status.word().to_string(),
            action.lane.word().to_string(),
            action.owner.clone(),
            cell(action.start.as_ref()),
            cell(action.due.as_ref()),
            cell(action.done.as_ref()),
            action.proof.clone(),
            action.note.clone(),
            cell(still.map(|one| fixed(one.priority, 0))),
            cell(still.map(|one| one.impact)),
            cell(still.map(|one| one.effort)),
            texts.next().unwrap_or_default(),
            texts.next().unwrap_or_default(),
            texts.next().unwrap_or_default(),
        ]
    });
    write(&csv::PLAN, &rows.collect::<Vec<_>>())
}

/// Every dimension with its numbers.
pub fn dimensions(case: &Case) -> String {
    let model = case.model;
    let rows = model.dimensions.iter().zip(&case.card.dimensions).enumerate();
    let rows = rows.map(|(at, (dimension, score))| numbers(case, at, dimension, score));
    write(&csv::DIMENSIONS, &rows.collect::<Vec<_>>())
}

fn numbers(
    narrator: &Narrator,
    at: usize,
    dimension: &Dimension,
    score: &DimensionScore,
) -> [String; csv::DIMENSIONS.len()] {
    let model = narrator.model;
    let aspect = model.aspects.get(dimension.aspect).map(|aspect| aspect.id.as_str()).unwrap_or_default();
    let fine = |number: Option<f64>| cell(number.map(|number| fixed(number, 2)));
    let state = match score.level {
        _ if !score.in_scope() => "out_of_scope",
        None => "withheld",
        Some(_) if score.complete() => "final",
        Some(_) => "provisional",
    };
    let weakest = score.weakest.iter();
    let weakest = weakest.filter_map(|c| Some((*c, dimension.criteria.get(*c)?.id.as_str())));
    let (places, ids): (Vec<usize>, Vec<&str>) = weakest.unzip();
    let names = places.into_iter().map(|c| name_at(narrator, CriterionRef { dimension: at, criterion: c }));
    [
        dimension.id.clone(),
        dimension_name(&dimension.id, narrator.locale()).to_string(),
        aspect.to_string(),
        narrator.aspect_name(aspect),
        dimension.weight.to_string(),
        dimension.gate.to_string(),
        score.applicable.to_string(),
        score.answered.to_string(),
        fine(score.score),
        cell(score.score.map(|score| fixed(index(score, model.levels), 0))),
        fine(score.low),
        fine(score.high),
        cell(score.level),
        state.to_string(),
        cell(score.level.map(|level| narrator.level_name(level))),
        cell(score.level_low),
        cell(score.level_high),
        score.target.to_string(),
        cell(score.target_reached.map(|share| fixed(share * 100.0, 0))),
        ids.join(" "),
        narrator.locale().list(&names.collect::<Vec<_>>()),
    ]
}
