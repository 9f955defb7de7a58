//! The sheet of dimensions: numbers as numbers, not rounded here.

use fuxiao_core::CriterionRef;
use fuxiao_core::dimension::{DimensionScore, index};
use fuxiao_format::workbook::{Cell, Sheet};
use fuxiao_language::{dimension_name, words as w, words_pages as p, words_workbook as b};

use super::super::names::level_text;
use super::super::reasons::name_at;
use super::super::{Case, Narrator};

/// A row for each dimension, in the model's order.
pub fn dimensions(case: &Case) -> Sheet {
    let model = case.model;
    let rows = model.dimensions.iter().zip(&case.card.dimensions).enumerate();
    let rows = rows.map(|(at, (dimension, score))| {
        let aspect = model.aspects.get(dimension.aspect).map(|aspect| case.aspect_name(&aspect.id));
        let names = score.weakest.iter();
        let names = names.map(|c| name_at(case, CriterionRef { dimension: at, criterion: *c }));
        let scaled = score.score.map(|score| index(score, model.levels));
        vec![
            Cell::text(dimension.id.as_str()),
            Cell::text(dimension_name(&dimension.id, case.locale())),
            Cell::text(aspect.unwrap_or_default()),
            Cell::maybe(score.score, Cell::Fine),
            Cell::maybe(scaled, Cell::Whole),
            Cell::maybe(score.low, Cell::Fine),
            Cell::maybe(score.high, Cell::Fine),
            score.level.map_or_else(|| Cell::text(level_text(case, score)), Cell::Level),
            Cell::text(status(case, score)),
            Cell::Level(score.target),
            Cell::maybe(score.target_reached, Cell::Percent),
            Cell::text(case.locale().list(&names.collect::<Vec<_>>())),
        ]
    });
    let heads = [
        (case.t(b::NUMBER), 8),
        (case.t(w::COL_DIMENSION), 24),
        (case.t(p::COL_ASPECT), 18),
        (case.t(p::COL_SCORE), 10),
        (case.t(p::INDEX), 10),
        (case.t(b::LOW), 10),
        (case.t(b::HIGH), 10),
        (case.t(w::COL_LEVEL), 12),
        (case.t(w::COL_STATUS), 14),
        (case.t(p::COL_TARGET), 10),
        (case.t(p::COL_REACHED), 12),
        (case.t(b::WEAKEST), 44),
    ];
    Sheet::new(case.t(w::DIMENSIONS), true, &heads, rows.collect())
}

/// How far its questions are answered; a level beside open questions is provisional.
fn status(narrator: &Narrator, score: &DimensionScore) -> String {
    let (answered, applicable) = (score.answered.to_string(), score.applicable.to_string());
    match (score.in_scope(), score.complete()) {
        (false, _) => narrator.t(w::STATUS_OUT).to_string(),
        (true, true) => narrator.t(w::STATUS_DONE).to_string(),
        (true, false) => {
            narrator.f(w::OVERVIEW_DONE, &[("answered", &answered), ("applicable", &applicable)])
        }
    }
}
