//! What can be wrong with a model or an assessment, and where.
//!
//! Knows no words: the sentences for people are in the crate of languages.

/// One thing that is wrong, with the place where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path from the root of the document, such as `dimensions[2].criteria[0].weight`; empty for the whole.
    pub place: String,
    /// What is wrong there.
    pub flaw: Flaw,
}

impl Problem {
    /// A problem at a place.
    pub fn new(place: impl Into<String>, flaw: Flaw) -> Self {
        Self { place: place.into(), flaw }
    }
}

/// The kinds of things that can be wrong. Closed, so that every kind has its words in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Larger than the limit for one document.
    TooLarge,
    /// Not readable as JSON text.
    NotJson,
    /// Another kind of document.
    OtherFormat,
    /// Version is not a whole number of 1 or more.
    BadVersion,
    /// Written by a newer release; it can be shown but not scored or edited.
    NewerVersion,
    /// Belongs to a model that is not loaded.
    OtherModel,
    /// A required field is absent.
    Missing,
    /// A text was expected.
    NotText,
    /// A whole number was expected.
    NotInteger,
    /// A finite number was expected.
    NotNumber,
    /// True or false was expected.
    NotBoolean,
    /// A list was expected.
    NotList,
    /// An object was expected.
    NotObject,
    /// A number outside the allowed range.
    OutOfRange,
    /// A word that is not one of the allowed ones.
    UnknownWord,
    /// Not a UUID.
    NotUuid,
    /// Not an RFC 3339 time in UTC.
    NotTime,
    /// Not an ISO 8601 calendar date.
    NotDate,
    /// Longer than allowed.
    TooLong,
    /// Holds control or direction-changing characters.
    BadCharacter,
    /// Nothing where something must stand.
    Empty,
    /// An answer is a level and not applicable at once.
    LevelAndNotApplicable,
    /// Not applicable where the model does not allow it.
    NotApplicableForbidden,
    /// Colour is not `#rrggbb`.
    NotColour,
    /// Logo is not an accepted picture.
    BadLogo,
    /// Not an id of 1 to 40 of A–Z, a–z, 0–9, - and _.
    BadId,
    /// An id used twice.
    DuplicateId,
    /// Names something that does not exist.
    UnknownReference,
    /// Level values are not 1, 2, 3 … n with n from 2 to 10.
    LevelsNotConsecutive,
    /// Steps are not one for each level from 2 to n, in order.
    StepsIncomplete,
    /// Bounds are not n − 1 numbers, strictly monotone in the better direction.
    BoundsNotMonotone,
    /// Bounds on a KPI that is not scored.
    BoundsOnUnscored,
    /// A list longer than a model may have.
    TooMany,
    /// More than two KPIs cap one criterion.
    TooManyKpis,
}
