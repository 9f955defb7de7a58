//! The appendix: every answer with what backs it and what it counts for. Private notes only where they are asked for.

use yew::prelude::*;

use crate::state::Workspace;
use fuxiao_core::assessment::KpiEntry;
use fuxiao_core::effective::{kpi_band, too_few};
use fuxiao_core::{Answer, Criterion, CriterionRef, Entry, Kpi};
use fuxiao_language::{
    Text, dimension_name, level_of, words as w, words_chart as f, words_check as c, words_pages as p,
    words_report as r,
};

use super::super::View;
use super::super::answers::numbered;
use super::super::proof::evidence_name;
use super::super::reasons::{cap, name_at, not_sold, reason_text, with_unit};
use super::super::widgets::{cell, table};

/// All answers in model order.
pub fn all(view: View, workspace: &Workspace) -> Html {
    let dimension = |(at, dimension): (usize, &fuxiao_core::Dimension)| {
        let rows = dimension.criteria.iter().enumerate();
        let rows = rows.map(|(c, criterion)| {
            answer(view, workspace, &dimension.id, CriterionRef { dimension: at, criterion: c }, criterion)
        });
        html! {
            <div key={dimension.id.clone()} class="sheet__answers">
                <h3>{ numbered(&dimension.id, dimension_name(&dimension.id, view.locale())) }</h3>
                { for rows }
            </div>
        }
    };
    html! {
        <section class="sheet__part sheet__part--new" data-test="appendix">
            <h2>{ view.t(r::APPENDIX) }</h2>
            { for view.state.model.dimensions.iter().enumerate().map(dimension) }
            { figures(view, workspace) }
        </section>
    }
}

fn answer(
    view: View,
    workspace: &Workspace,
    dimension: &str,
    at: CriterionRef,
    criterion: &Criterion,
) -> Html {
    let none = Entry::default();
    let entry = workspace.assessment.answers.get(&criterion.id).unwrap_or(&none);
    let text = view.state.texts.criterion(view.locale(), dimension, &criterion.id);
    let level = |level: u8| {
        let said = text.and_then(|text| text.levels.get(usize::from(level).checked_sub(1)?));
        view.locale().colon(
            &view.f(w::LEVEL_N, &[("level", &level.to_string())]),
            said.map(String::as_str).unwrap_or_default(),
        )
    };
    let said = match &entry.answer {
        _ if !criterion.asked_of(&workspace.assessment.firm) => not_sold(&view.narrator(), criterion),
        Answer::Unanswered => view.t(p::OPEN).to_string(),
        Answer::NotApplicable(reason) => {
            view.locale().colon(view.t(w::NOT_APPLICABLE), &reason_text(&view.narrator(), reason))
        }
        Answer::Level(declared) => level(*declared),
    };
    let rating = workspace.card.status(at).and_then(|status| status.rating());
    let counts = rating.map(|rating| {
        let level = view.f(w::LEVEL_N, &[("level", &rating.effective.to_string())]);
        view.locale().colon(&level, &cap(&view.case(workspace), at))
    });
    let figures = criterion.kpis.iter().filter_map(|kpi| {
        let kpi = view.state.model.kpis.get(*kpi)?;
        let value = with_unit(workspace.assessment.kpi_value(&kpi.id)?, &kpi.unit);
        Some(view.locale().colon(&view.kpi_name(&kpi.id), &value))
    });
    let figures = view.locale().list(&figures.collect::<Vec<_>>());
    let evidence = entry.level().map(|_| view.t(evidence_name(entry.evidence)).to_string());
    let private = if view.state.report.private { entry.private.clone() } else { String::new() };
    let rows: [(Text, String); 5] = [
        (c::EVIDENCE, evidence.unwrap_or_default()),
        (r::COUNTS_AS, counts.unwrap_or_default()),
        (r::FIGURES, figures),
        (w::NOTE, entry.note.clone()),
        (c::PRIVATE, private),
    ];
    let row = |(name, text): (Text, String)| html! { <div><dt>{ view.t(name) }</dt><dd>{ text }</dd></div> };
    html! {
        <div key={criterion.id.clone()} class="sheet__answer" data-test="sheet-answer">
            <h4>{ numbered(&criterion.id, &name_at(&view.narrator(), at)) }</h4>
            <p>{ said }</p>
            <dl class="sheet__lines">{ for rows.into_iter().filter(|(_, text)| !text.is_empty()).map(row) }</dl>
        </div>
    }
}

/// The figures that have a value.
fn figures(view: View, workspace: &Workspace) -> Html {
    let row = |kpi: &Kpi| {
        let known = workspace.assessment.kpis.get(&kpi.id)?;
        let value = known.value?;
        let unit = view.state.texts.common(view.locale()).and_then(|common| common.kpis.get(&kpi.id));
        let unit = unit
            .filter(|_| !matches!(kpi.unit.as_str(), "%" | "‰"))
            .map(|text| format!(" {}", text.unit))
            .unwrap_or_default();
        Some(vec![
            cell(view.kpi_name(&kpi.id)),
            cell(format!("{}{unit}", with_unit(value, &kpi.unit))),
            cell(level_of(kpi_band(kpi, value).filter(|_| !too_few(kpi, &workspace.assessment)))),
            cell(from(view, known)),
        ])
    };
    let rows: Vec<Vec<Html>> = view.state.model.kpis.iter().filter_map(row).collect();
    let head = [f::COL_KPI, f::COL_VALUE, f::COL_BAND, r::COL_FROM].map(|name| view.t(name));
    html! {
        <div class="sheet__answers" data-test="sheet-figures">
            <h3>{ view.t(f::KPIS) }</h3>
            if rows.is_empty() {
                <p>{ view.t(f::KPIS_EMPTY) }</p>
            } else {
                { table(view.t(f::KPIS), &head, rows) }
            }
        </div>
    }
}

/// What a value comes from: the counts it was worked out from, or how many answered.
fn from(view: View, known: &KpiEntry) -> String {
    match *known {
        KpiEntry { numerator: Some(above), denominator: Some(below), .. } => format!("{above} ÷ {below}"),
        KpiEntry { n: Some(n), population: Some(population), .. } => {
            view.f(r::SAMPLE_OF, &[("n", &n.to_string()), ("population", &population.to_string())])
        }
        KpiEntry { n: Some(n), .. } => view.f(r::SAMPLE_SIZE, &[("n", &n.to_string())]),
        _ => "–".to_string(),
    }
}
