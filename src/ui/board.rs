//! The plan as a board: a lane for each thirty days, a card for each action. Moved with buttons, a list or the pointer.
//!
//! Changes the plan only; no score depends on it.

use yew::prelude::*;

use crate::domain::assessment::{Action as PlanAction, Kind, Lane, Status};
use crate::i18n::{words as w, words_board as b, words_plan as p};
use crate::platform::{clock, field};
use crate::state::{Edit, Open, PlanField};

use super::parts::{choice, line, lines};
use super::reasons::name_at;
use super::steps::{kind_name, lane_name, status_name, step};
use super::{View, nothing};

/// The board, or a word where the plan is empty.
pub fn board(view: View, open: &Open) -> Html {
    let actions = &open.assessment.actions;
    if actions.is_empty() {
        return html! {
            <section>
                <h2>{ view.t(p::ADOPTED) }</h2>
                <p class="muted">{ view.t(p::ADOPTED_NONE) }</p>
            </section>
        };
    }
    let today = view.state.today.as_str();
    let count =
        |counts: &dyn Fn(&PlanAction) -> bool| actions.iter().filter(|a| counts(a)).count().to_string();
    let sum = view.f(
        b::COUNT,
        &[
            ("all", &count(&|_| true)),
            ("done", &count(&|a| a.status == Status::Done)),
            ("late", &count(&|a| overdue(a, today))),
        ],
    );
    html! {
        <section>
            <h2>{ view.t(p::ADOPTED) }</h2>
            <p data-test="plan-sum">{ sum }</p>
            <p class="muted">{ view.t(b::NO_SCORE) }{ " " }{ view.t(b::ORDER) }</p>
            <div class="board">{ for Lane::ALL.iter().map(|lane| column(view, open, *lane, today)) }</div>
        </section>
    }
}

/// Whether an action should be finished by now and is not.
fn overdue(action: &PlanAction, today: &str) -> bool {
    // ISO dates sort as text.
    matches!(action.status, Status::Planned | Status::Doing)
        && action.due.as_deref().is_some_and(|due| due < today)
}

fn column(view: View, open: &Open, lane: Lane, today: &str) -> Html {
    let cards = open.assessment.actions.iter().enumerate().filter(|(_, action)| action.lane == lane);
    let cards: Vec<Html> = cards.map(|(at, action)| card(view, open, at, action, today)).collect();
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    let drop = view.edit(move |event: DragEvent| {
        event.prevent_default();
        Some(Edit::Plan(field::dropped(&event)?.parse().ok()?, PlanField::Lane(lane)))
    });
    let empty = cards.is_empty();
    html! {
        <section key={lane.word()} class="lane" data-test={format!("lane-{}", lane.word())} ondragover={over} ondrop={drop}>
            <h3>{ view.t(lane_name(lane)) }</h3>
            if empty {
                <p class="muted">{ view.t(b::EMPTY) }</p>
            } else {
                <ul class="cards">{ for cards }</ul>
            }
        </section>
    }
}

/// Name of the question of an action, and what there is to do.
fn what(view: View, action: &PlanAction) -> (String, Html) {
    let model = &view.state.model;
    let Some((at, criterion)) = model.find_criterion(&action.criterion) else {
        return (action.criterion.clone(), nothing());
    };
    let dimension = model.dimensions.get(at.dimension);
    let text = dimension.and_then(|of| view.state.texts.criterion(view.locale(), &of.id, &criterion.id));
    let to_do = match (text, usize::from(action.to).checked_sub(2)) {
        (Some(text), _) if action.kind == Kind::Prove => {
            html! { <p>{ view.f(p::KIND_PROVE_BODY, &[("evidence", &text.evidence)]) }</p> }
        }
        (Some(text), Some(place)) => step(view, text, place),
        _ => nothing(),
    };
    (name_at(view, at), to_do)
}

fn card(view: View, open: &Open, at: usize, action: &PlanAction, today: &str) -> Html {
    let (name, to_do) = what(view, action);
    let model = &view.state.model;
    let place = model.find_criterion(&action.criterion).map(|(place, _)| place);
    let level = place.and_then(|place| Some(open.card.standing(place)?.rating()?.effective));
    let now = level.map(|level| {
        let (now, to) = (level.to_string(), action.to.to_string());
        match level >= action.to {
            true => html! { <span class="chip" data-test="reached">{ view.t(b::REACHED) }</span> },
            false => html! { <span>{ view.f(b::NOW_AT, &[("now", &now), ("to", &to)]) }</span> },
        }
    });
    let done = action.done.as_ref().map(|date| view.f(p::DONE_ON, &[("date", date)]));
    let late = overdue(action, today)
        .then(|| html! { <strong class="chip" data-test="overdue">{ view.t(b::OVERDUE) }</strong> });
    let drag = Callback::from(move |event: DragEvent| field::drag(&event, &at.to_string()));
    let key = format!("{}-{}-{}", action.criterion, action.kind.word(), action.to);
    let facts = [action.owner.clone(), action.due.clone().unwrap_or_default(), done.unwrap_or_default()];
    html! {
        <li {key} class="card card--adopted" data-test="action" draggable="true" ondragstart={drag}>
            <h4>{ &name }</h4>
            <p class="card__facts">
                <span class="chip">{ view.t(kind_name(action.kind)) }</span>
                <span class="chip">{ view.t(status_name(action.status)) }</span>
                <span>{ late.unwrap_or_default() }</span>
                <span>{ now.unwrap_or_default() }</span>
                { for facts.into_iter().map(|fact| html! { <span>{ fact }</span> }) }
            </p>
            { moves(view, at, action, &name) }
            <details>
                <summary>{ view.t(b::EDIT) }</summary>
                { to_do }
                { fields(view, at, action, &name) }
            </details>
        </li>
    }
}

/// The buttons that move a card a lane back or on.
fn moves(view: View, at: usize, action: &PlanAction, name: &str) -> Html {
    let here = Lane::ALL.iter().position(|lane| *lane == action.lane).unwrap_or_default();
    let button = |to: Option<Lane>, text, label, test| {
        let onclick = view.edit(move |_: MouseEvent| Some(Edit::Plan(at, PlanField::Lane(to?))));
        let label = view.f(label, &[("name", name)]);
        html! {
            <button type="button" class="small" data-test={test} aria-label={label} disabled={to.is_none()} {onclick}>{ view.t(text) }</button>
        }
    };
    let earlier = here.checked_sub(1).and_then(|at| Lane::ALL.get(at)).copied();
    let later = Lane::ALL.get(here + 1).copied();
    html! {
        <p class="card__moves">
            { button(earlier, b::EARLIER, b::EARLIER_OF, "earlier") }
            { button(later, b::LATER, b::LATER_OF, "later") }
        </p>
    }
}

fn fields(view: View, at: usize, action: &PlanAction, name: &str) -> Html {
    let id = |part: &str| format!("plan-{at}-{part}");
    let status = Status::ALL
        .iter()
        .map(|s| (s.word().to_string(), view.t(status_name(*s)).to_string(), *s == action.status));
    let lanes_of = Lane::ALL
        .iter()
        .map(|l| (l.word().to_string(), view.t(lane_name(*l)).to_string(), *l == action.lane));
    let set_status = view.edit(move |event: Event| {
        let status = Status::from_word(&field::text(&event))?;
        Some(Edit::Plan(at, PlanField::Status(status, clock::day_after(0))))
    });
    let set_lane = view.edit(move |event: Event| {
        Some(Edit::Plan(at, PlanField::Lane(Lane::from_word(&field::text(&event))?)))
    });
    let typed = |make: fn(String) -> PlanField| {
        view.edit(move |event: InputEvent| Some(Edit::Plan(at, make(field::text(&event)))))
    };
    let day = |part: &str, label, value: &Option<String>, make: fn(String) -> PlanField| {
        let onchange = view.edit(move |event: Event| Some(Edit::Plan(at, make(field::text(&event)))));
        html! {
            <p class="field">
                <label for={id(part)}>{ view.t(label) }</label>
                <input id={id(part)} type="date" value={value.clone().unwrap_or_default()} {onchange} />
            </p>
        }
    };
    let discard = view.edit(move |_: MouseEvent| Some(Edit::Discard(at)));
    html! {
        <>
            <div class="fields">
                { choice(&id("status"), view.t(p::STATUS), &status.collect::<Vec<_>>(), set_status) }
                { choice(&id("lane"), view.t(p::LANE), &lanes_of.collect::<Vec<_>>(), set_lane) }
                { line(&id("owner"), view.t(p::OWNER), &action.owner, None, view, typed(PlanField::Owner)) }
                { day("start", b::START, &action.start, PlanField::Start) }
                { day("due", p::DUE, &action.due, PlanField::Due) }
            </div>
            { lines(view, &id("proof"), view.t(b::PROOF), &action.proof, typed(PlanField::Proof)) }
            { lines(view, &id("note"), view.t(w::NOTE), &action.note, typed(PlanField::Note)) }
            <p><button type="button" class="small" onclick={discard} aria-label={view.f(p::DISCARD_OF, &[("name", name)])}>
                { view.t(p::DISCARD) }
            </button></p>
        </>
    }
}
