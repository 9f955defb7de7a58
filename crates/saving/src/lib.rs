//! The rules of saving: which state of a document may take the place of which, how changes are kept, and what may be
//! called saved.
//!
//! Knows no browser and no clock: stores come in behind the traits [`journal::Database`] and [`local::KeyValue`]. Knows
//! of documents only that they are JSON and count their changes.

pub mod branches;
pub mod journal;
pub mod local;
pub mod local_document;
pub mod memory;
pub mod repository;
pub mod revision;
pub mod saver;
pub mod startup;
