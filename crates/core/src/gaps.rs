//! How far things are from where they should be: shortfalls of dimensions, targets of aspects, the next bound of a
//! figure (scoring rules §1, §3, §4).
//!
//! Figures only; the words are the interface's.

use std::cmp::Ordering;

use super::dimension::{DimensionScore, answered_levels, mean as mean_level};
use super::effective::kpi_band;
use super::model::{Better, Kpi, Model};
use super::order::sorted;
use super::ratio::{Ratio, mean};
use super::scorecard::Scorecard;
use super::staged::Weighted;

/// How many levels the answered criteria of a dimension, by position, are below its target, by weighted mean. What is
/// above the target makes up for nothing below it. `None` without an answer.
pub fn shortfall(model: &Model, card: &Scorecard, at: usize) -> Option<Ratio> {
    let target = card.dimensions.get(at)?.target;
    let levels = answered_levels(model.dimensions.get(at)?, card.statuses.get(at)?);
    let below = |w: &Weighted| Weighted { weight: w.weight, level: target.saturating_sub(w.level) };
    mean_level(&levels.iter().map(below).collect::<Vec<_>>())
}

/// The positions of the dimensions with an answer and their shortfalls, the largest first, equal ones in model order.
pub fn shortfalls(model: &Model, card: &Scorecard) -> Vec<(usize, Ratio)> {
    let all = (0..model.dimensions.len()).filter_map(|at| Some((at, shortfall(model, card, at)?)));
    sorted(all.collect(), |(_, a), (_, b)| compare(*b, *a))
}

/// Exact as far as the shares are.
fn compare(a: Ratio, b: Ratio) -> Ordering {
    match (a, b) {
        (Ratio::Exact(a, b), Ratio::Exact(c, d)) => {
            (u128::from(a) * u128::from(d)).cmp(&(u128::from(c) * u128::from(b)))
        }
        _ => a.value().total_cmp(&b.value()),
    }
}

/// The target of an aspect, by position: the weighted mean of its dimensions' targets, as far as they are in scope.
pub fn aspect_target(model: &Model, card: &Scorecard, aspect: usize) -> Option<f64> {
    let own = model.dimensions.iter().zip(&card.dimensions).filter(|(d, _)| d.aspect == aspect);
    let scoped = own.filter(|(_, score)| DimensionScore::in_scope(score));
    let parts = scoped.filter_map(|(d, score)| Some((d.weight, Ratio::new(u128::from(score.target), 1)?)));
    mean(parts).map(Ratio::value)
}

/// Where a value stands among the bounds of its KPI.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandPosition {
    /// The band, 1..=n.
    pub band: u8,
    /// How far into the band it is, 0 where the band begins and 1 where the next one does; a half where the band has
    /// no far end.
    pub along: f64,
    /// The value that opens the next band; `None` in the highest.
    pub next: Option<f64>,
}

/// Where a value stands; `None` for a KPI without bounds.
///
/// ```
/// use fuxiao_core::model::{Basis, Better, Kpi};
/// use fuxiao_core::gaps::{BandPosition, band_position};
/// let days = Kpi { id: "K12".into(), unit: "d".into(), better: Better::Lower, range: None,
///     bounds: Some(vec![15.0, 10.0, 5.0, 3.0]), window: None, least_n: None, basis: Basis::Internal, checked: None,
///     survey: None };
/// assert_eq!(band_position(&days, 7.5), Some(BandPosition { band: 3, along: 0.5, next: Some(5.0) }));
/// assert_eq!(band_position(&days, 10.0), Some(BandPosition { band: 3, along: 0.0, next: Some(5.0) }));
/// assert_eq!(band_position(&days, 99.0), Some(BandPosition { band: 1, along: 0.5, next: Some(15.0) }));
/// ```
pub fn band_position(kpi: &Kpi, value: f64) -> Option<BandPosition> {
    let bounds = kpi.bounds.as_ref()?;
    let band = kpi_band(kpi, value)?;
    let worst = kpi.range.map(|(low, high)| if kpi.better == Better::Higher { low } else { high });
    let best = kpi.range.map(|(low, high)| if kpi.better == Better::Higher { high } else { low });
    let reached = usize::from(band) - 1;
    let next = bounds.get(reached).copied();
    let from = reached.checked_sub(1).map_or(worst, |at| bounds.get(at).copied());
    let along = from.zip(next.or(best)).map(|(from, to)| (value - from) / (to - from));
    let along = along.filter(|along| along.is_finite()).map_or(0.5, |along| along.clamp(0.0, 1.0));
    Some(BandPosition { band, along, next })
}
