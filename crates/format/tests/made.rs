//! Questionnaires that nobody wrote are read, answered and scored as the reference scores them: other numbers of levels,
//! ids of any script, 40 dimensions, weights up to 100, shared figures.
//!
//! The test leaves what it read in the target folder; the golden file comes of it with
//! `python3 tests/reference/score.py --model target/tmp/made/3/model.json target/tmp/made/3/[0-9].json`, and so on in
//! the order of the recipes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::path::Path;

use common::made::{RECIPES, Recipe};
use common::results::differences;
use common::{json, text};
use fuxiao_core::{Model, score};
use fuxiao_format::{read_assessment, read_model, result_line, write_assessment};
use serde_json::Value;

/// How many assessments of each questionnaire.
const EACH: u64 = 4;

fn read(recipe: Recipe) -> Model {
    read_model(&recipe.model().to_string()).unwrap_or_else(|problems| panic!("{recipe:?}: {problems:?}"))
}

#[test]
fn made_questionnaires_come_out_as_the_reference_scores_them() {
    let mut found = Vec::new();
    for recipe in RECIPES {
        let model = read(recipe);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("made/{}", recipe.seed));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("model.json"), recipe.model().to_string()).unwrap();
        for number in 0..EACH {
            let written = recipe.assessment(number).to_string();
            std::fs::write(folder.join(format!("{number}.json")), &written).unwrap();
            let stored = read_assessment(&written, &model)
                .unwrap_or_else(|refused| panic!("{recipe:?}: {:?}", refused.problems));
            let line = result_line("", &model, &score(&model, &stored.assessment));
            found.push((format!("{recipe:?} {number}"), line));
        }
    }
    let golden = text("tests/fixtures/made/results.jsonl");
    assert_eq!(golden.lines().count(), found.len());
    let mut different = Vec::new();
    for ((name, line), expected) in found.iter().zip(golden.lines()) {
        let mut expected: Value = serde_json::from_str(expected).unwrap();
        expected["file"] = Value::from("");
        differences(name, &serde_json::from_str(line).unwrap(), &expected, 1e-12, &mut different);
    }
    assert_eq!(different, [""; 0]);
}

#[test]
fn made_questionnaires_and_their_results_fit_the_schemas() {
    let schema =
        |name: &str| jsonschema::draft202012::new(&json(&format!("schema/{name}.schema.json"))).unwrap();
    let (models, assessments, results) = (schema("model"), schema("assessment"), schema("result"));
    for recipe in RECIPES {
        let model = read(recipe);
        let errors: Vec<String> = models.iter_errors(&recipe.model()).map(|e| e.to_string()).collect();
        assert_eq!(errors, [""; 0], "{recipe:?}");
        for number in 0..EACH {
            let document = recipe.assessment(number);
            let errors: Vec<String> = assessments.iter_errors(&document).map(|e| e.to_string()).collect();
            assert_eq!(errors, [""; 0], "{recipe:?}");
            let stored = read_assessment(&document.to_string(), &model).unwrap();
            let line = result_line("x", &model, &score(&model, &stored.assessment));
            assert!(results.is_valid(&serde_json::from_str(&line).unwrap()), "{recipe:?} {line}");
            let again =
                read_assessment(&write_assessment(&stored.assessment, &stored.document), &model).unwrap();
            assert_eq!(again.assessment, stored.assessment);
        }
    }
}

/// Whatever the number of levels, a score and a level lie between what is possible at the least and at the most.
#[test]
fn made_results_keep_within_their_bounds() {
    for recipe in RECIPES {
        let model = read(recipe);
        let most = f64::from(model.levels);
        for number in 0..40 {
            let stored = read_assessment(&recipe.assessment(number).to_string(), &model).unwrap();
            let card = score(&model, &stored.assessment);
            let whole = &card.overall;
            let (low, score, high) = (whole.low.unwrap(), whole.score.unwrap(), whole.high.unwrap());
            assert!(
                1.0 <= low && low <= score + 1e-9 && score <= high + 1e-9 && high <= most,
                "{recipe:?} {number}"
            );
            if let Ok(level) = whole.level {
                assert!((1..=model.levels).contains(&level), "{recipe:?} {number}");
                assert!(
                    whole.level_low.unwrap() <= level && level <= whole.level_high.unwrap(),
                    "{recipe:?} {number}"
                );
            }
            for dimension in &card.dimensions {
                assert!(dimension.level.is_none_or(|level| (1..=model.levels).contains(&level)));
            }
            assert!(
                card.recommendations
                    .iter()
                    .all(|r| r.to <= model.levels && (0.0..=100.0).contains(&r.priority))
            );
        }
    }
}
