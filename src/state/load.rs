//! How far the fetching of a part of the program has come. Knows no part and no address.

/// A part of the program that is fetched by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LoadState {
    /// Nobody asked for it yet, or it is to be asked for again.
    #[default]
    NotAsked,
    /// It is on its way.
    Loading,
    /// It is here, and stays.
    Here,
    /// It did not arrive; another try may help.
    Failed,
    /// A new release has taken its place: only loading the page anew helps.
    Gone,
}

impl LoadState {
    /// What becomes of this when there is news. What is here stays; what did not arrive matters only where it is
    /// `needed`, and is else asked for again when it is.
    pub fn after(self, news: Self, needed: bool) -> Self {
        match news {
            _ if self == Self::Here => self,
            Self::Failed | Self::Gone if !needed => Self::NotAsked,
            news => news,
        }
    }

    /// What becomes of this at another place.
    pub fn elsewhere(self) -> Self {
        match self {
            Self::Failed | Self::Gone => Self::NotAsked,
            state => state,
        }
    }
}
