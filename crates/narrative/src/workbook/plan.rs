//! The sheets of recommendations and of the plan.

use fuxiao_core::assessment::{Lane, PlanAction, Status};
use fuxiao_core::recommend::{Recommendation, Urgency};
use fuxiao_format::workbook::{Cell, Sheet};
use fuxiao_language::{words as w, words_board as d, words_pages as p, words_plan as n, words_workbook as b};

use super::super::names::hours;
use super::super::plan::{instructions, name as action_name};
use super::super::reasons::name_at;
use super::super::steps::{kind_name, lane_name, status_name};
use super::super::{Case, Narrator};

/// A row for each recommendation, most important first.
pub fn recommendations(case: &Case) -> Sheet {
    let rows = case.card.recommendations.iter().zip(&case.card.lanes);
    let rows = rows.map(|(one, lane)| recommendation(case, one, *lane));
    let heads = [
        (case.t(b::NUMBER), 8),
        (case.t(p::COL_CRITERION), 20),
        (case.t(b::KIND), 12),
        (case.t(b::FROM), 10),
        (case.t(b::TO), 10),
        (case.t(b::IMPACT), 10),
        (case.t(b::EFFORT), 10),
        (case.t(b::URGENCY), 16),
        (case.t(b::PRIORITY), 10),
        (case.t(n::LANE), 12),
        (case.t(n::STEP_ACTION), 34),
        (case.t(n::STEP_FIRST), 28),
        (case.t(n::STEP_PROOF), 28),
    ];
    Sheet::new(case.t(n::RECOMMENDED), true, &heads, rows.collect())
}

fn recommendation(narrator: &Narrator, one: &Recommendation, lane: Lane) -> Vec<Cell> {
    let id = narrator.model.criterion(one.at).map(|criterion| criterion.id.clone()).unwrap_or_default();
    let urgency = match one.urgency {
        _ if one.trips_gate => n::LEGAL_FIRST,
        Urgency::Legal => n::URGENT_LEGAL,
        Urgency::HoldsDown => n::URGENT_HOLDS,
        Urgency::Normal => b::NOT_URGENT,
    };
    let whole = |number: u8| Cell::Whole(f64::from(number));
    let mut cells = vec![
        Cell::text(id.as_str()),
        Cell::text(name_at(narrator, one.at)),
        Cell::text(narrator.t(kind_name(one.kind))),
        Cell::Level(one.from),
        Cell::Level(one.to),
        whole(one.impact),
        Cell::text(hours(narrator, std::iter::once(one.effort))),
        Cell::text(narrator.t(urgency)),
        Cell::Whole(one.priority),
        Cell::text(narrator.t(lane_name(lane))),
    ];
    cells.extend(steps(narrator, &action(id, one, lane)));
    cells
}

/// The recommendation as it would be taken up.
fn action(criterion: String, one: &Recommendation, lane: Lane) -> PlanAction {
    let (owner, proof, note) = (String::new(), String::new(), String::new());
    let (start, due, done) = (None, None, None);
    let (kind, to, status) = (one.kind, one.to, Status::Planned);
    PlanAction { id: String::new(), criterion, kind, to, status, lane, owner, start, due, done, proof, note }
}

/// What to do, the first step, what will show that it worked.
fn steps(narrator: &Narrator, action: &PlanAction) -> [Cell; 3] {
    let mut texts = instructions(narrator, action).into_iter().map(|(_, text)| Cell::text(text));
    [(); 3].map(|()| texts.next().unwrap_or(Cell::Empty))
}

/// A row for each action, lane by lane.
pub fn plan(case: &Case) -> Sheet {
    let actions = &case.assessment.actions;
    let rows = Lane::ALL.iter().flat_map(|lane| actions.iter().filter(move |action| action.lane == *lane));
    let day = |day: &Option<String>| Cell::maybe(day.clone(), Cell::Date);
    let rows = rows.map(|action| {
        let [what, first, _] = steps(case, action);
        vec![
            Cell::text(case.t(lane_name(action.lane))),
            Cell::text(action.criterion.as_str()),
            Cell::text(action_name(case, action)),
            Cell::text(case.t(kind_name(action.kind))),
            Cell::Level(action.to),
            Cell::text(case.t(status_name(action.status))),
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
        (case.t(n::LANE), 12),
        (case.t(b::NUMBER), 8),
        (case.t(p::COL_CRITERION), 20),
        (case.t(b::KIND), 12),
        (case.t(b::TO), 10),
        (case.t(n::STATUS), 12),
        (case.t(n::OWNER), 14),
        (case.t(d::START), 12),
        (case.t(n::DUE), 12),
        (case.t(b::DONE), 12),
        (case.t(d::PROOF), 26),
        (case.t(w::NOTE), 26),
        (case.t(n::STEP_ACTION), 34),
        (case.t(n::STEP_FIRST), 28),
    ];
    Sheet::new(case.t(w::PLAN), true, &heads, rows.collect())
}
