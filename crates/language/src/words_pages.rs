//! Words of results, profile, settings and the pages that explain.
//! They stand in `content/text/<locale>/words.json`.

include!(concat!(env!("OUT_DIR"), "/words_pages.rs"));
