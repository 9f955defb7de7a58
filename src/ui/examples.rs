//! Worked examples of the rules, computed by the rules themselves on the app's own questionnaire.

use yew::prelude::*;

use fuxiao_core::assessment::{Assessment, Entry, KpiEntry};
use fuxiao_core::effective::kpi_band;
use fuxiao_core::roadmap::{Goal, shortest_path};
use fuxiao_core::{Answer, Criterion, CriterionRef, Evidence, Scorecard, score};
use fuxiao_language::{dimension_name, fixed, words_explain as e};

use super::proof::evidence_name;
use super::reasons::with_unit;
use super::steps::hours;
use super::widgets::{cell, table};
use super::{View, nothing};

/// Level of an answer in the examples that a single spot holds down: the last but one.
fn good(view: View) -> u8 {
    view.state.model.levels.saturating_sub(1).max(2)
}

fn answered(level: u8, evidence: Evidence) -> Entry {
    Entry { answer: Answer::Level(level), evidence, ..Entry::default() }
}

/// An assessment in which each criterion has the level that `level` gives it, measured; `None` leaves it open.
fn filled(view: View, level: impl Fn(CriterionRef, &Criterion) -> Option<u8>) -> Assessment {
    let mut made = Assessment::default();
    for (at, criterion) in view.state.model.criteria() {
        if let Some(level) = level(at, criterion) {
            made.answers.insert(criterion.id.clone(), answered(level, Evidence::Measured));
        }
    }
    made
}

fn scored(view: View, assessment: &Assessment) -> Scorecard {
    score(&view.state.model, assessment)
}

/// What an answer counts for, by its criterion's id.
fn counts(view: View, card: &Scorecard, id: &str) -> Option<String> {
    let (at, _) = view.state.model.find_criterion(id)?;
    let effective = card.status(at)?.rating()?.effective.to_string();
    Some(view.f(e::EX_COUNTS, &[("effective", &effective)]))
}

type Row = [String; 3];

/// A high claim with a document only.
fn evidence(view: View) -> Option<Row> {
    let (_, criterion) = view.state.model.criteria().next()?;
    let declared = view.state.model.levels;
    let mut made = Assessment::default();
    made.answers.insert(criterion.id.clone(), answered(declared, Evidence::Document));
    let grade = view.t(evidence_name(Evidence::Document));
    let given = view.f(e::EX_EVIDENCE_GIVEN, &[("declared", &declared.to_string()), ("grade", grade)]);
    Some([view.t(e::EX_EVIDENCE).to_string(), given, counts(view, &scored(view, &made), &criterion.id)?])
}

/// A high claim with a figure in the second band.
fn figure(view: View) -> Option<Row> {
    let model = &view.state.model;
    let (_, criterion) = model.criteria().find(|(_, criterion)| !criterion.kpis.is_empty())?;
    let kpi = criterion.kpis.first().and_then(|kpi| model.kpis.get(*kpi))?;
    let value = *kpi.bounds.as_ref()?.first()?;
    let mut made = Assessment::default();
    made.answers.insert(criterion.id.clone(), answered(model.levels, Evidence::Records));
    made.kpis.insert(kpi.id.clone(), KpiEntry { value: Some(value), n: kpi.least_n, ..KpiEntry::default() });
    let given = view.f(
        e::EX_KPI_GIVEN,
        &[
            ("declared", &model.levels.to_string()),
            ("name", &view.kpi_name(&kpi.id)),
            ("value", &with_unit(value, &kpi.unit)),
            ("band", &kpi_band(kpi, value)?.to_string()),
        ],
    );
    Some([view.t(e::EX_KPI).to_string(), given, counts(view, &scored(view, &made), &criterion.id)?])
}

fn whole(view: View, made: &Assessment) -> Option<String> {
    let overall = scored(view, made).overall;
    let (level, score) = (overall.level.ok()?.to_string(), fixed(overall.score?, 2));
    Some(view.f(e::EX_LEVEL, &[("level", &level), ("score", &score)]))
}

/// A gate dimension at 1 in a good firm.
fn gate(view: View) -> Option<Row> {
    let model = &view.state.model;
    let gated = model.legal_gate.iter().flat_map(|gate| &gate.criteria);
    let gated: Vec<usize> = gated.map(|at| at.dimension).collect();
    // Another one than that of the legal gate, which would decide by itself.
    let low = model.dimensions.iter().enumerate().position(|(at, d)| d.gate && !gated.contains(&at))?;
    let made = filled(view, |at, _| Some(if at.dimension == low { 1 } else { good(view) }));
    let name = dimension_name(&model.dimensions.get(low)?.id, view.locale());
    let given = view.f(e::EX_GATE_GIVEN, &[("level", &good(view).to_string()), ("name", name)]);
    Some([view.t(e::EX_GATE).to_string(), given, whole(view, &made)?])
}

/// A gate criterion at 1 in a good firm.
fn legal(view: View) -> Option<Row> {
    let model = &view.state.model;
    let low = *model.legal_gate.as_ref()?.criteria.first()?;
    let made = filled(view, |at, _| Some(if at == low { 1 } else { good(view) }));
    let name = model.criterion(low).map(|criterion| criterion.id.clone())?;
    let given = view.f(e::EX_LEGAL_GIVEN, &[("level", &good(view).to_string()), ("name", &name)]);
    Some([view.t(e::EX_LEGAL).to_string(), given, whole(view, &made)?])
}

/// Half of a dimension answered.
fn open(view: View) -> Option<Row> {
    let dimension = view.state.model.dimensions.first()?;
    let (total, level) = (dimension.criteria.len(), view.state.model.levels.min(3));
    let made = filled(view, |at, _| (at.dimension == 0 && at.criterion < total / 2).then_some(level));
    let card = scored(view, &made);
    let known = card.dimensions.first()?;
    let given = view.f(
        e::EX_OPEN_GIVEN,
        &[
            ("count", &(total / 2).to_string()),
            ("total", &total.to_string()),
            ("name", dimension_name(&dimension.id, view.locale())),
            ("level", &level.to_string()),
        ],
    );
    let result = view.f(
        e::EX_RANGE,
        &[
            ("score", &fixed(known.score?, 2)),
            ("low", &fixed(known.low?, 2)),
            ("high", &fixed(known.high?, 2)),
        ],
    );
    Some([view.t(e::EX_OPEN).to_string(), given, result])
}

/// The least work to the next level of a dimension.
fn shortest(view: View) -> Option<Row> {
    let dimension = view.state.model.dimensions.first()?;
    let most = view.state.model.levels;
    let examples = [3, 3, 3, 3, 2, 1].into_iter().map(|level: u8| level.min(most));
    let examples: Vec<u8> = examples.take(dimension.criteria.len()).collect();
    let made = filled(view, |at, _| examples.get(at.criterion).copied().filter(|_| at.dimension == 0));
    let card = scored(view, &made);
    let next = card.dimensions.first()?.level? + 1;
    if next > most {
        return None;
    }
    let found = shortest_path(&view.state.model, &made, &card, Goal::Dimension(0, next)).ok()?;
    let name = dimension_name(&dimension.id, view.locale());
    let levels: Vec<String> = examples.iter().map(u8::to_string).collect();
    let given = view.f(e::EX_WAY_GIVEN, &[("name", name), ("levels", &levels.join(" "))]);
    let result = view.f(
        e::EX_WAY_RESULT,
        &[
            ("level", &next.to_string()),
            ("steps", &found.steps.len().to_string()),
            ("effort", &hours(&view.narrator(), found.steps.iter().map(|step| step.effort))),
        ],
    );
    Some([view.t(e::EX_WAY).to_string(), given, result])
}

/// The table of worked examples.
pub fn examples(view: View) -> Html {
    let rows = [evidence(view), figure(view), gate(view), legal(view), open(view), shortest(view)];
    let rows: Vec<Vec<Html>> = rows.into_iter().flatten().map(|row| row.map(cell).into()).collect();
    if rows.is_empty() {
        return nothing();
    }
    let head = [view.t(e::EXAMPLE_RULE), view.t(e::EXAMPLE_GIVEN), view.t(e::EXAMPLE_RESULT)];
    html! {
        <div data-test="examples">
            <h2>{ view.t(e::EXAMPLES) }</h2>
            { table(view.t(e::EXAMPLES), &head, rows) }
        </div>
    }
}
