//! What counts how much, and why: the weights of the model with their reasons and shares of the whole.

use yew::prelude::*;

use fuxiao_core::CriterionRef;
use fuxiao_core::ratio::Ratio;
use fuxiao_core::score_breakdown::{criterion_share, model_share};
use fuxiao_language::{dimension_name, fixed, words as w, words_pages as p};

use super::answers::numbered;
use super::widgets::{cell, table};
use super::{View, nothing};

fn share(share: Option<Ratio>) -> Html {
    cell(share.map(|share| format!("{}%", fixed(share.value() * 100.0, 1))).unwrap_or_default())
}

/// The table; nothing until the texts have come.
pub fn weights(view: View) -> Html {
    let model = &view.state.model;
    let Some(common) = view.state.texts.common(view.locale()) else { return nothing() };
    let why = |key: &Option<String>| {
        let text = key.as_ref().and_then(|key| common.why_weight.get(key));
        cell(text.cloned().unwrap_or_default())
    };
    let dimensions = model.dimensions.iter().enumerate();
    let dimensions = dimensions.map(|(at, dimension)| {
        vec![
            cell(numbered(&dimension.id, dimension_name(&dimension.id, view.locale()))),
            cell(dimension.weight.to_string()),
            why(&dimension.why_weight),
            share(model_share(model, at)),
        ]
    });
    let heavy = model.criteria().filter(|(_, criterion)| criterion.weight > 1);
    let criteria = heavy.filter_map(|(at, criterion): (CriterionRef, _)| {
        let dimension = model.dimensions.get(at.dimension)?;
        Some(vec![
            cell(numbered(&criterion.id, &view.criterion_name(&dimension.id, &criterion.id))),
            cell(criterion.weight.to_string()),
            why(&criterion.why_weight),
            share(criterion_share(model, at)),
        ])
    });
    let head = [w::COL_DIMENSION, p::COL_WEIGHT, p::COL_WHY, p::COL_SHARE].map(|name| view.t(name));
    let [_, weight, reason, part] = head;
    let questions = [view.t(p::COL_CRITERION), weight, reason, part];
    html! {
        <section data-test="weights">
            <h2>{ view.t(p::WEIGHTS_TITLE) }</h2>
            <p>{ view.t(p::WEIGHTS_LEAD) }</p>
            { table(view.t(w::DIMENSIONS), &head, dimensions.collect()) }
            { table(view.t(p::WEIGHTS_TITLE), &questions, criteria.collect()) }
            <p>{ view.t(p::WEIGHTS_EQUAL) }</p>
        </section>
    }
}
