//! Values on strips of bands, one strip for each value; better is always to the right.
//!
//! The bands are equally wide whatever the bounds between them, each with its number, and a pointer stands over the
//! place of the value. Takes finished labels and places; knows no KPI, no unit and no language.

use plotters::element::{Polygon, Rectangle, Text};
use plotters::style::text_anchor::HPos;

use super::backend::{Area, Drawn, at, collect};
use super::ink::{Ink, TextSize};
use super::mark::{Point, text_width};
use super::measure::wrap;
use super::{Chart, ChartLink};

/// One value.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Strip {
    /// The name, wrapped to two lines at most.
    pub label: String,
    /// The value as text, right-aligned on the line of the name.
    pub value_text: String,
    /// Where the value stands: its band, counted from 1, and how far into it, 0 to 1. `None` draws no strip.
    pub place: Option<(u8, f64)>,
    /// The bounds between the bands as text, one less than there are bands.
    pub bounds: Vec<String>,
    /// Remarks below, each wrapped to three lines at most.
    pub notes: Vec<String>,
    /// Where it leads.
    pub link: Option<ChartLink>,
}

/// The whole chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StripChart {
    /// The strips in reading order.
    pub rows: Vec<Strip>,
}

const EDGE: f64 = 4.0;
const LINE: f64 = 20.0;
const NOTE: f64 = 16.0;
const POINTER: f64 = 10.0;
const BAND: f64 = 20.0;
const BOUND: f64 = 18.0;
const GAP: f64 = 22.0;
/// Between two columns.
const BETWEEN: f64 = 28.0;
/// From this width on there are two columns.
const ROOMY: u32 = 560;

/// A strip with its lines of text.
struct Block<'a> {
    strip: &'a Strip,
    value: String,
    label: Vec<String>,
    notes: Vec<String>,
    width: f64,
    /// The value does not fit beside the name and has a line of its own.
    apart: bool,
}

impl<'a> Block<'a> {
    fn new(strip: &'a Strip, width: f64) -> Self {
        let em = |px: f64, size: TextSize| px / size.px();
        let strong = text_width("一", TextSize::Normal, Ink::TextStrong);
        let value = wrap(&strip.value_text, width / strong, 1).into_iter().next();
        let value = value.unwrap_or_else(|| "–".to_owned());
        // Some fonts are much wider where they are bold.
        let beside = 1.15 * text_width(&value, TextSize::Normal, Ink::TextStrong) + 16.0;
        let apart = beside > width / 2.0;
        let room = if apart { width } else { width - beside };
        let label = wrap(&strip.label, em(room, TextSize::Normal), 2);
        let notes = strip.notes.iter().flat_map(|note| wrap(note, em(width, TextSize::Small), 3)).collect();
        Self { strip, value, label, notes, width, apart }
    }

    fn strip_height(&self) -> f64 {
        if self.strip.place.is_some() { POINTER + BAND + BOUND } else { 0.0 }
    }

    fn head_height(&self) -> f64 {
        (self.label.len().max(1) + usize::from(self.apart)) as f64 * LINE
    }

    fn height(&self) -> f64 {
        self.head_height() + self.strip_height() + self.notes.len() as f64 * NOTE + 4.0
    }

    fn draw(&self, area: &Area, (left, top): Point) -> Drawn {
        let text = |text: &str, place: Point, ink: Ink, size: TextSize, side: HPos| {
            Text::new(text.to_owned(), at(place), ink.text(size, side))
        };
        for (line, label) in self.label.iter().enumerate() {
            let baseline = top + line as f64 * LINE + 14.0;
            area.draw(&text(label, (left, baseline), Ink::Text, TextSize::Normal, HPos::Left))?;
        }
        let below = top + self.head_height();
        let right = (left + self.width, below - LINE + 14.0);
        area.draw(&text(&self.value, right, Ink::TextStrong, TextSize::Normal, HPos::Right))?;
        if let Some((band, along)) = self.strip.place {
            self.draw_strip(area, (left, below + POINTER), band, along)?;
        }
        for (line, note) in self.notes.iter().enumerate() {
            let baseline = below + self.strip_height() + line as f64 * NOTE + 12.0;
            area.draw(&text(note, (left, baseline), Ink::TextMuted, TextSize::Small, HPos::Left))?;
        }
        Ok(())
    }

    fn draw_strip(&self, area: &Area, (left, top): Point, band: u8, along: f64) -> Drawn {
        let count = u8::try_from(self.strip.bounds.len() + 1).unwrap_or(u8::MAX).min(10);
        let pitch = self.width / f64::from(count);
        let x_of = |border: u8| left + f64::from(border) * pitch;
        let block = |of: u8, inset: f64| {
            let slit = 0.5 + inset;
            [at((x_of(of - 1) + slit, top + inset)), at((x_of(of) - slit, top + BAND - inset))]
        };
        for of in 1..=count {
            area.draw(&Rectangle::new(block(of, 0.0), Ink::Level(of).area()))?;
            let style = Ink::OnLevel(of).text(TextSize::Small, HPos::Center);
            area.draw(&Text::new(of.to_string(), at((x_of(of) - pitch / 2.0, top + 14.5)), style))?;
        }
        let band = band.clamp(1, count);
        area.draw(&Rectangle::new(block(band, 0.0), Ink::Pointer.line()))?;
        // Never right on a border, where it could be read as either band.
        let along = if along.is_finite() { along.clamp(0.0, 1.0) } else { 0.5 };
        let x = x_of(band - 1) + pitch * along.clamp(0.08, 0.92);
        let flag = [(x - 5.0, top - 9.0), (x + 5.0, top - 9.0), (x, top - 1.0)];
        let flag = flag.map(|(x, y)| at((x.clamp(0.0, left + self.width + EDGE), y)));
        area.draw(&Polygon::new(flag.to_vec(), Ink::Pointer.area()))?;
        let mut free = left;
        for (border, bound) in (1..count).zip(&self.strip.bounds) {
            let half = text_width(bound, TextSize::Small, Ink::TextMuted) / 2.0;
            let x = x_of(border);
            // Where there is no room for a bound the table has it.
            if x - half >= free && x + half <= left + self.width {
                let style = Ink::TextMuted.text(TextSize::Small, HPos::Center);
                area.draw(&Text::new(bound.clone(), at((x, top + BAND + 13.0)), style))?;
                free = x + half + 4.0;
            }
        }
        Ok(())
    }
}

/// Draws the strips `width` px wide (288 to 1000), in two columns where there is room; the height follows.
pub fn strip_chart(spec: &StripChart, width: u32) -> Chart {
    let width = width.clamp(288, 1000);
    let columns = if width < ROOMY || spec.rows.len() < 2 { 1 } else { 2 };
    let inner = f64::from(width) - 2.0 * EDGE;
    let each = (inner - BETWEEN * (columns as f64 - 1.0)) / columns as f64;
    let blocks: Vec<Block> = spec.rows.iter().map(|strip| Block::new(strip, each)).collect();
    let mut placed = Vec::with_capacity(blocks.len());
    let mut top = EDGE;
    for pair in blocks.chunks(columns) {
        let tallest = pair.iter().map(Block::height).fold(0.0, f64::max);
        for (column, block) in pair.iter().enumerate() {
            placed.push((block, (EDGE + column as f64 * (each + BETWEEN), top)));
        }
        top += tallest + GAP;
    }
    let height = (top - GAP).max(EDGE) + EDGE;
    let height = height.ceil() as u32;
    let marks = collect(width, height, |area| {
        for (block, place) in &placed {
            block.draw(area, *place)?;
        }
        Ok(())
    });
    let areas = placed.iter().filter_map(|(block, (x, y))| {
        let size = (block.width + 2.0 * EDGE, block.height() + EDGE);
        Some(block.strip.link.as_ref()?.over((x - EDGE, y - EDGE), size))
    });
    Chart { width, height, marks, link_areas: areas.collect() }
}
