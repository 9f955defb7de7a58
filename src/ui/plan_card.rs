//! A card of the plan: what, whose, until when; how far it is and where it goes are changed on its face, everything
//! else behind "details", which are made only while they are shown.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform::{clock, field};
use crate::state::{Action, BoardView, Edit, PlanField, Workspace};
use fuxiao_core::assessment::{Kind, Lane, PlanAction, Status};
use fuxiao_core::plan::span;
use fuxiao_core::plan_hint::{PlanHint, StepProgress, earliest, hints, overdue, step_progress};
use fuxiao_language::{Text, words as w, words_board as b, words_plan as p};

use super::board_filter::{FILTER_ID, since, theme_name, theme_of};
use super::steps::{
    change_text, hint_text, kind_name, lane_name, question_link, question_name, status_name, to_do,
};
use super::widgets::{choice, line, lines};
use super::{View, nothing};

/// The elements of a card by their part.
fn id(key: &str, part: &str) -> String {
    format!("plan-{key}-{part}")
}

/// A handler that changes the plan. Should what has the focus go to another place on the page by that, or away, the
/// first of these elements gets it that is there.
pub fn change<E: 'static>(
    view: View,
    focus_fallback: Vec<String>,
    make: impl Fn(E) -> Option<Edit> + 'static,
) -> Callback<E> {
    let (send, board) = (view.send.clone(), BoardView { focus_fallback, ..view.state.board.clone() });
    Callback::from(move |event: E| {
        if let Some(edit) = make(event) {
            send.emit(Action::Board(board.clone()));
            send.emit(Action::Edit(edit, clock::now()));
        }
    })
}

/// What a card is about, for all its parts.
#[derive(Clone, Copy)]
struct PlanCard<'a> {
    view: View<'a>,
    workspace: &'a Workspace,
    at: usize,
    action: &'a PlanAction,
    key: &'a str,
    name: &'a str,
    /// Keys of all cards that are shown.
    shown: &'a Rc<[String]>,
}

impl PlanCard<'_> {
    /// A handler that changes this step; the focus stays at one of the parts of the card, else near it.
    fn change<E: 'static>(self, part: &str, make: impl Fn(E) -> Option<PlanField> + 'static) -> Callback<E> {
        let (action, focus_fallback) =
            (self.key.to_string(), vec![id(self.key, part), FILTER_ID.to_string()]);
        change(self.view, focus_fallback, move |event: E| Some(Edit::Plan(action.clone(), make(event)?)))
    }

    /// A handler that unfolds the card, or folds it, and takes the focus to a part of it where its own place goes.
    fn toggle(self, part: Option<&'static str>) -> Callback<MouseEvent> {
        let (key, shown, board) = (self.key.to_string(), self.shown.clone(), self.view.state.board.clone());
        self.view.on(move |_: MouseEvent| {
            let mut board = board.clone();
            board.toggle(&key, &shown);
            board.focus_fallback.extend(part.map(|part| id(&key, part)));
            Some(Action::Board(board))
        })
    }

    /// A label that names the step.
    fn label(self, text: Text) -> String {
        self.view.locale().colon(self.view.t(text), self.name)
    }
}

/// A card; nothing where there is no such step. `shown` are the keys of all that are.
pub fn plan_card(view: View, workspace: &Workspace, at: usize, shown: &Rc<[String]>) -> Html {
    let Some(action) = workspace.assessment.actions.get(at) else { return nothing() };
    let key = action.id.clone();
    let name = question_name(&view.narrator(), &action.criterion);
    let one = PlanCard { view, workspace, at, action, key: &key, name: &name, shown };
    let unfolded = view.state.board.unfolded.contains(&key);
    // Text in a field could not be selected in something that can be dragged.
    let drags = !unfolded && !view.state.board.by_theme;
    let drag = Callback::from({
        let key = key.clone();
        move |event: DragEvent| field::drag(&event, &key)
    });
    let unfold = one.toggle(None);
    let classes =
        classes!("card", "card--adopted", (!fuxiao_core::plan_hint::open(action)).then_some("card--over"));
    html! {
        <li key={key.clone()} class={classes} data-test="action" data-key={key.clone()} data-step={format!("{}-{}-{}", action.criterion, action.kind.word(), action.to)} draggable={drags.to_string()} ondragstart={drag}>
            <h4>{ question_link(view, workspace, &action.criterion) }</h4>
            { facts(one) }
            { changed(one) }
            { looks(one, unfolded) }
            <div class="card__moves">
                { status(one) }
                { moves(one) }
                <button type="button" class="small" id={id(&key, "more")} data-test="more" aria-expanded={unfolded.to_string()}
                    aria-label={one.label(b::MORE)} onclick={unfold}>{ view.t(b::MORE) }</button>
            </div>
            <div class="card__more">{ if unfolded { details(one) } else { nothing() } }</div>
        </li>
    }
}

fn facts(one: PlanCard) -> Html {
    let PlanCard { view, workspace, action, .. } = one;
    let reached = match action.kind {
        Kind::Practice => b::REACHED,
        Kind::Prove => b::REACHED_PROVE,
        Kind::Result => b::REACHED_RESULT,
    };
    let stands = match step_progress(&view.state.model, &workspace.assessment, &workspace.card, action) {
        StepProgress::Unknown => html! { <span data-test="unknown">{ view.t(b::UNKNOWN) }</span> },
        StepProgress::NotApplicable => html! { <span data-test="out">{ view.t(b::OUT) }</span> },
        StepProgress::Unanswered => html! { <span>{ view.t(b::UNANSWERED) }</span> },
        StepProgress::Below(now) => {
            let (now, to) = (now.to_string(), action.to.to_string());
            html! { <span>{ view.f(b::NOW_AT, &[("now", &now), ("to", &to)]) }</span> }
        }
        StepProgress::Reached => {
            html! { <span class="card__reached" data-test="reached">{ view.t(reached) }</span> }
        }
    };
    let dated = |text, date: &Option<String>| date.as_ref().map(|date| view.f(text, &[("date", date)]));
    let until = match action.status {
        Status::Done => dated(p::DONE_ON, &action.done),
        _ => dated(b::DUE_ON, &action.due),
    };
    let late = overdue(action, &view.state.today)
        .then(|| html! { <strong class="chip" data-test="overdue">{ view.t(b::OVERDUE) }</strong> });
    let beside = match view.state.board.by_theme {
        true => view.t(lane_name(action.lane)).to_string(),
        false => theme_of(view, action).map(|at| theme_name(view, at)).unwrap_or_default(),
    };
    html! {
        <p class="card__facts">
            <span class="chip">{ view.t(kind_name(action.kind)) }</span>
            { stands }
            <span>{ action.owner.clone() }</span>
            <span>{ until.unwrap_or_default() }</span>
            <span>{ late.unwrap_or_default() }</span>
            <span>{ beside }</span>
        </p>
    }
}

/// What changed since the baseline.
fn changed(one: PlanCard) -> Html {
    let view = one.view;
    let texts: Vec<String> =
        since(view, one.workspace, one.at).iter().map(|c| change_text(&view.narrator(), c)).collect();
    let text =
        (!texts.is_empty()).then(|| view.locale().colon(view.t(b::SINCE), &view.locale().list(&texts)));
    html! { <p class="card__changed" data-test={text.is_some().then_some("changed")}>{ text.unwrap_or_default() }</p> }
}

/// What deserves a look, and the one thing to do about it.
fn looks(one: PlanCard, unfolded: bool) -> Html {
    let PlanCard { view, workspace, at, action, .. } = one;
    let found = hints(&view.state.model, &workspace.assessment, at, &view.state.today);
    let reached = step_progress(&view.state.model, &workspace.assessment, &workspace.card, action)
        == StepProgress::Reached;
    let done =
        one.change("status", |_: MouseEvent| Some(PlanField::Status(Status::Done, clock::day_after(0))));
    let proof = one.toggle(Some("proof"));
    let item =
        |hint: &PlanHint| html! { <li key={format!("{hint:?}")}>{ hint_text(&view.narrator(), *hint) }</li> };
    let (say, mark) =
        (found.contains(&PlanHint::NoProof) && !unfolded, reached && action.status != Status::Done);
    html! {
        <div class="card__looks">
            <ul class="card__hints">{ for found.iter().map(item) }</ul>
            <p>
                if say {
                    <button type="button" class="small" data-test="say-proof" aria-label={one.label(b::SAY_PROOF)} onclick={proof}>{ view.t(b::SAY_PROOF) }</button>
                } else { { nothing() } }
            </p>
            <p>
                if mark {
                    <button type="button" class="small" data-test="mark-done" aria-label={one.label(b::MARK_DONE)} onclick={done}>{ view.t(b::MARK_DONE) }</button>
                } else { { nothing() } }
            </p>
        </div>
    }
}

/// How far it is, to be changed at once.
fn status(one: PlanCard) -> Html {
    let PlanCard { view, action, key, .. } = one;
    let onchange = one.change("status", |event: Event| {
        Some(PlanField::Status(Status::from_word(&field::text(&event))?, clock::day_after(0)))
    });
    let option = |status: &Status| {
        let (word, chosen) = (status.word(), *status == action.status);
        html! { <option key={word} value={word} selected={chosen}>{ view.t(status_name(*status)) }</option> }
    };
    html! {
        <select class="card__status" id={id(key, "status")} data-test="status" aria-label={one.label(p::STATUS)} {onchange}>
            { for Status::ALL.iter().map(option) }
        </select>
    }
}

/// The buttons that move a card a lane back or on. They stay where they are at the last lane, so that the focus does.
fn moves(one: PlanCard) -> Html {
    let PlanCard { view, workspace, at, action, key, name, .. } = one;
    let here = Lane::ALL.iter().position(|lane| *lane == action.lane).unwrap_or_default();
    let least = earliest(&workspace.assessment.actions, at);
    let button = |to: Option<Lane>, text, label, part: &'static str| {
        let onclick = one.change(part, move |_: MouseEvent| Some(PlanField::Lane(to?)));
        let idle = to.is_none_or(|to| to < least).then_some("true");
        html! {
            <button type="button" class="small" id={id(key, part)} data-test={part} aria-disabled={idle}
                aria-label={view.f(label, &[("name", name)])} {onclick}>{ view.t(text) }</button>
        }
    };
    let earlier = here.checked_sub(1).and_then(|at| Lane::ALL.get(at)).copied();
    let later = Lane::ALL.get(here + 1).copied();
    html! {
        <>
            { button(earlier, b::EARLIER, b::EARLIER_OF, "earlier") }
            { button(later, b::LATER, b::LATER_OF, "later") }
        </>
    }
}

fn details(one: PlanCard) -> Html {
    let PlanCard { view, workspace, action, key, name, .. } = one;
    let place = view.state.model.find_criterion(&action.criterion).map(|(place, _)| place);
    let lanes: Vec<_> = Lane::ALL
        .iter()
        .map(|lane| (lane.word().to_string(), view.t(lane_name(*lane)).to_string(), *lane == action.lane))
        .collect();
    let lane =
        one.change("lane", |event: Event| Some(PlanField::Lane(Lane::from_word(&field::text(&event))?)));
    let typed = |part: &str, make: fn(String) -> PlanField| {
        one.change(part, move |event: InputEvent| Some(make(field::text(&event))))
    };
    let day = |part: &str, label, value: &Option<String>, make: fn(String) -> PlanField| {
        let onchange = one.change(part, move |event: Event| Some(make(field::text(&event))));
        html! {
            <p class="field">
                <label for={id(key, part)}>{ view.t(label) }</label>
                <input id={id(key, part)} type="date" value={value.clone().unwrap_or_default()} {onchange} />
            </p>
        }
    };
    let done =
        (action.status == Status::Done).then(|| day("done", b::DONE_DAY, &action.done, PlanField::Done));
    let focus_fallback = vec![FILTER_ID.to_string()];
    let discarded = action.id.clone();
    let discard = change(view, focus_fallback, move |_: MouseEvent| Some(Edit::Discard(discarded.clone())));
    html! {
        <>
            <div>{ place.map(|place| to_do(view, workspace, place, action.kind, action.to)).unwrap_or_default() }</div>
            { line(&id(key, "owner"), view.t(p::OWNER), &action.owner, None, view, typed("owner", PlanField::Owner)) }
            { day("start", b::START, &action.start, PlanField::Start) }
            { day("due", p::DUE, &action.due, PlanField::Due) }
            <div>{ lane_end(one) }</div>
            <div>{ done.unwrap_or_default() }</div>
            { choice(&id(key, "lane"), view.t(p::LANE), &lanes, lane) }
            { lines(view, &id(key, "proof"), view.t(b::PROOF), &action.proof, typed("proof", PlanField::Proof)) }
            { lines(view, &id(key, "note"), view.t(w::NOTE), &action.note, typed("note", PlanField::Note)) }
            <p><button type="button" class="small" data-test="discard" onclick={discard} aria-label={view.f(p::DISCARD_OF, &[("name", name)])}>
                { view.t(p::DISCARD) }
            </button></p>
        </>
    }
}

/// The button that makes a step due on the last day of its lane, where it is not.
fn lane_end(one: PlanCard) -> Html {
    let PlanCard { view, action, .. } = one;
    let end = span(action.lane, &view.state.today).and_then(|(_, end)| end);
    let Some(end) = end.filter(|end| action.due.as_ref() != Some(end)) else { return nothing() };
    let text = view.f(b::DUE_LANE, &[("date", &end)]);
    let onclick = one.change("due", move |_: MouseEvent| Some(PlanField::Due(end.clone())));
    html! {
        <button type="button" class="small" data-test="due-lane" aria-label={view.locale().colon(&text, one.name)} {onclick}>{ text }</button>
    }
}
