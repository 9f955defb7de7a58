//! A radar for three to twenty axes on a scale of levels.
//!
//! The rings are the levels 1 to n and the middle is 0, so that level 1 still has a shape. An axis without a
//! value is a gap, never a zero. Takes finished labels and numbers; knows no aspect and no language.

use plotters::element::{Circle, PathElement, Polygon, Text};

use super::backend::{Area, Drawn, at, collect, grains};
use super::ink::{Ink, TextSize};
use super::mark::{Point, text_width};
use super::radar_layout::{HPosOf, LINE, Layout, direction, draw_names, layout};
use super::{Chart, ChartLink};

/// One axis with what lies on it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RadarAxis {
    /// The name at its end.
    pub label: String,
    /// The current score; `None` or a value that is not finite is a gap.
    pub value: Option<f64>,
    /// The low and high end of what is still possible.
    pub range: Option<(f64, f64)>,
    /// The target.
    pub target: Option<f64>,
    /// An earlier score.
    pub baseline: Option<f64>,
    /// Where its name leads.
    pub link: Option<ChartLink>,
}

/// The whole chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Radar {
    /// The highest level of the scale, which starts at 1; taken as 2 to 10.
    pub levels: u8,
    /// The axes, the first pointing up, clockwise.
    pub axes: Vec<RadarAxis>,
}

/// Draws the radar `width` px wide (288 to 720). `None` for fewer than 3 or more than 20 axes.
pub fn radar_chart(spec: &Radar, width: u32) -> Option<Chart> {
    if !(3..=20).contains(&spec.axes.len()) {
        return None;
    }
    let width = width.clamp(288, 720);
    let names: Vec<&str> = spec.axes.iter().map(|axis| axis.label.as_str()).collect();
    let layout = layout(&names, f64::from(width));
    let height = layout.height.ceil() as u32;
    let net = Net { layout, levels: spec.levels.clamp(2, 10), count: spec.axes.len() };
    let marks = collect(width, height, |area| {
        net.draw_net(area)?;
        net.draw_band(area, &spec.axes)?;
        net.draw_areas(area, &net.points(&spec.axes, |axis| axis.value))?;
        net.draw_outline(area, &net.points(&spec.axes, |axis| axis.baseline), Ink::Baseline)?;
        net.draw_outline(area, &net.points(&spec.axes, |axis| axis.target), Ink::Target)?;
        let current = net.points(&spec.axes, |axis| axis.value);
        net.draw_outline(area, &current, Ink::Current)?;
        for point in current.iter().flatten() {
            area.draw(&Circle::new(at(*point), grains(3.0), Ink::Current.area()))?;
        }
        net.draw_text(area)
    });
    let named = spec.axes.iter().enumerate().filter_map(|(axis, one)| Some((axis, one.link.as_ref()?)));
    let areas = named.filter_map(|(axis, link)| {
        let (at, size) = net.label_box(axis)?;
        Some(link.over(at, size))
    });
    Some(Chart { width, height, marks, link_areas: areas.collect() })
}

/// The points of a series, `None` where an axis has no value.
type Points = Vec<Option<Point>>;

/// The coordinate net: polar places in px.
struct Net {
    layout: Layout,
    levels: u8,
    count: usize,
}

impl Net {
    fn place(&self, axis: usize, level: f64) -> Point {
        let (dx, dy) = direction(axis, self.count);
        let r = self.layout.radius * level / f64::from(self.levels);
        (self.layout.center.0 + dx * r, self.layout.center.1 + dy * r)
    }

    fn points(&self, axes: &[RadarAxis], pick: impl Fn(&RadarAxis) -> Option<f64>) -> Points {
        let top = f64::from(self.levels);
        let known = |axis| pick(axis).filter(|v: &f64| v.is_finite()).map(|v| v.clamp(1.0, top));
        axes.iter().enumerate().map(|(i, axis)| known(axis).map(|v| self.place(i, v))).collect()
    }

    /// Where the name of an axis can be touched: the room of its lines, and of the number before it in a list.
    fn label_box(&self, axis: usize) -> Option<(Point, Point)> {
        let listed = self.layout.names.len() > self.count;
        // A list has the numbers at the axes first, then a number and a name for each.
        let place = if listed { self.count + 2 * axis + 1 } else { axis };
        let name = self.layout.names.get(place)?;
        let ink = Ink::Text;
        let width =
            name.lines.iter().map(|(_, text)| text_width(text, TextSize::Small, ink)).fold(0.0, f64::max);
        let ((x, baseline), _) = name.lines.first()?;
        let left = match name.side {
            HPosOf::Left => *x,
            HPosOf::Center => x - width / 2.0,
            HPosOf::Right => x - width,
        };
        let before = if listed { 26.0 } else { 4.0 };
        let (left, right) = (left - before, (left + width).max(left + 20.0) + 4.0);
        // 12 px above the baseline is where a line of names begins.
        let (top, height) = (baseline - 12.0 - 4.0, name.lines.len() as f64 * LINE + 8.0);
        let full = 2.0 * self.layout.center.0;
        let (left, right, top) = (left.max(0.0), right.min(full), top.max(0.0));
        Some(((left, top), (right - left, height.min(self.layout.height - top))))
    }

    fn draw_net(&self, area: &Area) -> Drawn {
        for axis in 0..self.count {
            let spoke = [self.layout.center, self.place(axis, f64::from(self.levels))];
            area.draw(&PathElement::new(spoke.map(at).to_vec(), Ink::Grid.line()))?;
        }
        for level in 1..=self.levels {
            let ink = if level == self.levels { Ink::Axis } else { Ink::Grid };
            let ring =
                (0..=self.count).map(|axis| at(self.place(axis, f64::from(level)))).collect::<Vec<_>>();
            area.draw(&PathElement::new(ring, ink.line()))?;
        }
        Ok(())
    }

    /// The ribbon between the low and high ends.
    fn draw_band(&self, area: &Area, axes: &[RadarAxis]) -> Drawn {
        let ends = |pick: fn(f64, f64) -> f64| {
            // an end that is no number leaves no band at all on its axis
            self.points(axes, |axis| axis.range.filter(|(a, b)| (a + b).is_finite()).map(|(a, b)| pick(a, b)))
        };
        let (low, high) = (ends(f64::min), ends(f64::max));
        for ((low, _), (high, _)) in runs(&low).into_iter().zip(runs(&high)) {
            let ribbon = match (low.as_slice(), high.as_slice()) {
                // An axis between two that are complete: a ribbon along the axis.
                ([low], [high]) => along(*low, *high).to_vec(),
                _ => high.iter().chain(low.iter().rev()).copied().collect(),
            };
            let ribbon = ribbon.into_iter().map(at).collect::<Vec<_>>();
            area.draw(&Polygon::new(ribbon, Ink::Band.area()))?;
        }
        Ok(())
    }

    /// The area under the current scores: whole, or a fan for each run of neighbours.
    fn draw_areas(&self, area: &Area, points: &Points) -> Drawn {
        for (mut run, closed) in runs(points) {
            if run.len() < 2 {
                continue;
            }
            if !closed {
                run.push(self.layout.center);
            }
            let corners = run.into_iter().map(at).collect::<Vec<_>>();
            area.draw(&Polygon::new(corners, Ink::CurrentArea.area()))?;
        }
        Ok(())
    }

    fn draw_outline(&self, area: &Area, points: &Points, ink: Ink) -> Drawn {
        for (run, _) in runs(points) {
            if let [only] = run.as_slice() {
                area.draw(&Circle::new(at(*only), grains(2.0), ink.area()))?;
            } else {
                let line = run.into_iter().map(at).collect::<Vec<_>>();
                area.draw(&PathElement::new(line, ink.line()))?;
            }
        }
        Ok(())
    }

    fn draw_text(&self, area: &Area) -> Drawn {
        use plotters::style::text_anchor::HPos;
        let apart = self.layout.radius / f64::from(self.levels);
        let every = (16.0 / apart.max(1.0)).ceil().max(1.0) as u8;
        for level in (1..=self.levels).filter(|level| (self.levels - level).is_multiple_of(every)) {
            let (x, y) = self.place(0, f64::from(level));
            let style = Ink::TextScale.text(TextSize::Small, HPos::Left);
            area.draw(&Text::new(level.to_string(), at((x + 5.0, y + 4.0)), style))?;
        }
        draw_names(area, &self.layout.names)
    }
}

/// The corners of a ribbon of 8 px from one point to another.
fn along((x0, y0): Point, (x1, y1): Point) -> [Point; 4] {
    let length = ((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)).sqrt().max(0.1);
    let (dx, dy) = ((y1 - y0) / length * 4.0, (x0 - x1) / length * 4.0);
    [(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)]
}

/// The runs of neighbouring axes that have a point, going round the circle; a full circle is one run that
/// ends where it began and is marked as closed.
fn runs(points: &Points) -> Vec<(Vec<Point>, bool)> {
    let Some(gap) = points.iter().position(Option::is_none) else {
        let mut all: Vec<Point> = points.iter().flatten().copied().collect();
        all.extend(all.first().copied());
        return vec![(all, true)];
    };
    let round = points.iter().cycle().skip(gap + 1).take(points.len());
    let (mut found, mut run) = (Vec::new(), Vec::new());
    for point in round {
        match point {
            Some(point) => run.push(*point),
            None if run.is_empty() => {}
            None => found.push((std::mem::take(&mut run), false)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_cuts_the_line_and_runs_join_across_the_first_axis() {
        let point = |x: f64| Some((x, 0.0));
        assert_eq!(runs(&vec![point(1.0), None, point(2.0), point(3.0)]).len(), 1);
        let found = runs(&vec![point(1.0), None, point(2.0), None, point(3.0)]);
        assert_eq!(found, vec![(vec![(2.0, 0.0)], false), (vec![(3.0, 0.0), (1.0, 0.0)], false)]);
        assert!(runs(&vec![None, None, None]).is_empty());
        assert_eq!(runs(&vec![point(1.0), point(2.0), point(3.0)])[0].0.len(), 4);
    }
}
