//! The plotters backend that collects marks instead of painting.
//!
//! plotters thinks in whole pixels, so the backend pretends to be ten times as large: one of its pixels is
//! 0.1 px on the page. Text is measured here, never by plotters, whose own measurement would touch the
//! document in a browser. Knows no chart and no SVG.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    text_anchor::HPos,
};

use super::ink::{Ink, TextSize};
use super::mark::{Anchor, Mark, Point, text_width};
use super::measure;

/// Backend pixels to one CSS pixel.
pub const GRAIN: f64 = 10.0;

/// What drawing returns; the backend itself never fails.
pub type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;

/// The drawing area of a whole chart.
pub type Area<'a> = DrawingArea<Marks<'a>, Shift>;

/// px → backend pixels.
pub fn grains(px: f64) -> i32 {
    (px * GRAIN).round() as i32
}

/// A point in px → backend coordinates.
pub fn at((x, y): Point) -> BackendCoord {
    (grains(x), grains(y))
}

/// Runs `draw` on an empty area of the given size in px and returns the marks it left.
pub fn collect(width: u32, height: u32, draw: impl FnOnce(&Area) -> Drawn) -> Vec<Mark> {
    let mut marks = Vec::new();
    let size = (width.saturating_mul(GRAIN as u32), height.saturating_mul(GRAIN as u32));
    let done = draw(&Marks { marks: &mut marks, size }.into_drawing_area());
    if done.is_err() {
        marks.clear();
    }
    marks
}

/// The backend: a list of marks being filled.
pub struct Marks<'a> {
    marks: &'a mut Vec<Mark>,
    size: (u32, u32),
}

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

fn px((x, y): BackendCoord) -> Point {
    (f64::from(x) / GRAIN, f64::from(y) / GRAIN)
}

fn ink(color: BackendColor) -> Ink {
    Ink::from_code(color.rgb)
}

impl DrawingBackend for Marks<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Outcome {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Outcome {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (x0, y0): BackendCoord,
        (x1, y1): BackendCoord,
        style: &S,
        filled: bool,
    ) -> Outcome {
        let size = px(((x1 - x0).abs(), (y1 - y0).abs()));
        let ink = ink(style.color());
        self.marks.push(Mark::Rect { at: px((x0.min(x1), y0.min(y1))), size, filled, ink });
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        let points = path.into_iter().map(px).collect();
        self.marks.push(Mark::Path { points, ink: ink(style.color()) });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Outcome {
        let points = corners.into_iter().map(px).collect();
        self.marks.push(Mark::Polygon { points, ink: ink(style.color()) });
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        filled: bool,
    ) -> Outcome {
        let (radius, ink) = (f64::from(radius) / GRAIN, ink(style.color()));
        self.marks.push(Mark::Circle { at: px(center), radius, filled, ink });
        Ok(())
    }

    /// The y of `position` is the baseline, whatever the vertical anchor of the style.
    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, position: BackendCoord) -> Outcome {
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let size = TextSize::from_px(style.size() / GRAIN);
        let ink = ink(style.color());
        self.marks.push(Mark::Text { at: px(position), text: text.to_owned(), size, anchor, ink });
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = TextSize::from_px(style.size() / GRAIN);
        let width = text_width(text, size, ink(style.color())) * GRAIN;
        let height = (measure::ASCENT + measure::DESCENT) * size.px() * GRAIN;
        Ok((width.ceil() as u32, height.ceil() as u32))
    }
}
