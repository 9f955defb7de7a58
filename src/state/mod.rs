//! What the app knows at a moment, and the one function that changes it.
//!
//! Pure: no clock, no browser. Times and texts come in with the actions; effects are the interface's.

mod action;
mod board;
mod change;
mod edit;
mod find;
mod history;
pub mod library;
mod load;
mod next;
mod pacing;
mod route;
pub mod sample;
mod saving;
pub mod settings;
mod snapshots;
mod texts;
mod whatif;
mod workspace;

use std::rc::Rc;

use yew::Reducible;

use fuxiao_core::{Answer, Model};
use fuxiao_language::{Catalog, Locale};

pub use action::{Action, BrandField, Edit, ExportOutcome, PlanField, ProfileField, ReportChoice};
pub use board::{BoardFilter, BoardSort, BoardView, PlanEvent};
pub use change::LastUndo;
pub use edit::apply;
pub use find::{Find, FindFilter, matches};
pub use fuxiao_saving::saver::Saved;
pub use history::{History, STEPS, Step};
pub use library::LibraryEntry;
pub use load::LoadState;
pub use pacing::Pacing;
pub use route::{Page, PrintOptions, Route};
pub use saving::{Conflict, Request, Role, StoreKind};
pub use settings::{Settings, Theme};
pub use snapshots::{ScoredWith, Snapshot, SnapshotOutcome, SnapshotSummary, Snapshots, snapshot_workspace};
pub use texts::Texts;
pub use whatif::WhatIf;
pub use workspace::{Missing, Workspace};

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
    /// How far the pages have come that are fetched by themselves.
    pub pages: LoadState,
    /// How far the part has come that stores.
    pub saving: LoadState,
    /// The day the page was opened, ISO 8601; empty where no clock is known.
    pub today: String,
    /// What can be undone and redone of the open assessment.
    pub history: History,
    /// How fast questions are being answered.
    pub pacing: Pacing,
    /// What was undone or redone last, for those who cannot see it happen.
    pub last_undo: Option<LastUndo>,
    /// The check of answers that a question was opened from, and the question.
    pub return_to: Option<(Route, String)>,
    /// Whether the list of keys is shown.
    pub keys_shown: bool,
    /// What is looked for among the questions.
    pub find: Find,
    /// How the plan is looked at.
    pub board: BoardView,
    /// The title of a chart that could not be saved as a file.
    pub unsaved_chart: Option<String>,
    /// What is kept in this browser.
    pub library: Vec<LibraryEntry>,
    /// The open assessment.
    pub workspace: Option<Workspace>,
    /// What is tried in it.
    pub whatif: WhatIf,
    /// The snapshot that the open assessment is compared with.
    pub baseline: Option<Rc<Workspace>>,
    /// Its snapshots.
    pub snapshots: Snapshots,
    /// Why there is none.
    pub missing: Option<Missing>,
    /// Whether it is stored.
    pub saved: Saved,
    /// Whether this tab may change it.
    pub role: Role,
    /// Whether this tab was asked to change it although it only looks on.
    pub refused: bool,
    /// What was open when it was deleted elsewhere.
    pub held: Option<Workspace>,
    /// That it went two ways, until the user has chosen.
    pub conflict: Option<Rc<Conflict>>,
    /// Where assessments are kept.
    pub store: StoreKind,
    /// What was handed to the browser last on this page.
    pub export_outcome: Option<ExportOutcome>,
    /// What is to be on the report.
    pub report: ReportChoice,
}

impl AppState {
    /// The state before anything is known of the browser.
    pub fn new(model: Model, settings: Settings, route: Route, width: u32) -> Self {
        Self {
            model: Rc::new(model),
            texts: Texts::new(settings.locale),
            settings,
            route,
            width,
            pages: LoadState::NotAsked,
            saving: LoadState::NotAsked,
            today: String::new(),
            history: History::default(),
            pacing: Pacing::default(),
            last_undo: None,
            return_to: None,
            keys_shown: false,
            find: Find::default(),
            board: BoardView::default(),
            unsaved_chart: None,
            library: Vec::new(),
            workspace: None,
            whatif: WhatIf::default(),
            baseline: None,
            snapshots: Snapshots::default(),
            missing: None,
            saved: Saved::Yes,
            role: Role::Undecided,
            refused: false,
            held: None,
            conflict: None,
            store: StoreKind::Unknown,
            export_outcome: None,
            report: ReportChoice::default(),
        }
    }

    /// The language in use.
    pub fn locale(&self) -> Locale {
        self.catalog().locale
    }

    /// What is said in it.
    pub fn catalog(&self) -> &Catalog {
        self.texts.catalog()
    }

    /// The id of the assessment that the place names, when it is not open yet.
    pub fn wanted(&self) -> Option<&str> {
        let id = self.route.assessment()?;
        let here = self.workspace.as_ref().is_some_and(|workspace| workspace.assessment.id == id);
        (!here && self.missing.is_none()).then_some(id)
    }

    /// The place where a question is answered, in the way through that was taken last.
    pub fn answering(&self, dimension: &str, criterion: &str) -> Page {
        match self.settings.single {
            true => Page::Question(criterion.to_string()),
            false => Page::Dimension(dimension.to_string(), Some(criterion.to_string())),
        }
    }

    /// Whether the open assessment stays as it is: another tab changes it, or the user has to choose first.
    pub fn read_only(&self) -> bool {
        self.role == Role::Follower || self.conflict.is_some()
    }

    fn change(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Navigated(route) => {
                if route.assessment() != self.route.assessment() {
                    next.missing = None;
                    next.held = None;
                    next.board = BoardView::default();
                }
                next.texts.retry();
                next.board.quiet();
                next.remember(&route);
                match &route {
                    Route::Assessment(_, Page::Question(_)) => next.settings.single = true,
                    Route::Assessment(_, Page::Dimension(..)) => next.settings.single = false,
                    _ => {}
                }
                next.keys_shown = false;
                next.export_outcome = None;
                next.unsaved_chart = None;
                next.pages = self.pages.elsewhere();
                next.return_to = self.return_to_check(&route);
                next.route = route;
            }
            Action::Resized(width) => next.width = width,
            Action::Language(locale) => {
                next.settings.locale = locale;
                next.texts.speak(locale);
            }
            Action::Theme(theme) => next.settings.theme = theme,
            Action::Find(find) => next.find = find,
            Action::Board(board) => next.board = board,
            Action::TextRequested(locale, id) => next.texts.asked(locale, id),
            Action::TextLoaded(locale, id, text) => next.texts.came(locale, &id, text),
            Action::Pages(news) => next.pages = self.pages.after(news, self.route.needs_pages()),
            Action::Saving(news) => next.saving = news,
            Action::LibraryListed(library) => next.library = library,
            Action::SnapshotsListed(list) => next.snapshots.list = list,
            Action::SnapshotEnded(outcome) => next.snapshots.outcome = Some(outcome),
            Action::BaselineLoaded(came) => next.baseline_loaded(came),
            Action::Opened(assessment, document) => next.opened(*assessment, document),
            Action::NotFound(missing) => next.not_found(missing),
            Action::Undo(_) | Action::Redo(_) | Action::Edit(..) | Action::KeepAsTargets(..)
                if self.read_only() => {}
            Action::Undo(now) => next.undo_or_redo(false, now),
            Action::Redo(now) => next.undo_or_redo(true, now),
            Action::FieldLeft => next.history.end_typing(),
            Action::Keys(shown) => next.keys_shown = shown,
            Action::AnswerByKeys(on) => next.settings.keys = on,
            Action::Advance(on) => next.settings.advance = on,
            Action::ChartSaved(failed) => next.unsaved_chart = failed,
            Action::Stored(saved) => next.saved = saved,
            Action::StoreFound(kind) => next.store = kind,
            Action::Role(role) => (next.role, next.refused) = (role, false),
            Action::Refused => next.refused = true,
            Action::Retry => {
                next.texts.retry();
                next.pages = self.pages.elsewhere();
            }
            Action::ConflictFound(conflict) => next.conflict = conflict,
            Action::Choose(at, side) => {
                next.conflict = self.conflict.as_ref().map(|conflict| Rc::new(conflict.choosing(at, side)));
            }
            Action::Deleted(id) => {
                next.settings.last_pages.remove(&id);
                if self.workspace.as_ref().is_some_and(|workspace| workspace.assessment.id == id) {
                    next.workspace = None;
                    next.whatif = WhatIf::default();
                    next.history = History::default();
                    next.conflict = None;
                }
            }
            // Answered by what stores; see `services`.
            Action::Ask(_) => {}
            Action::ExportEnded(outcome) => next.export_outcome = outcome,
            Action::TryLevel(..)
            | Action::TryLevels(_)
            | Action::DiscardWhatIf
            | Action::KeepAsTargets(..) => {
                return self.with_whatif(action);
            }
            Action::Report(choice) => next.report = choice,
            Action::Edit(edit, now) => {
                if let Some(workspace) = &self.workspace {
                    let mut assessment = (*workspace.assessment).clone();
                    let changed = apply(&self.model, &mut assessment, edit.clone());
                    next.board.note(&edit, &workspace.assessment, &assessment);
                    if changed {
                        next.history.note(&edit, &workspace.assessment, &assessment);
                        next.last_undo = None;
                        if let Edit::Level(id, _) = &edit
                            && *workspace.assessment.answer(id) == Answer::Unanswered
                        {
                            next.pacing.answered(&now);
                        }
                        next.commit(workspace, assessment, now);
                    }
                }
            }
        }
        next.forget_stale_snapshots(self);
        next
    }
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        // The same state draws nothing anew.
        if self.is_noop(&action) { self } else { Rc::new(self.change(action)) }
    }
}
