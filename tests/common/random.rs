//! Random answers to the carried model, and the numbers that come of them.

use fuxiao_core::Scorecard;
use fuxiao_core::assessment::{Answer, Assessment, Entry, Evidence, KpiEntry, Policy};
use fuxiao_format::services::TAX;
use proptest::prelude::*;

use super::own_model;

/// What is said about one criterion: 0 open, 1–5 a level, 6 not applicable where allowed. Half of the assessments are
/// complete, and half of the levels lie close together, so that levels, gates and caps are at their edges often.
pub fn assessments() -> impl Strategy<Value = Assessment> {
    let model = own_model();
    let (count, dimensions) = (model.criteria().count(), model.dimensions.len());
    let scored: Vec<(String, f64, f64)> = model
        .kpis
        .iter()
        .filter(|kpi| kpi.bounds.is_some())
        .map(|kpi| (kpi.id.clone(), kpi.range.unwrap().0, kpi.range.unwrap().1))
        .collect();
    let answers = prop::collection::vec((0u8..=6, 0usize..4, any::<bool>()), count);
    let sample = prop::option::of(prop::sample::select(vec![5u64, 40, 5000]));
    let figures = prop::collection::vec((prop::option::weighted(0.2, 0.0f64..=1.0), sample), scored.len());
    let importance = prop::collection::vec(prop::option::weighted(0.5, 1u8..=5), dimensions);
    let said = (0usize..3, any::<bool>(), prop::option::of(1u8..=5), any::<bool>(), 1u8..=4, any::<bool>());
    (answers, figures, importance, said).prop_map(
        move |(answers, figures, importance, (policy, tax_only, target, complete, base, close))| {
            let mut assessment = Assessment { policy: Policy::ALL[policy], ..Assessment::default() };
            if tax_only {
                assessment.firm.services = vec![TAX];
            }
            if let Some(target) = target {
                assessment.targets.insert("D1".into(), target);
            }
            for (dimension, value) in model.dimensions.iter().zip(importance) {
                assessment.importance.extend(value.map(|value| (dimension.id.clone(), value)));
            }
            for ((_, criterion), (value, evidence, up)) in model.criteria().zip(answers) {
                let level = if close { base + u8::from(up) } else { value.clamp(1, 5) };
                let answer = match value {
                    0 if !complete => continue,
                    6 if criterion.na_allowed => Answer::NotApplicable("none".into()),
                    6 if !complete => continue,
                    _ => Answer::Level(level),
                };
                let evidence = Evidence::ALL[evidence];
                assessment
                    .answers
                    .insert(criterion.id.clone(), Entry { answer, evidence, ..Entry::default() });
            }
            for ((id, low, high), (share, n)) in scored.iter().zip(figures) {
                if let Some(share) = share {
                    let value = Some(low + share * (high - low));
                    assessment.kpis.insert(id.clone(), KpiEntry { value, n, ..KpiEntry::default() });
                }
            }
            assessment
        },
    )
}

/// Every number that may not fall when an answer rises.
pub fn numbers(card: &Scorecard) -> Vec<Option<f64>> {
    let level = |level: Option<u8>| level.map(f64::from);
    let whole = &card.overall;
    let mut all = vec![
        whole.score,
        whole.low,
        whole.high,
        level(whole.level.ok()),
        level(whole.level_low),
        level(whole.level_high),
    ];
    all.extend(card.aspects.iter().flat_map(|a| [a.score, a.low, a.high]));
    all.extend(card.dimensions.iter().flat_map(|d| {
        [d.score, d.low, d.high, level(d.level), level(d.level_low), level(d.level_high), d.target_reached]
    }));
    all
}
