//! Words of the files that can be taken away.
//! They stand in `content/text/<locale>/words.json`.

include!(concat!(env!("OUT_DIR"), "/words_export.rs"));
