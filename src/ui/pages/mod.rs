//! The pages, one file each; a page is a function from what the app knows to markup.

mod check;
mod explain;
mod find;
mod history;
mod home;
mod overview;
mod plan;
mod print_questionnaire;
mod profile;
mod question;
mod report;
mod result;
mod results;
mod settings;
mod targets;
mod whatif;

pub use check::check;
pub use explain::{method, plain, privacy, source, unreadable};
pub use find::find;
pub use history::history;
pub use home::home;
pub use overview::overview;
pub use plan::plan;
pub use print_questionnaire::print_questionnaire;
pub use profile::{policy_name, profile, size_name};
pub use question::{dimension, express, single};
pub use report::report;
pub use result::result;
pub use results::results;
pub use settings::settings;
pub use targets::targets;
pub use whatif::whatif;
