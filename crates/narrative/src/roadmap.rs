//! The shortest path to a level in words.

use fuxiao_core::assessment::Kind;
use fuxiao_core::roadmap::{Goal, NoPath, PathStep, ShortestPath, shortest_path};
use fuxiao_language::words_why as y;

use super::Case;
use super::names::hours;
use super::reasons::{name_at, with_unit};
use super::steps::kind_name;

/// The next level of the whole and the shortest path to it; `None` where no level is shown, or none is higher.
pub fn next_level(case: &Case) -> Option<(u8, Result<ShortestPath, NoPath>)> {
    let model = case.model;
    let next = case.card.overall.level.ok().map(|level| level + 1).filter(|next| *next <= model.levels)?;
    Some((next, shortest_path(model, case.assessment, case.card, Goal::Overall(next))))
}

/// Why there is no path to a level, as a sentence.
pub fn no_path(case: &Case, why: NoPath, level: u8) -> String {
    let text = match why {
        NoPath::Nowhere => y::WAY_NONE,
        NoPath::TooLarge => y::WAY_LARGE,
    };
    case.f(text, &[("level", &level.to_string())])
}

/// One step as a sentence: what, where, to which level, with which effort.
pub fn step_sentence(case: &Case, step: &PathStep) -> String {
    let values = [("level", step.to.to_string()), ("effort", hours(case, std::iter::once(step.effort)))];
    let [(level_key, level), (effort_key, effort)] = &values;
    let to = case.f(y::WAY_STEP, &[(level_key, level), (effort_key, effort)]);
    let figure = || {
        let kpi = case.model.kpis.get(step.kpi?)?;
        let value = with_unit(case.assessment.kpi_value(&kpi.id)?, &kpi.unit);
        Some(case.locale().colon(&case.kpi_name(&kpi.id), &value))
    };
    let name = match (step.kind, figure()) {
        (Kind::Result, Some(figure)) => figure,
        _ => name_at(case, step.at),
    };
    let what = case.locale().colon(case.t(kind_name(step.kind)), &name);
    case.locale().clauses(&what, &to)
}
