//! The files that can be exported as texts: what each is and is for, and what makes it.

use fuxiao_format::{write_assessment, write_shared};
use fuxiao_language::{Text, words_export as t};

use super::Case;
use super::plan::{calendar, plan_file};
use super::report::report;
use super::tables::{answers, dimensions, plan};

/// A file that can be exported.
pub struct Export {
    /// Tells exports apart, also for tests.
    pub id: &'static str,
    /// What it is.
    pub name: Text,
    /// What it is for.
    pub purpose: Text,
    /// What it is, in the name of the file.
    pub kind: Text,
    /// The extension of its name.
    pub extension: &'static str,
    /// Media type.
    pub media: &'static str,
    /// Whether it is made of the plan, and so of nothing while that is empty.
    pub of_plan: bool,
    /// Makes its text.
    pub make: fn(&Case) -> String,
}

macro_rules! export {
    ($id:literal, $name:ident, $purpose:ident, $kind:ident, $extension:literal, $media:literal, $of_plan:literal, $make:expr) => {
        Export {
            id: $id,
            name: t::$name,
            purpose: t::$purpose,
            kind: t::$kind,
            extension: $extension,
            media: $media,
            of_plan: $of_plan,
            make: $make,
        }
    };
}

/// The report as Markdown.
pub const REPORT: Export = export!(
    "export-markdown",
    REPORT,
    REPORT_FOR,
    FILE_REPORT,
    "md",
    "text/markdown;charset=utf-8",
    false,
    report
);
/// The answers as a table.
pub const ANSWERS: Export = export!(
    "export-answers-csv",
    ANSWERS,
    ANSWERS_FOR,
    FILE_ANSWERS,
    "csv",
    "text/csv;charset=utf-8",
    false,
    answers
);
/// The dimensions as a table.
pub const DIMENSIONS: Export = export!(
    "export-dimensions-csv",
    DIMENSIONS,
    DIMENSIONS_FOR,
    FILE_DIMENSIONS,
    "csv",
    "text/csv;charset=utf-8",
    false,
    dimensions
);
/// The plan as a table.
pub const PLAN: Export = export!(
    "export-plan-csv",
    PLAN_TABLE,
    PLAN_TABLE_FOR,
    FILE_PLAN,
    "csv",
    "text/csv;charset=utf-8",
    true,
    plan
);
/// The plan as a calendar.
pub const CALENDAR: Export = export!(
    "export-ics",
    CALENDAR,
    CALENDAR_FOR,
    FILE_PLAN,
    "ics",
    "text/calendar;charset=utf-8",
    true,
    calendar
);
/// The plan for other programs.
pub const PLAN_FILE: Export = export!(
    "export-plan-json",
    PLAN_FILE,
    PLAN_FILE_FOR,
    FILE_PLAN,
    "json",
    "application/json",
    true,
    plan_file
);
/// The assessment without what is private.
pub const SHARE: Export =
    export!("export-share", SHARE, SHARE_FOR, FILE_SHARE, "json", "application/json", false, |case| {
        write_shared(case.assessment, case.document)
    });
/// The whole assessment.
pub const KEEP: Export =
    export!("export-keep", KEEP, KEEP_FOR, FILE_KEEP, "json", "application/json", false, |case| {
        write_assessment(case.assessment, case.document)
    });

/// Every file that is a text.
pub const EXPORTS: [Export; 8] = [REPORT, ANSWERS, DIMENSIONS, PLAN, CALENDAR, PLAN_FILE, SHARE, KEEP];
