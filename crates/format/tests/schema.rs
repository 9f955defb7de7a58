//! The published schemas describe the files that are shipped, written and printed, and refuse what they should.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::{json, own_model, root, text};
use fuxiao_core::score;
use fuxiao_format::{read_assessment, read_model, result_line};
use jsonschema::Validator;
use serde_json::{Value, json};

fn schema(name: &str) -> Validator {
    jsonschema::draft202012::new(&json(&format!("schema/{name}.schema.json"))).unwrap()
}

fn fits(validator: &Validator, value: &Value, what: &str) {
    let found: Vec<String> =
        validator.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(found.is_empty(), "{what}: {found:?}");
}

#[test]
fn models_fit() {
    let schema = schema("model");
    for file in
        ["content/model.json", "tests/fixtures/golden/model.json", "tests/fixtures/golden/varied.json"]
    {
        fits(&schema, &json(file), file);
    }
    let mut broken = json("content/model.json");
    broken["dimensions"][0]["criteria"][0]["steps"][0]["effort"] = json!(6);
    assert!(!schema.is_valid(&broken));
}

#[test]
fn texts_fit() {
    let languages = json("content/languages.json");
    fits(&schema("languages"), &languages, "languages.json");
    for language in languages.as_array().unwrap() {
        let locale = language["tag"].as_str().unwrap();
        for entry in std::fs::read_dir(root().join("content/text").join(locale)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let kind = match name.as_str() {
                "common.json" => "common",
                "words.json" | "frame.json" => "words",
                _ => "text",
            };
            fits(&schema(kind), &json(&format!("content/text/{locale}/{name}")), &format!("{locale}/{name}"));
        }
    }
    assert!(!schema("text").is_valid(&json("content/text/en/common.json")));
    assert!(!schema("words").is_valid(&json("content/text/en/common.json")));
}

#[test]
fn assessments_and_results_fit() {
    let (assessment, result) = (schema("assessment"), schema("result"));
    let model = read_model(&text("tests/fixtures/golden/model.json")).unwrap();
    for n in 1..=12 {
        let file = format!("tests/fixtures/golden/{n}.json");
        fits(&assessment, &json(&file), &file);
        let stored = read_assessment(&text(&file), &model).unwrap();
        let line = result_line(&file, &model, &score(&model, &stored.assessment));
        fits(&result, &serde_json::from_str(&line).unwrap(), &file);
    }
    fits(&assessment, &json("content/sample.json"), "the sample firm");
    assert!(read_assessment(&text("content/sample.json"), &own_model()).is_ok());
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let schema = schema("assessment");
    let model = own_model();
    for (place, value) in [
        ("/id", json!("abc")),
        ("/edit", json!(-1)),
        ("/created", json!("yesterday")),
        ("/answers/D1.1/level", json!(0)),
        ("/answers/D1.2/evidence", json!("rumour")),
        ("/firm/size", json!("7")),
        ("/kpis/K01/numerator", json!(1.5)),
        ("/actions/0/lane", json!("soon")),
        ("/actions/0/due", json!("soon")),
    ] {
        let mut broken = json("content/sample.json");
        *broken.pointer_mut(place).unwrap() = value;
        assert!(!schema.is_valid(&broken), "the schema takes {place}");
        assert!(read_assessment(&broken.to_string(), &model).is_err(), "the reader takes {place}");
    }
}
