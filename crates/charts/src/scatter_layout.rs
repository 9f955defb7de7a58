//! Where the parts of a chart of four quadrants go: rows, lanes, the two lines, the names of the quadrants.
//!
//! A row is as tall as its points need: points that would cover each other lie in lanes above one another. Knows
//! places and sizes only.

use fuxiao_core::order::order;

use super::ink::{Ink, TextSize};
use super::mark::{Point, text_width};
use super::measure::{wrap, wrap_even};
use super::scatter::{Dot, Scatter};

/// Line height of names in px.
pub const LINE: f64 = 16.0;
pub const EDGE: f64 = 4.0;
/// The smallest radius of a point: two make the 24 px that a finger needs, with some to spare where the page is
/// narrower than the drawing.
const SMALLEST: f64 = 13.0;
const LARGEST: f64 = 24.0;
/// Free room above and below the lanes of a row.
const AIR: f64 = 5.0;

/// A point in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Which point of the chart.
    pub dot: usize,
    /// Its middle.
    pub at: Point,
    /// Its radius.
    pub radius: f64,
}

/// The names of two quadrants side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Heads {
    /// Upper edge.
    pub top: f64,
    /// Height; 0 where no quadrant of the two has a name.
    pub height: f64,
    /// The lines of the left and of the right name.
    pub names: [Vec<String>; 2],
    /// A name reaches over the line between the two.
    pub crossed: bool,
}

/// The measures of one chart, in px.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Left, upper, right and lower edge of what the points lie in.
    pub plot: [f64; 4],
    /// Where the two lines cross.
    pub cross: Point,
    /// The name of the rows, above everything.
    pub rows_name: Vec<String>,
    /// Upper edges of the rows, and below the last one its lower edge.
    pub rows: Vec<(f64, f64)>,
    /// The names of the upper two and of the lower two quadrants.
    pub heads: [Heads; 2],
    /// The points, row by row from left to right.
    pub placed: Vec<Placed>,
}

impl Layout {
    /// The place of a number on the scale.
    pub fn x(&self, spec: &Scatter, value: f64) -> f64 {
        let [left, _, right, _] = self.plot;
        place(spec, value, left, right)
    }
}

fn place(spec: &Scatter, value: f64, left: f64, right: f64) -> f64 {
    let share = (value - spec.scale.from) / (spec.scale.to - spec.scale.from);
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 };
    left + share * (right - left)
}

fn small(text: &str) -> f64 {
    text_width(text, TextSize::Small, Ink::TextMuted)
}

/// Lines of small text no wider than `room` px.
pub fn lines(text: &str, room: f64, most: usize) -> Vec<String> {
    wrap(text, room / TextSize::Small.px(), most)
}

/// Puts everything in its place in a drawing `width` px wide.
pub fn layout(spec: &Scatter, width: f64) -> Layout {
    let widest = spec.rows.iter().map(|row| small(&row.label)).fold(0.0, f64::max);
    let line = text_width(&spec.line_label, TextSize::Small, Ink::TextStrong);
    let left = EDGE + widest.max(line) + 6.0;
    let right = width - EDGE;
    let rows_name = lines(&spec.rows_name, width - 2.0 * EDGE, 3);
    let top = EDGE + rows_name.len() as f64 * LINE + LINE + 4.0;
    let middle = place(spec, spec.scale.line, left, right);
    let radii = radii(spec, right - left);
    let tallest = radii.iter().copied().fold(SMALLEST, f64::max);

    let [a, b, c, d] = &spec.quadrants;
    let upper = heads([a, b], top, left, right, middle);
    let mut y = top + upper.height;
    let mut rows = Vec::with_capacity(spec.rows.len());
    let mut placed = Vec::with_capacity(spec.dots.len());
    let mut cross = None;
    for (row, of) in spec.rows.iter().enumerate() {
        if !of.upper {
            cross = cross.or(Some(y));
        }
        let (count, lanes) = lanes(spec, row, &radii, left, right);
        let pitch = 2.0 * tallest + 1.0;
        let height = count as f64 * pitch - 1.0 + 2.0 * AIR;
        placed.extend(lanes.into_iter().map(|(dot, lane, x, radius)| Placed {
            dot,
            at: (x, y + height / 2.0 + offset(lane, count) * pitch),
            radius,
        }));
        rows.push((y, y + height));
        y += height;
    }
    let lower = heads([c, d], y, left, right, middle);
    let cross = (middle, cross.unwrap_or(y));
    let plot = [left, top, right, y + lower.height];
    Layout { plot, cross, rows_name, rows, heads: [upper, lower], placed }
}

/// The radius of every point: the area follows its weight, down to what a finger needs.
fn radii(spec: &Scatter, width: f64) -> Vec<f64> {
    let heaviest = spec.dots.iter().map(|dot| dot.weight).max().unwrap_or(1).max(1);
    let step = width / (spec.scale.to - spec.scale.from);
    let largest = if heaviest > 1 { (step / 2.0 - 3.0).clamp(SMALLEST, LARGEST) } else { SMALLEST };
    let radius = |dot: &Dot| {
        let share = f64::from(dot.weight) / f64::from(heaviest);
        (largest * share.sqrt()).max(SMALLEST)
    };
    spec.dots.iter().map(radius).collect()
}

/// A point in a lane: which one, lane, x, radius.
type InLane = (usize, usize, f64, f64);

/// Spreads the points of a row over as few lanes as keep them apart; gives the number of lanes, at least one.
fn lanes(spec: &Scatter, row: usize, radii: &[f64], left: f64, right: f64) -> (usize, Vec<InLane>) {
    let dots = spec.dots.iter().zip(radii).enumerate();
    let found: Vec<(usize, f64, f64)> = dots
        .filter(|(_, (dot, _))| dot.row == row && dot.at.is_finite())
        .map(|(at, (dot, radius))| {
            let x = place(spec, dot.at, left, right).clamp(left + radius + 1.0, right - radius - 1.0);
            (at, x, *radius)
        })
        .collect();
    let x_of = |at: usize| found.get(at).map_or(0.0, |dot| dot.1);
    let mut ends: Vec<f64> = Vec::new();
    let mut placed = Vec::with_capacity(found.len());
    for (dot, x, radius) in
        order(found.len(), &|a, b| x_of(a).total_cmp(&x_of(b))).into_iter().filter_map(|at| found.get(at))
    {
        let free = ends.iter().position(|end| x - radius >= end + 1.0).unwrap_or(ends.len());
        match ends.get_mut(free) {
            Some(end) => *end = x + radius,
            None => ends.push(x + radius),
        }
        placed.push((*dot, free, *x, *radius));
    }
    (ends.len().max(1), placed)
}

/// How far from the middle of its row a lane lies, in lanes: the first ones nearest.
fn offset(lane: usize, count: usize) -> f64 {
    let up = |yes: bool| if yes { -1.0 } else { 1.0 };
    match count % 2 {
        0 => up(lane.is_multiple_of(2)) * ((lane / 2) as f64 + 0.5),
        _ => up(!lane.is_multiple_of(2)) * lane.div_ceil(2) as f64,
    }
}

/// The names of two quadrants side by side, each in the room that its quadrant has, or a third where it has less.
fn heads(names: [&String; 2], top: f64, left: f64, right: f64, middle: f64) -> Heads {
    let whole = right - left;
    let share = ((middle - left) / whole).clamp(0.35, 0.65);
    let rooms = [share * whole - 12.0, (1.0 - share) * whole - 12.0];
    let [a, b] = names;
    let names =
        [(a, rooms[0]), (b, rooms[1])].map(|(name, room)| wrap_even(name, room / TextSize::Small.px(), 3));
    let count = names.iter().map(Vec::len).max().unwrap_or_default();
    let widest = |lines: &[String]| {
        lines.iter().map(|line| text_width(line, TextSize::Small, Ink::TextStrong)).fold(0.0, f64::max)
    };
    let [a, b] = [widest(&names[0]), widest(&names[1])];
    let crossed = (a > 0.0 && left + 6.0 + a > middle - 2.0) || (b > 0.0 && right - 6.0 - b < middle + 2.0);
    let height = if count == 0 { 0.0 } else { count as f64 * LINE + 8.0 };
    Heads { top, height, names, crossed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_lie_around_the_middle_of_their_row() {
        let offsets = |count: usize| (0..count).map(|lane| offset(lane, count)).collect::<Vec<_>>();
        assert_eq!(offsets(1), [0.0]);
        assert_eq!(offsets(2), [-0.5, 0.5]);
        assert_eq!(offsets(3), [0.0, -1.0, 1.0]);
        assert_eq!(offsets(4), [-0.5, 0.5, -1.5, 1.5]);
    }
}
