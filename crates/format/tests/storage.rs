//! Assessment documents: what is read, what is refused, and that nothing unknown is lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::{json, own_model, sample};
use fuxiao_core::Flaw;
use fuxiao_core::assessment::Answer;
use fuxiao_format::{new_document, read_assessment, write_assessment};
use serde_json::{Value, json};

fn full() -> Value {
    json!({
        "format": "fuxiao-assessment", "version": 1, "id": "0b0c0000-0000-4000-8000-00000000000a", "edit": 42,
        "model": {"id": "finance-service-efficiency", "release": "0.9.0", "x-model": 1},
        "created": "2026-11-23T09:00:00Z", "modified": "2026-11-23T09:30:00Z", "title": "2026 Q4",
        "respondent": "王", "firm": {"name": "甲", "services": ["bookkeeping", "tax"], "size": "6-20", "note": "a\nb", "x-firm": [1]},
        "policy": {"evidence": "strict", "x": null}, "targets": {"D1": 4, "D99": 2},
        "answers": {
            "D1.1": {"level": 3, "evidence": "records", "note": "n", "x-answer": {"deep": true}},
            "D1.2": {"not_applicable": "no mail"}, "D2.1": {"flag": "later", "private": "p"}, "Z9.9": {"level": 2},
        },
        "kpis": {"K01": {"value": 82.5, "numerator": 33, "denominator": 40, "x-kpi": "k"}, "K98": {"value": 4}},
        "actions": [{"id": "a1", "criterion": "D1.4", "kind": "practice", "to": 2, "status": "planned", "lane": "0-30",
            "owner": "李", "start": "2026-12-01", "due": "2026-12-31", "done": null, "proof": "p", "note": "n", "x-action": 1}],
        "brand": {"name": "b", "accent": "#0b6e6e"}, "snapshot_of": "s", "baseline": "b", "result": {"any": 1}, "x-root": [null],
    })
}

#[test]
fn what_is_unknown_survives_a_load_and_a_save() {
    let document = full();
    let stored = read_assessment(&document.to_string(), &own_model()).unwrap();
    let written: Value =
        serde_json::from_str(&write_assessment(&stored.assessment, &stored.document)).unwrap();
    let mut expected = document;
    // An absent date and a null one are the same; the writer leaves it out.
    expected["actions"][0].as_object_mut().unwrap().remove("done");
    assert_eq!(written, expected);
    assert_eq!(stored.assessment.answer("D1.2"), &Answer::NotApplicable("no mail".into()));
    assert_eq!(stored.assessment.revision, 42);
}

#[test]
fn a_change_touches_only_what_changed() {
    let mut stored = read_assessment(&full().to_string(), &own_model()).unwrap();
    stored.assessment.answers.get_mut("D1.1").unwrap().answer = Answer::Level(4);
    let written: Value =
        serde_json::from_str(&write_assessment(&stored.assessment, &stored.document)).unwrap();
    let mut expected = full();
    expected["answers"]["D1.1"]["level"] = json!(4);
    expected["actions"][0].as_object_mut().unwrap().remove("done");
    assert_eq!(written, expected);
}

#[test]
fn the_least_document_has_the_defaults() {
    let model = own_model();
    let fresh = new_document(&model, "0b0c0000-0000-4000-8000-00000000000b", "2026-11-23T09:00:00Z");
    let text = write_assessment(&fresh, &Value::Null);
    assert_eq!(read_assessment(&text, &model).unwrap().assessment, fresh);
    assert_eq!(read_assessment(&format!("\u{FEFF}{text}"), &model).unwrap().assessment, fresh);
}

type Break = fn(&mut Value);

#[test]
fn bad_documents_are_refused_with_place_and_reason() {
    let cases: [(Break, &str, Flaw); 29] = [
        (|d| d["format"] = json!("fuxiao-model"), "format", Flaw::OtherFormat),
        (|d| d["version"] = json!("1"), "version", Flaw::BadVersion),
        (|d| d["version"] = json!(1.5), "version", Flaw::BadVersion),
        (|d| d["version"] = json!(2), "version", Flaw::NewerVersion),
        (|d| d["id"] = json!("abc"), "id", Flaw::NotUuid),
        (|d| d["id"] = json!(null), "id", Flaw::Missing),
        (|d| d["model"]["id"] = json!("golden"), "model.id", Flaw::OtherModel),
        (|d| d["edit"] = json!(-1), "edit", Flaw::NotInteger),
        (|d| d["created"] = json!("2026-11-23"), "created", Flaw::NotTime),
        (|d| d["modified"] = json!("2026-11-23T09:00:00+08:00"), "modified", Flaw::NotTime),
        (|d| d["title"] = json!(7), "title", Flaw::NotText),
        (|d| d["title"] = json!("x".repeat(201)), "title", Flaw::TooLong),
        (|d| d["title"] = json!("a\nb"), "title", Flaw::BadCharacter),
        (|d| d["firm"]["note"] = json!("a\u{202E}b"), "firm.note", Flaw::BadCharacter),
        (|d| d["firm"]["services"][0] = json!("banking"), "firm.services[0]", Flaw::UnknownWord),
        (|d| d["firm"]["size"] = json!("7"), "firm.size", Flaw::UnknownWord),
        (|d| d["policy"]["evidence"] = json!("lax"), "policy.evidence", Flaw::UnknownWord),
        (|d| d["targets"]["D1"] = json!(6), "targets.D1", Flaw::OutOfRange),
        (|d| d["answers"]["D1.1"]["level"] = json!(0), "answers.D1.1.level", Flaw::OutOfRange),
        (
            |d| d["answers"]["D1.1"]["not_applicable"] = json!("x"),
            "answers.D1.1",
            Flaw::LevelAndNotApplicable,
        ),
        (
            |d| d["answers"]["D1.2"]["not_applicable"] = json!("  "),
            "answers.D1.2.not_applicable",
            Flaw::Empty,
        ),
        (|d| d["answers"]["D2.1"]["flag"] = json!("red"), "answers.D2.1.flag", Flaw::UnknownWord),
        (|d| d["actions"][0]["id"] = json!("a b"), "actions[0].id", Flaw::BadId),
        (|d| d["answers"]["D1.1"]["at"] = json!("today"), "answers.D1.1.at", Flaw::NotTime),
        (|d| d["kpis"]["K01"]["numerator"] = json!(1.5), "kpis.K01.numerator", Flaw::NotInteger),
        (|d| d["actions"][0]["due"] = json!("2026-02-30"), "actions[0].due", Flaw::NotDate),
        (|d| d["actions"][0]["lane"] = json!("soon"), "actions[0].lane", Flaw::UnknownWord),
        (|d| d["brand"]["accent"] = json!("teal"), "brand.accent", Flaw::NotColour),
        (|d| d["answers"] = json!([]), "answers", Flaw::NotObject),
    ];
    for (spoil, place, flaw) in cases {
        let mut document = full();
        spoil(&mut document);
        let refused = read_assessment(&document.to_string(), &own_model()).expect_err(place);
        assert!(
            refused.problems.iter().any(|p| p.place == place && p.flaw == flaw),
            "{place} {flaw:?}: {:?}",
            refused.problems
        );
        assert_eq!(refused.newer(), flaw == Flaw::NewerVersion);
    }
}

#[test]
fn what_a_later_release_no_longer_allows_is_kept_reported_and_not_counted() {
    let model = own_model();
    let mut document = full();
    document["answers"]["D7.6"] = json!({"not_applicable": "x", "note": "n"});
    document["kpis"]["K01"]["value"] = json!(100.5);
    let stored = read_assessment(&document.to_string(), &model).unwrap();
    let reports: Vec<_> = stored.reports.iter().map(|one| (one.place.as_str(), one.flaw)).collect();
    let expected =
        [("answers.D7.6.not_applicable", Flaw::NotApplicableForbidden), ("kpis.K01.value", Flaw::OutOfRange)];
    assert_eq!(reports, expected);
    assert_eq!(*stored.assessment.answer("D7.6"), Answer::Unanswered);
    assert_eq!(stored.assessment.kpi_value("K01"), None);
    let written: Value =
        serde_json::from_str(&write_assessment(&stored.assessment, &stored.document)).unwrap();
    assert_eq!(written["answers"]["D7.6"], document["answers"]["D7.6"]);
    assert_eq!(written["kpis"]["K01"]["value"], json!(100.5));
    // An answer takes its place.
    let mut answered = stored.assessment;
    answered.answers.get_mut("D7.6").unwrap().answer = Answer::Level(2);
    let written: Value = serde_json::from_str(&write_assessment(&answered, &stored.document)).unwrap();
    assert_eq!(written["answers"]["D7.6"], json!({"level": 2, "note": "n"}));
}

#[test]
fn unknown_fields_stay_with_their_action() {
    let model = own_model();
    let mut document = full();
    let alike = |x: i32| json!({"criterion": "D1.4", "kind": "practice", "to": 2.0, "x": x});
    document["actions"] =
        json!([alike(1), null, alike(2), {"id": "a1", "criterion": "D1.5", "to": 3, "x": 3}]);
    let stored = read_assessment(&document.to_string(), &model).unwrap();
    assert_eq!(stored.reports.len(), 1, "an item that is null is dropped and reported: {:?}", stored.reports);
    let ids: Vec<&str> = stored.assessment.actions.iter().map(|action| action.id.as_str()).collect();
    assert_eq!(ids, ["a2", "a3", "a1"]);
    let mut turned = stored.assessment;
    turned.actions.reverse();
    let written: Value = serde_json::from_str(&write_assessment(&turned, &stored.document)).unwrap();
    let kept: Vec<_> = written["actions"].as_array().unwrap().iter().map(|one| one["x"].clone()).collect();
    assert_eq!(kept, [json!(3), json!(2), json!(1)]);
    let again = read_assessment(&written.to_string(), &model).unwrap();
    assert_eq!(again.assessment.actions, turned.actions);
    document["actions"] =
        json!([{"id": "a1", "criterion": "D1.4", "to": 2}, {"id": "a1", "criterion": "D1.4", "to": 3}]);
    let refused = read_assessment(&document.to_string(), &model).unwrap_err();
    assert!(refused.problems.iter().any(|one| one.place == "actions[1].id" && one.flaw == Flaw::DuplicateId));
}

#[test]
fn null_is_as_good_as_absent() {
    let model = own_model();
    let mut document = full();
    document["kpis"]["K99"] = json!(null);
    document["answers"]["X9.9"] = json!(null);
    let read = read_assessment(&document.to_string(), &model).unwrap().assessment;
    assert!(!read.kpis.contains_key("K99") && !read.answers.contains_key("X9.9"));
}

#[test]
fn counts_beyond_what_numbers_can_hold_are_read_and_do_not_end_the_program() {
    let mut document = full();
    document["edit"] = json!(u64::MAX);
    let read = read_assessment(&document.to_string(), &own_model()).unwrap();
    assert_eq!(read.assessment.revision, u64::MAX);
    assert!(read_assessment(&write_assessment(&read.assessment, &read.document), &own_model()).is_ok());
}

#[test]
fn no_json_and_too_much_of_it_are_refused() {
    let flaw = |text: &str| read_assessment(text, &own_model()).unwrap_err().problems[0].flaw;
    assert_eq!(flaw("{"), Flaw::NotJson);
    assert_eq!(flaw("[]"), Flaw::NotObject);
    assert_eq!(flaw(&format!("\"{}\"", "x".repeat(4 * 1024 * 1024))), Flaw::TooLarge);
}

#[test]
fn the_sample_firm_is_a_sound_document_without_a_word_of_prose() {
    let sample = sample(&own_model());
    assert_eq!(sample.id, fuxiao_format::SAMPLE_ID);
    assert!(sample.firm.name.is_empty() && sample.title.is_empty());
    let model = json("content/model.json");
    assert_eq!(sample.model_release, model["release"]);
    for (_, criterion) in own_model().criteria() {
        assert!(sample.answers.contains_key(&criterion.id), "the sample firm leaves {} open", criterion.id);
    }
}
