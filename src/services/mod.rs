//! What goes on beside the pages. Between the session and the browser; pages ask by actions and know nothing of it.

pub mod chunk;
mod storage;
mod summary;
