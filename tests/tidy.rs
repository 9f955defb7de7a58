//! The rules of the house that a text search can hold: arrows, sizes, headers, who touches the browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::path::{Path, PathBuf};

use common::root;

fn sources(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => walk(&path, found),
                false if path.extension().is_some_and(|e| e == "rs") => found.push(path),
                false => {}
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    let name = |path: &PathBuf| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
    let mut all: Vec<_> =
        found.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect();
    all.sort();
    assert!(all.len() > 3, "{folder} holds hardly any source");
    all
}

#[test]
fn files_say_what_they_are_for_and_stay_short() {
    for (name, text) in ["src", "crates", "xtask/src"].into_iter().flat_map(sources) {
        assert!(text.starts_with("//!"), "{name} does not begin with //!");
        let lines = text.lines().count();
        let most = if name.contains("/tests/") { 400 } else { 320 };
        assert!(lines <= most, "{name} has {lines} lines");
    }
}

#[test]
fn arrows_point_one_way() {
    let may = |from: &str| -> &[&str] {
        match from {
            "state" => &["state", "fuxiao_saving", "fuxiao_format", "fuxiao_language", "fuxiao_core"],
            "platform" => &["platform", "fuxiao_saving"],
            _ => &MODULES,
        }
    };
    for (name, text) in sources("src") {
        let Some((module, _)) = name.trim_start_matches("src/").split_once('/') else { continue };
        let code =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let after =
            |mark: &'static str| code.match_indices(mark).map(move |(at, mark)| (mark, at + mark.len()));
        for (mark, at) in after("crate::").chain(after("fuxiao_")) {
            let used = code[at..].split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
            let used = if mark == "crate::" { used.to_string() } else { format!("{mark}{used}") };
            let known = MODULES.contains(&used.as_str());
            assert!(!known || may(module).contains(&used.as_str()), "{name} uses {used}");
        }
    }
}

/// The modules of the app and the crates under it.
const MODULES: [&str; 10] = [
    "ui",
    "services",
    "state",
    "platform",
    "fuxiao_narrative",
    "fuxiao_charts",
    "fuxiao_saving",
    "fuxiao_format",
    "fuxiao_language",
    "fuxiao_core",
];

#[test]
fn the_core_knows_the_standard_library_only() {
    let manifest = common::text("crates/core/Cargo.toml");
    assert!(!manifest.contains("\n[dependencies"), "crates/core depends on something");
    for (name, text) in sources("crates/core/src") {
        for foreign in ["std::time", "std::fs", "std::env", "std::net", "std::process", "std::thread"] {
            assert!(!text.contains(foreign), "{name} names {foreign}");
        }
    }
}

/// Everything about a questionnaire comes from its model. Examples in comments may use the ids of ours.
#[test]
fn the_core_knows_no_questionnaire() {
    let id = |word: &str| {
        let digits = word.strip_prefix(['D', 'K', 'A']).unwrap_or_default();
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    for (name, text) in sources("crates/core/src") {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for quoted in code.flat_map(|line| line.split('"').skip(1).step_by(2)) {
            assert!(!id(quoted), "{name} names {quoted}");
        }
        for own in ["bookkeeping", "payroll", "audit", "gate_kpi"] {
            assert!(!text.to_lowercase().contains(own), "{name} names {own}");
        }
    }
}

#[test]
fn only_the_platform_touches_the_browser() {
    for (name, text) in ["src", "crates"].into_iter().flat_map(sources) {
        // A worker is a program of its own, with a browser of its own to talk to.
        if !name.starts_with("src/platform/") && name != "crates/workbook/src/worker.rs" {
            for browser in ["web_sys", "js_sys", "gloo_", "wasm_bindgen"] {
                assert!(!text.contains(browser), "{name} names {browser}");
            }
        }
        assert!(!text.contains("from_html_unchecked"), "{name} makes markup from text");
    }
}
