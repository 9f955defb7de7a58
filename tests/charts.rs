//! Charts, natively: same marks every time, nothing outside or on top of each other, whatever the numbers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::drawing::{assert_inside, assert_legible, texts};
use fuxiao::charts::{
    BarChart, BarRow, Chart, Heat, HeatCell, HeatMap, HeatRow, Hot, Ink, Lead, Mark, Radar, RadarAxis, Strip,
    StripChart, Swatch, bar_chart, heat_map, radar_chart, strip_chart, swatch,
};
use yew::prelude::*;

const WIDTHS: [u32; 4] = [288, 320, 360, 680];
const ZH: [&str; 15] = [
    "客户响应速度",
    "服务渠道多样性",
    "服务人员专业素质",
    "服务流程优化",
    "客户关系管理",
    "客户投诉处理",
    "服务质量监控",
    "服务满意度调查",
    "服务团队建设",
    "服务技术支持",
    "服务创新能力",
    "服务成本控制",
    "服务标准化程度",
    "服务数据分析",
    "服务文化建设",
];
const EN: [&str; 15] = [
    "Client response speed",
    "Service channel variety",
    "Staff professional skills",
    "Service process optimisation",
    "Client relationship management",
    "Complaint handling",
    "Service quality monitoring",
    "Client satisfaction survey",
    "Service team building",
    "Service technology support",
    "Service innovation",
    "Service cost control",
    "Service standardisation",
    "Service data analysis",
    "Service culture",
];
const ODD: [Option<f64>; 7] = [
    None,
    Some(f64::NAN),
    Some(f64::INFINITY),
    Some(f64::NEG_INFINITY),
    Some(-1e300),
    Some(1e300),
    Some(0.0),
];

fn pick<T: Copy>(list: &[T], place: usize) -> T {
    list[place % list.len()]
}

fn lead(place: usize) -> Option<Lead> {
    Some(Lead { to: format!("#/{place}"), label: format!("row {place}") })
}

fn bars(names: &[&str], rows: usize) -> BarChart {
    let row = |place: usize| {
        let value = (place % 4 != 3).then_some(1.0 + place as f64 * 0.27);
        BarRow {
            label: pick(names, place + 4).to_owned(),
            value,
            range: value.filter(|_| place.is_multiple_of(2)).map(|v| (v - 0.4, v + 0.6)),
            target: (place.is_multiple_of(3)).then_some(4.0),
            value_text: value.map(|v| format!("{v:.1}")).unwrap_or_default(),
            note: if place % 5 == 1 { format!("{} / 6", place % 6) } else { String::new() },
            level: (place.is_multiple_of(2)).then_some(2),
            hollow: place.is_multiple_of(5),
            lead: lead(place),
        }
    };
    BarChart { levels: 5, from_zero: false, rows: (0..rows).map(row).collect() }
}

fn radar(names: &[&str], axes: usize) -> Radar {
    let axis = |place: usize| RadarAxis {
        label: pick(names, place + 4).to_owned(),
        value: (place % 5 != 4).then_some(1.0 + (place * 7 % 11) as f64 * 0.4),
        range: Some((2.0, 3.5)),
        target: Some(4.0),
        baseline: Some(1.5),
        lead: lead(place),
    };
    Radar { levels: 5, axes: (0..axes).map(axis).collect() }
}

/// Every place that leads somewhere lies in the picture, is large enough for a finger, and is its own.
fn assert_touchable(chart: &Chart, count: usize, what: &str) {
    let (width, height) = (f64::from(chart.width), f64::from(chart.height));
    assert_eq!(chart.hot.len(), count, "{what}");
    let edges = |hot: &Hot| (hot.at.0, hot.at.1, hot.at.0 + hot.size.0, hot.at.1 + hot.size.1);
    for (place, hot) in chart.hot.iter().enumerate() {
        let (left, top, right, bottom) = edges(hot);
        let inside = left >= 0.0 && top >= 0.0 && right <= width + 1e-6 && bottom <= height + 1e-6;
        assert!(inside, "{what}: {hot:?} leaves {width} × {height}");
        assert!(hot.size.0 >= 24.0 - 1e-6 && hot.size.1 >= 24.0 - 1e-6, "{what}: {hot:?} is too small");
        assert!(!hot.label.is_empty() && !hot.to.is_empty(), "{what}: {hot:?}");
        for other in &chart.hot[place + 1..] {
            let (l, t, r, b) = edges(other);
            let shared = (right.min(r) - left.max(l)).min(bottom.min(b) - top.max(t));
            assert!(shared <= 1e-6, "{what}: {hot:?} overlaps {other:?}");
        }
    }
}

/// Names in one language, the longest that are likely, and numbers of things to go with them.
fn long(names: &[&str]) -> Vec<String> {
    names.iter().enumerate().map(|(place, name)| name.repeat(1 + place % 2)).collect()
}

fn heat(names: &[&str], rows: usize, cells: usize) -> HeatMap {
    let cell = |place: usize| HeatCell {
        heat: match place % 7 {
            5 => Heat::Open,
            6 => Heat::Out,
            level => Heat::Level(1 + level as u8),
        },
        lead: lead(place),
    };
    let row = |place: usize| HeatRow {
        label: pick(names, place).to_owned(),
        cells: (0..cells).map(|at| cell(place * cells + at)).collect(),
    };
    HeatMap { rows: (0..rows).map(row).collect() }
}

fn strips(names: &[&str], values: &[&str], rows: usize) -> StripChart {
    let row = |place: usize| {
        let bands = if place.is_multiple_of(6) { 10 } else { 5 };
        Strip {
            label: pick(names, place).to_owned(),
            value_text: pick(values, place).to_owned(),
            place: (place % 5 != 4).then_some((1 + (place % bands) as u8, (place % 4) as f64 / 3.0)),
            bounds: (1..bands).map(|bound| format!("{}.5%", 90 + bound)).collect(),
            notes: vec![names.concat(), pick(values, place).to_owned()],
            lead: lead(place),
        }
    };
    StripChart { rows: (0..rows).map(row).collect() }
}

#[test]
fn heat_labels_stay_out_of_the_cells_and_every_cell_can_be_touched() {
    for names in [&ZH, &EN] {
        let doubled = long(names);
        let doubled: Vec<&str> = doubled.iter().map(String::as_str).collect();
        for width in WIDTHS.into_iter().chain([479, 480, 560]) {
            for (names, cells) in [(names.as_slice(), 6), (doubled.as_slice(), 6), (names, 1), (names, 20)] {
                let chart = heat_map(&heat(names, 15, cells), width);
                let what = format!("{cells} cells at {width}");
                assert_legible(&chart, &what);
                assert_inside(&chart);
                assert_touchable(&chart, 15 * cells, &what);
                let left = chart.hot.iter().map(|hot| hot.at.0).fold(f64::MAX, f64::min);
                for (text, place) in texts(&chart) {
                    let number = text.parse::<u8>().is_ok();
                    assert!(number || place.right <= left, "{what}: {text} runs into the cells");
                }
                assert_eq!(chart, heat_map(&heat(names, 15, cells), width));
            }
        }
    }
    assert_inside(&heat_map(&HeatMap::default(), 0));
}

#[test]
fn a_level_is_a_number_on_its_own_cell_and_open_and_out_are_lines() {
    let chart = heat_map(&heat(&EN, 1, 7), 680);
    let areas = chart.marks.iter().filter_map(|mark| match mark {
        Mark::Rect { at, size, filled: true, ink } => Some((*ink, *at, *size)),
        _ => None,
    });
    let mut levels = 1..=5;
    for (ink, at, size) in areas {
        let level = levels.next().unwrap();
        assert_eq!(ink, Ink::Level(level));
        let number = chart
            .marks
            .iter()
            .find(|mark| matches!(mark, Mark::Text { ink, .. } if *ink == Ink::OnLevel(level)));
        let place = number.unwrap().text_box().unwrap();
        assert!(place.left >= at.0 && place.right <= at.0 + size.0);
        assert!(place.top >= at.1 && place.bottom <= at.1 + size.1);
    }
    assert_eq!(levels.next(), None);
    let lines: Vec<_> = chart
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Path { points, ink: Ink::Missing } => Some(points.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0][0].1 == lines[0][1].1 && lines[1][0].1 > lines[1][1].1, "{lines:?}");
}

#[test]
fn strips_keep_their_texts_apart_and_the_pointer_in_its_band() {
    let values = ["0件/100户·年", "100%", "0 events per 100 clients a year", "-12.5 points (1 to 7)", ""];
    for names in [&ZH, &EN] {
        let doubled = long(names);
        let doubled: Vec<&str> = doubled.iter().map(String::as_str).collect();
        for width in WIDTHS.into_iter().chain([559, 560]) {
            for names in [names.as_slice(), doubled.as_slice()] {
                for rows in [1, 2, 36] {
                    let chart = strip_chart(&strips(names, &values, rows), width);
                    let what = format!("{rows} strips at {width}");
                    assert_legible(&chart, &what);
                    assert_inside(&chart);
                    assert_touchable(&chart, rows, &what);
                }
            }
        }
    }
    for (band, along) in [(1, 0.0), (1, 1.0), (3, 0.0), (5, 1.0), (5, f64::NAN), (9, 0.5), (0, -3.0)] {
        let bounds = ["1", "2", "3", "4"].map(String::from).to_vec();
        let spec =
            StripChart { rows: vec![Strip { place: Some((band, along)), bounds, ..Strip::default() }] };
        let chart = strip_chart(&spec, 360);
        let tip = chart.marks.iter().find_map(|mark| match mark {
            Mark::Polygon { points, ink: Ink::Pointer } => {
                points.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1))
            }
            _ => None,
        });
        let outline = chart.marks.iter().find_map(|mark| match mark {
            Mark::Rect { at, size, filled: false, ink: Ink::Pointer } => Some((at.0, at.0 + size.0)),
            _ => None,
        });
        let (tip, (left, right)) = (tip.unwrap(), outline.unwrap());
        assert!(tip.0 > left && tip.0 < right, "{band} {along}: {tip:?} {left} {right}");
    }
    assert_inside(&strip_chart(&StripChart::default(), 0));
}

#[test]
fn a_difference_of_nothing_has_no_bar_and_the_lowest_level_has_one() {
    let rows = |value| vec![BarRow { value: Some(value), ..BarRow::default() }];
    let drawn = |from_zero, value| {
        let chart = bar_chart(&BarChart { levels: 5, from_zero, rows: rows(value) }, 360);
        chart.marks.iter().any(|mark| matches!(mark, Mark::Rect { filled: true, .. }))
    };
    assert!(drawn(false, 1.0) && drawn(true, 1.0) && !drawn(true, 0.0));
}

#[test]
fn a_range_between_two_complete_axes_is_still_drawn() {
    let mut spec = radar(&ZH, 6);
    spec.axes.iter_mut().for_each(|axis| axis.range = None);
    let bands = |spec: &Radar| {
        let marks = radar_chart(spec, 360).unwrap().marks;
        marks.iter().filter(|mark| matches!(mark, Mark::Polygon { ink: Ink::Band, .. })).count()
    };
    assert_eq!(bands(&spec), 0);
    spec.axes[2].range = Some((1.5, 4.0));
    assert_eq!(bands(&spec), 1);
    assert_inside(&radar_chart(&spec, 288).unwrap());
}

/// The values of a custom property in the file of tokens, one for each place where it is set.
fn token(name: &str) -> Vec<String> {
    let tokens = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/styles/tokens.css")).unwrap();
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
    let styles = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/styles/charts.css")).unwrap();
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

#[test]
fn bar_labels_never_overlap_and_never_leave_the_picture() {
    for names in [&ZH, &EN] {
        for width in WIDTHS {
            for rows in [1, 3, 6, 15] {
                let chart = bar_chart(&bars(names, rows), width);
                assert_eq!(chart.width, width);
                let what = format!("{rows} rows at {width}");
                assert_legible(&chart, &what);
                assert_inside(&chart);
                assert_touchable(&chart, rows, &what);
                assert_eq!(chart, bar_chart(&bars(names, rows), width));
            }
        }
    }
}

#[test]
fn radar_labels_never_overlap_and_never_leave_the_picture() {
    for names in [&ZH, &EN] {
        for width in WIDTHS.into_iter().chain([440, 560, 720]) {
            for axes in 3..=20 {
                let chart = radar_chart(&radar(names, axes), width).unwrap();
                let what = format!("{axes} axes at {width}");
                assert_legible(&chart, &what);
                assert_inside(&chart);
                assert_touchable(&chart, axes, &what);
                assert_eq!(Some(chart), radar_chart(&radar(names, axes), width));
            }
        }
    }
}

#[test]
fn every_name_is_drawn_in_full() {
    for (names, width) in [(&ZH, 288), (&EN, 288), (&EN, 720)] {
        for axes in [3, 6, 15] {
            let spec = radar(names, axes);
            let squeeze = |s: &str| s.split_whitespace().collect::<String>();
            let drawn: String =
                texts(&radar_chart(&spec, width).unwrap()).iter().map(|(t, _)| squeeze(t)).collect();
            assert!(spec.axes.iter().all(|axis| drawn.contains(&squeeze(&axis.label))), "{drawn}");
        }
    }
}

#[test]
fn odd_numbers_and_texts_draw_within_bounds() {
    let labels =
        ["", "Donaudampfschifffahrtsgesellschaftskapitän", "一".repeat(80).leak(), "\u{0}\n\t", "🙂🙂"];
    for levels in [0, 1, 2, 5, 10, 255] {
        for shift in 0..ODD.len() {
            let number = |place: usize| pick(&ODD, place + shift);
            let range = |place: usize| number(place).zip(number(place + 3));
            let rows = (0..7).map(|i| BarRow {
                label: pick(&labels, i).to_owned(),
                value: number(i),
                range: range(i),
                target: number(i + 1),
                value_text: pick(&labels, i + 2).to_owned(),
                note: pick(&labels, i + 2).to_owned(),
                level: Some(levels),
                hollow: i > 3,
                lead: lead(i),
            });
            let axes = (0..7).map(|i| RadarAxis {
                label: pick(&labels, i).to_owned(),
                value: number(i),
                range: range(i),
                target: number(i + 1),
                baseline: number(i + 2),
                lead: None,
            });
            let chart = bar_chart(
                &BarChart { levels, from_zero: shift.is_multiple_of(2), rows: rows.collect() },
                288,
            );
            assert_inside(&chart);
            assert_legible(&chart, "odd bars");
            let chart = radar_chart(&Radar { levels, axes: axes.collect() }, 288).unwrap();
            assert_inside(&chart);
            assert_legible(&chart, "odd radar");
        }
    }
    assert_inside(&bar_chart(&BarChart::default(), 0));
    assert_eq!(bar_chart(&bars(&ZH, 1), u32::MAX).width, 1000);
}

#[test]
fn a_radar_needs_three_to_twenty_axes() {
    let drawn = |axes| radar_chart(&radar(&EN, axes), 360).is_some();
    assert!(!drawn(0) && !drawn(2) && drawn(3) && drawn(20) && !drawn(21));
}

#[test]
fn a_missing_value_is_a_dash_or_a_gap_and_never_a_zero() {
    let mut spec = bars(&ZH, 1);
    spec.rows[0].value = None;
    spec.rows[0].value_text.clear();
    let chart = bar_chart(&spec, 360);
    assert!(!chart.marks.iter().any(|mark| matches!(mark, Mark::Rect { .. })));
    assert!(texts(&chart).iter().any(|(text, _)| text == "–"));
    let dots = |spec: &Radar| {
        let marks = radar_chart(spec, 360).unwrap().marks;
        marks.iter().filter(|mark| matches!(mark, Mark::Circle { .. })).count()
    };
    let mut spec = radar(&ZH, 6);
    spec.axes.iter_mut().for_each(|axis| axis.value = Some(3.0));
    assert_eq!(dots(&spec), 6);
    spec.axes[2].value = None;
    assert_eq!(dots(&spec), 5);
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
        let rest = [Swatch::Bar, Swatch::Hollow, Swatch::Open, Swatch::Out, Swatch::Pointer];
        let mut charts: Vec<Chart> = swatches.into_iter().chain(more).chain(rest).map(swatch).collect();
        charts.push(bar_chart(&bars(names, 15), 360));
        charts.push(radar_chart(&radar(names, 6), 680).unwrap());
        charts.push(heat_map(&heat(names, 15, 6), 360));
        charts.push(strip_chart(&strips(names, &["71%"], 9), 360));
        for chart in &mut charts {
            // The addresses that charts lead to begin with a hash.
            chart.hot.iter_mut().for_each(|hot| hot.to = "to".to_owned());
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
