//! A document as a store of texts keeps it: a published assessment with one field more, `stored`, which tells whose
//! state it is, from which state of the other store it was made, what leads back to that, and what a list tells of it.
//!
//! Knows no store and no model.

use serde_json::{Value, json};

use super::revision::Revision;
use fuxiao_format::patch::Patch;

/// The field that is added to a document.
const STORED: &str = "stored";

/// A document as this store keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalDocument {
    /// Which state.
    pub revision: Revision,
    /// The state of the other store that it was made from, where one is known.
    pub base: Option<Revision>,
    /// What a list tells of it; null for a document of an older release.
    pub summary: Value,
    /// The document without the field of this store; nothing where the text is no JSON object.
    pub document: Option<Value>,
    /// What leads from the document back to `base`, where that was noted.
    pub back: Option<Patch>,
}

impl LocalDocument {
    /// Reads a stored text.
    pub fn parse(text: &str) -> Self {
        let parsed = serde_json::from_str::<Value>(text.trim_start_matches('\u{FEFF}')).ok();
        let mut document = parsed.filter(Value::is_object);
        let fields = document.as_mut().and_then(Value::as_object_mut);
        let stored = fields.and_then(|fields| fields.remove(STORED)).unwrap_or_default();
        let number = document.as_ref().map(fuxiao_format::change_count).unwrap_or_default();
        let writer = stored.get("writer").and_then(Value::as_str).unwrap_or_default();
        let base = stored
            .get("base")
            .and_then(|base| Some(Revision::new(base.get("edit")?.as_u64()?, base.get("writer")?.as_str()?)));
        Self {
            revision: Revision::new(number, writer),
            base,
            summary: stored.get("summary").cloned().unwrap_or_default(),
            back: stored.get("back").and_then(Value::as_str).and_then(|back| Patch::parse(back).ok()),
            document,
        }
    }

    /// The text to store.
    pub fn text(
        document: &Value,
        writer: &str,
        base: Option<&Revision>,
        summary: &Value,
        back: Option<&Patch>,
    ) -> String {
        let mut document = document.clone();
        let base = base.map(|base| json!({"edit": base.number, "writer": base.writer}));
        let mut stored = json!({"writer": writer, "base": base, "summary": summary});
        if let Some(back) = back {
            stored["back"] = back.text().into();
        }
        if let Some(fields) = document.as_object_mut() {
            fields.insert(STORED.into(), stored);
        }
        document.to_string()
    }
}
