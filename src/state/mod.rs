//! What the app knows at a moment, and the one function that changes it.
//!
//! Pure: no clock, no browser. Times and texts come in with the actions; effects are the interface's.

mod action;
mod edit;
mod find;
mod route;
pub mod sample;
pub mod shelf;
mod texts;

use std::rc::Rc;

use serde_json::Value;
use yew::Reducible;

use crate::domain::{Assessment, Model, Problem, Scorecard, score};
use crate::i18n::Locale;

pub use action::{Action, Edit, PlanField, ProfileField};
pub use edit::apply;
pub use find::{Find, Only};
pub use route::{Paper, Place, Route};
pub use shelf::{Entry, Settings, Theme};
pub use texts::Texts;

/// The assessment in hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// What was said.
    pub assessment: Assessment,
    /// The document it came from, for what the app does not know.
    pub document: Value,
    /// Its numbers.
    pub card: Rc<Scorecard>,
}

impl Open {
    /// Takes an assessment in hand and scores it.
    pub fn new(model: &Model, assessment: Assessment, document: Value) -> Self {
        let card = Rc::new(score(model, &assessment));
        Self { assessment, document, card }
    }
}

/// Whether what is in hand is also in the browser's storage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// Stored.
    #[default]
    Yes,
    /// The browser stores nothing: kept in memory until the page is closed.
    Blocked,
    /// No room: kept in memory until the page is closed.
    Full,
    /// Another tab changed the same assessment since.
    Overtaken,
}

/// Why there is nothing in hand although the place names an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing is stored under this id.
    Unknown,
    /// What is stored cannot be read: key, raw text and reasons.
    Unreadable {
        /// Where it is stored.
        key: String,
        /// The text as it is stored.
        raw: String,
        /// What is wrong with it.
        problems: Vec<Problem>,
    },
}

/// Everything the app knows.
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// The questionnaire.
    pub model: Rc<Model>,
    /// Language and look.
    pub settings: Settings,
    /// Where the user is.
    pub route: Route,
    /// Width of the page in CSS pixels.
    pub width: u32,
    /// Texts that have arrived.
    pub texts: Texts,
    /// What is looked for among the questions.
    pub find: Find,
    /// What is kept in this browser.
    pub shelf: Vec<Entry>,
    /// The assessment in hand.
    pub open: Option<Open>,
    /// Why there is none.
    pub missing: Option<Missing>,
    /// Whether it is stored.
    pub saved: Saved,
}

impl AppState {
    /// The state before anything is known of the browser.
    pub fn new(model: Model, settings: Settings, route: Route, width: u32) -> Self {
        Self {
            model: Rc::new(model),
            settings,
            route,
            width,
            texts: Texts::default(),
            find: Find::default(),
            shelf: Vec::new(),
            open: None,
            missing: None,
            saved: Saved::Yes,
        }
    }

    /// The language in use.
    pub fn locale(&self) -> Locale {
        self.settings.locale
    }

    /// The id of the assessment that the place names, when it is not in hand yet.
    pub fn wanted(&self) -> Option<&str> {
        let id = self.route.assessment()?;
        let here = self.open.as_ref().is_some_and(|open| open.assessment.id == id);
        (!here && self.missing.is_none()).then_some(id)
    }

    /// The next open question in model order, after `after` where one is given, else from the start.
    pub fn next_open(&self, after: Option<&str>) -> Option<(&str, &str)> {
        let open = self.open.as_ref()?;
        let all: Vec<(&str, &str)> = self
            .model
            .dimensions
            .iter()
            .flat_map(|d| d.criteria.iter().map(move |c| (d.id.as_str(), c.id.as_str())))
            .collect();
        let start = after.and_then(|id| all.iter().position(|(_, c)| *c == id)).map_or(0, |at| at + 1);
        let (before, rest) = all.split_at(start.min(all.len()));
        let unanswered =
            |(_, id): &&(&str, &str)| *open.assessment.answer(id) == crate::domain::Answer::Unanswered;
        rest.iter().chain(before).find(unanswered).copied()
    }

    fn change(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Went(route) => {
                if route.assessment() != self.route.assessment() {
                    next.missing = None;
                }
                if let Some(id) = route.assessment() {
                    next.settings.places.insert(id.to_string(), route.hash());
                }
                next.route = route;
            }
            Action::Resized(width) => next.width = width,
            Action::Language(locale) => next.settings.locale = locale,
            Action::Theme(theme) => next.settings.theme = theme,
            Action::Find(find) => next.find = find,
            Action::TextAsked(locale, id) => next.texts.asked(locale, id),
            Action::TextCame(locale, id, text) => next.texts.came(locale, &id, text),
            Action::ShelfSeen(shelf) => next.shelf = shelf,
            Action::Opened(assessment, document) => {
                next.open = Some(Open::new(&self.model, *assessment, document));
                next.missing = None;
                next.saved = Saved::Yes;
            }
            Action::NotFound(missing) => {
                next.open = None;
                next.missing = Some(missing);
            }
            Action::Stored(saved) => next.saved = saved,
            Action::Edit(edit, now) => {
                if let Some(open) = &self.open {
                    let mut assessment = open.assessment.clone();
                    if apply(&self.model, &mut assessment, edit) {
                        assessment.edit += 1;
                        assessment.modified = now;
                        next.open = Some(Open::new(&self.model, assessment, open.document.clone()));
                    }
                }
            }
        }
        next
    }
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.change(action))
    }
}
