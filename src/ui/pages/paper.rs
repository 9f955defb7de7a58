//! To be written.

use yew::prelude::*;

use crate::i18n::words_answering as a;
use crate::state::Open;

use super::super::View;

/// The page.
pub fn paper(view: View, _open: &Open, _paper: &crate::state::Paper) -> Html {
    html! { <div><h1 tabindex="-1">{ view.t(a::PAPER) }</h1></div> }
}
