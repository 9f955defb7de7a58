//! The figures of the firm on strips of bands, and what each of them does to the answers.

use yew::prelude::*;

use crate::state::Workspace;
use fuxiao_charts::{ChartLink, Strip, StripChart, Swatch, strip_chart};
use fuxiao_core::effective::too_few;
use fuxiao_core::gaps::{BandPosition, band_position};
use fuxiao_core::model::{Basis, Better};
use fuxiao_core::order::sorted;
use fuxiao_core::{Cap, Criterion, CriterionRef, Kpi};
use fuxiao_language::{whole, words_chart as c};

use super::super::View;
use super::super::picture::Legend;
use super::super::reasons::{name_at, with_unit};
use super::super::widgets::{cell, table};
use super::{chart_figure, legend, paragraph, width};

/// One KPI in words.
struct Row {
    name: String,
    /// With its unit; `None` without a value.
    value: Option<String>,
    place: Option<BandPosition>,
    /// It has a value, from too small a sample to count.
    few: bool,
    bounds: Vec<String>,
    /// What opens the next band, as text.
    next: Option<String>,
    basis: String,
    caps: Vec<String>,
    holds: bool,
    /// The question beside which it is filled in.
    to: Option<String>,
}

/// The board of KPIs.
pub fn kpis(view: View, workspace: &Workspace) -> Html {
    let all = view.state.model.kpis.iter().enumerate();
    let rows: Vec<Row> = all.map(|(at, kpi)| row(view, workspace, at, kpi)).collect();
    let given = || rows.iter().filter(|row| row.value.is_some());
    // What holds an answer down stands first, what has no bands last.
    let rank = |row: &Row| (!row.holds, row.place.is_none());
    let strips = sorted(given().collect(), |a: &&Row, b| rank(a).cmp(&rank(b)));
    let strips = strips.into_iter().map(|row| {
        let note = band_text(view, row);
        let value = row.value.clone().unwrap_or_default();
        let label = view.f(c::KPI_SPOT, &[("name", &row.name), ("value", &value), ("note", &note)]);
        let mut notes = vec![note];
        if row.place.is_some() {
            notes.extend([row.basis.clone(), caps(view, row)]);
        }
        Strip {
            label: row.name.clone(),
            value_text: value,
            place: row.place.map(|place| (place.band, place.along)),
            bounds: row.bounds.clone(),
            notes,
            link: row.to.clone().map(|to| ChartLink { to, label }),
        }
    });
    let chart = StripChart { rows: strips.collect() };
    let holding = given().filter(|row| row.holds).count();
    let title = match (chart.rows.is_empty(), holding) {
        (true, _) => view.t(c::KPIS_EMPTY).to_string(),
        (_, 0) => view.t(c::KPIS_NONE).to_string(),
        _ => view.f(c::KPIS_TITLE, &[("count", &holding.to_string())]),
    };
    let (filled, missing) = (chart.rows.len().to_string(), (rows.len() - chart.rows.len()).to_string());
    let mut sentences = vec![view.f(c::KPIS_COUNT, &[("given", &filled), ("missing", &missing)])];
    if !chart.rows.is_empty() {
        sentences.insert(0, view.t(c::KPIS_RULE).to_string());
    }
    let head = [
        view.t(c::COL_KPI),
        view.t(c::COL_VALUE),
        view.t(c::COL_BAND),
        view.t(c::COL_NEXT),
        view.t(c::COL_LIMITS),
        view.t(c::COL_BASIS),
        view.t(c::COL_CAPS),
    ];
    let dash = || "–".to_string();
    let body = rows.iter().map(|row| {
        let name = match &row.to {
            Some(to) => html! { <a href={to.clone()}>{ &row.name }</a> },
            None => cell(row.name.clone()),
        };
        let banded = !row.bounds.is_empty();
        vec![
            name,
            cell(row.value.clone().unwrap_or_else(dash)),
            cell(match row.place {
                Some(place) => place.band.to_string(),
                None if row.few => view.t(c::KPI_FEW).to_string(),
                None => dash(),
            }),
            cell(row.next.clone().unwrap_or_else(dash)),
            cell(if banded { view.locale().list(&row.bounds) } else { dash() }),
            cell(if banded { row.basis.clone() } else { view.t(c::KPI_UNSCORED).to_string() }),
            cell(if row.place.is_some() { caps(view, row) } else { dash() }),
        ]
    });
    let table = table(view.t(c::KPIS), &head, body.collect());
    let drawn = (!chart.rows.is_empty()).then(|| strip_chart(&chart, width(view, 680)));
    let key = if drawn.is_some() {
        legend(view, &[(Swatch::Pointer, c::COL_VALUE)])
    } else {
        Legend::of(Vec::new())
    };
    chart_figure(&title, &paragraph(view, &sentences), drawn, key, table, view)
}

/// The band and what opens the next one.
fn band_text(view: View, row: &Row) -> String {
    let unplaced = if row.few { c::KPI_FEW } else { c::KPI_UNSCORED };
    let Some(place) = row.place else { return view.t(unplaced).to_string() };
    let band = place.band.to_string();
    match &row.next {
        Some(bound) => view.f(c::KPI_BAND_NEXT, &[("band", &band), ("bound", bound)]),
        None => view.f(c::KPI_BAND_TOP, &[("band", &band)]),
    }
}

fn caps(view: View, row: &Row) -> String {
    if row.caps.is_empty() { view.t(c::KPI_CAPS_NOT).to_string() } else { view.locale().list(&row.caps) }
}

fn row(view: View, workspace: &Workspace, at: usize, kpi: &Kpi) -> Row {
    let model = &view.state.model;
    let unit = view.state.texts.common(view.locale()).and_then(|common| common.kpis.get(&kpi.id));
    let unit = unit.map(|text| text.unit.as_str()).unwrap_or_default();
    let named = |value: f64| match kpi.unit.as_str() {
        unit @ ("%" | "‰") => with_unit(value, unit),
        _ => view.f(c::KPI_VALUE_UNIT, &[("value", &whole(value)), ("unit", unit)]),
    };
    let value = workspace.assessment.kpi_value(&kpi.id);
    let few = too_few(kpi, &workspace.assessment);
    let stands = value.filter(|_| !few).and_then(|value| band_position(kpi, value));
    let beyond = if kpi.better == Better::Higher { c::BOUND_HIGHER } else { c::BOUND_LOWER };
    let next = stands.and_then(|place| place.next).map(|next| view.f(beyond, &[("value", &named(next))]));
    let bounds = kpi.bounds.iter().flatten().map(|bound| with_unit(*bound, &kpi.unit));
    let basis = if kpi.basis == Basis::Reference { c::BASIS_PUBLISHED } else { c::BASIS_OWN };
    let measured = |(_, criterion): &(CriterionRef, &Criterion)| criterion.kpis.contains(&at);
    let most = stands.map(|place| place.band + 1).filter(|most| *most < model.levels);
    let capped_at = |place: CriterionRef| {
        let rating = workspace.card.status(place)?.rating()?;
        (rating.cap == Some(Cap::Kpi) && rating.worst_kpi.is_some_and(|(kpi, _)| kpi == at))
            .then_some(rating.effective)
    };
    let caps = model.criteria().filter(measured).filter_map(|(place, _)| {
        let (text, level) = match capped_at(place) {
            Some(level) => (c::KPI_HOLDS, level),
            None => (c::KPI_CAPS, most?),
        };
        Some(view.f(text, &[("name", &name_at(&view.narrator(), place)), ("level", &level.to_string())]))
    });
    let beside = |(_, criterion): &(CriterionRef, &Criterion)| criterion.see.contains(&at);
    let asked = model.criteria().find(measured).or_else(|| model.criteria().find(beside));
    let to = asked.and_then(|(place, criterion)| {
        Some(view.answering(workspace, &model.dimensions.get(place.dimension)?.id, &criterion.id))
    });
    Row {
        name: view.kpi_name(&kpi.id),
        value: value.map(named),
        place: stands,
        few,
        bounds: bounds.collect(),
        next,
        basis: view.t(basis).to_string(),
        caps: caps.collect(),
        holds: model.criteria().filter(measured).any(|(place, _)| capped_at(place).is_some()),
        to,
    }
}
