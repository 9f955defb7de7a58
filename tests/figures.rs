//! The figures of the results, rendered natively: what they find, what they say where there is little or nothing to
//! show, and that every number stands in the table.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::rc::Rc;

use common::{answers, level, own_model, plain_model, text};
use fuxiao::state::{Action, AppState, Page, Route, Settings, Workspace, sample};
use fuxiao::ui::{View, chart_figures};
use fuxiao_core::assessment::{Answer, Assessment, Entry, Evidence, KpiEntry};
use fuxiao_core::gaps::{aspect_target, band_position, shortfall, shortfalls};
use fuxiao_core::model::Better;
use fuxiao_core::{Model, score};
use fuxiao_language::Locale;
use serde_json::Value;
use yew::prelude::*;

type Figure = fn(View, &Workspace) -> Html;

/// All figures, by the name that failing tests say.
const FIGURES: [(&str, Figure); 6] = [
    ("aspects", chart_figures::aspects),
    ("dimensions", chart_figures::dimensions),
    ("heat", chart_figures::heat),
    ("dimension radar", chart_figures::dimension_radar),
    ("gaps", chart_figures::gaps),
    ("kpis", chart_figures::kpis),
];

#[derive(Clone, PartialEq, Properties)]
struct ShotProps {
    state: Rc<AppState>,
    at: usize,
}

#[component]
fn SnapshotSummary(props: &ShotProps) -> Html {
    let send = Callback::noop();
    let view = View { state: &props.state, send: &send };
    FIGURES[props.at].1(view, props.state.workspace.as_ref().unwrap())
}

async fn html(state: &AppState, name: &str) -> String {
    let at = FIGURES.iter().position(|(known, _)| *known == name).unwrap();
    let props = ShotProps { state: Rc::new(state.clone()), at };
    yew::LocalServerRenderer::<SnapshotSummary>::with_props(props).hydratable(false).render().await
}

/// The app with an open assessment, and all texts of one language.
fn with(assessment: Assessment, locale: Locale, width: u32) -> AppState {
    let model = own_model();
    let settings = Settings { locale, ..Settings::default() };
    let place = Route::Assessment(assessment.id.clone(), Page::Results);
    let mut state = AppState::new(model.clone(), settings, place, width);
    let ids = model.dimensions.iter().map(|d| d.id.clone());
    let texts = ids.chain(["common".to_string()]).map(|id| {
        let file = text(&format!("content/text/{}/{id}.json", locale.tag()));
        Action::TextLoaded(locale, id, Ok(file))
    });
    for action in texts.chain([Action::Opened(Box::new(assessment), Value::Null)]) {
        state = Rc::unwrap_or_clone(yew::Reducible::reduce(Rc::new(state), action));
    }
    state
}

fn firm() -> Assessment {
    sample::assessment(&own_model()).unwrap()
}

/// The sample firm with answers of its own: what a function says of each criterion.
fn answered(answer: impl Fn(&str) -> Option<Entry>) -> Assessment {
    let mut assessment = firm();
    let model = own_model();
    let entries = model.criteria().filter_map(|(_, one)| Some((one.id.clone(), answer(&one.id)?)));
    assessment.answers = entries.collect();
    assessment.kpis.clear();
    assessment
}

fn not_applicable() -> Entry {
    Entry { answer: Answer::NotApplicable("no".into()), ..Entry::default() }
}

fn title(page: &str) -> &str {
    page.split_once("<h2>").unwrap().1.split_once("</h2>").unwrap().0
}

fn rows(page: &str) -> usize {
    page.split_once("<tbody>").unwrap().1.matches("<tr>").count()
}

fn links(page: &str) -> usize {
    page.matches("class=\"chart__link\"").count()
}

/// Whatever there is to show: every state that the figures must bear.
fn states() -> Vec<(&'static str, Assessment)> {
    let mut many = firm();
    let model = own_model();
    for (at, kpi) in model.kpis.iter().enumerate() {
        let value = kpi.bounds.as_ref().map_or(12.0, |bounds| bounds[at % bounds.len()]);
        many.kpis.insert(kpi.id.clone(), KpiEntry { value: Some(value), ..KpiEntry::default() });
    }
    vec![
        ("sample", firm()),
        ("nothing", answered(|_| None)),
        ("one answer", answered(|id| (id == "D1.1").then(|| level(2)))),
        ("nothing applies", answered(|_| Some(not_applicable()))),
        ("the best", answered(|_| Some(level(5)))),
        ("withheld", answered(|id| id.ends_with(['1', '2']).then(|| level(3)))),
        ("every figure", many),
    ]
}

#[tokio::test]
async fn every_figure_bears_every_state_in_both_languages() {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (what, assessment) in states() {
        for locale in Locale::ALL {
            for (name, _) in FIGURES {
                let mut state = with(assessment.clone(), locale, 360);
                if what != "nothing" {
                    state.baseline = Some(Rc::new(Workspace::new(&state.model, firm(), Value::Null)));
                }
                let page = html(&state, name).await;
                let case = format!("{name}, {what}, {locale:?}");
                assert_eq!(page.matches("<figure").count(), 1, "{case}");
                assert_eq!(page.matches("<table").count(), 1, "{case}");
                assert!(!title(&page).is_empty(), "{case}");
                assert!(!page.contains(['{', '}']), "{case} shows a placeholder");
                assert!(!page.contains("style=\"") && !page.contains("NaN"), "{case}");
                if locale == Locale::En {
                    assert!(!page.contains(han), "{case} has Chinese in it");
                    assert!(!page.contains(". ."), "{case}");
                } else {
                    assert!(title(&page).contains(han), "{case}: {}", title(&page));
                }
            }
        }
    }
}

#[tokio::test]
async fn the_heat_map_leads_to_every_answer_and_says_what_is_there() {
    let mut assessment = answered(|id| match id {
        "D1.2" => Some(not_applicable()),
        "D1.3" => None,
        "D2.1" | "D2.2" => Some(level(2)),
        _ => Some(level(4)),
    });
    let state = with(assessment.clone(), Locale::En, 360);
    let page = html(&state, "heat").await;
    assert_eq!(title(&page), "2 questions are still at level 1 or 2");
    assert_eq!((links(&page), rows(&page)), (90, 15));
    assert!(page.contains("aria-label=\"D1.1 Phone answering: level 4\""));
    assert!(page.contains("aria-label=\"D1.2 E-mail replies: not applicable\""));
    assert!(page.contains("aria-label=\"D1.3 Chat response: not answered\""));
    assert!(page.contains(&format!("href=\"#/a/{}/d/D1/D1.1\"", sample::ID)), "the way to the answer");
    assert!(page.contains("(1), a slanted line one that does not apply (1)"));
    assessment.answers.insert("D2.1".into(), level(3));
    assert_eq!(
        title(&html(&with(assessment, Locale::En, 360), "heat").await),
        "1 question is still at level 1 or 2"
    );
    let page = html(&with(answered(|_| Some(level(3))), Locale::Zh, 360), "heat").await;
    assert_eq!(title(&page), "已答的题都在3级或以上");
    assert!(page.contains("aria-label=\"D1.1 电话接通：3级\""));
}

#[tokio::test]
async fn the_radar_of_dimensions_says_what_moved_since_the_baseline() {
    let mut state = with(firm(), Locale::En, 1280);
    let page = html(&state, "dimension radar").await;
    assert_eq!((links(&page), rows(&page)), (15, 15));
    assert!(!page.contains("chart__ink--baseline") && !page.contains("Baseline"));
    let mut before = firm();
    before.answers.insert("D1.5".into(), level(5));
    before.answers.remove("D3.1");
    state.baseline = Some(Rc::new(Workspace::new(&state.model, before, Value::Null)));
    let page = html(&state, "dimension radar").await;
    let cards = [&state.workspace.as_ref().unwrap().card, &state.baseline.as_ref().unwrap().card];
    let [now, then] = cards.map(|card| card.dimensions.iter().map(|d| d.score.unwrap()).collect::<Vec<_>>());
    let up = now.iter().zip(&then).filter(|(now, then)| now > then).count();
    let down = now.iter().zip(&then).filter(|(now, then)| now < then).count();
    assert!(down > 0 && up + down < 15);
    let same = 15 - up - down;
    assert_eq!(
        title(&page),
        format!("Since the baseline: dimensions up {up}, down {down}, unchanged {same}")
    );
    assert!(page.contains("chart__ink--baseline") && page.contains("<th scope=\"col\">Change</th>"));
}

#[tokio::test]
async fn gaps_are_sorted_and_only_of_what_is_scored() {
    let assessment = answered(|id| {
        let (dimension, _) = id.split_once('.').unwrap();
        match dimension {
            "D1" => Some(level(1)),
            "D2" => None,
            "D3" => Some(not_applicable()),
            "D7" | "D9" | "D11" => Some(level(4)),
            _ => Some(level(3)),
        }
    });
    let state = with(assessment, Locale::En, 360);
    let page = html(&state, "gaps").await;
    assert_eq!(title(&page), "Furthest from target: Speed of response, 2.0 levels on average");
    assert_eq!((links(&page), rows(&page)), (13, 13));
    assert!(page.contains("not listed: 2."));
    assert!(page.contains("Level: 3; target: 3, reached"));
    let best = with(answered(|_| Some(level(5))), Locale::En, 360);
    assert_eq!(title(&html(&best, "gaps").await), "Every answered question is at its target");
    let low = with(answered(|_| Some(level(1))), Locale::En, 360);
    assert_eq!(
        title(&html(&low, "gaps").await),
        "Furthest from target: 3 dimensions, 3.0 levels each on average"
    );
}

#[tokio::test]
async fn the_board_of_kpis_says_band_next_bound_basis_and_cap() {
    let mut assessment = firm();
    assessment.kpis.clear();
    for (id, value) in [("K01", 50.0), ("K12", 12.0), ("K37", 0.05), ("K46", 37.5)] {
        let n = Some(40);
        assessment.kpis.insert(id.into(), KpiEntry { value: Some(value), n, ..KpiEntry::default() });
    }
    assessment.answers.insert("D1.1".into(), level(5));
    let page = html(&with(assessment, Locale::En, 1280), "kpis").await;
    assert_eq!(title(&page), "Figures that hold an answer down: 1");
    assert_eq!((links(&page), rows(&page)), (4, 36));
    for said in [
        "Band of level 1; the next: 60% or more",
        "Band of level 2; the next: 10 working days or less",
        "Band of level 5, the highest",
        "“Phone answering” held at level 2",
        "Bounds rest on a published figure",
        "Bounds are our own judgement",
        "No bands: compare it with your own past",
        "37.5 yuan per client and month",
        "Given: 4; not given: 32",
    ] {
        assert!(page.contains(said), "{said}");
    }
}

/// The position on a strip, in bands from the left.
fn position(kpi: &fuxiao_core::Kpi, value: f64) -> f64 {
    let place = band_position(kpi, value).unwrap();
    assert!((0.0..=1.0).contains(&place.along), "{}: {place:?}", kpi.id);
    assert_eq!(place.next.is_none(), usize::from(place.band) == kpi.bounds.as_ref().unwrap().len() + 1);
    f64::from(place.band) - 1.0 + place.along
}

#[test]
fn better_is_further_right_for_every_kpi() {
    for kpi in own_model().kpis.iter().filter(|kpi| kpi.bounds.is_some()) {
        let (low, high) = kpi.range.unwrap();
        let mut values: Vec<f64> =
            (0..=200).map(|step| low + (high - low) * f64::from(step) / 200.0).collect();
        values.extend(kpi.bounds.iter().flatten());
        values.sort_by(f64::total_cmp);
        let mut places: Vec<f64> = values.iter().map(|value| position(kpi, *value)).collect();
        if kpi.better == Better::Lower {
            places.reverse();
        }
        assert!(places.windows(2).all(|pair| pair[0] <= pair[1] + 1e-9), "{}: {places:?}", kpi.id);
        for (at, bound) in kpi.bounds.iter().flatten().enumerate() {
            // A bound opens its band; where the scale ends with it there is nothing to be along.
            let end = [low, high].contains(bound);
            let expected = at as f64 + 1.0 + if end { 0.5 } else { 0.0 };
            assert!((position(kpi, *bound) - expected).abs() < 1e-9, "{}: {bound}", kpi.id);
        }
    }
}

#[test]
fn a_shortfall_is_nothing_only_where_every_answer_is_at_its_target() {
    let model = plain_model(&[6]);
    let of = |levels: &[u8]| {
        let card = score(&model, &answers(levels));
        shortfall(&model, &card, 0).map(|gap| gap.value())
    };
    assert_eq!(of(&[3, 3, 3, 3, 3, 1]), Some(2.0 / 6.0));
    // What is above the target makes up for nothing below it.
    assert_eq!(of(&[5, 5, 5, 5, 5, 1]), Some(2.0 / 6.0));
    assert_eq!(of(&[3, 4, 5, 3, 0, 9]), Some(0.0));
    assert_eq!(of(&[1, 1, 0, 0, 0, 9]), Some(2.0));
    assert_eq!(of(&[0, 9, 0, 0, 0, 0]), None);
}

#[test]
fn shortfalls_come_in_order_and_agree_with_the_target_reached() {
    let model = own_model();
    let card = score(&model, &firm());
    let found = shortfalls(&model, &card);
    assert_eq!(found.len(), 15);
    for pair in found.windows(2) {
        let (a, b) = (pair[0].1.value(), pair[1].1.value());
        assert!(a > b || a == b && pair[0].0 < pair[1].0, "{pair:?}");
    }
    for (at, gap) in found {
        let dimension = &card.dimensions[at];
        let way = f64::from(dimension.target - 1);
        assert!((dimension.target_reached.unwrap() - (1.0 - gap.value() / way)).abs() < 1e-9);
        assert!(gap.value() + 1e-9 >= f64::from(dimension.target) - dimension.score.unwrap());
    }
}

#[test]
fn the_target_of_an_aspect_is_the_mean_of_its_dimensions_in_scope() {
    let model: Model = own_model();
    let card = score(&model, &firm());
    // D7 and D9 are gate dimensions with target 4 and weight 2, D12 has 3 and 1.
    let own = (4.0 * 2.0 + 4.0 * 2.0 + 3.0) / 5.0;
    assert!((aspect_target(&model, &card, 0).unwrap() - own).abs() < 1e-9);
    let without = answered(|id| {
        let entry = Entry { answer: Answer::Level(2), evidence: Evidence::Measured, ..Entry::default() };
        Some(if id.starts_with("D12.") { not_applicable() } else { entry })
    });
    let card = score(&model, &without);
    assert!((aspect_target(&model, &card, 0).unwrap() - 4.0).abs() < 1e-9);
    let nothing = score(&model, &answered(|_| Some(not_applicable())));
    assert_eq!(aspect_target(&model, &nothing, 0), None);
}
