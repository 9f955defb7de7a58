//! Where the names of a radar's axes go, and how large the radar may be beside them.
//!
//! Names stand at the ends of their axes as long as the radar stays large enough. Otherwise the axes carry
//! numbers and the names follow below as a list. Knows names and sizes only, no values.

use fuxiao_core::order::sorted;
use std::f64::consts::TAU;

use plotters::element::Text;
use plotters::style::text_anchor::HPos;

use super::backend::{Area, Drawn, at};
use super::ink::{Ink, TextSize};
use super::mark::Point;
use super::measure::{ASCENT, is_shortened, widest_piece, width, wrap_even};

/// Line height of names in px.
pub(super) const LINE: f64 = 16.0;
const EDGE: f64 = 4.0;
const GAP: f64 = 8.0;
/// Between names; with one line it makes 24 px, enough for a finger.
const BETWEEN: f64 = 8.0;
/// Below this radius the names of the axes give way and become a numbered list.
const SMALLEST: u32 = 72;
/// Down to this radius the names are spared narrow lines.
const COMFORTABLE: u32 = 92;
const LARGEST: u32 = 184;
/// How far a name may be pushed along the side to make room.
const FARTHEST: f64 = 24.0;

/// A name in its place: baselines and anchor.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Its lines with the anchor of each on the baseline.
    pub lines: Vec<(Point, String)>,
    /// The side of the text that is anchored.
    pub side: HPosOf,
    /// Whether it is the number that stands for a name.
    pub number: bool,
}

/// plotters' horizontal position, comparable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HPosOf {
    /// Text begins at the anchor.
    Left,
    /// Text is centred on the anchor.
    Center,
    /// Text ends at the anchor.
    Right,
}

impl From<HPosOf> for HPos {
    fn from(side: HPosOf) -> HPos {
        match side {
            HPosOf::Left => HPos::Left,
            HPosOf::Center => HPos::Center,
            HPosOf::Right => HPos::Right,
        }
    }
}

/// Draws names in their places.
pub(super) fn draw_names(area: &Area, names: &[Name]) -> Drawn {
    for name in names {
        let ink = if name.number { Ink::TextStrong } else { Ink::Text };
        for (point, text) in &name.lines {
            let style = ink.text(TextSize::Small, name.side.into());
            area.draw(&Text::new(text.clone(), at(*point), style))?;
        }
    }
    Ok(())
}

/// The measures of one radar, in px.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Height of the drawing.
    pub height: f64,
    /// The middle of the rings.
    pub center: Point,
    /// Radius of the outermost ring.
    pub radius: f64,
    /// Names, or numbers with names.
    pub names: Vec<Name>,
}

/// The direction of an axis: x to the right, y down; the first points up, the others follow clockwise.
pub fn direction(axis: usize, count: usize) -> Point {
    let turn = axis as f64 / count.max(1) as f64;
    (sine(turn), -sine(turn + 0.25))
}

/// The sine of a share of a full turn, right to a thousandth of a pixel. The standard one brings 6 kB of code
/// for angles that no chart has.
fn sine(turn: f64) -> f64 {
    let turn = turn - turn.floor();
    // Folded into the first quarter, where eight terms are plenty.
    let (sign, turn) = if turn > 0.5 { (-1.0, turn - 0.5) } else { (1.0, turn) };
    let x = TAU * turn.min(0.5 - turn);
    let (mut term, mut sum) = (x, x);
    for n in 1..8 {
        let k = f64::from(2 * n);
        term *= -x * x / (k * (k + 1.0));
        sum += term;
    }
    sign * sum
}

/// Places the names of all axes in a drawing `width` px wide.
pub fn layout(names: &[&str], width: f64) -> Layout {
    let largest = LARGEST.min((width / 2.0 - EDGE) as u32);
    let radii = |smallest: u32| (smallest..=largest).rev().step_by(4).map(f64::from);
    radii(COMFORTABLE)
        .find_map(|radius| around(names, width, radius, 7.0))
        .or_else(|| radii(SMALLEST).find_map(|radius| around(names, width, radius, 4.0)))
        .unwrap_or_else(|| numbered(names, width))
}

/// A name as a block: where it wants to be and where it ends up.
struct Block {
    lines: Vec<String>,
    x: f64,
    wanted: f64,
    top: f64,
    side: HPosOf,
}

impl Block {
    fn height(&self) -> f64 {
        self.lines.len() as f64 * LINE
    }

    fn name(&self, (dx, dy): Point) -> Name {
        let baseline = |line: usize| dy + self.top + line as f64 * LINE + LINE / 2.0 + 4.0;
        let lines = self.lines.iter().enumerate();
        let lines = lines.map(|(line, text)| ((self.x + dx, baseline(line)), text.clone())).collect();
        Name { lines, side: self.side, number: false }
    }
}

/// Names around a radar of this radius, or nothing if one would be cut or pushed away, or have to break in
/// lines of less than `least` em.
fn around(names: &[&str], full: f64, radius: f64, least: f64) -> Option<Layout> {
    let em = TextSize::Small.px();
    let mut blocks = Vec::with_capacity(names.len());
    for (axis, name) in names.iter().enumerate() {
        let (dx, dy) = direction(axis, names.len());
        let (x, y) = (dx * (radius + GAP), dy * (radius + GAP));
        let (side, room) = if dx.abs() > 1e-6 {
            let side = if dx > 0.0 { HPosOf::Left } else { HPosOf::Right };
            (side, full / 2.0 - EDGE - x.abs())
        } else if names.len() > 4 {
            let neighbour = (radius + GAP) * sine(1.0 / names.len() as f64);
            (HPosOf::Center, (2.0 * (neighbour - BETWEEN)).min(full - 2.0 * EDGE))
        } else {
            (HPosOf::Center, full - 2.0 * EDGE)
        };
        let room = room / em;
        let lines = wrap_even(name, room, 3);
        if room < width(name).min(least) || room < widest_piece(name) || is_shortened(name, &lines) {
            return None;
        }
        let height = lines.len() as f64 * LINE;
        let wanted = y - height / 2.0 + dy * height / 2.0;
        blocks.push(Block { lines, x, wanted, top: wanted, side });
    }
    for side in [HPosOf::Left, HPosOf::Right] {
        let column: Vec<&mut Block> = blocks.iter_mut().filter(|block| block.side == side).collect();
        let mut column = sorted(column, |a, b| a.wanted.total_cmp(&b.wanted));
        spread(&mut column);
    }
    if blocks.iter().any(|block| (block.top - block.wanted).abs() > FARTHEST) {
        return None;
    }
    let top = blocks.iter().map(|block| block.top).fold(-radius, f64::min) - EDGE;
    let bottom = blocks.iter().map(|block| block.top + block.height()).fold(0.0, f64::max) + EDGE;
    let center = (full / 2.0, -top);
    let names = blocks.iter().map(|block| block.name(center)).collect();
    Some(Layout { height: (bottom - top).ceil(), center, radius, names })
}

/// Pushes the blocks of one side apart: those above the middle upwards, those below downwards.
fn spread(column: &mut [&mut Block]) {
    let below = column.partition_point(|block| block.wanted + block.height() / 2.0 < 0.0);
    let (upper, lower) = column.split_at_mut(below.min(column.len()));
    let mut free = lower.first().map_or(f64::MAX, |block| block.top - BETWEEN);
    for block in upper.iter_mut().rev() {
        block.top = block.top.min(free - block.height());
        free = block.top - BETWEEN;
    }
    let mut free = f64::MIN;
    for block in lower.iter_mut() {
        block.top = block.top.max(free);
        free = block.top + block.height() + BETWEEN;
    }
}

/// Numbers at the axes and a numbered list of names below, in as many columns as make it shortest.
fn numbered(names: &[&str], full: f64) -> Layout {
    let radius = (full / 2.0 - EDGE - 16.0).min(f64::from(LARGEST));
    let center = (full / 2.0, radius + 20.0);
    let mut placed: Vec<Name> = (0..names.len())
        .map(|axis| {
            let (dx, dy) = direction(axis, names.len());
            let at = (center.0 + dx * (radius + 10.0), center.1 + dy * (radius + 10.0) + 4.0);
            Name { lines: vec![(at, (axis + 1).to_string())], side: HPosOf::Center, number: true }
        })
        .collect();
    let list_top = center.1 + radius + 32.0;
    let numbers: Vec<String> = (1..=names.len()).map(|number| number.to_string()).collect();
    let (list_height, list) = numbered_list(&numbers, names, list_top, full);
    placed.extend(list);
    Layout { height: (list_top + list_height + EDGE).ceil(), center, radius, names: placed }
}

/// A list of names with the numbers that stand for them, and its height.
pub(super) fn numbered_list(numbers: &[String], names: &[&str], top: f64, full: f64) -> (f64, Vec<Name>) {
    let (height, entries) = shortest_list(names, full);
    let mut placed = Vec::with_capacity(2 * names.len());
    for (number, ((x, y), lines)) in numbers.iter().zip(entries) {
        let y = y + top;
        placed.push(Name { lines: vec![((x + 18.0, y), number.clone())], side: HPosOf::Right, number: true });
        let line_at = |line: usize| (x + 26.0, y + line as f64 * LINE);
        let lines = lines.into_iter().enumerate().map(|(line, text)| (line_at(line), text)).collect();
        placed.push(Name { lines, side: HPosOf::Left, number: false });
    }
    (height, placed)
}

type Entry = (Point, Vec<String>);

/// The list in as many columns as make it shortest with every name whole; in one column if none is.
fn shortest_list(names: &[&str], full: f64) -> (f64, Vec<Entry>) {
    let whole = |(_, entries): &(f64, Vec<Entry>)| {
        names.iter().zip(entries).all(|(name, (_, lines))| {
            let widest = lines.iter().map(|line| width(line)).fold(0.0, f64::max);
            !is_shortened(name, lines) && widest_piece(name) <= widest
        })
    };
    let lists = [2, 3].map(|columns| list(names, full, columns)).into_iter().filter(whole);
    let single = list(names, full, 1);
    lists.fold(single, |best, next| if next.0 < best.0 { next } else { best })
}

/// The entries of the list with the anchor of their first baseline, and its height.
fn list(names: &[&str], full: f64, columns: usize) -> (f64, Vec<Entry>) {
    let pitch = (full - 2.0 * EDGE) / columns as f64;
    let room = (pitch - 26.0 - if columns > 1 { 12.0 } else { 0.0 }) / TextSize::Small.px();
    let per_column = names.len().div_ceil(columns).max(1);
    let (mut tallest, mut y, mut entries) = (0.0_f64, 0.0, Vec::with_capacity(names.len()));
    for (place, name) in names.iter().enumerate() {
        if place % per_column == 0 {
            y = 0.0;
        }
        let lines = wrap_even(name, room, 3);
        let x = EDGE + (place / per_column) as f64 * pitch;
        let height = lines.len().max(1) as f64 * LINE + BETWEEN;
        entries.push(((x, y + ASCENT * TextSize::Small.px()), lines));
        y += height;
        tallest = tallest.max(y);
    }
    (tallest, entries)
}
