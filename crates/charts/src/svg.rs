//! Marks → Yew SVG nodes: classes and geometry only, no colours, no styles, no strings of markup.
//!
//! Knows nothing of what a chart shows.

use yew::{Html, html};

use super::mark::{Anchor, Mark, Point};
use super::{Chart, LinkArea};

/// The whole drawing as one `<svg>`.
pub fn render(chart: &Chart, name: &str) -> Html {
    let Chart { width, height, marks, link_areas } = chart;
    let links = !link_areas.is_empty();
    html! {
        <svg viewBox={format!("0 0 {width} {height}")} width={width.to_string()} height={height.to_string()}
            class="chart__svg" focusable="false" aria-hidden={(!links).then_some("true")}
            role={links.then_some("group")} aria-label={links.then(|| name.to_string())}>
            <g aria-hidden="true">
                { for marks.iter().enumerate().map(|(place, mark)| node(place, mark)) }
            </g>
            { for link_areas.iter().enumerate().map(|(place, area)| link_over(place, area)) }
        </svg>
    }
}

/// A link over a part of the drawing.
fn link_over(key: usize, LinkArea { at: (x, y), size: (width, height), to, label }: &LinkArea) -> Html {
    html! {
        <a key={key.to_string()} href={to.clone()} aria-label={label.clone()} class="chart__link">
            <rect x={number(*x)} y={number(*y)} width={number(*width)} height={number(*height)}><title>{ label }</title></rect>
        </a>
    }
}

fn node(key: usize, mark: &Mark) -> Html {
    let key = key.to_string();
    match mark {
        Mark::Path { points, ink } => html! {
            <polyline {key} points={list(points)} class={format!("chart__line {}", ink.class())} />
        },
        Mark::Polygon { points, ink } => html! {
            <polygon {key} points={list(points)} class={format!("chart__area {}", ink.class())} />
        },
        Mark::Rect { at: (x, y), size: (width, height), filled, ink } => html! {
            <rect {key} x={number(*x)} y={number(*y)} width={number(*width)} height={number(*height)}
                class={format!("{} {}", shape(*filled), ink.class())} />
        },
        Mark::Circle { at: (x, y), radius, filled, ink } => html! {
            <circle {key} cx={number(*x)} cy={number(*y)} r={number(*radius)}
                class={format!("{} {}", shape(*filled), ink.class())} />
        },
        Mark::Text { at: (x, y), text, size, anchor, ink } => html! {
            <text {key} x={number(*x)} y={number(*y)} text-anchor={side(*anchor)}
                class={format!("chart__text {} {}", size.class(), ink.class())}>{ text }</text>
        },
    }
}

fn shape(filled: bool) -> &'static str {
    if filled { "chart__area" } else { "chart__line" }
}

pub(super) fn side(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

/// A coordinate to a tenth of a px, without a trailing zero; anything not finite is 0.
pub(super) fn number(value: f64) -> String {
    // In integers, because formatting floats brings 15 kB of code. NaN becomes 0.
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

pub(super) fn list(points: &[Point]) -> String {
    let pairs: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect();
    pairs.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_finite() {
        let written = [1.0, 1.25, 0.1 + 0.2, -0.04, f64::NAN, 12.349].map(number);
        assert_eq!(written, ["1", "1.3", "0.3", "0", "0", "12.3"]);
    }
}
