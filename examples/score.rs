//! Scores assessment files on the command line: `cargo run --example score -- [--model FILE] FILE…`.
//!
//! One JSON line per file on standard output. Status 0; 1 when a file could not be scored (one line on
//! standard error says which, where and why, and the others are still scored); 2 without files or with
//! an unreadable model.

use std::fmt::Display;
use std::process::ExitCode;

use fuxiao_core::{Model, Problem, score};
use fuxiao_format::{own_model_text, read_assessment, read_model, result_line};
use fuxiao_language::{Catalog, Locale, flaw_text};

const HELP: &str = "usage: score [--model FILE] FILE...";

fn main() -> ExitCode {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    let mut model_file = None;
    if let Some(at) = files.iter().position(|word| word == "--model") {
        if at + 1 >= files.len() {
            eprintln!("--model wants a file after it. {HELP}");
            return ExitCode::from(2);
        }
        model_file = Some(files.remove(at + 1));
        files.remove(at);
    }
    if files.is_empty() {
        eprintln!("{HELP}");
        return ExitCode::from(2);
    }
    let model = match load_model(model_file.as_deref()) {
        Ok(model) => model,
        Err(reason) => {
            eprintln!("{reason}");
            return ExitCode::from(2);
        }
    };
    let mut all_good = true;
    for file in &files {
        match one(file, &model) {
            Ok(line) => println!("{line}"),
            Err(reason) => {
                eprintln!("{reason}");
                all_good = false;
            }
        }
    }
    if all_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn load_model(file: Option<&str>) -> Result<Model, String> {
    let Some(file) = file else {
        return read_model(own_model_text()).map_err(|problems| line("content/model.json", &problems));
    };
    read_model(&text(file)?).map_err(|problems| line(file, &problems))
}

fn one(file: &str, model: &Model) -> Result<String, String> {
    let stored = read_assessment(&text(file)?, model).map_err(|refused| line(file, &refused.problems))?;
    Ok(result_line(file, model, &score(model, &stored.assessment)))
}

fn text(file: &str) -> Result<String, String> {
    let unreadable = |reason: &dyn Display| format!("{file}: cannot be read: {reason}");
    let bytes = std::fs::read(file).map_err(|error| unreadable(&error))?;
    String::from_utf8(bytes).map_err(|error| unreadable(&error))
}

/// Everything wrong with one file, in one line.
fn line(file: &str, problems: &[Problem]) -> String {
    let catalog = Catalog::new(Locale::En);
    let reasons: Vec<String> = problems
        .iter()
        .map(|problem| {
            let reason = flaw_text(problem.flaw).get(&catalog);
            if problem.place.is_empty() { reason.to_string() } else { format!("{}: {reason}", problem.place) }
        })
        .collect();
    format!("{file}: {}", reasons.join("; ")).replace(['\n', '\r'], " ")
}
