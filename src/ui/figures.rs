//! Charts with what every chart needs beside it: a title, a sentence and a table.

use yew::prelude::*;

use crate::charts::{BarChart, BarRow, Chart, Radar, RadarAxis, Swatch, bar_chart, radar_chart};
use crate::i18n::{dimension_name, fixed, level_of, percent, words as w, words_pages as p};
use crate::state::Open;

use super::View;
use super::parts::{cell, level_text, table};
use super::picture::{self, Legend};
use super::reasons;

/// Room that the page leaves beside a chart, in CSS pixels.
pub(super) const MARGINS: u32 = 40;

/// A chart with its title, a sentence, a legend, its files and a table that says the same.
pub(super) fn figure(
    title: &str,
    sentence: &str,
    drawn: Option<Chart>,
    legend: impl Into<Legend>,
    table: Html,
    view: View,
) -> Html {
    let Legend { shown, items } = legend.into();
    let files = picture::files(view, title, sentence, drawn.as_ref(), items);
    html! {
        <figure class="chart">
            <figcaption>
                <h2>{ title }</h2>
                <p>{ sentence }</p>
            </figcaption>
            { drawn.map(|chart| chart.to_html(title)).unwrap_or_default() }
            { shown }
            { files }
            <details class="chart__table">
                <summary>{ view.t(p::AS_TABLE) }</summary>
                { table }
            </details>
        </figure>
    }
}

/// A legend of samples with their meanings.
pub(super) fn legend(view: View, items: &[(Swatch, crate::i18n::Text)]) -> Legend {
    Legend::of(items.iter().map(|(kind, text)| (*kind, view.t(*text).to_string())).collect())
}

/// The aspects as a radar.
pub fn aspects(view: View, open: &Open) -> Html {
    let model = &view.state.model;
    let common = view.state.texts.common(view.locale());
    let name = |id: &str| {
        let text = common.and_then(|common| common.aspects.get(id));
        text.map_or_else(|| id.to_string(), |aspect| aspect.name.clone())
    };
    let rows = || model.aspects.iter().map(|aspect| name(&aspect.id)).zip(&open.card.aspects);
    let axes = rows().map(|(label, score)| RadarAxis {
        label,
        value: score.score,
        range: open_range(score.low, score.high),
        target: None,
        baseline: None,
    });
    let radar = Radar { levels: model.levels, axes: axes.collect() };
    let scored: Vec<(String, f64)> = rows().filter_map(|(name, score)| Some((name, score.score?))).collect();
    let ends = scored
        .iter()
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .zip(scored.iter().min_by(|a, b| a.1.total_cmp(&b.1)));
    let sentence = match ends {
        None => view.t(p::NO_SCORES).to_string(),
        Some((high, low)) if high.0 == low.0 => {
            view.f(p::ASPECTS_ONE, &[("name", &high.0), ("score", &fixed(high.1, 1))])
        }
        Some((high, low)) => view.f(
            p::ASPECTS_FINDING,
            &[
                ("high", &high.0),
                ("high_score", &fixed(high.1, 1)),
                ("low", &low.0),
                ("low_score", &fixed(low.1, 1)),
            ],
        ),
    };
    let body = rows().map(|(name, score)| {
        vec![cell(name), cell(reasons::score(score.score, 2)), cell(reasons::interval(score.low, score.high))]
    });
    let head = [view.t(p::COL_ASPECT), view.t(p::COL_SCORE), view.t(p::COL_BOUNDS)];
    let width = view.state.width.saturating_sub(MARGINS).clamp(288, 640);
    let drawn = radar_chart(&radar, width).filter(|_| !scored.is_empty());
    let items = [(Swatch::Current, p::LEGEND_VALUE), (Swatch::Band, p::LEGEND_RANGE)];
    let table = table(view.t(p::ASPECTS_TITLE), &head, body.collect());
    figure(view.t(p::ASPECTS_TITLE), &sentence, drawn, legend(view, &items), table, view)
}

/// The dimensions as bars against their targets.
pub fn dimensions(view: View, open: &Open) -> Html {
    let model = &view.state.model;
    let rows = || model.dimensions.iter().zip(&open.card.dimensions);
    let name = |id: &str| dimension_name(id, view.locale()).to_string();
    let bars = rows().map(|(dimension, score)| BarRow {
        label: name(&dimension.id),
        value: score.score,
        range: open_range(score.low, score.high),
        target: Some(f64::from(score.target)),
        value_text: reasons::score(score.score, 1),
        note: String::new(),
        level: score.level,
    });
    let chart = BarChart { levels: model.levels, rows: bars.collect() };
    let levelled: Vec<_> = rows().filter_map(|(_, score)| Some((score.level?, score.target))).collect();
    let below = levelled.iter().filter(|(level, target)| level < target).count();
    let sentence = match levelled.len() {
        0 => view.t(p::NO_SCORES).to_string(),
        total => {
            view.f(p::DIMENSIONS_FINDING, &[("below", &below.to_string()), ("total", &total.to_string())])
        }
    };
    let inside = |id: &str| view.inside(open, crate::state::Place::Result(id.to_string()));
    let body = rows().map(|(dimension, score)| {
        vec![
            html! { <a href={inside(&dimension.id)}>{ name(&dimension.id) }</a> },
            cell(reasons::score(score.score, 2)),
            cell(reasons::interval(score.low, score.high)),
            cell(level_text(view, score)),
            cell(level_of(Some(score.target))),
            cell(score.target_reached.map_or("–".to_string(), percent)),
        ]
    });
    let head = [
        view.t(w::COL_DIMENSION),
        view.t(p::COL_SCORE),
        view.t(p::COL_BOUNDS),
        view.t(w::COL_LEVEL),
        view.t(p::COL_TARGET),
        view.t(p::COL_REACHED),
    ];
    let width = view.state.width.saturating_sub(MARGINS).clamp(288, 680);
    let items = [
        (Swatch::Bar, p::LEGEND_VALUE),
        (Swatch::Interval, p::LEGEND_RANGE),
        (Swatch::TargetTick, p::LEGEND_TARGET),
    ];
    let table = table(view.t(p::DIMENSIONS_TITLE), &head, body.collect());
    let drawn = Some(bar_chart(&chart, width));
    figure(view.t(p::DIMENSIONS_TITLE), &sentence, drawn, legend(view, &items), table, view)
}

/// The interval that open answers leave; none when everything is answered.
fn open_range(low: Option<f64>, high: Option<f64>) -> Option<(f64, f64)> {
    low.zip(high).filter(|(low, high)| low < high)
}
