//! A made-up firm to look at before answering anything. Its document holds ids only; its name is a word
//! of the interface.

use crate::domain::{Assessment, Model};
use crate::storage::{read_assessment, sample_text};

/// Its permanent id.
pub use crate::storage::SAMPLE_ID as ID;

/// The sample firm's assessment; `None` only where the file shipped with the app cannot be read, which a
/// test rules out.
pub fn assessment(model: &Model) -> Option<Assessment> {
    read_assessment(sample_text(), model).ok().map(|stored| stored.assessment)
}
