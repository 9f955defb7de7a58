//! Runs other programs and words what went wrong. Knows no particular program.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Where a program's output goes.
#[derive(Clone, Debug)]
pub enum Sink {
    /// Straight to the person at the terminal.
    Terminal,
    /// Into a file, of which the end is shown if the program fails.
    Log(PathBuf),
}

/// How much of a log a failure shows.
const TAIL: usize = 60;

/// Runs to the end; anything but success is an error that names `what` and what to do about it.
pub fn run(command: &mut Command, what: &str, advice: &str, sink: &Sink) -> Result<(), String> {
    if let Sink::Log(path) = sink {
        let log = open_log(path)?;
        let twin = log.try_clone().map_err(|e| format!("{} cannot be shared ({e}).", path.display()))?;
        command.stdin(Stdio::null()).stdout(log).stderr(twin);
    }
    let status = command.status().map_err(|e| could_not_start(command, what, advice, &e))?;
    if status.success() {
        return Ok(());
    }
    Err(match sink {
        Sink::Terminal => format!("{what} failed ({status}). {advice}"),
        Sink::Log(path) => format!(
            "{what} failed ({status}). {advice}\n{}\n(all of it: {})",
            tail(&std::fs::read_to_string(path).unwrap_or_default()),
            path.display()
        ),
    })
}

/// Runs quietly and gives back what the program printed.
pub fn output(command: &mut Command, what: &str, advice: &str) -> Result<String, String> {
    let out =
        command.stdin(Stdio::null()).output().map_err(|e| could_not_start(command, what, advice, &e))?;
    if out.status.success() {
        return Ok(String::from_utf8_lossy(&out.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&out.stderr);
    Err(format!("{what} failed ({}). {advice}\n{}", out.status, tail(&said)))
}

fn open_log(path: &PathBuf) -> Result<File, String> {
    crate::files::parent_of(path)?;
    File::options()
        .create(true)
        .append(true)
        .open(path)
        .map_err(|e| format!("{} cannot be written ({e}).", path.display()))
}

fn could_not_start(command: &Command, what: &str, advice: &str, e: &std::io::Error) -> String {
    let program = command.get_program().to_string_lossy().into_owned();
    format!("{what} failed: '{program}' could not be started ({e}). {advice}")
}

fn tail(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(TAIL)..].join("\n")
}

/// Does something and prints how long it took.
pub fn timed<T>(name: &str, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    let start = Instant::now();
    let made = work()?;
    println!("{name}: {}", seconds(start.elapsed()));
    Ok(made)
}

/// A duration for people.
pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::tail;

    #[test]
    fn a_failure_shows_the_end_of_a_long_log() {
        let long: Vec<String> = (0..500).map(|n| n.to_string()).collect();
        let shown = tail(&long.join("\n"));
        assert!(shown.ends_with("499") && shown.starts_with("440"));
        assert_eq!(tail("one\ntwo"), "one\ntwo");
    }
}
