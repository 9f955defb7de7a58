//! Every answer at a glance: dimensions by questions, coloured by the level that counts.

use yew::prelude::*;

use crate::charts::{Heat, HeatCell, HeatMap, HeatRow, Lead, Swatch, heat_map};
use crate::domain::{CriterionRef, Dimension, Standing};
use crate::i18n::{Text, dimension_name, words as w, words_chart as c, words_pages as p, words_why as y};
use crate::platform::page;
use crate::state::Open;

use super::super::View;
use super::super::parts::{cell, table};
use super::super::picture::Legend;
use super::{figure, paragraph, width};

/// The element after the drawing, where the way past it leads.
const PAST: &str = "past-heat";

/// The levels of all criteria, dimension by dimension.
pub fn heat(view: View, open: &Open) -> Html {
    let model = &view.state.model;
    let rows = model.dimensions.iter().enumerate().map(|(at, dimension)| HeatRow {
        label: dimension_name(&dimension.id, view.locale()).to_string(),
        cells: (0..dimension.criteria.len()).map(|c| one(view, open, dimension, at, c)).collect(),
    });
    let map = HeatMap { rows: rows.collect() };
    let title = title(view, open);
    let all = || open.card.standings.iter().flatten();
    let left = all().filter(|standing| **standing == Standing::Unanswered).count().to_string();
    let out = all().filter(|standing| **standing == Standing::NotApplicable).count().to_string();
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
            Heat::Open => cell(view.t(p::OPEN)),
            Heat::Out => cell(view.t(w::NOT_APPLICABLE)),
        });
        std::iter::once(cell(row.label.clone())).chain(cells).collect()
    });
    let table = table(view.t(c::HEAT_MAP), &head, body.collect());
    let mut items: Vec<(Swatch, String)> = (1..=model.levels)
        .map(|level| (Swatch::Level(level), format!("{level} {}", view.level_name(level))))
        .collect();
    items.push((Swatch::Open, view.t(p::OPEN).to_string()));
    items.push((Swatch::Out, view.t(w::NOT_APPLICABLE).to_string()));
    let drawn = Some(heat_map(&map, width(view, 680)));
    let past = Callback::from(|event: MouseEvent| {
        // A plain link would change the hash, and with it the place.
        event.prevent_default();
        page::focus(PAST);
    });
    html! {
        <div class="chart__past">
            <a class="skip" href={format!("#{PAST}")} onclick={past}>{ view.t(c::SKIP_CHART) }</a>
            { figure(&title, &sentence, drawn, Legend::of(items), table, view) }
            <span id={PAST} tabindex="-1"></span>
        </div>
    }
}

fn title(view: View, open: &Open) -> String {
    let levels = || open.card.standings.iter().flatten().filter_map(Standing::rating);
    let weak = levels().filter(|rating| rating.effective <= 2).count();
    match weak {
        0 if levels().next().is_none() => view.t(c::HEAT_EMPTY).to_string(),
        0 => view.t(c::HEAT_STRONG).to_string(),
        1 => view.t(c::HEAT_ONE).to_string(),
        _ => view.f(y::HEAT_TITLE, &[("weak", &weak.to_string())]),
    }
}

/// The cell of a criterion: it leads to the answer.
fn one(view: View, open: &Open, dimension: &Dimension, at: usize, criterion: usize) -> HeatCell {
    let place = CriterionRef { dimension: at, criterion };
    let id = dimension.criteria.get(criterion).map(|criterion| criterion.id.as_str()).unwrap_or_default();
    let name = format!("{id} {}", view.criterion_name(&dimension.id, id));
    let says = |text: Text, level: &str| view.f(text, &[("name", &name), ("level", level)]);
    let (heat, label) = match open.card.standing(place) {
        Some(Standing::Answered(rating)) => {
            (Heat::Level(rating.effective), says(y::HEAT_CELL, &rating.effective.to_string()))
        }
        Some(Standing::NotApplicable) => (Heat::Out, says(y::HEAT_NA, "")),
        _ => (Heat::Open, says(y::HEAT_OPEN, "")),
    };
    HeatCell { heat, lead: Some(Lead { to: view.answering(open, &dimension.id, id), label }) }
}
