//! Fuxiao 服效: a maturity self-assessment of customer-service efficiency, fully in the browser.
//!
//! Arrows point one way: `ui → state → {storage, charts, i18n} → domain`. The domain knows nobody; the
//! browser is behind `platform`, which only the interface uses.

pub mod charts;
pub mod domain;
pub mod i18n;
mod platform;
pub mod state;
pub mod storage;
pub mod ui;
