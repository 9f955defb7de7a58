//! The carried model, its texts, assessments made by hand: for the tests of the app and of the crates alike.
#![allow(dead_code)] // Each test file uses its own part.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use fuxiao_core::Model;
use fuxiao_core::assessment::{Answer, Assessment, Entry, Evidence};
use fuxiao_core::draft::{CriterionDraft, DimensionDraft, ModelDraft};
use fuxiao_format::{own_model_text, read_assessment, read_model, sample_text};
use serde_json::Value;

/// The folder of the project, from whichever of its crates this is asked.
pub fn root() -> PathBuf {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    above.map(Path::to_path_buf).find(|folder| folder.join("content").is_dir()).unwrap()
}

/// The model that the app carries. Read once: property tests ask for it thousands of times.
pub fn own_model() -> Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| read_model(own_model_text()).unwrap()).clone()
}

/// The assessment of the sample firm.
pub fn sample(model: &Model) -> Assessment {
    read_assessment(sample_text(), model).unwrap().assessment
}

/// A file of the project as text.
pub fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A file of the project as JSON.
pub fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A model with one aspect per dimension and the given numbers of criteria, all weights 1.
pub fn plain_model(criteria: &[usize]) -> Model {
    Model::build(plain_draft(criteria)).unwrap()
}

/// The draft of [`plain_model`].
pub fn plain_draft(criteria: &[usize]) -> ModelDraft {
    ModelDraft {
        id: "plain".into(),
        release: "1.0.0".into(),
        levels: (1..=5).collect(),
        evidence_caps: [[Some(3), Some(3), None, None], [Some(2), Some(3), Some(4), None]],
        aspects: (1..=criteria.len()).map(|a| format!("A{a}")).collect(),
        dimensions: criteria
            .iter()
            .enumerate()
            .map(|(d, count)| DimensionDraft {
                id: format!("D{}", d + 1),
                aspect: format!("A{}", d + 1),
                weight: 1,
                why_weight: None,
                target: 3,
                gate: false,
                sources: vec![1],
                criteria: (1..=*count)
                    .map(|c| CriterionDraft {
                        id: format!("D{}.{c}", d + 1),
                        weight: 1,
                        na_allowed: true,
                        steps: (2..=5).map(|to| [to, 3, 2]).collect(),
                        ..CriterionDraft::default()
                    })
                    .collect(),
            })
            .collect(),
        ..ModelDraft::default()
    }
}

/// An answered entry with measured evidence, so that nothing caps it.
pub fn level(level: u8) -> Entry {
    Entry { answer: Answer::Level(level), evidence: Evidence::Measured, ..Entry::default() }
}

/// An assessment of `D1.1`, `D1.2` … with these levels; 0 leaves a question open, 9 makes it not applicable.
pub fn answers(levels: &[u8]) -> Assessment {
    let mut assessment = Assessment::default();
    for (i, value) in levels.iter().enumerate() {
        let entry = match value {
            0 => continue,
            9 => Entry { answer: Answer::NotApplicable("no".into()), ..Entry::default() },
            value => level(*value),
        };
        assessment.answers.insert(format!("D1.{}", i + 1), entry);
    }
    assessment
}
