//! When to do it: lanes of thirty days, and initiatives that bundle one theme (scoring rules §5).
//!
//! Knows recommendations in order, and which days a lane has; no owners.

use super::assessment::{Kind, Lane};
use super::day;
use super::model::{CriterionRef, Model};
use super::order::sorted;
use super::recommend::{Recommendation, Urgency};
use super::roadmap::PathStep;

/// How many recommendations a lane holds; [`Lane::Later`] has no limit.
pub const LANE_CAPACITY: usize = 5;

/// Two or more recommendations of one theme, taken together.
#[derive(Clone, Debug, PartialEq)]
pub struct Initiative {
    /// Position of the theme.
    pub theme: usize,
    /// Priority 0..=100.
    pub priority: f64,
    /// Positions of its recommendations, in their order.
    pub members: Vec<usize>,
}

/// The first and the last day of a lane, counted from today; the last lane has no end. `None` without a today.
///
/// ```
/// use fuxiao_core::{assessment::Lane, plan::span};
/// let days = span(Lane::Second, "2026-11-25");
/// assert_eq!(days, Some(("2026-12-26".to_string(), Some("2027-01-24".to_string()))));
/// ```
pub fn span(lane: Lane, today: &str) -> Option<(String, Option<String>)> {
    let (from, to) = match lane {
        Lane::First => (0, Some(30)),
        Lane::Second => (31, Some(60)),
        Lane::Third => (61, Some(90)),
        Lane::Later => (91, None),
    };
    Some((day::after(today, from)?, to.and_then(|days| day::after(today, days))))
}

/// The lane that a day falls into; `None` for days that are over.
pub fn lane_of(day: &str, today: &str) -> Option<Lane> {
    match day::number(day)? - day::number(today)? {
        ..0 => None,
        0..=30 => Some(Lane::First),
        31..=60 => Some(Lane::Second),
        61..=90 => Some(Lane::Third),
        _ => Some(Lane::Later),
    }
}

/// The lane of each recommendation, in the same order. A full lane passes on to the next with room.
pub fn lanes(recommendations: &[Recommendation]) -> Vec<Lane> {
    let mut room = Room::default();
    recommendations.iter().map(|r| room.place(wanted_lane(r))).collect()
}

/// The lane of each step of a path, in the same order: by effort, and of one criterion never a higher level before a
/// lower one.
pub fn path_lanes(steps: &[PathStep]) -> Vec<Lane> {
    let mut room = Room::default();
    let mut last: Option<(CriterionRef, Lane)> = None;
    let mut lanes = Vec::with_capacity(steps.len());
    for step in steps {
        let wanted = match step.effort {
            0..=2 => Lane::First,
            3 => Lane::Second,
            4 => Lane::Third,
            _ => Lane::Later,
        };
        let before = last.filter(|(at, _)| *at == step.at).map_or(Lane::First, |(_, lane)| lane);
        let lane = room.place(wanted.max(before));
        last = Some((step.at, lane));
        lanes.push(lane);
    }
    lanes
}

/// What is left in the lanes that have a limit.
struct Room([usize; 3]);

impl Default for Room {
    fn default() -> Self {
        Self([LANE_CAPACITY; 3])
    }
}

impl Room {
    /// Takes a place in the wanted lane, or in the next one with room.
    fn place(&mut self, wanted: Lane) -> Lane {
        for (lane, left) in Lane::ALL.iter().zip(&mut self.0).filter(|(lane, _)| **lane >= wanted) {
            if *left > 0 {
                *left -= 1;
                return *lane;
            }
        }
        Lane::Later
    }
}

/// The lane a recommendation would like, were there room.
fn wanted_lane(r: &Recommendation) -> Lane {
    // A proof is quick to bring and does not crowd out what is quick to do.
    let light = r.effort == 1 && r.kind != Kind::Prove;
    let quick = light || (r.effort <= 2 && (r.impact >= 4 || r.urgency == Urgency::Legal));
    match r.effort {
        _ if quick || r.trips_gate => Lane::First,
        0..=3 => Lane::Second,
        4 => Lane::Third,
        _ => Lane::Later,
    }
}

/// Initiatives by priority descending, then model order of the theme.
pub fn initiatives(model: &Model, recommendations: &[Recommendation]) -> Vec<Initiative> {
    let theme_of = |r: &Recommendation| model.criterion(r.at).and_then(|criterion| criterion.theme);
    let found: Vec<Initiative> = (0..model.themes.len())
        .filter_map(|theme| {
            let of_theme = recommendations.iter().enumerate().filter(|(_, r)| theme_of(r) == Some(theme));
            let members: Vec<usize> = of_theme.map(|(position, _)| position).collect();
            let ratios = members.iter().filter_map(|&m| recommendations.get(m)).map(|r| r.exact);
            let best = ratios.max_by(|a, b| a.value().total_cmp(&b.value()))?;
            // 10 % more for each further member, 30 % at the most.
            let tenths = u32::try_from((9 + members.len()).min(13)).unwrap_or(13);
            let priority = best.times(tenths, 10).value().min(100.0);
            (members.len() >= 2).then_some(Initiative { theme, priority, members })
        })
        .collect();
    sorted(found, |a, b| b.priority.total_cmp(&a.priority).then_with(|| a.theme.cmp(&b.theme)))
}
