//! Words of the check of answers and of the search among the questions.
//! They stand in `content/text/<locale>/words.json`.

include!(concat!(env!("OUT_DIR"), "/words_check.rs"));
