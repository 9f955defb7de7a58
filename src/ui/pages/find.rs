//! All questions, to search and to filter. The words may be of either language, whichever the page is in.

use yew::prelude::*;

use crate::platform::field;
use crate::state::{Action, Find, FindFilter, Workspace, matches};
use fuxiao_core::{Answer, Criterion, Dimension, Entry};
use fuxiao_language::{
    CriterionText, Locale, dimension_name, words as w, words_answering as a, words_check as c,
};

use super::super::answers::{flag_name, numbered};
use super::super::widgets::badge;
use super::super::{View, nothing};

/// The search among the questions.
pub fn find(view: View, workspace: &Workspace) -> Html {
    let model = &view.state.model;
    let Find { words, only } = view.state.find.clone();
    let none = Entry::default();
    let entry = |criterion: &Criterion| workspace.assessment.answers.get(&criterion.id).unwrap_or(&none);
    let mut count = 0_usize;
    let groups = model.dimensions.iter().map(|dimension| {
        let found = dimension.criteria.iter().filter(|criterion| {
            only.matches(model, &workspace.assessment, criterion)
                && said(view, dimension, criterion, entry(criterion), &words)
        });
        let rows: Vec<Html> =
            found.map(|criterion| row(view, workspace, dimension, criterion, entry(criterion))).collect();
        count += rows.len();
        group(view, dimension, rows)
    });
    let groups: Vec<Html> = groups.collect();
    let said = match count {
        0 => view.t(c::FOUND_NONE).to_string(),
        _ => view.f(c::FOUND, &[("count", &count.to_string())]),
    };
    let typed =
        view.on(move |event: InputEvent| Some(Action::Find(Find { words: field::text(&event), only })));
    let choices = FindFilter::ALL.map(|one| {
        let count = model.criteria().filter(|(_, c)| one.matches(model, &workspace.assessment, c)).count();
        let words = words.clone();
        let onchange = view.on(move |_: Event| Some(Action::Find(Find { words: words.clone(), only: one })));
        html! {
            <label key={one as u8} class="tick">
                <input type="radio" name="only" checked={one == only} {onchange} />
                <span>{ view.f(only_name(one), &[("count", &count.to_string())]) }</span>
            </label>
        }
    });
    html! {
        <div class="find">
            <h1 tabindex="-1">{ view.t(a::FIND) }</h1>
            <p class="field">
                <label for="find">{ view.t(c::FIND_LABEL) }</label>
                <input id="find" type="search" autocomplete="off" maxlength="200" value={words} oninput={typed} aria-describedby="find-hint" />
                <span class="field__hint" id="find-hint">{ view.t(c::FIND_HINT) }</span>
            </p>
            <fieldset class="group find__only">
                <legend>{ view.t(c::ONLY) }</legend>
                <div class="find__choices">{ for choices }</div>
            </fieldset>
            <p role="status" data-test="found">{ said }</p>
            <div class="find__groups">{ for groups }</div>
        </div>
    }
}

const fn only_name(only: FindFilter) -> fuxiao_language::Text {
    match only {
        FindFilter::All => c::ONLY_ALL,
        FindFilter::Open => c::ONLY_OPEN,
        FindFilter::Later => c::ONLY_LATER,
        FindFilter::Ask => c::ONLY_ASK,
        FindFilter::Noted => c::ONLY_NOTED,
        FindFilter::Changed => c::ONLY_CHANGED,
    }
}

/// Whether the words stand somewhere in a question, in either language, or in what was noted there.
fn said(view: View, dimension: &Dimension, criterion: &Criterion, entry: &Entry, words: &str) -> bool {
    if words.trim().is_empty() {
        return true;
    }
    let texts = &view.state.texts;
    let mut parts: Vec<&str> = vec![&criterion.id, &entry.note, &entry.private];
    for locale in Locale::ALL {
        parts.push(dimension_name(&dimension.id, locale));
        if let Some(text) = texts.criterion(locale, &dimension.id, &criterion.id) {
            let CriterionText { name, short, question, hint, source, levels, .. } = text;
            parts.extend([name.as_str(), short, question, hint, source]);
            parts.extend(levels.iter().map(String::as_str));
        }
        let common = texts.common(locale);
        let kpis =
            criterion.kpis.iter().chain(&criterion.see).filter_map(|kpi| view.state.model.kpis.get(*kpi));
        let kpis = kpis.filter_map(|kpi| common?.kpis.get(&kpi.id));
        parts.extend(kpis.map(|kpi| kpi.name.as_str()));
    }
    matches(words, &parts)
}

fn group(view: View, dimension: &Dimension, rows: Vec<Html>) -> Html {
    let key = dimension.id.clone();
    if rows.is_empty() {
        return html! { <section {key} class="find__none"></section> };
    }
    html! {
        <section {key}>
            <h2>{ numbered(&dimension.id, dimension_name(&dimension.id, view.locale())) }</h2>
            <ul class="find__list">{ for rows }</ul>
        </section>
    }
}

fn row(
    view: View,
    workspace: &Workspace,
    dimension: &Dimension,
    criterion: &Criterion,
    entry: &Entry,
) -> Html {
    let to = view.answering(workspace, &dimension.id, &criterion.id);
    let state = match &entry.answer {
        _ if !criterion.asked_of(&workspace.assessment.firm) => {
            html! { <span class="muted">{ view.t(w::NOT_APPLICABLE) }</span> }
        }
        Answer::Level(level) => badge(Some(*level)),
        Answer::NotApplicable(_) => html! { <span class="muted">{ view.t(w::NOT_APPLICABLE) }</span> },
        Answer::Unanswered => html! { <span class="muted">{ view.t(c::NOT_ANSWERED) }</span> },
    };
    let flag = entry.flag.map(|flag| view.t(flag_name(flag)));
    let note: String = entry.note.chars().take(60).collect();
    let name = view.criterion_name(&dimension.id, &criterion.id);
    let more = [flag.map(str::to_string), Some(note).filter(|note| !note.is_empty())];
    let more: Vec<String> = more.into_iter().flatten().collect();
    html! {
        <li key={criterion.id.clone()} data-test="hit">
            <a href={to}>{ numbered(&criterion.id, &name) }</a>
            <span class="find__state">{ state }</span>
            if more.is_empty() { { nothing() } } else { <span class="find__more muted">{ more.join(" · ") }</span> }
        </li>
    }
}
