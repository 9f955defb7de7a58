//! What a chart is made of once drawn: marks in px, each in one ink.
//!
//! Knows neither plotters nor SVG, nor what a mark means.

use super::ink::{Ink, TextSize};
use super::measure;

/// A point in px.
pub type Point = (f64, f64);

/// Semibold text is wider than regular text by about this factor.
pub(super) const STRONG: f64 = 1.06;

/// Which end of a text its x stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// x is the left end.
    Start,
    /// x is the middle.
    Middle,
    /// x is the right end.
    End,
}

/// One thing drawn, in px.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// An open line.
    Path {
        /// Its points.
        points: Vec<Point>,
        /// Its ink.
        ink: Ink,
    },
    /// A filled area.
    Polygon {
        /// Its corners.
        points: Vec<Point>,
        /// Its ink.
        ink: Ink,
    },
    /// A rectangle by its upper left corner.
    Rect {
        /// Upper left corner.
        at: Point,
        /// Width and height.
        size: Point,
        /// Whether it is an area or an outline.
        filled: bool,
        /// Its ink.
        ink: Ink,
    },
    /// A circle.
    Circle {
        /// Its centre.
        at: Point,
        /// Its radius.
        radius: f64,
        /// Whether it is an area or an outline.
        filled: bool,
        /// Its ink.
        ink: Ink,
    },
    /// One line of text.
    Text {
        /// The anchor on the baseline.
        at: Point,
        /// The text.
        text: String,
        /// Its size.
        size: TextSize,
        /// Which end `at` is.
        anchor: Anchor,
        /// Its ink.
        ink: Ink,
    },
}

/// The space a line of text takes, as far as we can measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextBox {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Mark {
    /// The box of a text; `None` for other marks.
    pub fn text_box(&self) -> Option<TextBox> {
        let Mark::Text { at: (x, y), text, size, anchor, ink } = self else {
            return None;
        };
        let width = text_width(text, *size, *ink);
        let left = match anchor {
            Anchor::Start => *x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        let (top, bottom) = (y - measure::ASCENT * size.px(), y + measure::DESCENT * size.px());
        Some(TextBox { left, top, right: left + width, bottom })
    }
}

/// The width of one line in px.
pub fn text_width(text: &str, size: TextSize, ink: Ink) -> f64 {
    measure::width(text) * size.px() * if ink.is_strong() { STRONG } else { 1.0 }
}
