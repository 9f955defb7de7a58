//! The assessment in hand with its numbers, whether it is stored, and why there is none.

use std::rc::Rc;

use serde_json::Value;

use crate::domain::{Assessment, Model, Problem, Scorecard, score};

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
