//! Words of derivations of scores, and of the worked examples.
//! They stand in `content/text/<locale>/words.json`.

include!(concat!(env!("OUT_DIR"), "/words_explain.rs"));
