//! Why a number is what it is, in words.

use crate::domain::overall::Withheld;
use crate::domain::trust::{Confidence, Hint};
use crate::domain::{Cap, CriterionRef, Standing};
use crate::i18n::{Text, fixed, whole, words_pages as p};
use crate::state::Open;

use super::View;
use super::answers::individuals;
use super::proof::evidence_name;

/// The one sentence that the results open with, and what follows it.
pub fn headline(view: View, open: &Open) -> (String, Vec<String>) {
    let whole = &open.card.overall;
    let mut more = Vec::new();
    let count = |n: usize| n.to_string();
    let (answered, applicable) = (count(whole.answered), count(whole.applicable));
    let first = match whole.level {
        Ok(level) => {
            view.f(p::HEADLINE_LEVEL, &[("level", &level.to_string()), ("name", &view.level_name(level))])
        }
        Err(_) if whole.answered == 0 && whole.applicable > 0 => view.t(p::HEADLINE_NONE).to_string(),
        Err(Withheld::TooFewAnswers) => {
            view.f(p::WITHHELD_FEW, &[("answered", &answered), ("applicable", &applicable)])
        }
        Err(Withheld::LegalOpen) => view.t(p::WITHHELD_LEGAL).to_string(),
        Err(Withheld::NothingInScope) => view.t(p::WITHHELD_SCOPE).to_string(),
    };
    if let (true, Some(low), Some(high)) =
        (whole.answered < whole.applicable, whole.level_low, whole.level_high)
    {
        more.push(view.f(p::HEADLINE_RANGE, &[("low", &low.to_string()), ("high", &high.to_string())]));
    }
    (first, more)
}

/// What a confidence means.
pub fn confidence(confidence: Confidence) -> Text {
    match confidence {
        Confidence::Low => p::CONFIDENCE_LOW,
        Confidence::Medium => p::CONFIDENCE_MEDIUM,
        Confidence::High => p::CONFIDENCE_HIGH,
    }
}

/// A hint in words.
pub fn hint(hint: Hint) -> Text {
    match hint {
        Hint::StraightLine => p::HINT_STRAIGHT,
        Hint::Flat => p::HINT_FLAT,
        Hint::Unproven => p::HINT_UNPROVEN,
        Hint::Contradiction => p::HINT_CONTRADICTION,
    }
}

/// The name of the criterion at a place.
pub fn name_at(view: View, at: CriterionRef) -> String {
    let model = &view.state.model;
    match (model.dimensions.get(at.dimension), model.criterion(at)) {
        (Some(dimension), Some(criterion)) => view.criterion_name(&dimension.id, &criterion.id),
        _ => String::new(),
    }
}

/// What trips the legal gate, one reason each.
pub fn legal(view: View, open: &Open) -> Vec<String> {
    let criteria = open.card.overall.legal.criteria.iter();
    let criteria = criteria.map(|at| view.f(p::LEGAL_CRITERION, &[("name", &name_at(view, *at))]));
    criteria.chain(figures_of_gate(view, open)).collect()
}

/// The figures that trip the legal gate, one reason each.
pub fn figures_of_gate(view: View, open: &Open) -> Vec<String> {
    let model = &view.state.model;
    let tripped = &open.card.overall.legal;
    let limits = model.legal_gate.iter().flat_map(|gate| &gate.kpis);
    let kpis = limits.filter(|(kpi, _)| tripped.kpis.contains(kpi)).filter_map(|(kpi, below)| {
        let kpi = model.kpis.get(*kpi)?;
        let value = with_unit(open.assessment.kpi_value(&kpi.id)?, &kpi.unit);
        let below = with_unit(*below, &kpi.unit);
        Some(view.f(p::LEGAL_KPI, &[("name", &view.kpi_name(&kpi.id)), ("value", &value), ("below", &below)]))
    });
    kpis.collect()
}

/// A value with its sign of percent; other units stand in the name.
pub fn with_unit(value: f64, unit: &str) -> String {
    if unit == "%" { format!("{}%", whole(value)) } else { whole(value) }
}

/// Why a criterion counts for what it counts.
pub fn cap(view: View, open: &Open, at: CriterionRef) -> String {
    let model = &view.state.model;
    let rating = match open.card.standing(at) {
        Some(Standing::Answered(rating)) => rating,
        Some(Standing::NotApplicable) => {
            let reason = model.criterion(at).map(|criterion| open.assessment.answer(&criterion.id));
            return match reason {
                Some(crate::domain::Answer::NotApplicable(reason)) => reason.clone(),
                _ => String::new(),
            };
        }
        _ => return String::new(),
    };
    let level = rating.effective.to_string();
    let mut text = match rating.cap {
        None => view.t(p::CAP_NONE).to_string(),
        Some(Cap::Evidence) => {
            let grade = view.t(evidence_name(rating.evidence));
            view.f(p::CAP_EVIDENCE, &[("grade", grade), ("level", &level)])
        }
        Some(Cap::Kpi) => match rating.lowest.and_then(|(kpi, band)| Some((model.kpis.get(kpi)?, band))) {
            Some((kpi, band)) => {
                let value = open.assessment.kpi_value(&kpi.id).unwrap_or_default();
                let value = with_unit(value, &kpi.unit);
                let (name, band) = (view.kpi_name(&kpi.id), band.to_string());
                view.f(p::CAP_KPI, &[("name", &name), ("value", &value), ("band", &band), ("level", &level)])
            }
            None => String::new(),
        },
    };
    if let Some(note) = individuals(view, open, at) {
        text = format!("{text} · {note}");
    }
    text
}

/// A score with some decimals, or a dash.
pub fn score(score: Option<f64>, decimals: u8) -> String {
    score.map_or("–".to_string(), |score| fixed(score, decimals))
}

/// An interval of scores, or a dash.
pub fn interval(low: Option<f64>, high: Option<f64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) => format!("{}–{}", fixed(low, 2), fixed(high, 2)),
        _ => "–".to_string(),
    }
}
