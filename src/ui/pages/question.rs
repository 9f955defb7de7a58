//! The questions of one dimension under its lens, and the key questions of all of them.

use yew::prelude::*;

use crate::domain::Standing;
use crate::i18n::{dimension_name, words as w};
use crate::state::{Open, Place};

use super::super::answers::question;
use super::super::parts::{link, meter, way};
use super::super::{View, nothing};

/// The questions of a dimension.
pub fn dimension(view: View, open: &Open, id: &str) -> Html {
    let model = &view.state.model;
    let Some((at, dimension)) = model.find_dimension(id) else {
        return super::plain(view, w::NOWHERE, w::NOWHERE_BODY, nothing());
    };
    let name = dimension_name(id, view.locale());
    let text = view.state.texts.dimension(view.locale(), id);
    let score = open.card.dimensions.get(at);
    let (answered, total) = score.map_or((0, 0), |score| (score.answered, score.applicable));
    let progress =
        view.f(w::ANSWERED_OF, &[("answered", &answered.to_string()), ("total", &total.to_string())]);
    let neighbour = |at: Option<usize>| at.and_then(|at| model.dimensions.get(at));
    let to = |id: &str| view.inside(open, Place::Dimension(id.to_string(), None));
    let before = neighbour(at.checked_sub(1));
    let after = neighbour(at.checked_add(1));
    html! {
        <div class="answering">
            <h1 tabindex="-1">{ name }</h1>
            <p class="lens">{ text.map(|text| text.lens.clone()).unwrap_or_default() }</p>
            <p class="answering__progress">{ &progress }</p>
            { meter(answered, total, progress.clone()) }
            if let Some(text) = text {
                <div class="questions" key={format!("{id}-{}", view.locale().tag())}>
                    { for dimension.criteria.iter().filter_map(|criterion| {
                        let words = text.criteria.get(&criterion.id)?;
                        Some(question(view, open, dimension, criterion, words))
                    }) }
                </div>
            } else {
                <p class="muted">{ view.t(w::LOADING) }</p>
            }
            <p class="ways ways--ends">
                if let Some(after) = after {
                    { way(&to(&after.id), &view.f(w::NEXT, &[("name", dimension_name(&after.id, view.locale()))]), true) }
                } else {
                    { way(&view.inside(open, Place::Results), view.t(w::TO_RESULTS), true) }
                }
                if let Some(before) = before {
                    { link(&to(&before.id), &view.f(w::PREVIOUS, &[("name", dimension_name(&before.id, view.locale()))])) }
                }
            </p>
        </div>
    }
}

/// The key questions of all dimensions.
pub fn express(view: View, open: &Open) -> Html {
    let model = &view.state.model;
    let key = || model.criteria().filter(|(_, criterion)| criterion.key);
    let applies = |at| open.card.standing(at).is_some_and(Standing::applicable);
    let total = key().filter(|(at, _)| applies(*at)).count();
    let answered =
        key().filter(|(at, _)| open.card.standing(*at).and_then(Standing::rating).is_some()).count();
    let progress =
        view.f(w::ANSWERED_OF, &[("answered", &answered.to_string()), ("total", &total.to_string())]);
    let questions = key().filter_map(|(at, criterion)| {
        let dimension = model.dimensions.get(at.dimension)?;
        let text = view.state.texts.criterion(view.locale(), &dimension.id, &criterion.id)?;
        Some(question(view, open, dimension, criterion, text))
    });
    html! {
        <div class="answering">
            <h1 tabindex="-1">{ view.t(w::EXPRESS) }</h1>
            <p class="lens">{ view.t(w::EXPRESS_LEAD) }</p>
            <p class="answering__progress">{ &progress }</p>
            { meter(answered, total, progress.clone()) }
            <div class="questions" key={view.locale().tag()}>{ for questions }</div>
            <p class="ways ways--ends">
                { way(&view.inside(open, Place::Results), view.t(w::SEE_RESULTS), true) }
                { link(&view.inside(open, Place::Overview), view.t(w::GO_ON)) }
            </p>
        </div>
    }
}

/// One question filling the screen.
pub fn single(view: View, open: &Open, id: &str) -> Html {
    let model = &view.state.model;
    let (Some((at, criterion)), Some(dimension)) = (model.find_criterion(id), model.dimension_of(id)) else {
        return super::plain(view, w::NOWHERE, w::NOWHERE_BODY, nothing());
    };
    let _ = at;
    let text = view.state.texts.criterion(view.locale(), &dimension.id, id);
    html! {
        <div class="answering answering--single">
            <h1 tabindex="-1">{ dimension_name(&dimension.id, view.locale()) }</h1>
            { for text.map(|text| question(view, open, dimension, criterion, text)) }
        </div>
    }
}
