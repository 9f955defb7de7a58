//! The shortest path in questionnaires of any size: exact within its limits, refused beyond them, quick in both cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::time::{Duration, Instant};

use common::made::{Chance, RECIPES, Recipe};
use fuxiao_core::assessment::{Answer, Assessment, KpiEntry};
use fuxiao_core::roadmap::apply::after_steps;
use fuxiao_core::roadmap::{Goal, NoPath, ShortestPath, shortest_path};
use fuxiao_core::{Model, Scorecard, score};
use fuxiao_format::{read_assessment, read_model};

/// Nobody waits longer.
const QUICK: Duration = Duration::from_secs(2);

/// A complete assessment with the figures that are given.
fn case(recipe: Recipe) -> (Model, Assessment) {
    let model = read_model(&recipe.model().to_string()).unwrap();
    let assessment = read_assessment(&recipe.assessment(0).to_string(), &model).unwrap().assessment;
    (model, assessment)
}

fn quick(
    model: &Model,
    assessment: &Assessment,
    card: &Scorecard,
    goal: Goal,
) -> Result<ShortestPath, NoPath> {
    let begun = Instant::now();
    let found = shortest_path(model, assessment, card, goal);
    assert!(begun.elapsed() < QUICK, "{goal:?} took {:?}", begun.elapsed());
    found
}

fn arrives(model: &Model, assessment: &Assessment, goal: Goal, found: &ShortestPath) {
    let card = score(model, &after_steps(model, assessment, &found.steps));
    let (level, wanted) = match goal {
        Goal::Overall(wanted) => (card.overall.level.ok(), wanted),
        Goal::Dimension(at, wanted) => (card.dimensions[at].level, wanted),
    };
    assert!(level >= Some(wanted), "{goal:?} leads to {level:?}");
    assert_eq!(found.effort, found.steps.iter().map(|step| u32::from(step.effort)).sum::<u32>());
}

#[test]
fn forty_dimensions_of_twelve_questions_take_less_than_two_seconds() {
    let recipe = Recipe { seed: 12, levels: 5, dimensions: 40, criteria: 12, figures: 1 };
    let (model, mut assessment) = case(recipe);
    assessment.kpis.clear();
    // Everything is at the bottom, so that every level is far away.
    for (at, entry) in assessment.answers.values_mut().enumerate() {
        entry.answer = Answer::Level(1 + u8::from(at % 3 == 0));
    }
    let card = score(&model, &assessment);
    let reached = card.overall.level.unwrap();
    let mut before = 0;
    for level in reached..=model.levels {
        let found = quick(&model, &assessment, &card, Goal::Overall(level)).unwrap();
        arrives(&model, &assessment, Goal::Overall(level), &found);
        assert!(found.effort >= before);
        before = found.effort;
    }
    assert!(before > 1_000, "the path to the highest level is a long one: {before}");
}

#[test]
fn twenty_shared_figures_are_beyond_the_limit_and_nothing_is_guessed() {
    let recipe = Recipe { seed: 40, levels: 5, dimensions: 40, criteria: 3, figures: 20 };
    let (model, mut assessment) = case(recipe);
    assessment.firm.services = Vec::new();
    for kpi in &model.kpis {
        // The worst end of the range, of a sample that is large enough.
        let value = Some(if kpi.better == fuxiao_core::kpi::Better::Higher { 0.0 } else { 100.0 });
        assessment.kpis.insert(kpi.id.clone(), KpiEntry { value, n: Some(60), ..KpiEntry::default() });
    }
    let card = score(&model, &assessment);
    assert_eq!(quick(&model, &assessment, &card, Goal::Overall(5)), Err(NoPath::TooLarge));
    // A level that asks no more of the figures than they have is found all the same.
    let found = quick(&model, &assessment, &card, Goal::Overall(2)).unwrap();
    arrives(&model, &assessment, Goal::Overall(2), &found);
    for at in 0..model.dimensions.len() {
        let goal = Goal::Dimension(at, 3);
        let found = quick(&model, &assessment, &card, goal).unwrap();
        arrives(&model, &assessment, goal, &found);
    }
}

#[test]
fn paths_through_made_questionnaires_arrive_or_say_why_there_is_none() {
    let mut found_some = 0;
    for recipe in RECIPES {
        let model = read_model(&recipe.model().to_string()).unwrap();
        for number in 0..6 {
            let read = read_assessment(&recipe.assessment(number).to_string(), &model).unwrap();
            let card = score(&model, &read.assessment);
            // Half of them go for the whole, half for a dimension.
            let mut chance = Chance::new(number + 1);
            let level = u8::try_from(chance.number(2, u64::from(model.levels))).unwrap();
            let at = usize::try_from(chance.number(0, recipe.dimensions - 1)).unwrap();
            for goal in [Goal::Overall(level), Goal::Dimension(at, level)] {
                match quick(&model, &read.assessment, &card, goal) {
                    Ok(found) => {
                        arrives(&model, &read.assessment, goal, &found);
                        found_some += 1;
                    }
                    Err(NoPath::TooLarge) => assert!(recipe.figures >= 5, "{recipe:?} is small"),
                    Err(NoPath::Nowhere) => {}
                }
            }
        }
    }
    assert!(found_some >= 20, "{found_some}");
}
