//! Words of the frame, the start page and the questionnaire, which the program carries.
//! They stand in `content/text/<locale>/frame.json`.

include!(concat!(env!("OUT_DIR"), "/words.rs"));
