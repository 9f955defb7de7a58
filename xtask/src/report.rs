//! Runs named steps one after the other, says how each went and how long it took, and counts at the end.
//! Does not know what the steps do.

use crate::command::seconds;
use std::io::Write;
use std::time::{Duration, Instant};

/// Why a step did not pass.
#[derive(Debug)]
pub enum Stop {
    Failed(String),
    /// It could not be tried here; under `CI=true` that counts as a failure.
    Skipped(String),
}

impl From<String> for Stop {
    fn from(message: String) -> Self {
        Stop::Failed(message)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Verdict {
    Passed,
    Failed,
    Skipped,
}

struct Row {
    name: &'static str,
    verdict: Verdict,
    time: Duration,
    note: String,
}

pub struct Report {
    rows: Vec<Row>,
    steps: usize,
    /// With `CI=true` a skipped step is a failed one.
    strict: bool,
}

impl Report {
    pub fn new(steps: usize, strict: bool) -> Self {
        Report { rows: Vec::new(), steps, strict }
    }

    /// Runs a step; its note is one line for the table, or more, which are shown at once.
    pub fn step<T>(
        &mut self,
        name: &'static str,
        work: impl FnOnce() -> Result<(T, String), Stop>,
    ) -> Option<T> {
        print!("[{:>2}/{}] {name} … ", self.rows.len() + 1, self.steps);
        let _ = std::io::stdout().flush();
        let start = Instant::now();
        let result = work();
        let time = start.elapsed();
        let (verdict, said, value) = match result {
            Ok((value, note)) => (Verdict::Passed, note, Some(value)),
            Err(Stop::Failed(why)) => (Verdict::Failed, why, None),
            Err(Stop::Skipped(why)) if self.strict => {
                (Verdict::Failed, format!("SKIP, which CI=true makes a failure: {why}"), None)
            }
            Err(Stop::Skipped(why)) => (Verdict::Skipped, why, None),
        };
        println!("{} {}", word(verdict), seconds(time));
        if said.contains('\n') || verdict != Verdict::Passed {
            println!("{}", said.trim_end());
        }
        let note = said.lines().next().unwrap_or_default().to_string();
        self.rows.push(Row { name, verdict, time, note });
        value
    }

    /// The table and the closing line; true if nothing failed.
    pub fn close(&self) -> (String, bool) {
        let mut text = String::from("\n");
        for row in &self.rows {
            let note = if row.note.contains("  ") { "" } else { &row.note };
            text.push_str(&format!(
                "{:<5}{:>9}  {:<28}{note}\n",
                word(row.verdict),
                seconds(row.time),
                row.name
            ));
        }
        let count = |verdict| self.rows.iter().filter(|row| row.verdict == verdict).count();
        let (passed, failed, skipped) =
            (count(Verdict::Passed), count(Verdict::Failed), count(Verdict::Skipped));
        if skipped > 0 {
            text.push_str(&format!("\n{skipped} skipped, see SKIP above\n"));
        }
        text.push_str(&format!("\n{passed} passed, {failed} failed\n"));
        (text, failed == 0)
    }
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Passed => "ok",
        Verdict::Failed => "FAIL",
        Verdict::Skipped => "SKIP",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(strict: bool) -> (String, bool) {
        let mut report = Report::new(3, strict);
        assert_eq!(report.step("one", || Ok((7, "fine".to_string()))), Some(7));
        assert_eq!(report.step::<()>("two", || Err(Stop::Skipped("no browser".to_string()))), None);
        report.close()
    }

    #[test]
    fn a_skip_is_a_failure_only_under_ci() {
        let (text, good) = run(false);
        assert!(good && text.ends_with("\n1 skipped, see SKIP above\n\n1 passed, 0 failed\n"), "{text}");
        let (text, good) = run(true);
        assert!(!good && text.ends_with("\n1 passed, 1 failed\n"), "{text}");
    }

    #[test]
    fn one_failure_fails_the_whole() {
        let mut report = Report::new(1, false);
        report.step::<()>("one", || Err(Stop::from("broken".to_string())));
        let (text, good) = report.close();
        assert!(!good && text.contains("FAIL") && text.ends_with("0 passed, 1 failed\n"), "{text}");
    }
}
