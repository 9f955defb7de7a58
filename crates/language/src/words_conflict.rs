//! Words for an assessment that went two ways.
//! They stand in `content/text/<locale>/words.json`.

include!(concat!(env!("OUT_DIR"), "/words_conflict.rs"));
