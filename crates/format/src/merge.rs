//! Two states of a document that went separate ways: what differs, who changed it, and one document out of both.
//!
//! Works on JSON, so that what the app does not know is merged, too. Knows no store and no words.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::reader::{NAME, NOTE};

/// Fields that are maps by id, or groups of fields: each entry is compared by itself.
const MAPS: [&str; 7] = ["answers", "kpis", "targets", "importance", "firm", "policy", "brand"];
/// The plan: a list whose items have ids.
const ACTIONS: &str = "actions";
/// Texts inside an answer or an action: each is a choice of its own where both states have the entry.
const TEXTS: [&str; 4] = ["note", "private", "proof", "owner"];
/// Texts in one line; of two that are both kept the second follows in the same line.
const LINES: [&str; 4] = ["title", "respondent", "name", "owner"];
/// When and with which release an answer was given: goes with the answer and is no change by itself.
const DATED: [&str; 2] = ["at", "release"];
/// Fields that say which document and which state this is.
const IDENTITY: [&str; 7] = ["format", "version", "id", "edit", "created", "modified", "model"];

/// One of the two states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The local one.
    Mine,
    /// The one that is stored.
    Theirs,
    /// Of two texts both, one after the other.
    Both,
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
    /// The text of an entry that this is about, such as its `note`; empty for the entry itself.
    pub part: &'static str,
    /// What the local state says; nothing where it says nothing.
    pub mine: Option<Value>,
    /// What the stored state says.
    pub theirs: Option<Value>,
    /// Both texts, one after the other, where both sides wrote one.
    pub both: Option<Value>,
    /// Who changed it.
    pub changed_by: ChangedBy,
    /// The side that is proposed: the one that changed it; of two both texts, else what is answered, else the later.
    pub proposed: Side,
}

impl Difference {
    /// What would be nowhere any more if this were chosen, although somebody changed it.
    pub fn dropped(&self, choice: Side) -> Option<&Value> {
        let (lost, kept) = match (choice, self.changed_by) {
            (Side::Theirs, ChangedBy::Mine | ChangedBy::Both) => (&self.mine, &self.theirs),
            (Side::Mine, ChangedBy::Theirs | ChangedBy::Both) => (&self.theirs, &self.mine),
            _ => return None,
        };
        lost.as_ref().filter(|lost| says(lost) && !holds(kept.as_ref(), lost))
    }

    fn propose(&mut self, later: Side) {
        let holds = |one: &Option<Value>, other: &Option<Value>| {
            other.as_ref().is_some_and(|other| holds(one.as_ref(), other))
        };
        let said = |value: &Option<Value>| value.as_ref().is_some_and(says);
        self.proposed = match self.changed_by {
            ChangedBy::Mine => Side::Mine,
            ChangedBy::Theirs => Side::Theirs,
            ChangedBy::Both if said(&self.mine) != said(&self.theirs) => match said(&self.mine) {
                true => Side::Mine,
                false => Side::Theirs,
            },
            ChangedBy::Both if holds(&self.mine, &self.theirs) => Side::Mine,
            ChangedBy::Both if holds(&self.theirs, &self.mine) => Side::Theirs,
            ChangedBy::Both => {
                self.both = self.together();
                if self.both.is_some() { Side::Both } else { later }
            }
        };
    }

    /// Both texts, where both sides wrote one and there is room for both.
    fn together(&self) -> Option<Value> {
        let (mine, theirs) = (self.mine.as_ref()?, self.theirs.as_ref()?);
        let field = match (self.part, self.section.as_str(), self.key.as_str()) {
            ("", "title" | "respondent", _) => self.section.as_str(),
            ("", "firm" | "brand", field @ ("name" | "note")) => field,
            // The reason why a question does not apply.
            ("", "answers", _) => {
                const REASON: &str = "not_applicable";
                let mut both = theirs.clone();
                let joined = joined(mine.get(REASON)?, theirs.get(REASON)?, REASON)?;
                both.as_object_mut()?.insert(REASON.into(), joined);
                return Some(both);
            }
            (part, ..) => part,
        };
        if field.is_empty() { None } else { joined(mine, theirs, field) }
    }
}

/// Two texts of a field, the stored one first; nothing where they are none or too long together.
fn joined(mine: &Value, theirs: &Value, field: &str) -> Option<Value> {
    let (mine, theirs) = (mine.as_str()?, theirs.as_str()?);
    let (between, longest) = if LINES.contains(&field) { (" / ", NAME) } else { ("\n", NOTE) };
    let text = format!("{theirs}{between}{mine}");
    (!mine.is_empty() && !theirs.is_empty() && mine != theirs && text.chars().count() <= longest)
        .then(|| text.into())
}

/// Whether a value says anything: an answer that was taken back does not.
fn says(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Object(fields) => fields.iter().any(|(field, value)| {
            !DATED.contains(&field.as_str()) && field != "evidence" && field != "flag" && says(value)
        }),
        _ => true,
    }
}

/// Whether a text is part of another.
fn holds(whole: Option<&Value>, part: &Value) -> bool {
    let whole = whole.and_then(Value::as_str);
    whole.zip(part.as_str()).is_some_and(|(whole, part)| whole.contains(part))
}

type Units<'a> = BTreeMap<(String, String), &'a Value>;

/// What differs between two states, given the state that both come from, if it is known.
pub fn differences(base: Option<&Value>, mine: &Value, theirs: &Value) -> Vec<Difference> {
    let (own, other) = (units(mine), units(theirs));
    let before = base.map(units);
    let mut places: Vec<&(String, String)> = own.keys().collect();
    places.extend(other.keys().filter(|place| !own.contains_key(*place)));
    let mut found = Vec::new();
    for place in places.into_iter().filter(|place| own.get(*place) != other.get(*place)) {
        let sides = (own.get(place).copied(), other.get(place).copied());
        let before = before.as_ref().map(|before| before.get(place).copied());
        let later = match when(sides.1, theirs) > when(sides.0, mine) {
            true => Side::Theirs,
            false => Side::Mine,
        };
        let parted = (place.0 == "answers" || place.0 == ACTIONS)
            && [sides.0, sides.1].iter().all(|side| side.is_some_and(Value::is_object));
        let same = |one: &Option<Value>, other: &Option<Value>| match parted {
            true => undated(one) == undated(other),
            false => one == other,
        };
        for part in std::iter::once("").chain(TEXTS.into_iter().filter(|_| parted)) {
            let of = |value: Option<&Value>| value.and_then(|value| part_of(value, part, parted));
            let (mine, theirs, base) = (of(sides.0), of(sides.1), before.map(of));
            if same(&mine, &theirs) {
                continue;
            }
            let changed_by = match &base {
                Some(base) if same(base, &theirs) => ChangedBy::Mine,
                Some(base) if same(base, &mine) => ChangedBy::Theirs,
                _ => ChangedBy::Both,
            };
            let (section, key) = place.clone();
            let mut difference =
                Difference { section, key, part, mine, theirs, both: None, changed_by, proposed: later };
            difference.propose(later);
            found.push(difference);
        }
    }
    found
}

/// A text of an entry, or the entry without its texts; all of it where it is not parted.
fn part_of(entry: &Value, part: &str, parted: bool) -> Option<Value> {
    if !parted {
        return Some(entry.clone());
    }
    if !part.is_empty() {
        return entry.get(part).cloned();
    }
    let mut rest = entry.clone();
    if let Some(fields) = rest.as_object_mut() {
        fields.retain(|field, _| !TEXTS.contains(&field.as_str()));
    }
    Some(rest)
}

/// A value without the dates of an answer.
fn undated(value: &Option<Value>) -> Option<Value> {
    let mut value = value.clone();
    if let Some(Value::Object(fields)) = &mut value {
        fields.retain(|field, _| !DATED.contains(&field.as_str()));
    }
    value
}

/// One document: the stored one, with what was chosen from the local one. `choices` go with `differences`; where one
/// is missing the proposed side is taken.
pub fn merged(theirs: &Value, differences: &[Difference], choices: &[Side]) -> Value {
    let mut document = theirs.clone();
    for (at, difference) in differences.iter().enumerate() {
        match choices.get(at).copied().unwrap_or(difference.proposed) {
            Side::Mine => place(&mut document, difference, &difference.mine),
            Side::Both => {
                let both = if difference.both.is_some() { &difference.both } else { &difference.mine };
                place(&mut document, difference, both);
            }
            Side::Theirs => {}
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

fn place(document: &mut Value, difference: &Difference, value: &Option<Value>) {
    let Some(fields) = document.as_object_mut() else { return };
    let Difference { section, key, part, .. } = difference;
    if section == ACTIONS && !key.is_empty() {
        let list = fields.entry(section.clone()).or_insert_with(|| Value::Array(Vec::new()));
        let Some(items) = list.as_array_mut() else { return };
        let at = items.iter().position(|item| action_key(items, item) == *key);
        match (at, value) {
            (Some(at), value) if keeps_rest(part, &items[at], value) => put_part(&mut items[at], part, value),
            (Some(at), Some(value)) => drop(std::mem::replace(&mut items[at], value.clone())),
            (Some(at), None) => drop(items.remove(at)),
            (None, Some(value)) if part.is_empty() => items.push(value.clone()),
            (None, _) => {}
        }
    } else if !key.is_empty() && MAPS.contains(&section.as_str()) {
        let map = fields.entry(section.clone()).or_insert_with(|| Value::Object(Map::new()));
        let Some(entries) = map.as_object_mut() else { return };
        match (entries.get_mut(key), value) {
            (Some(entry), value) if section == "answers" && keeps_rest(part, entry, value) => {
                put_part(entry, part, value);
            }
            (_, Some(value)) => drop(entries.insert(key.clone(), value.clone())),
            (_, None) => drop(entries.remove(key)),
        }
    } else {
        match value {
            Some(value) => drop(fields.insert(section.clone(), value.clone())),
            None => drop(fields.remove(section)),
        }
    }
}

/// Whether only a part of an entry is put in place: one of its texts, or what stands beside them.
fn keeps_rest(part: &str, entry: &Value, value: &Option<Value>) -> bool {
    entry.is_object() && (!part.is_empty() || value.as_ref().is_some_and(Value::is_object))
}

fn put_part(entry: &mut Value, part: &str, value: &Option<Value>) {
    let Some(fields) = entry.as_object_mut() else { return };
    match (part, value) {
        ("", Some(Value::Object(rest))) => {
            fields.retain(|field, _| TEXTS.contains(&field.as_str()));
            fields.extend(rest.clone());
        }
        ("", _) => {}
        (part, Some(text)) => drop(fields.insert(part.to_string(), text.clone())),
        (part, None) => drop(fields.remove(part)),
    }
}
