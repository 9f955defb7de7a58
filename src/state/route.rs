//! Places of the app and their addresses in the URL hash.

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Start.
    Home,
    /// Inside an assessment.
    Assessment(String, Place),
    /// The source article and where it went.
    Source,
    /// The rules.
    Method,
    /// What is stored.
    Privacy,
    /// Language and look.
    Settings,
    /// An address that leads nowhere.
    Nowhere,
}

/// A place inside an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// All dimensions with their status.
    Overview,
    /// The firm.
    Profile,
    /// The questions of a dimension, by its id, and the one to begin with.
    Dimension(String, Option<String>),
    /// One question filling the screen, by its id.
    Question(String),
    /// The key questions only, for a first meeting.
    Express,
    /// Everything that was said, of all dimensions or of one, by its id.
    Check(Option<String>),
    /// All questions, to search and to filter.
    Find,
    /// The questionnaire on paper.
    Paper(Paper),
    /// Where we stand.
    Results,
    /// Where we stand in one dimension, by its id.
    Result(String),
    /// What to do.
    Plan,
    /// Where to go: target levels.
    Targets,
    /// What if some levels were others.
    WhatIf,
    /// Earlier states, and the one to compare with.
    History,
    /// What is put in front of the owner, and all that can be taken away.
    Report,
}

/// What is put on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// With the answers, or blank.
    pub filled: bool,
    /// One dimension, by its id, or all.
    pub dimension: Option<String>,
}

impl Route {
    /// The place at a hash.
    ///
    /// ```
    /// use fuxiao::state::{Place, Route};
    /// assert_eq!(Route::parse("#/"), Route::Home);
    /// let place = Route::Assessment("x".into(), Place::Dimension("D1".into(), None));
    /// assert_eq!(Route::parse("#/a/x/d/D1"), place);
    /// assert_eq!(place.hash(), "#/a/x/d/D1");
    /// assert_eq!(Route::parse("#/nonsense"), Route::Nowhere);
    /// ```
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        let inside = |id: &str, place| Self::Assessment(id.to_string(), place);
        match parts.as_slice() {
            [""] => Self::Home,
            ["source"] => Self::Source,
            ["method"] => Self::Method,
            ["privacy"] => Self::Privacy,
            ["settings"] => Self::Settings,
            ["a", id] => inside(id, Place::Overview),
            ["a", id, "profile"] => inside(id, Place::Profile),
            ["a", id, "d", dimension] => inside(id, Place::Dimension(dimension.to_string(), None)),
            ["a", id, "d", dimension, criterion] => {
                inside(id, Place::Dimension(dimension.to_string(), Some(criterion.to_string())))
            }
            ["a", id, "q", criterion] => inside(id, Place::Question(criterion.to_string())),
            ["a", id, "express"] => inside(id, Place::Express),
            ["a", id, "check"] => inside(id, Place::Check(None)),
            ["a", id, "check", dimension] => inside(id, Place::Check(Some(dimension.to_string()))),
            ["a", id, "find"] => inside(id, Place::Find),
            ["a", id, "paper", form @ ("blank" | "filled"), dimension @ ..] if dimension.len() < 2 => {
                let dimension = dimension.first().map(|dimension| dimension.to_string());
                inside(id, Place::Paper(Paper { filled: *form == "filled", dimension }))
            }
            ["a", id, "results"] => inside(id, Place::Results),
            ["a", id, "results", dimension] => inside(id, Place::Result(dimension.to_string())),
            ["a", id, "plan"] => inside(id, Place::Plan),
            ["a", id, "targets"] => inside(id, Place::Targets),
            ["a", id, "whatif"] => inside(id, Place::WhatIf),
            ["a", id, "history"] => inside(id, Place::History),
            ["a", id, "report"] => inside(id, Place::Report),
            _ => Self::Nowhere,
        }
    }

    /// The hash of the place.
    pub fn hash(&self) -> String {
        match self {
            Self::Home | Self::Nowhere => "#/".to_string(),
            Self::Source => "#/source".to_string(),
            Self::Method => "#/method".to_string(),
            Self::Privacy => "#/privacy".to_string(),
            Self::Settings => "#/settings".to_string(),
            Self::Assessment(id, place) => match place {
                Place::Overview => format!("#/a/{id}"),
                Place::Profile => format!("#/a/{id}/profile"),
                Place::Dimension(dimension, None) => format!("#/a/{id}/d/{dimension}"),
                Place::Dimension(dimension, Some(criterion)) => format!("#/a/{id}/d/{dimension}/{criterion}"),
                Place::Question(criterion) => format!("#/a/{id}/q/{criterion}"),
                Place::Express => format!("#/a/{id}/express"),
                Place::Check(None) => format!("#/a/{id}/check"),
                Place::Check(Some(dimension)) => format!("#/a/{id}/check/{dimension}"),
                Place::Find => format!("#/a/{id}/find"),
                Place::Paper(Paper { filled, dimension }) => {
                    let form = if *filled { "filled" } else { "blank" };
                    let dimension = dimension.as_ref().map(|id| format!("/{id}")).unwrap_or_default();
                    format!("#/a/{id}/paper/{form}{dimension}")
                }
                Place::Results => format!("#/a/{id}/results"),
                Place::Result(dimension) => format!("#/a/{id}/results/{dimension}"),
                Place::Plan => format!("#/a/{id}/plan"),
                Place::Targets => format!("#/a/{id}/targets"),
                Place::WhatIf => format!("#/a/{id}/whatif"),
                Place::History => format!("#/a/{id}/history"),
                Place::Report => format!("#/a/{id}/report"),
            },
        }
    }

    /// Whether the place is among the pages that are fetched by themselves: all but the start page
    /// with what it leads to at once, and the questions.
    pub fn needs_pages(&self) -> bool {
        match self {
            Self::Home | Self::Nowhere | Self::Privacy | Self::Settings => false,
            Self::Source | Self::Method => true,
            Self::Assessment(_, place) => {
                !matches!(place, Place::Dimension(..) | Place::Question(_) | Place::Express)
            }
        }
    }

    /// The id of the assessment that the place is in.
    pub fn assessment(&self) -> Option<&str> {
        match self {
            Self::Assessment(id, _) => Some(id),
            _ => None,
        }
    }
}
