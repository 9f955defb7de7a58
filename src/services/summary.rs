//! What a list tells of an assessment, small enough to be kept beside it, so that listing reads and scores nothing.

use serde_json::{Value, json};

use crate::domain::{Answer, Assessment, Model, Scorecard, score};
use crate::state::shelf::{Summary, Unread};
use crate::storage::{Refused, read_assessment};

/// The summary of an assessment with its numbers.
pub fn of(model: &Model, assessment: &Assessment, card: &Scorecard) -> Value {
    let open =
        model.criteria().find(|(_, criterion)| *assessment.answer(&criterion.id) == Answer::Unanswered);
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

fn unread(refused: &Refused) -> Value {
    json!({"title": refused.title, "modified": refused.modified, "unread": true, "newer": refused.newer()})
}

/// Reads a summary for the list. `local` turns a stored time into what people read.
pub fn read(id: &str, summary: &Value, local: impl Fn(&str) -> String) -> Result<Summary, Unread> {
    let word = |key: &str| summary.get(key).and_then(Value::as_str).unwrap_or_default();
    let on = |key: &str| summary.get(key).and_then(Value::as_bool).unwrap_or_default();
    let count = |key: &str| summary.get(key).and_then(Value::as_u64).unwrap_or_default() as usize;
    let title = word("title").to_string();
    if on("unread") || summary.is_null() {
        return Err(Unread { title, newer: on("newer") });
    }
    let next = summary.get("next").and_then(Value::as_array);
    let next = next.and_then(|next| Some((next.first()?.as_str()?.into(), next.get(1)?.as_str()?.into())));
    Ok(Summary {
        id: id.to_string(),
        title,
        modified: local(word("modified")),
        answered: count("answered"),
        applicable: count("applicable"),
        next,
    })
}
