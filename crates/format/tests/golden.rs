//! The worked cases of the scoring rules come out exactly, number for number.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::results::compare;
use common::{root, text};
use fuxiao_format::read_model;

#[test]
fn every_worked_case_comes_out_exactly() {
    let model = read_model(&text("tests/fixtures/golden/model.json")).unwrap();
    let folder = root().join("tests/fixtures/golden");
    let (cases, different) = compare(&model, &folder, "results.jsonl", 0.0);
    assert_eq!(different, [""; 0]);
    assert_eq!(cases, 12);
}
