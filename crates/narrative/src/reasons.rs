//! Why a number is what it is, in words.

use fuxiao_core::dimension::index;
use fuxiao_core::edition::others;
use fuxiao_core::model::Better;
use fuxiao_core::order::sorted;
use fuxiao_core::overall::Withheld;
use fuxiao_core::trust::{Confidence, Hint};
use fuxiao_core::{Answer, Cap, Criterion, CriterionRef, CriterionStatus};
use fuxiao_format::{NO_CHANNEL, NO_STAFF};
use fuxiao_language::{Text, fixed, percent, whole, words_answering as a, words_pages as p};

use super::names::{evidence_name, service_name};
use super::{Case, Narrator};

/// The one sentence that the results open with, and what follows it.
pub fn headline(case: &Case) -> (String, Vec<String>) {
    let whole = &case.card.overall;
    let mut more = Vec::new();
    let count = |n: usize| n.to_string();
    let (answered, applicable) = (count(whole.answered), count(whole.applicable));
    let first = match whole.level {
        Ok(level) => {
            case.f(p::HEADLINE_LEVEL, &[("level", &level.to_string()), ("name", &case.level_name(level))])
        }
        Err(_) if whole.answered == 0 && whole.applicable > 0 => case.t(p::HEADLINE_NONE).to_string(),
        Err(Withheld::TooFewAnswers) => {
            case.f(p::WITHHELD_FEW, &[("answered", &answered), ("applicable", &applicable)])
        }
        Err(Withheld::LegalOpen) => case.t(p::WITHHELD_LEGAL).to_string(),
        Err(Withheld::NothingInScope) => case.t(p::WITHHELD_SCOPE).to_string(),
    };
    if let (true, Some(low), Some(high)) =
        (whole.answered < whole.applicable, whole.level_low, whole.level_high)
    {
        more.push(case.f(p::HEADLINE_RANGE, &[("low", &low.to_string()), ("high", &high.to_string())]));
    }
    let waiting = others(case.model, case.assessment).len();
    if waiting > 0 {
        more.push(case.f(a::CHANGED_COUNT, &[("count", &waiting.to_string())]));
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
pub fn name_at(narrator: &Narrator, at: CriterionRef) -> String {
    let model = narrator.model;
    match (model.dimensions.get(at.dimension), model.criterion(at)) {
        (Some(dimension), Some(criterion)) => narrator.criterion_name(&dimension.id, &criterion.id),
        _ => String::new(),
    }
}

/// What trips the legal gate, one reason each.
pub fn legal(case: &Case) -> Vec<String> {
    let criteria = case.card.overall.legal.criteria.iter();
    let criteria = criteria.map(|at| case.f(p::LEGAL_CRITERION, &[("name", &name_at(case, *at))]));
    criteria.chain(figures_of_gate(case)).collect()
}

/// The figures that trip the legal gate, one reason each.
pub fn figures_of_gate(case: &Case) -> Vec<String> {
    let model = case.model;
    let tripped = &case.card.overall.legal;
    let limits = model.legal_gate.iter().flat_map(|gate| &gate.kpis);
    let kpis = limits.filter(|(kpi, _)| tripped.kpis.contains(kpi)).filter_map(|(kpi, limit)| {
        let kpi = model.kpis.get(*kpi)?;
        let value = with_unit(case.assessment.kpi_value(&kpi.id)?, &kpi.unit);
        let limit = with_unit(*limit, &kpi.unit);
        let text = if kpi.better == Better::Higher { p::LEGAL_KPI } else { p::LEGAL_KPI_OVER };
        Some(case.f(text, &[("name", &case.kpi_name(&kpi.id)), ("value", &value), ("limit", &limit)]))
    });
    kpis.collect()
}

/// What the legal gate holds down and why, in one sentence; `None` while nothing trips it.
pub fn legal_body(case: &Case) -> Option<String> {
    let reasons = legal(case);
    let gate = case.model.legal_gate.as_ref().filter(|_| !reasons.is_empty())?;
    let reasons = case.locale().list(&reasons);
    Some(case.f(p::LEGAL_BODY, &[("reasons", &reasons), ("cap", &gate.cap.to_string())]))
}

/// One of the numbers that say where the whole stands.
pub struct Number {
    /// What it is.
    pub name: Text,
    /// The number in its sentence; a dash where there is none.
    pub value: String,
    /// What must be known besides; empty where there is nothing.
    pub more: String,
}

/// The numbers of the whole: score, index, completion, confidence.
pub fn numbers(case: &Case) -> [Number; 4] {
    let of = &case.card.overall;
    let levels = case.model.levels;
    let dash = || "–".to_string();
    let scored =
        |score: f64| case.f(p::SCORE_OF, &[("score", &fixed(score, 1)), ("max", &levels.to_string())]);
    let bounds = of.low.zip(of.high).filter(|(low, high)| low < high);
    let bounds = bounds
        .map(|(low, high)| case.f(p::SCORE_BOUNDS, &[("low", &fixed(low, 1)), ("high", &fixed(high, 1))]));
    let share = if of.applicable == 0 { 0.0 } else { of.answered as f64 / of.applicable as f64 };
    let (answered, applicable) = (of.answered.to_string(), of.applicable.to_string());
    let values = [("share", &*percent(share)), ("answered", &answered), ("applicable", &applicable)];
    let indexed = of.score.map(|score| case.f(p::INDEX_OF, &[("index", &fixed(index(score, levels), 0))]));
    let confidence = case.t(confidence(case.card.confidence)).to_string();
    let one = |name, value, more| Number { name, value, more };
    [
        one(p::SCORE, of.score.map_or_else(dash, scored), bounds.unwrap_or_default()),
        one(p::INDEX, indexed.unwrap_or_else(dash), String::new()),
        one(p::COMPLETION, case.f(p::COMPLETION_OF, &values), String::new()),
        one(p::CONFIDENCE, confidence, String::new()),
    ]
}

/// How many of the weakest spots are listed.
const WEAKEST: usize = 8;

/// The answered criteria below their target with the lowest effective levels, lowest first, then in model order.
pub fn weakest(case: &Case) -> Vec<(u8, CriterionRef)> {
    let found: Vec<(u8, CriterionRef)> = case
        .model
        .criteria()
        .filter_map(|(at, _)| Some((case.card.status(at)?.rating()?.effective, at)))
        .filter(|(level, at)| case.card.dimensions.get(at.dimension).is_some_and(|d| *level < d.target))
        .collect();
    let mut found = sorted(found, |a, b| a.cmp(b));
    found.truncate(WEAKEST);
    found
}

/// A value with its sign of percent or of per mille; other units stand in the name.
pub fn with_unit(value: f64, unit: &str) -> String {
    if matches!(unit, "%" | "‰") { format!("{}{unit}", whole(value)) } else { whole(value) }
}

/// A reason why something does not apply: one of the app's own, or the firm's words as they stand.
pub fn reason_text(narrator: &Narrator, reason: &str) -> String {
    match reason {
        NO_CHANNEL => narrator.t(a::NA_CHANNEL).to_string(),
        NO_STAFF => narrator.t(a::NA_ALONE).to_string(),
        own => own.to_string(),
    }
}

/// Of whom a question is asked that is not asked of every firm.
pub fn not_sold(narrator: &Narrator, criterion: &Criterion) -> String {
    let services = criterion.na_without.iter().map(|service| narrator.t(service_name(*service)).to_string());
    let services = narrator.locale().list(&services.collect::<Vec<_>>());
    narrator.f(p::NOT_SOLD, &[("services", &services)])
}

/// Figures that are kept under ids that the questionnaire no longer has: name and value.
pub fn retired(case: &Case) -> Vec<String> {
    let gone = case.assessment.kpis.iter().filter(|(id, _)| case.model.find_kpi(id).is_none());
    let said = gone.filter_map(|(id, known)| {
        let name = case.common().and_then(|common| common.former_kpis.get(id));
        let name = name.map_or_else(|| id.clone(), |name| case.f(p::NAME_ID, &[("name", name), ("id", id)]));
        Some(case.locale().colon(&name, &whole(known.value?)))
    });
    said.collect()
}

/// Why a criterion counts for what it counts.
pub fn cap(case: &Case, at: CriterionRef) -> String {
    let model = case.model;
    let rating = match case.card.status(at) {
        Some(CriterionStatus::Answered(rating)) => rating,
        Some(CriterionStatus::NotApplicable) => {
            let Some(criterion) = model.criterion(at) else { return String::new() };
            return match case.assessment.answer(&criterion.id) {
                _ if !criterion.asked_of(&case.assessment.firm) => not_sold(case, criterion),
                Answer::NotApplicable(reason) => reason_text(case, reason),
                _ => String::new(),
            };
        }
        _ => return String::new(),
    };
    let level = rating.effective.to_string();
    let mut text = match rating.cap {
        None => case.t(p::CAP_NONE).to_string(),
        Some(Cap::Evidence) => {
            let grade = case.t(evidence_name(rating.evidence));
            case.f(p::CAP_EVIDENCE, &[("grade", grade), ("level", &level)])
        }
        Some(Cap::Kpi) => match rating.worst_kpi.and_then(|(kpi, band)| Some((model.kpis.get(kpi)?, band))) {
            Some((kpi, band)) => {
                let value = case.assessment.kpi_value(&kpi.id).unwrap_or_default();
                let value = with_unit(value, &kpi.unit);
                let (name, band) = (case.kpi_name(&kpi.id), band.to_string());
                case.f(p::CAP_KPI, &[("name", &name), ("value", &value), ("band", &band), ("level", &level)])
            }
            None => String::new(),
        },
    };
    if let Some(note) = individuals(case, at) {
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

/// "Good result, the practice depends on individuals", where it applies.
pub fn individuals(case: &Case, at: CriterionRef) -> Option<&'static str> {
    let rating = case.card.status(at)?.rating()?;
    rating.depends_on_individuals().then(|| case.t(p::INDIVIDUALS))
}
