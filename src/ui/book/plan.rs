//! The sheets of recommendations and of the plan.

use crate::domain::assessment::{Action, Lane, Status};
use crate::domain::recommend::{Recommendation, Urgency};
use crate::i18n::{words as w, words_board as d, words_book as b, words_pages as p, words_plan as n};
use crate::state::Open;
use crate::storage::book::{Cell, Sheet};

use super::super::View;
use super::super::reasons::name_at;
use super::super::steps::{kind_name, lane_name, status_name};
use super::take::{action_name, asked};

/// A row for each recommendation, most important first.
pub fn recommendations(view: View, open: &Open) -> Sheet {
    let rows = open.card.recommendations.iter().zip(&open.card.lanes);
    let rows = rows.map(|(one, lane)| recommendation(view, one, *lane));
    let heads = [
        (view.t(b::NUMBER), 8),
        (view.t(p::COL_CRITERION), 20),
        (view.t(b::KIND), 12),
        (view.t(b::FROM), 10),
        (view.t(b::TO), 10),
        (view.t(b::IMPACT), 10),
        (view.t(b::EFFORT), 10),
        (view.t(b::URGENCY), 16),
        (view.t(b::PRIORITY), 10),
        (view.t(n::LANE), 12),
        (view.t(n::STEP_ACTION), 34),
        (view.t(n::STEP_FIRST), 28),
        (view.t(n::STEP_PROOF), 28),
    ];
    Sheet::new(view.t(n::RECOMMENDED), true, &heads, rows.collect())
}

fn recommendation(view: View, one: &Recommendation, lane: Lane) -> Vec<Cell> {
    let id = view.state.model.criterion(one.at).map(|criterion| criterion.id.clone()).unwrap_or_default();
    let urgency = match one.urgency {
        _ if one.trips_gate => n::LEGAL_FIRST,
        Urgency::Legal => n::URGENT_LEGAL,
        Urgency::HoldsDown => n::URGENT_HOLDS,
        Urgency::Normal => b::NOT_URGENT,
    };
    let whole = |number: u8| Cell::Whole(f64::from(number));
    let mut cells = vec![
        Cell::text(id.as_str()),
        Cell::text(name_at(view, one.at)),
        Cell::text(view.t(kind_name(one.kind))),
        Cell::Level(one.from),
        Cell::Level(one.to),
        whole(one.impact),
        whole(one.effort),
        Cell::text(view.t(urgency)),
        Cell::Whole(one.priority),
        Cell::text(view.t(lane_name(lane))),
    ];
    cells.extend(steps(view, &action(id, one, lane)));
    cells
}

/// The recommendation as it would be taken up.
fn action(criterion: String, one: &Recommendation, lane: Lane) -> Action {
    let (owner, proof, note) = (String::new(), String::new(), String::new());
    let (start, due, done) = (None, None, None);
    let (kind, to, status) = (one.kind, one.to, Status::Planned);
    Action { id: String::new(), criterion, kind, to, status, lane, owner, start, due, done, proof, note }
}

/// What to do, the first step, what will show that it worked.
fn steps(view: View, action: &Action) -> [Cell; 3] {
    let mut texts = asked(view, action).into_iter().map(|(_, text)| Cell::text(text));
    [(); 3].map(|()| texts.next().unwrap_or(Cell::Empty))
}

/// A row for each action, lane by lane.
pub fn plan(view: View, open: &Open) -> Sheet {
    let actions = &open.assessment.actions;
    let rows = Lane::ALL.iter().flat_map(|lane| actions.iter().filter(move |action| action.lane == *lane));
    let day = |day: &Option<String>| Cell::maybe(day.clone(), Cell::Date);
    let rows = rows.map(|action| {
        let [what, first, _] = steps(view, action);
        vec![
            Cell::text(view.t(lane_name(action.lane))),
            Cell::text(action.criterion.as_str()),
            Cell::text(action_name(view, action)),
            Cell::text(view.t(kind_name(action.kind))),
            Cell::Level(action.to),
            Cell::text(view.t(status_name(action.status))),
            Cell::text(action.owner.as_str()),
            day(&action.start),
            day(&action.due),
            day(&action.done),
            Cell::text(action.proof.as_str()),
            Cell::text(action.note.as_str()),
            what,
            first,
        ]
    });
    let heads = [
        (view.t(n::LANE), 12),
        (view.t(b::NUMBER), 8),
        (view.t(p::COL_CRITERION), 20),
        (view.t(b::KIND), 12),
        (view.t(b::TO), 10),
        (view.t(n::STATUS), 12),
        (view.t(n::OWNER), 14),
        (view.t(d::START), 12),
        (view.t(n::DUE), 12),
        (view.t(b::DONE), 12),
        (view.t(d::PROOF), 26),
        (view.t(w::NOTE), 26),
        (view.t(n::STEP_ACTION), 34),
        (view.t(n::STEP_FIRST), 28),
    ];
    Sheet::new(view.t(w::PLAN), true, &heads, rows.collect())
}
