//! A model as written: references are ids, numbers are unchecked. [`super::check`] makes a model of it.
//!
//! Knows no file format.

use super::assessment::{Service, Size};
use super::model::{Basis, Better, Sampling, Survey, Window};

/// A model as written: references are ids, numbers are unchecked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModelDraft {
    /// Permanent name.
    pub id: String,
    /// Release of the content.
    pub release: String,
    /// Values of the levels.
    pub levels: Vec<i64>,
    /// Caps of the standard and the strict policy, by evidence grade in [`super::Evidence::ALL`] order.
    pub evidence_caps: [[Option<i64>; 4]; 2],
    /// Ids of aspects.
    pub aspects: Vec<String>,
    /// Dimensions.
    pub dimensions: Vec<DimensionDraft>,
    /// KPIs.
    pub kpis: Vec<KpiDraft>,
    /// Ids of themes.
    pub themes: Vec<String>,
    /// Legal gate.
    pub legal_gate: Option<GateDraft>,
    /// Sets of targets.
    pub presets: Vec<TargetSetDraft>,
    /// The level from which evidence is asked for.
    pub evidence_from: Option<i64>,
}

/// A set of targets as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetSetDraft {
    /// What it is called.
    pub name: String,
    /// Head counts that it is for.
    pub sizes: Vec<Size>,
    /// Services that it is for.
    pub services: Vec<Service>,
    /// Services that it is not for.
    pub not_services: Vec<Service>,
    /// Levels by dimension id.
    pub targets: Vec<(String, i64)>,
}

/// A dimension as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DimensionDraft {
    /// Id.
    pub id: String,
    /// Id of its aspect.
    pub aspect: String,
    /// Weight.
    pub weight: i64,
    /// Why it weighs that.
    pub why_weight: Option<String>,
    /// Default target level.
    pub target: i64,
    /// Gate dimension.
    pub gate: bool,
    /// Section numbers of the source.
    pub sources: Vec<i64>,
    /// Criteria.
    pub criteria: Vec<CriterionDraft>,
}

/// A criterion as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CriterionDraft {
    /// Id.
    pub id: String,
    /// Weight.
    pub weight: i64,
    /// Why it weighs that.
    pub why_weight: Option<String>,
    /// The time that is looked back on.
    pub window: Option<Window>,
    /// Whether "not applicable" is a possible answer.
    pub na_allowed: bool,
    /// Services of which a firm sells one that is asked.
    pub na_without: Vec<Service>,
    /// Whether a legal duty stands behind it.
    pub legal: bool,
    /// Whether it belongs to the express check.
    pub key: bool,
    /// Ids of the KPIs that cap it.
    pub kpis: Vec<String>,
    /// Ids of KPIs shown beside it.
    pub see: Vec<String>,
    /// Id of its theme.
    pub theme: Option<String>,
    /// Samples of the third level.
    pub sampling: Option<Sampling>,
    /// Steps: level it leads to, impact, effort.
    pub steps: Vec<[i64; 3]>,
}

/// A KPI as written.
#[derive(Clone, Debug, PartialEq)]
pub struct KpiDraft {
    /// Id.
    pub id: String,
    /// Unit code.
    pub unit: String,
    /// Direction.
    pub better: Better,
    /// Whether it is scored.
    pub scored: bool,
    /// Range.
    pub range: Option<(f64, f64)>,
    /// Bounds.
    pub bounds: Option<Vec<f64>>,
    /// The time it is taken over.
    pub window: Option<Window>,
    /// Smallest sample.
    pub least_n: Option<u64>,
    /// Basis of the bounds.
    pub basis: Basis,
    /// Month of the last check.
    pub checked: Option<String>,
    /// Kind of survey.
    pub survey: Option<Survey>,
}

/// A legal gate as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GateDraft {
    /// Highest overall level.
    pub cap: i64,
    /// Services of the firms it binds.
    pub services: Vec<Service>,
    /// Ids of criteria.
    pub criteria: Vec<String>,
    /// Ids of KPIs with their limits.
    pub kpis: Vec<(String, f64)>,
}
