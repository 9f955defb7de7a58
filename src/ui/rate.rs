//! What matters to the clients of a firm: one row of 1 to 5 for each dimension, which may be left out.

use yew::prelude::*;

use crate::state::{Edit, Workspace};
use fuxiao_core::Dimension;
use fuxiao_language::{dimension_name, words_targets as t};

use super::View;

/// The highest importance.
const MOST: u8 = 5;

/// The rows, with how many are rated.
pub fn rates(view: View, workspace: &Workspace) -> Html {
    let model = &view.state.model;
    let rated =
        model.dimensions.iter().filter(|d| workspace.assessment.importance.contains_key(&d.id)).count();
    let (rated, total) = (rated.to_string(), model.dimensions.len().to_string());
    html! {
        <section id="importance" data-test="importance">
            <h2>{ view.t(t::RATE_TITLE) }</h2>
            <p>{ view.t(t::RATE_LEAD) }</p>
            <p role="status" data-test="rated">{ view.f(t::RATED, &[("rated", &rated), ("total", &total)]) }</p>
            <div class="rates">{ for model.dimensions.iter().map(|dimension| row(view, workspace, dimension)) }</div>
        </section>
    }
}

fn row(view: View, workspace: &Workspace, dimension: &Dimension) -> Html {
    let name = dimension_name(&dimension.id, view.locale());
    let now = workspace.assessment.importance.get(&dimension.id).copied();
    let one = |value: Option<u8>| {
        let id = dimension.id.clone();
        let onchange = view.edit(move |_: Event| Some(Edit::Importance(id.clone(), value)));
        let text = value.map_or_else(|| view.t(t::RATE_NONE).to_string(), |value| value.to_string());
        let word = value.map_or_else(|| "none".to_string(), |value| value.to_string());
        html! {
            <label key={word.clone()} class="tick">
                <input type="radio" name={format!("rate-{}", dimension.id)} value={word} checked={value == now} {onchange} />
                <span>{ text }</span>
            </label>
        }
    };
    html! {
        <fieldset key={dimension.id.clone()} class="rate" data-test={format!("rate-{}", dimension.id)}>
            <legend><span class="unseen">{ view.f(t::RATE_OF, &[("name", name)]) }</span><span aria-hidden="true">{ name }</span></legend>
            { for (1..=MOST).map(Some).chain([None]).map(one) }
        </fieldset>
    }
}
