//! Three whole assessments against the carried model come out as an independent implementation of the rules scores
//! them (tests/reference/score.py made the golden file; it shares no code with the app).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::results::compare;
use common::{json, own_model, root, text};
use serde_json::{Value, json};

/// A golden number is the float next to an exact fraction. The app works in floats: of all its numbers only an index
/// differs, up to 100, in the last bit or two.
const WITHIN: f64 = 1e-12;

const GOLDEN: &str = "tests/fixtures/whole/results.jsonl";

const FILES: [&str; 3] = [
    "tests/fixtures/whole/1-bookkeeping.json",
    "tests/fixtures/whole/2-established.json",
    "tests/fixtures/whole/3-audit-tax.json",
];

#[test]
fn whole_assessments_come_out_as_the_reference_scores_them() {
    let (files, different) = compare(&own_model(), &root(), GOLDEN, WITHIN);
    assert_eq!(different, [""; 0]);
    assert_eq!(files, FILES.len());
}

#[test]
fn whole_assessments_fit_the_schemas() {
    let schema =
        |name: &str| jsonschema::draft202012::new(&json(&format!("schema/{name}.schema.json"))).unwrap();
    let (assessment, result) = (schema("assessment"), schema("result"));
    for (file, line) in FILES.iter().zip(text(GOLDEN).lines()) {
        let document = json(file);
        let found = assessment.iter_errors(&document).map(|e| format!("{}: {e}", e.instance_path()));
        assert_eq!(found.collect::<Vec<_>>(), [""; 0], "{file}");
        let line: Value = serde_json::from_str(line).unwrap();
        assert_eq!(line["file"], *file);
        assert!(result.is_valid(&line), "{file}");
    }
}

/// Each of the three is there for something; a change of a fixture must not lose it.
#[test]
fn whole_assessments_show_what_they_are_for() {
    let lines: Vec<Value> = text(GOLDEN).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let overall = |i: usize, key: &str| lines[i]["overall"][key].clone();
    let all = |i: usize, part: &str, key: &str, value: Value| {
        lines[i][part].as_array().unwrap().iter().filter(|item| item[key] == value).count()
    };

    assert_eq!((overall(0, "legal_gate"), overall(0, "level")), (json!(true), json!(2)));
    assert_eq!(lines[0]["recommendations"][0]["criterion"], "D11.2");
    assert_eq!(
        (all(0, "criteria", "cap", json!("kpi")), all(0, "criteria", "cap", json!("evidence"))),
        (5, 4)
    );
    assert_eq!(all(0, "dimensions", "level", Value::Null), 1);

    assert_eq!((overall(1, "answered"), overall(1, "applicable")), (json!(86), json!(90)));
    assert_eq!((overall(1, "level_low"), overall(1, "level_high")), (json!(3), json!(4)));

    assert_eq!(overall(2, "answered"), overall(2, "applicable"));
    assert_eq!(overall(2, "hints"), json!(["straight_line", "unproven", "contradiction"]));
    assert_eq!((overall(2, "legal_gate"), all(2, "dimensions", "in_scope", json!(false))), (json!(false), 2));
    assert_eq!(all(2, "criteria", "cap", json!("evidence")), 0);
    assert_eq!(lines[2]["unknown"], json!(["D16.1", "D99", "K14", "K77"]));
}
