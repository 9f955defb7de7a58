//! Reads a stored result back: what a snapshot was computed to then, whatever the rules say now.
//!
//! Knows the published format of results; computes nothing.

use serde_json::Value;

use fuxiao_core::dimension::{DimensionScore, Means};
use fuxiao_core::overall::{Overall, Withheld};
use fuxiao_core::ratio::Ratio;
use fuxiao_core::{CriterionStatus, Model, Scorecard};

/// A card of the same answers with the stored scores, levels and bounds in place of its own; `None` where no result is
/// stored. What the stored result does not know has no number. Recommendations, confidence and hints stay the card's.
pub fn with_stored_result(model: &Model, mut card: Scorecard, result: &Value) -> Option<Scorecard> {
    let of = StoredLevels { levels: model.levels };
    of.overall(result.get("overall").filter(|overall| overall.is_object())?, &mut card.overall);
    for (aspect, score) in model.aspects.iter().zip(&mut card.aspects) {
        let stored = by_id(result, "aspects", &aspect.id);
        (score.score, score.low, score.high) = of.scores(stored);
        score.exact = near(score.score, score.low, score.high);
    }
    for (dimension, score) in model.dimensions.iter().zip(&mut card.dimensions) {
        of.dimension(by_id(result, "dimensions", &dimension.id), score);
    }
    for (dimension, statuses) in model.dimensions.iter().zip(&mut card.statuses) {
        for (criterion, status) in dimension.criteria.iter().zip(statuses) {
            let effective = of.level(by_id(result, "criteria", &criterion.id), "effective");
            if let (CriterionStatus::Answered(rating), Some(effective)) = (status, effective) {
                rating.effective = effective.min(rating.declared);
            }
        }
    }
    Some(card)
}

/// What levels there are.
struct StoredLevels {
    levels: u8,
}

impl StoredLevels {
    fn level(&self, stored: &Value, key: &str) -> Option<u8> {
        let level = stored.get(key).and_then(Value::as_u64).and_then(|level| u8::try_from(level).ok());
        level.filter(|level| (1..=self.levels).contains(level))
    }

    fn score(&self, stored: &Value, key: &str) -> Option<f64> {
        let score = stored.get(key).and_then(Value::as_f64);
        score.filter(|score| (1.0..=f64::from(self.levels)).contains(score))
    }

    fn scores(&self, stored: &Value) -> (Option<f64>, Option<f64>, Option<f64>) {
        (self.score(stored, "score"), self.score(stored, "low"), self.score(stored, "high"))
    }

    fn overall(&self, stored: &Value, whole: &mut Overall) {
        (whole.score, whole.low, whole.high) = self.scores(stored);
        whole.exact = near(whole.score, whole.low, whole.high);
        let withheld = whole.level.err().unwrap_or(Withheld::TooFewAnswers);
        whole.level = self.level(stored, "level").ok_or(withheld);
        whole.level_low = self.level(stored, "level_low");
        whole.level_high = self.level(stored, "level_high");
        whole.answered = count(stored, "answered").unwrap_or(whole.answered);
        whole.applicable = count(stored, "applicable").unwrap_or(whole.applicable);
    }

    fn dimension(&self, stored: &Value, score: &mut DimensionScore) {
        (score.score, score.low, score.high) = self.scores(stored);
        score.exact = near(score.score, score.low, score.high);
        score.level = self.level(stored, "level");
        score.staged = score.level;
        score.level_low = self.level(stored, "level_low");
        score.level_high = self.level(stored, "level_high");
        score.target = self.level(stored, "target").unwrap_or(score.target);
        score.target_reached = stored.get("target_reached").and_then(Value::as_f64);
        score.answered = count(stored, "answered").unwrap_or(score.answered);
        score.applicable = count(stored, "applicable").unwrap_or(score.applicable);
    }
}

fn by_id<'a>(result: &'a Value, list: &str, id: &str) -> &'a Value {
    let items = result.get(list).and_then(Value::as_array).into_iter().flatten();
    let mut items = items.filter(|item| item.get("id").and_then(Value::as_str) == Some(id));
    items.next().unwrap_or(&Value::Null)
}

fn count(stored: &Value, key: &str) -> Option<usize> {
    stored.get(key).and_then(Value::as_u64).and_then(|count| usize::try_from(count).ok())
}

fn near(score: Option<f64>, low: Option<f64>, high: Option<f64>) -> Means {
    Means { score: score.map(Ratio::Near), low: low.map(Ratio::Near), high: high.map(Ratio::Near) }
}
