//! Fuxiao 服效: a maturity self-assessment of customer-service efficiency, fully in the browser.
//!
//! Arrows point one way: `ui → state → {storage, charts, i18n} → domain`. The domain knows nobody.

pub mod charts;
pub mod domain;
pub mod storage;
