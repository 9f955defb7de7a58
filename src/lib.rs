//! Fuxiao 服效: a maturity self-assessment of customer-service efficiency, fully in the browser.

pub mod charts;
