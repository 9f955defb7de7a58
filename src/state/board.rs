//! How the plan is looked at: what is shown, in which order, which cards are unfolded. Never stored, and no part of the
//! assessment.
//!
//! Knows no text; the page matches words with the texts that have come.

use fuxiao_core::Model;
use fuxiao_core::assessment::{Assessment, Kind, Lane, PlanAction, Status};
use fuxiao_core::plan_hint::overdue;

use super::{Edit, PlanField};

/// How the plan is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardView {
    /// Which cards are shown.
    pub filter: BoardFilter,
    /// In which order.
    pub sort: BoardSort,
    /// Cards stand by theme, not by lane.
    pub by_theme: bool,
    /// Keys of the cards that are unfolded.
    pub unfolded: Vec<String>,
    /// Keys of the cards that were shown when the first was unfolded, in their order. They stay so while it is worked
    /// on, or it would run away from under the hands that fill it in.
    pub pinned: Vec<String>,
    /// The elements that get the focus, the first that is there, should the one that has it go away.
    pub focus_fallback: Vec<String>,
    /// What happened last, for those who cannot see it happen.
    pub last_event: Option<PlanEvent>,
}

/// Which cards are shown; each part that is set narrows it down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardFilter {
    /// Words to look for.
    pub words: String,
    /// How far they have come.
    pub status: Option<Status>,
    /// Whose they are; empty for nobody's.
    pub owner: Option<String>,
    /// Id of their theme; empty for those without one.
    pub theme: Option<String>,
    /// What they ask for.
    pub kind: Option<Kind>,
    /// Id of their dimension.
    pub dimension: Option<String>,
    /// Those that should be finished by now only.
    pub overdue: bool,
    /// Those that changed since the baseline only.
    pub changed: bool,
}

/// The order of cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BoardSort {
    /// As recommended, then as adopted.
    #[default]
    Priority,
    /// By last day; those without one last.
    Due,
    /// By owner; those without one last.
    Owner,
    /// By name.
    Name,
}

impl BoardSort {
    /// All of them, in the order of the page.
    pub const ALL: [BoardSort; 4] = [Self::Priority, Self::Due, Self::Owner, Self::Name];

    /// The word in the page's list.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Priority => "priority",
            Self::Due => "due",
            Self::Owner => "owner",
            Self::Name => "name",
        }
    }
}

/// Something that happened to the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanEvent {
    /// The step at a position went to another lane, and so many higher steps of its criterion with it.
    Moved(String, Lane, usize),
    /// The step at a position stays where it is: a lower one comes first.
    StayedPut(String),
    /// So many steps came into the plan.
    Added(usize),
    /// A step of a criterion left the plan.
    Removed(String),
}

impl BoardView {
    /// Forgets what happened last; what comes next has nothing to do with it.
    pub(super) fn quiet(&mut self) {
        self.focus_fallback.clear();
        self.last_event = None;
    }

    /// Another choice is made of what is shown: nothing stays unfolded.
    pub fn reset_view(&mut self) {
        self.unfolded.clear();
        self.pinned.clear();
        self.quiet();
    }

    /// Unfolds a card that is folded, or folds it; `shown` are the keys of all that are shown now.
    pub fn toggle(&mut self, key: &str, shown: &[String]) {
        self.quiet();
        if self.unfolded.iter().any(|known| known == key) {
            self.unfolded.retain(|known| known != key);
        } else {
            self.unfolded.push(key.to_string());
        }
        match self.unfolded.is_empty() {
            true => self.pinned.clear(),
            false if self.pinned.is_empty() => self.pinned = shown.to_vec(),
            false => {}
        }
    }

    /// Notes what a change did to the plan.
    pub(super) fn note(&mut self, edit: &Edit, before: &Assessment, after: &Assessment) {
        if !matches!(edit, Edit::Plan(..) | Edit::Discard(_)) {
            self.focus_fallback.clear();
        }
        self.last_event = plan_event(edit, before, after);
    }
}

impl BoardFilter {
    /// Whether nothing is filtered.
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a step is meant, as far as that can be told without its texts.
    pub fn matches(&self, model: &Model, action: &PlanAction, today: &str, changed: bool) -> bool {
        let found = model.find_criterion(&action.criterion);
        let theme = found.and_then(|(_, criterion)| criterion.theme).and_then(|at| model.themes.get(at));
        let dimension = found.and_then(|(at, _)| model.dimensions.get(at.dimension));
        self.status.is_none_or(|status| status == action.status)
            && self.owner.as_ref().is_none_or(|owner| owner == action.owner.trim())
            && self.theme.as_deref().is_none_or(|id| id == theme.map_or("", String::as_str))
            && self.kind.is_none_or(|kind| kind == action.kind)
            && self.dimension.as_ref().is_none_or(|id| dimension.is_some_and(|of| of.id == *id))
            && (!self.overdue || overdue(action, today))
            && (!self.changed || changed)
    }
}

/// What a change did to the plan, where that is not seen by everybody.
fn plan_event(edit: &Edit, before: &Assessment, after: &Assessment) -> Option<PlanEvent> {
    let (was, now) = (&before.actions, &after.actions);
    match edit {
        Edit::Adopt(..) | Edit::AdoptAll(_) => {
            now.len().checked_sub(was.len()).filter(|count| *count > 0).map(PlanEvent::Added)
        }
        Edit::Discard(id) => before.action(id).map(|action| PlanEvent::Removed(action.criterion.clone())),
        Edit::Plan(id, field) => {
            let (from, to) = (before.action(id)?.lane, after.action(id)?.lane);
            if from == to {
                let asked = matches!(field, PlanField::Lane(lane) if *lane != from);
                return asked.then(|| PlanEvent::StayedPut(id.clone()));
            }
            let moved = was.iter().zip(now).filter(|(was, now)| was.lane != now.lane).count();
            Some(PlanEvent::Moved(id.clone(), to, moved.saturating_sub(1)))
        }
        _ => None,
    }
}
