//! Everything that can happen, as a closed list.

use std::rc::Rc;

use serde_json::Value;

use fuxiao_core::assessment::{Flag, Kind, Lane, Size, Status};
use fuxiao_core::whatif::Levels;
use fuxiao_core::{Assessment, Evidence, Policy, Service};
use fuxiao_format::merge::Side;
use fuxiao_language::{Locale, Missed};

use super::{
    BoardView, Conflict, Find, LibraryEntry, LoadState, Missing, Request, Role, Route, Saved, ScoredWith,
    Snapshot, SnapshotOutcome, StoreKind, Theme, Workspace,
};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The user went to a place.
    Navigated(Route),
    /// The page has a new width.
    Resized(u32),
    /// The user chose a language.
    Language(Locale),
    /// The user chose a look.
    Theme(Theme),
    /// The user looks for something among the questions.
    Find(Find),
    /// The user looks at the plan in another way.
    Board(BoardView),
    /// A text is on its way.
    TextRequested(Locale, String),
    /// A text arrived, or did not.
    TextLoaded(Locale, String, Result<String, Missed>),
    /// There is news of the pages that are fetched by themselves.
    Pages(LoadState),
    /// There is news of the part of the program that stores.
    Saving(LoadState),
    /// What is kept in this browser was looked through.
    LibraryListed(Vec<LibraryEntry>),
    /// The snapshots of the open assessment were looked through, the newest first.
    SnapshotsListed(Vec<Snapshot>),
    /// An attempt to take a snapshot ended.
    SnapshotEnded(SnapshotOutcome),
    /// The snapshot that the open assessment is compared with, or that there is none to be had.
    BaselineLoaded(Option<(Rc<Workspace>, ScoredWith)>),
    /// An assessment was opened, with its document.
    Opened(Box<Assessment>, Value),
    /// The assessment that the place names cannot be opened.
    NotFound(Missing),
    /// The newest change of the open assessment is taken back, at a time (RFC 3339 UTC).
    Undo(String),
    /// The change that was undone last is made again, at a time.
    Redo(String),
    /// A text field was left.
    FieldLeft,
    /// The list of keys is shown, or not.
    Keys(bool),
    /// Keys that answer questions are on, or not.
    AnswerByKeys(bool),
    /// The next question follows by itself, or not.
    Advance(bool),
    /// A chart was saved as a file; or it was not, and this is its title.
    ChartSaved(Option<String>),
    /// How far the open assessment is stored.
    Stored(Saved),
    /// It is known where assessments are kept.
    StoreFound(StoreKind),
    /// Whether this tab may change the open assessment.
    Role(Role),
    /// A click or a key that would have changed something was refused.
    Refused,
    /// What did not arrive is to be fetched again.
    Retry,
    /// The open assessment went two ways; or no longer.
    ConflictFound(Option<Rc<Conflict>>),
    /// A side was chosen for one of the differences of the two.
    Choose(usize, Side),
    /// An assessment was deleted, by its id.
    Deleted(String),
    /// A page asks something of what stores. Changes nothing by itself.
    Ask(Request),
    /// What is to be on the report.
    Report(ReportChoice),
    /// Something was handed to the browser, or what was said of that is over.
    ExportEnded(Option<ExportOutcome>),
    /// A criterion is tried at a level, or no longer; the assessment stays as it is.
    TryLevel(String, Option<u8>),
    /// The what-if becomes these levels and no others.
    TryLevels(Levels),
    /// The what-if is discarded.
    DiscardWhatIf,
    /// The what-if ends and leaves these targets, at a time (RFC 3339 UTC).
    KeepAsTargets(Vec<(String, Option<u8>)>, String),
    /// The user changed the open assessment, at a time (RFC 3339 UTC).
    Edit(Edit, String),
}

/// How it ended when something was handed to the browser: a file, a text to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportOutcome {
    /// The part of the page that did it.
    pub of: &'static str,
    /// The browser took it.
    pub accepted: bool,
    /// The name of the file; empty for what is no file.
    pub name: String,
}

impl Action {
    /// Whether this happens in the background, so that nobody misses it for a moment.
    pub fn can_wait(&self) -> bool {
        matches!(
            self,
            Self::Resized(_)
                | Self::TextRequested(..)
                | Self::TextLoaded(..)
                | Self::Pages(_)
                | Self::Saving(_)
                | Self::LibraryListed(_)
                | Self::SnapshotsListed(_)
                | Self::BaselineLoaded(_)
                | Self::Stored(_)
                | Self::StoreFound(_)
                | Self::Role(_)
        )
    }
}

/// A change of the open assessment. Ids are those of the model.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A level was declared.
    Level(String, u8),
    /// The criterion does not apply, for a reason.
    NotApplicable(String, String),
    /// The answer was taken back; evidence and notes stay.
    Clear(String),
    /// The answer, given to the texts of another edition, stands as it is.
    Confirm(String),
    /// Grade of evidence.
    Evidence(String, Evidence),
    /// Mark for coming back, or none.
    Flag(String, Option<Flag>),
    /// Note.
    Note(String, String),
    /// Private note.
    Private(String, String),
    /// Value of a KPI, or none.
    Kpi(String, Option<f64>),
    /// The counts that a KPI in percent is worked out from: above and below the line.
    Counts(String, Option<u64>, Option<u64>),
    /// Valid answers of a survey, and how many could have answered.
    Survey(String, Option<u64>, Option<u64>),
    /// All answers, notes and figures go; profile, targets and plan stay.
    Reset,
    /// Something of the profile.
    Profile(ProfileField),
    /// How much a dimension matters to the clients, 1..=5; `None` where it is not said.
    Importance(String, Option<u8>),
    /// Target level of a dimension; `None` for the model's own.
    Target(String, Option<u8>),
    /// Target levels of several dimensions; `None` for the model's own.
    Targets(Vec<(String, Option<u8>)>),
    /// A recommendation is taken up: criterion, kind, level, lane.
    Adopt(String, Kind, u8, Lane),
    /// Several at once, of which those that are in the plan already stay as they are.
    AdoptAll(Vec<(String, Kind, u8, Lane)>),
    /// Something of an action in the plan, by its id.
    Plan(String, PlanField),
    /// An action leaves the plan, by its id.
    Discard(String),
    /// The snapshot to compare with, by its id, or none.
    Baseline(Option<String>),
    /// What reports bear of the firm's own.
    Brand(BrandField),
}

/// A change of the profile.
#[derive(Clone, Debug, PartialEq)]
pub enum ProfileField {
    /// Title of the assessment.
    Title(String),
    /// Who answers.
    Respondent(String),
    /// Name of the firm.
    Firm(String),
    /// A service is sold, or not.
    Service(Service, bool),
    /// Head count.
    Size(Option<Size>),
    /// Note on the firm.
    Note(String),
    /// Evidence policy.
    Policy(Policy),
}

/// A change of the brand; empty for none.
#[derive(Clone, Debug, PartialEq)]
pub enum BrandField {
    /// Name.
    Name(String),
    /// Colour `#rrggbb`.
    Accent(String),
    /// A picture as a data address.
    Logo(String),
}

/// What is on the report besides its main part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportChoice {
    /// All answers, as an appendix.
    pub answers: bool,
    /// Private notes, with the answers.
    pub private: bool,
}

/// A change of an action in the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanField {
    /// How far it has come; `done` gets the day (ISO 8601).
    Status(Status, String),
    /// When it is planned for.
    Lane(Lane),
    /// Who does it.
    Owner(String),
    /// First day, ISO 8601, or empty.
    Start(String),
    /// Last day, ISO 8601, or empty.
    Due(String),
    /// The day it was finished, ISO 8601, or empty; of a finished one only.
    Done(String),
    /// What showed that it worked.
    Proof(String),
    /// Note.
    Note(String),
}
