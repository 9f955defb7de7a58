//! `cargo xtask test`: every check of the project, the quick ones first. Knows what is run, not what it finds.

use crate::browser::{self, Engine};
use crate::command::{Sink, run as run_command};
use crate::project::Project;
use crate::report::{Report, Stop};
use crate::{budget, files, leaks, repro, setup, site};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const QUICK_STEPS: usize = 4;
const USUAL_STEPS: usize = 11;

/// How much is checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extent {
    /// What needs neither the release build nor a browser.
    Quick,
    Usual,
    /// Before an issue is closed.
    All,
}

impl Extent {
    fn engines(self) -> &'static [Engine] {
        if self == Extent::All { &Engine::THROUGH_WEBDRIVER } else { &[] }
    }

    fn steps(self) -> usize {
        if self == Extent::Quick { QUICK_STEPS } else { USUAL_STEPS + self.engines().len() }
    }
}

pub fn run(project: &Project, extent: Extent) -> Result<ExitCode, String> {
    let strict = std::env::var("CI").is_ok_and(|value| value == "true");
    let mut report = Report::new(extent.steps(), strict);
    native(project, &mut report);
    if extent != Extent::Quick {
        built(project, extent, &mut report);
    }
    let (text, good) = report.close();
    print!("{text}");
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn native(project: &Project, report: &mut Report) {
    report.step("formatting", || {
        cargo(project, "fmt", &["fmt", "--all", "--check"], "Run `cargo fmt --all`.")?;
        Ok(((), String::new()))
    });
    let advice = "Mend what it names, or run `rustup component add clippy` if it is missing.";
    report.step("clippy, native", || {
        let words = ["clippy", "--quiet", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
        cargo(project, "clippy", &words, advice)?;
        Ok(((), String::new()))
    });
    report.step("clippy, wasm32", || {
        setup::wasm_target()?;
        let words = [
            "clippy",
            "--quiet",
            "--workspace",
            "--exclude",
            "xtask",
            "--lib",
            "--bins",
            "--locked",
            "--target",
            setup::WASM,
            "--",
            "-D",
            "warnings",
        ];
        cargo(project, "clippy-wasm", &words, advice)?;
        Ok(((), String::new()))
    });
    report.step("native tests", || {
        let log = cargo(
            project,
            "tests",
            &["test", "--workspace", "--locked", "--no-fail-fast"],
            "Mend the tests it names.",
        )?;
        let passed: usize = numbers(&log, "test result: ok. ").sum();
        if passed == 0 {
            Err("no test was run.".to_string())?
        }
        Ok(((), format!("{passed} tests")))
    });
}

fn built(project: &Project, extent: Extent, report: &mut Report) {
    let tools = report.step("tools", || {
        // Brought in plain sight, because the first time it takes minutes.
        println!();
        Ok((setup::for_build(project)?, String::new()))
    });
    let dist = report.step("release build", || {
        need(tools.as_ref(), "the tools are missing")?;
        let dist = site::build(project, None, &log(project, "build")?)?;
        let note = format!("{} files", files::list(&dist)?.len());
        Ok((dist, note))
    });
    let built = || need(dist.as_ref(), "nothing was built");
    report.step("weight", || Ok(((), budget::check(built()?)?)));
    report.step("no build paths", || {
        let count = leaks::check(project, built()?)?;
        Ok(((), format!("{count} files searched")))
    });
    report.step("reproducible", || {
        let count = repro::check(project, built()?, &log(project, "repro")?)?;
        Ok(((), format!("{count} files the same from another folder")))
    });
    let score = report.step("example: score", || {
        if !project.root.join("examples/score.rs").is_file() {
            return Err(Stop::Skipped("there is no examples/score.rs.".to_string()));
        }
        let words = ["build", "--quiet", "--locked", "--example", "score"];
        cargo(project, "score", &words, "Mend what the compiler names.")?;
        let name = format!("score{}", std::env::consts::EXE_SUFFIX);
        Ok((project.target.join("debug/examples").join(name), String::new()))
    });
    let score = score.as_deref();
    report.step("browser tests", || in_browser(project, Engine::Playwright, built()?, score, extent));
    for &engine in extent.engines() {
        report.step(engine.name(), || in_browser(project, engine, built()?, score, extent));
    }
}

fn in_browser(
    project: &Project,
    engine: Engine,
    dist: &Path,
    score: Option<&Path>,
    extent: Extent,
) -> Result<((), String), Stop> {
    let programs = setup::for_engine(project, engine).map_err(Stop::Skipped)?;
    let name = engine.log();
    browser::run(project, engine, dist, &programs, score, extent == Extent::All, &log(project, name)?)?;
    let text = files::read_text(&log_path(project, name))?;
    let passed: usize = numbers(&text, "ℹ pass ").sum();
    if passed == 0 {
        Err("no browser test was run.".to_string())?
    }
    let skipped: usize = numbers(&text, "ℹ skipped ").sum();
    let known: usize = numbers(&text, "ℹ todo ").sum();
    if skipped == 0 && known == 0 {
        return Ok(((), format!("{passed} tests")));
    }
    let note = format!("{passed} tests passed, {skipped} were skipped, {known} fail as is known");
    // What an engine cannot do is said by the tests and known; only there may one be left out.
    if engine.may_skip() {
        Ok(((), format!("{note}: see {name}.log")))
    } else {
        Err(Stop::Skipped(format!("{note}.")))
    }
}

/// Runs cargo with its output kept; gives back what it said.
fn cargo(project: &Project, name: &str, words: &[&str], advice: &str) -> Result<String, String> {
    let mut command = Command::new("cargo");
    command.args(words).current_dir(&project.root).env("CARGO_TARGET_DIR", &project.target);
    // The message says where; pages of frames would push it out of what a failure shows.
    command.env("RUST_BACKTRACE", "0");
    run_command(&mut command, &format!("cargo {}", words[0]), advice, &log(project, name)?)?;
    files::read_text(&log_path(project, name))
}

fn log_path(project: &Project, name: &str) -> PathBuf {
    project.target.join("xtask").join(format!("{name}.log"))
}

/// An empty log for a step.
fn log(project: &Project, name: &str) -> Result<Sink, String> {
    let path = log_path(project, name);
    files::write(&path, b"")?;
    Ok(Sink::Log(path))
}

fn need<'a, T: ?Sized>(value: Option<&'a T>, why: &str) -> Result<&'a T, Stop> {
    value.ok_or_else(|| Stop::Skipped(format!("{why}, see above.")))
}

/// The number after `mark`, wherever a line has one.
fn numbers<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.lines().filter_map(move |line| {
        let after = line.split_once(mark)?.1;
        after.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn counts_are_read_from_what_the_runners_print() {
        let text = "test result: ok. 12 passed; 0 failed\nnoise 5\ntest result: ok. 3 passed; 0 failed\n";
        assert_eq!(numbers(text, "test result: ok. ").sum::<usize>(), 15);
        assert_eq!(numbers("ℹ pass 7\nℹ fail 0\n", "ℹ pass ").sum::<usize>(), 7);
    }
}
