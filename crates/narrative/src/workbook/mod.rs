//! What stands on the sheets of the workbook. The file is written by a program of its own.

mod answers;
mod dimensions;
mod plan;
mod summary;

use fuxiao_format::workbook::WorkbookSpec;
use fuxiao_language::words_export as t;

use super::Case;
use super::names::assessment_name;

/// The workbook, described. Private notes are not in it.
pub fn workbook_spec(case: &Case) -> WorkbookSpec {
    WorkbookSpec {
        title: case.locale().colon(case.t(t::REPORT_TITLE), &assessment_name(case)),
        firm: case.assessment.firm.name.clone(),
        modified: case.assessment.modified.clone(),
        sheets: vec![
            summary::summary(case),
            dimensions::dimensions(case),
            answers::answers(case),
            answers::figures(case),
            plan::recommendations(case),
            plan::plan(case),
            summary::method(case),
        ],
    }
}
