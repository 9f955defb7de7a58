//! Everything that can be taken away: files in every form, each made from what the pages show.

pub mod name;

use yew::prelude::*;

use crate::i18n::words_take as t;
use crate::state::Open;

use super::View;

/// The choice of files.
pub fn panel(view: View, _: &Open) -> Html {
    html! {
        <section class="take">
            <h2>{ view.t(t::TITLE) }</h2>
        </section>
    }
}
