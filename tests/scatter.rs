//! Charts of four quadrants: nothing overlaps whatever the numbers, and what they say is what the numbers say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::rc::Rc;

use common::drawing::{assert_inside, assert_legible, assert_reachable, texts};
use common::{level, own_model, text};
use fuxiao::state::{Action, AppState, Page, Route, Settings, Workspace, sample};
use fuxiao::ui::{View, scatter};
use fuxiao_charts::scatter::{Dot, Row, Scale};
use fuxiao_charts::{Mark, Scatter, scatter_chart};
use fuxiao_core::quadrants::{Quadrant, Worth, map};
use fuxiao_core::{Assessment, Model};
use fuxiao_language::{Locale, dimension_name};
use proptest::prelude::*;
use serde_json::Value;
use yew::prelude::*;

const WIDTHS: [u32; 6] = [288, 320, 360, 440, 560, 680];
const QUARTERS: [[&str; 4]; 2] = [
    ["重点改进区：15", "优势保持区：15", "次要改进区：15", "过度投入区：15"],
    ["Concentrate here: 15", "Keep up the good work: 15", "Low priority: 15", "Possible overkill: 15"],
];
const ROWS_NAME: [&str; 2] =
    ["重要程度：按权重在总体得分里所占的份额", "Importance: share in the overall score, by the weights"];

/// Row, number and weight of points.
type Points = Vec<(usize, f64, u32)>;

/// A chart with points at these rows and numbers.
fn spec(locale: Locale, rows: usize, line: f64, upper: usize, dots: &[(usize, f64, u32)]) -> Scatter {
    let language = usize::from(locale == Locale::En);
    let names: Vec<String> =
        own_model().dimensions.iter().map(|d| dimension_name(&d.id, locale).to_string()).collect();
    let dot = |(number, (row, at, weight)): (usize, &(usize, f64, u32))| Dot {
        row: *row,
        at: *at,
        text: (number + 1).to_string(),
        weight: *weight,
        to: "#/".into(),
        label: names[number % names.len()].clone(),
    };
    Scatter {
        scale: Scale {
            from: 0.7,
            to: 5.3,
            ticks: (1..=5).map(|n| (f64::from(n), n.to_string())).collect(),
            lines: (1..=5).map(f64::from).collect(),
            line,
            line_label: "3.2".into(),
            name: "Score".into(),
        },
        rows: (0..rows).map(|row| Row { label: format!("{}.7%", 16 - row), upper: row < upper }).collect(),
        rows_name: ROWS_NAME[language].into(),
        line_label: "16.7%".into(),
        quadrants: QUARTERS[language].map(str::to_string),
        marked: 0,
        dots: dots.iter().enumerate().map(dot).collect(),
        list: (1..).map(|n: usize| n.to_string()).zip(names).take(dots.len().max(1)).collect(),
    }
}

fn assert_good(spec: &Scatter, width: u32, what: &str) {
    let chart = scatter_chart(spec, width);
    assert_eq!(chart.width, width);
    assert_legible(&chart, what);
    assert_inside(&chart);
    assert_reachable(&chart, what);
    assert_eq!(chart.link_areas.len(), spec.dots.iter().filter(|dot| dot.at.is_finite()).count(), "{what}");
    assert_eq!(chart, scatter_chart(spec, width));
}

#[test]
fn nothing_overlaps_where_many_points_coincide() {
    for locale in Locale::ALL {
        for width in WIDTHS {
            let cases: [(&str, usize, f64, usize, Points); 7] = [
                ("none", 0, 3.0, 0, vec![]),
                ("one", 1, 3.0, 1, vec![(0, 3.0, 1)]),
                ("all at one place", 1, 3.2, 1, vec![(0, 2.5, 1); 15]),
                ("all in the lower right", 3, 1.0, 0, (0..15).map(|n| (n % 3, 5.0, 1)).collect()),
                ("all in the upper left", 2, 5.0, 2, (0..15).map(|n| (n % 2, 1.0, 1)).collect()),
                ("each its own row", 15, 3.2, 7, (0..15).map(|n| (n, 1.0 + n as f64 / 4.0, 1)).collect()),
                (
                    "heavy and light",
                    5,
                    2.5,
                    2,
                    (0..15).map(|n| (n % 5, 1.0 + (n / 5) as f64, 1 + 9 * n as u32)).collect(),
                ),
            ];
            for (name, rows, line, upper, dots) in cases {
                assert_good(
                    &spec(locale, rows, line, upper, &dots),
                    width,
                    &format!("{name} {locale:?} {width}"),
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nothing_overlaps_whatever_the_numbers(
        dots in prop::collection::vec((0usize..4, 1.0f64..=5.0, 1u32..=40), 0..=15),
        line in 1.0f64..=5.0, upper in 0usize..=4, english: bool, width in prop::sample::select(WIDTHS.to_vec()),
    ) {
        let locale = if english { Locale::En } else { Locale::Zh };
        assert_good(&spec(locale, 4, line, upper, &dots), width, &format!("{dots:?}"));
    }

    #[test]
    fn a_point_stands_at_its_number_and_on_its_side_of_the_lines(
        dots in prop::collection::vec((0usize..4, 1.0f64..=5.0), 1..=15), line in 1.3f64..=4.7, upper in 0usize..=4,
    ) {
        let dots: Vec<_> = dots.into_iter().map(|(row, at)| (row, at, 1)).collect();
        let chart = scatter_chart(&spec(Locale::Zh, 4, line, upper, &dots), 680);
        let ends = |mark: &Mark| match mark {
            Mark::Path { points, ink: fuxiao_charts::Ink::Target } => Some(points.clone()),
            _ => None,
        };
        let lines: Vec<_> = chart.marks.iter().filter_map(ends).collect();
        let (x, y) = (lines[0][0].0, lines[1][0].1);
        for area in &chart.link_areas {
            let number = texts(&chart).into_iter().find(|(_, place)| {
                let inside = place.left >= area.at.0 && place.right <= area.at.0 + area.size.0;
                inside && place.top >= area.at.1 && place.bottom <= area.at.1 + area.size.1
            });
            let (row, at, _) = dots[number.unwrap().0.parse::<usize>().unwrap() - 1];
            let middle = (area.at.0 + area.size.0 / 2.0, area.at.1 + area.size.1 / 2.0);
            if (at - line).abs() > 0.01 {
                prop_assert_eq!(middle.0 < x, at < line);
            }
            prop_assert_eq!(middle.1 < y, row < upper);
        }
    }
}

#[test]
fn odd_numbers_draw_within_bounds() {
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300, 0.0];
    for line in odd {
        let dots: Vec<_> =
            odd.iter().map(|at| (0, *at, 1)).chain([(9, 2.0, u32::MAX), (0, 2.0, 0)]).collect();
        let mut spec = spec(Locale::En, 1, line, 1, &dots);
        for marked in [0, 3, 9] {
            spec.marked = marked;
            let chart = scatter_chart(&spec, 0);
            assert_inside(&chart);
            assert_reachable(&chart, "odd");
        }
        spec.scale.to = spec.scale.from;
        assert_inside(&scatter_chart(&spec, u32::MAX));
    }
    assert_inside(&scatter_chart(&Scatter::default(), 288));
}

#[derive(Properties, PartialEq, Clone)]
struct Given {
    state: Rc<AppState>,
    map: bool,
}

#[component]
fn Show(given: &Given) -> Html {
    let send = Callback::noop();
    let view = View { state: &given.state, send: &send };
    let workspace = given.state.workspace.clone().unwrap();
    if given.map { scatter::importance(view, &workspace) } else { scatter::matrix(view, &workspace) }
}

fn state(locale: Locale, assessment: Assessment, width: u32) -> AppState {
    let model = own_model();
    let settings = Settings { locale, ..Settings::default() };
    let place = Route::Assessment(assessment.id.clone(), Page::Results);
    let mut state = AppState::new(model.clone(), settings, place, width);
    let ids = model.dimensions.iter().map(|d| d.id.clone()).chain(["common".into()]);
    for id in ids {
        let file = text(&format!("content/text/{}/{id}.json", locale.tag()));
        state = Rc::unwrap_or_clone(state_of(state, Action::TextLoaded(locale, id, Ok(file))));
    }
    state.workspace = Some(Workspace::new(&model, assessment, Value::Null));
    state
}

fn state_of(state: AppState, action: Action) -> Rc<AppState> {
    yew::Reducible::reduce(Rc::new(state), action)
}

async fn shown(locale: Locale, assessment: Assessment, map: bool) -> String {
    let state = Rc::new(state(locale, assessment, 360));
    yew::LocalServerRenderer::<Show>::with_props(Given { state, map }).hydratable(false).render().await
}

fn sample_firm() -> Assessment {
    sample::assessment(&own_model()).unwrap()
}

/// Every criterion of these dimensions at a level.
fn flat(model: &Model, ids: &[&str], declared: u8) -> Assessment {
    let mut assessment = Assessment { id: "x".into(), ..Assessment::default() };
    for dimension in model.dimensions.iter().filter(|d| ids.contains(&d.id.as_str())) {
        for criterion in &dimension.criteria {
            assessment.answers.insert(criterion.id.clone(), level(declared));
        }
    }
    assessment
}

/// The same, where every dimension is rated: those with an even number matter most.
fn rated(model: &Model, ids: &[&str], declared: u8) -> Assessment {
    let mut assessment = flat(model, ids, declared);
    for dimension in &model.dimensions {
        let most = ["D2", "D4", "D8", "D10", "D14"].contains(&dimension.id.as_str());
        assessment.importance.insert(dimension.id.clone(), if most { 5 } else { 2 });
    }
    assessment
}

fn title(html: &str) -> String {
    html.split("<h2>").nth(1).unwrap().split("</h2>").next().unwrap().to_string()
}

#[tokio::test(flavor = "current_thread")]
async fn the_matrix_counts_every_recommendation_once_and_leads_to_all() {
    for locale in Locale::ALL {
        let state = state(locale, sample_firm(), 360);
        let workspace = state.workspace.clone().unwrap();
        let all = &workspace.card.recommendations;
        let quick = all.iter().filter(|one| Worth::of(one.impact, one.effort) == Worth::QuickWin).count();
        let html = shown(locale, sample_firm(), false).await;
        let title = title(&html);
        assert!(title.contains(&quick.to_string()) && title.contains(&all.len().to_string()), "{title}");
        assert_eq!(html.matches("<tr>").count(), all.len() + 1);
        for one in all {
            let id = &state.model.criterion(one.at).unwrap().id;
            assert!(html.contains(&format!("/{id}\"")), "{id} has no link");
        }
        let places: std::collections::BTreeSet<_> = all.iter().map(|one| (one.impact, one.effort)).collect();
        assert_eq!(html.matches("class=\"chart__link\"").count(), places.len());
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_map_prints_its_lines_and_leads_to_every_dimension() {
    for (locale, target) in [(Locale::Zh, "竖线在得分3.3"), (Locale::En, "at a score of 3.3")] {
        let html = shown(locale, sample_firm(), true).await;
        // Twelve are rated, 44 in all.
        assert!(html.contains(target) && html.contains("3.7"), "{html}");
        let model = own_model();
        let workspace = Workspace::new(&model, sample_firm(), Value::Null);
        for dimension in &model.dimensions {
            let shown = if workspace.assessment.importance.contains_key(&dimension.id) { 2 } else { 0 };
            let links = html.matches(&format!("results/{}\"", dimension.id)).count();
            assert_eq!(links, shown, "{}", dimension.id);
        }
        let map = map(&model, &workspace.assessment, &workspace.card).unwrap();
        let urgent = map.points.iter().filter(|point| point.quadrant == Quadrant::Concentrate).count();
        assert!(title(&html).contains(&urgent.to_string()));
        assert_eq!(html.matches("class=\"chart__link\"").count(), map.points.len());
    }
}

#[tokio::test(flavor = "current_thread")]
async fn titles_say_what_is_there() {
    let model = own_model();
    let of = async |assessment: Assessment, map| title(&shown(Locale::En, assessment, map).await);
    let empty = || Assessment { id: "x".into(), ..Assessment::default() };
    assert_eq!(of(empty(), false).await, "Impact and effort of the recommendations");
    assert_eq!(of(empty(), true).await, "Importance and score of the dimensions");
    assert!(!shown(Locale::En, empty(), false).await.contains("<svg"));
    // Nothing is said of what matters: the page says where to.
    let unrated = shown(Locale::En, flat(&model, &["D2"], 2), true).await;
    assert!(unrated.contains("two thirds of the dimensions are rated") && !unrated.contains("<svg"));
    // One dimension with a score: all that is on the map, and below its target.
    assert_eq!(of(rated(&model, &["D2"], 2), true).await, "Improve first: Attitude in service");
    assert_eq!(of(rated(&model, &["D2"], 4), true).await, "No important dimension scores low");
    assert_eq!(of(flat(&model, &["D2"], 4), false).await, "Impact and effort of the recommendations");
    let all: Vec<&str> = model.dimensions.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(of(rated(&model, &all, 1), true).await, "5 of 15 dimensions are important and score low");
    let quick = of(flat(&model, &all, 1), false).await;
    assert!(quick.ends_with("of 90 recommendations are quick wins"), "{quick}");
    let zh = title(&shown(Locale::Zh, rated(&model, &["D1", "D2", "D6"], 1), true).await);
    assert_eq!(zh, "先改进：服务态度");
}

#[tokio::test(flavor = "current_thread")]
async fn points_are_links_with_words_that_the_keyboard_reaches() {
    for map in [false, true] {
        let html = shown(Locale::Zh, sample_firm(), map).await;
        let svg = &html[html.find("<svg").unwrap()..html.find("</svg>").unwrap()];
        assert!(svg.contains("role=\"group\"") && !svg.contains("tabindex"), "{svg}");
        let points: Vec<&str> = svg.split("<a ").skip(1).collect();
        assert!(points.len() > 5);
        for point in points {
            let words = point.split("aria-label=\"").nth(1).unwrap().split('"').next().unwrap();
            assert!(words.chars().count() > 10 && point.contains("href=\"#/a/"), "{point}");
            assert!(point.contains(&format!("<title>{words}</title>")), "{point}");
        }
        assert!(!html.contains("style=\"") && !html.contains('{'));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_chart_can_be_saved_and_says_so_where_it_could_not() {
    for (locale, words) in [(Locale::Zh, "图片没有存下来"), (Locale::En, "The picture was not saved")]
    {
        let mut state = state(locale, sample_firm(), 360);
        let html = async |state: &AppState| {
            let given = Given { state: Rc::new(state.clone()), map: false };
            yew::LocalServerRenderer::<Show>::with_props(given).hydratable(false).render().await
        };
        let page = html(&state).await;
        let title = title(&page);
        for kind in ["SVG", "PNG"] {
            let button = page.split("<button").find(|button| button.contains(&format!(">{kind}<"))).unwrap();
            let label = button.split("aria-label=\"").nth(1).unwrap().split('"').next().unwrap();
            assert!(label.contains(kind) && label.contains(&title), "{label}");
        }
        assert!(page.contains("role=\"status\"") && !page.contains(words));
        let after = |state: &AppState, action| Rc::unwrap_or_clone(state_of(state.clone(), action));
        state = after(&state, Action::ChartSaved(Some("another chart".into())));
        assert!(!html(&state).await.contains(words));
        state = after(&state, Action::ChartSaved(Some(title)));
        assert!(html(&state).await.contains(words));
        assert!(!html(&after(&state, Action::ChartSaved(None))).await.contains(words));
        assert!(!html(&after(&state, Action::Navigated(Route::Home))).await.contains(words));
    }
}
