//! Words of answering: one by one, by keys, with proof and figures, undone and printed.
//! They stand in `content/text/<locale>/words.json`.

include!(concat!(env!("OUT_DIR"), "/words_answering.rs"));
