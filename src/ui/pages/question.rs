//! The questions of one dimension under its lens, one question filling the screen, and the key questions of all.

use yew::prelude::*;

use crate::state::{Page, Workspace};
use fuxiao_core::CriterionStatus;
use fuxiao_language::{dimension_name, words as w, words_answering as a};

use super::super::answers::question;
use super::super::keys::{NavTarget, neighbour};
use super::super::rule::rule;
use super::super::widgets::{button_link, link, meter};
use super::super::{View, nothing};

/// The questions of a dimension.
pub fn dimension(view: View, workspace: &Workspace, id: &str) -> Html {
    let model = &view.state.model;
    let Some((at, dimension)) = model.find_dimension(id) else {
        return super::plain(view, w::NOWHERE, w::NOWHERE_BODY, nothing());
    };
    let name = dimension_name(id, view.locale());
    let text = view.state.texts.dimension(view.locale(), id);
    let score = workspace.card.dimensions.get(at);
    let (answered, total) = score.map_or((0, 0), |score| (score.answered, score.applicable));
    let progress =
        view.f(w::ANSWERED_OF, &[("answered", &answered.to_string()), ("total", &total.to_string())]);
    let neighbour = |at: Option<usize>| at.and_then(|at| model.dimensions.get(at));
    let to = |id: &str| view.inside(workspace, Page::Dimension(id.to_string(), None));
    let before = neighbour(at.checked_sub(1));
    let after = neighbour(at.checked_add(1));
    html! {
        <div class="answering">
            <h1 tabindex="-1">{ name }</h1>
            <p class="lens">{ text.map(|text| text.lens.clone()).unwrap_or_default() }</p>
            { rule(view) }
            <p class="answering__progress">{ &progress }</p>
            { meter(answered, total, progress.clone()) }
            if let Some(text) = text {
                <div class="questions" key={format!("{id}-{}", view.locale().tag())}>
                    { for dimension.criteria.iter().filter_map(|criterion| {
                        let words = text.criteria.get(&criterion.id)?;
                        Some(question(view, workspace, criterion, words))
                    }) }
                </div>
            } else {
                <p class="muted">{ view.t(w::LOADING) }</p>
            }
            { sitting(view, workspace, score.is_some_and(|score| score.complete())) }
            <p class="button-row button-row--ends">
                if let Some(after) = after {
                    { button_link(&to(&after.id), &view.f(w::NEXT, &[("name", dimension_name(&after.id, view.locale()))]), true) }
                } else {
                    { button_link(&view.inside(workspace, Page::Check(None)), view.t(a::TO_CHECK), true) }
                }
                if let Some(before) = before {
                    { link(&to(&before.id), &view.f(w::PREVIOUS, &[("name", dimension_name(&before.id, view.locale()))])) }
                }
            </p>
        </div>
    }
}

/// The key questions of all dimensions.
pub fn express(view: View, workspace: &Workspace) -> Html {
    let model = &view.state.model;
    let key = || model.criteria().filter(|(_, criterion)| criterion.key);
    let applies = |at| workspace.card.status(at).is_some_and(CriterionStatus::applicable);
    let total = key().filter(|(at, _)| applies(*at)).count();
    let answered = key()
        .filter(|(at, _)| workspace.card.status(*at).and_then(CriterionStatus::rating).is_some())
        .count();
    let progress =
        view.f(w::ANSWERED_OF, &[("answered", &answered.to_string()), ("total", &total.to_string())]);
    let questions = key().filter_map(|(at, criterion)| {
        let dimension = model.dimensions.get(at.dimension)?;
        let text = view.state.texts.criterion(view.locale(), &dimension.id, &criterion.id)?;
        Some(question(view, workspace, criterion, text))
    });
    html! {
        <div class="answering">
            <h1 tabindex="-1">{ view.t(w::EXPRESS) }</h1>
            <p class="lens">{ view.t(w::EXPRESS_LEAD) }</p>
            { rule(view) }
            <p class="answering__progress">{ &progress }</p>
            { meter(answered, total, progress.clone()) }
            <div class="questions" key={view.locale().tag()}>{ for questions }</div>
            <p class="button-row button-row--ends">
                { button_link(&view.inside(workspace, Page::Results), view.t(w::SEE_RESULTS), true) }
                { link(&view.inside(workspace, Page::Overview), view.t(w::GO_ON)) }
            </p>
        </div>
    }
}

/// One question filling the screen, made for projecting: no score, nothing else to look at.
pub fn single(view: View, workspace: &Workspace, id: &str) -> Html {
    let model = &view.state.model;
    let (Some((at, criterion)), Some(dimension)) = (model.find_criterion(id), model.dimension_of(id)) else {
        return super::plain(view, w::NOWHERE, w::NOWHERE_BODY, nothing());
    };
    let number = model.criteria().take_while(|(other, _)| *other <= at).count().to_string();
    let total = model.criteria().count().to_string();
    let progress = view.f(a::QUESTION_OF, &[("n", &number), ("total", &total)]);
    let text = view.state.texts.criterion(view.locale(), &dimension.id, id);
    let last = dimension.criteria.last().is_some_and(|last| last.id == id);
    let done = last && workspace.card.dimensions.get(at.dimension).is_some_and(|score| score.complete());
    let to = |on: bool| match neighbour(view, workspace, criterion, on) {
        NavTarget::There(hash) => Some(hash),
        _ => None,
    };
    let (next, previous) = (to(true), to(false));
    html! {
        <div class="answering answering--single">
            <div class="answering__head">
                <h1 tabindex="-1">{ dimension_name(&dimension.id, view.locale()) }</h1>
                <p class="answering__progress">{ &progress }</p>
            </div>
            { meter(workspace.card.overall.answered, workspace.card.overall.applicable, progress.clone()) }
            if let Some(text) = text {
                { rule(view) }
                <div class="questions" key={format!("{id}-{}", view.locale().tag())}>{ question(view, workspace, criterion, text) }</div>
            } else {
                <p class="muted">{ view.t(w::LOADING) }</p>
            }
            { sitting(view, workspace, done) }
            <p class="button-row button-row--ends">
                if let Some(next) = next { { button_link(&next, view.t(a::NEXT_QUESTION), true) } }
                if let Some(previous) = previous { { link(&previous, view.t(a::PREVIOUS_QUESTION)) } }
            </p>
        </div>
    }
}

/// Minutes without a pause after which a break is proposed: attention falls after 15 to 20 (research notes, §1.2).
const LONG: u64 = 18;

/// Where a sitting may end: once a dimension is complete.
fn sitting(view: View, workspace: &Workspace, done: bool) -> Html {
    let left = workspace.card.overall.applicable - workspace.card.overall.answered;
    let mut said: Vec<String> = Vec::new();
    if done && left > 0 {
        said.push(view.t(a::SECTION_DONE).to_string());
        let mut still = view.f(a::STILL_OPEN, &[("left", &left.to_string())]);
        if let Some(minutes) = view.state.pacing.left(left) {
            still = view.locale().clauses(&still, &view.f(a::PACE, &[("minutes", &minutes.to_string())]));
        }
        said.push(view.locale().sentence(&still));
    } else if left > 0 && view.state.pacing.minutes() >= LONG {
        let minutes = view.state.pacing.minutes().to_string();
        said.push(view.f(a::LONG_SITTING, &[("minutes", &minutes)]));
    }
    html! { <p class="sitting" role="status" data-test="sitting">{ said.join(" ") }</p> }
}
