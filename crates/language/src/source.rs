//! The article that the questionnaire comes from: who wrote it, where it stands, its twenty sections.
//! The words stand in `content/text/<locale>/words.json`.

include!(concat!(env!("OUT_DIR"), "/source.rs"));

/// Address of the article.
pub const ADDRESS: &str = "https://www.jiaxicaiwu.com/xinwen/416942.html";

/// Names of the sections, from 1.
pub const SECTIONS: [crate::Text; 20] = [
    SECTION_01, SECTION_02, SECTION_03, SECTION_04, SECTION_05, SECTION_06, SECTION_07, SECTION_08,
    SECTION_09, SECTION_10, SECTION_11, SECTION_12, SECTION_13, SECTION_14, SECTION_15, SECTION_16,
    SECTION_17, SECTION_18, SECTION_19, SECTION_20,
];
