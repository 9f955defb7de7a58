//! Texts that have arrived, are on their way, or did not come.

use std::rc::Rc;

use fuxiao_core::Model;
use fuxiao_language::{
    CommonText, CriterionText, DimensionText, Locale, WORDS, parse_common, parse_dimension, words_came,
};

use super::{Page, PrintOptions, Route};

/// The name of the common texts among the files of a language.
pub const COMMON: &str = "common";

type Key = (Locale, String);

/// Texts by language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts {
    // Lists: there are some thirty files in all.
    common: Vec<(Locale, Rc<CommonText>)>,
    dimensions: Vec<(Key, Rc<DimensionText>)>,
    words: Vec<Locale>,
    asked: Vec<Key>,
    failed: Vec<Key>,
}

impl Texts {
    /// The common texts of a language.
    pub fn common(&self, locale: Locale) -> Option<&CommonText> {
        self.common.iter().find(|(known, _)| *known == locale).map(|(_, text)| text.as_ref())
    }

    /// The texts of a dimension.
    pub fn dimension(&self, locale: Locale, id: &str) -> Option<&DimensionText> {
        let found = self.dimensions.iter().find(|((known, known_id), _)| *known == locale && known_id == id);
        found.map(|(_, text)| text.as_ref())
    }

    /// The texts of a criterion of a dimension.
    pub fn criterion(&self, locale: Locale, dimension: &str, id: &str) -> Option<&CriterionText> {
        self.dimension(locale, dimension)?.criteria.get(id)
    }

    /// Whether any text of this language did not come.
    pub fn failed(&self, locale: Locale) -> bool {
        self.failed.iter().any(|(failed, _)| *failed == locale)
    }

    /// Whether the words of a place have come.
    pub fn worded(&self, route: &Route, locale: Locale) -> bool {
        !fetches_words(route) || self.words.contains(&locale)
    }

    /// Ids of texts that a place shows and that nobody asked for yet.
    pub fn lacking(&self, model: &Model, route: &Route, locale: Locale) -> Vec<String> {
        let mut ids = Vec::new();
        if fetches_words(route) {
            ids.push(WORDS.to_string());
        }
        // The pages before an assessment say everything in words of their own.
        if !matches!(route, Route::Home | Route::Privacy | Route::Settings | Route::Nowhere) {
            ids.push(COMMON.to_string());
        }
        let shown = model.dimensions.iter().filter(|dimension| match route {
            Route::Source => true,
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
        ids.retain(|id| !self.asked.contains(&(locale, id.clone())));
        ids
    }

    pub(super) fn asked(&mut self, locale: Locale, id: String) {
        let key = (locale, id);
        self.failed.retain(|failed| *failed != key);
        self.asked.push(key);
    }

    pub(super) fn came(&mut self, locale: Locale, id: &str, text: Result<String, String>) {
        let key = (locale, id.to_string());
        let taken = text.and_then(|text| {
            if id == WORDS {
                words_came(locale, &text)?;
                self.words.push(locale);
            } else if id == COMMON {
                self.common.push((locale, Rc::new(parse_common(&text)?)));
            } else {
                self.dimensions.push((key.clone(), Rc::new(parse_dimension(&text)?)));
            }
            Ok(())
        });
        if taken.is_err() {
            self.failed.push(key);
        }
    }

    /// Ids of the texts of a language that did not come, for another try.
    pub fn to_retry(&self, locale: Locale) -> Vec<String> {
        self.failed.iter().filter(|(failed, _)| *failed == locale).map(|(_, id)| id.clone()).collect()
    }
}

/// Whether a place says anything in words that are not part of the program.
fn fetches_words(route: &Route) -> bool {
    !matches!(route, Route::Home | Route::Nowhere)
}
