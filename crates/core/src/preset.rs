//! Ready-made sets of target levels: the model's own targets, one level above today's, and the sets that the model
//! names, by the size of the firm and by what it sells.
//!
//! No part of the scoring rules; the targets they lead to are ordinary ones. Knows no dimension and no service by name.

use super::assessment::Assessment;
use super::dimension::target;
use super::firm::Firm;
use super::model::{Dimension, Model, TargetSet};
use super::scorecard::Scorecard;

/// A ready-made set of targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Preset {
    /// The model's own targets.
    Standard,
    /// One level above today's, dimension by dimension.
    OneUp,
    /// Those that the model has under a name, for the firm's services.
    Named(String),
}

/// A target that a set changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TargetChange {
    /// Position of the dimension.
    pub dimension: usize,
    /// The target in force.
    pub from: u8,
    /// The target of the set.
    pub to: u8,
}

impl Preset {
    /// The word that tells it apart on a page.
    pub fn word(&self) -> &str {
        match self {
            Self::Standard => "standard",
            Self::OneUp => "one-up",
            Self::Named(name) => name,
        }
    }
}

/// All of them: the model's own targets, the sets made for a size, one level up, the other sets of the model.
pub fn offered(model: &Model) -> Vec<Preset> {
    let named = |for_a_size: bool| {
        let mut names: Vec<&str> = Vec::new();
        for set in model.presets.iter().filter(|set| set.sizes.is_empty() != for_a_size) {
            if !names.contains(&set.name.as_str()) {
                names.push(&set.name);
            }
        }
        names.into_iter().map(|name| Preset::Named(name.to_string()))
    };
    let mut all = vec![Preset::Standard];
    all.extend(named(true));
    all.push(Preset::OneUp);
    all.extend(named(false));
    all
}

impl TargetSet {
    /// Whether it is made for what the firm sells.
    fn suits(&self, firm: &Firm) -> bool {
        let sells = |wanted: &[super::Service]| firm.services.iter().any(|service| wanted.contains(service));
        (self.services.is_empty() || sells(&self.services)) && !sells(&self.not_services)
    }
}

/// The set to begin with: the first one for the firm's size and services, or the model's own targets where there is
/// none or the size is not said.
pub fn suggested(model: &Model, firm: &Firm) -> Preset {
    let fits = |set: &&TargetSet| firm.size.is_some_and(|size| set.sizes.contains(&size)) && set.suits(firm);
    model.presets.iter().find(fits).map_or(Preset::Standard, |set| Preset::Named(set.name.clone()))
}

/// Whether some set is made for what the firm sells, and not for every firm.
pub fn by_service(model: &Model, firm: &Firm) -> bool {
    model.presets.iter().any(|set| !set.services.is_empty() && set.suits(firm))
}

/// The targets of a set, one for each dimension, in model order.
pub fn targets(preset: &Preset, model: &Model, assessment: &Assessment, card: &Scorecard) -> Vec<u8> {
    let set = match preset {
        Preset::Named(name) => {
            model.presets.iter().find(|set| set.name == *name && set.suits(&assessment.firm))
        }
        Preset::Standard | Preset::OneUp => None,
    };
    let one = |(at, dimension): (usize, &Dimension)| {
        let wanted = match (preset, set) {
            (Preset::OneUp, _) => match card.dimensions.get(at).and_then(|score| score.level) {
                Some(level) => level.saturating_add(1),
                // Nothing to step up from: the target stays as it is.
                None => target(dimension, assessment),
            },
            (_, Some(set)) => set.targets.get(at).copied().flatten().unwrap_or(dimension.target),
            (_, None) => dimension.target,
        };
        wanted.clamp(1, model.levels)
    };
    model.dimensions.iter().enumerate().map(one).collect()
}

/// What applying a set would change, in model order.
pub fn changes(
    preset: &Preset,
    model: &Model,
    assessment: &Assessment,
    card: &Scorecard,
) -> Vec<TargetChange> {
    let wanted = targets(preset, model, assessment, card);
    let both = model.dimensions.iter().zip(wanted).enumerate();
    both.map(|(dimension, (of, to))| TargetChange { dimension, from: target(of, assessment), to })
        .filter(|change| change.from != change.to)
        .collect()
}

/// Whether the targets of an assessment are those of a set. Nobody has stepped up where no level is shown to step up
/// from.
pub fn in_force(preset: &Preset, model: &Model, assessment: &Assessment, card: &Scorecard) -> bool {
    let stands = *preset != Preset::OneUp || card.dimensions.iter().any(|score| score.level.is_some());
    stands && changes(preset, model, assessment, card).is_empty()
}

/// Targets by dimension id as an assessment keeps them: `None` for those that are the model's own.
pub fn overrides(targets: &[u8], model: &Model) -> Vec<(String, Option<u8>)> {
    let both = model.dimensions.iter().zip(targets);
    both.map(|(of, level)| (of.id.clone(), (*level != of.target).then_some(*level))).collect()
}
