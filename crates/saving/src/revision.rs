//! Which state of a document a store holds, and whether another state may take its place.
//!
//! Pure: knows no store, no clock and nothing of what a document says.

/// Highest count of changes: beyond it JSON numbers no longer tell neighbours apart (2^53 − 1).
const HIGHEST: u64 = 9_007_199_254_740_991;

/// A state of a document. Two states are the same when both parts are: a count alone cannot tell whose change it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Revision {
    /// How many changes led to it.
    pub number: u64,
    /// Who made the last one: a token of the open page, empty for documents from before there were tokens.
    pub writer: String,
}

impl Revision {
    /// A state by its count and its writer.
    pub fn new(number: u64, writer: impl Into<String>) -> Self {
        Self { number, writer: writer.into() }
    }
}

/// The count after one more change. Starts again at 1 where counting on would lose precision: the writer still tells
/// the states apart, and the store then writes the document whole.
pub fn next_number(number: u64) -> u64 {
    if number < HIGHEST { number + 1 } else { 1 }
}

/// What a store says of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Head {
    /// It holds this state.
    At(Revision),
    /// It was deleted; deleting wins over any later save.
    Deleted,
}

/// What to do with a state that somebody wants to store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The store has it already: an attempt whose answer was lost had succeeded.
    Same,
    /// It follows from what the store holds, or the store holds nothing.
    Write,
    /// The store holds something that it does not follow from.
    Conflict,
    /// The document was deleted.
    Deleted,
}

/// Decides whether `mine`, which was made from `base`, may take the place of what is stored.
///
/// ```
/// use fuxiao_saving::revision::{Decision, Head, Revision, decide};
/// let (one, two) = (Revision::new(1, "a"), Revision::new(2, "a"));
/// assert_eq!(decide(Some(&Head::At(one.clone())), &two, Some(&one)), Decision::Write);
/// assert_eq!(decide(Some(&Head::At(Revision::new(2, "b"))), &two, Some(&one)), Decision::Conflict);
/// ```
pub fn decide(stored: Option<&Head>, mine: &Revision, base: Option<&Revision>) -> Decision {
    match stored {
        // An emptied store takes everything: what was deleted on purpose leaves a mark.
        None => Decision::Write,
        Some(Head::Deleted) => Decision::Deleted,
        Some(Head::At(stored)) if stored == mine => Decision::Same,
        Some(Head::At(stored)) if Some(stored) == base => Decision::Write,
        Some(Head::At(_)) => Decision::Conflict,
    }
}
