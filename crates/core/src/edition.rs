//! Answers that were given to the texts of another edition of the questionnaire.
//!
//! An edition is the first number of a release: within it texts may be mended, from one to the next they ask something
//! else. Such an answer counts as it stands until somebody looks at it again; nothing here changes a score.

use super::assessment::{Answer, Assessment, Entry};
use super::model::{Criterion, CriterionRef, Model};

/// The edition of a release.
///
/// ```
/// assert_eq!(fuxiao_core::edition::of("2.0.1"), "2");
/// ```
pub fn of(release: &str) -> &str {
    release.split('.').next().unwrap_or(release)
}

/// The release whose texts an answer was given to.
pub fn given<'a>(assessment: &'a Assessment, entry: &'a Entry) -> &'a str {
    entry.release.as_deref().unwrap_or(&assessment.model_release)
}

/// The release that a question was answered under, where that is of another edition than the model's.
pub fn other<'a>(model: &Model, assessment: &'a Assessment, criterion: &Criterion) -> Option<&'a str> {
    let entry = assessment.answers.get(&criterion.id)?;
    let answered = entry.answer != Answer::Unanswered && criterion.asked_of(&assessment.firm);
    Some(given(assessment, entry)).filter(|release| answered && of(release) != of(&model.release))
}

/// The answers that were given under another edition, in model order.
pub fn others(model: &Model, assessment: &Assessment) -> Vec<CriterionRef> {
    let all = model.criteria().filter(|(_, criterion)| other(model, assessment, criterion).is_some());
    all.map(|(at, _)| at).collect()
}
