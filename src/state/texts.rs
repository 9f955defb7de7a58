//! Texts that have arrived, are on their way, or did not come.

use std::rc::Rc;

use crate::domain::Model;
use crate::i18n::{
    CommonText, CriterionText, DimensionText, Locale, WORDS, parse_common, parse_dimension, words_came,
};

use super::{Paper, Place, Route};

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

    /// Whether the words of the pages have come that are not part of the program.
    pub fn words(&self, locale: Locale) -> bool {
        self.words.contains(&locale)
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

    /// Ids of texts that a place shows and that nobody asked for yet.
    pub fn lacking(&self, model: &Model, route: &Route, locale: Locale) -> Vec<String> {
        let mut ids = Vec::new();
        if !matches!(route, Route::Home | Route::Nowhere) {
            ids.push(WORDS.to_string());
        }
        // The pages before an assessment say everything in words of their own.
        if !matches!(route, Route::Home | Route::Privacy | Route::Settings | Route::Nowhere) {
            ids.push(COMMON.to_string());
        }
        let all = || model.dimensions.iter().map(|dimension| dimension.id.clone());
        match route {
            Route::Assessment(_, Place::Dimension(id, _) | Place::Result(id) | Place::Check(Some(id))) => {
                ids.extend(all().filter(|known| known == id));
            }
            Route::Assessment(_, Place::Question(criterion)) => {
                let of = model.dimension_of(criterion).map(|dimension| dimension.id.clone());
                ids.extend(of);
            }
            Route::Assessment(_, Place::Paper(Paper { dimension: Some(id), .. })) => {
                ids.extend(all().filter(|known| known == id));
            }
            Route::Assessment(
                _,
                Place::Express
                | Place::Check(None)
                | Place::Find
                | Place::Paper(_)
                | Place::Results
                | Place::Plan,
            )
            | Route::Source => ids.extend(all()),
            _ => {}
        }
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
