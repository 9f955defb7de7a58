//! The questionnaire on paper, blank or with the answers. Private notes are never on it.

use yew::prelude::*;

use crate::platform::page;
use crate::state::{Page, PrintOptions, Workspace};
use fuxiao_core::{Answer, Criterion, Dimension, Entry, Evidence};
use fuxiao_language::{
    CriterionText, dimension_name, words as w, words_answering as a, words_pages as p, words_print as r,
};

use super::super::View;
use super::super::answers::numbered;
use super::super::kpi_field::terms;
use super::super::proof::evidence_name;
use super::super::reasons::{not_sold, reason_text, with_unit};
use super::super::rule::window;
use super::super::widgets::cell;

/// The page with what will be printed.
pub fn print_questionnaire(view: View, workspace: &Workspace, options: &PrintOptions) -> Html {
    let dimensions = &view.state.model.dimensions;
    let meant = |dimension: &&Dimension| options.dimension.as_ref().is_none_or(|id| *id == dimension.id);
    let shown: Vec<&Dimension> = dimensions.iter().filter(meant).collect();
    let came = |dimension: &&Dimension| view.state.texts.dimension(view.locale(), &dimension.id).is_some();
    let ready = shown.iter().all(came) && view.state.texts.common(view.locale()).is_some();
    let print = Callback::from(|_: MouseEvent| page::print());
    html! {
        <div class="printout">
            <div class="printout__choice">
                <h1 tabindex="-1">{ view.t(a::PAPER) }</h1>
                <p>{ view.t(r::LEAD) }</p>
                { choices(view, workspace, options) }
                <p class="button-row">
                    <button type="button" class="button button--main" disabled={!ready} data-test="print" onclick={print}>{ view.t(r::PRINT) }</button>
                </p>
            </div>
            { cover(view, workspace, options) }
            if ready {
                <div class="printout__parts">{ for shown.iter().map(|dimension| part(view, workspace, options, dimension)) }</div>
            } else {
                <p class="muted">{ view.t(w::LOADING) }</p>
            }
        </div>
    }
}

/// Blank or filled, all dimensions or one.
fn choices(view: View, workspace: &Workspace, options: &PrintOptions) -> Html {
    let one = |to: PrintOptions, name: &str| {
        let here = (to == *options).then_some("page");
        html! { <li><a href={view.inside(workspace, Page::PrintQuestionnaire(to))} aria-current={here}>{ name }</a></li> }
    };
    let forms = [(false, r::BLANK), (true, r::FILLED)]
        .map(|(filled, name)| one(PrintOptions { filled, ..options.clone() }, view.t(name)));
    let all = view.state.model.dimensions.len().to_string();
    let whole =
        one(PrintOptions { dimension: None, ..options.clone() }, &view.f(r::WHOLE, &[("count", &all)]));
    let each = view.state.model.dimensions.iter().map(|dimension| {
        let to = PrintOptions { dimension: Some(dimension.id.clone()), ..options.clone() };
        one(to, dimension_name(&dimension.id, view.locale()))
    });
    html! {
        <>
            <ul class="printout__forms">{ for forms }</ul>
            <ul class="printout__forms">{ whole }{ for each }</ul>
        </>
    }
}

/// Who answered what, with lines to write on where nothing is known.
fn cover(view: View, workspace: &Workspace, options: &PrintOptions) -> Html {
    let assessment = &workspace.assessment;
    let changed = assessment.modified.get(..10).filter(|_| options.filled).unwrap_or_default();
    let rows = [
        (p::TITLE, assessment.title.as_str()),
        (r::FIRM, &assessment.firm.name),
        (r::WHO, &assessment.respondent),
        (r::DATE, changed),
    ];
    let row = |(name, value): (fuxiao_language::Text, &str)| {
        html! { <div><dt>{ view.t(name) }</dt><dd>{ value.to_string() }</dd></div> }
    };
    html! {
        <header class="printout__cover">
            <p class="printout__title">{ format!("{} · {}", view.t(w::PRODUCT), view.t(w::TAGLINE)) }</p>
            <dl>{ for rows.map(row) }</dl>
            <p>{ view.f(r::HOW, &[("level", &view.state.model.evidence_from.to_string())]) }</p>
            <p data-test="rule">{ view.t(a::RULE) }</p>
        </header>
    }
}

fn part(view: View, workspace: &Workspace, options: &PrintOptions, dimension: &Dimension) -> Html {
    let text = view.state.texts.dimension(view.locale(), &dimension.id);
    let questions = dimension.criteria.iter().filter_map(|criterion| {
        Some(question(view, workspace, options, criterion, text?.criteria.get(&criterion.id)?))
    });
    html! {
        <section key={dimension.id.clone()} class="printout__part">
            <h2>{ numbered(&dimension.id, dimension_name(&dimension.id, view.locale())) }</h2>
            <p class="muted">{ text.map(|text| text.lens.clone()).unwrap_or_default() }</p>
            { for questions }
        </section>
    }
}

fn question(
    view: View,
    workspace: &Workspace,
    options: &PrintOptions,
    criterion: &Criterion,
    text: &CriterionText,
) -> Html {
    let none = Entry::default();
    let entry = workspace.assessment.answers.get(&criterion.id).filter(|_| options.filled).unwrap_or(&none);
    let level = |(n, level): (u8, &String)| box_(entry.level() == Some(n), &format!("{n}  {level}"));
    let grades = Evidence::ALL.iter().skip(1).map(|grade| {
        box_(entry.level().is_some() && entry.evidence == *grade, view.t(evidence_name(*grade)))
    });
    let reason = match &entry.answer {
        Answer::NotApplicable(reason) => reason_text(&view.narrator(), reason),
        _ => String::new(),
    };
    let figures = criterion.kpis.iter().filter_map(|kpi| view.state.model.kpis.get(*kpi)).map(|kpi| {
        let common = view.state.texts.common(view.locale()).and_then(|common| common.kpis.get(&kpi.id));
        let unit = common.map(|text| text.unit.clone()).unwrap_or_default();
        let value = workspace.assessment.kpi_value(&kpi.id).filter(|_| options.filled);
        let value = value.map(|value| with_unit(value, &kpi.unit)).unwrap_or_default();
        let terms = common.map(|text| terms(view, criterion, kpi, text)).unwrap_or_default();
        html! { <>{ written(&format!("{} ({unit})", view.kpi_name(&kpi.id)), &value) }<p class="muted">{ terms }</p></> }
    });
    let named = numbered(&criterion.id, &text.name);
    html! {
        <div key={criterion.id.clone()} class="printout__question" data-test="question" data-criterion={criterion.id.clone()}>
            <h3>{ named }</h3>
            <p class="printout__text">{ &text.question }</p>
            <p class="muted">{ terms_of(view, criterion) }</p>
            <p class="muted">{ &text.hint }</p>
            <p class="muted">{ view.locale().colon(view.t(w::SOURCE_ASKS), &text.source) }</p>
            <ul class="printout__boxes">{ for (1..).zip(&text.levels).map(level) }</ul>
            <ul class="printout__boxes printout__boxes--row">
                <li class="printout__name">{ view.t(r::BACKED) }</li>
                { for grades }
            </ul>
            if criterion.na_allowed { { written(view.t(r::OUT), &reason) } }
            { for figures }
            <div class="printout__room">{ written(view.t(r::ROOM), &entry.note) }</div>
        </div>
    }
}

/// The time that a question looks back on, and of whom it is asked where not of every firm.
fn terms_of(view: View, criterion: &Criterion) -> String {
    let window = window(view, criterion);
    match criterion.na_without.is_empty() {
        true => window,
        false => view.locale().clauses(&window, &not_sold(&view.narrator(), criterion)),
    }
}

/// A box to tick, or a ticked one.
fn box_(ticked: bool, text: &str) -> Html {
    html! {
        <li class={ticked.then_some("printout__ticked")}>
            <span class="printout__box"></span>
            <span>{ cell(text) }</span>
        </li>
    }
}

/// Something written, or a line to write on.
fn written(name: &str, value: &str) -> Html {
    html! { <p class="printout__line"><span class="printout__name">{ name.to_string() }</span><span class="printout__value">{ value.to_string() }</span></p> }
}
