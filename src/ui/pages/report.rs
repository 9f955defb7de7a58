//! What is put in front of the owner: the report, and all that can be taken away.

use yew::prelude::*;

use crate::i18n::words_report as t;
use crate::state::Open;

use super::super::{View, take};

/// The page.
pub fn report(view: View, open: &Open) -> Html {
    html! {
        <div class="report">
            <h1 tabindex="-1">{ view.t(t::TITLE) }</h1>
            { take::panel(view, open) }
        </div>
    }
}
