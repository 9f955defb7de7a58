//! Charts, natively: same marks every time, nothing outside or on top of each other, whatever the numbers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::drawing::{assert_inside, assert_legible, texts};
use fuxiao::charts::{
    BarChart, BarRow, Chart, Mark, Radar, RadarAxis, Swatch, bar_chart, radar_chart, swatch,
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
        }
    };
    BarChart { levels: 5, rows: (0..rows).map(row).collect() }
}

fn radar(names: &[&str], axes: usize) -> Radar {
    let axis = |place: usize| RadarAxis {
        label: pick(names, place + 4).to_owned(),
        value: (place % 5 != 4).then_some(1.0 + (place * 7 % 11) as f64 * 0.4),
        range: Some((2.0, 3.5)),
        target: Some(4.0),
        baseline: Some(1.5),
    };
    Radar { levels: 5, axes: (0..axes).map(axis).collect() }
}

#[test]
fn bar_labels_never_overlap_and_never_leave_the_picture() {
    for names in [&ZH, &EN] {
        for width in WIDTHS {
            for rows in [1, 3, 6, 15] {
                let chart = bar_chart(&bars(names, rows), width);
                assert_eq!(chart.width, width);
                assert_legible(&chart, &format!("{rows} rows at {width}"));
                assert_inside(&chart);
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
                assert_legible(&chart, &format!("{axes} axes at {width}"));
                assert_inside(&chart);
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
            });
            let axes = (0..7).map(|i| RadarAxis {
                label: pick(&labels, i).to_owned(),
                value: number(i),
                range: range(i),
                target: number(i + 1),
                baseline: number(i + 2),
            });
            let chart = bar_chart(&BarChart { levels, rows: rows.collect() }, 288);
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
        let mut charts: Vec<Chart> = swatches.into_iter().chain(more).map(swatch).collect();
        charts.push(bar_chart(&bars(names, 15), 360));
        charts.push(radar_chart(&radar(names, 6), 680).unwrap());
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
    let svg = markup(bar_chart(&BarChart { levels: 5, rows }, 360)).await;
    assert!(svg.contains("A &amp; &lt;b&gt;"), "{svg}");
}
