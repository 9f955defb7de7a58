//! What the test files of this crate need: the carried model with all its texts, and an assessment to be told of.
#![allow(dead_code, unused_imports)] // Each test file uses its own part.

#[path = "../../../../tests/common/model.rs"]
mod model;
#[path = "../../../../tests/common/tables.rs"]
pub mod tables;

use fuxiao_core::{Assessment, score};
use fuxiao_format::write_assessment;
use fuxiao_language::{Catalog, Locale};
use fuxiao_narrative::{Case, Narrator};
use serde_json::Value;

pub use model::*;

/// The texts of one language, all of them.
fn catalog(locale: Locale) -> Catalog {
    let mut catalog = Catalog::new(locale);
    for id in own_model().dimensions.into_iter().map(|d| d.id).chain(["common".to_string()]) {
        catalog.take(&id, &text(&format!("content/text/{}/{id}.json", locale.tag()))).unwrap();
    }
    catalog
}

/// What is made of an assessment as it was told in one language, on 25 November 2026.
pub fn with<T>(locale: Locale, firm: Assessment, make: impl FnOnce(&Case) -> T) -> T {
    let (model, catalog) = (own_model(), catalog(locale));
    let document: Value = serde_json::from_str(&write_assessment(&firm, &Value::Null)).unwrap();
    let card = score(&model, &firm);
    make(&Case {
        narrator: Narrator { model: &model, catalog: &catalog },
        assessment: &firm,
        document: &document,
        card: &card,
        today: "2026-11-25",
    })
}
