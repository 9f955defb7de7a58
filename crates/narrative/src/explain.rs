//! Where each number comes from, in words and figures: the mean behind a score down to the answers, index, range,
//! completion, confidence, priority.

use fuxiao_core::dimension::index;
use fuxiao_core::recommend::Recommendation;
use fuxiao_core::score_breakdown::{ScorePart, of_aspect, of_dimension, of_whole};
use fuxiao_core::trust::backing;
use fuxiao_language::{fixed, percent, words_explain as e};

use super::{Case, Narrator};

/// A mean as a sum divided by a weight: `2.67 = (3 + 3 + 2) ÷ 3`, with weights where they differ.
fn mean(narrator: &Narrator, score: f64, parts: &[ScorePart], decimals: u8) -> String {
    let common = parts.first().map(|part| part.weight).filter(|w| parts.iter().all(|p| p.weight == *w));
    let one = |part: &ScorePart| match common {
        Some(_) => fixed(part.value, decimals),
        None => format!("{} × {}", fixed(part.value, decimals), part.weight),
    };
    let terms: Vec<String> = parts.iter().map(one).collect();
    let weight = match common {
        Some(_) => parts.len() as u64,
        None => parts.iter().map(|part| u64::from(part.weight)).sum(),
    };
    let sum = format!("({})", terms.join(" + "));
    narrator.f(e::SCORE_IS, &[("score", &fixed(score, 2)), ("sum", &sum), ("weight", &weight.to_string())])
}

/// How the overall score comes about; `None` without one.
pub fn whole(case: &Case) -> Option<String> {
    Some(mean(case, case.card.overall.score?, &of_whole(case.model, case.card), 2))
}

/// How the score of an aspect, by position, comes about; `None` without one.
pub fn aspect(case: &Case, at: usize) -> Option<String> {
    let score = case.card.aspects.get(at)?.score?;
    Some(mean(case, score, &of_aspect(case.model, case.card, at), 2))
}

/// How the score of a dimension, by position, comes about; `None` without one.
pub fn dimension(case: &Case, at: usize) -> Option<String> {
    let score = case.card.dimensions.get(at)?.score?;
    Some(mean(case, score, &of_dimension(case.model, case.card, at), 0))
}

/// How index, range, completion and confidence come about.
pub fn numbers(case: &Case) -> Vec<String> {
    let (whole, levels) = (&case.card.overall, case.model.levels);
    let (top, mut said) = (levels.to_string(), Vec::new());
    if let Some(score) = whole.score {
        let index = fixed(index(score, levels), 0);
        said.push(case.f(e::INDEX_IS, &[("score", &fixed(score, 2)), ("levels", &top), ("index", &index)]));
    }
    if let (true, Some(low), Some(high)) = (whole.answered < whole.applicable, whole.low, whole.high) {
        let open = (whole.applicable - whole.answered).to_string();
        let (low, high) = (fixed(low, 2), fixed(high, 2));
        said.push(case.f(e::BOUNDS_IS, &[("open", &open), ("low", &low), ("levels", &top), ("high", &high)]));
    }
    let share = |part: usize, of: usize| percent(part as f64 / of.max(1) as f64);
    let out = case.model.criteria().count().saturating_sub(whole.applicable);
    said.push(case.f(
        e::COMPLETION_IS,
        &[
            ("answered", &whole.answered.to_string()),
            ("applicable", &whole.applicable.to_string()),
            ("share", &share(whole.answered, whole.applicable)),
            ("out", &out.to_string()),
        ],
    ));
    let rests = backing(&case.card.statuses);
    said.push(match rests.high {
        0 => case.t(e::CONFIDENCE_FREE).to_string(),
        high => case.f(
            e::CONFIDENCE_IS,
            &[
                ("high", &high.to_string()),
                ("recorded", &rests.recorded.to_string()),
                ("recorded_share", &share(rests.recorded, high)),
                ("documented", &rests.documented.to_string()),
                ("documented_share", &share(rests.documented, high)),
            ],
        ),
    });
    said
}

/// The factor of an importance of 1..=5: thirds, of which few are short.
fn importance(said: u8) -> String {
    let factor = f64::from(said) / 3.0;
    fixed(factor, if factor.fract() == 0.0 { 0 } else { 2 })
}

/// How the priority of a recommendation comes about.
pub fn priority(case: &Case, one: &Recommendation) -> String {
    let model = case.model;
    let weights = || {
        let dimension = model.dimensions.get(one.at.dimension)?;
        Some(dimension.weight * model.criterion(one.at)?.weight)
    };
    let top = case.card.recommendations.iter().map(Recommendation::raw).fold(0.0, f64::max);
    case.f(
        e::PRIORITY_IS,
        &[
            ("priority", &fixed(one.priority, 0)),
            ("weight", &weights().unwrap_or(1).to_string()),
            ("gap", &one.gap.to_string()),
            ("impact", &one.impact.to_string()),
            ("urgency", &fixed(one.urgency.factor(), 1)),
            ("confidence", &fixed(f64::from(one.confidence_tenths) / 10.0, 1)),
            ("importance", &importance(one.importance)),
            ("effort", &one.effort.to_string()),
            ("raw", &fixed(one.raw(), 2)),
            ("top", &fixed(top, 2)),
        ],
    )
}
