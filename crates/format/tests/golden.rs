//! The worked cases of the scoring rules come out exactly, number for number.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::results::{compare, differences};
use common::{root, text};
use fuxiao_core::score;
use fuxiao_format::{read_assessment, read_model, result_line};
use serde_json::Value;

#[test]
fn every_worked_case_comes_out_exactly() {
    let model = read_model(&text("tests/fixtures/golden/model.json")).unwrap();
    let folder = root().join("tests/fixtures/golden");
    let (cases, different) = compare(&model, &folder, "results.jsonl", 0.0);
    assert_eq!(different, [""; 0]);
    assert_eq!(cases, 14);
}

/// Made near the edges of the rules, against another model.
#[test]
fn sixty_cases_near_the_edges_come_out_exactly() {
    let model = read_model(&text("tests/fixtures/golden/varied.json")).unwrap();
    let (mut cases, mut different) = (0, Vec::new());
    for line in text("tests/fixtures/golden/more.jsonl").lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let title = case["assessment"]["title"].as_str().unwrap();
        let stored = read_assessment(&case["assessment"].to_string(), &model).unwrap();
        let line = result_line("", &model, &score(&model, &stored.assessment));
        let mut found: Value = serde_json::from_str(&line).unwrap();
        found.as_object_mut().unwrap().remove("file");
        let mut expected = case["result"].clone();
        expected.as_object_mut().unwrap().remove("file");
        differences(title, &found, &expected, 0.0, &mut different);
        cases += 1;
    }
    assert_eq!(different, [""; 0]);
    assert_eq!(cases, 60);
}
