//! What is looked for among the questions: words, and which questions are meant.
//!
//! Knows no text; the page matches the words with the texts that have come.

use crate::domain::{Answer, Entry, Flag};

/// A search among the questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// Words to look for; empty finds everything.
    pub words: String,
    /// Which questions are meant.
    pub only: Only,
}

/// Which questions are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// All.
    #[default]
    All,
    /// Those without an answer.
    Open,
    /// Those marked for later.
    Later,
    /// Those marked for a colleague.
    Ask,
    /// Those with a note, private ones included.
    Noted,
}

impl Only {
    /// All of them, in the order of the page.
    pub const ALL: [Only; 5] = [Only::All, Only::Open, Only::Later, Only::Ask, Only::Noted];

    /// Whether a question with this entry is meant.
    pub fn takes(self, entry: &Entry) -> bool {
        match self {
            Self::All => true,
            Self::Open => entry.answer == Answer::Unanswered,
            Self::Later => entry.flag == Some(Flag::Later),
            Self::Ask => entry.flag == Some(Flag::Ask),
            Self::Noted => !entry.note.is_empty() || !entry.private.is_empty(),
        }
    }
}
