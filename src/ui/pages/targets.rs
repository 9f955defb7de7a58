//! Target levels, one by one or by presets.

use yew::prelude::*;

use crate::i18n::words_targets as t;
use crate::state::Open;

use super::super::View;

/// The page.
pub fn targets(view: View, _: &Open) -> Html {
    html! {
        <div class="targets">
            <h1 tabindex="-1">{ view.t(t::TITLE) }</h1>
        </div>
    }
}
