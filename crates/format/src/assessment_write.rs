//! Writes an assessment into its document: known fields are set or taken out, unknown ones stay.

use serde_json::{Map, Value, json};

use fuxiao_core::Model;
use fuxiao_core::assessment::{Answer, Assessment, Entry, Evidence, KpiEntry, PlanAction, Policy};

use super::actions_file::action_ids;
use super::assessment_file::{FORMAT, VERSION};
use super::reader::{Node, Problems};

type Object = Map<String, Value>;

/// A new, empty assessment of a model. `now` is an RFC 3339 time in UTC.
pub fn new_document(model: &Model, id: &str, now: &str) -> Assessment {
    Assessment {
        id: id.to_string(),
        model_id: model.id.clone(),
        model_release: model.release.clone(),
        created: now.to_string(),
        modified: now.to_string(),
        ..Assessment::default()
    }
}

/// The document that says what `assessment` says and keeps what `document` had besides.
pub fn assessment_value(assessment: &Assessment, document: &Value) -> Value {
    patched(assessment, document)
}

/// The text of the document that says what `assessment` says and keeps what `document` had besides.
pub fn write_assessment(assessment: &Assessment, document: &Value) -> String {
    patched(assessment, document).to_string()
}

/// The same without private notes, to hand to others.
pub fn write_shared(assessment: &Assessment, document: &Value) -> String {
    let mut assessment = assessment.clone();
    for entry in assessment.answers.values_mut() {
        entry.private.clear();
    }
    let mut document = document.clone();
    // What a newer release may have marked so elsewhere stays here as well.
    remove(&mut document, "private");
    write_assessment(&assessment, &document)
}

/// Takes a field out, at any depth.
fn remove(value: &mut Value, key: &str) {
    match value {
        Value::Object(fields) => {
            fields.remove(key);
            fields.values_mut().for_each(|value| remove(value, key));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| remove(value, key)),
        _ => {}
    }
}

fn patched(assessment: &Assessment, document: &Value) -> Value {
    let mut root = object(Some(document));
    set(&mut root, "format", Some(FORMAT.into()));
    set(&mut root, "version", Some(VERSION.into()));
    set(&mut root, "id", Some(assessment.id.as_str().into()));
    set(&mut root, "edit", Some(assessment.revision.into()));
    set(&mut root, "created", Some(assessment.created.as_str().into()));
    set(&mut root, "modified", Some(assessment.modified.as_str().into()));
    set(&mut root, "title", text(&assessment.title));
    set(&mut root, "respondent", text(&assessment.respondent));
    inside(&mut root, "model", |model| {
        set(model, "id", Some(assessment.model_id.as_str().into()));
        set(model, "release", Some(assessment.model_release.as_str().into()));
    });
    inside(&mut root, "firm", |firm| {
        let services: Vec<&str> = assessment.firm.services.iter().map(|service| service.word()).collect();
        set(firm, "name", text(&assessment.firm.name));
        set(firm, "services", (!services.is_empty()).then(|| json!(services)));
        set(firm, "size", assessment.firm.size.map(|size| size.word().into()));
        set(firm, "note", text(&assessment.firm.note));
    });
    inside(&mut root, "policy", |policy| {
        let word = (assessment.policy != Policy::default()).then(|| assessment.policy.word().into());
        set(policy, "evidence", word);
    });
    map(&mut root, "targets", &assessment.targets, |_, level| Some((*level).into()));
    map(&mut root, "importance", &assessment.importance, |_, value| Some((*value).into()));
    map(&mut root, "answers", &assessment.answers, |old, entry| Some(answer(old, entry)));
    map(&mut root, "kpis", &assessment.kpis, |old, kpi| Some(figure(old, kpi)));
    actions(&mut root, &assessment.actions);
    set(&mut root, "snapshot_of", assessment.snapshot_of.as_deref().map(Value::from));
    set(&mut root, "baseline", assessment.baseline.as_deref().map(Value::from));
    inside(&mut root, "brand", |brand| {
        set(brand, "name", text(&assessment.brand.name));
        set(brand, "accent", text(&assessment.brand.accent));
        set(brand, "logo", text(&assessment.brand.logo));
    });
    Value::Object(root)
}

fn object(value: Option<&Value>) -> Object {
    value.and_then(Value::as_object).cloned().unwrap_or_default()
}

fn text(text: &str) -> Option<Value> {
    (!text.is_empty()).then(|| text.into())
}

fn set(object: &mut Object, key: &str, value: Option<Value>) {
    match value {
        Some(value) => object.insert(key.to_string(), value),
        None => object.remove(key),
    };
}

/// Patches an inner object; one that ends up empty is left out.
fn inside(object_: &mut Object, key: &str, patch: impl FnOnce(&mut Object)) {
    let mut inner = object(object_.get(key));
    patch(&mut inner);
    set(object_, key, (!inner.is_empty()).then_some(Value::Object(inner)));
}

/// Writes a map by id. Ids that are gone from the assessment go from the document, too.
fn map<'a, T: 'a>(
    root: &mut Object,
    key: &str,
    entries: impl IntoIterator<Item = (&'a String, &'a T)>,
    write: impl Fn(Option<&Value>, &T) -> Option<Value>,
) {
    let old = object(root.get(key));
    let mut new = Object::new();
    for (id, entry) in entries {
        if let Some(value) = write(old.get(id), entry) {
            new.insert(id.clone(), value);
        }
    }
    set(root, key, (!new.is_empty()).then_some(Value::Object(new)));
}

fn answer(old: Option<&Value>, entry: &Entry) -> Value {
    let mut new = object(old);
    // What no longer counts stays until an answer takes its place.
    let withheld = entry.withheld.as_deref().filter(|_| entry.answer == Answer::Unanswered).map(Value::from);
    let (level, reason) = match &entry.answer {
        Answer::Unanswered => (None, None),
        Answer::Level(level) => (Some((*level).into()), None),
        Answer::NotApplicable(reason) => (None, Some(reason.as_str().into())),
    };
    set(&mut new, "level", level);
    set(&mut new, "not_applicable", reason.or(withheld));
    set(&mut new, "evidence", (entry.evidence != Evidence::None).then(|| entry.evidence.word().into()));
    set(&mut new, "flag", entry.flag.map(|flag| flag.word().into()));
    set(&mut new, "note", text(&entry.note));
    set(&mut new, "private", text(&entry.private));
    set(&mut new, "at", entry.at.as_deref().map(Value::from));
    set(&mut new, "release", entry.release.as_deref().map(Value::from));
    Value::Object(new)
}

fn figure(old: Option<&Value>, kpi: &KpiEntry) -> Value {
    let mut new = object(old);
    let value = kpi.value.or(kpi.withheld);
    if new.get("value").and_then(Value::as_f64) != value {
        set(&mut new, "value", value.map(number));
    }
    set(&mut new, "numerator", kpi.numerator.map(Value::from));
    set(&mut new, "denominator", kpi.denominator.map(Value::from));
    set(&mut new, "n", kpi.n.map(Value::from));
    set(&mut new, "population", kpi.population.map(Value::from));
    Value::Object(new)
}

/// A number as people write it: 4, not 4.0.
fn number(value: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() <= EXACT { (value as i64).into() } else { value.into() }
}

/// Actions keep what their item had besides: the ids of the old items are those that reading gave them.
fn actions(root: &mut Object, actions: &[PlanAction]) {
    let old = root.get("actions").and_then(Value::as_array).cloned().unwrap_or_default();
    let old: Vec<Value> = old.into_iter().filter(|item| !item.is_null()).collect();
    let problems = Problems::default();
    let nodes: Vec<Node> = old.iter().map(|item| Node::root(item, &problems)).collect();
    let ids = action_ids(&nodes);
    let item = |action: &PlanAction| ids.iter().position(|id| *id == action.id).and_then(|at| old.get(at));
    let new: Vec<Value> = actions.iter().map(|one| action(item(one), one)).collect();
    set(root, "actions", (!new.is_empty()).then_some(Value::Array(new)));
}

fn action(old: Option<&Value>, action: &PlanAction) -> Value {
    let mut new = object(old);
    set(&mut new, "id", Some(action.id.as_str().into()));
    set(&mut new, "criterion", Some(action.criterion.as_str().into()));
    set(&mut new, "kind", Some(action.kind.word().into()));
    set(&mut new, "to", Some(action.to.into()));
    set(&mut new, "status", Some(action.status.word().into()));
    set(&mut new, "lane", Some(action.lane.word().into()));
    set(&mut new, "owner", text(&action.owner));
    set(&mut new, "start", action.start.as_deref().map(Value::from));
    set(&mut new, "due", action.due.as_deref().map(Value::from));
    set(&mut new, "done", action.done.as_deref().map(Value::from));
    set(&mut new, "proof", text(&action.proof));
    set(&mut new, "note", text(&action.note));
    Value::Object(new)
}
