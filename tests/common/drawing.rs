//! What must hold for every drawing: nothing outside, nothing on top of each other, links that a finger can hit.

use fuxiao_charts::{Chart, Mark, TextBox};

/// The texts of a drawing with the room they take.
pub fn texts(chart: &Chart) -> Vec<(String, TextBox)> {
    let text = |mark: &Mark| match mark {
        Mark::Text { text, .. } => mark.text_box().map(|place| (text.clone(), place)),
        _ => None,
    };
    chart.marks.iter().filter_map(text).collect()
}

/// No two lines of text overlap, none leaves the picture.
pub fn assert_legible(chart: &Chart, what: &str) {
    let texts = texts(chart);
    let (width, height) = (f64::from(chart.width), f64::from(chart.height));
    for (place, (text, a)) in texts.iter().enumerate() {
        assert!(
            a.left >= 0.0 && a.top >= 0.0 && a.right <= width && a.bottom <= height,
            "{what}: {text} at {a:?} leaves {width} × {height}"
        );
        for (other, b) in &texts[place + 1..] {
            let apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            assert!(apart, "{what}: {text} {a:?} overlaps {other} {b:?}");
        }
    }
}

/// Every point of every mark is a number inside the picture.
pub fn assert_inside(chart: &Chart) {
    let (width, height) = (f64::from(chart.width), f64::from(chart.height));
    for mark in &chart.marks {
        let points = match mark {
            Mark::Path { points, .. } | Mark::Polygon { points, .. } => points.clone(),
            Mark::Rect { at, size, .. } => vec![*at, (at.0 + size.0, at.1 + size.1)],
            Mark::Circle { at, radius: r, .. } => vec![(at.0 - r, at.1 - r), (at.0 + r, at.1 + r)],
            Mark::Text { at, .. } => vec![*at],
        };
        for (x, y) in points {
            assert!(
                (0.0..=width).contains(&x) && (0.0..=height).contains(&y),
                "{mark:?} in {width}×{height}"
            );
        }
    }
}

/// Every link lies inside, is 24 px large or more, and none lies over another.
pub fn assert_reachable(chart: &Chart, what: &str) {
    let (width, height) = (f64::from(chart.width), f64::from(chart.height));
    for (place, area) in chart.link_areas.iter().enumerate() {
        let ((x, y), (w, h)) = (area.at, area.size);
        assert!(w >= 24.0 && h >= 24.0, "{what}: {area:?} is too small");
        assert!(
            x >= 0.0 && y >= 0.0 && x + w <= width && y + h <= height,
            "{what}: {area:?} leaves the picture"
        );
        assert!(!area.to.is_empty() && !area.label.is_empty(), "{what}: {area:?} says nothing");
        for other in &chart.link_areas[place + 1..] {
            let ((a, b), (c, d)) = (other.at, other.size);
            let apart = x + w <= a || a + c <= x || y + h <= b || b + d <= y;
            assert!(apart, "{what}: {area:?} lies over {other:?}");
        }
    }
}
