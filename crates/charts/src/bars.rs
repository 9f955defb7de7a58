//! Horizontal bars for scores on a scale of levels, or for differences between levels, one row for each thing scored.
//!
//! The name stands on its own line above the bar, so that long names never collide with anything on a narrow
//! screen. Takes finished labels and numbers; knows no dimension, no language, no rounding.

use plotters::chart::ChartBuilder;
use plotters::element::{PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::HPos;

use super::backend::{Area, Drawn, at, collect, grains};
use super::ink::{Ink, TextSize};
use super::mark::text_width;
use super::measure::wrap;
use super::{Chart, ChartLink};

/// One row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BarRow {
    /// The name, wrapped to two lines at most.
    pub label: String,
    /// The score; `None` or a value that is not finite draws a dash.
    pub value: Option<f64>,
    /// The low and high end of what is still possible.
    pub range: Option<(f64, f64)>,
    /// The target.
    pub target: Option<f64>,
    /// The score as text, right-aligned on the line of the name.
    pub value_text: String,
    /// A remark under the bar, one line; empty for none.
    pub note: String,
    /// The level that colours the bar; `None` for the plain bar ink.
    pub level: Option<u8>,
    /// Drawn as an outline: a value whose level is not shown.
    pub hollow: bool,
    /// Where the row leads.
    pub link: Option<ChartLink>,
}

/// The whole chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BarChart {
    /// The highest number of the scale; taken as 2 to 10.
    pub levels: u8,
    /// The scale starts at 0, for differences between levels; else at 1, the lowest level.
    pub from_zero: bool,
    /// The rows from top to bottom.
    pub rows: Vec<BarRow>,
}

const EDGE: f64 = 4.0;
const LINE: f64 = 20.0;
const BAND: f64 = 16.0;
const NOTE: f64 = 18.0;
const GAP: f64 = 12.0;
const SCALE: f64 = 24.0;
/// From this many rows on the level numbers are repeated below.
const TALL: usize = 9;

/// The vertical measures shared by all rows, in px.
struct Rows {
    lines: usize,
    height: f64,
    count: usize,
}

impl Rows {
    fn top(&self, row: usize) -> f64 {
        SCALE + row as f64 * self.height
    }

    /// The middle of the bar of a row.
    fn middle(&self, row: usize) -> f64 {
        self.top(row) + self.lines as f64 * LINE + 2.0 + BAND / 2.0
    }
}

/// Draws the chart `width` px wide (288 to 1000); the height follows from the rows.
pub fn bar_chart(spec: &BarChart, width: u32) -> Chart {
    let width = width.clamp(288, 1000);
    let labels: Vec<Vec<String>> = spec.rows.iter().map(|row| label_lines(row, width)).collect();
    let lines = labels.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let note = if spec.rows.iter().any(|row| !row.note.is_empty()) { NOTE } else { 0.0 };
    let row_height = lines as f64 * LINE + 2.0 + BAND + note + GAP;
    let rows = Rows { lines, height: row_height, count: spec.rows.len() };
    let foot = if rows.count >= TALL { SCALE - GAP / 2.0 } else { 0.0 };
    let height = (SCALE + rows.count as f64 * row_height + foot).ceil() as u32;
    let marks = collect(width, height, |area| {
        draw_bars(area, spec, &rows, f64::from(width), f64::from(height))?;
        for (place, (row, label)) in spec.rows.iter().zip(&labels).enumerate() {
            draw_row_text(area, row, label, &rows, place, f64::from(width))?;
        }
        Ok(())
    });
    let whole_row = (f64::from(width), row_height - GAP / 2.0);
    let links = spec.rows.iter().enumerate().filter_map(|(place, row)| Some((place, row.link.as_ref()?)));
    let areas = links.map(|(place, link)| link.over((0.0, rows.top(place) - 2.0), whole_row)).collect();
    Chart { width, height, marks, link_areas: areas }
}

/// The ends of the scale.
#[derive(Clone, Copy)]
struct Scale {
    low: f64,
    top: f64,
}

impl Scale {
    fn of(spec: &BarChart) -> Self {
        Self { low: if spec.from_zero { 0.0 } else { 1.0 }, top: f64::from(spec.levels.clamp(2, 10)) }
    }

    /// A number fit to be drawn on the scale, or nothing.
    fn fit(self, value: Option<f64>) -> Option<f64> {
        value.filter(|v| v.is_finite()).map(|v| v.clamp(self.low, self.top))
    }
}

/// The value as text, a dash if there is none; never wider than half the chart.
fn value_text(row: &BarRow, width: f64) -> String {
    let room = width / 2.0 / text_width("一", TextSize::Normal, Ink::TextStrong);
    wrap(&row.value_text, room, 1).into_iter().next().unwrap_or_else(|| "–".to_owned())
}

fn label_lines(row: &BarRow, width: u32) -> Vec<String> {
    let value = text_width(&value_text(row, f64::from(width)), TextSize::Normal, Ink::TextStrong);
    let room = f64::from(width) - 2.0 * EDGE - value - 12.0;
    wrap(&row.label, room / TextSize::Normal.px(), 2)
}

fn draw_bars(area: &Area, spec: &BarChart, rows: &Rows, width: f64, height: f64) -> Drawn {
    let scale = Scale::of(spec);
    let (low, top) = (scale.low, scale.top);
    let foot = height - SCALE - rows.height * rows.count as f64;
    let count = rows.count.max(1) as f64;
    let mut chart = ChartBuilder::on(area)
        .margin_left(grains(EDGE))
        .margin_right(grains(EDGE))
        .margin_top(grains(SCALE))
        .margin_bottom(grains(foot.max(0.0)))
        .build_cartesian_2d(low..top, count..0.0)?;
    let x_of = |level: f64| EDGE + (level - low) / (top - low) * (width - 2.0 * EDGE);
    let (first, levels) = (low as u8, top as u8);
    for level in first..=levels {
        let number = |y: f64| {
            let (text, style) = (level.to_string(), Ink::TextMuted.text(TextSize::Small, HPos::Center));
            let half = text_width(&text, TextSize::Small, Ink::TextMuted) / 2.0 + 0.1;
            let x = x_of(f64::from(level)).clamp(half, width - half);
            Text::new(text, at((x, y)), style)
        };
        area.draw(&number(12.0))?;
        if rows.count >= TALL {
            area.draw(&number(height - 4.0))?;
        }
    }
    for (place, row) in spec.rows.iter().enumerate() {
        // from px below the middle of the bar to the chart's own scale of rows
        let y = |px: f64| (rows.middle(place) + px - SCALE) / rows.height;
        let half = BAND / 2.0;
        chart.draw_series((first + 1..=levels).map(|level| {
            let x = f64::from(level);
            PathElement::new(vec![(x, y(-half)), (x, y(half))], Ink::Grid.line())
        }))?;
        let value = scale.fit(row.value);
        let px = (top - low) / (width - 2.0 * EDGE);
        if let Some(value) = value {
            let ink = row.level.map_or(Ink::Bar, Ink::Level);
            // The lowest level is still a level; a difference of nothing is nothing.
            let end = if spec.from_zero { value } else { value.max(low + 2.0 * px) };
            if end > low {
                let style = if row.hollow { Ink::Bar.line() } else { ink.area() };
                chart.draw_series([Rectangle::new([(low, y(-5.0)), (end, y(5.0))], style)])?;
            }
        } else {
            let dash = vec![(low + 6.0 * px, y(0.0)), (low + 16.0 * px, y(0.0))];
            chart.draw_series([PathElement::new(dash, Ink::Missing.line())])?;
        }
        chart.draw_series([PathElement::new(vec![(low, y(-half)), (low, y(half))], Ink::Axis.line())])?;
        let ends = row.range.map(|(a, b)| (scale.fit(Some(a)), scale.fit(Some(b))));
        if let Some((Some(a), Some(b))) = ends {
            let (low, high) = (a.min(b), a.max(b));
            for ink in [Ink::Halo, Ink::Interval] {
                let lines = [(low, low, 4.0), (low, high, 0.0), (high, high, 4.0)];
                chart.draw_series(lines.map(|(from, to, cap)| {
                    PathElement::new(vec![(from, y(-cap)), (to, y(cap))], ink.line())
                }))?;
            }
        }
        if let Some(target) = scale.fit(row.target) {
            let tick = vec![(target, y(-half - 2.0)), (target, y(half + 2.0))];
            chart.draw_series(
                [Ink::Halo, Ink::TargetTick].map(|ink| PathElement::new(tick.clone(), ink.line())),
            )?;
            let (x, peak) = (x_of(target), rows.middle(place) - half + 3.0);
            let flag = [(x - 4.0, peak - 6.0), (x + 4.0, peak - 6.0), (x, peak)].map(at);
            area.draw(&Polygon::new(flag.to_vec(), Ink::TargetTick.area()))?;
        }
    }
    Ok(())
}

fn draw_row_text(
    area: &Area,
    row: &BarRow,
    label: &[String],
    rows: &Rows,
    place: usize,
    width: f64,
) -> Drawn {
    let top = rows.top(place) + (rows.lines - label.len().min(rows.lines)) as f64 * LINE;
    for (line, text) in label.iter().enumerate() {
        let baseline = top + line as f64 * LINE + 14.0;
        let style = Ink::Text.text(TextSize::Normal, HPos::Left);
        area.draw(&Text::new(text.clone(), at((EDGE, baseline)), style))?;
    }
    let ink = if row.value.is_some_and(f64::is_finite) { Ink::TextStrong } else { Ink::TextMuted };
    let baseline = rows.top(place) + (rows.lines as f64 - 1.0) * LINE + 14.0;
    let style = ink.text(TextSize::Normal, HPos::Right);
    area.draw(&Text::new(value_text(row, width), at((width - EDGE, baseline)), style))?;
    let room = (width - 2.0 * EDGE) / TextSize::Small.px();
    if let Some(note) = wrap(&row.note, room, 1).into_iter().next() {
        let style = Ink::TextMuted.text(TextSize::Small, HPos::Left);
        let baseline = rows.middle(place) + BAND / 2.0 + 14.0;
        area.draw(&Text::new(note, at((EDGE, baseline)), style))?;
    }
    Ok(())
}
