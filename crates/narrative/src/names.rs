//! What things are called: questions by their number, grades of evidence, the state of a dimension, an assessment.

use fuxiao_core::Evidence;
use fuxiao_core::dimension::DimensionScore;
use fuxiao_format::SAMPLE_ID;
use fuxiao_language::{Text, words as w, words_pages as p};

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
