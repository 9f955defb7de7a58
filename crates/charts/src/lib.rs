//! Charts as plain numbers and labels in, Yew SVG nodes out.
//!
//! plotters maps and draws; our own backend collects the marks, so the picture is the same natively and in a
//! browser, and carries class names instead of colours. The module knows nothing of assessments, languages,
//! pages or themes: callers bring finished labels, and a title and a table next to the picture.

pub mod backend;
pub mod bars;
pub mod file;
pub mod heat;
pub mod ink;
pub mod mark;
pub mod measure;
pub mod paint;
pub mod radar;
mod radar_layout;
pub mod scatter;
mod scatter_layout;
pub mod strips;
pub mod svg;
pub mod swatch;

pub use bars::{BarChart, BarRow, bar_chart};
pub use file::{Picture, SvgFile, svg_file};
pub use heat::{Heat, HeatCell, HeatMap, HeatRow, heat_map};
pub use ink::{Ink, TextSize};
pub use mark::{Anchor, Mark, TextBox};
pub use radar::{Radar, RadarAxis, radar_chart};
pub use scatter::{Scatter, scatter_chart};
pub use strips::{Strip, StripChart, strip_chart};
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
    /// Areas that are links, in the order in which the keyboard reaches them.
    pub link_areas: Vec<LinkArea>,
}

/// A place of a drawing that leads somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkArea {
    /// Upper left corner.
    pub at: mark::Point,
    /// Width and height; 24 px or more each where it is to be touched.
    pub size: mark::Point,
    /// The address it leads to.
    pub to: String,
    /// What is there and what it says, in words: read aloud, and shown when the pointer rests on it.
    pub label: String,
}

/// Where a part of a drawing leads and what it says in words, before its place is known.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartLink {
    /// The address it leads to.
    pub to: String,
    /// What is there and what it says, in words.
    pub label: String,
}

impl ChartLink {
    /// The place it takes in the drawing.
    pub fn over(&self, at: mark::Point, size: mark::Point) -> LinkArea {
        LinkArea { at, size, to: self.to.clone(), label: self.label.clone() }
    }
}

impl Chart {
    /// A drawing that leads nowhere.
    pub fn plain(width: u32, height: u32, marks: Vec<Mark>) -> Self {
        Self { width, height, marks, link_areas: Vec::new() }
    }

    /// The drawing as an SVG element. Its marks are hidden from assistive technology (a table says the same in words);
    /// places that lead somewhere are links with words of their own, in a group with the name of the chart.
    pub fn to_html(&self, name: &str) -> Html {
        svg::render(self, name)
    }
}
