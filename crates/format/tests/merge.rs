//! Two states of a document become one: nothing that only one side changed is lost, and of two the later is proposed.

use fuxiao_format::merge::{ChangedBy, Side, differences, merged};
use fuxiao_format::patch::Patch;
use proptest::prelude::*;
use serde_json::{Value, json};

fn base() -> Value {
    json!({
        "format": "fuxiao-assessment", "edit": 4, "modified": "2026-11-01T00:00:00Z", "title": "before",
        "answers": {"D1.1": {"level": 2, "at": "2026-11-01T00:00:00Z"}, "D1.2": {"level": 2}},
        "actions": [{"id": "a1", "owner": "A"}, {"id": "a2", "owner": "B"}], "x": {"unknown": 1},
    })
}

#[test]
fn what_one_side_changed_is_taken_from_it_and_of_two_the_later_is_proposed() {
    let (mut mine, mut theirs) = (base(), base());
    mine["answers"]["D1.1"] = json!({"level": 3, "at": "2026-11-02T00:00:00Z"});
    theirs["answers"]["D1.1"] = json!({"level": 4, "at": "2026-11-03T00:00:00Z"});
    mine["answers"]["D1.3"] = json!({"level": 5});
    theirs["title"] = "after".into();
    theirs["actions"] = json!([{"id": "a2", "owner": "C"}]);
    mine["x"]["unknown"] = 2.into();
    let found = differences(Some(&base()), &mine, &theirs);
    let told: Vec<(&str, &str, ChangedBy, Side)> = found
        .iter()
        .map(|one| (one.section.as_str(), one.key.as_str(), one.changed_by, one.proposed))
        .collect();
    assert_eq!(
        told,
        [
            ("actions", "a1", ChangedBy::Theirs, Side::Theirs),
            ("actions", "a2", ChangedBy::Theirs, Side::Theirs),
            ("answers", "D1.1", ChangedBy::Both, Side::Theirs),
            ("answers", "D1.3", ChangedBy::Mine, Side::Mine),
            ("title", "", ChangedBy::Theirs, Side::Theirs),
            ("x", "", ChangedBy::Mine, Side::Mine),
        ]
    );
    let one = merged(&theirs, &found, &[]);
    assert_eq!(
        one["answers"],
        json!({"D1.1": theirs["answers"]["D1.1"], "D1.2": {"level": 2}, "D1.3": {"level": 5}})
    );
    assert_eq!((&one["title"], &one["x"]["unknown"]), (&json!("after"), &json!(2)));
    assert_eq!(one["actions"], theirs["actions"]);
    let all_mine = merged(&theirs, &found, &[Side::Mine; 6]);
    assert_eq!(all_mine["actions"][1], json!({"id": "a1", "owner": "A"}), "an action comes back at the end");
    assert_eq!(all_mine["answers"], mine["answers"]);
}

#[test]
fn without_a_common_state_everything_is_for_the_user_to_decide() {
    let mut theirs = base();
    theirs["answers"]["D1.2"]["level"] = 5.into();
    theirs["modified"] = "2026-12-01T00:00:00Z".into();
    let found = differences(None, &base(), &theirs);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].changed_by, found[0].proposed), (ChangedBy::Both, Side::Theirs));
}

#[test]
fn of_two_texts_both_are_proposed_and_level_and_note_are_chosen_apart() {
    let (mut mine, mut theirs) = (base(), base());
    mine["answers"]["D1.1"] = json!({"level": 3, "note": "mine", "at": "2026-11-02T00:00:00Z"});
    theirs["answers"]["D1.1"] = json!({"level": 2, "note": "theirs", "at": "2026-11-03T00:00:00Z"});
    mine["answers"]["D1.3"] = json!({"not_applicable": "no staff"});
    theirs["answers"]["D1.3"] = json!({"not_applicable": "no clients"});
    (mine["title"], theirs["title"]) = ("mine".into(), "theirs".into());
    mine["actions"][0]["note"] = "later".into();
    let found = differences(Some(&base()), &mine, &theirs);
    let told: Vec<_> =
        found.iter().map(|one| (one.key.as_str(), one.part, one.changed_by, one.proposed)).collect();
    assert_eq!(
        told,
        [
            ("a1", "note", ChangedBy::Mine, Side::Mine),
            ("D1.1", "", ChangedBy::Mine, Side::Mine),
            ("D1.1", "note", ChangedBy::Both, Side::Both),
            ("D1.3", "", ChangedBy::Both, Side::Both),
            ("", "", ChangedBy::Both, Side::Both),
        ]
    );
    let one = merged(&theirs, &found, &[]);
    assert_eq!(
        one["answers"]["D1.1"],
        json!({"level": 3, "note": "theirs\nmine", "at": "2026-11-02T00:00:00Z"})
    );
    assert_eq!(one["answers"]["D1.3"]["not_applicable"], "no clients\nno staff");
    assert_eq!((&one["title"], &one["actions"][0]["note"]), (&json!("theirs / mine"), &json!("later")));
    assert_eq!(found[2].dropped(Side::Theirs), Some(&json!("mine")));
    assert_eq!(found[2].dropped(Side::Both), None);
    assert_eq!(found[1].dropped(Side::Mine), None, "the state that both come from is missed by nobody");
}

#[test]
fn of_two_texts_one_of_which_holds_the_other_the_longer_is_proposed() {
    let with = |note: &str| json!({"answers": {"D1.1": {"note": note}}});
    for (mine, theirs, proposed) in [("ab", "a", Side::Mine), ("a", "ab", Side::Theirs)] {
        let found = differences(Some(&with("")), &with(mine), &with(theirs));
        assert_eq!((found[0].proposed, &found[0].both), (proposed, &None));
        assert_eq!(found[0].dropped(proposed), None);
    }
    let long = "n".repeat(1_500);
    let found = differences(None, &with(&long), &with(&"m".repeat(1_500)));
    assert_eq!(found[0].both, None, "together they would be refused");
}

#[test]
fn an_answer_never_loses_to_nothing_by_default() {
    let answered =
        json!({"modified": "2026-11-01T00:00:00Z", "answers": {"D1.1": {"level": 3}, "D1.2": {"level": 1}}});
    let mut empty = json!({"modified": "2026-12-01T00:00:00Z", "answers": {"D1.2": {"flag": "later"}}});
    for (mine, theirs) in [(&answered, &empty), (&empty, &answered)] {
        let found = differences(None, mine, theirs);
        assert_eq!(merged(theirs, &found, &[])["answers"], answered["answers"]);
        assert!(
            found.iter().all(|one| one.changed_by == ChangedBy::Both && one.dropped(one.proposed).is_none())
        );
    }
    // Taken back on purpose, and only there: that is a change like any other.
    empty["answers"] = json!({});
    let found = differences(Some(&answered), &answered, &empty);
    assert_eq!(merged(&empty, &found, &[]), empty);
}

#[test]
fn actions_without_ids_are_told_apart() {
    let with = |owner: &str| {
        json!({"actions": [
            {"criterion": "D1.1", "kind": "practice", "to": 2, "owner": "first"},
            {"criterion": "D1.1", "kind": "practice", "to": 2, "owner": owner},
        ]})
    };
    let found = differences(Some(&with("old")), &with("new"), &with("old"));
    assert_eq!(found.len(), 1);
    assert_eq!(merged(&with("old"), &found, &[]), with("new"));
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0_i64..5).prop_map(Value::from),
        "[ab]{0,2}".prop_map(Value::from)
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::btree_map("[a-d]", inner, 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn a_patch_turns_one_document_into_the_other(before in value(), after in value()) {
        let patch = Patch::between(&before, &after);
        let stored = Patch::parse(&patch.text()).unwrap();
        prop_assert_eq!(&stored, &patch);
        let mut document = before.clone();
        stored.apply(&mut document).unwrap();
        prop_assert_eq!(document, after.clone());
        prop_assert_eq!(patch.is_empty(), before == after);
    }

    #[test]
    fn choosing_one_side_everywhere_gives_that_side(mine in value(), theirs in value()) {
        let (mine, theirs) = (json!({"answers": {"q": mine}, "x": 1}), json!({"answers": {"q": theirs}, "y": 2}));
        let found = differences(None, &mine, &theirs);
        prop_assert_eq!(merged(&theirs, &found, &vec![Side::Mine; found.len()]), mine);
        prop_assert_eq!(merged(&theirs, &found, &vec![Side::Theirs; found.len()]), theirs);
    }
}
