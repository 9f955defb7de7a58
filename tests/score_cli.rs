//! The command line that scores files: its lines, its errors, its status.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::path::PathBuf;
use std::process::{Command, Output};

use common::root;

fn score(words: &[&str]) -> Output {
    // Cargo builds examples together with the tests of the package.
    let mut program: PathBuf = std::env::current_exe().unwrap();
    program.pop();
    program.pop();
    program.push("examples");
    program.push(format!("score{}", std::env::consts::EXE_SUFFIX));
    Command::new(program).args(words).current_dir(root().join("tests/fixtures/golden")).output().unwrap()
}

#[test]
fn one_line_per_file_and_bad_ones_do_not_stop_the_others() {
    let scored = score(&["--model", "model.json", "1.json", "results.jsonl", "no such file", "2.json"]);
    assert_eq!(scored.status.code(), Some(1));
    let lines: Vec<String> = String::from_utf8(scored.stdout).unwrap().lines().map(str::to_string).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].contains("\"file\":\"1.json\"") && lines[1].contains("\"file\":\"2.json\""));
    let errors = String::from_utf8(scored.stderr).unwrap();
    assert_eq!(errors.lines().count(), 2, "{errors}");
    assert!(
        errors.contains("results.jsonl: line 2") && errors.contains("no such file: cannot be read"),
        "{errors}"
    );
}

#[test]
fn status_tells_what_went_wrong() {
    assert_eq!(score(&["--model", "model.json", "3.json"]).status.code(), Some(0));
    assert_eq!(score(&["3.json"]).status.code(), Some(1)); // it belongs to another model
    assert_eq!(score(&[]).status.code(), Some(2));
    assert_eq!(score(&["--model", "1.json", "3.json"]).status.code(), Some(2));
    assert_eq!(score(&["--model"]).status.code(), Some(2));
}
