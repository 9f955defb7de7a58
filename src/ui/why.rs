//! Why a level is what it is, on a page. The derivation itself is the narrative's.

use yew::prelude::*;

use crate::state::Workspace;
use fuxiao_core::CriterionRef;
use fuxiao_core::sensitivity::strongest;
use fuxiao_language::words_why as y;

pub use fuxiao_narrative::why::{Blocker, BlockerPlace, Derivation, adds, at_level, dimension, whole};

use super::reasons::name_at;
use super::{View, nothing};

/// How many answers are named that move the score most.
const STRONGEST: usize = 5;

/// A derivation on a page; nothing where there is none.
pub fn show(view: View, workspace: &Workspace, derivation: Option<Derivation>) -> Html {
    let Some(Derivation { score, sentences, blockers }) = derivation else { return nothing() };
    let link =
        |one: &Blocker| html! { <li><a href={view.blocker_href(workspace, one)}>{ &one.text }</a></li> };
    html! {
        <section class="why" data-test="why">
            <h2>{ view.t(y::WHY_TITLE) }</h2>
            <p data-test="sum">{ score.unwrap_or_default() }</p>
            { for sentences.iter().map(|sentence| html! { <p>{ sentence }</p> }) }
            if !blockers.is_empty() {
                <p>{ view.t(y::WHY_HOLDING) }</p>
                <ul class="blocker-list" data-test="blocker-list">{ for blockers.iter().map(link) }</ul>
            }
            <p class="muted">{ view.t(y::WHY_MEAN) }</p>
        </section>
    }
}

/// The answers that move the overall score most.
pub fn movers(view: View, workspace: &Workspace) -> Html {
    let found = strongest(&view.state.model, &workspace.card);
    if found.is_empty() {
        return nothing();
    }
    let item = |(at, _): &(CriterionRef, f64)| {
        let model = &view.state.model;
        let (dimension, criterion) = (model.dimensions.get(at.dimension)?, model.criterion(*at)?);
        let adds = view.f(y::MOVE_ADDS, &[("adds", &adds(&view.case(workspace), *at))]);
        let to = view.answering(workspace, &dimension.id, &criterion.id);
        let level = workspace.card.status(*at)?.rating().map(|rating| rating.effective);
        let name = at_level(&view.narrator(), &name_at(&view.narrator(), *at), level);
        Some(
            html! { <li key={criterion.id.clone()}><a href={to}>{ name }</a>{ " " }<span class="muted">{ adds }</span></li> },
        )
    };
    html! {
        <section data-test="movers">
            <h2>{ view.t(y::MOVE_TITLE) }</h2>
            <p>{ view.t(y::MOVE_LEAD) }</p>
            <ul class="blocker-list">{ for found.iter().take(STRONGEST).filter_map(item) }</ul>
        </section>
    }
}
