//! What goes on beside the pages: storing, and what tells other tabs of it.
//!
//! The rules are pure and tested without a browser; the browser comes in through `platform`.

pub mod journal;
pub mod local;
pub mod memory;
pub mod patch;
pub mod repository;
pub mod revision;
pub mod saver;
pub mod startup;
