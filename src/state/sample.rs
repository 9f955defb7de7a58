//! A made-up firm to look at before answering anything. Its document holds ids only; its name is a word
//! of the interface.

use fuxiao_core::{Assessment, Model};
use fuxiao_format::{read_assessment, sample_text};

/// Its permanent id.
pub use fuxiao_format::SAMPLE_ID as ID;

/// The sample firm's assessment; `None` only where the file shipped with the app cannot be read, which a
/// test rules out.
pub fn assessment(model: &Model) -> Option<Assessment> {
    read_assessment(sample_text(), model).ok().map(|stored| stored.assessment)
}
