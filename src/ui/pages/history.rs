//! Earlier states of the assessment, and the one it is compared with.

use yew::prelude::*;

use crate::i18n::words_history as t;
use crate::state::Open;

use super::super::View;

/// The page.
pub fn history(view: View, _: &Open) -> Html {
    html! {
        <div class="history">
            <h1 tabindex="-1">{ view.t(t::TITLE) }</h1>
        </div>
    }
}
