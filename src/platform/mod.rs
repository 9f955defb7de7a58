//! The browser, one file per outside thing; nothing else in the project names `web_sys`, `gloo` or `js_sys`.
//!
//! Knows no assessment: it moves texts, times and focus. Called from effects and event handlers, never
//! while rendering, so components also render natively; only `clock::timed` is, which elsewhere just does the work.

pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod download;
pub mod field;
pub mod file_input;
pub mod indexed_db;
pub mod locks;
pub mod net;
pub mod page;
pub mod picture;
pub mod release;
pub mod storage;
pub mod timer;
pub mod typing;
pub mod workbook;
