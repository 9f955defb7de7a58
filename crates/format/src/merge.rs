//! Two states of a document that went separate ways: what differs, who changed it, and one document out of both.
//!
//! Works on JSON, so that what the app does not know is merged, too. Knows no store and no words.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// Fields that are maps by id, or groups of fields: each entry is compared by itself.
const MAPS: [&str; 7] = ["answers", "kpis", "targets", "importance", "firm", "policy", "brand"];
/// The plan: a list whose items have ids.
const ACTIONS: &str = "actions";
/// Fields that say which document and which state this is.
const IDENTITY: [&str; 7] = ["format", "version", "id", "edit", "created", "modified", "model"];

/// One of the two states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The local one.
    Mine,
    /// The one that is stored.
    Theirs,
}

/// Who changed something since the common state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedBy {
    /// Only the local one.
    Mine,
    /// Only the one that is stored.
    Theirs,
    /// Both, or nobody knows.
    Both,
}

/// Something that is not the same in both states.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Field of the document, such as `answers`.
    pub section: String,
    /// Id within it; empty for a field that is compared whole.
    pub key: String,
    /// What the local state says; nothing where it says nothing.
    pub mine: Option<Value>,
    /// What the stored state says.
    pub theirs: Option<Value>,
    /// Who changed it.
    pub changed_by: ChangedBy,
    /// The side that is proposed: the one that changed it, of two the later.
    pub proposed: Side,
}

type Units<'a> = BTreeMap<(String, String), &'a Value>;

/// What differs between two states, given the state that both come from, if it is known.
pub fn differences(base: Option<&Value>, mine: &Value, theirs: &Value) -> Vec<Difference> {
    let (own, other) = (units(mine), units(theirs));
    let before = base.map(units);
    let mut places: Vec<&(String, String)> = own.keys().collect();
    places.extend(other.keys().filter(|place| !own.contains_key(*place)));
    let differs = |place: &&(String, String)| own.get(*place) != other.get(*place);
    let mut found: Vec<Difference> = Vec::new();
    for place in places.into_iter().filter(differs) {
        let (mine_now, theirs_now) = (own.get(place).copied(), other.get(place).copied());
        let changed_by = match &before {
            Some(before) if before.get(place).copied() == theirs_now => ChangedBy::Mine,
            Some(before) if before.get(place).copied() == mine_now => ChangedBy::Theirs,
            _ => ChangedBy::Both,
        };
        let proposed = match changed_by {
            ChangedBy::Mine => Side::Mine,
            ChangedBy::Theirs => Side::Theirs,
            ChangedBy::Both if when(theirs_now, theirs) > when(mine_now, mine) => Side::Theirs,
            ChangedBy::Both => Side::Mine,
        };
        found.push(Difference {
            section: place.0.clone(),
            key: place.1.clone(),
            mine: mine_now.cloned(),
            theirs: theirs_now.cloned(),
            changed_by,
            proposed,
        });
    }
    found
}

/// One document: the stored one, with what was chosen from the local one. `choices` go with `differences`; where one
/// is missing the proposed side is taken.
pub fn merged(theirs: &Value, differences: &[Difference], choices: &[Side]) -> Value {
    let mut document = theirs.clone();
    for (at, difference) in differences.iter().enumerate() {
        if choices.get(at).copied().unwrap_or(difference.proposed) == Side::Mine {
            place(&mut document, difference);
        }
    }
    document
}

/// When something was said: an answer's own time, else that of the document. RFC 3339 UTC sorts as text.
fn when<'a>(value: Option<&'a Value>, document: &'a Value) -> &'a str {
    let own = value.and_then(|value| value.get("at")).and_then(Value::as_str);
    own.or_else(|| document.get("modified").and_then(Value::as_str)).unwrap_or_default()
}

fn units(document: &Value) -> Units<'_> {
    let mut units = Units::new();
    for (field, value) in document.as_object().into_iter().flatten() {
        match value {
            _ if IDENTITY.contains(&field.as_str()) => {}
            Value::Object(entries) if MAPS.contains(&field.as_str()) => {
                units.extend(entries.iter().map(|(key, value)| ((field.clone(), key.clone()), value)));
            }
            Value::Array(items) if field == ACTIONS => {
                units.extend(items.iter().map(|item| ((field.clone(), action_key(items, item)), item)));
            }
            _ => drop(units.insert((field.clone(), String::new()), value)),
        }
    }
    units
}

/// The id of an action; of one without, what tells it apart and which of equals it is.
fn action_key(items: &[Value], item: &Value) -> String {
    let word = |item: &Value, key: &str| item.get(key).map(Value::to_string).unwrap_or_default();
    if let Some(id) = item.get("id").and_then(Value::as_str) {
        return id.to_string();
    }
    let alike = |item: &Value| [word(item, "criterion"), word(item, "kind"), word(item, "to")].join("/");
    let before = items.iter().take_while(|other| !std::ptr::eq(*other, item));
    format!("{}#{}", alike(item), before.filter(|other| alike(other) == alike(item)).count())
}

fn place(document: &mut Value, difference: &Difference) {
    let Some(fields) = document.as_object_mut() else { return };
    let Difference { section, key, mine, .. } = difference;
    if section == ACTIONS && !key.is_empty() {
        let list = fields.entry(section.clone()).or_insert_with(|| Value::Array(Vec::new()));
        let Some(items) = list.as_array_mut() else { return };
        let at = items.iter().position(|item| action_key(items, item) == *key);
        match (at, mine) {
            (Some(at), Some(mine)) => drop(std::mem::replace(&mut items[at], mine.clone())),
            (Some(at), None) => drop(items.remove(at)),
            (None, Some(mine)) => items.push(mine.clone()),
            (None, None) => {}
        }
    } else if !key.is_empty() && MAPS.contains(&section.as_str()) {
        let map = fields.entry(section.clone()).or_insert_with(|| Value::Object(Map::new()));
        let Some(entries) = map.as_object_mut() else { return };
        match mine {
            Some(mine) => drop(entries.insert(key.clone(), mine.clone())),
            None => drop(entries.remove(key)),
        }
    } else {
        match mine {
            Some(mine) => drop(fields.insert(section.clone(), mine.clone())),
            None => drop(fields.remove(section)),
        }
    }
}
