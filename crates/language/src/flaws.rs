//! What is wrong with a file, in words for people. They stand in `content/text/<locale>/words.json`.

use fuxiao_core::Flaw;

include!(concat!(env!("OUT_DIR"), "/flaws.rs"));

/// What to say of a flaw.
pub const fn flaw_text(flaw: Flaw) -> crate::Text {
    match flaw {
        Flaw::TooLarge => TOO_LARGE,
        Flaw::NotJson => NOT_JSON,
        Flaw::OtherFormat => OTHER_FORMAT,
        Flaw::BadVersion => BAD_VERSION,
        Flaw::NewerVersion => NEWER_VERSION,
        Flaw::OtherModel => OTHER_MODEL,
        Flaw::Missing => MISSING,
        Flaw::NotText => NOT_TEXT,
        Flaw::NotInteger => NOT_INTEGER,
        Flaw::NotNumber => NOT_NUMBER,
        Flaw::NotBoolean => NOT_BOOLEAN,
        Flaw::NotList => NOT_LIST,
        Flaw::NotObject => NOT_OBJECT,
        Flaw::OutOfRange => OUT_OF_RANGE,
        Flaw::UnknownWord => UNKNOWN_WORD,
        Flaw::NotUuid => NOT_UUID,
        Flaw::NotTime => NOT_TIME,
        Flaw::BadId => BAD_ID,
        Flaw::NotDate => NOT_DATE,
        Flaw::TooLong => TOO_LONG,
        Flaw::BadCharacter => BAD_CHARACTER,
        Flaw::Empty => EMPTY,
        Flaw::LevelAndNotApplicable => LEVEL_AND_NOT_APPLICABLE,
        Flaw::NotApplicableForbidden => NOT_APPLICABLE_FORBIDDEN,
        Flaw::NotColour => NOT_COLOUR,
        Flaw::BadLogo => BAD_LOGO,
        Flaw::DuplicateId => DUPLICATE_ID,
        Flaw::UnknownReference => UNKNOWN_REFERENCE,
        Flaw::LevelsNotConsecutive => LEVELS_NOT_CONSECUTIVE,
        Flaw::StepsIncomplete => STEPS_INCOMPLETE,
        Flaw::BoundsNotMonotone => BOUNDS_NOT_MONOTONE,
        Flaw::BoundsOnUnscored => BOUNDS_ON_UNSCORED,
        Flaw::TooMany => TOO_MANY,
        Flaw::TooManyKpis => TOO_MANY_KPIS,
    }
}
