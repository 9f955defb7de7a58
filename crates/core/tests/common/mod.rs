//! What the test files of this crate need; most of it is shared with the tests of the app.
#![allow(dead_code, unused_imports)] // Each test file uses its own part.

#[path = "../../../../tests/common/made.rs"]
pub mod made;
#[path = "../../../../tests/common/model.rs"]
mod model;
#[path = "../../../../tests/common/random.rs"]
pub mod random;

pub use model::*;
