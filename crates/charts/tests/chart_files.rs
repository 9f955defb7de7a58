//! Charts as files: XML that an independent reader takes, with everything in it and nothing from outside, painted as
//! the page is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::style;
use fuxiao_charts::scatter::{Dot, Row, Scale};
use fuxiao_charts::{
    Anchor, BarChart, BarRow, Chart, Ink, Mark, Picture, Radar, RadarAxis, Scatter, Swatch, TextSize,
    bar_chart, paint, radar_chart, scatter_chart, svg_file,
};
use proptest::prelude::*;
use roxmltree::{Document, Node};

/// The declarations of a style sheet outside `@media`, by selector, the later ones over the earlier ones.
fn rules(css: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut plain = String::new();
    for (at, part) in css.split("/*").enumerate() {
        plain.push_str(if at == 0 { part } else { part.split_once("*/").unwrap().1 });
    }
    let mut found: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut rest = plain.as_str();
    while let Some((selectors, after)) = rest.split_once('{') {
        if selectors.trim().starts_with('@') {
            let mut depth = 1;
            let end = after.find(|c| {
                depth += i32::from(c == '{') - i32::from(c == '}');
                depth == 0
            });
            rest = &after[end.unwrap() + 1..];
            continue;
        }
        let (body, next) = after.split_once('}').unwrap();
        for selector in selectors.split(',') {
            let own = found.entry(selector.trim().to_string()).or_default();
            for (name, value) in body.split(';').filter_map(|one| one.split_once(':')) {
                own.insert(name.trim().to_string(), value.trim().to_string());
            }
        }
        rest = next;
    }
    found
}

/// The value of a token in the light theme.
fn token(name: &str) -> String {
    let root = rules(&style("tokens")).remove(":root").unwrap();
    let mut value = root[name].clone();
    while let Some(other) = value.strip_prefix("var(").and_then(|value| value.strip_suffix(')')) {
        value = root[other].clone();
    }
    value
}

/// Everything an ink may draw.
fn marks(ink: Ink) -> Vec<Mark> {
    vec![
        Mark::Path { points: vec![(0.0, 0.0), (9.5, 9.0)], ink },
        Mark::Polygon { points: vec![(0.0, 0.0), (9.0, 9.0), (0.0, 9.0)], ink },
        Mark::Rect { at: (1.0, 2.0), size: (3.0, 4.0), filled: true, ink },
        Mark::Circle { at: (5.0, 6.0), radius: 2.0, filled: false, ink },
        Mark::Text { at: (1.0, 12.0), text: "1".into(), size: TextSize::Small, anchor: Anchor::End, ink },
    ]
}

fn picture(title: &str, chart: Chart, lang: &str) -> Picture {
    Picture {
        title: title.into(),
        sentence: "影响 < 投入 & “速赢” — half of them".into(),
        chart,
        legend: vec![
            (Swatch::Dot, "编号的圆".into()),
            (
                Swatch::Target,
                "a meaning that is much too long to stand beside another one on a narrow drawing".into(),
            ),
            (Swatch::Level(3), "level 3".into()),
        ],
        source: "服效 · A & B <Ltd> · 2026-11-25".into(),
        lang: lang.into(),
    }
}

fn charts() -> Vec<Chart> {
    let names = ["客户响应速度", "Client <relationship> management & more", "C", "D", "E"];
    let rows = names.iter().enumerate().map(|(at, name)| BarRow {
        label: name.to_string(),
        value: (at != 2).then_some(1.5 + at as f64 / 2.0),
        range: Some((1.0, 4.5)),
        target: Some(3.0),
        value_text: "2.5".into(),
        note: "a \"note\"".into(),
        level: Some(1 + at as u8),
        ..BarRow::default()
    });
    let axes = names.iter().map(|name| RadarAxis {
        label: name.to_string(),
        value: Some(2.5),
        range: Some((2.0, 3.0)),
        target: Some(4.0),
        baseline: Some(1.5),
        link: None,
    });
    let dot = |row: usize| Dot {
        row,
        at: 2.0,
        text: "7".into(),
        weight: 3,
        to: "#/secret".into(),
        label: "a link".into(),
    };
    let scatter = Scatter {
        scale: Scale {
            from: 0.5,
            to: 5.5,
            line: 2.5,
            line_label: "2.5".into(),
            name: "投入".into(),
            ..Scale::default()
        },
        rows: vec![Row { label: "5".into(), upper: true }, Row { label: "4".into(), upper: false }],
        quadrants: ["速赢项", "Major", "Fill-ins", "低效项"].map(str::to_string),
        dots: vec![dot(0), dot(1)],
        list: vec![("7".into(), "A & B".into())],
        ..Scatter::default()
    };
    vec![
        bar_chart(&BarChart { levels: 5, rows: rows.collect(), ..BarChart::default() }, 288),
        radar_chart(&Radar { levels: 5, axes: axes.collect() }, 680).unwrap(),
        scatter_chart(&scatter, 360),
        Chart::plain(288, 40, Ink::all().flat_map(marks).collect()),
    ]
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The texts of a file, one after the other, without spaces: lines of one text join again.
fn words(document: &Document) -> String {
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text()).map(squeezed).collect()
}

fn elements<'a>(document: &'a Document<'a>) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(Node::is_element)
}

#[test]
fn a_file_is_xml_with_every_text_and_its_size() {
    for lang in ["zh-CN", "en"] {
        for chart in charts() {
            let whole = picture(
                "“A” & <B>：65 条改进建议中，32 条是速赢项 — and so on, a title of several lines",
                chart,
                lang,
            );
            let file = svg_file(&whole);
            let document = Document::parse(&file.text).unwrap();
            let root = document.root_element();
            assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
            let (width, height) = (file.width.to_string(), file.height.to_string());
            assert_eq!((root.attribute("width"), root.attribute("height")), (Some(&*width), Some(&*height)));
            assert_eq!(root.attribute("viewBox"), Some(&*format!("0 0 {width} {height}")));
            let space = "http://www.w3.org/XML/1998/namespace";
            assert_eq!(root.attribute((space, "lang")), Some(lang));
            let child = |name: &str| root.children().find(|node| node.has_tag_name(name)).unwrap();
            assert_eq!(child("title").text(), Some(whole.title.as_str()));
            assert_eq!(child("desc").text(), Some(whole.sentence.as_str()));
            let paper = child("rect");
            assert_eq!((paper.attribute("fill"), paper.attribute("height")), (Some("#fff"), Some(&*height)));
            let words = words(&document);
            for said in [&whole.title, &whole.sentence, &whole.source]
                .into_iter()
                .chain(whole.legend.iter().map(|(_, said)| said))
            {
                assert!(words.contains(&squeezed(said)), "{said} in {words}");
            }
            for mark in &whole.chart.marks {
                if let Mark::Text { text, .. } = mark {
                    assert!(words.contains(&squeezed(text)), "{text} in {words}");
                }
            }
        }
    }
}

#[test]
fn a_file_stands_on_its_own_and_has_colours_of_the_light_theme_only() {
    let tokens = [
        "ink",
        "ink-muted",
        "rule",
        "accent",
        "target",
        "level-1",
        "level-2",
        "level-3",
        "level-4",
        "level-5",
        "on-level-3",
    ];
    let mut allowed: BTreeSet<String> = tokens.iter().map(|name| token(&format!("--color-{name}"))).collect();
    allowed.extend(["none".to_string(), token("--color-raised")]);
    let mut used = BTreeSet::new();
    for chart in charts() {
        let file = svg_file(&picture("A", chart, "en"));
        let document = Document::parse(&file.text).unwrap();
        let known = ["svg", "title", "desc", "rect", "g", "polyline", "polygon", "circle", "text"];
        for node in elements(&document) {
            assert!(known.contains(&node.tag_name().name()), "{:?}", node.tag_name());
            for attribute in node.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                assert!(
                    !["class", "style", "href", "id", "filter", "mask"].contains(&name),
                    "{name}={value}"
                );
                assert!(
                    !value.contains("url(") && !value.contains("NaN") && !value.contains("inf"),
                    "{name}={value}"
                );
                if ["fill", "stroke"].contains(&name) {
                    assert!(allowed.contains(value), "{name}={value}");
                    used.insert(value.to_string());
                }
            }
        }
        // The one address is the name of the namespace.
        assert_eq!(file.text.matches("://").count(), 1);
        assert!(!file.text.contains("secret"));
        let fonts = document.root_element().attribute("font-family").unwrap();
        assert!(
            ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"].iter().all(|font| fonts.contains(font))
        );
    }
    assert_eq!(used, allowed);
}

#[test]
fn a_file_is_painted_as_the_style_sheet_paints_the_page() {
    let rules = rules(&style("charts"));
    for ink in Ink::all() {
        let rule = &rules[&format!(".{}", ink.class())];
        let color = rule["color"].strip_prefix("var(").unwrap().strip_suffix(')').unwrap();
        // Paper is white in a file.
        let color = if color == "--color-paper" { paint::PAPER.to_string() } else { token(color) };
        let file =
            svg_file(&Picture { legend: vec![], ..picture("A", Chart::plain(288, 40, marks(ink)), "en") });
        let document = Document::parse(&file.text).unwrap();
        let drawing = document.descendants().find(|node| node.has_tag_name("g")).unwrap();
        let find = |name: &str| drawing.children().rfind(|node| node.has_tag_name(name)).unwrap();
        let width = rule.get("stroke-width").map_or("1", |width| width.trim_end_matches("px"));
        for line in [find("polyline"), find("circle")] {
            assert_eq!(line.attribute("fill"), Some("none"));
            assert_eq!(line.attribute("stroke"), Some(color.as_str()), "{ink:?}");
            assert_eq!(line.attribute("stroke-width"), Some(width), "{ink:?}");
            assert_eq!(
                line.attribute("stroke-dasharray"),
                rule.get("stroke-dasharray").map(String::as_str),
                "{ink:?}"
            );
        }
        for area in [find("polygon"), find("rect")] {
            assert_eq!(
                (area.attribute("fill"), area.attribute("stroke")),
                (Some(color.as_str()), None),
                "{ink:?}"
            );
            assert_eq!(
                area.attribute("fill-opacity"),
                rule.get("fill-opacity").map(String::as_str),
                "{ink:?}"
            );
        }
        let letters = find("text");
        assert_eq!(letters.attribute("fill"), Some(color.as_str()), "{ink:?}");
        assert_eq!(letters.attribute("font-weight"), rule.get("font-weight").map(String::as_str), "{ink:?}");
        assert_eq!(letters.attribute("font-size"), Some("12"));
        // A margin around letters is a text of its own, below.
        let margin: Vec<_> = drawing.children().filter(|node| node.has_tag_name("text")).collect();
        assert_eq!(margin.len(), if rule.contains_key("paint-order") { 2 } else { 1 }, "{ink:?}");
        if let [margin, _] = margin.as_slice() {
            assert_eq!((margin.attribute("fill"), margin.attribute("stroke")), (Some("#fff"), Some("#fff")));
            assert_eq!(margin.attribute("stroke-width"), Some(width));
        }
    }
    assert_eq!(rules[".chart__line"]["stroke-width"], "1px");
    for size in [TextSize::Small, TextSize::Normal] {
        assert_eq!(rules[&format!(".{}", size.class())]["font-size"], format!("{}px", size.px()));
    }
}

/// The lines of a file outside its drawings, and the boxes of drawings, in the order in which they stand.
fn tops(document: &Document) -> Vec<f64> {
    let number = |node: Node, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let root = document.root_element();
    root.children().filter(|node| node.has_tag_name("text")).map(|node| number(node, "y")).collect()
}

proptest! {
    #[test]
    fn any_text_makes_a_file_that_can_be_read(title in "\\PC{0,90}", odd in any::<String>()) {
        for chart in charts().into_iter().take(1) {
            let mut whole = picture(&title, chart, "zh-CN");
            whole.sentence = odd.clone();
            let file = svg_file(&whole);
            let document = Document::parse(&file.text).unwrap();
            let tops = tops(&document);
            prop_assert!(tops.iter().all(|y| (0.0..f64::from(file.height)).contains(y)));
        }
    }
}

#[test]
fn what_stands_around_the_drawing_stays_inside_and_apart() {
    for chart in charts() {
        let (chart_height, inner) = (f64::from(chart.height), f64::from(chart.width));
        let file = svg_file(&picture(
            "一个标题，说的是这张图里看得到的发现，长到要换行，再长到换两次行，还不止",
            chart,
            "zh-CN",
        ));
        let document = Document::parse(&file.text).unwrap();
        let groups: Vec<(f64, f64)> = document
            .descendants()
            .filter(|node| node.has_tag_name("g"))
            .map(|node| {
                let place = node.attribute("transform").unwrap();
                let place = place.strip_prefix("translate(").unwrap().strip_suffix(')').unwrap();
                let (x, y) = place.split_once(' ').unwrap();
                (x.parse().unwrap(), y.parse().unwrap())
            })
            .collect();
        let (top, bottom) = (groups[0].1, groups[0].1 + chart_height);
        // No line of text lies in the drawing; samples stand below it, between the margins.
        assert!(tops(&document).iter().all(|y| *y <= top || *y - 12.0 >= bottom));
        for (x, y) in &groups[1..] {
            assert!(*y >= bottom && (24.0..=24.0 + inner - 28.0).contains(x), "{x} {y}");
        }
        let lines = tops(&document);
        assert!(
            lines.is_sorted() && lines.len() > 6 && *lines.last().unwrap() < f64::from(file.height) - 8.0
        );
    }
}
