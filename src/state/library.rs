//! The list of assessments that are stored in this browser, as the start page shows it. Knows no storage.

/// One stored assessment, as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryEntry {
    /// Its id.
    pub id: String,
    /// What is in it, or why that cannot be told.
    pub content: Result<Summary, UnreadableEntry>,
}

/// What the list tells of a readable assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Id.
    pub id: String,
    /// Title or firm; empty when neither was given.
    pub title: String,
    /// Last change, as local date and time.
    pub modified: String,
    /// Answered applicable criteria.
    pub answered: usize,
    /// Applicable criteria.
    pub applicable: usize,
    /// Ids of the next open question's dimension and of the question itself.
    pub next: Option<(String, String)>,
}

/// What the list tells of one that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableEntry {
    /// Title as far as it can be told.
    pub title: String,
    /// Written by a newer release.
    pub newer: bool,
}
