//! Published files and stored documents: from JSON to the core's types and back.
//!
//! Wire types end here: the core never sees a JSON value. Knows no browser; where documents are kept
//! is the platform's business.

mod actions_file;
mod assessment_file;
mod assessment_write;
pub mod calendar;
pub mod csv;
mod embedded;
pub mod merge;
mod model_file;
pub mod patch;
mod plan_file;
mod reader;
mod result_file;
mod result_read;
pub mod services;
pub mod shape;
mod snapshot;
pub mod workbook;

use serde_json::Value;

use fuxiao_core::{Flaw, Problem};
use reader::Node;

pub use assessment_file::{
    NO_CHANNEL, NO_STAFF, ParsedDocument, ReadError, change_count, check_assessment, read_assessment,
};
pub use assessment_write::{assessment_value, new_document, write_assessment, write_shared};
pub use embedded::{SAMPLE_ID, own_model_text, sample_text};
pub use model_file::read_model;
pub use plan_file::{still_recommended, write_plan};
pub use reader::{NAME, NOTE};
pub use result_file::{result, result_line};
pub use result_read::with_stored_result;
pub use snapshot::snapshot_text;

/// Largest document, in bytes.
pub const DOCUMENT_LIMIT: usize = 4 * 1024 * 1024;

/// Parses JSON text; a byte-order mark is skipped.
fn parse(text: &str) -> Result<Value, Vec<Problem>> {
    if text.len() > DOCUMENT_LIMIT {
        return Err(vec![Problem::new("", Flaw::TooLarge)]);
    }
    serde_json::from_str(text.trim_start_matches('\u{FEFF}')).map_err(|error| {
        vec![Problem::new(format!("line {}, column {}", error.line(), error.column()), Flaw::NotJson)]
    })
}

/// Checks `format` and `version`, on which the meaning of everything else depends.
fn check_head(root: &Node, format: &str, newest: i64) -> Result<(), Vec<Problem>> {
    let one = |place: &str, flaw| Err(vec![Problem::new(place, flaw)]);
    if !root.is_object() {
        return one("", Flaw::NotObject);
    }
    if root.get("format").raw_text() != Some(format) {
        return one("format", Flaw::OtherFormat);
    }
    match root.get("version").integer() {
        Some(version) if version > newest => one("version", Flaw::NewerVersion),
        Some(version) if version >= 1 => Ok(()),
        _ => one("version", Flaw::BadVersion),
    }
}
