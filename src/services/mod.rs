//! What goes on beside the pages. Between the session and the browser; pages ask by actions and know nothing of it.

pub mod chunk;
mod storage;
pub mod summary;

/// The name of the database, and of the channel to other tabs.
pub const NAME: &str = "fuxiao";
