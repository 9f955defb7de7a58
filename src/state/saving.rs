//! What the session knows of storing: where, who may write, what went two ways; and what pages ask of it.

use std::rc::Rc;

use serde_json::Value;

use fuxiao_saving::revision::Revision;

use fuxiao_format::merge::{ChangedBy, Difference, Side, differences};

use super::Page;

/// Where assessments are kept in this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StoreKind {
    /// Not found out yet.
    #[default]
    Unknown,
    /// In a database that answers when a change is on the disk.
    Database,
    /// In local storage.
    Local,
    /// In memory: the browser lets the page store nothing.
    Memory,
}

/// Whether this tab may change the open assessment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Not found out yet, or the browser cannot tell: it may, and the store decides.
    #[default]
    Undecided,
    /// It may.
    Writer,
    /// Another tab does; this one looks on.
    Follower,
}

/// An assessment that went two ways.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Id of the assessment.
    pub id: String,
    /// The state that is stored, with its document; nothing where this release cannot read it.
    pub theirs: Option<(Revision, Rc<Value>)>,
    /// The open document.
    pub mine: Value,
    /// What is not the same in both.
    pub differences: Vec<Difference>,
    /// The side chosen for each.
    pub choices: Vec<Side>,
    /// Whether it is known which state both come from.
    pub based: bool,
    /// When each was changed last, as local date and time: the open one, the stored one.
    pub times: [String; 2],
}

impl Conflict {
    /// What differs between the open document and the stored one, given the one that both come from.
    pub fn new(id: &str, base: Option<&Value>, mine: Value, theirs: Option<(Revision, Rc<Value>)>) -> Self {
        let found = theirs.as_ref().map(|(_, theirs)| differences(base, &mine, theirs));
        let differences = found.unwrap_or_default();
        let choices = differences.iter().map(|difference| difference.proposed).collect();
        Self {
            id: id.to_string(),
            theirs,
            mine,
            differences,
            choices,
            based: base.is_some(),
            times: Default::default(),
        }
    }

    /// What was chosen before stays chosen where both versions say the same as then.
    pub fn following(mut self, before: Option<&Self>) -> Self {
        let Some(before) = before.filter(|before| before.id == self.id) else { return self };
        let chosen = |difference: &Difference| {
            let at = before.differences.iter().position(|known| known == difference)?;
            before.choices.get(at).copied()
        };
        for (difference, choice) in self.differences.iter().zip(&mut self.choices) {
            *choice = chosen(difference).unwrap_or(*choice);
        }
        self
    }

    /// Whether anything was changed on both sides, or nobody knows, or it cannot be merged at all.
    pub fn undecided(&self) -> bool {
        let both = |difference: &Difference| difference.changed_by == ChangedBy::Both;
        !self.based || self.theirs.is_none() || self.differences.iter().any(both)
    }

    /// What would be nowhere any more if the two were merged as chosen: the differences, and what each loses.
    pub fn dropped(&self) -> impl Iterator<Item = (&Difference, &Value)> {
        let choices = self.choices.iter().copied();
        self.differences
            .iter()
            .zip(choices)
            .filter_map(|(difference, choice)| Some((difference, difference.dropped(choice)?)))
    }

    /// With another side chosen for one of the differences.
    pub fn choosing(&self, at: usize, side: Side) -> Self {
        let mut next = self.clone();
        if let Some(choice) = next.choices.get_mut(at) {
            *choice = side;
        }
        next
    }
}

/// Something that a page asks the storing for.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Begin a new assessment at a place.
    Begin(Page),
    /// Open an assessment, by its id.
    Open(String),
    /// Look through what is kept.
    List,
    /// Hand out what is stored of an assessment, by its id.
    Download(String),
    /// Delete an assessment after asking.
    Delete {
        /// Its id.
        id: String,
        /// What it is called, for the question.
        title: String,
    },
    /// Take a snapshot of the open assessment.
    TakeSnapshot,
    /// Look through the snapshots of an assessment, by its id.
    ListSnapshots(String),
    /// Remove a snapshot after asking.
    RemoveSnapshot {
        /// Of which assessment.
        of: String,
        /// Its id.
        id: String,
        /// What to ask.
        question: String,
    },
    /// Hand out a snapshot as it is stored.
    DownloadSnapshot {
        /// Of which assessment.
        of: String,
        /// Its id.
        id: String,
    },
    /// Fetch the snapshot to compare with.
    Baseline {
        /// Of which assessment.
        of: String,
        /// Its id.
        id: String,
        /// Scored with this release, although it was made with another.
        again: bool,
    },
    /// Change the open assessment in this tab from now on, not in the other.
    TakeOver,
    /// Make one document of two, as chosen.
    Resolve,
}
