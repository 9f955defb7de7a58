//! How far the dimensions are from their targets, the furthest first.

use yew::prelude::*;

use crate::state::{Page, Workspace};
use fuxiao_charts::{BarChart, BarRow, ChartLink, bar_chart};
use fuxiao_core::dimension::DimensionScore;
use fuxiao_core::gaps::shortfalls;
use fuxiao_language::{
    dimension_name, fixed, level_of, percent, words as w, words_chart as c, words_pages as p,
};

use super::super::View;
use super::super::picture::Legend;
use super::super::reasons;
use super::super::widgets::{cell, level_text, table};
use super::{chart_figure, paragraph, width};

/// The most dimensions at the same gap that are still all named.
const NAMED: usize = 2;

/// One dimension with an answer.
struct Row<'a> {
    id: &'a str,
    name: &'a str,
    gap: f64,
    score: &'a DimensionScore,
}

/// The dimensions with an answer by their gap.
pub fn gaps(view: View, workspace: &Workspace) -> Html {
    let model = &view.state.model;
    let found = shortfalls(model, &workspace.card);
    let row = |at: usize, gap: f64| {
        let (dimension, score) = (model.dimensions.get(at)?, workspace.card.dimensions.get(at)?);
        let name = dimension_name(&dimension.id, view.locale());
        Some(Row { id: &dimension.id, name, gap, score })
    };
    let rows: Vec<Row> = found.iter().filter_map(|(at, gap)| row(*at, gap.value())).collect();
    let to = |id: &str| view.inside(workspace, Page::Result(id.to_string()));
    let bars = rows.iter().map(|row| {
        let (gap, note) = (fixed(row.gap, 1), note(view, row.score));
        let label = view.f(c::GAP_SPOT, &[("name", row.name), ("gap", &gap), ("note", &note)]);
        BarRow {
            label: row.name.to_string(),
            value: Some(row.gap),
            value_text: gap,
            note,
            link: Some(ChartLink { to: to(row.id), label }),
            ..BarRow::default()
        }
    });
    // As far as the largest gap reaches, which stands first.
    let top = rows.first().map_or(0.0, |row| row.gap.ceil());
    let chart = BarChart { levels: top as u8, from_zero: true, rows: bars.collect() };
    let left = model.dimensions.len() - rows.len();
    let mut sentences = vec![view.t(if rows.is_empty() { p::NO_SCORES } else { c::GAPS_RULE }).to_string()];
    if left > 0 && !rows.is_empty() {
        sentences.push(view.f(c::GAPS_LEFT, &[("count", &left.to_string())]));
    }
    let body = rows.iter().map(|row| {
        vec![
            html! { <a href={to(row.id)}>{ row.name }</a> },
            cell(fixed(row.gap, 2)),
            cell(level_text(&view.narrator(), row.score)),
            cell(level_of(Some(row.score.target))),
            cell(reasons::score(row.score.score, 2)),
            cell(row.score.target_reached.map_or("–".to_string(), percent)),
        ]
    });
    let head = [
        view.t(w::COL_DIMENSION),
        view.t(c::COL_GAP),
        view.t(w::COL_LEVEL),
        view.t(p::COL_TARGET),
        view.t(p::COL_SCORE),
        view.t(p::COL_REACHED),
    ];
    let table = table(view.t(c::GAPS), &head, body.collect());
    let drawn = (!rows.is_empty()).then(|| bar_chart(&chart, width(view, 680)));
    chart_figure(
        &title(view, &rows),
        &paragraph(view, &sentences),
        drawn,
        Legend::of(Vec::new()),
        table,
        view,
    )
}

fn title(view: View, rows: &[Row]) -> String {
    let Some(gap) = rows.first().map(|row| fixed(row.gap, 1)) else { return view.t(c::GAPS).to_string() };
    if rows.first().is_some_and(|row| row.gap == 0.0) {
        return view.t(c::GAPS_NONE).to_string();
    }
    // Those are the same that look the same.
    let furthest = rows.iter().take_while(|row| fixed(row.gap, 1) == gap);
    let names: Vec<String> = furthest.map(|row| row.name.to_string()).collect();
    if names.len() > NAMED {
        return view.f(c::GAPS_TIED, &[("count", &names.len().to_string()), ("gap", &gap)]);
    }
    view.f(c::GAPS_TITLE, &[("name", &view.locale().list(&names)), ("gap", &gap)])
}

/// Where a dimension stands and where it should.
fn note(view: View, score: &DimensionScore) -> String {
    let reached = score.level.is_some_and(|level| level >= score.target);
    let text = if reached { c::GAP_REACHED } else { c::GAP_NOTE };
    view.f(text, &[("level", &level_text(&view.narrator(), score)), ("target", &score.target.to_string())])
}
