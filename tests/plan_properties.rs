//! The plan over random edits: no score moves, steps stay in turn, nothing stands on nothing; comparisons.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::own_model;
use fuxiao::state::{BoardFilter, Edit, PlanField, apply};
use fuxiao_core::assessment::{
    Answer, Assessment, Entry, Evidence, Kind, Lane, PlanAction as Step, Policy, Status,
};
use fuxiao_core::day::after;
use fuxiao_core::plan::span;
use fuxiao_core::plan_diff::{PlanChange, changes, gone};
use fuxiao_core::plan_hint::{PlanHint, earliest, hints, missing, open};
use fuxiao_core::{Model, score};
use fuxiao_format::{read_assessment, write_assessment};
use proptest::prelude::*;
use serde_json::Value;

/// Questions that edits are about: few, so that steps meet.
const IDS: [&str; 5] = ["D1.1", "D1.2", "D7.6", "D11.2", "X9.9"];
const TODAY: &str = "2026-11-25";

/// Days around the turn of a year, a text that is no day, and none.
fn day() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (0i64..200).prop_map(|days| after(TODAY, days - 40).unwrap()),
        1 => Just(String::new()),
        1 => Just("2026-02-30".to_string()),
    ]
}

fn lane() -> impl Strategy<Value = Lane> {
    prop::sample::select(Lane::ALL)
}

fn field() -> impl Strategy<Value = PlanField> {
    let text = || prop::sample::select(vec!["", "Li Na", "王伟", "a\u{202e}b"]).prop_map(str::to_string);
    prop_oneof![
        3 => (prop::sample::select(Status::ALL), day()).prop_map(|(status, day)| PlanField::Status(status, day)),
        3 => lane().prop_map(PlanField::Lane),
        1 => text().prop_map(PlanField::Owner),
        1 => day().prop_map(PlanField::Start),
        1 => day().prop_map(PlanField::Due),
        1 => day().prop_map(PlanField::Done),
        1 => text().prop_map(PlanField::Proof),
        1 => text().prop_map(PlanField::Note),
    ]
}

fn step() -> impl Strategy<Value = (String, Kind, u8, Lane)> {
    (prop::sample::select(IDS.to_vec()), prop::sample::select(Kind::ALL), 0u8..=6, lane())
        .prop_map(|(id, kind, to, lane)| (id.to_string(), kind, to, lane))
}

/// An id as actions get them, of one that may not be there.
fn id() -> impl Strategy<Value = String> {
    (1usize..=12).prop_map(|number| format!("a{number}"))
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        3 => step().prop_map(|(id, kind, to, lane)| Edit::Adopt(id, kind, to, lane)),
        1 => prop::collection::vec(step(), 0..5).prop_map(Edit::AdoptAll),
        6 => (id(), field()).prop_map(|(id, field)| Edit::Plan(id, field)),
        1 => id().prop_map(Edit::Discard),
    ]
}

/// The questions edits are about with an answer each, and a few others.
fn assessment() -> impl Strategy<Value = Assessment> {
    (prop::collection::vec((0u8..=6, 0usize..4), 12), 0usize..3).prop_map(|(answers, policy)| {
        let model = own_model();
        let mut assessment = Assessment { policy: Policy::ALL[policy], ..Assessment::default() };
        let others = model.criteria().map(|(_, criterion)| criterion.id.as_str()).skip(40);
        for (id, (level, grade)) in IDS[..4].iter().copied().chain(others).zip(answers) {
            let allowed = model.find_criterion(id).unwrap().1.na_allowed;
            let answer = match level {
                0 => continue,
                6 if !allowed => continue,
                6 => Answer::NotApplicable("none".into()),
                level => Answer::Level(level),
            };
            let entry = Entry { answer, evidence: Evidence::ALL[grade], ..Entry::default() };
            assessment.answers.insert(id.to_string(), entry);
        }
        assessment
    })
}

fn in_turn(actions: &[Step]) -> bool {
    actions.iter().all(|high| {
        let lower = |low: &&Step| low.criterion == high.criterion && low.to < high.to && open(low);
        !open(high) || actions.iter().filter(lower).all(|low| low.lane <= high.lane)
    })
}

fn document(assessment: &Assessment, model: &Model) -> String {
    let mut whole = assessment.clone();
    whole.id = "0b0c0000-0000-4000-8000-00000000000b".into();
    whole.model_id = model.id.clone();
    whole.model_release = model.release.clone();
    (whole.created, whole.modified) = ("2026-11-25T00:00:00Z".into(), "2026-11-25T00:00:00Z".into());
    write_assessment(&whole, &Value::Null)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn no_edit_of_the_plan_moves_a_score(start in assessment(), edits in prop::collection::vec(edit(), 1..24)) {
        let model = own_model();
        let card = score(&model, &start);
        let mut now = start;
        for edit in edits {
            let before = now.clone();
            let changed = apply(&model, &mut now, edit.clone());
            prop_assert_eq!(changed, before != now);
            prop_assert_eq!(&score(&model, &now), &card, "{:?}", edit);
        }
        // And whatever was done can be stored and read again.
        let read = read_assessment(&document(&now, &model), &model).unwrap();
        prop_assert_eq!(read.assessment.actions, now.actions);
    }

    #[test]
    fn steps_of_a_question_stay_in_turn(start in assessment(), edits in prop::collection::vec(edit(), 1..24)) {
        let model = own_model();
        let mut now = start;
        for edit in edits {
            let before = now.actions.clone();
            apply(&model, &mut now, edit.clone());
            prop_assert!(in_turn(&now.actions), "{:?}", edit);
            for (at, step) in now.actions.iter().enumerate() {
                prop_assert!(!open(step) || step.lane >= earliest(&now.actions, at));
            }
            if let Edit::Plan(id, field) = &edit {
                // What was not asked for moves only on, and only steps above the one that was changed.
                let changed = before.iter().find(|action| action.id == *id);
                for (i, (was, now)) in before.iter().zip(&now.actions).enumerate().filter(|(_, (was, _))| was.id != *id) {
                    let above = changed.is_some_and(|low| low.criterion == was.criterion && low.to < was.to);
                    prop_assert!(was.lane == now.lane || (above && now.lane > was.lane), "{i} by {:?}", field);
                    prop_assert_eq!(&Step { lane: was.lane, ..now.clone() }, was);
                }
            }
        }
    }

    #[test]
    fn a_practice_brings_the_levels_below_it_along(start in assessment(), steps in prop::collection::vec(step(), 1..8), all in any::<bool>()) {
        let model = own_model();
        let mut now = start;
        match all {
            true => { apply(&model, &mut now, Edit::AdoptAll(steps)); }
            false => for (id, kind, to, lane) in steps {
                apply(&model, &mut now, Edit::Adopt(id, kind, to, lane));
            },
        }
        for (at, step) in now.actions.iter().enumerate() {
            prop_assert!((2..=5).contains(&step.to));
            prop_assert!(step.kind != Kind::Practice || missing(&model, &now, &step.criterion, step.to).is_empty());
            let found = hints(&model, &now, at, TODAY);
            prop_assert!(found.is_empty(), "{:?} {:?}", step, found);
            let alike = now.actions.iter().filter(|other| (&other.criterion, other.kind, other.to) == (&step.criterion, step.kind, step.to));
            prop_assert_eq!(alike.count(), 1);
        }
    }

    #[test]
    fn a_hint_says_what_is_so(start in assessment(), edits in prop::collection::vec(edit(), 1..24)) {
        let model = own_model();
        let mut now = start;
        for edit in edits {
            apply(&model, &mut now, edit);
        }
        for (at, step) in now.actions.iter().enumerate() {
            let found = hints(&model, &now, at, TODAY);
            let has = |wanted: fn(&PlanHint) -> bool| found.iter().any(wanted);
            prop_assert_eq!(has(|hint| *hint == PlanHint::NoProof), step.status == Status::Done && step.proof.is_empty());
            prop_assert_eq!(has(|hint| *hint == PlanHint::Backwards), open(step) && step.due.is_some() && step.start.is_some() && step.due < step.start);
            let earlier = |low: &&Step| {
                let before = |a: &Option<String>, b: &Option<String>| a.is_some() && b.is_some() && a < b;
                open(step) && open(low) && low.criterion == step.criterion && low.to < step.to
                    && (before(&step.due, &low.due) || before(&step.start, &low.start))
            };
            prop_assert_eq!(has(|hint| matches!(hint, PlanHint::BeforeLower(_))), now.actions.iter().any(|low| earlier(&low)));
            if let Some(PlanHint::OtherLane(lane)) = found.iter().find(|hint| matches!(hint, PlanHint::OtherLane(_))) {
                let (from, to) = span(*lane, TODAY).unwrap();
                let due = step.due.clone().unwrap();
                prop_assert!(*lane != step.lane && from <= due && to.is_none_or(|to| due <= to));
            }
        }
    }

    #[test]
    fn a_comparison_finds_every_difference(start in assessment(), first in prop::collection::vec(edit(), 1..16), then in prop::collection::vec(edit(), 0..16)) {
        let model = own_model();
        let mut now = start;
        for edit in first {
            apply(&model, &mut now, edit);
        }
        let before = now.actions.clone();
        prop_assert!(gone(&before, &before).is_empty());
        for at in 0..before.len() {
            prop_assert_eq!(changes(&before, &before, at), vec![]);
        }
        for edit in then {
            apply(&model, &mut now, edit);
        }
        let name = |step: &Step| (step.criterion.clone(), step.kind, step.to);
        for (at, step) in now.actions.iter().enumerate() {
            let found = changes(&before, &now.actions, at);
            let was = before.iter().find(|was| name(was) == name(step));
            let expected = match was {
                None => vec![PlanChange::New],
                Some(was) => [
                    (was.lane != step.lane).then_some(PlanChange::Lane(was.lane)),
                    (was.status != step.status).then_some(PlanChange::Status(was.status)),
                    (was.due != step.due).then(|| PlanChange::Due(was.due.clone())),
                ].into_iter().flatten().collect(),
            };
            prop_assert_eq!(found, expected);
        }
        let left: Vec<_> = before.iter().filter(|was| !now.actions.iter().any(|step| name(step) == name(was))).collect();
        prop_assert_eq!(gone(&before, &now.actions), left);
    }

    #[test]
    fn a_filter_narrows_and_changes_nothing(start in assessment(), edits in prop::collection::vec(edit(), 1..24), status in 0usize..4, kind in 0usize..3) {
        let model = own_model();
        let mut now = start;
        for edit in edits {
            apply(&model, &mut now, edit);
        }
        let kept = now.clone();
        let takes = |filter: &BoardFilter| -> Vec<usize> {
            (0..now.actions.len()).filter(|at| filter.matches(&model, &now.actions[*at], TODAY, false)).collect()
        };
        prop_assert_eq!(takes(&BoardFilter::default()).len(), now.actions.len());
        let by_status = BoardFilter { status: Some(Status::ALL[status]), ..BoardFilter::default() };
        let both = BoardFilter { kind: Some(Kind::ALL[kind]), ..by_status.clone() };
        let of_kind = BoardFilter { kind: both.kind, ..BoardFilter::default() };
        let (one, other) = (takes(&by_status), takes(&of_kind));
        let expected: Vec<usize> = one.iter().copied().filter(|at| other.contains(at)).collect();
        prop_assert_eq!(takes(&both), expected);
        let owners = ["", "Li Na", "王伟", "ab"].map(|owner| BoardFilter { owner: Some(owner.into()), ..BoardFilter::default() });
        prop_assert_eq!(owners.iter().map(|filter| takes(filter).len()).sum::<usize>(), now.actions.len());
        prop_assert_eq!(takes(&BoardFilter { changed: true, ..BoardFilter::default() }), Vec::<usize>::new());
        prop_assert_eq!(now, kept);
    }
}

fn planned(to: u8, lane: Lane) -> Step {
    let mut assessment = Assessment::default();
    apply(&own_model(), &mut assessment, Edit::Adopt("D1.1".into(), Kind::Practice, to, lane));
    assessment.actions.remove(0)
}

#[test]
fn a_step_that_is_taken_up_again_takes_its_turn_again() {
    let model = own_model();
    let set = |now: &mut Assessment, at: usize, field| {
        let id = now.actions[at].id.clone();
        apply(&model, now, Edit::Plan(id, field))
    };
    let status = |status| PlanField::Status(status, TODAY.into());
    for over in [Status::Done, Status::Dropped] {
        let second = Step { id: "a2".into(), ..planned(4, Lane::Second) };
        let actions = vec![planned(3, Lane::First), second];
        let mut now = Assessment { actions, ..Assessment::default() };
        set(&mut now, 0, status(over));
        // What is over holds nobody back, and is held back by nobody.
        set(&mut now, 0, PlanField::Lane(Lane::Later));
        set(&mut now, 1, PlanField::Lane(Lane::First));
        assert_eq!((now.actions[0].lane, now.actions[1].lane), (Lane::Later, Lane::First));
        set(&mut now, 0, status(Status::Doing));
        assert_eq!((now.actions[0].lane, now.actions[1].lane), (Lane::Later, Lane::Later));
        set(&mut now, 1, status(over));
        set(&mut now, 1, PlanField::Lane(Lane::First));
        set(&mut now, 1, status(Status::Planned));
        assert_eq!(now.actions[1].lane, Lane::Later);
    }
}

#[test]
fn the_day_it_was_finished_stays_until_it_is_open_again() {
    let model = own_model();
    let mut now = Assessment { actions: vec![planned(3, Lane::First)], ..Assessment::default() };
    let mut set = |field| {
        apply(&model, &mut now, Edit::Plan("a1".into(), field));
        now.actions[0].done.clone()
    };
    let on = |day: &str| Some(day.to_string());
    assert_eq!(set(PlanField::Done("2026-11-20".into())), None, "it is not finished");
    assert_eq!(set(PlanField::Status(Status::Done, TODAY.into())), on(TODAY));
    assert_eq!(set(PlanField::Done("2026-11-20".into())), on("2026-11-20"));
    assert_eq!(set(PlanField::Status(Status::Done, TODAY.into())), on("2026-11-20"));
    assert_eq!(set(PlanField::Status(Status::Doing, TODAY.into())), None);
}

#[test]
fn steps_that_are_alike_are_compared_in_their_order() {
    // As states from before there were ids are read: the first is a1 in each, whichever it was.
    let named = |id: &str, lane| Step { id: id.into(), ..planned(3, lane) };
    let (first, second) = (named("a1", Lane::First), named("a2", Lane::Second));
    let before = vec![first.clone(), second.clone()];
    let now = vec![first.clone(), Step { lane: Lane::Later, ..second.clone() }, named("a3", Lane::First)];
    assert_eq!(changes(&before, &now, 0), []);
    assert_eq!(changes(&before, &now, 1), [PlanChange::Lane(Lane::Second)]);
    assert_eq!(changes(&before, &now, 2), [PlanChange::New]);
    assert_eq!(gone(&now, &before).len(), 1);
    assert_eq!(changes(&before, &now, 3), []);
}

#[test]
fn steps_accepted_together_keep_their_lanes_in_whatever_order_they_come() {
    let model = own_model();
    let answer = Entry { answer: Answer::Level(1), ..Entry::default() };
    let start = Assessment { answers: [("D1.1".to_string(), answer)].into(), ..Assessment::default() };
    let of = |to, lane| ("D1.1".to_string(), Kind::Practice, to, lane);
    let steps = vec![of(4, Lane::Third), of(2, Lane::First), of(3, Lane::Second)];
    let mut now = start;
    apply(&model, &mut now, Edit::AdoptAll(steps));
    let lanes: Vec<_> = now.actions.iter().map(|step| (step.to, step.lane)).collect();
    assert_eq!(lanes, [(2, Lane::First), (3, Lane::Second), (4, Lane::Third)]);
    // Without the step below it stands on nothing, whether that was given up or taken out.
    assert!(hints(&model, &now, 2, TODAY).is_empty());
    let dropped = PlanField::Status(Status::Dropped, TODAY.into());
    let second = now.actions[1].id.clone();
    apply(&model, &mut now, Edit::Plan(second, dropped));
    assert_eq!(hints(&model, &now, 2, TODAY), [PlanHint::NoBase(3)]);
    let first = now.actions[0].id.clone();
    apply(&model, &mut now, Edit::Discard(first));
    assert_eq!(hints(&model, &now, 1, TODAY), [PlanHint::NoBase(2)]);
    apply(&model, &mut now, Edit::Level("D1.1".into(), 3));
    assert!(hints(&model, &now, 1, TODAY).is_empty());
}
