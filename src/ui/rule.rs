//! How a level is chosen, and which time a question looks back on: said in short where answers are given, the whole one
//! tap away.

use yew::prelude::*;

use fuxiao_core::Criterion;
use fuxiao_language::words_answering as a;

pub use fuxiao_narrative::names::window_name;

use super::{View, nothing};

/// The rule in short, and the whole behind it.
pub fn rule(view: View) -> Html {
    html! {
        <div class="rule" data-test="rule">
            <p>{ view.t(a::RULE_SHORT) }</p>
            <details>
                <summary>{ view.t(a::RULE_MORE) }</summary>
                <p>{ view.t(a::RULE) }</p>
            </details>
        </div>
    }
}

/// The time that a question looks back on, in a sentence; empty where the model does not say.
pub fn window(view: View, criterion: &Criterion) -> String {
    let name = criterion.window.map(|window| view.t(window_name(window)));
    name.map(|name| view.locale().colon(view.t(a::WINDOW), name)).unwrap_or_default()
}

/// The same as a line of the question.
pub fn window_line(view: View, criterion: &Criterion) -> Html {
    let said = window(view, criterion);
    if said.is_empty() {
        nothing()
    } else {
        html! { <span class="question__window">{ said }</span> }
    }
}
