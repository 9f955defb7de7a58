//! Fuxiao 服效: a maturity self-assessment of customer-service efficiency, fully in the browser.
//!
//! Arrows point one way: `ui → state → {storage, charts, i18n} → domain`, and from `ui` by way of the narrative, which
//! knows what pages and files say. What is not the app is in crates of its own under `crates/`, whose manifests hold
//! their arrows; here they have the names that the app calls them by. The browser is behind `platform`, which only the
//! interface uses.

mod platform;
pub mod services;
pub mod state;
pub mod ui;

pub use fuxiao_charts as charts;
pub use fuxiao_core as domain;
pub use fuxiao_format as storage;
pub use fuxiao_language as i18n;
