//! What holds the overall level down, on a page: each leads to where it can be changed. What it is, the narrative says.

use yew::prelude::*;

use crate::i18n::words_explain as e;
use crate::state::Open;

use fuxiao_narrative::held::holders;

use super::{View, nothing};

/// The same on the page, one line of links.
pub fn show(view: View, open: &Open) -> Html {
    let (holders, more) = holders(&view.case(open));
    if holders.is_empty() {
        return nothing();
    }
    let more = (more > 0).then(|| view.f(e::HELD_MORE, &[("count", &more.to_string())]));
    html! {
        <div class="held" data-test="held">
            <p>{ view.t(e::HELD) }</p>
            <ul>
                { for holders.iter().map(|one| html! { <li><a href={view.holder(open, one)}>{ &one.text }</a></li> }) }
                <li class="muted">{ more.unwrap_or_default() }</li>
            </ul>
        </div>
    }
}
