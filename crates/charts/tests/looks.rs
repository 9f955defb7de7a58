//! The markup of charts has classes only, and the style sheets have a colour for each.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::drawing::assert_inside;
use common::made::*;
use common::style;
use fuxiao_charts::{
    BarChart, BarRow, Chart, Ink, Mark, Swatch, bar_chart, heat_map, radar_chart, strip_chart, swatch,
};
use yew::prelude::*;

/// The values of a custom property in the file of tokens, one for each place where it is set.
fn token(name: &str) -> Vec<String> {
    let tokens = style("tokens");
    let set = format!(" {name}: ");
    let values = tokens.split(&set).skip(1).map(|rest| rest.split(';').next().unwrap().to_owned());
    values.filter(|value| value.starts_with(['#', 'v'])).collect()
}

/// The relative luminance of a token's colour in a theme: 0 light, 1 and 2 dark.
fn luminance(name: &str, theme: usize) -> f64 {
    let values = token(name);
    // What the dark themes do not set stays as it is.
    let value = values.get(theme).or_else(|| values.first()).unwrap_or_else(|| panic!("no {name}"));
    if let Some(other) = value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) {
        return luminance(other, theme);
    }
    let digits = value.trim_start_matches('#');
    let twice = if digits.len() == 3 { 2 } else { 1 };
    let digits: String = digits.chars().flat_map(|c| std::iter::repeat_n(c, twice)).collect();
    let part = |at: usize| {
        let share = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn levels_keep_their_order_in_greyscale_and_numbers_on_them_can_be_read() {
    for theme in 0..3 {
        let levels: Vec<f64> =
            (1..=5).map(|level| luminance(&format!("--color-level-{level}"), theme)).collect();
        for pair in levels.windows(2) {
            // Away from the paper, step by step: darker on light paper, lighter on dark paper.
            assert!((pair[0] > pair[1]) == (theme == 0), "theme {theme}: {levels:?}");
            assert!(contrast(pair[0], pair[1]) > 1.3, "theme {theme}: {levels:?}");
        }
        for (level, area) in (1..).zip(&levels) {
            let text = luminance(&format!("--color-on-level-{level}"), theme);
            let found = contrast(*area, text);
            assert!(found >= 4.5, "theme {theme}, level {level}: {found}");
        }
    }
}

#[test]
fn every_ink_has_its_colour_in_the_style_sheet() {
    let styles = style("charts");
    let charts = [
        heat_map(&heat(&EN, 3, 10), 680),
        strip_chart(&strips(&EN, &["1"], 7), 680),
        bar_chart(&bars(&EN, 9), 680),
        radar_chart(&radar(&EN, 9), 680).unwrap(),
    ];
    let inks = charts.iter().flat_map(|chart| &chart.marks).map(|mark| match mark {
        Mark::Path { ink, .. } | Mark::Polygon { ink, .. } | Mark::Rect { ink, .. } => *ink,
        Mark::Circle { ink, .. } | Mark::Text { ink, .. } => *ink,
    });
    let inks: std::collections::HashSet<Ink> = inks.collect();
    assert!(inks.len() > 15);
    for ink in inks {
        let class = format!(".{}", ink.class());
        let named = styles.match_indices(&class).any(|(at, _)| {
            !styles[at + class.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
        });
        assert!(named, "{class} has no colour");
    }
}

#[derive(Properties, PartialEq, Clone)]
struct Given {
    chart: Chart,
}

#[component]
fn Show(given: &Given) -> Html {
    given.chart.to_html("a chart")
}

async fn markup(chart: Chart) -> String {
    yew::LocalServerRenderer::<Show>::with_props(Given { chart }).hydratable(false).render().await
}

#[tokio::test(flavor = "current_thread")]
async fn the_markup_has_classes_only() {
    for names in [&ZH, &EN] {
        let swatches = [Swatch::Bar, Swatch::Level(3), Swatch::Interval, Swatch::TargetTick];
        let more = [Swatch::Current, Swatch::Target, Swatch::Baseline, Swatch::Band, Swatch::Dot];
        let rest = [Swatch::Bar, Swatch::Hollow, Swatch::Unanswered, Swatch::NotApplicable, Swatch::Pointer];
        let mut charts: Vec<Chart> = swatches.into_iter().chain(more).chain(rest).map(swatch).collect();
        charts.push(bar_chart(&bars(names, 15), 360));
        charts.push(radar_chart(&radar(names, 6), 680).unwrap());
        charts.push(heat_map(&heat(names, 15, 6), 360));
        charts.push(strip_chart(&strips(names, &["71%"], 9), 360));
        for chart in &mut charts {
            // The addresses that charts lead to begin with a hash.
            chart.link_areas.iter_mut().for_each(|area| area.to = "to".to_owned());
        }
        for chart in charts {
            assert_inside(&chart);
            let svg = markup(chart).await;
            assert!(svg.starts_with("<svg") && svg.ends_with("</svg>"), "{svg}");
            assert!(svg.contains("aria-hidden=\"true\"") && svg.contains("focusable=\"false\""));
            assert!(svg.contains("class=\"chart__svg\""));
            for banned in ["style=", "rgb(", "fill=", "stroke=", "font-", "#", "NaN", "inf", "<!--"] {
                assert!(!svg.contains(banned), "{banned} in {svg}");
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn text_is_escaped() {
    let rows = vec![BarRow { label: "A & <b>".to_owned(), ..BarRow::default() }];
    let svg = markup(bar_chart(&BarChart { levels: 5, from_zero: false, rows }, 360)).await;
    assert!(svg.contains("A &amp; &lt;b&gt;"), "{svg}");
}
