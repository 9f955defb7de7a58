//! Scores of aspects and of dimensions: radars with targets and baseline, and bars against targets.

use yew::prelude::*;

use crate::state::{Page, Workspace};
use fuxiao_charts::{BarChart, BarRow, ChartLink, Radar, RadarAxis, Swatch, bar_chart, radar_chart};
use fuxiao_core::gaps::aspect_target;
use fuxiao_language::{
    dimension_name, fixed, level_of, percent, signed, whole, words as w, words_chart as c, words_pages as p,
};

use super::super::View;
use super::super::reasons;
use super::super::widgets::{cell, level_text, table};
use super::{chart_figure, legend, paragraph, width};

/// The most things that share an end of the scale and are still all named.
const NAMED: usize = 2;

/// What lies on one axis, with the words for it.
struct Row {
    name: String,
    /// A shorter name for the axis.
    short: Option<String>,
    score: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    target: Option<f64>,
    baseline: Option<f64>,
    link: Option<ChartLink>,
}

impl Row {
    fn axis(&self) -> RadarAxis {
        RadarAxis {
            label: self.short.clone().unwrap_or_else(|| self.name.clone()),
            value: self.score,
            range: open_range(self.low, self.high),
            target: self.target,
            baseline: self.baseline,
            link: self.link.clone(),
        }
    }

    /// What was, and what changed since.
    fn since(&self) -> [Html; 2] {
        let change = self.score.zip(self.baseline).map(|(now, then)| now - then);
        let change = change.map_or_else(|| "–".to_string(), |change| signed(change, 2));
        [cell(reasons::score(self.baseline, 2)), cell(change)]
    }
}

/// A difference of scores in hundredths, as it is shown.
fn shown(difference: f64) -> i64 {
    ((difference + 1e-9) * 100.0 + 0.5).floor() as i64
}

/// The aspects as a radar.
pub fn aspects(view: View, workspace: &Workspace) -> Html {
    let model = &view.state.model;
    let common = view.state.texts.common(view.locale());
    let before = view.state.baseline.as_deref();
    let rows =
        model.aspects.iter().zip(&workspace.card.aspects).enumerate().map(|(at, (aspect, score))| Row {
            name: view.aspect_name(&aspect.id),
            short: common.and_then(|common| Some(common.aspects.get(&aspect.id)?.short.clone())),
            score: score.score,
            low: score.low,
            high: score.high,
            target: aspect_target(model, &workspace.card, at),
            baseline: before.and_then(|workspace| workspace.card.aspects.get(at)?.score),
            link: None,
        });
    let rows: Vec<Row> = rows.collect();
    let title = ends(view, &rows).unwrap_or_else(|| view.t(p::ASPECTS_TITLE).to_string());
    let head = (p::ASPECTS_TITLE, p::COL_ASPECT, c::COL_TARGET_MEAN);
    radar(view, &rows, &title, Some(view.t(c::ASPECTS_RULE).to_string()), head)
}

/// The dimensions as a radar.
pub fn dimension_radar(view: View, workspace: &Workspace) -> Html {
    let model = &view.state.model;
    let before = view.state.baseline.as_deref();
    let rows = model.dimensions.iter().zip(&workspace.card.dimensions).enumerate().map(
        |(at, (dimension, score))| Row {
            name: dimension_name(&dimension.id, view.locale()).to_string(),
            short: None,
            score: score.score,
            low: score.low,
            high: score.high,
            target: score.in_scope().then(|| f64::from(score.target)),
            baseline: before.and_then(|workspace| workspace.card.dimensions.get(at)?.score),
            link: link(view, workspace, &dimension.id, score.score, score.target),
        },
    );
    let rows: Vec<Row> = rows.collect();
    let moved = rows.iter().filter_map(|row| Some(shown(row.score? - row.baseline?)));
    let moved: Vec<i64> = moved.collect();
    let count = |kind: &dyn Fn(i64) -> bool| moved.iter().filter(|by| kind(**by)).count().to_string();
    let title = match moved.is_empty() {
        true => ends(view, &rows).unwrap_or_else(|| view.t(c::RADAR_TITLE).to_string()),
        false => view.f(
            c::RADAR_MOVED,
            &[("up", &count(&|by| by > 0)), ("down", &count(&|by| by < 0)), ("same", &count(&|by| by == 0))],
        ),
    };
    radar(view, &rows, &title, None, (c::RADAR_TITLE, w::COL_DIMENSION, p::COL_TARGET))
}

/// A radar of rows; `words` are the caption of the table and the heads of its columns of names and targets.
fn radar(
    view: View,
    rows: &[Row],
    title: &str,
    rule: Option<String>,
    (caption, name, target): (fuxiao_language::Text, fuxiao_language::Text, fuxiao_language::Text),
) -> Html {
    let scored = rows.iter().any(|row| row.score.is_some());
    let compared = rows.iter().any(|row| row.baseline.is_some());
    let axes = rows.iter().map(Row::axis).collect();
    let drawn = radar_chart(&Radar { levels: view.state.model.levels, axes }, width(view, 640));
    let drawn = drawn.filter(|_| scored || compared);
    let mut sentences = vec![view.t(if scored { c::RADAR_RULE } else { p::NO_SCORES }).to_string()];
    sentences.extend(rule.filter(|_| scored));
    let mut items = vec![
        (Swatch::Current, p::LEGEND_VALUE),
        (Swatch::Target, p::LEGEND_TARGET),
        (Swatch::Band, p::LEGEND_RANGE),
    ];
    let mut head = vec![view.t(name), view.t(p::COL_SCORE), view.t(p::COL_BOUNDS), view.t(target)];
    if compared {
        sentences.push(view.t(c::BASELINE_RULE).to_string());
        items.push((Swatch::Baseline, c::BASELINE));
        head.extend([view.t(c::BASELINE), view.t(c::COL_CHANGE)]);
    }
    let body = rows.iter().map(|row| {
        let name = match &row.link {
            Some(link) => html! { <a href={link.to.clone()}>{ &row.name }</a> },
            None => cell(row.name.clone()),
        };
        let bounds = reasons::interval(row.low, row.high);
        let target = row.target.map_or_else(|| "–".to_string(), target_text);
        let mut cells = vec![name, cell(reasons::score(row.score, 2)), cell(bounds), cell(target)];
        if compared {
            cells.extend(row.since());
        }
        cells
    });
    let table = table(view.t(caption), &head, body.collect());
    chart_figure(title, &paragraph(view, &sentences), drawn, legend(view, &items), table, view)
}

/// The dimensions as bars against their targets.
pub fn dimensions(view: View, workspace: &Workspace) -> Html {
    let model = &view.state.model;
    let rows = || model.dimensions.iter().zip(&workspace.card.dimensions);
    let name = |id: &str| dimension_name(id, view.locale()).to_string();
    let bars = rows().map(|(dimension, score)| BarRow {
        label: name(&dimension.id),
        value: score.score,
        range: open_range(score.low, score.high),
        target: Some(f64::from(score.target)),
        value_text: reasons::score(score.score, 1),
        note: String::new(),
        level: score.level,
        hollow: score.level.is_none(),
        link: link(view, workspace, &dimension.id, score.score, score.target),
    });
    let chart = BarChart { levels: model.levels, from_zero: false, rows: bars.collect() };
    let levelled: Vec<_> = rows().filter_map(|(_, score)| Some((score.level?, score.target))).collect();
    let below = levelled.iter().filter(|(level, target)| level < target).count();
    let (total, below) = (levelled.len().to_string(), below.to_string());
    let title = match (levelled.is_empty(), below.as_str()) {
        (true, _) => view.t(p::DIMENSIONS_TITLE).to_string(),
        (_, "0") => view.f(c::BARS_REACHED, &[("total", &total)]),
        _ => view.f(c::BARS_TITLE, &[("below", &below), ("total", &total)]),
    };
    let scored = rows().any(|(_, score)| score.score.is_some());
    let sentence = view.t(if scored { c::BARS_RULE } else { p::NO_SCORES });
    let body = rows().map(|(dimension, score)| {
        vec![
            html! { <a href={to(view, workspace, &dimension.id)}>{ name(&dimension.id) }</a> },
            cell(reasons::score(score.score, 2)),
            cell(reasons::interval(score.low, score.high)),
            cell(level_text(&view.narrator(), score)),
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
    let mut items = vec![
        (Swatch::Level(3), c::LEGEND_LEVEL),
        (Swatch::Interval, p::LEGEND_RANGE),
        (Swatch::TargetTick, p::LEGEND_TARGET),
    ];
    if rows().any(|(_, score)| score.score.is_some() && score.level.is_none()) {
        items.insert(1, (Swatch::Hollow, c::LEGEND_WITHHELD));
    }
    let table = table(view.t(p::DIMENSIONS_TITLE), &head, body.collect());
    let drawn = Some(bar_chart(&chart, width(view, 680)));
    chart_figure(&title, sentence, drawn, legend(view, &items), table, view)
}

/// A target is a level, or a mean of levels.
fn target_text(target: f64) -> String {
    if target.fract() == 0.0 { whole(target) } else { fixed(target, 2) }
}

/// The address of the result of a dimension.
fn to(view: View, workspace: &Workspace, id: &str) -> String {
    view.inside(workspace, Page::Result(id.to_string()))
}

fn link(view: View, workspace: &Workspace, id: &str, score: Option<f64>, target: u8) -> Option<ChartLink> {
    let name = dimension_name(id, view.locale());
    let (score, target) = (reasons::score(score, 1), target.to_string());
    let label = view.f(c::BAR_SPOT, &[("name", name), ("score", &score), ("target", &target)]);
    Some(ChartLink { to: to(view, workspace, id), label })
}

/// Which scores highest and which lowest; `None` without a score.
fn ends(view: View, rows: &[Row]) -> Option<String> {
    let scores = || rows.iter().filter_map(|row| row.score);
    let top = scores().max_by(f64::total_cmp)?;
    let bottom = scores().min_by(f64::total_cmp)?;
    // Those are the same that look the same.
    let alike = |end: f64| -> Vec<String> {
        let same = |row: &&Row| row.score.is_some_and(|score| fixed(score, 1) == fixed(end, 1));
        rows.iter().filter(same).map(|row| row.name.clone()).collect()
    };
    let (high, low) = (alike(top), alike(bottom));
    let (count, top, bottom) = (scores().count().to_string(), fixed(top, 1), fixed(bottom, 1));
    Some(match (high.as_slice(), low.as_slice()) {
        ([only], _) if count == "1" => view.f(c::ONE_TITLE, &[("name", only), ("score", &top)]),
        _ if top == bottom => view.f(c::SAME_TITLE, &[("count", &count), ("score", &top)]),
        _ if high.len() > NAMED || low.len() > NAMED => {
            view.f(c::RANGE_TITLE, &[("count", &count), ("low", &bottom), ("high", &top)])
        }
        _ => {
            let (high, low) = (view.locale().list(&high), view.locale().list(&low));
            let values = [("high", high), ("high_score", top), ("low", low), ("low_score", bottom)];
            view.f(c::ENDS_TITLE, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        }
    })
}

/// The interval that open answers leave; none when everything is answered.
fn open_range(low: Option<f64>, high: Option<f64>) -> Option<(f64, f64)> {
    low.zip(high).filter(|(low, high)| low < high)
}
