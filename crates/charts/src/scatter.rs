//! Points in four quadrants: a scale from left to right, rows from top to bottom, and two lines that divide them.
//!
//! From top to bottom there are rows and no scale: the points of a row are equal in what the rows stand for. Takes
//! finished labels and numbers; knows no recommendation, no dimension and no language.

use plotters::element::{Circle, PathElement, Rectangle, Text};
use plotters::style::text_anchor::HPos;

use super::backend::{Area, Drawn, at, collect, grains};
use super::ink::{Ink, TextSize};
use super::mark::text_width;
use super::radar_layout::{draw_names, numbered_list};
use super::scatter_layout::{EDGE, LINE, Layout, layout, lines};
use super::{Chart, LinkArea};

/// What runs from left to right.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scale {
    /// The number at the left edge.
    pub from: f64,
    /// The number at the right edge.
    pub to: f64,
    /// Numbers that are written below, with their text.
    pub ticks: Vec<(f64, String)>,
    /// Numbers at which a thin line stands.
    pub lines: Vec<f64>,
    /// Where the line stands that divides left and right.
    pub line: f64,
    /// That number as text.
    pub line_label: String,
    /// What the numbers are.
    pub name: String,
}

/// A row of points.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// What all of the row have in common, as text.
    pub label: String,
    /// Above the line that divides up and down; such rows come first.
    pub upper: bool,
}

/// A point.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dot {
    /// Its row.
    pub row: usize,
    /// Its number on the scale; one that is not finite is not drawn.
    pub at: f64,
    /// What stands in it: three signs at the most.
    pub text: String,
    /// How many things it stands for; its area follows.
    pub weight: u32,
    /// The address it leads to.
    pub to: String,
    /// What it says, in words.
    pub label: String,
}

/// The whole chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scatter {
    /// From left to right.
    pub scale: Scale,
    /// From top to bottom, the upper ones first.
    pub rows: Vec<Row>,
    /// What the rows are.
    pub rows_name: String,
    /// The number at which the line between the rows stands, as text.
    pub line_label: String,
    /// Names of the quadrants: upper left, upper right, lower left, lower right.
    pub quadrants: [String; 4],
    /// The quadrant that is marked, by its place among them.
    pub marked: usize,
    /// The points.
    pub dots: Vec<Dot>,
    /// What stands in the points, with the names it stands for: a list below.
    pub list: Vec<(String, String)>,
}

/// Draws the chart `width` px wide (288 to 720); the height follows from the points.
pub fn scatter_chart(spec: &Scatter, width: u32) -> Chart {
    let width = width.clamp(288, 720);
    let full = f64::from(width);
    let layout = layout(spec, full);
    let [left, _, right, bottom] = layout.plot;
    let name = lines(&spec.scale.name, right - left, 3);
    let list_top = bottom + 2.0 * LINE + name.len() as f64 * LINE + 8.0;
    let (numbers, names): (Vec<String>, Vec<&str>) =
        spec.list.iter().map(|(number, name)| (number.clone(), name.as_str())).unzip();
    let (list_height, list) = numbered_list(&numbers, &names, list_top, full);
    let foot = if list.is_empty() { list_top - LINE } else { list_top + list_height };
    let height = (foot + EDGE).ceil() as u32;
    let marks = collect(width, height, |area| {
        draw_ground(area, spec, &layout)?;
        draw_heads(area, spec, &layout)?;
        draw_dots(area, spec, &layout)?;
        draw_scales(area, spec, &layout, &name, full)?;
        draw_names(area, &list)
    });
    Chart { link_areas: link_areas(spec, &layout), ..Chart::plain(width, height, marks) }
}

fn link_areas(spec: &Scatter, layout: &Layout) -> Vec<LinkArea> {
    let area = |placed: &super::scatter_layout::Placed| {
        let dot = spec.dots.get(placed.dot)?;
        let ((x, y), r) = (placed.at, placed.radius);
        let (to, label) = (dot.to.clone(), dot.label.clone());
        Some(LinkArea { at: (x - r, y - r), size: (2.0 * r, 2.0 * r), to, label })
    };
    layout.placed.iter().filter_map(area).collect()
}

/// The marked quadrant, thin lines, frame, and the two lines that divide.
fn draw_ground(area: &Area, spec: &Scatter, layout: &Layout) -> Drawn {
    let [left, top, right, bottom] = layout.plot;
    let (x, y) = layout.cross;
    let line = |points: &[(f64, f64)], ink: Ink| {
        PathElement::new(points.iter().map(|point| at(*point)).collect::<Vec<_>>(), ink.line())
    };
    let (from, to) = if spec.marked.is_multiple_of(2) { (left, x) } else { (x, right) };
    let (above, below) = if spec.marked < 2 { (top, y) } else { (y, bottom) };
    area.draw(&Rectangle::new([at((from, above)), at((to, below))], Ink::CurrentArea.area()))?;
    let [upper, lower] = &layout.heads;
    let (first, last) = (top + upper.height, bottom - lower.height);
    for value in &spec.scale.lines {
        let x = layout.x(spec, *value);
        area.draw(&line(&[(x, first), (x, last)], Ink::Grid))?;
    }
    for (y, _) in layout.rows.iter().skip(1) {
        area.draw(&line(&[(left, *y), (right, *y)], Ink::Grid))?;
    }
    let frame = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    area.draw(&line(&frame, Ink::Axis))?;
    let over = if upper.crossed { first } else { top };
    let under = if lower.crossed { last } else { bottom };
    area.draw(&line(&[(x, over), (x, under)], Ink::Target))?;
    area.draw(&line(&[(left, y), (right, y)], Ink::Target))
}

/// The names of the quadrants.
fn draw_heads(area: &Area, spec: &Scatter, layout: &Layout) -> Drawn {
    let [left, _, right, _] = layout.plot;
    for (half, heads) in layout.heads.iter().enumerate() {
        for (side, name) in heads.names.iter().enumerate() {
            let ink = if spec.marked == 2 * half + side { Ink::TextStrong } else { Ink::Text };
            let (x, anchor) = if side == 0 { (left + 6.0, HPos::Left) } else { (right - 6.0, HPos::Right) };
            for (row, text) in name.iter().enumerate() {
                let y = heads.top + row as f64 * LINE + LINE;
                area.draw(&Text::new(text.clone(), at((x, y)), ink.text(TextSize::Small, anchor)))?;
            }
        }
    }
    Ok(())
}

fn draw_dots(area: &Area, spec: &Scatter, layout: &Layout) -> Drawn {
    for placed in &layout.placed {
        let (x, y) = placed.at;
        area.draw(&Circle::new(at((x, y)), grains(placed.radius), Ink::Halo.area()))?;
        area.draw(&Circle::new(at((x, y)), grains(placed.radius - 1.0), Ink::Current.line()))?;
        let text = spec.dots.get(placed.dot).map(|dot| dot.text.clone()).unwrap_or_default();
        let style = Ink::TextStrong.text(TextSize::Small, HPos::Center);
        area.draw(&Text::new(text, at((x, y + 4.0)), style))?;
    }
    Ok(())
}

/// Numbers and names beside, above and below.
fn draw_scales(area: &Area, spec: &Scatter, layout: &Layout, name: &[String], width: f64) -> Drawn {
    let [left, top, right, bottom] = layout.plot;
    let text = |text: &str, x: f64, y: f64, ink: Ink, side: HPos| {
        Text::new(text.to_owned(), at((x, y)), ink.text(TextSize::Small, side))
    };
    let centred = |label: &str, x: f64, y: f64, ink: Ink| {
        let half = text_width(label, TextSize::Small, ink) / 2.0 + 0.1;
        text(label, x.clamp(half, (width - half).max(half)), y, ink, HPos::Center)
    };
    for (row, line) in layout.rows_name.iter().enumerate() {
        let y = EDGE + row as f64 * LINE + 11.0;
        area.draw(&text(line, EDGE, y, Ink::TextMuted, HPos::Left))?;
    }
    area.draw(&centred(&spec.scale.line_label, layout.cross.0, top - 5.0, Ink::TextStrong))?;
    area.draw(&text(&spec.line_label, left - 6.0, layout.cross.1 + 4.0, Ink::TextStrong, HPos::Right))?;
    for (row, (above, below)) in spec.rows.iter().zip(&layout.rows) {
        let y = f64::midpoint(*above, *below) + 4.0;
        area.draw(&text(&row.label, left - 6.0, y, Ink::TextMuted, HPos::Right))?;
    }
    for (value, label) in &spec.scale.ticks {
        area.draw(&centred(label, layout.x(spec, *value), bottom + LINE, Ink::TextMuted))?;
    }
    for (row, line) in name.iter().enumerate() {
        let y = bottom + 2.0 * LINE + row as f64 * LINE + 2.0;
        area.draw(&centred(line, f64::midpoint(left, right), y, Ink::TextMuted))?;
    }
    Ok(())
}
