//! The interface: pages made of plain functions from the state to markup, and one root component.
//!
//! Rendering reads the state only; whatever touches the browser happens in handlers and effects.

mod answers;
mod app;
mod blockers;
mod board;
mod board_filter;
mod changed;
pub mod chart_figures;
mod conflict;
mod effects;
mod examples;
mod explain;
pub mod export;
mod keys;
mod kpi_field;
mod narrator;
mod pages;
mod pages_chunk;
mod picture;
mod plan_card;
mod progress;
mod proof;
mod rate;
mod report;
mod roadmap;
mod rule;
pub mod scatter;
mod shell;
mod steps;
mod titles;
mod toolbar;
mod weights;
mod whatif;
mod why;
mod widgets;
pub mod workbook;

use fuxiao_narrative::reasons;
use yew::{Callback, Html};

use crate::platform::clock;
use crate::state::{Action, AppState, Edit, Page, Request, Route, Workspace};
use fuxiao_language::{Locale, Text, ThemeText};

pub use app::{App, start};
pub use narrator::{case, narrator};
pub use pages_chunk::PagesChunk;
pub use report::brand::chosen as brand_chosen;
pub use shell::page;
pub use titles::title;

/// What every part of a page is given.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// What the app knows.
    pub state: &'a AppState,
    /// Where actions go.
    pub send: &'a Callback<Action>,
}

impl<'a> View<'a> {
    /// The language in use.
    pub fn locale(self) -> Locale {
        self.state.locale()
    }

    /// A text in the language in use.
    pub fn t(self, text: Text) -> &'static str {
        text.get(self.state.catalog())
    }

    /// A text with values in the language in use.
    pub fn f(self, text: Text, values: &[(&str, &str)]) -> String {
        text.fill(self.state.catalog(), values)
    }

    /// A handler that sends the action it makes, if it makes one.
    pub fn on<E: 'static>(self, make: impl Fn(E) -> Option<Action> + 'static) -> Callback<E> {
        let send = self.send.clone();
        Callback::from(move |event: E| {
            if let Some(action) = make(event) {
                send.emit(action);
            }
        })
    }

    /// A handler that asks something of what stores.
    pub fn ask<E: 'static>(self, make: impl Fn(E) -> Request + 'static) -> Callback<E> {
        self.on(move |event| Some(Action::Ask(make(event))))
    }

    /// A handler that changes the open assessment, now.
    pub fn edit<E: 'static>(self, make: impl Fn(E) -> Option<Edit> + 'static) -> Callback<E> {
        self.on(move |event| Some(Action::Edit(make(event)?, clock::now())))
    }

    /// The address of a place in the open assessment.
    pub fn inside(self, workspace: &Workspace, page: Page) -> String {
        Route::Assessment(workspace.assessment.id.clone(), page).hash()
    }

    /// The address where a question is answered, in the way through that was taken last.
    pub fn answering(self, workspace: &Workspace, dimension: &str, criterion: &str) -> String {
        self.inside(workspace, self.state.answering(dimension, criterion))
    }

    /// The text of a theme, by its position, once it has come.
    pub fn theme(self, at: usize) -> Option<&'a ThemeText> {
        self.narrator().theme(at)
    }

    /// The name of a criterion; its id until the text has come.
    pub fn criterion_name(self, dimension: &str, criterion: &str) -> String {
        self.narrator().criterion_name(dimension, criterion)
    }

    /// The name of an aspect; its id until the text has come.
    pub fn aspect_name(self, id: &str) -> String {
        self.narrator().aspect_name(id)
    }

    /// The name of a KPI; its id until the text has come.
    pub fn kpi_name(self, id: &str) -> String {
        self.narrator().kpi_name(id)
    }

    /// The name of a level; empty until the text has come.
    pub fn level_name(self, level: u8) -> String {
        self.narrator().level_name(level)
    }
}

/// Nothing, inside an element that stays: a part that vanishes between siblings confuses the renderer.
fn nothing() -> Html {
    Html::default()
}
