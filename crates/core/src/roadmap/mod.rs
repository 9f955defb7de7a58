//! The shortest path to a level: the steps with the least total effort, for a dimension or for the whole.
//!
//! Exact: the rules are the scoring rules' own (§1–§3), and costs are compared in whole numbers; among paths of the
//! same effort it is one with the fewest steps. A search that would take more than [`MOST_WORK`] is not begun: its
//! answer is [`NoPath::TooLarge`], never a path that may not be the shortest. Knows no wording and no plan. Open questions stay open: answering
//! them is not a step of work.

pub mod apply;
pub(crate) mod cost;
mod knapsack;

use super::assessment::{Assessment, Kind};
use super::effective::{CriterionStatus, kpi_band};
use super::model::{CriterionRef, Model};
use super::order::sorted;
use super::overall::least;
use super::scorecard::Scorecard;
use cost::{Bands, bands, kpi_step, steps_to_level};
use knapsack::{Item, cheapest};

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PathStep {
    /// Which criterion; of a figure that several share, the first.
    pub at: CriterionRef,
    /// The level that the step opens, 2..=n.
    pub to: u8,
    /// What it asks for: do the practice, prove it, bring the figure in line.
    pub kind: Kind,
    /// For [`Kind::Result`]: the figure, by position.
    pub kpi: Option<usize>,
    /// Effort 1..=5.
    pub effort: u8,
}

/// A path to a level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShortestPath {
    /// Steps: criteria in model order, of each the lower levels first.
    pub steps: Vec<PathStep>,
    /// Sum of their efforts, the least possible.
    pub effort: u32,
}

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A staged level of the whole.
    Overall(u8),
    /// A staged level of a dimension, by position.
    Dimension(usize, u8),
}

/// Why there is no path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPath {
    /// No steps lead there: the level is withheld until more is answered, nothing is in scope, or the model has no proof
    /// that would count.
    Nowhere,
    /// There may be one; looking for it would take more than [`MOST_WORK`].
    TooLarge,
}

/// The most work of a search, in cells of its tables, some 10 ns each. 40 dimensions of 12 criteria with weights up to
/// 100 take half of it where no figures are shared. Figures that several criteria share are weighed together, and each
/// multiplies the work by the bands it may be brought to: 15 dimensions of 6 criteria with small weights may have six
/// that are two bands short.
pub const MOST_WORK: u64 = 24_000_000;

/// An effort counts for more than all steps of any path together; see the limits of a model in `check`.
const EFFORT: u32 = 16_384;

/// What the figures would be, and the steps that bring them there.
struct Scenario {
    bands: Bands,
    steps: Vec<PathStep>,
    /// Shared figures, which no criterion lifts by itself.
    fixed: Vec<usize>,
}

/// The cheapest path to a goal. Empty where it is reached already.
///
/// # Errors
/// Why there is none, or why it is not looked for.
pub fn shortest_path(
    model: &Model,
    assessment: &Assessment,
    card: &Scorecard,
    goal: Goal,
) -> Result<ShortestPath, NoPath> {
    let answered = match goal {
        Goal::Overall(_) => card.overall.level.is_ok(),
        Goal::Dimension(at, _) => card.dimensions.get(at).is_some_and(|score| score.level.is_some()),
    };
    if !answered {
        return Err(NoPath::Nowhere);
    }
    let scenarios = scenarios(model, assessment, card, goal)?;
    let found = scenarios.into_iter().filter_map(|scenario| {
        let finder = PathFinder { model, assessment, card, scenario: &scenario };
        let mut steps = match goal {
            Goal::Overall(level) => finder.overall(level)?,
            Goal::Dimension(at, level) => finder.dimension(at, level, false)?.1,
        };
        steps.extend(&scenario.steps);
        Some(ShortestPath { effort: steps.iter().map(|step| u32::from(step.effort)).sum(), steps })
    });
    let best = found.min_by_key(|path| (path.effort, path.steps.len())).ok_or(NoPath::Nowhere)?;
    Ok(ShortestPath {
        steps: sorted(best.steps, |a, b| (a.at, a.to, a.kind).cmp(&(b.at, b.to, b.kind))),
        ..best
    })
}

/// An upper bound of the work within one scenario, of which its figures take some.
fn work(model: &Model, goal: Goal) -> u64 {
    let of = |at: usize| {
        let criteria =
            model.dimensions.get(at).map(|dimension| dimension.criteria.as_slice()).unwrap_or_default();
        knapsack::cells(criteria.iter().map(|criterion| criterion.weight))
    };
    let figures = 1_000 + model.kpis.len() as u64;
    figures
        + match goal {
            Goal::Dimension(at, _) => of(at),
            // Three levels of each dimension, then the dimensions.
            Goal::Overall(_) => {
                let inside: u64 = (0..model.dimensions.len()).map(|at| 3 * of(at)).sum();
                inside + knapsack::cells(model.dimensions.iter().map(|dimension| dimension.weight))
            }
        }
}

/// Every state that the shared figures may be brought to. What the legal gate asks of a figure is in all of them.
fn scenarios(
    model: &Model,
    assessment: &Assessment,
    card: &Scorecard,
    goal: Goal,
) -> Result<Vec<Scenario>, NoPath> {
    let mut start = Scenario { bands: bands(model, assessment), steps: Vec::new(), fixed: Vec::new() };
    // Figures that the gate asks more of, though within the band they are in.
    let mut within = Vec::new();
    if let (Goal::Overall(level), Some(gate)) = (goal, &model.legal_gate)
        && level > gate.cap
    {
        for (kpi, limit) in gate.kpis.iter().filter(|(kpi, _)| card.overall.legal.kpis.contains(kpi)) {
            let wanted = model.kpis.get(*kpi).and_then(|of| kpi_band(of, *limit));
            match start.bands.get(*kpi).copied().flatten().zip(wanted) {
                Some((from, to)) if from < to => {
                    start.steps.extend((from + 1..=to).filter_map(|band| kpi_step(model, *kpi, band)));
                    if let Some(slot) = start.bands.get_mut(*kpi) {
                        *slot = Some(to);
                    }
                }
                Some(_) => within.push(*kpi),
                // A figure without bands takes one step.
                None => start.steps.extend(kpi_step(model, *kpi, 2)),
            }
        }
    }
    let concerns = |at: CriterionRef| match goal {
        Goal::Overall(_) => true,
        Goal::Dimension(dimension, _) => at.dimension == dimension,
    };
    let shared = (0..model.kpis.len()).filter(|kpi| {
        let uses = model.criteria().filter(|(at, criterion)| {
            concerns(*at)
                && criterion.kpis.contains(kpi)
                && card.status(*at).is_some_and(|s| s.rating().is_some())
        });
        start.bands.get(*kpi).is_some_and(Option::is_some) && (uses.count() > 1 || within.contains(kpi))
    });
    let shared: Vec<usize> = shared.collect();
    start.fixed.clone_from(&shared);
    let (Goal::Overall(level) | Goal::Dimension(_, level)) = goal;
    // Band k − 1 opens level k, and band 1 the level that the legal gate asks for; more brings nothing.
    let enough = level.saturating_sub(1).max(1);
    let most = |kpi: usize, now: u8| match within.contains(&kpi) {
        // The band above may cost less than what the gate asks for within this one.
        true => enough.max(now.saturating_add(1)).min(model.levels.saturating_sub(1)),
        false => enough,
    };
    let states = |kpi: &usize| {
        let now = start.bands.get(*kpi).copied().flatten();
        now.map_or(1, |now| u64::from(most(*kpi, now).saturating_sub(now)) + 1)
    };
    let count = shared.iter().map(states).fold(1, u64::saturating_mul);
    if count.saturating_mul(work(model, goal)) > MOST_WORK {
        return Err(NoPath::TooLarge);
    }
    let mut scenarios = vec![start];
    for kpi in shared {
        let mut further = Vec::new();
        for scenario in &mut scenarios {
            let Some(now) = scenario.bands.get(kpi).copied().flatten() else { continue };
            for band in now.saturating_add(1)..=most(kpi, now) {
                let lifts = (now.saturating_add(1)..=band).filter_map(|band| kpi_step(model, kpi, band));
                let mut bands = scenario.bands.clone();
                if let Some(slot) = bands.get_mut(kpi) {
                    *slot = Some(band);
                }
                let steps = scenario.steps.iter().copied().chain(lifts).collect();
                further.push(Scenario { bands, steps, fixed: scenario.fixed.clone() });
            }
            // Left in its band it still has to go as far as the gate asks.
            scenario.steps.extend(kpi_step(model, kpi, now).filter(|_| within.contains(&kpi)));
        }
        scenarios.extend(further);
    }
    Ok(scenarios)
}

/// Finds paths within one scenario.
struct PathFinder<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    card: &'a Scorecard,
    scenario: &'a Scenario,
}

/// Steps with their cost: effort first, then their number.
type Costed = (u32, Vec<PathStep>);

fn costed(steps: Vec<PathStep>) -> Costed {
    (steps.iter().map(|step| u32::from(step.effort) * EFFORT + 1).sum(), steps)
}

/// Three paths, the one for each choice.
type Options = [Option<Costed>; 3];

fn join(paths: Vec<(u32, Options)>, free: bool) -> Option<Costed> {
    let item = |(weight, paths): &(u32, Options)| Item {
        weight: *weight,
        costs: [0, 1, 2].map(|choice: usize| paths.get(choice)?.as_ref().map(|(cost, _)| *cost)),
    };
    let items: Vec<Item> = paths.iter().map(item).collect();
    let (cost, choices) = cheapest(&items, free)?;
    let chosen =
        paths.into_iter().zip(choices).filter_map(|((_, paths), choice)| paths.into_iter().nth(choice)?);
    Some((cost, chosen.flat_map(|(_, steps)| steps).collect()))
}

impl PathFinder<'_> {
    /// The cheapest path of a dimension to a level. With `lawful`, no criterion of the legal gate stays at 1.
    fn dimension(&self, at: usize, level: u8, lawful: bool) -> Option<Costed> {
        let (dimension, score) = (self.model.dimensions.get(at)?, self.card.dimensions.get(at)?);
        let gate = self.model.legal_gate.iter().flat_map(|gate| &gate.criteria);
        let gate: Vec<CriterionRef> = gate.copied().filter(|_| lawful).collect();
        let paths = dimension.criteria.iter().enumerate().filter_map(|(c, criterion)| {
            let place = CriterionRef { dimension: at, criterion: c };
            let paths: Options = match self.card.status(place)? {
                CriterionStatus::NotApplicable => return None,
                // A shown level is that of the answers; a withheld one counts open questions as 1 (§3).
                CriterionStatus::Unanswered if score.level.is_some() => return None,
                CriterionStatus::Unanswered => {
                    let here = || Some((0, Vec::new()));
                    [here(), here().filter(|_| level <= 2), here().filter(|_| level <= 1)]
                }
                CriterionStatus::Answered(rating) => {
                    let to = |level: u8| {
                        let Scenario { bands, fixed, .. } = self.scenario;
                        steps_to_level(self.model, self.assessment, place, rating, bands, fixed, level)
                            .map(costed)
                    };
                    let least = if gate.contains(&place) { 2 } else { 1 };
                    [to(least), to(least.max(level.saturating_sub(1))), to(least.max(level))]
                }
            };
            Some((criterion.weight, paths))
        });
        join(paths.collect(), level <= 1)
    }

    /// The cheapest path of the whole to a level.
    fn overall(&self, level: u8) -> Option<Vec<PathStep>> {
        let lawful = self.model.binds(&self.assessment.firm)
            && self.model.legal_gate.as_ref().is_some_and(|gate| level > gate.cap);
        let dimensions = self.model.dimensions.iter().zip(&self.card.dimensions).enumerate();
        let paths = dimensions.filter(|(_, (_, score))| score.in_scope()).map(|(at, (dimension, _))| {
            let to = |level: u8| self.dimension(at, level, lawful);
            // A gate dimension may not stay below k − 1, and no other below k − 2.
            let stay = least(dimension, level);
            (dimension.weight, [to(stay), to(level.saturating_sub(1)), to(level)])
        });
        Some(join(paths.collect(), level <= 1)?.1)
    }
}
