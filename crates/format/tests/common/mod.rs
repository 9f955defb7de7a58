//! What the test files of this crate need; most of it is shared with the tests of the app.
#![allow(dead_code, unused_imports)] // Each test file uses its own part.

#[path = "../../../../tests/common/made.rs"]
pub mod made;
#[path = "../../../../tests/common/model.rs"]
mod model;
#[path = "../../../../tests/common/results.rs"]
pub mod results;
#[path = "../../../../tests/common/tables.rs"]
pub mod tables;

pub use model::*;
