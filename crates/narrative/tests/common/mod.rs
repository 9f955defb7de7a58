//! What the test files of this crate need: the carried model with all its texts, and an assessment to be told of.
#![allow(dead_code, unused_imports)] // Each test file uses its own part.

#[path = "../../../../tests/common/model.rs"]
mod model;
#[path = "../../../../tests/common/tables.rs"]
pub mod tables;

use fuxiao_core::{Assessment, score};
use fuxiao_format::write_assessment;
use fuxiao_language::{CommonText, DimensionText, Locale, parse_common, parse_dimension};
use fuxiao_narrative::{Case, Narrator, Texts};
use serde_json::Value;

pub use model::*;

/// The texts of one language, all of them.
struct Loaded {
    common: CommonText,
    dimensions: Vec<(String, DimensionText)>,
}

impl Loaded {
    fn new(locale: Locale) -> Self {
        let file = |id: &str| text(&format!("content/text/{}/{id}.json", locale.tag()));
        let dimension = |id: String| (id.clone(), parse_dimension(&file(&id)).unwrap());
        Self {
            common: parse_common(&file("common")).unwrap(),
            dimensions: own_model().dimensions.into_iter().map(|d| dimension(d.id)).collect(),
        }
    }
}

impl Texts for Loaded {
    fn common(&self, _: Locale) -> Option<&CommonText> {
        Some(&self.common)
    }

    fn dimension(&self, _: Locale, id: &str) -> Option<&DimensionText> {
        self.dimensions.iter().find(|(known, _)| known == id).map(|(_, text)| text)
    }
}

/// What is made of an assessment as it was told in one language, on 25 November 2026.
pub fn with<T>(locale: Locale, firm: Assessment, make: impl FnOnce(&Case) -> T) -> T {
    let (model, texts) = (own_model(), Loaded::new(locale));
    let document: Value = serde_json::from_str(&write_assessment(&firm, &Value::Null)).unwrap();
    let card = score(&model, &firm);
    make(&Case {
        narrator: Narrator { model: &model, texts: &texts, locale },
        assessment: &firm,
        document: &document,
        card: &card,
        today: "2026-11-25",
    })
}
