//! A broken model is refused with every problem and its place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::plain_draft;
use fuxiao_core::assessment::Firm;
use fuxiao_core::draft::ModelDraft;
use fuxiao_core::kpi::Window;
use fuxiao_core::{Flaw, Model, Service};
use fuxiao_format::services::{BOOKKEEPING, TAX};
use fuxiao_format::{own_model_text, read_model};
use serde_json::{Value, json};

type Break = fn(&mut Value);

/// A list with its first item as often as it takes.
fn longer(list: &mut Value, length: usize) {
    *list = Value::from(vec![list[0].clone(); length]);
}

#[test]
fn every_kind_of_structural_problem_is_named_with_its_place() {
    let cases: [(Break, &str, Flaw); 44] = [
        (|m| m["format"] = json!("else"), "format", Flaw::OtherFormat),
        (|m| m["version"] = json!(2), "version", Flaw::NewerVersion),
        (|m| m["version"] = json!(0), "version", Flaw::BadVersion),
        (|m| m["id"] = json!(""), "id", Flaw::Empty),
        (|m| m["release"] = json!(null), "release", Flaw::Missing),
        (|m| m["levels"][2]["value"] = json!(4), "levels", Flaw::LevelsNotConsecutive),
        (
            |m| m["evidence_caps"]["standard"]["none"] = json!(6),
            "evidence_caps.standard.none",
            Flaw::OutOfRange,
        ),
        (
            |m| m["evidence_caps"]["strict"]["rumour"] = json!(1),
            "evidence_caps.strict.rumour",
            Flaw::UnknownWord,
        ),
        (|m| m["aspects"][1]["id"] = m["aspects"][0]["id"].clone(), "aspects[1].id", Flaw::DuplicateId),
        (|m| m["dimensions"][0]["aspect"] = json!("A99"), "dimensions[0].aspect", Flaw::UnknownReference),
        (|m| m["dimensions"][0]["weight"] = json!(0), "dimensions[0].weight", Flaw::OutOfRange),
        (|m| m["dimensions"][0]["target"] = json!(6), "dimensions[0].target", Flaw::OutOfRange),
        (|m| m["dimensions"][0]["gate"] = json!("no"), "dimensions[0].gate", Flaw::NotBoolean),
        (|m| m["dimensions"][1]["criteria"] = json!([]), "dimensions[1].criteria", Flaw::Empty),
        (
            |m| m["dimensions"][0]["criteria"][0]["weight"] = json!(1.5),
            "dimensions[0].criteria[0].weight",
            Flaw::NotInteger,
        ),
        (
            |m| m["dimensions"][0]["criteria"][0]["theme"] = json!("x"),
            "dimensions[0].criteria[0].theme",
            Flaw::UnknownReference,
        ),
        (
            |m| m["dimensions"][0]["criteria"][0]["kpis"] = json!(["K99"]),
            "dimensions[0].criteria[0].kpis[0]",
            Flaw::UnknownReference,
        ),
        (
            |m| m["dimensions"][0]["criteria"][0]["kpis"] = json!(["K01", "K02", "K08"]),
            "dimensions[0].criteria[0].kpis",
            Flaw::TooManyKpis,
        ),
        (
            |m| m["dimensions"][0]["criteria"][0]["steps"][1]["to"] = json!(4),
            "dimensions[0].criteria[0].steps",
            Flaw::StepsIncomplete,
        ),
        (
            |m| m["dimensions"][0]["criteria"][0]["steps"][1]["effort"] = json!(6),
            "dimensions[0].criteria[0].steps[1].effort",
            Flaw::OutOfRange,
        ),
        (|m| m["kpis"][0]["bounds"] = json!([60, 80, 80, 95]), "kpis[0].bounds", Flaw::BoundsNotMonotone),
        (|m| m["kpis"][0]["bounds"][3] = json!(101), "kpis[0].bounds[3]", Flaw::OutOfRange),
        (|m| m["kpis"][0]["scored"] = json!(false), "kpis[0].bounds", Flaw::BoundsOnUnscored),
        (
            |m| m["legal_gate"]["criteria"][0] = json!("D0.0"),
            "legal_gate.criteria[0]",
            Flaw::UnknownReference,
        ),
        (|m| m["legal_gate"]["services"] = json!(["gardening"]), "legal_gate.services[0]", Flaw::UnknownWord),
        (|m| m["kpis"][0]["survey"] = json!("poll"), "kpis[0].survey", Flaw::UnknownWord),
        (|m| m["evidence_from"] = json!(6), "evidence_from", Flaw::OutOfRange),
        (|m| m["presets"][1]["id"] = json!(" "), "presets[1].id", Flaw::Empty),
        (|m| m["presets"][0]["targets"]["D1"] = json!(0), "presets[0].targets.D1", Flaw::OutOfRange),
        (|m| m["presets"][0]["targets"]["D99"] = json!(3), "presets[0].targets.D99", Flaw::UnknownReference),
        (|m| m["presets"][0]["sizes"] = json!(["7"]), "presets[0].sizes[0]", Flaw::UnknownWord),
        (
            |m| m["legal_gate"]["kpis"][0]["id"] = json!("K99"),
            "legal_gate.kpis[0].id",
            Flaw::UnknownReference,
        ),
        (
            |m| m["dimensions"][0]["criteria"][0]["window"] = json!("week"),
            "dimensions[0].criteria[0].window",
            Flaw::UnknownWord,
        ),
        (
            |m| m["dimensions"][3]["criteria"][2]["na_without"] = json!(["gardening"]),
            "dimensions[3].criteria[2].na_without[0]",
            Flaw::UnknownWord,
        ),
        (
            |m| m["dimensions"][0]["criteria"][0]["sampling"]["items"] = json!(0),
            "dimensions[0].criteria[0].sampling.items",
            Flaw::OutOfRange,
        ),
        (|m| m["kpis"][0]["least_n"] = json!(-1), "kpis[0].least_n", Flaw::NotInteger),
        (|m| longer(&mut m["dimensions"], 101), "dimensions", Flaw::TooMany),
        (|m| longer(&mut m["kpis"], 301), "kpis", Flaw::TooMany),
        (|m| longer(&mut m["dimensions"][2]["criteria"], 31), "dimensions[2].criteria", Flaw::TooMany),
        (
            |m| {
                longer(&mut m["dimensions"][0]["criteria"], 30);
                let dimension = m["dimensions"][0].clone();
                m["dimensions"] = json!(vec![dimension; 34]);
            },
            "dimensions[33].criteria",
            Flaw::TooMany,
        ),
        (|m| m["dimensions"][0]["weight"] = json!(101), "dimensions[0].weight", Flaw::OutOfRange),
        (|m| m["themes"][0]["id"] = json!("题".repeat(65)), "themes[0].id", Flaw::TooLong),
        (|m| m["aspects"][0]["id"] = json!("A\u{200b}1"), "aspects[0].id", Flaw::BadCharacter),
        (
            |m| m["dimensions"][0]["criteria"][0]["id"] = json!("D1.1 "),
            "dimensions[0].criteria[0].id",
            Flaw::BadCharacter,
        ),
    ];
    for (spoil, place, flaw) in cases {
        let mut file: Value = serde_json::from_str(own_model_text()).unwrap();
        spoil(&mut file);
        let problems = read_model(&file.to_string()).expect_err(place);
        assert!(
            problems.iter().any(|p| p.place == place && p.flaw == flaw),
            "{place} {flaw:?}: {problems:?}"
        );
    }
}

#[test]
fn all_problems_are_reported_not_only_the_first() {
    let mut draft = plain_draft(&[3, 3]);
    draft.dimensions[0].criteria[2].weight = 101;
    draft.dimensions[1].target = 9;
    draft.dimensions[1].criteria[0].id = "D1.1".into();
    let places: Vec<String> =
        Model::build(draft).unwrap_err().into_iter().map(|problem| problem.place).collect();
    for place in ["dimensions[0].criteria[2].weight", "dimensions[1].target", "dimensions[1].criteria[0].id"]
    {
        assert!(places.iter().any(|found| found == place), "{place} is not in {places:?}");
    }
}

#[test]
fn evidence_is_asked_for_where_the_model_says_or_where_a_word_is_not_enough() {
    assert_eq!(read_model(own_model_text()).unwrap().evidence_from, 3);
    let from = |said, caps| {
        let draft = ModelDraft { evidence_from: said, evidence_caps: caps, ..plain_draft(&[3]) };
        Model::build(draft).unwrap().evidence_from
    };
    let caps = |standard, strict| [[standard, None, None, None], [strict, None, None, None]];
    assert_eq!(from(Some(4), caps(Some(3), Some(2))), 4);
    assert_eq!(from(None, caps(Some(3), Some(2))), 3);
    assert_eq!(from(None, caps(Some(5), None)), 5);
    assert_eq!(from(None, caps(None, None)), 2);
}

#[test]
fn the_model_says_whom_the_legal_gate_binds() {
    let bound = |services: Option<Value>, sold: &[Service]| {
        let mut file: Value = serde_json::from_str(own_model_text()).unwrap();
        match services {
            Some(services) => file["legal_gate"]["services"] = services,
            None => drop(file["legal_gate"].as_object_mut().unwrap().remove("services")),
        }
        let firm = Firm { services: sold.to_vec(), ..Firm::default() };
        read_model(&file.to_string()).unwrap().binds(&firm)
    };
    let of = |sold: &[Service]| bound(Some(json!(["bookkeeping"])), sold);
    assert!(of(&[]) && of(&[TAX, BOOKKEEPING]) && !of(&[TAX]));
    assert!(bound(Some(json!(["tax"])), &[TAX]) && !bound(Some(json!(["tax"])), &[BOOKKEEPING]));
    assert!(bound(Some(json!([])), &[TAX]) && bound(None, &[TAX]));
    let firm = Firm { services: vec![BOOKKEEPING], ..Firm::default() };
    assert!(!Model::build(plain_draft(&[3])).unwrap().binds(&firm), "a model without a gate binds nobody");
}

#[test]
fn windows_have_the_words_of_questions_and_of_figures() {
    let mut file: Value = serde_json::from_str(own_model_text()).unwrap();
    for (word, window) in [
        ("3m", Window::ThreeMonths),
        ("2-quarters", Window::TwoQuarters),
        ("12m", Window::TwelveMonths),
        ("2y", Window::TwoRounds),
        ("last-cases", Window::Cases),
        ("cases", Window::Cases),
    ] {
        file["kpis"][0]["window"] = json!(word);
        assert_eq!(read_model(&file.to_string()).unwrap().kpis[0].window, Some(window), "{word}");
    }
}
