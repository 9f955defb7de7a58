//! Two charts of four quadrants: recommendations by impact and effort, dimensions by importance and performance.

use yew::prelude::*;

use crate::state::{Page, Workspace};
use fuxiao_charts::scatter::{Dot, Row, Scale};
use fuxiao_charts::{Scatter, Swatch, scatter_chart};
use fuxiao_core::effort;
use fuxiao_core::order::sorted;
use fuxiao_core::quadrants::{
    LITTLE_EFFORT, MUCH_IMPACT, Map, MapPoint, Quadrant, RecommendationGroup, Worth, groups, map,
    much_impact, rated,
};
use fuxiao_core::ratio::Ratio;
use fuxiao_core::recommend::Recommendation;
use fuxiao_language::{
    Text, dimension_name, fixed, level_of, words as w, words_chart as c, words_pages as p, words_plan,
};

use super::View;
use super::answers::{numbered, short};
use super::chart_figures::{chart_figure, legend, width};
use super::picture::Legend;
use super::reasons::name_at;
use super::steps::{hours, kind_name};
use super::widgets::{cell, table};

/// Impact and effort of a step run from 1 to so much.
const MOST: u8 = 5;
/// Up to so many dimensions are named in a title.
const NAMED: usize = 3;

/// A chart that has nothing to show yet.
fn empty(title: &str, sentence: &str) -> Html {
    html! {
        <figure class="chart">
            <figcaption>
                <h2>{ title }</h2>
                <p>{ sentence }</p>
            </figcaption>
        </figure>
    }
}

/// The name of a quadrant with how many are in it.
fn counted(view: View, name: Text, count: usize) -> String {
    view.locale().colon(view.t(name), &count.to_string())
}

/// The hours of an effort, short enough for a scale.
fn in_hours(effort: u8) -> String {
    match effort::hours(effort) {
        (_, Some(high)) => format!("≤{high}"),
        (low, None) => format!(">{low}"),
    }
}

fn worth_name(worth: Worth) -> Text {
    match worth {
        Worth::QuickWin => c::MATRIX_QUICK,
        Worth::MajorProject => c::MATRIX_MAJOR,
        Worth::FillIn => c::MATRIX_FILL,
        Worth::Thankless => c::MATRIX_THANKLESS,
    }
}

/// The recommendations by impact and effort.
pub fn matrix(view: View, workspace: &Workspace) -> Html {
    let all = &workspace.card.recommendations;
    if all.is_empty() {
        let none = if workspace.card.overall.answered == 0 {
            words_plan::PLAN_UNANSWERED
        } else {
            words_plan::PLAN_EMPTY
        };
        return empty(view.t(c::MATRIX_TITLE), view.t(none));
    }
    let worth = |one: &Recommendation| Worth::of(one.impact, one.effort);
    let count = |of: Worth| all.iter().filter(|one| worth(one) == of).count();
    let (quick, total) = (count(Worth::QuickWin), all.len().to_string());
    let title = match quick {
        0 => view.t(c::MATRIX_FINDING_NONE).to_string(),
        quick if quick == all.len() => view.t(c::MATRIX_FINDING_ALL).to_string(),
        1 => view.f(c::MATRIX_FINDING_ONE, &[("total", &total)]),
        quick => view.f(c::MATRIX_FINDING, &[("count", &quick.to_string()), ("total", &total)]),
    };
    let numbers = || (1..=MOST).map(|number| (f64::from(number), in_hours(number)));
    let half = 0.5;
    // The line stands where little effort ends: at the most hours of the last little one.
    let effort = hours(&view.narrator(), std::iter::once(LITTLE_EFFORT as u8));
    let impact = fixed(MUCH_IMPACT, 1);
    let spec = Scatter {
        scale: Scale {
            from: 1.0 - half,
            to: f64::from(MOST) + half,
            ticks: numbers().collect(),
            lines: (1..MOST).map(|number| f64::from(number) + half).collect(),
            line: LITTLE_EFFORT,
            line_label: in_hours(LITTLE_EFFORT as u8),
            name: view.t(c::MATRIX_EFFORT).to_string(),
        },
        rows: (1..=MOST)
            .rev()
            .map(|impact| Row { label: impact.to_string(), upper: much_impact(impact) })
            .collect(),
        rows_name: view.t(c::MATRIX_IMPACT).to_string(),
        line_label: impact.clone(),
        quadrants: Worth::ALL.map(|worth| counted(view, worth_name(worth), count(worth))),
        marked: 0,
        dots: groups(all).iter().filter_map(|group| group_dot(view, workspace, group)).collect(),
        list: Vec::new(),
    };
    let rows = sorted(all.iter().collect(), |a, b| worth(a).cmp(&worth(b))).into_iter().map(|one| {
        vec![
            html! { <a href={question(view, workspace, one).unwrap_or_default()}>{ name_at(&view.narrator(), one.at) }</a> },
            cell(view.t(worth_name(worth(one)))),
            cell(view.t(kind_name(one.kind))),
            cell(one.impact.to_string()),
            cell(hours(&view.narrator(), std::iter::once(one.effort))),
            cell(fixed(one.priority, 0)),
        ]
    });
    let head = [
        c::MATRIX_COL_ITEM,
        c::MATRIX_COL_QUARTER,
        c::MATRIX_COL_KIND,
        c::MATRIX_COL_IMPACT,
        c::MATRIX_COL_EFFORT,
        c::MATRIX_COL_PRIORITY,
    ]
    .map(|name| view.t(name));
    let lines = view.f(c::MATRIX_LEGEND_LINE, &[("impact", &impact), ("effort", &effort)]);
    let legend =
        Legend::of(vec![(Swatch::Dot, view.t(c::MATRIX_LEGEND_DOT).to_string()), (Swatch::Target, lines)]);
    let table = table(view.t(c::MATRIX_TITLE), &head, rows.collect());
    let drawn = Some(scatter_chart(&spec, width(view, 640)));
    chart_figure(&title, view.t(c::MATRIX_SENTENCE), drawn, legend, table, view)
}

/// Where the question behind a recommendation is answered.
fn question(view: View, workspace: &Workspace, one: &Recommendation) -> Option<String> {
    let model = &view.state.model;
    let (dimension, criterion) = (model.dimensions.get(one.at.dimension)?, model.criterion(one.at)?);
    Some(view.answering(workspace, &dimension.id, &criterion.id))
}

fn group_dot(view: View, workspace: &Workspace, group: &RecommendationGroup) -> Option<Dot> {
    let first = workspace.card.recommendations.get(*group.members.first()?)?;
    let count = group.members.len();
    let label = view.f(
        c::MATRIX_SPOT,
        &[
            ("impact", &group.impact.to_string()),
            ("effort", &hours(&view.narrator(), std::iter::once(group.effort))),
            ("quarter", view.t(worth_name(Worth::of(group.impact, group.effort)))),
            ("count", &count.to_string()),
            ("name", &name_at(&view.narrator(), first.at)),
        ],
    );
    Some(Dot {
        row: usize::from(MOST.checked_sub(group.impact)?),
        at: f64::from(group.effort),
        text: count.to_string(),
        weight: u32::try_from(count).ok()?,
        to: question(view, workspace, first)?,
        label,
    })
}

fn quadrant_name(quadrant: Quadrant) -> Text {
    match quadrant {
        Quadrant::Concentrate => c::MAP_CONCENTRATE,
        Quadrant::Keep => c::MAP_KEEP,
        Quadrant::LowPriority => c::MAP_LOW,
        Quadrant::Overkill => c::MAP_OVERKILL,
    }
}

/// An importance of 1 to 5, or the mean of several.
fn said(importance: Ratio) -> String {
    let value = importance.value();
    fixed(value, if value.fract() == 0.0 { 0 } else { 1 })
}

/// The dimensions by importance and performance.
pub fn importance(view: View, workspace: &Workspace) -> Html {
    let Some(map) = map(&view.state.model, &workspace.assessment, &workspace.card) else {
        let rated = rated(&view.state.model, &workspace.assessment, &workspace.card);
        return empty(view.t(c::MAP_TITLE), view.t(if rated { p::NO_SCORES } else { c::MAP_UNRATED }));
    };
    let (middle, score) = (said(map.importance), fixed(map.performance.value(), 1));
    let sentence = view.f(c::MAP_SENTENCE, &[("score", &score), ("importance", &middle)]);
    let spec = map_chart(view, workspace, &map);
    let ordered = sorted(map.points.iter().collect(), |a: &&MapPoint, b: &&MapPoint| {
        let importance = b.importance.value().total_cmp(&a.importance.value());
        a.quadrant.cmp(&b.quadrant).then(importance)
    });
    let rows = ordered.into_iter().filter_map(|point| {
        let dimension = view.state.model.dimensions.get(point.dimension)?;
        let to = view.inside(workspace, Page::Result(dimension.id.clone()));
        let name = numbered(&dimension.id, dimension_name(&dimension.id, view.locale()));
        let target = workspace.card.dimensions.get(point.dimension).map(|score| score.target);
        Some(vec![
            html! { <a href={to}>{ name }</a> },
            cell(view.t(quadrant_name(point.quadrant))),
            cell(said(point.importance)),
            cell(fixed(point.performance.value(), 2)),
            cell(level_of(target)),
        ])
    });
    let head = [w::COL_DIMENSION, c::MATRIX_COL_QUARTER, c::MAP_COL_IMPORTANCE, p::COL_SCORE, p::COL_TARGET];
    let table = table(view.t(c::MAP_TITLE), &head.map(|name| view.t(name)), rows.collect());
    let items = [(Swatch::Dot, c::MAP_LEGEND_DOT), (Swatch::Target, c::MAP_LEGEND_LINE)];
    let drawn = Some(scatter_chart(&spec, width(view, 640)));
    chart_figure(&map_title(view, &map), &sentence, drawn, legend(view, &items), table, view)
}

fn map_title(view: View, map: &Map) -> String {
    let urgent: Vec<&MapPoint> =
        map.points.iter().filter(|point| point.quadrant == Quadrant::Concentrate).collect();
    let name = |point: &&MapPoint| {
        let dimension = view.state.model.dimensions.get(point.dimension)?;
        Some(dimension_name(&dimension.id, view.locale()).to_string())
    };
    match urgent.len() {
        0 => view.t(c::MAP_FINDING_NONE).to_string(),
        1..=NAMED => {
            let names: Vec<String> = urgent.iter().filter_map(name).collect();
            view.f(c::MAP_FINDING_NAMES, &[("names", &view.locale().list(&names))])
        }
        count => {
            let total = map.points.len().to_string();
            view.f(c::MAP_FINDING_COUNT, &[("count", &count.to_string()), ("total", &total)])
        }
    }
}

fn map_chart(view: View, workspace: &Workspace, map: &Map) -> Scatter {
    let model = &view.state.model;
    let named = || {
        let all = map.points.iter();
        all.filter_map(|point| Some((point, model.dimensions.get(point.dimension)?)))
    };
    let mut heights: Vec<Ratio> = Vec::new();
    for point in &map.points {
        if !heights.contains(&point.importance) {
            heights.push(point.importance);
        }
    }
    let heights = sorted(heights, |a, b| b.value().total_cmp(&a.value()));
    let dot = |(point, dimension): (&MapPoint, &fuxiao_core::Dimension)| {
        let name = dimension_name(&dimension.id, view.locale());
        let score = fixed(point.performance.value(), 2);
        let (part, quadrant) = (said(point.importance), view.t(quadrant_name(point.quadrant)));
        let label = view.f(
            c::MAP_SPOT,
            &[("name", name), ("score", &score), ("importance", &part), ("quarter", quadrant)],
        );
        Dot {
            row: heights.iter().position(|one| *one == point.importance).unwrap_or_default(),
            at: point.performance.value(),
            text: short(&dimension.id).to_string(),
            weight: 1,
            to: view.inside(workspace, Page::Result(dimension.id.clone())),
            label,
        }
    };
    let count = |quadrant: Quadrant| map.points.iter().filter(|point| point.quadrant == quadrant).count();
    let top = f64::from(model.levels);
    Scatter {
        scale: Scale {
            // Room at the ends, so that a point at the lowest or the highest level stands where it belongs.
            from: 0.7,
            to: top + 0.3,
            ticks: (1..=model.levels).map(|level| (f64::from(level), level.to_string())).collect(),
            lines: (1..=model.levels).map(f64::from).collect(),
            line: map.performance.value(),
            line_label: fixed(map.performance.value(), 1),
            name: view.t(c::MAP_SCALE).to_string(),
        },
        rows: heights
            .iter()
            .map(|part| Row { label: said(*part), upper: part.at_least(map.importance) })
            .collect(),
        rows_name: view.t(c::MAP_ROWS).to_string(),
        line_label: said(map.importance),
        quadrants: Quadrant::ALL.map(|quadrant| counted(view, quadrant_name(quadrant), count(quadrant))),
        marked: 0,
        dots: named().map(dot).collect(),
        list: named()
            .map(|(_, dimension)| {
                let name = dimension_name(&dimension.id, view.locale());
                (short(&dimension.id).to_string(), name.to_string())
            })
            .collect(),
    }
}
