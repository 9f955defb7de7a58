//! Every answer at a glance: dimensions by questions, coloured by the level that counts.

use yew::prelude::*;

use crate::platform::page;
use crate::state::Workspace;
use fuxiao_charts::{ChartLink, Heat, HeatCell, HeatMap, HeatRow, Swatch, heat_map};
use fuxiao_core::{CriterionRef, CriterionStatus, Dimension};
use fuxiao_language::{Text, dimension_name, words as w, words_chart as c, words_pages as p, words_why as y};

use super::super::View;
use super::super::picture::Legend;
use super::super::widgets::{cell, table};
use super::{chart_figure, paragraph, width};

/// The element after the drawing, where the way past it leads.
const PAST: &str = "past-heat";

/// The levels of all criteria, dimension by dimension.
pub fn heat(view: View, workspace: &Workspace) -> Html {
    let model = &view.state.model;
    let rows = model.dimensions.iter().enumerate().map(|(at, dimension)| HeatRow {
        label: dimension_name(&dimension.id, view.locale()).to_string(),
        cells: (0..dimension.criteria.len()).map(|c| one(view, workspace, dimension, at, c)).collect(),
    });
    let map = HeatMap { rows: rows.collect() };
    let title = title(view, workspace);
    let all = || workspace.card.statuses.iter().flatten();
    let left = all().filter(|status| **status == CriterionStatus::Unanswered).count().to_string();
    let out = all().filter(|status| **status == CriterionStatus::NotApplicable).count().to_string();
    let rule = view.f(c::HEAT_RULE, &[("open", &left), ("out", &out)]);
    let sentence = paragraph(view, &[view.t(y::HEAT_LEAD).to_string(), rule]);
    let columns = model.dimensions.iter().map(|dimension| dimension.criteria.len()).max().unwrap_or(0);
    let numbers: Vec<String> =
        (1..=columns).map(|n| view.f(c::HEAT_COLUMN, &[("n", &n.to_string())])).collect();
    let head: Vec<&str> =
        std::iter::once(view.t(w::COL_DIMENSION)).chain(numbers.iter().map(String::as_str)).collect();
    let body = map.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|one| match one.heat {
            Heat::Level(level) => cell(level.to_string()),
            Heat::Unanswered => cell(view.t(p::OPEN)),
            Heat::NotApplicable => cell(view.t(w::NOT_APPLICABLE)),
        });
        std::iter::once(cell(row.label.clone())).chain(cells).collect()
    });
    let table = table(view.t(c::HEAT_MAP), &head, body.collect());
    let mut items: Vec<(Swatch, String)> = (1..=model.levels)
        .map(|level| (Swatch::Level(level), format!("{level} {}", view.level_name(level))))
        .collect();
    items.push((Swatch::Unanswered, view.t(p::OPEN).to_string()));
    items.push((Swatch::NotApplicable, view.t(w::NOT_APPLICABLE).to_string()));
    let drawn = Some(heat_map(&map, width(view, 680)));
    let past = Callback::from(|event: MouseEvent| {
        // A plain link would change the hash, and with it the place.
        event.prevent_default();
        page::focus(PAST);
    });
    html! {
        <div class="chart__past">
            <a class="skip" href={format!("#{PAST}")} onclick={past}>{ view.t(c::SKIP_CHART) }</a>
            { chart_figure(&title, &sentence, drawn, Legend::of(items), table, view) }
            <span id={PAST} tabindex="-1"></span>
        </div>
    }
}

fn title(view: View, workspace: &Workspace) -> String {
    let levels = || workspace.card.statuses.iter().flatten().filter_map(CriterionStatus::rating);
    let weak = levels().filter(|rating| rating.effective <= 2).count();
    match weak {
        0 if levels().next().is_none() => view.t(c::HEAT_EMPTY).to_string(),
        0 => view.t(c::HEAT_STRONG).to_string(),
        1 => view.t(c::HEAT_ONE).to_string(),
        _ => view.f(y::HEAT_TITLE, &[("weak", &weak.to_string())]),
    }
}

/// The cell of a criterion: it leads to the answer.
fn one(view: View, workspace: &Workspace, dimension: &Dimension, at: usize, criterion: usize) -> HeatCell {
    let place = CriterionRef { dimension: at, criterion };
    let id = dimension.criteria.get(criterion).map(|criterion| criterion.id.as_str()).unwrap_or_default();
    let name = format!("{id} {}", view.criterion_name(&dimension.id, id));
    let says = |text: Text, level: &str| view.f(text, &[("name", &name), ("level", level)]);
    let (heat, label) = match workspace.card.status(place) {
        Some(CriterionStatus::Answered(rating)) => {
            (Heat::Level(rating.effective), says(y::HEAT_CELL, &rating.effective.to_string()))
        }
        Some(CriterionStatus::NotApplicable) => (Heat::NotApplicable, says(y::HEAT_NA, "")),
        _ => (Heat::Unanswered, says(y::HEAT_OPEN, "")),
    };
    HeatCell { heat, link: Some(ChartLink { to: view.answering(workspace, &dimension.id, id), label }) }
}
