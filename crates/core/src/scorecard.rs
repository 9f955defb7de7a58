//! Every number of one assessment, computed at once.
//!
//! A pure function of model and assessment: the same input gives the same scorecard, in any language
//! and on any machine.

use super::assessment::{Assessment, Lane};
use super::dimension::{DimensionScore, score_dimension};
use super::effective::{CriterionStatus, criterion_status};
use super::model::{CriterionRef, Model};
use super::overall::{AspectScore, Overall, at_place, score_aspects, score_overall};
use super::plan::{Initiative, initiatives, lanes};
use super::recommend::{Recommendation, recommend};
use super::trust::{Confidence, Hint, confidence, hints};

/// All results of one assessment. Lists follow the model's order unless they say otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Scorecard {
    /// The whole.
    pub overall: Overall,
    /// One per aspect.
    pub aspects: Vec<AspectScore>,
    /// One per dimension.
    pub dimensions: Vec<DimensionScore>,
    /// Statuses of the criteria, one list per dimension.
    pub statuses: Vec<Vec<CriterionStatus>>,
    /// Recommendations, most important first.
    pub recommendations: Vec<Recommendation>,
    /// The lane of each recommendation, in the same order.
    pub lanes: Vec<Lane>,
    /// Initiatives, most important first.
    pub initiatives: Vec<Initiative>,
    /// How far to trust it.
    pub confidence: Confidence,
    /// What deserves a second look.
    pub hints: Vec<Hint>,
    /// Ids that the model does not know: criteria, dimensions, KPIs, each sorted by code point.
    pub unknown: Vec<String>,
}

impl Scorecard {
    /// The status of the criterion at a place.
    pub fn status(&self, at: CriterionRef) -> Option<&CriterionStatus> {
        at_place(&self.statuses, at)
    }
}

/// Scores an assessment against a model.
pub fn score(model: &Model, assessment: &Assessment) -> Scorecard {
    score_statuses(model, assessment, statuses(model, assessment))
}

/// Where every criterion stands, one list per dimension.
pub fn statuses(model: &Model, assessment: &Assessment) -> Vec<Vec<CriterionStatus>> {
    let of = |criterion| criterion_status(model, criterion, assessment);
    model.dimensions.iter().map(|d| d.criteria.iter().map(of).collect()).collect()
}

/// Scores statuses that need not be those of the answers: what if some levels were others.
pub fn score_statuses(
    model: &Model,
    assessment: &Assessment,
    statuses: Vec<Vec<CriterionStatus>>,
) -> Scorecard {
    let dimensions: Vec<DimensionScore> = model
        .dimensions
        .iter()
        .zip(&statuses)
        .map(|(dimension, statuses)| score_dimension(model, dimension, statuses, assessment))
        .collect();
    let aspects = score_aspects(model, &dimensions);
    let overall = score_overall(model, assessment, &statuses, &dimensions);
    let recommendations = recommend(model, assessment, &statuses, &dimensions, &overall.legal);
    Scorecard {
        lanes: lanes(&recommendations),
        initiatives: initiatives(model, &recommendations),
        confidence: confidence(&overall, &statuses),
        hints: hints(model, &statuses),
        unknown: unknown(model, assessment),
        overall,
        aspects,
        dimensions,
        statuses,
        recommendations,
    }
}

fn unknown(model: &Model, assessment: &Assessment) -> Vec<String> {
    let criteria = assessment.answers.keys().filter(|id| model.find_criterion(id).is_none());
    let dimensions = assessment.targets.keys().filter(|id| model.find_dimension(id).is_none());
    let kpis = assessment.kpis.keys().filter(|id| model.find_kpi(id).is_none());
    criteria.chain(dimensions).chain(kpis).cloned().collect()
}
