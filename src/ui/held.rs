//! What holds the overall level down, by name: the legal gate, gate dimensions, the weakest questions, or what must be
//! answered before a level is shown. Each leads to where it can be changed.

use yew::prelude::*;

use crate::domain::overall::Withheld;
use crate::domain::why::{of_dimension, of_whole};
use crate::domain::{CriterionRef, Standing};
use crate::i18n::{dimension_name, words_explain as e};
use crate::state::{Open, Place};

use super::reasons::{figures_of_gate, name_at};
use super::why::{Holder, at_level};
use super::{View, nothing};

/// How many questions are named; the others are counted.
const NAMED: usize = 5;

/// A question with the level it counts for, leading to its answer.
fn question(view: View, open: &Open, at: CriterionRef) -> Option<Holder> {
    let model = &view.state.model;
    let (dimension, criterion) = (model.dimensions.get(at.dimension)?, model.criterion(at)?);
    let level = open.card.standing(at)?.rating().map(|rating| rating.effective);
    let name = name_at(view, at);
    let text = if level.is_some() { at_level(view, &name, level) } else { name };
    Some(Holder { text, to: view.answering(open, &dimension.id, &criterion.id), at: Some(at) })
}

/// What trips the legal gate.
fn legal(view: View, open: &Open) -> Vec<Holder> {
    let (model, tripped) = (&view.state.model, &open.card.overall.legal);
    let named =
        |holder: Holder| Holder { text: view.locale().colon(view.t(e::HELD_LEGAL), &holder.text), ..holder };
    let criteria = tripped.criteria.iter().filter_map(|at| question(view, open, *at)).map(named);
    let carrier = |kpi: usize| {
        let carriers = model.criteria().filter(move |(_, c)| c.kpis.contains(&kpi) || c.see.contains(&kpi));
        carriers.map(|(at, _)| at).next()
    };
    let figures = tripped.kpis.iter().zip(figures_of_gate(view, open)).filter_map(|(kpi, text)| {
        let at = carrier(*kpi)?;
        let (dimension, criterion) = (model.dimensions.get(at.dimension)?, model.criterion(at)?);
        let to = view.answering(open, &dimension.id, &criterion.id);
        Some(named(Holder { text, to, at: None }))
    });
    criteria.chain(figures).collect()
}

/// The questions that hold down the dimensions that hold the whole down, the lowest first.
fn weakest(view: View, open: &Open) -> Vec<CriterionRef> {
    let model = &view.state.model;
    let next = of_whole(model, &open.card).and_then(|why| why.next);
    let Some(next) = next else { return Vec::new() };
    let held = next.holding.iter().chain(next.gates.iter().filter(|at| !next.holding.contains(at)));
    let mut found: Vec<(u8, CriterionRef)> = Vec::new();
    for &dimension in held {
        let holding = of_dimension(model, &open.card, dimension).and_then(|why| why.next);
        for criterion in holding.map(|next| next.holding).unwrap_or_default() {
            let at = CriterionRef { dimension, criterion };
            let level = open.card.standing(at).and_then(Standing::rating).map(|rating| rating.effective);
            found.extend(level.map(|level| (level, at)));
        }
    }
    let found = crate::domain::order::sorted(found, |a, b| a.cmp(b));
    found.into_iter().map(|(_, at)| at).collect()
}

/// Questions behind a legal duty that are open, while they withhold the level.
fn open_duties(view: View, open: &Open) -> Vec<Holder> {
    if open.card.overall.level != Err(Withheld::LegalOpen) {
        return Vec::new();
    }
    let model = &view.state.model;
    let duties = model
        .criteria()
        .filter(|(at, criterion)| criterion.legal && open.card.standing(*at) == Some(&Standing::Unanswered));
    duties.filter_map(|(at, _)| question(view, open, at)).collect()
}

/// Everything that holds the level down, and how many questions more.
pub fn holders(view: View, open: &Open) -> (Vec<Holder>, usize) {
    let model = &view.state.model;
    let mut found = legal(view, open);
    found.extend(open_duties(view, open));
    let gates = of_whole(model, &open.card).and_then(|why| why.next).map(|next| next.gates);
    for dimension in gates.unwrap_or_default().into_iter().filter_map(|at| model.dimensions.get(at)) {
        let level = model.find_dimension(&dimension.id).and_then(|(at, _)| open.card.dimensions.get(at));
        let name = dimension_name(&dimension.id, view.locale());
        found.push(Holder {
            text: at_level(view, name, level.and_then(|score| score.counting_level())),
            to: view.inside(open, Place::Result(dimension.id.clone())),
            at: None,
        });
    }
    let weakest = weakest(view, open);
    let more = weakest.len().saturating_sub(NAMED);
    found.extend(weakest.into_iter().take(NAMED).filter_map(|at| question(view, open, at)));
    (found, more)
}

/// The same on the page, one line of links.
pub fn show(view: View, open: &Open) -> Html {
    let (holders, more) = holders(view, open);
    if holders.is_empty() {
        return nothing();
    }
    let more = (more > 0).then(|| view.f(e::HELD_MORE, &[("count", &more.to_string())]));
    html! {
        <div class="held" data-test="held">
            <p>{ view.t(e::HELD) }</p>
            <ul>
                { for holders.iter().map(|one| html! { <li><a href={one.to.clone()}>{ &one.text }</a></li> }) }
                <li class="muted">{ more.unwrap_or_default() }</li>
            </ul>
        </div>
    }
}
