//! Charts as plain numbers and labels in, Yew SVG nodes out.
//!
//! plotters maps and draws; our own backend collects the marks, so the picture is the same natively and in a
//! browser, and carries class names instead of colours. The module knows nothing of assessments, languages,
//! pages or themes: callers bring finished labels, and a title and a table next to the picture.

pub mod backend;
pub mod bars;
pub mod ink;
pub mod mark;
pub mod measure;
pub mod radar;
mod radar_layout;
pub mod svg;
pub mod swatch;

pub use bars::{BarChart, BarRow, bar_chart};
pub use ink::{Ink, TextSize};
pub use mark::{Anchor, Mark, TextBox};
pub use radar::{Radar, RadarAxis, radar_chart};
pub use swatch::{Swatch, swatch};

use yew::Html;

/// A finished drawing: its size in CSS pixels and its marks in drawing order.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Width in px; equals the width asked for, clamped to what the chart supports.
    pub width: u32,
    /// Height in px, following from the content.
    pub height: u32,
    /// What is drawn, first mark lowest.
    pub marks: Vec<Mark>,
}

impl Chart {
    /// The drawing as an SVG element, hidden from assistive technology (a table says the same in words).
    pub fn to_html(&self) -> Html {
        svg::render(self)
    }
}
