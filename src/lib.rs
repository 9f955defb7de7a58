//! Fuxiao 服效: a maturity self-assessment of customer-service efficiency, fully in the browser.
//!
//! Arrows point one way: `ui → state → {format, saving, charts, language} → core`, and from `ui` by way of the
//! narrative, which knows what pages and files say. What is not the app is in crates of its own under `crates/`, whose
//! manifests hold their arrows. The browser is behind `platform`, which only the interface and the services use.

mod platform;
pub mod services;
pub mod state;
pub mod ui;
