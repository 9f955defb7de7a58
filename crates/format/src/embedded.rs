//! The documents that come with the app: the model and the sample firm's assessment. Made by `build.rs` from
//! `content/`, without the blank space that makes them readable there.

/// The text of the model that the app carries.
pub fn own_model_text() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/model.json"))
}

/// The permanent id of the sample firm's assessment.
pub const SAMPLE_ID: &str = "5a3b1e00-0000-4000-8000-000000000001";

/// The text of the sample firm's assessment.
pub fn sample_text() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/sample.json"))
}
