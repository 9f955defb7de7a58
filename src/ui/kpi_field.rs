//! One figure beside its question: value, counts it is worked out from, margin of error, and its band once the
//! question is answered.

use yew::prelude::*;

use crate::platform::field;
use crate::state::{Edit, Workspace};
use fuxiao_core::effective::{kpi_band, too_few};
use fuxiao_core::ident::encoded;
use fuxiao_core::margin::{FEW, Survey, margin};
use fuxiao_core::{Criterion, Entry, Kpi};
use fuxiao_language::{KpiText, fixed, whole, words as w, words_answering as a};

use super::answers::anchor;
use super::reasons::with_unit;
use super::rule::window_name;
use super::{View, nothing};

/// One figure of a criterion.
pub fn kpi_field(view: View, workspace: &Workspace, criterion: &Criterion, entry: &Entry, kpi: &Kpi) -> Html {
    let common = view.state.texts.common(view.locale());
    let Some(text) = common.and_then(|common| common.kpis.get(&kpi.id)) else { return nothing() };
    let id = format!("{}-{}", anchor(&criterion.id), encoded(&kpi.id));
    let bad_id = format!("{id}-bad");
    let kpi_id = kpi.id.clone();
    let onchange = view.edit(move |event: Event| Some(Edit::Kpi(kpi_id.clone(), field::number(&event)?)));
    let value = workspace.assessment.kpi_value(&kpi.id).map(whole).unwrap_or_default();
    let bad = match kpi.range {
        Some((low, high)) => view.f(w::KPI_BAD, &[("low", &whole(low)), ("high", &whole(high))]),
        None => view.t(w::KPI_BAD_OPEN).to_string(),
    };
    html! {
        <div class="field figure-field" key={kpi.id.clone()}>
            <label for={id.clone()}>{ view.f(w::KPI_VALUE, &[("name", &text.name), ("unit", &text.unit)]) }</label>
            <span class="field__hint">{ &text.meaning }</span>
            <span class="field__hint" data-test="kpi-window">{ terms(view, criterion, kpi, text) }</span>
            <input id={id.clone()} type="number" step="any" inputmode="decimal" {value} {onchange}
                min={kpi.range.map(|(low, _)| whole(low))} max={kpi.range.map(|(_, high)| whole(high))}
                aria-describedby={bad_id.clone()} />
            <span class="field__bad" id={bad_id}>{ bad }</span>
            { band(view, workspace, entry, kpi) }
            <div class="figure-field__sample">{ sample(view, workspace, kpi, &id) }</div>
            <details>
                <summary>{ view.t(w::KPI_MORE) }</summary>
                { explained(view, kpi, text) }
                { counts(view, workspace, kpi, &id) }
                { answers(view, workspace, kpi, &id) }
            </details>
        </div>
    }
}

/// The time and the bounds of a figure in one line; where the time is not that of the question, the line says so.
pub fn terms(view: View, criterion: &Criterion, kpi: &Kpi, text: &KpiText) -> String {
    let differs = kpi.window.zip(criterion.window).is_some_and(|(of, asked)| of != asked);
    let own = criterion.window.filter(|_| differs).map(|window| view.t(window_name(window)));
    let time = match own {
        Some(own) => view.f(a::KPI_WINDOW_OTHER, &[("window", &text.window), ("own", own)]),
        None => view.f(a::KPI_WINDOW, &[("window", &text.window)]),
    };
    match bounds(view, kpi) {
        Some(bounds) => view.locale().clauses(&time, &bounds),
        None => time,
    }
}

fn bounds(view: View, kpi: &Kpi) -> Option<String> {
    let bounds: Vec<String> = kpi.bounds.as_ref()?.iter().map(|bound| with_unit(*bound, &kpi.unit)).collect();
    Some(view.f(w::KPI_BOUNDS, &[("bounds", &view.locale().list(&bounds))]))
}

/// How many cases a value rests on, where the model asks for a smallest number.
fn sample(view: View, workspace: &Workspace, kpi: &Kpi, id: &str) -> Html {
    let (Some(least), None) = (kpi.least_n, kpi.survey) else { return nothing() };
    let known = workspace.assessment.kpis.get(&kpi.id).copied().unwrap_or_default();
    let (kpi_id, population) = (kpi.id.clone(), known.population);
    let set = view.edit(move |e: Event| Some(Edit::Survey(kpi_id.clone(), field::count(&e)?, population)));
    let label = view.f(a::KPI_BASE, &[("least", &least.to_string())]);
    // Counts that a share is worked out from say the same.
    count(view, &format!("{id}-sample"), &label, known.n.or(known.denominator), (1, COUNT), set)
}

/// The band and what it does to the level: after the answer, so that nobody answers for the band.
fn band(view: View, workspace: &Workspace, entry: &Entry, kpi: &Kpi) -> Html {
    let value = workspace.assessment.kpi_value(&kpi.id);
    let band = value.and_then(|value| kpi_band(kpi, value));
    let few = too_few(kpi, &workspace.assessment);
    let text = match (entry.level(), value, band) {
        (_, Some(_), Some(_)) if few => {
            view.f(a::KPI_FEW, &[("least", &kpi.least_n.unwrap_or_default().to_string())])
        }
        (Some(_), Some(value), Some(band)) => {
            let cap = (band + 1).min(view.state.model.levels).to_string();
            let value = with_unit(value, &kpi.unit);
            view.f(a::BAND, &[("value", &value), ("band", &band.to_string()), ("cap", &cap)])
        }
        (None, Some(_), Some(_)) => view.t(a::BAND_AFTER).to_string(),
        _ => String::new(),
    };
    html! { <span class="field__hint figure-field__band" data-test="band">{ text }</span> }
}

fn explained(view: View, kpi: &Kpi, text: &KpiText) -> Html {
    let internal = kpi.basis == fuxiao_core::model::Basis::Internal;
    html! {
        <div>
            <p>{ &text.formula }</p>
            <p>{ &text.trap }</p>
            <p>{ &text.least_n }</p>
            <p>{ &text.source }</p>
            if internal { <p>{ view.t(w::KPI_INTERNAL) }</p> }
        </div>
    }
}

/// A percentage worked out from what people can count.
fn counts(view: View, workspace: &Workspace, kpi: &Kpi, id: &str) -> Html {
    if !matches!(kpi.unit.as_str(), "%" | "‰") {
        return html! { <div class="counts"></div> };
    }
    let known = workspace.assessment.kpis.get(&kpi.id).copied().unwrap_or_default();
    let (above, below) = (known.numerator, known.denominator);
    // A share of at most all cannot have more above the line than below it.
    let all = kpi.range.is_some_and(|(_, high)| high == if kpi.unit == "‰" { 1000.0 } else { 100.0 });
    let kpi_id = kpi.id.clone();
    let set_above = view.edit(move |e: Event| Some(Edit::Counts(kpi_id.clone(), field::count(&e)?, below)));
    let kpi_id = kpi.id.clone();
    let set_below = view.edit(move |e: Event| Some(Edit::Counts(kpi_id.clone(), above, field::count(&e)?)));
    let least = if all { above.unwrap_or(1).max(1) } else { 1 };
    let most = below.filter(|_| all).unwrap_or(COUNT);
    let result = match (above, below, known.value) {
        (Some(above), Some(below), Some(value)) => view.f(
            a::COUNTS_RESULT,
            &[
                ("above", &above.to_string()),
                ("below", &below.to_string()),
                ("value", &with_unit(value, &kpi.unit)),
            ],
        ),
        _ => String::new(),
    };
    html! {
        <fieldset class="group counts">
            <legend>{ view.t(a::COUNTS) }</legend>
            <div class="fields">
                { count(view, &format!("{id}-above"), view.t(a::COUNT_ABOVE), above, (0, most), set_above) }
                { count(view, &format!("{id}-below"), view.t(a::COUNT_BELOW), below, (least, COUNT), set_below) }
            </div>
            <p role="status" data-test="counts">{ result }</p>
        </fieldset>
    }
}

/// The largest count anybody has.
const COUNT: u64 = 100_000_000;

/// How many answered a survey, and how far its value can be trusted.
fn answers(view: View, workspace: &Workspace, kpi: &Kpi, id: &str) -> Html {
    let Some(kind) = kpi.survey else { return html! { <div class="counts"></div> } };
    let known = workspace.assessment.kpis.get(&kpi.id).copied().unwrap_or_default();
    let (n, population) = (known.n, known.population);
    let kpi_id = kpi.id.clone();
    let set_n = view.edit(move |e: Event| Some(Edit::Survey(kpi_id.clone(), field::count(&e)?, population)));
    let kpi_id = kpi.id.clone();
    let set_all = view.edit(move |e: Event| Some(Edit::Survey(kpi_id.clone(), n, field::count(&e)?)));
    let width = known.value.zip(n).and_then(|(value, n)| margin(kind, value, n, population));
    let mut said: Vec<String> = Vec::new();
    if let Some(width) = width {
        let unit = if kind == Survey::Share { "%" } else { "" };
        said.push(view.f(a::SURVEY_MARGIN, &[("margin", &format!("{}{unit}", fixed(width, 1)))]));
        if kind == Survey::Net {
            said.push(view.t(a::SURVEY_NOISE).to_string());
        }
    }
    if n.is_some_and(|n| n < FEW) {
        said.push(view.t(a::SURVEY_SMALL).to_string());
    }
    html! {
        <fieldset class="group counts">
            <legend>{ view.t(a::SURVEY) }</legend>
            <div class="fields">
                { count(view, &format!("{id}-n"), view.t(a::SURVEY_N), n, (1, population.unwrap_or(COUNT)), set_n) }
                { count(view, &format!("{id}-all"), view.t(a::SURVEY_POPULATION), population, (n.unwrap_or(1), COUNT), set_all) }
            </div>
            <p role="status" data-test="margin">{ said.join(" ") }</p>
        </fieldset>
    }
}

fn count(
    view: View,
    id: &str,
    label: &str,
    value: Option<u64>,
    (least, most): (u64, u64),
    onchange: Callback<Event>,
) -> Html {
    let bad_id = format!("{id}-bad");
    let (low, high) = (least.to_string(), most.to_string());
    html! {
        <div class="field">
            <label for={id.to_string()}>{ label }</label>
            <input id={id.to_string()} type="number" step="1" inputmode="numeric" min={low.clone()} max={high.clone()}
                value={value.map(|value| value.to_string()).unwrap_or_default()} {onchange} aria-describedby={bad_id.clone()} />
            <span class="field__bad" id={bad_id}>{ view.f(a::COUNT_BAD, &[("low", &low), ("high", &high)]) }</span>
        </div>
    }
}
