//! Charts made of numbers and of names in both languages, the longest that are likely.

use fuxiao_charts::{
    BarChart, BarRow, Chart, ChartLink, Heat, HeatCell, HeatMap, HeatRow, LinkArea, Radar, RadarAxis, Strip,
    StripChart,
};

/// Names and numbers to draw.
pub const WIDTHS: [u32; 4] = [288, 320, 360, 680];
/// Names and numbers to draw.
pub const ZH: [&str; 15] = [
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
/// Names and numbers to draw.
pub const EN: [&str; 15] = [
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
/// Names and numbers to draw.
pub const ODD: [Option<f64>; 7] = [
    None,
    Some(f64::NAN),
    Some(f64::INFINITY),
    Some(f64::NEG_INFINITY),
    Some(-1e300),
    Some(1e300),
    Some(0.0),
];

pub fn pick<T: Copy>(list: &[T], place: usize) -> T {
    list[place % list.len()]
}

pub fn link(place: usize) -> Option<ChartLink> {
    Some(ChartLink { to: format!("#/{place}"), label: format!("row {place}") })
}

pub fn bars(names: &[&str], rows: usize) -> BarChart {
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
            link: link(place),
        }
    };
    BarChart { levels: 5, from_zero: false, rows: (0..rows).map(row).collect() }
}

pub fn radar(names: &[&str], axes: usize) -> Radar {
    let axis = |place: usize| RadarAxis {
        label: pick(names, place + 4).to_owned(),
        value: (place % 5 != 4).then_some(1.0 + (place * 7 % 11) as f64 * 0.4),
        range: Some((2.0, 3.5)),
        target: Some(4.0),
        baseline: Some(1.5),
        link: link(place),
    };
    Radar { levels: 5, axes: (0..axes).map(axis).collect() }
}

/// Every place that leads somewhere lies in the picture, is large enough for a finger, and is its own.
pub fn assert_touchable(chart: &Chart, count: usize, what: &str) {
    let (width, height) = (f64::from(chart.width), f64::from(chart.height));
    assert_eq!(chart.link_areas.len(), count, "{what}");
    let edges = |area: &LinkArea| (area.at.0, area.at.1, area.at.0 + area.size.0, area.at.1 + area.size.1);
    for (place, area) in chart.link_areas.iter().enumerate() {
        let (left, top, right, bottom) = edges(area);
        let inside = left >= 0.0 && top >= 0.0 && right <= width + 1e-6 && bottom <= height + 1e-6;
        assert!(inside, "{what}: {area:?} leaves {width} × {height}");
        assert!(area.size.0 >= 24.0 - 1e-6 && area.size.1 >= 24.0 - 1e-6, "{what}: {area:?} is too small");
        assert!(!area.label.is_empty() && !area.to.is_empty(), "{what}: {area:?}");
        for other in &chart.link_areas[place + 1..] {
            let (l, t, r, b) = edges(other);
            let shared = (right.min(r) - left.max(l)).min(bottom.min(b) - top.max(t));
            assert!(shared <= 1e-6, "{what}: {area:?} overlaps {other:?}");
        }
    }
}

/// Names in one language, the longest that are likely, and numbers of things to go with them.
pub fn long(names: &[&str]) -> Vec<String> {
    names.iter().enumerate().map(|(place, name)| name.repeat(1 + place % 2)).collect()
}

pub fn heat(names: &[&str], rows: usize, cells: usize) -> HeatMap {
    let cell = |place: usize| HeatCell {
        heat: match place % 7 {
            5 => Heat::Unanswered,
            6 => Heat::NotApplicable,
            level => Heat::Level(1 + level as u8),
        },
        link: link(place),
    };
    let row = |place: usize| HeatRow {
        label: pick(names, place).to_owned(),
        cells: (0..cells).map(|at| cell(place * cells + at)).collect(),
    };
    HeatMap { rows: (0..rows).map(row).collect() }
}

pub fn strips(names: &[&str], values: &[&str], rows: usize) -> StripChart {
    let row = |place: usize| {
        let bands = if place.is_multiple_of(6) { 10 } else { 5 };
        Strip {
            label: pick(names, place).to_owned(),
            value_text: pick(values, place).to_owned(),
            place: (place % 5 != 4).then_some((1 + (place % bands) as u8, (place % 4) as f64 / 3.0)),
            bounds: (1..bands).map(|bound| format!("{}.5%", 90 + bound)).collect(),
            notes: vec![names.concat(), pick(values, place).to_owned()],
            link: link(place),
        }
    };
    StripChart { rows: (0..rows).map(row).collect() }
}
