//! The sheet of dimensions: numbers as numbers, not rounded here.

use crate::domain::CriterionRef;
use crate::domain::dimension::{DimensionScore, index};
use crate::i18n::{dimension_name, words as w, words_book as b, words_pages as p};
use crate::state::Open;
use crate::storage::book::{Cell, Sheet};

use super::super::View;
use super::super::parts::level_text;
use super::super::reasons::name_at;

/// A row for each dimension, in the model's order.
pub fn dimensions(view: View, open: &Open) -> Sheet {
    let model = &view.state.model;
    let rows = model.dimensions.iter().zip(&open.card.dimensions).enumerate();
    let rows = rows.map(|(at, (dimension, score))| {
        let aspect = model.aspects.get(dimension.aspect).map(|aspect| view.aspect_name(&aspect.id));
        let names = score.weakest.iter();
        let names = names.map(|c| name_at(view, CriterionRef { dimension: at, criterion: *c }));
        let scaled = score.score.map(|score| index(score, model.levels));
        vec![
            Cell::text(dimension.id.as_str()),
            Cell::text(dimension_name(&dimension.id, view.locale())),
            Cell::text(aspect.unwrap_or_default()),
            Cell::maybe(score.score, Cell::Fine),
            Cell::maybe(scaled, Cell::Whole),
            Cell::maybe(score.low, Cell::Fine),
            Cell::maybe(score.high, Cell::Fine),
            score.level.map_or_else(|| Cell::text(level_text(view, score)), Cell::Level),
            Cell::text(status(view, score)),
            Cell::Level(score.target),
            Cell::maybe(score.target_reached, Cell::Percent),
            Cell::text(view.locale().list(&names.collect::<Vec<_>>())),
        ]
    });
    let heads = [
        (view.t(b::NUMBER), 8),
        (view.t(w::COL_DIMENSION), 24),
        (view.t(p::COL_ASPECT), 18),
        (view.t(p::COL_SCORE), 10),
        (view.t(p::INDEX), 10),
        (view.t(b::LOW), 10),
        (view.t(b::HIGH), 10),
        (view.t(w::COL_LEVEL), 12),
        (view.t(w::COL_STATUS), 14),
        (view.t(p::COL_TARGET), 10),
        (view.t(p::COL_REACHED), 12),
        (view.t(b::WEAKEST), 44),
    ];
    Sheet::new(view.t(w::DIMENSIONS), true, &heads, rows.collect())
}

/// How far its questions are answered; a level beside open questions is provisional.
fn status(view: View, score: &DimensionScore) -> String {
    let (answered, applicable) = (score.answered.to_string(), score.applicable.to_string());
    match (score.in_scope(), score.complete()) {
        (false, _) => view.t(w::STATUS_OUT).to_string(),
        (true, true) => view.t(w::STATUS_DONE).to_string(),
        (true, false) => view.f(w::OVERVIEW_DONE, &[("answered", &answered), ("applicable", &applicable)]),
    }
}
