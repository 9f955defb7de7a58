//! Writes the plan in its published format, `fuxiao-plan` version 1, for programs that follow what gets done.
//!
//! Words, dates and ids only, as in an assessment; the schema is `schema/plan.schema.json`.

use serde_json::{Map, Value, json};

use fuxiao_core::assessment::{Assessment, PlanAction};
use fuxiao_core::recommend::Recommendation;
use fuxiao_core::{Model, Scorecard};

/// The `format` of a plan.
const FORMAT: &str = "fuxiao-plan";
/// Its version.
const VERSION: u64 = 1;

/// The plan of an assessment. What is absent is left out; priority, impact and effort stand where an action is still
/// recommended.
pub fn write_plan(model: &Model, assessment: &Assessment, card: &Scorecard) -> String {
    let actions = assessment.actions.iter().map(|one| action(one, still_recommended(model, card, one)));
    let mut root = object(json!({
        "format": FORMAT,
        "version": VERSION,
        "assessment": assessment.id,
        "edit": assessment.revision,
        "model": {"id": model.id, "release": model.release},
        "generated": assessment.modified,
        "actions": actions.collect::<Vec<_>>(),
    }));
    put(&mut root, "title", &assessment.title);
    put(&mut root, "firm", &assessment.firm.name);
    Value::Object(root).to_string()
}

/// The recommendation that an action took up, where it still stands.
pub fn still_recommended<'a>(
    model: &Model,
    card: &'a Scorecard,
    action: &PlanAction,
) -> Option<&'a Recommendation> {
    let (at, _) = model.find_criterion(&action.criterion)?;
    card.recommendations.iter().find(|one| one.at == at && one.kind == action.kind && one.to == action.to)
}

fn action(action: &PlanAction, still: Option<&Recommendation>) -> Value {
    let mut new = object(json!({
        "criterion": action.criterion,
        "kind": action.kind.word(),
        "to": action.to,
        "status": action.status.word(),
        "lane": action.lane.word(),
    }));
    let dates = [("start", &action.start), ("due", &action.due), ("done", &action.done)];
    for (key, date) in dates {
        put(&mut new, key, date.as_deref().unwrap_or_default());
    }
    for (key, text) in [("owner", &action.owner), ("proof", &action.proof), ("note", &action.note)] {
        put(&mut new, key, text);
    }
    if let Some(one) = still {
        new.insert("priority".to_string(), one.priority.into());
        new.insert("impact".to_string(), one.impact.into());
        new.insert("effort".to_string(), one.effort.into());
    }
    Value::Object(new)
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

fn put(object: &mut Map<String, Value>, key: &str, text: &str) {
    if !text.is_empty() {
        object.insert(key.to_string(), text.into());
    }
}
