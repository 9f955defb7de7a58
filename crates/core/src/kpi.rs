//! What a model says of its KPIs: units, directions, bounds, the time and the sample they are taken over.
//!
//! Knows no value and no band; those are `effective`'s.

/// Which way a KPI gets better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// A larger value is better; bounds are lower-inclusive.
    Higher,
    /// A smaller value is better; bounds are upper-inclusive.
    Lower,
}

/// What the bounds of a KPI rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A published figure.
    Reference,
    /// The authors' judgement.
    Internal,
}

/// A key performance indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Kpi {
    /// Permanent id, such as `K01`.
    pub id: String,
    /// Unit code, such as `%`, `s`, `h`, `d`.
    pub unit: String,
    /// Direction.
    pub better: Better,
    /// Lowest and highest possible value, when there are such.
    pub range: Option<(f64, f64)>,
    /// Inclusive entry values of levels 2..=n; `None` for a KPI that is not scored.
    pub bounds: Option<Vec<f64>>,
    /// The time that the figure is taken over.
    pub window: Option<Window>,
    /// The smallest sample with which the figure counts.
    pub least_n: Option<u64>,
    /// What the bounds rest on.
    pub basis: Basis,
    /// Month in which the bounds were last checked, `YYYY-MM`.
    pub checked: Option<String>,
    /// What kind of survey it comes from, if any.
    pub survey: Option<Survey>,
}

/// What a survey figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Survey {
    /// Share of favourable answers, in percent.
    Share,
    /// Share of promoters less share of detractors, in points −100..=100.
    Net,
}

impl Kpi {
    /// Whether a value is worse than a limit.
    pub fn worse(&self, value: f64, limit: f64) -> bool {
        match self.better {
            Better::Higher => value < limit,
            Better::Lower => value > limit,
        }
    }
}

/// The time that a question or a figure looks back on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Window {
    /// The past three months.
    ThreeMonths,
    /// The last two quarters.
    TwoQuarters,
    /// The past twelve months.
    TwelveMonths,
    /// The last two rounds of a yearly practice.
    TwoRounds,
    /// Each case of a rare thing.
    Cases,
}

impl Window {
    /// Every one, the shortest first.
    pub const ALL: [Self; 5] =
        [Self::ThreeMonths, Self::TwoQuarters, Self::TwelveMonths, Self::TwoRounds, Self::Cases];
}
