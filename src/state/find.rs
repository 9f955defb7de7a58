//! What is looked for among the questions: words, and which questions are meant.
//!
//! Knows no text; the page matches the words with the texts that have come.

use fuxiao_core::edition::other;
use fuxiao_core::effective::is_open;
use fuxiao_core::{Assessment, Criterion, Entry, Flag, Model};

/// A search among the questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    /// Words to look for; empty finds everything.
    pub words: String,
    /// Which questions are meant.
    pub only: FindFilter,
}

/// Which questions are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FindFilter {
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
    /// Those that were answered to the texts of another edition.
    Changed,
}

impl FindFilter {
    /// All of them, in the order of the page.
    pub const ALL: [FindFilter; 6] = [
        FindFilter::All,
        FindFilter::Open,
        FindFilter::Later,
        FindFilter::Ask,
        FindFilter::Noted,
        FindFilter::Changed,
    ];

    /// Whether a question is meant, with what was said to it.
    pub fn matches(self, model: &Model, assessment: &Assessment, criterion: &Criterion) -> bool {
        let none = Entry::default();
        let entry = assessment.answers.get(&criterion.id).unwrap_or(&none);
        match self {
            Self::All => true,
            Self::Open => is_open(criterion, assessment),
            Self::Changed => other(model, assessment, criterion).is_some(),
            Self::Later => entry.flag == Some(Flag::Later),
            Self::Ask => entry.flag == Some(Flag::Ask),
            Self::Noted => !entry.note.is_empty() || !entry.private.is_empty(),
        }
    }
}

/// Whether every word stands in one of the texts. Case and the width of Latin letters and digits do not matter;
/// words are told apart by spaces.
///
/// ```
/// use fuxiao::state::matches;
/// assert!(matches("ＷｅChat 回复", &["微信（wechat）", "多久回复"]));
/// assert!(!matches("wechat fax", &["微信（wechat）"]));
/// ```
pub fn matches(words: &str, texts: &[&str]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| plain(text)).collect();
    plain(words).split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
}

/// Small letters, and half-width forms of U+FF01..=U+FF5E and of the wide space.
fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    };
    text.chars().map(|c| narrow(c).to_ascii_lowercase()).collect()
}
