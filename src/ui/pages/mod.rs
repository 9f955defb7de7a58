//! The pages, one file each; a page is a function from what the app knows to markup.

mod explain;
mod home;
mod overview;
mod plan;
mod profile;
mod question;
mod result;
mod results;
mod settings;

pub use explain::{method, plain, privacy, source, unreadable};
pub use home::home;
pub use overview::overview;
pub use plan::plan;
pub use profile::profile;
pub use question::{dimension, express};
pub use result::result;
pub use results::results;
pub use settings::settings;
