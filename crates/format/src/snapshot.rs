//! Writes a snapshot: the assessment as it is, under an id of its own, with its result as computed now.
//!
//! Knows the published format; not where snapshots are kept.

use serde_json::{Map, Value};

use fuxiao_core::{Assessment, Model, Scorecard};

use super::{result, write_assessment};

/// The text of a snapshot of an assessment with its numbers. `id` is the snapshot's own, `now` an RFC 3339 time in UTC.
///
/// Its `modified` is the time it was taken, and its `model.release` the one its result was computed with.
pub fn snapshot_text(
    model: &Model,
    assessment: &Assessment,
    document: &Value,
    card: &Scorecard,
    (id, now): (&str, &str),
) -> String {
    let mut shot = assessment.clone();
    shot.snapshot_of = Some(assessment.id.clone());
    shot.id = id.to_string();
    shot.modified = now.to_string();
    shot.model_release = model.release.clone();
    let mut root: Map<String, Value> = document.as_object().cloned().unwrap_or_default();
    root.insert("result".to_string(), result(model, card));
    write_assessment(&shot, &Value::Object(root))
}
