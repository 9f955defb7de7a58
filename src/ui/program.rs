//! The app comes as two programs. The front has the start page and all that answering takes, and is fetched first;
//! the desk has every page, is fetched while questions are answered, and takes over when results are asked for.
//!
//! Both are this library. A program is a type, so that what the front never shows is not in its bytes.

use yew::Html;

use crate::platform::page;
use crate::state::{Place, Route};

use super::{View, pages};

/// One of the two programs.
pub trait Program: 'static {
    /// Whether it has every page.
    const WHOLE: bool;

    /// The page of a place that only the desk has; `None` where the front has it too, or where this is the front.
    fn beyond(view: View) -> Option<Html>;
}

/// What is fetched first.
pub struct Front;

impl Program for Front {
    const WHOLE: bool = false;

    fn beyond(_: View) -> Option<Html> {
        None
    }
}

/// Every page.
pub struct Desk;

impl Program for Desk {
    const WHOLE: bool = true;

    fn beyond(view: View) -> Option<Html> {
        Some(match (&view.state.route, &view.state.open) {
            (Route::Source, _) => pages::source(view),
            (Route::Method, _) => pages::method(view),
            (Route::Assessment(_, place), Some(open)) => match place {
                Place::Paper(paper) => pages::paper(view, open, paper),
                Place::Results => pages::results(view, open),
                Place::Result(id) => pages::result(view, open, id),
                Place::Plan => pages::plan(view, open),
                Place::Targets => pages::targets(view, open),
                Place::WhatIf => pages::whatif(view, open),
                Place::History => pages::history(view, open),
                Place::Report => pages::report(view, open),
                _ => return None,
            },
            _ => return None,
        })
    }
}

/// Fetches the desk and lets it take over as soon as it is here.
pub fn call_desk() {
    page::tell("fuxiao-call");
}

/// Fetches the desk when the browser has nothing better to do, so that it is here when it is called.
pub fn expect_desk() {
    page::tell("fuxiao-expect");
}
