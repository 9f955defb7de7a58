//! What things are called: questions by their number, grades of evidence, the state of a dimension, an assessment.

use fuxiao_core::dimension::DimensionScore;
use fuxiao_core::effort::sum;
use fuxiao_core::kpi::Window;
use fuxiao_core::{Evidence, Service};
use fuxiao_format::{SAMPLE_ID, services};
use fuxiao_language::{Text, words as w, words_answering as a, words_pages as p, words_plan as n};

use super::{Case, Narrator};

/// The number of a criterion without the letter of its dimension.
pub fn short(criterion: &str) -> &str {
    criterion.trim_start_matches(|c: char| !c.is_ascii_digit())
}

/// A name with its number before it: of a criterion, or of a dimension.
pub fn numbered(id: &str, name: &str) -> String {
    format!("{} {name}", short(id))
}

/// The status of a dimension in words.
pub fn status(narrator: &Narrator, score: &DimensionScore) -> String {
    if !score.in_scope() {
        narrator.t(w::STATUS_OUT).to_string()
    } else if score.answered == 0 {
        narrator.t(w::STATUS_NONE).to_string()
    } else if score.complete() {
        narrator.t(w::STATUS_DONE).to_string()
    } else {
        let (answered, applicable) = (score.answered.to_string(), score.applicable.to_string());
        narrator.f(w::STATUS_SOME, &[("answered", &answered), ("applicable", &applicable)])
    }
}

/// The level of a dimension in words: shown, provisional, withheld.
pub fn level_text(narrator: &Narrator, score: &DimensionScore) -> String {
    match (score.level, score.in_scope()) {
        (_, false) => narrator.t(w::STATUS_OUT).to_string(),
        (Some(level), _) if score.complete() => level.to_string(),
        (Some(level), _) => narrator.f(p::LEVEL_PROVISIONAL, &[("level", &level.to_string())]),
        (None, _) => narrator.t(p::LEVEL_WITHHELD).to_string(),
    }
}

/// The name of a grade of evidence.
pub fn evidence_name(grade: Evidence) -> Text {
    match grade {
        Evidence::None => w::EVIDENCE_NONE,
        Evidence::Document => w::EVIDENCE_DOCUMENT,
        Evidence::Records => w::EVIDENCE_RECORDS,
        Evidence::Measured => w::EVIDENCE_MEASURED,
    }
}

/// The name of a service.
pub fn service_name(service: Service) -> Text {
    match service {
        services::BOOKKEEPING => p::SERVICE_BOOKKEEPING,
        services::TAX => p::SERVICE_TAX,
        services::AUDIT => p::SERVICE_AUDIT,
        services::PAYROLL => p::SERVICE_PAYROLL,
        services::ADVISORY => p::SERVICE_ADVISORY,
        _ => p::SERVICE_OTHER,
    }
}

/// The time that a question looks back on.
pub fn window_name(window: Window) -> Text {
    match window {
        Window::ThreeMonths => a::WINDOW_MONTHS,
        Window::TwoQuarters => a::WINDOW_QUARTERS,
        Window::TwelveMonths => a::WINDOW_YEAR,
        Window::TwoRounds => a::WINDOW_ROUNDS,
        Window::Cases => a::WINDOW_CASES,
    }
}

/// The hours of some efforts.
pub fn hours(narrator: &Narrator, efforts: impl Iterator<Item = u8>) -> String {
    let (low, high) = sum(efforts);
    let low_text = low.to_string();
    match high {
        Some(high) if low == 0 => narrator.f(n::HOURS_UP_TO, &[("high", &high.to_string())]),
        Some(high) => narrator.f(n::HOURS_RANGE, &[("low", &low_text), ("high", &high.to_string())]),
        None => narrator.f(n::HOURS_OVER, &[("low", &low_text)]),
    }
}

/// What an assessment is called: firm and title, else that it has no name.
pub fn assessment_name(case: &Case) -> String {
    let assessment = case.assessment;
    let parts: Vec<&str> = [assessment.firm.name.as_str(), &assessment.title]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    match parts.is_empty() {
        false => parts.join(" · "),
        true if assessment.id == SAMPLE_ID => case.t(w::SAMPLE_NAME).to_string(),
        true => case.t(w::UNTITLED).to_string(),
    }
}
