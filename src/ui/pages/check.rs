//! Check of answers: every answer with what was said to it, the way people check a tax form before they send it.

use yew::prelude::*;

use crate::state::{Page, Workspace};
use fuxiao_core::edition::other;
use fuxiao_core::effective::is_open;
use fuxiao_core::trust::{Hint, contradictions, straight_lines};
use fuxiao_core::{Answer, Criterion, CriterionRef, CriterionStatus, Dimension, Entry, Evidence};
use fuxiao_language::{dimension_name, words as w, words_answering as a, words_check as c, words_pages as p};

use super::super::View;
use super::super::answers::{checked, flag_name, numbered, short};
use super::super::changed::notice;
use super::super::proof::evidence_name;
use super::super::reasons::{self, name_at, not_sold, reason_text, with_unit};
use super::super::widgets::{badge, button_link, link, status};

/// The check of all answers, or of one dimension.
pub fn check(view: View, workspace: &Workspace, of: Option<&str>) -> Html {
    let model = &view.state.model;
    let shown = model.dimensions.iter().enumerate().filter(|(_, d)| of.is_none_or(|of| of == d.id));
    let sections = shown.map(|(at, dimension)| section(view, workspace, at, dimension));
    let questions = of.map(|of| view.inside(workspace, Page::Dimension(of.to_string(), None)));
    html! {
        <div class="check">
            <h1 tabindex="-1">{ view.t(a::CHECK) }</h1>
            <p>{ view.t(c::LEAD) }</p>
            <p data-test="counts">{ counts(view, workspace) }</p>
            <div>{ notice(view, workspace) }</div>
            { open_ones(view, workspace) }
            <p class="button-row">
                { link(&view.inside(workspace, Page::Find), view.t(a::FIND)) }
                if of.is_some() { { link(&view.inside(workspace, Page::Check(None)), view.t(c::EVERY_DIMENSION)) } }
            </p>
            { second_look(view, workspace) }
            { retired(view, workspace) }
            { for sections }
            <p class="button-row button-row--ends">
                { button_link(&view.inside(workspace, Page::Results), view.t(w::SEE_RESULTS), true) }
                if let Some(questions) = questions { { link(&questions, view.t(c::TO_QUESTIONS)) } }
            </p>
        </div>
    }
}

fn counts(view: View, workspace: &Workspace) -> String {
    let whole = &workspace.card.overall;
    let all = view.state.model.criteria().count();
    let marked = workspace.assessment.answers.values().filter(|entry| entry.flag.is_some()).count();
    let values = [
        ("answered", whole.answered),
        ("out", all - whole.applicable),
        ("open", whole.applicable - whole.answered),
        ("marked", marked),
    ]
    .map(|(name, count)| (name, count.to_string()));
    view.f(c::COUNTS, &values.each_ref().map(|(name, count)| (*name, count.as_str())))
}

/// Where questions are open, with a link to the first of each.
fn open_ones(view: View, workspace: &Workspace) -> Html {
    let model = &view.state.model;
    let first = |dimension: &Dimension| {
        let first = dimension.criteria.iter().find(|one| is_open(one, &workspace.assessment))?;
        let to = view.answering(workspace, &dimension.id, &first.id);
        Some(
            html! { <li key={dimension.id.clone()}>{ link(&to, dimension_name(&dimension.id, view.locale())) }</li> },
        )
    };
    let links: Vec<Html> = model.dimensions.iter().filter_map(first).collect();
    html! {
        <div class="check__open">
            if !links.is_empty() {
                <h2>{ view.t(c::OPEN_IN) }</h2>
                <ul>{ for links }</ul>
            }
        </div>
    }
}

/// What deserves a second look, with the questions concerned.
fn second_look(view: View, workspace: &Workspace) -> Html {
    let mut looks: Vec<(String, Vec<CriterionRef>)> = Vec::new();
    for hint in &workspace.card.hints {
        match hint {
            Hint::StraightLine => {
                let name = |at: &usize| view.state.model.dimensions.get(*at);
                let names = straight_lines(&workspace.card.statuses);
                let names: Vec<String> = names
                    .iter()
                    .filter_map(name)
                    .map(|d| dimension_name(&d.id, view.locale()).to_string())
                    .collect();
                looks.push((view.f(c::STRAIGHT, &[("names", &view.locale().list(&names))]), Vec::new()));
            }
            Hint::Contradiction => {
                for one in contradictions(&view.state.model, &workspace.card.statuses) {
                    let (low, high) =
                        (name_at(&view.narrator(), one.low), name_at(&view.narrator(), one.high));
                    let theme = view.theme(one.theme).map_or("", |theme| theme.name.as_str());
                    let apart = one.apart.to_string();
                    let values =
                        [("low", low.as_str()), ("high", &high), ("theme", theme), ("apart", &apart)];
                    looks.push((view.f(c::SLIP, &values), vec![one.low, one.high]));
                }
            }
            other => looks.push((view.t(reasons::hint(*other)).to_string(), Vec::new())),
        }
    }
    let change = |at: CriterionRef| {
        let model = &view.state.model;
        let (dimension, criterion) = (model.dimensions.get(at.dimension)?, model.criterion(at)?);
        let to = view.answering(workspace, &dimension.id, &criterion.id);
        let name = view.criterion_name(&dimension.id, &criterion.id);
        Some(html! { <span class="check__slip">{ link(&to, &numbered(&criterion.id, &name)) }</span> })
    };
    let one = |(text, at): (String, Vec<CriterionRef>)| {
        html! { <li>{ text }{ " " }{ for at.into_iter().filter_map(change) }</li> }
    };
    html! {
        <div class="check__looks" data-test="looks">
            if !looks.is_empty() {
                <h2>{ view.t(p::HINTS_TITLE) }</h2>
                <ul>{ for looks.into_iter().map(one) }</ul>
            }
        </div>
    }
}

/// Figures of an earlier release that are no longer asked.
fn retired(view: View, workspace: &Workspace) -> Html {
    let gone = reasons::retired(&view.case(workspace));
    html! {
        <div class="check__looks" data-test="retired">
            if !gone.is_empty() {
                <h2>{ view.t(c::RETIRED) }</h2>
                <p>{ view.t(c::RETIRED_LEAD) }</p>
                <ul>{ for gone.into_iter().map(|one| html! { <li>{ one }</li> }) }</ul>
            }
        </div>
    }
}

fn section(view: View, workspace: &Workspace, at: usize, dimension: &Dimension) -> Html {
    let score = workspace.card.dimensions.get(at);
    let rows = dimension.criteria.iter().enumerate().map(|(criterion, one)| {
        row(view, workspace, dimension, one, CriterionRef { dimension: at, criterion })
    });
    html! {
        <section key={dimension.id.clone()} class="check__part">
            <h2>
                { numbered(&dimension.id, dimension_name(&dimension.id, view.locale())) }
                <span class="check__status">{ score.map(|score| status(&view.narrator(), score)).unwrap_or_default() }</span>
            </h2>
            { for rows }
        </section>
    }
}

fn row(
    view: View,
    workspace: &Workspace,
    dimension: &Dimension,
    criterion: &Criterion,
    at: CriterionRef,
) -> Html {
    let text = view.state.texts.criterion(view.locale(), &dimension.id, &criterion.id);
    let none = Entry::default();
    let entry = workspace.assessment.answers.get(&criterion.id).unwrap_or(&none);
    let level = |level: u8| text?.levels.get(usize::from(level).checked_sub(1)?).cloned();
    let (mark, answer) = match &entry.answer {
        _ if !criterion.asked_of(&workspace.assessment.firm) => {
            (badge(None), not_sold(&view.narrator(), criterion))
        }
        Answer::Level(n) => (badge(Some(*n)), level(*n).unwrap_or_default()),
        Answer::NotApplicable(reason) => {
            (badge(None), view.f(c::OUT, &[("reason", &reason_text(&view.narrator(), reason))]))
        }
        Answer::Unanswered => (badge(None), view.t(c::NOT_ANSWERED).to_string()),
    };
    let more = more(view, workspace, criterion, entry, at);
    let more = more.into_iter().map(|(name, text)| html! { <div><dt>{ name }</dt><dd>{ text }</dd></div> });
    html! {
        <div key={criterion.id.clone()} id={checked(&criterion.id)} class="check__row" tabindex="-1" data-test="row">
            <div class="check__head">
                <h3>{ numbered(&criterion.id, text.map_or("", |text| &text.name)) }</h3>
                { change(view, workspace, dimension, criterion, entry.answer != Answer::Unanswered) }
            </div>
            <p class="muted">{ text.map(|text| text.question.clone()).unwrap_or_default() }</p>
            <p class="check__answer">{ mark }<span>{ answer }</span></p>
            <dl>{ for more }</dl>
        </div>
    }
}

/// What was said besides the answer, and what that makes of it: names and texts.
fn more(
    view: View,
    workspace: &Workspace,
    criterion: &Criterion,
    entry: &Entry,
    at: CriterionRef,
) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut say = |name: &str, text: String| found.push((name.to_string(), text));
    if let Some(release) = other(&view.state.model, &workspace.assessment, criterion) {
        say(view.t(c::EDITION), view.f(c::EDITION_OF, &[("release", release)]));
    }
    if entry.evidence != Evidence::None {
        say(view.t(c::EVIDENCE), view.t(evidence_name(entry.evidence)).to_string());
    }
    let rating = workspace.card.status(at).and_then(CriterionStatus::rating);
    if let Some(rating) = rating.filter(|rating| rating.cap.is_some()) {
        let name = view.f(c::COUNTED, &[("level", &rating.effective.to_string())]);
        say(&name, reasons::cap(&view.case(workspace), at));
    }
    for kpi in criterion.kpis.iter().filter_map(|kpi| view.state.model.kpis.get(*kpi)) {
        if let Some(value) = workspace.assessment.kpi_value(&kpi.id) {
            let unit = view.state.texts.common(view.locale()).and_then(|common| common.kpis.get(&kpi.id));
            let unit = unit
                .filter(|_| !matches!(kpi.unit.as_str(), "%" | "‰"))
                .map(|text| format!(" {}", text.unit));
            let value = format!("{}{}", with_unit(value, &kpi.unit), unit.unwrap_or_default());
            say(view.t(c::FIGURES), view.locale().colon(&view.kpi_name(&kpi.id), &value));
        }
    }
    if !entry.note.is_empty() {
        say(view.t(c::SHARED), entry.note.clone());
    }
    if !entry.private.is_empty() {
        say(view.t(c::PRIVATE), entry.private.clone());
    }
    if let Some(flag) = entry.flag {
        say(view.t(c::MARK), view.t(flag_name(flag)).to_string());
    }
    found
}

/// The one click to the answer.
fn change(
    view: View,
    workspace: &Workspace,
    dimension: &Dimension,
    criterion: &Criterion,
    answered: bool,
) -> Html {
    let action = view.t(if answered { c::CHANGE } else { c::ANSWER });
    let name = view.criterion_name(&dimension.id, &criterion.id);
    let label = view.f(c::CHANGE_NAME, &[("action", action), ("id", short(&criterion.id)), ("name", &name)]);
    let to = view.answering(workspace, &dimension.id, &criterion.id);
    html! { <a class="check__change" href={to} aria-label={label}>{ action }</a> }
}
