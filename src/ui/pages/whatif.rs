//! What if some levels were others: a scratch copy that changes nothing until it is kept.

use yew::prelude::*;

use crate::i18n::words_whatif as t;
use crate::state::Open;

use super::super::View;

/// The page.
pub fn whatif(view: View, _: &Open) -> Html {
    html! {
        <div class="whatif">
            <h1 tabindex="-1">{ view.t(t::TITLE) }</h1>
        </div>
    }
}
