//! The sheets of answers and of figures. Private notes stay where they are.

use fuxiao_core::effective::{counted, kpi_band};
use fuxiao_core::model::Basis;
use fuxiao_core::{Answer, Criterion, CriterionRef, Entry, Kpi};
use fuxiao_format::workbook::{Cell, Sheet};
use fuxiao_language::{
    dimension_name, whole, words as w, words_check as c, words_pages as p, words_workbook as b,
};

use super::super::Case;
use super::super::names::evidence_name;
use super::super::reasons::{cap, name_at};

/// A row for each question, in the model's order.
pub fn answers(case: &Case) -> Sheet {
    let rows = case.model.criteria().map(|(at, criterion)| answer(case, at, criterion));
    let heads = [
        (case.t(b::NUMBER), 8),
        (case.t(w::COL_DIMENSION), 16),
        (case.t(p::COL_CRITERION), 20),
        (case.t(b::QUESTION), 36),
        (case.t(p::COL_DECLARED), 8),
        (case.t(p::COL_EFFECTIVE), 8),
        (case.t(p::COL_WHY), 26),
        (case.t(c::EVIDENCE), 16),
        (case.t(w::NOTE), 26),
        (case.t(b::LEVEL_TEXT), 36),
    ];
    Sheet::new(case.t(fuxiao_language::words_export::ANSWERS), true, &heads, rows.collect())
}

fn answer(case: &Case, at: CriterionRef, criterion: &Criterion) -> Vec<Cell> {
    let none = Entry::default();
    let entry = case.assessment.answers.get(&criterion.id).unwrap_or(&none);
    let dimension = case.model.dimensions.get(at.dimension);
    let text = dimension.and_then(|of| case.criterion_text(&of.id, &criterion.id));
    let rating = case.card.status(at).and_then(|status| status.rating());
    let level_text = || text?.levels.get(usize::from(entry.level()?).checked_sub(1)?).cloned();
    let declared = match &entry.answer {
        _ if !criterion.asked_of(&case.assessment.firm) => Cell::text(case.t(w::NOT_APPLICABLE)),
        Answer::Level(level) => Cell::Level(*level),
        Answer::NotApplicable(_) => Cell::text(case.t(w::NOT_APPLICABLE)),
        Answer::Unanswered => Cell::text(case.t(c::NOT_ANSWERED)),
    };
    vec![
        Cell::text(criterion.id.as_str()),
        Cell::maybe(dimension, |of| Cell::text(dimension_name(&of.id, case.locale()))),
        Cell::text(name_at(case, at)),
        Cell::maybe(text, |text| Cell::text(text.question.as_str())),
        declared,
        Cell::maybe(rating, |rating| Cell::Level(rating.effective)),
        Cell::text(cap(case, at)),
        // Evidence backs a level; without one there is nothing to back.
        Cell::maybe(entry.level(), |_| Cell::text(case.t(evidence_name(entry.evidence)))),
        Cell::text(entry.note.as_str()),
        Cell::maybe(level_text(), Cell::text),
    ]
}

/// A row for each figure, given or not.
pub fn figures(case: &Case) -> Sheet {
    let rows = case.model.kpis.iter().map(|kpi| figure(case, kpi));
    let heads = [
        (case.t(b::NUMBER), 10),
        (case.t(b::KPI), 32),
        (case.t(b::AMOUNT), 12),
        (case.t(b::UNIT), 14),
        (case.t(b::BAND), 10),
        (case.t(b::BOUNDS), 28),
        (case.t(b::ORIGIN), 70),
    ];
    Sheet::new(case.t(c::FIGURES), true, &heads, rows.collect())
}

fn figure(case: &Case, kpi: &Kpi) -> Vec<Cell> {
    let text = case.common().and_then(|common| common.kpis.get(&kpi.id));
    let value = case.assessment.kpi_value(&kpi.id);
    let bounds = |bounds: &Vec<f64>| {
        Cell::text(case.locale().list(&bounds.iter().map(|bound| whole(*bound)).collect::<Vec<_>>()))
    };
    let internal = if kpi.basis == Basis::Internal { case.t(w::KPI_INTERNAL) } else { "" };
    let origin = [internal, text.map(|text| text.source.as_str()).unwrap_or_default()];
    let origin = origin.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
    vec![
        Cell::text(kpi.id.as_str()),
        Cell::text(case.kpi_name(&kpi.id)),
        Cell::maybe(value, Cell::Number),
        Cell::maybe(text, |text| Cell::text(text.unit.as_str())),
        Cell::maybe(counted(kpi, case.assessment).and_then(|value| kpi_band(kpi, value)), Cell::Level),
        Cell::maybe(kpi.bounds.as_ref(), bounds),
        Cell::text(origin),
    ]
}
