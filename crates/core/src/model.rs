//! The questionnaire's structure: aspects, dimensions, criteria, steps, KPIs, themes, legal gate.
//!
//! References are resolved to positions, so the rest of the domain cannot meet a dangling id. Knows no
//! wording; a [`Model`] comes into being only through [`Model::build`] (see `check`).

pub use super::kpi::{Basis, Better, Kpi, Survey, Window};

use super::assessment::{Evidence, Firm, Policy, Service, Size};

/// A checked questionnaire. Positions (`usize`) point into its own lists.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Permanent name of the questionnaire.
    pub id: String,
    /// Release of its content, such as `1.0.0`.
    pub release: String,
    /// Number of maturity levels n, 2..=10; levels run 1..=n.
    pub levels: u8,
    /// What a claim without proof may count for.
    pub evidence_caps: EvidenceCaps,
    /// Aspects in the source's order.
    pub aspects: Vec<Aspect>,
    /// Dimensions in the source's order.
    pub dimensions: Vec<Dimension>,
    /// Key performance indicators.
    pub kpis: Vec<Kpi>,
    /// Ids of themes, in order.
    pub themes: Vec<String>,
    /// The legal gate, when the model has one.
    pub legal_gate: Option<LegalGate>,
    /// Sets of targets, the one for certain services before the one for all of the same name.
    pub presets: Vec<TargetSet>,
    /// The level from which evidence is asked for.
    pub evidence_from: u8,
}

/// Targets that the model proposes, for firms of certain sizes and services. Several may share a name; the first that
/// suits a firm is its own.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetSet {
    /// What it is called, in one word.
    pub name: String,
    /// Head counts that it is the first choice for.
    pub sizes: Vec<Size>,
    /// Made for firms that sell one of these; empty for every firm.
    pub services: Vec<Service>,
    /// But not for firms that sell one of these.
    pub not_services: Vec<Service>,
    /// One for each dimension; `None` where the model's own target stays.
    pub targets: Vec<Option<u8>>,
}

/// A view of some dimensions. It has no weight of its own and decides nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Aspect {
    /// Permanent id, such as `A1`.
    pub id: String,
}

/// A dimension: a handful of criteria seen through one lens.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// Permanent id, such as `D1`.
    pub id: String,
    /// Position of its aspect.
    pub aspect: usize,
    /// Weight 1..=100.
    pub weight: u32,
    /// Key of the text that says why it weighs what it does.
    pub why_weight: Option<String>,
    /// Default target level.
    pub target: u8,
    /// Gate dimension, part of the floor: it must be at level k − 1 or above for the whole to be at k.
    pub gate: bool,
    /// Numbers of the source article's sections that it carries.
    pub sources: Vec<u32>,
    /// Criteria in order.
    pub criteria: Vec<Criterion>,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// Permanent id, such as `D1.1`.
    pub id: String,
    /// Weight 1..=100.
    pub weight: u32,
    /// Key of the text that says why it weighs what it does.
    pub why_weight: Option<String>,
    /// The time that the question looks back on.
    pub window: Option<Window>,
    /// Whether "not applicable" is a possible answer.
    pub na_allowed: bool,
    /// Asked only of firms that sell one of these; empty where it is asked of every firm.
    pub na_without: Vec<Service>,
    /// Whether a legal duty stands behind it.
    pub legal: bool,
    /// Whether it belongs to the express check.
    pub key: bool,
    /// Positions of the KPIs that measure this very practice and cap it.
    pub kpis: Vec<usize>,
    /// Positions of KPIs shown beside the question, capping nothing.
    pub see: Vec<usize>,
    /// Position of its theme.
    pub theme: Option<usize>,
    /// What looking at samples takes at the third level.
    pub sampling: Option<Sampling>,
    /// Steps to levels 2..=n, in order.
    pub steps: Vec<Step>,
}

/// Samples that someone looks at: how many, how long each takes, how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sampling {
    /// Samples a time.
    pub items: u32,
    /// Minutes for each.
    pub minutes: u32,
    /// Months from one time to the next.
    pub months: u32,
}

impl Criterion {
    /// Whether it is asked of a firm: by a service that the firm sells, or because it does not say what it sells (§1).
    pub fn asked_of(&self, firm: &Firm) -> bool {
        let (wanted, sold) = (&self.na_without, &firm.services);
        wanted.is_empty() || sold.is_empty() || sold.iter().any(|service| wanted.contains(service))
    }
}

/// Impact and effort of moving up to one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Impact 1 (little) to 5 (much).
    pub impact: u8,
    /// Effort 1 (a day) to 5 (a project).
    pub effort: u8,
}

/// The rule that a breached legal duty holds the whole down.
#[derive(Clone, Debug, PartialEq)]
pub struct LegalGate {
    /// Highest overall level while the gate is tripped.
    pub cap: u8,
    /// Services whose sellers it binds; empty where it binds every firm.
    pub services: Vec<Service>,
    /// Criteria that trip it at effective level 1.
    pub criteria: Vec<CriterionRef>,
    /// KPIs that trip it when worse than a limit: position and limit.
    pub kpis: Vec<(usize, f64)>,
}

/// Position of a criterion: dimension, then criterion within it. Orders as the model does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionRef {
    /// Position of the dimension.
    pub dimension: usize,
    /// Position within the dimension.
    pub criterion: usize,
}

/// Highest level that each evidence grade may count for, per policy; absent means no cap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvidenceCaps {
    /// Caps of the standard policy.
    pub standard: Caps,
    /// Caps of the strict policy.
    pub strict: Caps,
}

/// Caps by evidence grade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caps {
    /// Statement only.
    pub none: Option<u8>,
    /// A document exists.
    pub document: Option<u8>,
    /// Dated records of three months or more.
    pub records: Option<u8>,
    /// Measured data or a third party.
    pub measured: Option<u8>,
}

impl EvidenceCaps {
    /// The highest level that a claim with this evidence may count for; `None` when nothing caps it.
    pub fn cap(&self, policy: Policy, evidence: Evidence) -> Option<u8> {
        let caps = match policy {
            Policy::Declared => return None,
            Policy::Standard => self.standard,
            Policy::Strict => self.strict,
        };
        match evidence {
            Evidence::None => caps.none,
            Evidence::Document => caps.document,
            Evidence::Records => caps.records,
            Evidence::Measured => caps.measured,
        }
    }
}

impl Model {
    /// Whether the legal gate applies to a firm: by a service that it sells, or because it does not say what it sells
    /// (§3, §5).
    pub fn binds(&self, firm: &Firm) -> bool {
        self.legal_gate.as_ref().is_some_and(|gate| {
            let (bound, sold) = (&gate.services, &firm.services);
            bound.is_empty() || sold.is_empty() || sold.iter().any(|service| bound.contains(service))
        })
    }

    /// All criteria with their places, in model order.
    pub fn criteria(&self) -> impl Iterator<Item = (CriterionRef, &Criterion)> {
        self.dimensions.iter().enumerate().flat_map(|(d, dimension)| {
            dimension
                .criteria
                .iter()
                .enumerate()
                .map(move |(c, criterion)| (CriterionRef { dimension: d, criterion: c }, criterion))
        })
    }

    /// The criterion at a place, if there is one.
    pub fn criterion(&self, at: CriterionRef) -> Option<&Criterion> {
        self.dimensions.get(at.dimension)?.criteria.get(at.criterion)
    }

    /// Finds a criterion by id.
    pub fn find_criterion(&self, id: &str) -> Option<(CriterionRef, &Criterion)> {
        self.criteria().find(|(_, criterion)| criterion.id == id)
    }

    /// The dimension that a criterion belongs to, by the criterion's id.
    pub fn dimension_of(&self, criterion: &str) -> Option<&Dimension> {
        let (at, _) = self.find_criterion(criterion)?;
        self.dimensions.get(at.dimension)
    }

    /// Finds a dimension by id.
    pub fn find_dimension(&self, id: &str) -> Option<(usize, &Dimension)> {
        self.dimensions.iter().enumerate().find(|(_, dimension)| dimension.id == id)
    }

    /// Finds a KPI by id.
    pub fn find_kpi(&self, id: &str) -> Option<(usize, &Kpi)> {
        self.kpis.iter().enumerate().find(|(_, kpi)| kpi.id == id)
    }
}
