//! The pages that neither the start page nor a question needs at once: a part of the program that is fetched by itself, while
//! questions are answered or when one of its pages is asked for.
//!
//! Whatever the rest of the program names is fetched with the program; so it reaches these pages through one table and
//! in no other way. Knows which pages they are, not what is on them, nor what a file of a program is called.

use std::cell::OnceCell;
use std::rc::Rc;

use yew::{Callback, Html};

use crate::platform::{net, release};
use crate::state::{Action, Conflict, LoadState, Page, Route};

use super::{View, conflict, pages};

/// What the program calls of its pages once they are here.
pub struct PagesChunk {
    /// The page of a place; `None` for a place that is not among these.
    pub page: fn(View) -> Option<Html>,
    /// The two states of an assessment that went two ways.
    pub conflict: fn(View, &Conflict) -> Html,
}

static PAGES: PagesChunk = PagesChunk { page, conflict: conflict::conflict };

impl PagesChunk {
    /// The table where the program is one piece: natively, and in development builds. A program that names this carries
    /// every page.
    pub fn carried() -> &'static Self {
        &PAGES
    }
}

#[cfg(split_chunks)]
#[wasm_split_helpers::wasm_split(pages, fallible)]
fn load() -> Result<&'static PagesChunk, wasm_split_helpers::SplitLoaderError> {
    Ok(&PAGES)
}

#[cfg(not(split_chunks))]
async fn load() -> Result<&'static PagesChunk, std::convert::Infallible> {
    Ok(PagesChunk::carried())
}

/// Fetches the pages, unless they are here, and puts their table into `chunk`. What did not arrive is fetched again the
/// next time.
pub fn fetch(send: &Callback<Action>, chunk: &Rc<OnceCell<&'static PagesChunk>>) {
    if chunk.get().is_some() {
        return;
    }
    let (send, chunk) = (send.clone(), chunk.clone());
    send.emit(Action::Pages(LoadState::Loading));
    net::spawn(async move {
        let state = match load().await {
            Ok(pages) => {
                // Two who wait for the same pages are told of the same table.
                let _ = chunk.set(pages);
                LoadState::Here
            }
            Err(_) if release::is_gone().await => LoadState::Gone,
            Err(_) => LoadState::Failed,
        };
        send.emit(Action::Pages(state));
    });
}

fn page(view: View) -> Option<Html> {
    Some(match (&view.state.route, &view.state.workspace) {
        (Route::Source, _) => pages::source(view),
        (Route::Method, _) => pages::method(view),
        (Route::Assessment(_, page), Some(workspace)) => match page {
            Page::Overview => pages::overview(view, workspace),
            Page::Profile => pages::profile(view, workspace),
            Page::Check(of) => pages::check(view, workspace, of.as_deref()),
            Page::Find => pages::find(view, workspace),
            Page::PrintQuestionnaire(options) => pages::print_questionnaire(view, workspace, options),
            Page::Results => pages::results(view, workspace),
            Page::Result(id) => pages::result(view, workspace, id),
            Page::Plan => pages::plan(view, workspace),
            Page::Targets => pages::targets(view, workspace),
            Page::WhatIf => pages::whatif(view, workspace),
            Page::History => pages::history(view, workspace),
            Page::Report => pages::report(view, workspace),
            Page::Dimension(..) | Page::Question(_) | Page::Express => return None,
        },
        _ => return None,
    })
}
