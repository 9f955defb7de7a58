//! Ready-made sets of target levels, by the size of the firm and by what it sells.
//!
//! They are our own judgement, as a consultant would begin a talk about targets, and no part of the scoring rules; the
//! targets they lead to are ordinary ones. What they rest on:
//! - Level 3 means the same written practice for every client, level 4 that it is run by monthly figures. Figures need
//!   enough clients and people to mean anything, so 4 comes with size.
//! - Below six people everybody sees everything: what only holds a larger firm together can stay at 2.
//! - The gate dimensions hold the duties of the trade. 3, every client and every time, is the least in every set made
//!   for a size; 4 where there are people to measure it.
//! - A firm that does the same work for many clients each month gains most by speed and process, one that sells single
//!   engagements by what its people know.

use super::assessment::{Assessment, Firm, Service, Size};
use super::dimension::target;
use super::model::{Dimension, Model};
use super::scorecard::Scorecard;

/// A ready-made set of targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// The model's own targets.
    Standard,
    /// 1 to 5 people: essentials first.
    Small,
    /// 6 to 20 people: the same way for everybody.
    Growing,
    /// 21 to 60 people: the main work is run by figures.
    Established,
    /// More than 60 people: cost, team and surveys, too.
    Large,
    /// One level above today's, dimension by dimension.
    OneUp,
    /// Level 4 everywhere.
    Measured,
}

/// What the firm's work is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// The same work for many clients, every month.
    Monthly,
    /// Engagements, each of its own kind.
    Engagements,
}

/// A target that a set changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Position of the dimension.
    pub dimension: usize,
    /// The target in force.
    pub from: u8,
    /// The target of the set.
    pub to: u8,
}

impl Preset {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Standard,
        Self::Small,
        Self::Growing,
        Self::Established,
        Self::Large,
        Self::OneUp,
        Self::Measured,
    ];

    /// The word that tells it apart on a page.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Small => "small",
            Self::Growing => "growing",
            Self::Established => "established",
            Self::Large => "large",
            Self::OneUp => "one-up",
            Self::Measured => "measured",
        }
    }

    /// The least that it promises for the gate dimensions; `None` where today's levels or the model decide.
    pub const fn gates(self) -> Option<u8> {
        match self {
            Self::Standard | Self::OneUp => None,
            Self::Small => Some(3),
            Self::Growing | Self::Established | Self::Large | Self::Measured => Some(4),
        }
    }
}

/// What the services say of the work. Tax, audit and advice come as engagements, unless bookkeeping or payroll is sold
/// as well; where nothing, or nothing telling, is said, the work counts as monthly, as the scoring rules take it for
/// bookkeeping.
pub fn work(firm: &Firm) -> Work {
    let sells = |wanted: &[Service]| firm.services.iter().any(|service| wanted.contains(service));
    let monthly = sells(&[Service::Bookkeeping, Service::Payroll]);
    let engagements = sells(&[Service::Audit, Service::Tax, Service::Advisory]);
    if engagements && !monthly { Work::Engagements } else { Work::Monthly }
}

/// The set to begin with: the one for the firm's size, or the model's own where the size is not said.
pub fn suggested(firm: &Firm) -> Preset {
    match firm.size {
        None => Preset::Standard,
        Some(Size::UpTo5) => Preset::Small,
        Some(Size::UpTo20) => Preset::Growing,
        Some(Size::UpTo60) => Preset::Established,
        Some(Size::Over60) => Preset::Large,
    }
}

/// The targets of a set, one for each dimension, in model order.
pub fn targets(preset: Preset, model: &Model, assessment: &Assessment, card: &Scorecard) -> Vec<u8> {
    let work = work(&assessment.firm);
    let one = |(at, dimension): (usize, &Dimension)| {
        let wanted = match preset {
            Preset::Standard => dimension.target,
            Preset::Measured => 4,
            Preset::OneUp => match card.dimensions.get(at).and_then(|score| score.level) {
                Some(level) => level.saturating_add(1),
                // Nothing to step up from: the target stays as it is.
                None => target(dimension, assessment),
            },
            _ => of_size(preset, work, dimension),
        };
        wanted.clamp(1, model.levels)
    };
    model.dimensions.iter().enumerate().map(one).collect()
}

/// What applying a set would change, in model order.
pub fn changes(preset: Preset, model: &Model, assessment: &Assessment, card: &Scorecard) -> Vec<Change> {
    let wanted = targets(preset, model, assessment, card);
    let both = model.dimensions.iter().zip(wanted).enumerate();
    both.map(|(dimension, (of, to))| Change { dimension, from: target(of, assessment), to })
        .filter(|change| change.from != change.to)
        .collect()
}

/// Targets by dimension id as an assessment keeps them: `None` for those that are the model's own.
pub fn kept(targets: &[u8], model: &Model) -> Vec<(String, Option<u8>)> {
    let both = model.dimensions.iter().zip(targets);
    both.map(|(of, level)| (of.id.clone(), (*level != of.target).then_some(*level))).collect()
}

/// The target of a dimension in a set made for a size: 3, but for those named here and the gate dimensions.
fn of_size(preset: Preset, work: Work, dimension: &Dimension) -> u8 {
    use Work::{Engagements, Monthly};
    // At 2, and at 4.
    let (later, first): (&[&str], &[&str]) = match (preset, work) {
        // Cost per client, innovation, team, surveys, budgets, optimisation, motivation: by sight, while few work here.
        (Preset::Small, _) => (&["D6", "D8", "D10", "D12", "D13", "D14", "D15"], &[]),
        (Preset::Growing, Monthly) => (&["D8", "D13"], &[]),
        (Preset::Growing, Engagements) => (&["D8", "D13", "D14"], &["D3"]),
        (Preset::Established, Monthly) => (&[], &["D1", "D4"]),
        (Preset::Established, Engagements) => (&[], &["D3"]),
        (Preset::Large, Monthly) => (&[], &["D1", "D4", "D6", "D10", "D12", "D14"]),
        (Preset::Large, Engagements) => (&[], &["D3", "D4", "D6", "D10", "D12"]),
        _ => (&[], &[]),
    };
    let id = dimension.id.as_str();
    match preset.gates().filter(|_| dimension.gate) {
        Some(least) => least,
        None if later.contains(&id) => 2,
        None if first.contains(&id) => 4,
        None => 3,
    }
}
