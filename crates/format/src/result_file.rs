//! Writes results in their published format. Knows the scorecard; computes nothing but the index.

use serde_json::{Value, json};

use fuxiao_core::dimension::exact_index;
use fuxiao_core::model::CriterionRef;
use fuxiao_core::ratio::Ratio;
use fuxiao_core::{Model, Scorecard};

/// The result of one file as one JSON line, without the line's end.
pub fn result_line(file: &str, model: &Model, card: &Scorecard) -> String {
    let mut result = result(model, card);
    if let Some(object) = result.as_object_mut() {
        object.insert("file".to_string(), file.into());
    }
    result.to_string()
}

/// The result as it stands in a snapshot: a line of results without the name of a file.
pub fn result(model: &Model, card: &Scorecard) -> Value {
    let index = |score: Option<Ratio>| score.map(|score| exact_index(score, model.levels));
    let id = |at: CriterionRef| model.criterion(at).map(|criterion| criterion.id.as_str());
    let theme = |at: CriterionRef| model.criterion(at)?.theme.and_then(|theme| model.themes.get(theme));
    let whole = &card.overall;
    let aspects = model.aspects.iter().zip(&card.aspects);
    let dimensions = model.dimensions.iter().zip(&card.dimensions);
    let answered =
        model.criteria().filter_map(|(at, criterion)| Some((criterion, card.status(at)?.rating()?)));
    let recommendations = card.recommendations.iter().zip(&card.lanes);
    json!({
        "overall": {
            "score": whole.score, "index": index(whole.exact.score), "low": whole.low, "high": whole.high,
            "level": whole.level.ok(), "level_low": whole.level_low, "level_high": whole.level_high,
            "legal_gate": whole.legal.any(), "answered": whole.answered, "applicable": whole.applicable,
            "confidence": card.confidence.word(),
            "hints": card.hints.iter().map(|hint| hint.word()).collect::<Vec<_>>(),
        },
        "aspects": aspects.map(|(aspect, score)| json!({
            "id": aspect.id, "score": score.score, "low": score.low, "high": score.high,
        })).collect::<Vec<_>>(),
        "dimensions": dimensions.map(|(dimension, d)| json!({
            "id": dimension.id, "target": d.target, "applicable": d.applicable, "answered": d.answered,
            "in_scope": d.in_scope(), "limited": d.limited, "score": d.score, "index": index(d.exact.score),
            "low": d.low, "high": d.high, "level": d.level, "level_low": d.level_low, "level_high": d.level_high,
            "weakest": d.weakest.iter().filter_map(|c| dimension.criteria.get(*c)).map(|c| &c.id).collect::<Vec<_>>(),
            "target_reached": d.target_reached,
        })).collect::<Vec<_>>(),
        "criteria": answered.map(|(criterion, rating)| json!({
            "id": criterion.id, "declared": rating.declared, "effective": rating.effective,
            "cap": rating.cap.map(|cap| cap.word()),
        })).collect::<Vec<_>>(),
        "recommendations": recommendations.map(|(r, lane)| json!({
            "criterion": id(r.at), "kind": r.kind.word(), "from": r.from, "to": r.to, "gap": r.gap,
            "impact": r.impact, "effort": r.effort, "urgency": r.urgency.factor(), "priority": r.priority,
            "lane": lane.word(), "theme": theme(r.at),
        })).collect::<Vec<_>>(),
        "initiatives": card.initiatives.iter().map(|initiative| json!({
            "theme": model.themes.get(initiative.theme), "priority": initiative.priority,
            "criteria": initiative.members.iter().filter_map(|m| card.recommendations.get(*m))
                .map(|r| id(r.at)).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "unknown": card.unknown,
    })
}
