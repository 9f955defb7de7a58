//! What several test files of the app need; the crates' tests share the files that do not need the app.
#![allow(dead_code, unused_imports)] // Each test file uses its own part.

pub mod app;
pub mod drawing;
pub mod made;
mod model;
pub mod pseudo;
pub mod random;

pub use model::*;
