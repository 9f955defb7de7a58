//! Texts of the questionnaire as they stand in `content/text/<locale>/`. Knows their form, not where they
//! come from.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The texts of one dimension.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct DimensionText {
    /// Name.
    pub name: String,
    /// What it looks at, and what it leaves to its siblings.
    pub lens: String,
    /// Criteria by id.
    pub criteria: BTreeMap<String, CriterionText>,
}

/// The texts of one criterion.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct CriterionText {
    /// Name.
    pub name: String,
    /// The question.
    pub question: String,
    /// Help for an honest answer.
    pub hint: String,
    /// What the source article asks.
    pub source: String,
    /// What each level looks like, from 1.
    pub levels: Vec<String>,
    /// What would prove it.
    pub evidence: String,
    /// Steps to levels 2, 3, …
    pub steps: Vec<StepText>,
}

/// The texts of one step.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct StepText {
    /// What to do.
    pub action: String,
    /// What to do this week.
    pub first_step: String,
    /// What will show that it worked.
    pub proof: String,
}

/// Texts that belong to no dimension.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct CommonText {
    /// Levels from 1.
    pub levels: Vec<Named>,
    /// Aspects by id.
    pub aspects: BTreeMap<String, Named>,
    /// KPIs by id.
    pub kpis: BTreeMap<String, KpiText>,
    /// Themes by id.
    pub themes: BTreeMap<String, ThemeText>,
}

/// A name with what it means.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Name.
    pub name: String,
    /// Meaning, in one sentence.
    pub meaning: String,
}

/// The texts of a KPI.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct KpiText {
    /// Name.
    pub name: String,
    /// How it is computed.
    pub formula: String,
    /// Unit as people say it.
    pub unit: String,
    /// What it tells.
    pub meaning: String,
    /// What it is often mistaken for.
    pub trap: String,
    /// Where the bounds come from, and when that was checked.
    pub source: String,
}

/// The texts of a theme.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ThemeText {
    /// Name.
    pub name: String,
    /// What to do as one project.
    pub initiative: String,
}

/// Reads the texts of a dimension.
///
/// # Errors
/// What the parser found wrong; the app shows that the text could not be read, and offers to try again.
pub fn parse_dimension(text: &str) -> Result<DimensionText, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// Reads the common texts.
///
/// # Errors
/// As [`parse_dimension`].
pub fn parse_common(text: &str) -> Result<CommonText, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}
