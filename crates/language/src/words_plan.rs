//! Words of recommendations and plan.
//! They stand in `content/text/<locale>/words.json`.

include!(concat!(env!("OUT_DIR"), "/words_plan.rs"));
