//! The sheets of answers and of figures. Private notes stay where they are.

use crate::domain::effective::kpi_band;
use crate::domain::model::Basis;
use crate::domain::{Answer, Criterion, CriterionRef, Entry, Kpi};
use crate::i18n::{dimension_name, whole, words as w, words_book as b, words_check as c, words_pages as p};
use crate::state::Open;
use crate::storage::book::{Cell, Sheet};

use super::super::View;
use super::super::proof::evidence_name;
use super::super::reasons::{cap, name_at};

/// A row for each question, in the model's order.
pub fn answers(view: View, open: &Open) -> Sheet {
    let rows = view.state.model.criteria().map(|(at, criterion)| answer(view, open, at, criterion));
    let heads = [
        (view.t(b::NUMBER), 8),
        (view.t(w::COL_DIMENSION), 16),
        (view.t(p::COL_CRITERION), 20),
        (view.t(b::QUESTION), 36),
        (view.t(p::COL_DECLARED), 8),
        (view.t(p::COL_EFFECTIVE), 8),
        (view.t(p::COL_WHY), 26),
        (view.t(c::EVIDENCE), 16),
        (view.t(w::NOTE), 26),
        (view.t(b::LEVEL_TEXT), 36),
    ];
    Sheet::new(view.t(crate::i18n::words_take::ANSWERS), true, &heads, rows.collect())
}

fn answer(view: View, open: &Open, at: CriterionRef, criterion: &Criterion) -> Vec<Cell> {
    let none = Entry::default();
    let entry = open.assessment.answers.get(&criterion.id).unwrap_or(&none);
    let dimension = view.state.model.dimensions.get(at.dimension);
    let text = dimension.and_then(|of| view.state.texts.criterion(view.locale(), &of.id, &criterion.id));
    let rating = open.card.standing(at).and_then(|standing| standing.rating());
    let level_text = || text?.levels.get(usize::from(entry.level()?).checked_sub(1)?).cloned();
    let declared = match &entry.answer {
        Answer::Level(level) => Cell::Level(*level),
        Answer::NotApplicable(_) => Cell::text(view.t(w::NOT_APPLICABLE)),
        Answer::Unanswered => Cell::text(view.t(c::NOT_ANSWERED)),
    };
    vec![
        Cell::text(criterion.id.as_str()),
        Cell::maybe(dimension, |of| Cell::text(dimension_name(&of.id, view.locale()))),
        Cell::text(name_at(view, at)),
        Cell::maybe(text, |text| Cell::text(text.question.as_str())),
        declared,
        Cell::maybe(rating, |rating| Cell::Level(rating.effective)),
        Cell::text(cap(view, open, at)),
        // Evidence backs a level; without one there is nothing to back.
        Cell::maybe(entry.level(), |_| Cell::text(view.t(evidence_name(entry.evidence)))),
        Cell::text(entry.note.as_str()),
        Cell::maybe(level_text(), Cell::text),
    ]
}

/// A row for each figure, given or not.
pub fn figures(view: View, open: &Open) -> Sheet {
    let rows = view.state.model.kpis.iter().map(|kpi| figure(view, open, kpi));
    let heads = [
        (view.t(b::NUMBER), 10),
        (view.t(b::KPI), 32),
        (view.t(b::AMOUNT), 12),
        (view.t(b::UNIT), 14),
        (view.t(b::BAND), 10),
        (view.t(b::BOUNDS), 28),
        (view.t(b::ORIGIN), 70),
    ];
    Sheet::new(view.t(c::FIGURES), true, &heads, rows.collect())
}

fn figure(view: View, open: &Open, kpi: &Kpi) -> Vec<Cell> {
    let text = view.state.texts.common(view.locale()).and_then(|common| common.kpis.get(&kpi.id));
    let value = open.assessment.kpi_value(&kpi.id);
    let bounds = |bounds: &Vec<f64>| {
        Cell::text(view.locale().list(&bounds.iter().map(|bound| whole(*bound)).collect::<Vec<_>>()))
    };
    let internal = if kpi.basis == Basis::Internal { view.t(w::KPI_INTERNAL) } else { "" };
    let origin = [internal, text.map(|text| text.source.as_str()).unwrap_or_default()];
    let origin = origin.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
    vec![
        Cell::text(kpi.id.as_str()),
        Cell::text(view.kpi_name(&kpi.id)),
        Cell::maybe(value, Cell::Number),
        Cell::maybe(text, |text| Cell::text(text.unit.as_str())),
        Cell::maybe(value.and_then(|value| kpi_band(kpi, value)), Cell::Level),
        Cell::maybe(kpi.bounds.as_ref(), bounds),
        Cell::text(origin),
    ]
}
