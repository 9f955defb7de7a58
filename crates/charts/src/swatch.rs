//! Small samples of the marks, for legends written in HTML next to a chart.
//!
//! Knows no words: the caller writes what a sample means.

use plotters::element::{Circle, PathElement, Polygon, Rectangle};

use super::Chart;
use super::backend::{at, collect, grains};
use super::ink::Ink;

/// What a sample shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swatch {
    /// A bar.
    Bar,
    /// A bar in outline.
    Hollow,
    /// A bar of a level.
    Level(u8),
    /// An open interval of a bar.
    Interval,
    /// The target tick of a bar.
    TargetTick,
    /// The current outline of a radar.
    Current,
    /// The target outline of a radar.
    Target,
    /// The outline of an earlier state of a radar.
    Baseline,
    /// The band of a radar.
    Band,
    /// A point of a chart of quadrants.
    Dot,
    /// A cell of a heat map without a level yet.
    Unanswered,
    /// A cell of a heat map that takes no part.
    NotApplicable,
    /// The pointer of a strip.
    Pointer,
}

/// Draws a sample of 28 × 14 px.
pub fn swatch(kind: Swatch) -> Chart {
    let (width, height) = (28, 14);
    let marks = collect(width, height, |area| {
        let path = |points: &[(f64, f64)], ink: Ink| {
            PathElement::new(points.iter().map(|point| at(*point)).collect::<Vec<_>>(), ink.line())
        };
        let block = |ink: Ink| Rectangle::new([at((0.0, 2.0)), at((28.0, 12.0))], ink.area());
        let across = [(0.0, 7.0), (28.0, 7.0)];
        match kind {
            Swatch::Bar => area.draw(&block(Ink::Bar)),
            Swatch::Hollow => area.draw(&Rectangle::new([at((1.0, 2.0)), at((27.0, 12.0))], Ink::Bar.line())),
            Swatch::Level(level) => area.draw(&block(Ink::Level(level))),
            Swatch::Band => area.draw(&block(Ink::Band)),
            Swatch::Baseline => area.draw(&path(&across, Ink::Baseline)),
            Swatch::Target => area.draw(&path(&across, Ink::Target)),
            Swatch::Interval => {
                area.draw(&path(&[(1.0, 3.0), (1.0, 11.0)], Ink::Interval))?;
                area.draw(&path(&[(1.0, 7.0), (27.0, 7.0)], Ink::Interval))?;
                area.draw(&path(&[(27.0, 3.0), (27.0, 11.0)], Ink::Interval))
            }
            Swatch::TargetTick => {
                area.draw(&path(&[(14.0, 1.0), (14.0, 14.0)], Ink::TargetTick))?;
                let flag = [(10.0, 0.0), (18.0, 0.0), (14.0, 6.0)].map(at);
                area.draw(&Polygon::new(flag.to_vec(), Ink::TargetTick.area()))
            }
            Swatch::Dot => {
                area.draw(&Circle::new(at((14.0, 7.0)), grains(6.0), Ink::Halo.area()))?;
                area.draw(&Circle::new(at((14.0, 7.0)), grains(5.5), Ink::Current.line()))
            }
            Swatch::Unanswered => {
                area.draw(&Rectangle::new([at((0.0, 1.0)), at((28.0, 13.0))], Ink::Grid.line()))?;
                area.draw(&path(&[(9.0, 7.0), (19.0, 7.0)], Ink::Missing))
            }
            Swatch::NotApplicable => {
                area.draw(&Rectangle::new([at((0.0, 1.0)), at((28.0, 13.0))], Ink::Grid.line()))?;
                area.draw(&path(&[(9.0, 11.0), (19.0, 3.0)], Ink::Missing))
            }
            Swatch::Pointer => {
                let flag = [(9.0, 3.0), (19.0, 3.0), (14.0, 12.0)].map(at);
                area.draw(&Polygon::new(flag.to_vec(), Ink::Pointer.area()))
            }
            Swatch::Current => {
                area.draw(&path(&across, Ink::Current))?;
                area.draw(&Circle::new(at((14.0, 7.0)), grains(3.0), Ink::Current.area()))
            }
        }
    });
    Chart::plain(width, height, marks)
}
