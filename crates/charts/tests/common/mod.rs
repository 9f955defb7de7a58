//! What the test files of this crate need: charts to draw, what must hold for each, the style sheets of the app.
#![allow(dead_code, unused_imports)] // Each test file uses its own part.

#[path = "../../../../tests/common/drawing.rs"]
pub mod drawing;
pub mod made;

/// A style sheet of the app.
pub fn style(name: &str) -> String {
    let path = format!("{}/../../styles/{name}.css", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}
