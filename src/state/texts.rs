//! Texts that have arrived, are on their way, or did not come.

use std::rc::Rc;

use fuxiao_core::Model;
use fuxiao_language::{COMMON, Catalog, CommonText, CriterionText, DimensionText, Locale, Missed, WORDS};

use super::{Page, PrintOptions, Route};

type Key = (Locale, String);

/// Texts by language.
#[derive(Clone, Debug, PartialEq)]
pub struct Texts {
    /// The texts of the language in use.
    used: Rc<Catalog>,
    /// Those of others that were used before, or are looked through.
    others: Vec<Rc<Catalog>>,
    // Lists: there are some thirty files in all.
    asked: Vec<Key>,
    failed: Vec<Key>,
    gone: bool,
}

impl Texts {
    /// A language to begin with.
    pub fn new(locale: Locale) -> Self {
        Self {
            used: Rc::new(Catalog::new(locale)),
            others: Vec::new(),
            asked: Vec::new(),
            failed: Vec::new(),
            gone: false,
        }
    }

    /// What is said in the language in use.
    pub fn catalog(&self) -> &Catalog {
        &self.used
    }

    /// From now on another language is in use.
    pub(super) fn speak(&mut self, locale: Locale) {
        if self.used.locale != locale {
            let at = self.others.iter().position(|other| other.locale == locale);
            let next = at.map(|at| self.others.swap_remove(at));
            let next = next.unwrap_or_else(|| Rc::new(Catalog::new(locale)));
            self.others.push(std::mem::replace(&mut self.used, next));
        }
    }

    fn of(&self, locale: Locale) -> Option<&Catalog> {
        let mut all = [&self.used].into_iter().chain(&self.others);
        all.find(|catalog| catalog.locale == locale).map(Rc::as_ref)
    }

    fn of_mut(&mut self, locale: Locale) -> Option<&mut Catalog> {
        if self.of(locale).is_none() {
            self.others.push(Rc::new(Catalog::new(locale)));
        }
        let mut all = [&mut self.used].into_iter().chain(&mut self.others);
        all.find(|catalog| catalog.locale == locale).map(Rc::make_mut)
    }

    /// The common texts of a language.
    pub fn common(&self, locale: Locale) -> Option<&CommonText> {
        self.of(locale)?.common()
    }

    /// The texts of a dimension.
    pub fn dimension(&self, locale: Locale, id: &str) -> Option<&DimensionText> {
        self.of(locale)?.dimension(id)
    }

    /// The texts of a criterion of a dimension.
    pub fn criterion(&self, locale: Locale, dimension: &str, id: &str) -> Option<&CriterionText> {
        self.of(locale)?.criterion(dimension, id)
    }

    /// Whether a text that a place shows did not come.
    pub fn failed(&self, model: &Model, route: &Route, locale: Locale) -> bool {
        let shown = shown(model, route);
        self.failed.iter().any(|(failed, id)| *failed == locale && shown.contains(id))
    }

    /// Whether a text did not come because another release has taken the place of this one.
    pub fn gone(&self) -> bool {
        self.gone
    }

    /// Whether the words of a place have come.
    pub fn worded(&self, route: &Route, locale: Locale) -> bool {
        !fetches_words(route) || self.of(locale).is_some_and(Catalog::worded)
    }

    /// Ids of texts that a place shows and that nobody asked for yet.
    pub fn lacking(&self, model: &Model, route: &Route, locale: Locale) -> Vec<String> {
        let mut ids = shown(model, route);
        ids.retain(|id| !self.asked.contains(&(locale, id.clone())));
        ids
    }

    pub(super) fn asked(&mut self, locale: Locale, id: String) {
        let key = (locale, id);
        self.failed.retain(|failed| *failed != key);
        self.asked.push(key);
    }

    pub(super) fn came(&mut self, locale: Locale, id: &str, text: Result<String, Missed>) {
        self.gone |= text == Err(Missed::Gone);
        let taken = match (text, self.of_mut(locale)) {
            (Ok(text), Some(catalog)) => catalog.take(id, &text).is_ok(),
            _ => false,
        };
        if !taken {
            self.failed.push((locale, id.to_string()));
        }
    }

    /// What did not come is asked for anew, as soon as a place shows it.
    pub(super) fn retry(&mut self) {
        let failed = std::mem::take(&mut self.failed);
        self.asked.retain(|key| !failed.contains(key));
    }
}

/// Whether a place says anything in words that are not part of the program.
fn fetches_words(route: &Route) -> bool {
    !matches!(route, Route::Home | Route::Nowhere)
}

/// Ids of the texts that a place shows.
fn shown(model: &Model, route: &Route) -> Vec<String> {
    let mut ids = Vec::new();
    if fetches_words(route) {
        ids.push(WORDS.to_string());
    }
    // The pages before an assessment say everything in words of their own.
    if !matches!(route, Route::Home | Route::Privacy | Route::Settings | Route::Nowhere) {
        ids.push(COMMON.to_string());
    }
    let shown = model.dimensions.iter().filter(|dimension| match route {
        Route::Source | Route::Method => true,
        Route::Assessment(_, page) => match page {
            Page::Dimension(id, _) | Page::Result(id) => dimension.id == *id,
            Page::Question(id) => dimension.criteria.iter().any(|criterion| criterion.id == *id),
            Page::Check(of) | Page::PrintQuestionnaire(PrintOptions { dimension: of, .. }) => {
                of.as_ref().is_none_or(|id| dimension.id == *id)
            }
            Page::Express | Page::Find | Page::Results | Page::Plan => true,
            Page::WhatIf | Page::Report => true,
            Page::Overview | Page::Profile | Page::Targets | Page::History => false,
        },
        _ => false,
    });
    ids.extend(shown.map(|dimension| dimension.id.clone()));
    ids
}
