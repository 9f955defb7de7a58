//! Comparing result lines with golden files; knows the places of numbers, not what they mean.

use std::path::Path;

use fuxiao_core::{Model, score};
use fuxiao_format::{read_assessment, result_line};
use serde_json::Value;

/// Scores every file that a golden file names and tells where the results differ by more than `within`.
/// The names are relative to `folder`. Returns the number of files.
pub fn compare(model: &Model, folder: &Path, golden: &str, within: f64) -> (usize, Vec<String>) {
    let text = |name: &str| {
        std::fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    let mut different = Vec::new();
    let golden = text(golden);
    for line in golden.lines() {
        let expected: Value = serde_json::from_str(line).unwrap();
        let file = expected["file"].as_str().unwrap();
        let stored = read_assessment(&text(file), model).unwrap();
        let line = result_line(file, model, &score(model, &stored.assessment));
        differences(file, &serde_json::from_str(&line).unwrap(), &expected, within, &mut different);
    }
    (golden.lines().count(), different)
}

/// `100` and `100.0` are one number in JSON, but not to the library.
pub fn differences(place: &str, found: &Value, expected: &Value, within: f64, different: &mut Vec<String>) {
    let same = match (found, expected) {
        (Value::Number(a), Value::Number(b)) => (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() <= within,
        (Value::Array(a), Value::Array(b)) => {
            for (i, (a, b)) in a.iter().zip(b).enumerate() {
                differences(&format!("{place} {i}"), a, b, within, different);
            }
            a.len() == b.len()
        }
        (Value::Object(a), Value::Object(b)) => {
            for (key, a) in a {
                let b = b.get(key).unwrap_or(&Value::Null);
                differences(&format!("{place} {key}"), a, b, within, different);
            }
            a.len() == b.len() && a.keys().all(|key| b.contains_key(key))
        }
        (a, b) => a == b,
    };
    if !same {
        different.push(format!("{place}: found {found}, expected {expected}"));
    }
}
