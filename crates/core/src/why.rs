//! Why a staged level is what it is, and what the next one would ask: the shares, the rule that decided, who holds it
//! down (scoring rules §2, §3).
//!
//! Figures only; the words are the interface's.

use super::dimension::answered_levels;
use super::model::Model;
use super::overall::least;
use super::scorecard::Scorecard;
use super::staged::{Weighted, fully, largely};

/// A part of a weight, or of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// What counts of it.
    pub part: u64,
    /// All of it, 1 or more.
    pub total: u64,
}

/// What the level above the reached one asks, and what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The level, 2..=n.
    pub level: u8,
    /// Weight at this level or above; more than 50 % is asked for.
    pub here: Share,
    /// Whether that is so.
    pub here_enough: bool,
    /// Members, each counted once, at the level below or above it; more than 85 % is asked for.
    pub below: Share,
    /// Whether that is so.
    pub below_enough: bool,
    /// For the whole: gate dimensions, by position, under the level below.
    pub gates: Vec<usize>,
    /// For the whole: other dimensions, by position, more than two levels under it.
    pub far: Vec<usize>,
    /// For the whole: the legal gate stands in the way.
    pub legal: bool,
    /// Positions of the criteria, or for the whole of the dimensions, that hold the level down: those under the level
    /// below while too little stands there, else those under the level itself.
    pub holding: Vec<usize>,
}

/// A staged level and what comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The level reached by the shares, before the legal gate.
    pub reached: u8,
    /// What the next level asks; `None` at the highest.
    pub next: Option<Next>,
}

/// Members with their position, level and weight.
type Members = Vec<(usize, Weighted)>;

fn weighed(members: &Members, level: u8) -> Share {
    let weight = |counts: &dyn Fn(u8) -> bool| {
        members.iter().filter(|(_, w)| counts(w.level)).map(|(_, w)| u64::from(w.weight)).sum()
    };
    Share { part: weight(&|at| at >= level), total: weight(&|_| true) }
}

fn counted(members: &Members, level: u8) -> Share {
    let part = members.iter().filter(|(_, w)| w.level >= level).count();
    Share { part: part as u64, total: members.len() as u64 }
}

fn next(members: &Members, level: u8) -> Next {
    let levels: Vec<Weighted> = members.iter().map(|(_, w)| *w).collect();
    let (here_enough, below_enough) = (largely(&levels, level), fully(&levels, level - 1));
    let under = if below_enough { level } else { level - 1 };
    let holding = members.iter().filter(|(_, w)| w.level < under && !(here_enough && below_enough));
    Next {
        level,
        here: weighed(members, level),
        here_enough,
        below: counted(members, level - 1),
        below_enough,
        gates: Vec::new(),
        far: Vec::new(),
        legal: false,
        holding: holding.map(|(at, _)| *at).collect(),
    }
}

/// Why a dimension, by position, is at its level; `None` without an answer.
pub fn of_dimension(model: &Model, card: &Scorecard, at: usize) -> Option<Why> {
    let (dimension, statuses) = (model.dimensions.get(at)?, card.statuses.get(at)?);
    let reached = card.dimensions.get(at)?.staged?;
    let answered = statuses.iter().enumerate().filter(|(_, s)| s.rating().is_some()).map(|(c, _)| c);
    let members: Members = answered.zip(answered_levels(dimension, statuses)).collect();
    Some(Why { reached, next: (reached < model.levels).then(|| next(&members, reached + 1)) })
}

/// Why the whole is at its level; `None` while the level is withheld.
pub fn of_whole(model: &Model, card: &Scorecard) -> Option<Why> {
    let shown = card.overall.level.ok()?;
    let counted = model.dimensions.iter().zip(&card.dimensions).enumerate();
    let members: Members = counted
        .filter_map(|(at, (dimension, score))| {
            Some((at, Weighted { weight: dimension.weight, level: score.counting_level()? }))
        })
        .collect();
    let gate = model.legal_gate.as_ref().filter(|_| card.overall.legal.any());
    let next = (shown < model.levels).then(|| {
        let mut next = next(&members, shown + 1);
        for (at, w) in &members {
            let Some(dimension) = model.dimensions.get(*at) else { continue };
            if w.level < least(dimension, next.level) {
                let list = if dimension.gate { &mut next.gates } else { &mut next.far };
                list.push(*at);
            }
        }
        next.legal = gate.is_some_and(|gate| gate.cap < next.level);
        next
    });
    Some(Why { reached: shown, next })
}
