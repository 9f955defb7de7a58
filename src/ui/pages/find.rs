//! To be written.

use yew::prelude::*;

use crate::i18n::words_answering as a;
use crate::state::Open;

use super::super::View;

/// The page.
pub fn find(view: View, _open: &Open) -> Html {
    html! { <div><h1 tabindex="-1">{ view.t(a::FIND) }</h1></div> }
}
