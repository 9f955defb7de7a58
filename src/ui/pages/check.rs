//! To be written.

use yew::prelude::*;

use crate::i18n::words_answering as a;
use crate::state::Open;

use super::super::View;

/// The page.
pub fn check(view: View, _open: &Open, _of: Option<&str>) -> Html {
    html! { <div><h1 tabindex="-1">{ view.t(a::CHECK) }</h1></div> }
}
