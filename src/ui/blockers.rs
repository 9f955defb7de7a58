//! What holds the overall level down, on a page: each leads to where it can be changed. What it is, the narrative says.

use yew::prelude::*;

use crate::state::Workspace;
use fuxiao_language::words_explain as e;

use fuxiao_narrative::blockers::blockers;

use super::{View, nothing};

/// The same on the page, one line of links.
pub fn show(view: View, workspace: &Workspace) -> Html {
    let (blockers, more) = blockers(&view.case(workspace));
    if blockers.is_empty() {
        return nothing();
    }
    let more = (more > 0).then(|| view.f(e::HELD_MORE, &[("count", &more.to_string())]));
    html! {
        <div class="blockers" data-test="blockers">
            <p>{ view.t(e::HELD) }</p>
            <ul>
                { for blockers.iter().map(|one| html! { <li><a href={view.blocker_href(workspace, one)}>{ &one.text }</a></li> }) }
                <li class="muted">{ more.unwrap_or_default() }</li>
            </ul>
        </div>
    }
}
