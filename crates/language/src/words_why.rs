//! Words of derivations, paths and weights.
//! They stand in `content/text/<locale>/words.json`.

include!(concat!(env!("OUT_DIR"), "/words_why.rs"));
