//! Words of snapshots and the baseline.
//! They stand in `content/text/<locale>/words.json`.

include!(concat!(env!("OUT_DIR"), "/words_history.rs"));
