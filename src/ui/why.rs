//! Why a level is what it is: the derivation in words and figures, for the pages and for the report alike.

use yew::prelude::*;

use crate::domain::CriterionRef;
use crate::domain::influence::{influence, strongest};
use crate::domain::why::{Share, Why, of_dimension, of_whole};
use crate::i18n::{dimension_name, fixed, level_of, percent, words_why as y};
use crate::state::{Open, Place};

use super::reasons::name_at;
use super::{View, explain, nothing};

/// How many answers are named that move the score most.
const STRONGEST: usize = 5;

/// Something that holds a level down, with the place where it can be looked into.
pub struct Holder {
    /// What and where it stands, as `name (level 2)`.
    pub text: String,
    /// The address.
    pub to: String,
    /// The question; `None` for a dimension.
    pub at: Option<CriterionRef>,
}

/// A derivation: sentences, and what holds the level down.
pub struct Derivation {
    /// How the score comes about.
    pub score: Option<String>,
    /// What the next level asks and what is there, one sentence each.
    pub sentences: Vec<String>,
    /// What holds the level down, in model order.
    pub holders: Vec<Holder>,
}

/// The derivation of the whole; `None` while its level is withheld.
pub fn whole(view: View, open: &Open) -> Option<Derivation> {
    let model = &view.state.model;
    let why = of_whole(model, &open.card)?;
    let holder = |at: usize| {
        let dimension = model.dimensions.get(at)?;
        let level = open.card.dimensions.get(at)?.counting_level();
        let name = dimension_name(&dimension.id, view.locale());
        Some(Holder {
            text: at_level(view, name, level),
            to: view.inside(open, Place::Result(dimension.id.clone())),
            at: None,
        })
    };
    Some(derivation(view, explain::whole(view, open), &why, &holder))
}

/// The derivation of a dimension, by position; `None` without an answer.
pub fn dimension(view: View, open: &Open, at: usize) -> Option<Derivation> {
    let model = &view.state.model;
    let why = of_dimension(model, &open.card, at)?;
    let holder = |c: usize| {
        let place = CriterionRef { dimension: at, criterion: c };
        let (dimension, criterion) = (model.dimensions.get(at)?, model.criterion(place)?);
        let level = open.card.standing(place)?.rating().map(|rating| rating.effective);
        Some(Holder {
            text: at_level(view, &name_at(view, place), level),
            to: view.answering(open, &dimension.id, &criterion.id),
            at: Some(place),
        })
    };
    Some(derivation(view, explain::dimension(view, open, at), &why, &holder))
}

/// A name with the level it is at.
pub fn at_level(view: View, name: &str, level: Option<u8>) -> String {
    view.f(y::AT_LEVEL, &[("name", name), ("level", &level_of(level))])
}

fn derivation(
    view: View,
    score: Option<String>,
    why: &Why,
    holder: &dyn Fn(usize) -> Option<Holder>,
) -> Derivation {
    let Some(next) = &why.next else {
        return Derivation { score, sentences: vec![view.t(y::WHY_TOP).to_string()], holders: Vec::new() };
    };
    let asks = |text, level: u8, share: Share, enough: bool| {
        let verdict = view.t(if enough { y::ENOUGH } else { y::NOT_ENOUGH });
        let (part, total) = (share.part.to_string(), share.total.to_string());
        let of = percent(share.part as f64 / share.total.max(1) as f64);
        let level = level.to_string();
        view.f(
            text,
            &[("level", &level), ("part", &part), ("total", &total), ("share", &of), ("verdict", verdict)],
        )
    };
    let below = next.level - 1;
    let mut sentences = vec![
        view.f(y::WHY_LEVEL, &[("level", &next.level.to_string())]),
        asks(y::WHY_HERE, next.level, next.here, next.here_enough),
        asks(y::WHY_BELOW, below, next.below, next.below_enough),
    ];
    let model = &view.state.model;
    if !next.gates.is_empty() {
        let of = |at: &usize| Some(dimension_name(&model.dimensions.get(*at)?.id, view.locale()).to_string());
        let names: Vec<String> = next.gates.iter().filter_map(of).collect();
        let names = view.locale().list(&names);
        sentences.push(view.f(y::WHY_GATES, &[("level", &below.to_string()), ("names", &names)]));
    }
    if let (true, Some(gate)) = (next.legal, &model.legal_gate) {
        sentences.push(view.f(y::WHY_LEGAL, &[("cap", &gate.cap.to_string())]));
    }
    Derivation { score, sentences, holders: next.holding.iter().filter_map(|at| holder(*at)).collect() }
}

/// A derivation on a page; nothing where there is none.
pub fn show(view: View, derivation: Option<Derivation>) -> Html {
    let Some(Derivation { score, sentences, holders }) = derivation else { return nothing() };
    let link = |one: &Holder| html! { <li><a href={one.to.clone()}>{ &one.text }</a></li> };
    html! {
        <section class="why" data-test="why">
            <h2>{ view.t(y::WHY_TITLE) }</h2>
            <p data-test="sum">{ score.unwrap_or_default() }</p>
            { for sentences.iter().map(|sentence| html! { <p>{ sentence }</p> }) }
            if !holders.is_empty() {
                <p>{ view.t(y::WHY_HOLDING) }</p>
                <ul class="holders" data-test="holders">{ for holders.iter().map(link) }</ul>
            }
            <p class="muted">{ view.t(y::WHY_MEAN) }</p>
        </section>
    }
}

/// What one level more of a criterion adds to the overall score, as text; a dash where it is not answered.
pub fn adds(view: View, open: &Open, at: CriterionRef) -> String {
    let adds = influence(&view.state.model, &open.card, at);
    adds.map_or_else(|| "–".to_string(), |ratio| format!("+{}", fixed(ratio.value(), 3)))
}

/// The answers that move the overall score most.
pub fn movers(view: View, open: &Open) -> Html {
    let found = strongest(&view.state.model, &open.card);
    if found.is_empty() {
        return nothing();
    }
    let item = |(at, _): &(CriterionRef, f64)| {
        let model = &view.state.model;
        let (dimension, criterion) = (model.dimensions.get(at.dimension)?, model.criterion(*at)?);
        let adds = view.f(y::MOVE_ADDS, &[("adds", &adds(view, open, *at))]);
        let to = view.answering(open, &dimension.id, &criterion.id);
        let level = open.card.standing(*at)?.rating().map(|rating| rating.effective);
        let name = at_level(view, &name_at(view, *at), level);
        Some(
            html! { <li key={criterion.id.clone()}><a href={to}>{ name }</a>{ " " }<span class="muted">{ adds }</span></li> },
        )
    };
    html! {
        <section data-test="movers">
            <h2>{ view.t(y::MOVE_TITLE) }</h2>
            <p>{ view.t(y::MOVE_LEAD) }</p>
            <ul class="holders">{ for found.iter().take(STRONGEST).filter_map(item) }</ul>
        </section>
    }
}
