//! The shortest path: no cheaper one exists on small models, it leads where it says on the real one, and it is quick.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::collections::BTreeMap;

use common::own_model;
use fuxiao_core::assessment::{Answer, Assessment, Entry, Evidence, KpiEntry};
use fuxiao_core::effective::kpi_band;
use fuxiao_core::roadmap::apply::after_steps;
use fuxiao_core::roadmap::{Goal, NoPath, ShortestPath, shortest_path};
use fuxiao_core::{Model, Scorecard, score};
use fuxiao_format::services::TAX;
use proptest::prelude::*;
use serde_json::json;

/// What a small model and its answers are made of; every list is read as far as it is needed.
#[derive(Clone, Debug)]
struct Small {
    weights: Vec<u32>,
    efforts: Vec<u8>,
    kpis: Vec<u8>,
    gates: [bool; 2],
    cap: u8,
    limit: f64,
    levels: Vec<u8>,
    grades: Vec<usize>,
    values: [Option<f64>; 2],
    tax_only: bool,
    sizes: [usize; 2],
}

fn small() -> impl Strategy<Value = Small> {
    let model = (
        prop::collection::vec(1u32..=5, 6),
        prop::collection::vec(1u8..=5, 8),
        prop::collection::vec(0u8..=4, 4),
        any::<[bool; 2]>(),
        1u8..=2,
        prop::sample::select(vec![15.0, 20.0, 25.0, 40.0, 45.0]),
    );
    let value = || prop::option::of(prop::sample::select(vec![5.0, 20.0, 22.0, 40.0]));
    let answers = (
        prop::collection::vec(0u8..=9, 4),
        prop::collection::vec(0usize..4, 4),
        [value(), value()],
        prop::bool::weighted(0.2),
        [1usize..=2, 1usize..=2],
    );
    (model, answers).prop_map(
        |((weights, efforts, kpis, gates, cap, limit), (levels, grades, values, tax_only, sizes))| Small {
            weights,
            efforts,
            kpis,
            gates,
            cap,
            limit,
            levels,
            grades,
            values,
            tax_only,
            sizes,
        },
    )
}

impl Small {
    /// Three levels, two dimensions, up to four criteria, two figures that any criterion may have, a legal gate.
    fn model(&self) -> Model {
        let mut count = 0;
        let mut used = BTreeMap::from([("K1", 0), ("K2", 0)]);
        let dimensions: Vec<_> = (0..2)
            .map(|d| {
                let criteria: Vec<_> = (0..self.sizes[d])
                    .map(|c| {
                        let at = count;
                        count += 1;
                        let mut kpis = match self.kpis[at] {
                            1 => vec!["K1"],
                            2 => vec!["K2"],
                            3 => vec!["K1", "K2"],
                            _ => vec![],
                        };
                        // A figure caps two criteria at the most.
                        kpis.retain(|kpi| {
                            let uses = used.get_mut(kpi).unwrap();
                            *uses += 1;
                            *uses <= 2
                        });
                        json!({"id": format!("D{}.{}", d + 1, c + 1), "weight": self.weights[at], "kpis": kpis, "steps": [
                            {"to": 2, "impact": 3, "effort": self.efforts[at]}, {"to": 3, "impact": 3, "effort": self.efforts[at + 4]}]})
                    })
                    .collect();
                json!({"id": format!("D{}", d + 1), "aspect": "A1", "weight": self.weights[4 + d], "target": 3,
                    "gate": self.gates[d], "sources": [d + 1], "criteria": criteria})
            })
            .collect();
        let kpi = |id: &str| {
            json!({"id": id, "unit": "x", "better": "higher", "range": [0, 100], "bounds": [20, 40],
                "basis": "internal", "checked": "2026-11"})
        };
        let model = json!({"format": "fuxiao-model", "version": 1, "id": "small", "release": "1.0.0",
            "levels": [{"value": 1}, {"value": 2}, {"value": 3}],
            "evidence_caps": {"standard": {"none": 1, "document": 2}, "strict": {}},
            "aspects": [{"id": "A1"}], "dimensions": dimensions,
            "kpis": [kpi("K1"), kpi("K2")], "themes": [],
            "legal_gate": {"cap": self.cap, "criteria": ["D1.1"], "kpis": [{"id": "K1", "worse_than": self.limit}], "services": ["bookkeeping"]}});
        fuxiao_format::read_model(&model.to_string()).unwrap()
    }

    fn assessment(&self, model: &Model) -> Assessment {
        let mut assessment = Assessment::default();
        if self.tax_only {
            assessment.firm.services = vec![TAX];
        }
        for (at, (_, criterion)) in model.criteria().enumerate() {
            // One in ten is open.
            let Some(level) = self.levels[at].checked_sub(1).map(|level| level / 3 + 1) else { continue };
            let entry = Entry {
                answer: Answer::Level(level),
                evidence: Evidence::ALL[self.grades[at]],
                ..Entry::default()
            };
            assessment.answers.insert(criterion.id.clone(), entry);
        }
        for (id, value) in ["K1", "K2"].into_iter().zip(self.values) {
            assessment.kpis.insert(id.into(), KpiEntry { value, ..KpiEntry::default() });
        }
        assessment
    }
}

/// Effort of a figure's way from one value to another: that of the first criterion it measures, band by band.
fn lift_cost(model: &Model, kpi: usize, from: f64, to: f64) -> u32 {
    let effort = |band: u8| {
        let carrier = model.criteria().find(|(_, criterion)| criterion.kpis.contains(&kpi));
        let level = (band + 1).min(model.levels);
        carrier.map_or(3, |(_, criterion)| u32::from(criterion.steps[usize::from(level) - 2].effort))
    };
    let band = |value: f64| kpi_band(&model.kpis[kpi], value).unwrap();
    match (band(from), band(to)) {
        _ if to <= from => 0,
        (now, then) if now == then => effort(then),
        (now, then) => (now + 1..=then).map(effort).sum(),
    }
}

/// Every state that work can bring an assessment to, with what it costs.
fn all_states(model: &Model, start: &Assessment, limit: f64) -> Vec<(u32, Assessment)> {
    let mut states = vec![(0, start.clone())];
    for (_, criterion) in model.criteria() {
        let Some(entry) = start.answers.get(&criterion.id) else { continue };
        let declared = entry.level().unwrap();
        let mut next = Vec::new();
        for (cost, state) in &states {
            for level in declared..=model.levels {
                let work: u32 = (declared + 1..=level)
                    .map(|to| u32::from(criterion.steps[usize::from(to) - 2].effort))
                    .sum();
                for grade in [entry.evidence, Evidence::Measured] {
                    let proof = u32::from(grade != entry.evidence);
                    let mut state = state.clone();
                    let answer = state.answers.get_mut(&criterion.id).unwrap();
                    answer.answer = Answer::Level(level);
                    answer.evidence = grade;
                    next.push((cost + work + proof, state));
                }
            }
        }
        states = next;
    }
    for (at, kpi) in model.kpis.iter().enumerate() {
        let Some(value) = start.kpi_value(&kpi.id) else { continue };
        let better = [20.0, 40.0, limit].into_iter().filter(|to| *to > value);
        let further: Vec<_> = better
            .flat_map(|to| {
                let cost = lift_cost(model, at, value, to);
                states.iter().map(move |(sum, state)| (sum + cost, to, state.clone()))
            })
            .map(|(sum, to, mut state)| {
                state.kpis.get_mut(&kpi.id).unwrap().value = Some(to);
                (sum, state)
            })
            .collect();
        states.extend(further);
    }
    states
}

fn reached(card: &Scorecard, goal: Goal) -> bool {
    match goal {
        Goal::Overall(level) => card.overall.level.is_ok_and(|now| now >= level),
        Goal::Dimension(at, level) => card.dimensions[at].level.is_some_and(|now| now >= level),
    }
}

fn holds(model: &Model, assessment: &Assessment, goal: Goal, found: &ShortestPath) {
    let after = score(model, &after_steps(model, assessment, &found.steps));
    assert!(reached(&after, goal), "{goal:?} is not reached with {found:?}");
    assert_eq!(found.effort, found.steps.iter().map(|step| u32::from(step.effort)).sum::<u32>());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_way_is_cheaper(small in small()) {
        let model = small.model();
        let assessment = small.assessment(&model);
        let card = score(&model, &assessment);
        let goals = [2, 3].into_iter().flat_map(|k| [Goal::Overall(k), Goal::Dimension(0, k), Goal::Dimension(1, k)]);
        let states: Vec<_> = all_states(&model, &assessment, small.limit)
            .into_iter().map(|(cost, state)| (cost, score(&model, &state))).collect();
        for goal in goals {
            let best = states.iter().filter(|(_, card)| reached(card, goal)).map(|(cost, _)| *cost).min();
            let found = shortest_path(&model, &assessment, &card, goal).ok();
            prop_assert_eq!(found.as_ref().map(|path| path.effort), best, "{:?}", goal);
            if let Some(found) = found {
                holds(&model, &assessment, goal, &found);
            }
        }
    }

    #[test]
    fn a_way_through_the_real_questionnaire_arrives(
        answers in prop::collection::vec((1u8..=5, 0usize..4), 90),
        figures in prop::collection::vec(prop::option::weighted(0.3, 0.0f64..=1.0), 40),
    ) {
        let model = own_model();
        let mut assessment = Assessment::default();
        for ((_, criterion), (level, grade)) in model.criteria().zip(answers) {
            let entry = Entry { answer: Answer::Level(level), evidence: Evidence::ALL[grade], ..Entry::default() };
            assessment.answers.insert(criterion.id.clone(), entry);
        }
        for (kpi, share) in model.kpis.iter().filter(|kpi| kpi.bounds.is_some()).zip(figures) {
            let (low, high) = kpi.range.unwrap();
            let value = share.map(|share| low + share * (high - low));
            let n = kpi.least_n;
            assessment.kpis.insert(kpi.id.clone(), KpiEntry { value, n, ..KpiEntry::default() });
        }
        let card = score(&model, &assessment);
        let mut before = 0;
        for level in 1..=5 {
            let found = shortest_path(&model, &assessment, &card, Goal::Overall(level)).unwrap();
            holds(&model, &assessment, Goal::Overall(level), &found);
            prop_assert!(found.effort >= before, "a higher level costs less");
            prop_assert_eq!(found.steps.is_empty(), card.overall.level.is_ok_and(|now| now >= level));
            before = found.effort;
        }
    }
}

#[test]
fn what_must_be_open_is_not_promised() {
    let model = own_model();
    let nothing = Assessment::default();
    let card = score(&model, &nothing);
    assert_eq!(shortest_path(&model, &nothing, &card, Goal::Overall(2)), Err(NoPath::Nowhere));
    assert_eq!(shortest_path(&model, &nothing, &card, Goal::Dimension(0, 2)), Err(NoPath::Nowhere));
    assert_eq!(shortest_path(&model, &nothing, &card, Goal::Dimension(99, 2)), Err(NoPath::Nowhere));
}
