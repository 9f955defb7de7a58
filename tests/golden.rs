//! The worked cases of the scoring rules come out exactly, number for number.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

use std::path::Path;

use fuxiao::domain::score;
use fuxiao::storage::{read_assessment, read_model, result_line};
use serde_json::Value;

#[test]
fn every_worked_case_comes_out_exactly() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/golden");
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let model = read_model(&text("model.json")).unwrap();
    let expected = text("results.jsonl");
    let mut cases = 0;
    for line in expected.lines() {
        let expected: Value = serde_json::from_str(line).unwrap();
        let file = expected["file"].as_str().unwrap().to_string();
        let stored = read_assessment(&text(&file), &model).unwrap();
        let line = result_line(&file, &model, &score(&model, &stored.assessment));
        let found: Value = serde_json::from_str(&line).unwrap();
        let (found, expected) = (floats(found), floats(expected));
        for (key, value) in expected.as_object().unwrap() {
            assert_eq!(&found[key], value, "{file}: {key}");
        }
        assert_eq!(found, expected, "{file}");
        cases += 1;
    }
    assert_eq!(cases, 12);
}

/// `100` and `100.0` are one number in JSON, but not to the library.
fn floats(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().map(Value::from).unwrap(),
        Value::Array(items) => items.into_iter().map(floats).collect(),
        Value::Object(fields) => fields.into_iter().map(|(key, value)| (key, floats(value))).collect(),
        other => other,
    }
}
