//! The questionnaire on paper, blank or with the answers. Private notes are never on it.

use yew::prelude::*;

use crate::domain::{Answer, Criterion, Dimension, Entry, Evidence};
use crate::i18n::{
    CriterionText, dimension_name, words as w, words_answering as a, words_pages as p, words_paper as r,
};
use crate::platform::page;
use crate::state::{Open, Paper, Place};

use super::super::View;
use super::super::answers::numbered;
use super::super::parts::cell;
use super::super::proof::evidence_name;
use super::super::reasons::with_unit;

/// The page with what will be printed.
pub fn paper(view: View, open: &Open, paper: &Paper) -> Html {
    let dimensions = &view.state.model.dimensions;
    let meant = |dimension: &&Dimension| paper.dimension.as_ref().is_none_or(|id| *id == dimension.id);
    let shown: Vec<&Dimension> = dimensions.iter().filter(meant).collect();
    let came = |dimension: &&Dimension| view.state.texts.dimension(view.locale(), &dimension.id).is_some();
    let ready = shown.iter().all(came) && view.state.texts.common(view.locale()).is_some();
    let print = Callback::from(|_: MouseEvent| page::print());
    html! {
        <div class="paper">
            <div class="paper__choice">
                <h1 tabindex="-1">{ view.t(a::PAPER) }</h1>
                <p>{ view.t(r::LEAD) }</p>
                { choices(view, open, paper) }
                <p class="ways">
                    <button type="button" class="button button--main" disabled={!ready} data-test="print" onclick={print}>{ view.t(r::PRINT) }</button>
                </p>
            </div>
            { cover(view, open, paper) }
            if ready {
                <div class="paper__parts">{ for shown.iter().map(|dimension| part(view, open, paper, dimension)) }</div>
            } else {
                <p class="muted">{ view.t(w::LOADING) }</p>
            }
        </div>
    }
}

/// Blank or filled, all dimensions or one.
fn choices(view: View, open: &Open, paper: &Paper) -> Html {
    let one = |to: Paper, name: &str| {
        let here = (to == *paper).then_some("page");
        html! { <li><a href={view.inside(open, Place::Paper(to))} aria-current={here}>{ name }</a></li> }
    };
    let forms = [(false, r::BLANK), (true, r::FILLED)]
        .map(|(filled, name)| one(Paper { filled, ..paper.clone() }, view.t(name)));
    let all = view.state.model.dimensions.len().to_string();
    let whole = one(Paper { dimension: None, ..paper.clone() }, &view.f(r::WHOLE, &[("count", &all)]));
    let each = view.state.model.dimensions.iter().map(|dimension| {
        let to = Paper { dimension: Some(dimension.id.clone()), ..paper.clone() };
        one(to, dimension_name(&dimension.id, view.locale()))
    });
    html! {
        <>
            <ul class="paper__forms">{ for forms }</ul>
            <ul class="paper__forms">{ whole }{ for each }</ul>
        </>
    }
}

/// Who answered what, with lines to write on where nothing is known.
fn cover(view: View, open: &Open, paper: &Paper) -> Html {
    let assessment = &open.assessment;
    let changed = assessment.modified.get(..10).filter(|_| paper.filled).unwrap_or_default();
    let rows = [
        (p::TITLE, assessment.title.as_str()),
        (r::FIRM, &assessment.firm.name),
        (r::WHO, &assessment.respondent),
        (r::DATE, changed),
    ];
    let row = |(name, value): (crate::i18n::Text, &str)| {
        html! { <div><dt>{ view.t(name) }</dt><dd>{ value.to_string() }</dd></div> }
    };
    html! {
        <header class="paper__cover">
            <p class="paper__title">{ format!("{} · {}", view.t(w::PRODUCT), view.t(w::TAGLINE)) }</p>
            <dl>{ for rows.map(row) }</dl>
            <p>{ view.t(r::HOW) }</p>
        </header>
    }
}

fn part(view: View, open: &Open, paper: &Paper, dimension: &Dimension) -> Html {
    let text = view.state.texts.dimension(view.locale(), &dimension.id);
    let questions = dimension.criteria.iter().filter_map(|criterion| {
        Some(question(view, open, paper, criterion, text?.criteria.get(&criterion.id)?))
    });
    html! {
        <section key={dimension.id.clone()} class="paper__part">
            <h2>{ numbered(&dimension.id, dimension_name(&dimension.id, view.locale())) }</h2>
            <p class="muted">{ text.map(|text| text.lens.clone()).unwrap_or_default() }</p>
            { for questions }
        </section>
    }
}

fn question(view: View, open: &Open, paper: &Paper, criterion: &Criterion, text: &CriterionText) -> Html {
    let none = Entry::default();
    let entry = open.assessment.answers.get(&criterion.id).filter(|_| paper.filled).unwrap_or(&none);
    let level = |(n, level): (u8, &String)| box_(entry.level() == Some(n), &format!("{n}  {level}"));
    let grades = Evidence::ALL.iter().skip(1).map(|grade| {
        box_(entry.level().is_some() && entry.evidence == *grade, view.t(evidence_name(*grade)))
    });
    let reason = match &entry.answer {
        Answer::NotApplicable(reason) => reason.as_str(),
        _ => "",
    };
    let figures = criterion.kpis.iter().filter_map(|kpi| view.state.model.kpis.get(*kpi)).map(|kpi| {
        let common = view.state.texts.common(view.locale()).and_then(|common| common.kpis.get(&kpi.id));
        let unit = common.map(|text| text.unit.clone()).unwrap_or_default();
        let value = open.assessment.kpi_value(&kpi.id).filter(|_| paper.filled);
        let value = value.map(|value| with_unit(value, &kpi.unit)).unwrap_or_default();
        written(&format!("{} ({unit})", view.kpi_name(&kpi.id)), &value)
    });
    let named = numbered(&criterion.id, &text.name);
    html! {
        <div key={criterion.id.clone()} class="paper__question" data-test="question" data-criterion={criterion.id.clone()}>
            <h3>{ named }</h3>
            <p class="paper__text">{ &text.question }</p>
            <p class="muted">{ &text.hint }</p>
            <p class="muted">{ view.locale().colon(view.t(w::SOURCE_ASKS), &text.source) }</p>
            <ul class="paper__boxes">{ for (1..).zip(&text.levels).map(level) }</ul>
            <ul class="paper__boxes paper__boxes--row">
                <li class="paper__name">{ view.t(r::BACKED) }</li>
                { for grades }
            </ul>
            if criterion.na_allowed { { written(view.t(r::OUT), reason) } }
            { for figures }
            <div class="paper__room">{ written(view.t(r::ROOM), &entry.note) }</div>
        </div>
    }
}

/// A box to tick, or a ticked one.
fn box_(ticked: bool, text: &str) -> Html {
    html! {
        <li class={ticked.then_some("paper__ticked")}>
            <span class="paper__box"></span>
            <span>{ cell(text) }</span>
        </li>
    }
}

/// Something written, or a line to write on.
fn written(name: &str, value: &str) -> Html {
    html! { <p class="paper__line"><span class="paper__name">{ name.to_string() }</span><span class="paper__value">{ value.to_string() }</span></p> }
}
