//! The assessment itself: model, answers, scores, recommendations, plan.
//!
//! Standard library only. Knows no file format, no browser, no clock and no sentence of
//! the questionnaire; it cannot fail at run time. Every rule follows the published scoring rules,
//! version 2, whose sections are named where they are used.

pub mod assessment;
pub mod check;
mod check_kpi;
pub mod check_limits;
mod check_preset;
pub mod day;
pub mod delta;
pub mod dimension;
pub mod draft;
pub mod edition;
pub mod effective;
pub mod effort;
pub mod firm;
pub mod gaps;
pub mod ident;
pub mod kpi;
pub mod margin;
pub mod model;
pub mod order;
pub mod overall;
pub mod plan;
pub mod plan_diff;
pub mod plan_hint;
pub mod preset;
pub mod problem;
pub mod quadrants;
pub mod ratio;
pub mod recommend;
pub mod roadmap;
pub mod score_breakdown;
pub mod scorecard;
pub mod sensitivity;
pub mod staged;
pub mod trust;
pub mod whatif;
pub mod whatif_outcome;
pub mod why;

pub use assessment::{Answer, Assessment, Entry, Evidence, Flag, Policy, Service};
pub use effective::{Cap, CriterionStatus};
pub use model::{Criterion, CriterionRef, Dimension, Kpi, Model};
pub use problem::{Flaw, Problem};
pub use scorecard::{Scorecard, score};
