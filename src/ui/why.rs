//! Why a level is what it is, on a page. The derivation itself is the narrative's.

use yew::prelude::*;

use crate::domain::CriterionRef;
use crate::domain::influence::strongest;
use crate::i18n::words_why as y;
use crate::state::Open;

pub use fuxiao_narrative::why::{Derivation, Holder, Place, adds, at_level, dimension, whole};

use super::reasons::name_at;
use super::{View, nothing};

/// How many answers are named that move the score most.
const STRONGEST: usize = 5;

/// A derivation on a page; nothing where there is none.
pub fn show(view: View, open: &Open, derivation: Option<Derivation>) -> Html {
    let Some(Derivation { score, sentences, holders }) = derivation else { return nothing() };
    let link = |one: &Holder| html! { <li><a href={view.holder(open, one)}>{ &one.text }</a></li> };
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

/// The answers that move the overall score most.
pub fn movers(view: View, open: &Open) -> Html {
    let found = strongest(&view.state.model, &open.card);
    if found.is_empty() {
        return nothing();
    }
    let item = |(at, _): &(CriterionRef, f64)| {
        let model = &view.state.model;
        let (dimension, criterion) = (model.dimensions.get(at.dimension)?, model.criterion(*at)?);
        let adds = view.f(y::MOVE_ADDS, &[("adds", &adds(&view.case(open), *at))]);
        let to = view.answering(open, &dimension.id, &criterion.id);
        let level = open.card.standing(*at)?.rating().map(|rating| rating.effective);
        let name = at_level(&view.narrator(), &name_at(&view.narrator(), *at), level);
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
