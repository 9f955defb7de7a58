//! A heat map: one row of cells for each thing, each cell in the colour of its level and with its number.
//!
//! What is open is a dash, what takes no part a slanted line, so that colour alone never carries anything. Takes
//! finished labels and levels; knows no dimension and no language.

use plotters::element::{PathElement, Rectangle, Text};
use plotters::style::text_anchor::HPos;

use super::backend::{Area, Drawn, at, collect};
use super::ink::{Ink, TextSize};
use super::mark::{Point, text_width};
use super::measure::{is_shortened, wrap_even};
use super::{Chart, ChartLink};

/// What a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Heat {
    /// A level.
    Level(u8),
    /// No level yet.
    #[default]
    Unanswered,
    /// Takes no part.
    NotApplicable,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HeatCell {
    /// What it shows.
    pub heat: Heat,
    /// Where it leads.
    pub link: Option<ChartLink>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HeatRow {
    /// The name before the cells, wrapped to three lines at most.
    pub label: String,
    /// The cells from left to right.
    pub cells: Vec<HeatCell>,
}

/// The whole chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HeatMap {
    /// The rows from top to bottom.
    pub rows: Vec<HeatRow>,
}

const HEAD: f64 = 22.0;
const EDGE: f64 = 4.0;
const BESIDE: f64 = 14.0;
const LOWEST: f64 = 30.0;
/// A cell is at least this wide, so that a finger finds it; rows with more cells than fit take several lines.
const NARROWEST: f64 = 26.0;
const WIDEST: f64 = 96.0;
/// From this width on names are set in the normal size.
const ROOMY: u32 = 480;
/// Paper between cells.
const SLIT: f64 = 1.0;

/// The measures of one map, in px.
struct Grid {
    /// Left edge of the cells.
    left: f64,
    cell: Point,
    per_line: usize,
    lines: usize,
    size: TextSize,
}

impl Grid {
    fn row(&self) -> f64 {
        self.cell.1 * self.lines as f64
    }

    /// Upper left corner of a cell.
    fn place(&self, row: usize, cell: usize) -> Point {
        let x = self.left + (cell % self.per_line) as f64 * self.cell.0;
        (x, HEAD + row as f64 * self.row() + (cell / self.per_line) as f64 * self.cell.1)
    }
}

fn line_height(size: TextSize) -> f64 {
    if size == TextSize::Small { 16.0 } else { 20.0 }
}

fn grid(spec: &HeatMap, width: u32) -> (Grid, Vec<Vec<String>>) {
    let size = if width < ROOMY { TextSize::Small } else { TextSize::Normal };
    let columns = spec.rows.iter().map(|row| row.cells.len()).max().unwrap_or(1).max(1);
    let full = f64::from(width) - EDGE;
    let name = |row: &HeatRow| text_width(&row.label, size, Ink::Text);
    let widest = spec.rows.iter().map(name).fold(0.0, f64::max);
    // Names get what the cells leave, at least two fifths, and not more than they need.
    let room = (full - columns as f64 * NARROWEST).max(full * 0.4).min(widest + BESIDE + 1.0);
    let per_line = (((full - room) / NARROWEST) as usize).clamp(1, columns);
    let cell = ((full - room) / per_line as f64).min(WIDEST);
    let em = (room - BESIDE) / size.px();
    let wrapped = |row: &HeatRow| {
        let two = wrap_even(&row.label, em, 2);
        if is_shortened(&row.label, &two) { wrap_even(&row.label, em, 3) } else { two }
    };
    let labels: Vec<Vec<String>> = spec.rows.iter().map(wrapped).collect();
    let tallest = labels.iter().map(Vec::len).max().unwrap_or(1) as f64 * line_height(size) + 4.0;
    let lines = columns.div_ceil(per_line);
    let height = (tallest / lines as f64).max(LOWEST);
    (Grid { left: room, cell: (cell, height), per_line, lines, size }, labels)
}

/// Draws the map at most `width` px wide (288 to 1000); the height follows from the rows.
pub fn heat_map(spec: &HeatMap, width: u32) -> Chart {
    let width = width.clamp(288, 1000);
    let (grid, labels) = grid(spec, width);
    let height = (HEAD + spec.rows.len() as f64 * grid.row() + EDGE).ceil() as u32;
    let marks = collect(width, height, |area| {
        draw_head(area, &grid)?;
        for (place, (row, label)) in spec.rows.iter().zip(&labels).enumerate() {
            draw_label(area, &grid, place, label)?;
            for (at, cell) in row.cells.iter().enumerate() {
                draw_cell(area, grid.place(place, at), grid.cell, cell.heat)?;
            }
        }
        Ok(())
    });
    let cells = spec.rows.iter().enumerate().flat_map(|(place, row)| {
        row.cells.iter().enumerate().map(move |(at, cell)| (place, at, cell.link.as_ref()))
    });
    let areas = cells.filter_map(|(row, at, link)| Some(link?.over(grid.place(row, at), grid.cell)));
    Chart { width, height, marks, link_areas: areas.collect() }
}

/// The places of the cells as numbers, where every row has them in one line.
fn draw_head(area: &Area, grid: &Grid) -> Drawn {
    if grid.lines > 1 {
        return Ok(());
    }
    for cell in 0..grid.per_line {
        let x = grid.place(0, cell).0 + grid.cell.0 / 2.0;
        let style = Ink::TextMuted.text(TextSize::Small, HPos::Center);
        area.draw(&Text::new((cell + 1).to_string(), at((x, 14.0)), style))?;
    }
    Ok(())
}

fn draw_label(area: &Area, grid: &Grid, row: usize, label: &[String]) -> Drawn {
    let line = line_height(grid.size);
    let middle = HEAD + (row as f64 + 0.5) * grid.row();
    let top = middle - label.len() as f64 * line / 2.0;
    for (place, text) in label.iter().enumerate() {
        let baseline = top + place as f64 * line + line / 2.0 + grid.size.px() * 0.36;
        let style = Ink::Text.text(grid.size, HPos::Left);
        area.draw(&Text::new(text.clone(), at((0.0, baseline)), style))?;
    }
    Ok(())
}

fn draw_cell(area: &Area, (x, y): Point, (width, height): Point, heat: Heat) -> Drawn {
    let corners = [at((x + SLIT, y + SLIT)), at((x + width - SLIT, y + height - SLIT))];
    let (cx, cy) = (x + width / 2.0, y + height / 2.0);
    let line = |from: Point, to: Point| PathElement::new(vec![at(from), at(to)], Ink::Missing.line());
    match heat {
        Heat::Level(level) => {
            area.draw(&Rectangle::new(corners, Ink::Level(level).area()))?;
            let style = Ink::OnLevel(level).text(TextSize::Normal, HPos::Center);
            area.draw(&Text::new(level.to_string(), at((cx, cy + 5.0)), style))
        }
        Heat::Unanswered => {
            area.draw(&Rectangle::new(corners, Ink::Grid.line()))?;
            area.draw(&line((cx - 5.0, cy), (cx + 5.0, cy)))
        }
        Heat::NotApplicable => {
            area.draw(&Rectangle::new(corners, Ink::Grid.line()))?;
            area.draw(&line((cx - 5.0, cy + 5.0), (cx + 5.0, cy - 5.0)))
        }
    }
}
