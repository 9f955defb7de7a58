//! Words of the plan's board.
//! They stand in `content/text/<locale>/words.json`.

include!(concat!(env!("OUT_DIR"), "/words_board.rs"));
