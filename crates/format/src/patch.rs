//! The difference between two states of a JSON document, small enough to be written at every change.
//!
//! Knows JSON only. Lists are compared item by item while they keep their length, else replaced.

use serde_json::{Value, json};

/// A step on the way to a place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Field(String),
    Item(usize),
}

/// One place that changed.
#[derive(Clone, Debug, PartialEq)]
struct Edit {
    at: Vec<Step>,
    /// What stands there now; nothing where it was removed.
    to: Option<Value>,
}

/// Everything that changed between two states.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patch(Vec<Edit>);

/// A patch that does not fit the document, or a text that is no patch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misfit;

impl Patch {
    /// What turns `before` into `after`.
    pub fn between(before: &Value, after: &Value) -> Self {
        let mut edits = Vec::new();
        compare(before, after, &mut Vec::new(), &mut edits);
        Self(edits)
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Makes the changes in `document`.
    ///
    /// # Errors
    /// [`Misfit`] where a place is not there; what was changed by then stays changed, so apply it to a copy.
    pub fn apply(&self, document: &mut Value) -> Result<(), Misfit> {
        self.0.iter().try_for_each(|edit| edit.apply(document))
    }

    /// The text to store.
    pub fn text(&self) -> String {
        let edits = self.0.iter().map(|edit| {
            let at: Vec<Value> = edit.at.iter().map(Step::value).collect();
            match &edit.to {
                Some(to) => json!({"at": at, "to": to}),
                None => json!({"at": at}),
            }
        });
        Value::Array(edits.collect()).to_string()
    }

    /// Reads a stored text.
    ///
    /// # Errors
    /// [`Misfit`] for anything that [`Patch::text`] did not write.
    pub fn parse(text: &str) -> Result<Self, Misfit> {
        let Ok(Value::Array(edits)) = serde_json::from_str(text) else { return Err(Misfit) };
        edits.into_iter().map(Edit::parse).collect::<Result<_, _>>().map(Self)
    }
}

impl Step {
    fn value(&self) -> Value {
        match self {
            Self::Field(key) => key.as_str().into(),
            Self::Item(at) => (*at).into(),
        }
    }
}

impl Edit {
    fn parse(mut value: Value) -> Result<Self, Misfit> {
        let steps = value.get("at").and_then(Value::as_array).ok_or(Misfit)?;
        let step = |step: &Value| match step {
            Value::String(key) => Ok(Step::Field(key.clone())),
            _ => step.as_u64().and_then(|at| usize::try_from(at).ok()).map(Step::Item).ok_or(Misfit),
        };
        let at = steps.iter().map(step).collect::<Result<_, _>>()?;
        Ok(Self { at, to: value.as_object_mut().and_then(|fields| fields.remove("to")) })
    }

    fn apply(&self, document: &mut Value) -> Result<(), Misfit> {
        let Some((last, path)) = self.at.split_last() else {
            *document = self.to.clone().ok_or(Misfit)?;
            return Ok(());
        };
        let mut place = document;
        for step in path {
            place = match step {
                Step::Field(key) => place.get_mut(key.as_str()),
                Step::Item(at) => place.get_mut(*at),
            }
            .ok_or(Misfit)?;
        }
        match (last, &self.to) {
            (Step::Field(key), Some(to)) => {
                place.as_object_mut().ok_or(Misfit)?.insert(key.clone(), to.clone());
            }
            (Step::Field(key), None) => {
                place.as_object_mut().ok_or(Misfit)?.remove(key).ok_or(Misfit)?;
            }
            (Step::Item(at), Some(to)) => *place.get_mut(*at).ok_or(Misfit)? = to.clone(),
            (Step::Item(_), None) => return Err(Misfit),
        }
        Ok(())
    }
}

fn compare(before: &Value, after: &Value, at: &mut Vec<Step>, edits: &mut Vec<Edit>) {
    match (before, after) {
        (Value::Object(old), Value::Object(new)) => {
            for key in old.keys().filter(|key| !new.contains_key(*key)) {
                at.push(Step::Field(key.clone()));
                edits.push(Edit { at: at.clone(), to: None });
                at.pop();
            }
            for (key, value) in new {
                at.push(Step::Field(key.clone()));
                match old.get(key) {
                    Some(old) => compare(old, value, at, edits),
                    None => edits.push(Edit { at: at.clone(), to: Some(value.clone()) }),
                }
                at.pop();
            }
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            for (position, (old, new)) in old.iter().zip(new).enumerate() {
                at.push(Step::Item(position));
                compare(old, new, at, edits);
                at.pop();
            }
        }
        _ if before == after => {}
        _ => edits.push(Edit { at: at.clone(), to: Some(after.clone()) }),
    }
}
