//! What an assessment says, in words: findings and reasons as sentences, tables, the report as Markdown, the contents of
//! the workbook.
//!
//! Every page, report and file says the same in the same words, because all of them take it from here. Knows no markup,
//! no address and no browser, and changes nothing.

pub mod blockers;
pub mod explain;
pub mod export;
mod file_name;
mod markdown;
pub mod names;
pub mod plan;
pub mod reasons;
pub mod report;
pub mod roadmap;
pub mod steps;
pub mod tables;
pub mod why;
pub mod workbook;

use std::ops::Deref;

use fuxiao_core::{Assessment, Model, Scorecard};
use fuxiao_language::{Catalog, CommonText, CriterionText, Locale, Text, ThemeText};
use serde_json::Value;

pub use export::{EXPORTS, Export};
pub use file_name::file_name;

/// Who tells: one language, with a questionnaire and its texts.
#[derive(Clone, Copy)]
pub struct Narrator<'a> {
    /// The questionnaire.
    pub model: &'a Model,
    /// Its texts in one language.
    pub catalog: &'a Catalog,
}

/// What is told of: an assessment with its scores.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// Who tells of it.
    pub narrator: Narrator<'a>,
    /// What was answered.
    pub assessment: &'a Assessment,
    /// The document that it was read from, with what is unknown to the program.
    pub document: &'a Value,
    /// What comes of the answers.
    pub card: &'a Scorecard,
    /// The day of the telling, ISO 8601.
    pub today: &'a str,
}

impl<'a> Deref for Case<'a> {
    type Target = Narrator<'a>;

    fn deref(&self) -> &Narrator<'a> {
        &self.narrator
    }
}

impl<'a> Narrator<'a> {
    /// The language.
    pub fn locale(&self) -> Locale {
        self.catalog.locale
    }

    /// A text in this language.
    pub fn t(&self, text: Text) -> &'static str {
        text.get(self.catalog)
    }

    /// A text with values in this language.
    pub fn f(&self, text: Text, values: &[(&str, &str)]) -> String {
        text.fill(self.catalog, values)
    }

    /// The texts that belong to no dimension, once they have come.
    pub fn common(&self) -> Option<&'a CommonText> {
        self.catalog.common()
    }

    /// The texts of a criterion of a dimension, once they have come.
    pub fn criterion_text(&self, dimension: &str, criterion: &str) -> Option<&'a CriterionText> {
        self.catalog.criterion(dimension, criterion)
    }

    /// The text of a theme, by its position, once it has come.
    pub fn theme(&self, at: usize) -> Option<&'a ThemeText> {
        self.common()?.themes.get(self.model.themes.get(at)?)
    }

    /// The name of a criterion that tells it from every other; its id until the text has come.
    pub fn criterion_name(&self, dimension: &str, criterion: &str) -> String {
        let text = self.criterion_text(dimension, criterion);
        text.map_or_else(|| criterion.to_string(), |text| text.short.clone())
    }

    /// The name of an aspect; its id until the text has come.
    pub fn aspect_name(&self, id: &str) -> String {
        let text = self.common().and_then(|common| common.aspects.get(id));
        text.map_or_else(|| id.to_string(), |aspect| aspect.name.clone())
    }

    /// The name of a KPI; its id until the text has come.
    pub fn kpi_name(&self, id: &str) -> String {
        let text = self.common().and_then(|common| common.kpis.get(id));
        text.map_or_else(|| id.to_string(), |kpi| kpi.name.clone())
    }

    /// The name of a level; empty until the text has come.
    pub fn level_name(&self, level: u8) -> String {
        let level = self.common().and_then(|common| common.levels.get(usize::from(level).checked_sub(1)?));
        level.map(|level| level.name.clone()).unwrap_or_default()
    }
}
