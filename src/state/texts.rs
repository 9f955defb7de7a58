//! Texts that have arrived, are on their way, or did not come.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::domain::Model;
use crate::i18n::{CommonText, CriterionText, DimensionText, Locale, parse_common, parse_dimension};

use super::{Place, Route};

/// The name of the common texts among the files of a language.
pub const COMMON: &str = "common";

/// Texts by language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Texts {
    common: BTreeMap<Locale, Rc<CommonText>>,
    dimensions: BTreeMap<(Locale, String), Rc<DimensionText>>,
    asked: BTreeSet<(Locale, String)>,
    failed: BTreeSet<(Locale, String)>,
}

impl Texts {
    /// The common texts of a language.
    pub fn common(&self, locale: Locale) -> Option<&CommonText> {
        self.common.get(&locale).map(Rc::as_ref)
    }

    /// The texts of a dimension.
    pub fn dimension(&self, locale: Locale, id: &str) -> Option<&DimensionText> {
        self.dimensions.get(&(locale, id.to_string())).map(Rc::as_ref)
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
        let mut ids = vec![COMMON.to_string()];
        let all = || model.dimensions.iter().map(|dimension| dimension.id.clone());
        match route {
            Route::Assessment(_, Place::Dimension(id, _) | Place::Result(id)) => {
                ids.extend(all().filter(|known| known == id));
            }
            Route::Assessment(_, Place::Results | Place::Plan) | Route::Source => ids.extend(all()),
            _ => {}
        }
        ids.retain(|id| !self.asked.contains(&(locale, id.clone())));
        ids
    }

    pub(super) fn asked(&mut self, locale: Locale, id: String) {
        self.failed.remove(&(locale, id.clone()));
        self.asked.insert((locale, id));
    }

    pub(super) fn came(&mut self, locale: Locale, id: &str, text: Result<String, String>) {
        let key = (locale, id.to_string());
        let taken = text.and_then(|text| {
            if id == COMMON {
                self.common.insert(locale, Rc::new(parse_common(&text)?));
            } else {
                self.dimensions.insert(key.clone(), Rc::new(parse_dimension(&text)?));
            }
            Ok(())
        });
        if taken.is_err() {
            self.failed.insert(key);
        }
    }

    /// Ids of the texts of a language that did not come, for another try.
    pub fn to_retry(&self, locale: Locale) -> Vec<String> {
        self.failed.iter().filter(|(failed, _)| *failed == locale).map(|(_, id)| id.clone()).collect()
    }
}
