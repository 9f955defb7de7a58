//! What a list tells of an assessment, small enough to be kept beside it, so that listing reads and scores nothing.

use serde_json::{Value, json};

use crate::platform::clock;
use crate::state::library::{LibraryEntry, Summary, UnreadableEntry};
use crate::state::sample;
use fuxiao_core::effective::is_open;
use fuxiao_core::order::sorted;
use fuxiao_core::{Assessment, Model, Scorecard, score};
use fuxiao_format::{ReadError, read_assessment};

/// Where the list is mirrored in local storage, so that the start page has it at once.
pub const LIST: &str = "fuxiao/list";

/// The summary of an assessment with its numbers.
pub fn of(model: &Model, assessment: &Assessment, card: &Scorecard) -> Value {
    let open = model.criteria().find(|(_, criterion)| is_open(criterion, assessment));
    let next =
        open.and_then(|(at, criterion)| Some([&model.dimensions.get(at.dimension)?.id, &criterion.id]));
    let names = [&assessment.firm.name, &assessment.title];
    let title = names.into_iter().filter(|name| !name.is_empty()).map(String::as_str).collect::<Vec<_>>();
    json!({
        "title": title.join(" · "), "modified": assessment.modified, "next": next,
        "answered": card.overall.answered, "applicable": card.overall.applicable,
    })
}

/// The summary of a stored text, readable or not.
pub fn of_text(model: &Model, text: &str) -> Value {
    match read_assessment(text, model) {
        Ok(stored) => of(model, &stored.assessment, &score(model, &stored.assessment)),
        Err(refused) => unread(&refused),
    }
}

fn unread(refused: &ReadError) -> Value {
    json!({"title": refused.title, "modified": refused.modified, "unread": true, "newer": refused.newer()})
}

/// The list as it was mirrored; nothing where that cannot be read.
pub fn mirrored(text: &str) -> Option<Vec<LibraryEntry>> {
    let list: Value = serde_json::from_str(text).ok()?;
    Some(entries(list.as_object()?.iter().map(|(id, summary)| (id.as_str(), summary))))
}

/// The list as it is shown, the last changed first. The sample firm stands elsewhere.
pub fn entries<'a>(list: impl Iterator<Item = (&'a str, &'a Value)>) -> Vec<LibraryEntry> {
    let time =
        |summary: &Value| summary.get("modified").and_then(Value::as_str).unwrap_or_default().to_string();
    let own = list.filter(|(id, _)| *id != sample::ID);
    let entries: Vec<(String, LibraryEntry)> = own
        .map(|(id, said)| (time(said), LibraryEntry { id: id.to_string(), content: read(id, said) }))
        .collect();
    let entries = sorted(entries, |a, b| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    entries.into_iter().map(|(_, entry)| entry).collect()
}

fn read(id: &str, summary: &Value) -> Result<Summary, UnreadableEntry> {
    let word = |key: &str| summary.get(key).and_then(Value::as_str).unwrap_or_default();
    let on = |key: &str| summary.get(key).and_then(Value::as_bool).unwrap_or_default();
    let count = |key: &str| summary.get(key).and_then(Value::as_u64).unwrap_or_default() as usize;
    let title = word("title").to_string();
    if on("unread") || summary.is_null() {
        return Err(UnreadableEntry { title, newer: on("newer") });
    }
    let next = summary.get("next").and_then(Value::as_array);
    let next = next.and_then(|next| Some((next.first()?.as_str()?.into(), next.get(1)?.as_str()?.into())));
    Ok(Summary {
        id: id.to_string(),
        title,
        modified: clock::local(word("modified")),
        answered: count("answered"),
        applicable: count("applicable"),
        next,
    })
}
