//! Charts, natively: same marks every time, nothing outside or on top of each other, whatever the numbers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::drawing::{assert_inside, assert_legible, texts};
use common::made::*;
use fuxiao_charts::{
    BarChart, BarRow, HeatMap, Ink, Mark, Radar, RadarAxis, Strip, StripChart, bar_chart, heat_map,
    radar_chart, strip_chart,
};

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
                let left = chart.link_areas.iter().map(|area| area.at.0).fold(f64::MAX, f64::min);
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
                link: link(i),
            });
            let axes = (0..7).map(|i| RadarAxis {
                label: pick(&labels, i).to_owned(),
                value: number(i),
                range: range(i),
                target: number(i + 1),
                baseline: number(i + 2),
                link: None,
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
