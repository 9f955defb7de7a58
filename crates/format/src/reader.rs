//! Walks a JSON value that knows its place, and collects everything that is wrong instead of stopping.
//!
//! Knows JSON and the limits of texts; not which fields a document has.

use std::cell::RefCell;

use serde_json::Value;

use fuxiao_core::{Flaw, Problem};

use super::shape;

/// Longest name, title or owner, in Unicode scalar values.
pub const NAME: usize = 200;
/// Longest note or reason, in Unicode scalar values.
pub const NOTE: usize = 2000;

/// What was found wrong, gathered while reading.
#[derive(Debug, Default)]
pub struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    /// Everything found so far.
    pub fn into_list(self) -> Vec<Problem> {
        self.0.into_inner()
    }

    /// Adds one.
    pub fn add(&self, place: impl Into<String>, flaw: Flaw) {
        self.0.borrow_mut().push(Problem::new(place, flaw));
    }
}

/// A value, or its absence, at a place in a document. `null` counts as absent.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    value: Option<&'a Value>,
    /// Path from the root.
    pub place: String,
    problems: &'a Problems,
}

impl<'a> Node<'a> {
    /// The root of a document.
    pub fn root(value: &'a Value, problems: &'a Problems) -> Self {
        Self { value: Some(value), place: String::new(), problems }
    }

    /// Whether something stands here.
    pub fn present(&self) -> bool {
        self.value.is_some()
    }

    /// Reports a flaw of this place.
    pub fn flaw(&self, flaw: Flaw) {
        self.problems.add(self.place.clone(), flaw);
    }

    fn child(&self, value: Option<&'a Value>, place: String) -> Self {
        Self { value: value.filter(|value| !value.is_null()), place, problems: self.problems }
    }

    /// The value, reported as missing when absent.
    pub fn required(self) -> Self {
        if !self.present() {
            self.flaw(Flaw::Missing);
        }
        self
    }

    /// The field of an object; absent when this is absent or no object.
    pub fn get(&self, key: &str) -> Self {
        let place = if self.place.is_empty() { key.to_string() } else { format!("{}.{key}", self.place) };
        self.child(self.value.and_then(|value| value.get(key)), place)
    }

    /// The field of an object that must be there.
    pub fn need(&self, key: &str) -> Self {
        let child = self.get(key);
        if self.value.is_some_and(Value::is_object) { child.required() } else { child }
    }

    fn pick<T>(&self, take: impl FnOnce(&'a Value) -> Option<T>, flaw: Flaw) -> Option<T> {
        let found = take(self.value?);
        if found.is_none() {
            self.flaw(flaw);
        }
        found
    }

    /// Whether this is an object; anything else that is present is a flaw.
    pub fn is_object(&self) -> bool {
        self.pick(|value| value.as_object().map(|_| ()), Flaw::NotObject).is_some()
    }

    /// Items of a list.
    pub fn items(&self) -> Vec<Self> {
        let items = self.pick(Value::as_array, Flaw::NotList);
        let items = items.into_iter().flatten().enumerate();
        items.map(|(i, item)| self.child(Some(item), format!("{}[{i}]", self.place))).collect()
    }

    /// Fields of an object used as a map.
    pub fn entries(&self) -> Vec<(&'a String, Self)> {
        let entries = self.pick(Value::as_object, Flaw::NotObject);
        entries.into_iter().flatten().map(|(key, _)| (key, self.get(key))).collect()
    }

    /// A text as it stands, without limits.
    pub fn raw_text(&self) -> Option<&'a str> {
        self.pick(Value::as_str, Flaw::NotText)
    }

    /// A text of one line and at most [`NAME`] characters; empty when absent.
    pub fn name(&self) -> String {
        self.limited(NAME, |c| shape::forbidden(c) || c.is_control())
    }

    /// A text that may have lines and tabs, at most [`NOTE`] characters; empty when absent.
    pub fn note(&self) -> String {
        self.limited(NOTE, |c| shape::forbidden(c) || (c.is_control() && c != '\n' && c != '\t'))
    }

    fn limited(&self, limit: usize, bad: impl Fn(char) -> bool) -> String {
        let text = self.raw_text().unwrap_or_default();
        if text.chars().count() > limit {
            self.flaw(Flaw::TooLong);
        }
        if text.chars().any(bad) {
            self.flaw(Flaw::BadCharacter);
        }
        text.to_string()
    }

    /// True or false; `default` when absent.
    pub fn boolean(&self, default: bool) -> bool {
        self.pick(Value::as_bool, Flaw::NotBoolean).unwrap_or(default)
    }

    /// A whole number. `3.0` is one, as in JSON Schema.
    pub fn integer(&self) -> Option<i64> {
        self.pick(integer, Flaw::NotInteger)
    }

    /// A whole number of 0 or more.
    pub fn count(&self) -> Option<u64> {
        self.pick(
            |value| value.as_u64().or_else(|| integer(value).and_then(|n| n.try_into().ok())),
            Flaw::NotInteger,
        )
    }

    /// A finite number.
    pub fn number(&self) -> Option<f64> {
        self.pick(|value| value.as_f64().filter(|number| number.is_finite()), Flaw::NotNumber)
    }

    /// A word of a closed list.
    pub fn word<T>(&self, from_word: impl Fn(&str) -> Option<T>) -> Option<T> {
        let found = from_word(self.raw_text()?);
        if found.is_none() {
            self.flaw(Flaw::UnknownWord);
        }
        found
    }

    /// A text of a certain shape.
    pub fn shaped(&self, fits: impl Fn(&str) -> bool, flaw: Flaw) -> Option<String> {
        let text = self.raw_text()?;
        if !fits(text) {
            self.flaw(flaw);
        }
        Some(text.to_string())
    }
}

fn integer(value: &Value) -> Option<i64> {
    // 2^53: beyond it a float no longer tells neighbouring whole numbers apart.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    value.as_i64().or_else(|| {
        let number = value.as_f64()?;
        (number.fract() == 0.0 && number.abs() <= EXACT).then_some(number as i64)
    })
}
