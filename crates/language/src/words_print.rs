//! Words of the questionnaire on paper.
//! They stand in `content/text/<locale>/words.json`.

include!(concat!(env!("OUT_DIR"), "/words_print.rs"));
