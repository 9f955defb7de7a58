//! The open assessment with its numbers, and why there is none.

use std::rc::Rc;

use serde_json::Value;

use fuxiao_core::{Assessment, Model, Problem, Scorecard, score};

/// The open assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Workspace {
    /// What was said. Shared: the state that holds it is copied at every action.
    pub assessment: Rc<Assessment>,
    /// The document it came from, for what the app does not know.
    pub document: Rc<Value>,
    /// Its numbers.
    pub card: Rc<Scorecard>,
}

impl Workspace {
    /// Opens an assessment and scores it.
    pub fn new(model: &Model, assessment: Assessment, document: impl Into<Rc<Value>>) -> Self {
        let card = Rc::new(score(model, &assessment));
        Self { assessment: Rc::new(assessment), document: document.into(), card }
    }
}

/// Why nothing is open although the place names an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing is stored under this id.
    Unknown,
    /// It was deleted, perhaps in another tab.
    Deleted,
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
