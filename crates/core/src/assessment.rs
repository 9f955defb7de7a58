//! What one firm said: answers, evidence, figures, targets, actions.
//!
//! Keeps ids, never sentences of the questionnaire. Knows no file format and no clock: times are the
//! RFC 3339 texts that the outside handed in.

use std::collections::BTreeMap;

pub use super::firm::{Brand, Firm, Service};

/// One assessment of one firm.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assessment {
    /// UUID.
    pub id: String,
    /// Counts changes: a lower one never overwrites a higher one.
    pub revision: u64,
    /// Id of the model it answers.
    pub model_id: String,
    /// Release of the model it was made with.
    pub model_release: String,
    /// When it was begun, RFC 3339 UTC.
    pub created: String,
    /// When it was last changed, RFC 3339 UTC.
    pub modified: String,
    /// Title, such as "2026 Q4".
    pub title: String,
    /// Who answers.
    pub respondent: String,
    /// The firm.
    pub firm: Firm,
    /// How strictly proof is asked for.
    pub policy: Policy,
    /// Target levels that differ from the model's, by dimension id.
    pub targets: BTreeMap<String, u8>,
    /// How much each dimension matters to the firm's clients, 1..=5, by dimension id; only what is said.
    pub importance: BTreeMap<String, u8>,
    /// Answers by criterion id; ids unknown to the model are kept.
    pub answers: BTreeMap<String, Entry>,
    /// KPI values by KPI id; ids unknown to the model are kept.
    pub kpis: BTreeMap<String, KpiEntry>,
    /// The plan: recommendations that were taken up.
    pub actions: Vec<PlanAction>,
    /// The assessment that this is a snapshot of, by its id.
    pub snapshot_of: Option<String>,
    /// The snapshot that it is compared with, by its id.
    pub baseline: Option<String>,
    /// What reports bear of the firm's own.
    pub brand: Brand,
}

/// A word list of the published format: variants, their words, and the way back.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        impl $name {
            /// Every variant, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The word in stored documents.
            pub const fn word(self) -> &'static str { match self { $(Self::$variant => $word),+ } }
            /// The variant of a stored word.
            pub fn from_word(word: &str) -> Option<Self> { match word { $($word => Some(Self::$variant),)+ _ => None } }
        }
    };
}

words! {
    /// Head count of the firm.
    Size {
        /// 1 to 5.
        UpTo5 = "1-5",
        /// 6 to 20.
        UpTo20 = "6-20",
        /// 21 to 60.
        UpTo60 = "21-60",
        /// More than 60.
        Over60 = "61+",
    }
}
words! {
    /// Grade of evidence behind a declared level.
    #[derive(Default)]
    Evidence {
        /// Statement only.
        #[default]
        None = "none",
        /// A document exists.
        Document = "document",
        /// Dated records of three months or more.
        Records = "records",
        /// Measured data or a third party.
        Measured = "measured",
    }
}
words! {
    /// How strictly proof is asked for.
    #[derive(Default)]
    Policy {
        /// Take what is declared.
        Declared = "declared",
        /// The default: levels 4 and up need records.
        #[default]
        Standard = "standard",
        /// Every level needs its proof.
        Strict = "strict",
    }
}
words! {
    /// A mark for coming back to a question.
    Flag {
        /// Answer later.
        Later = "later",
        /// Ask a colleague.
        Ask = "ask",
    }
}
words! {
    /// What a recommendation asks for.
    Kind {
        /// Do the next practice.
        Practice = "practice",
        /// Prove the practice that is claimed.
        Prove = "prove",
        /// Bring the figure in line with the practice that is claimed.
        Result = "result",
    }
}
words! {
    /// When an action is due, in days from today.
    Lane {
        /// Within 30 days.
        First = "0-30",
        /// Days 31 to 60.
        Second = "31-60",
        /// Days 61 to 90.
        Third = "61-90",
        /// After that.
        Later = "later",
    }
}
words! {
    /// How far an action has come.
    Status {
        /// Taken up, not begun.
        Planned = "planned",
        /// Under way.
        Doing = "doing",
        /// Finished.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
    }
}

/// The three states of an answer, never confused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// Nothing said yet. Not level 1.
    #[default]
    Unanswered,
    /// A declared level.
    Level(u8),
    /// Does not apply, with the reason. Not full marks.
    NotApplicable(String),
}

/// Everything said about one criterion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The answer.
    pub answer: Answer,
    /// The proof behind a declared level.
    pub evidence: Evidence,
    /// Mark for coming back.
    pub flag: Option<Flag>,
    /// Note for everybody.
    pub note: String,
    /// Private note; leaves in no report unless asked for.
    pub private: String,
    /// When it was last changed, RFC 3339 UTC; nothing for what was never dated by itself.
    pub at: Option<String>,
    /// Release of the model whose texts were read for it; nothing for that of the assessment.
    pub release: Option<String>,
    /// A reason for "not applicable" where the model no longer allows that: kept, and counted as unanswered.
    pub withheld: Option<String>,
}

impl Entry {
    /// The declared level, if there is one.
    pub fn level(&self) -> Option<u8> {
        match self.answer {
            Answer::Level(level) => Some(level),
            _ => None,
        }
    }
}

/// What is known of one KPI. Only `value` is ever scored.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct KpiEntry {
    /// The value, in the KPI's unit.
    pub value: Option<f64>,
    /// Count above the line, such as calls answered in time.
    pub numerator: Option<u64>,
    /// Count below the line, such as calls offered.
    pub denominator: Option<u64>,
    /// Number of valid answers of a survey.
    pub n: Option<u64>,
    /// Number of those who could have answered.
    pub population: Option<u64>,
    /// A value outside of the range that the model has since: kept, and counted as none.
    pub withheld: Option<f64>,
}

/// A recommendation that was taken up.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanAction {
    /// What tells it from every other action of the plan, whatever else changes.
    pub id: String,
    /// Criterion id.
    pub criterion: String,
    /// What it asks for.
    pub kind: Kind,
    /// The level it leads to.
    pub to: u8,
    /// How far it has come.
    pub status: Status,
    /// When it is planned for.
    pub lane: Lane,
    /// Who does it.
    pub owner: String,
    /// First day, ISO 8601 date.
    pub start: Option<String>,
    /// Last day, ISO 8601 date.
    pub due: Option<String>,
    /// Day on which it was finished, ISO 8601 date.
    pub done: Option<String>,
    /// What showed that it worked.
    pub proof: String,
    /// Note.
    pub note: String,
}

impl PlanAction {
    /// A step that was just taken up: planned, without an owner, dates or words.
    pub fn new(id: String, criterion: String, kind: Kind, to: u8, lane: Lane) -> Self {
        Self {
            id,
            criterion,
            kind,
            to,
            status: Status::Planned,
            lane,
            owner: String::new(),
            start: None,
            due: None,
            done: None,
            proof: String::new(),
            note: String::new(),
        }
    }
}

/// The first id of the form `a1`, `a2` … that is not taken.
pub fn free_action_id(taken: impl Fn(&str) -> bool) -> String {
    let mut number = 1_usize;
    loop {
        let id = format!("a{number}");
        if !taken(&id) {
            return id;
        }
        number += 1;
    }
}

impl Assessment {
    /// The action of an id.
    pub fn action(&self, id: &str) -> Option<&PlanAction> {
        self.actions.iter().find(|action| action.id == id)
    }

    /// The answer to a criterion; unanswered when nothing was said.
    pub fn answer(&self, criterion: &str) -> &Answer {
        self.answers.get(criterion).map_or(&Answer::Unanswered, |entry| &entry.answer)
    }

    /// The value of a KPI, when one was given.
    pub fn kpi_value(&self, kpi: &str) -> Option<f64> {
        self.kpis.get(kpi).and_then(|entry| entry.value)
    }
}
