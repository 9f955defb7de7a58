//! Pages of the app and their addresses in the URL hash. Ids stand there percent-encoded.

use fuxiao_core::ident::{decoded, encoded};

/// An address of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Start.
    Home,
    /// Inside an assessment.
    Assessment(String, Page),
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

/// A page of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
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
    PrintQuestionnaire(PrintOptions),
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
    /// What is put in front of the owner, and all that can be exported.
    Report,
}

/// What is put on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrintOptions {
    /// With the answers, or blank.
    pub filled: bool,
    /// One dimension, by its id, or all.
    pub dimension: Option<String>,
}

impl Route {
    /// The route at a hash.
    ///
    /// ```
    /// use fuxiao::state::{Page, Route};
    /// assert_eq!(Route::parse("#/"), Route::Home);
    /// let page = Route::Assessment("x".into(), Page::Dimension("D1".into(), None));
    /// assert_eq!(Route::parse("#/a/x/d/D1"), page);
    /// assert_eq!(page.hash(), "#/a/x/d/D1");
    /// assert_eq!(Route::parse("#/nonsense"), Route::Nowhere);
    /// ```
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let Some(parts) = path.split('/').map(decoded).collect::<Option<Vec<String>>>() else {
            return Self::Nowhere;
        };
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let inside = |id: &str, page| Self::Assessment(id.to_string(), page);
        match parts.as_slice() {
            [""] => Self::Home,
            ["source"] => Self::Source,
            ["method"] => Self::Method,
            ["privacy"] => Self::Privacy,
            ["settings"] => Self::Settings,
            ["a", id] => inside(id, Page::Overview),
            ["a", id, "profile"] => inside(id, Page::Profile),
            ["a", id, "d", dimension] => inside(id, Page::Dimension(dimension.to_string(), None)),
            ["a", id, "d", dimension, criterion] => {
                inside(id, Page::Dimension(dimension.to_string(), Some(criterion.to_string())))
            }
            ["a", id, "q", criterion] => inside(id, Page::Question(criterion.to_string())),
            ["a", id, "express"] => inside(id, Page::Express),
            ["a", id, "check"] => inside(id, Page::Check(None)),
            ["a", id, "check", dimension] => inside(id, Page::Check(Some(dimension.to_string()))),
            ["a", id, "find"] => inside(id, Page::Find),
            ["a", id, "paper", form @ ("blank" | "filled"), dimension @ ..] if dimension.len() < 2 => {
                let dimension = dimension.first().map(|dimension| dimension.to_string());
                inside(id, Page::PrintQuestionnaire(PrintOptions { filled: *form == "filled", dimension }))
            }
            ["a", id, "results"] => inside(id, Page::Results),
            ["a", id, "results", dimension] => inside(id, Page::Result(dimension.to_string())),
            ["a", id, "plan"] => inside(id, Page::Plan),
            ["a", id, "targets"] => inside(id, Page::Targets),
            ["a", id, "whatif"] => inside(id, Page::WhatIf),
            ["a", id, "history"] => inside(id, Page::History),
            ["a", id, "report"] => inside(id, Page::Report),
            _ => Self::Nowhere,
        }
    }

    /// The hash of the route.
    pub fn hash(&self) -> String {
        match self {
            Self::Home | Self::Nowhere => "#/".to_string(),
            Self::Source => "#/source".to_string(),
            Self::Method => "#/method".to_string(),
            Self::Privacy => "#/privacy".to_string(),
            Self::Settings => "#/settings".to_string(),
            Self::Assessment(id, page) => format!("#/a/{}{}", encoded(id), page.part()),
        }
    }

    /// Whether it is among the pages that are fetched by themselves: all but the start page
    /// with what it leads to at once, and the questions.
    pub fn needs_pages(&self) -> bool {
        match self {
            Self::Home | Self::Nowhere | Self::Privacy | Self::Settings => false,
            Self::Source | Self::Method => true,
            Self::Assessment(_, page) => {
                !matches!(page, Page::Dimension(..) | Page::Question(_) | Page::Express)
            }
        }
    }

    /// The id of the assessment that the page belongs to.
    pub fn assessment(&self) -> Option<&str> {
        match self {
            Self::Assessment(id, _) => Some(id),
            _ => None,
        }
    }
}

impl Page {
    /// The part of the hash after the assessment.
    fn part(&self) -> String {
        match self {
            Page::Overview => String::new(),
            Page::Profile => "/profile".to_string(),
            Page::Dimension(dimension, None) => format!("/d/{}", encoded(dimension)),
            Page::Dimension(dimension, Some(criterion)) => {
                format!("/d/{}/{}", encoded(dimension), encoded(criterion))
            }
            Page::Question(criterion) => format!("/q/{}", encoded(criterion)),
            Page::Express => "/express".to_string(),
            Page::Check(None) => "/check".to_string(),
            Page::Check(Some(dimension)) => format!("/check/{}", encoded(dimension)),
            Page::Find => "/find".to_string(),
            Page::PrintQuestionnaire(PrintOptions { filled, dimension }) => {
                let form = if *filled { "filled" } else { "blank" };
                let dimension = dimension.as_ref().map(|id| format!("/{}", encoded(id))).unwrap_or_default();
                format!("/paper/{form}{dimension}")
            }
            Page::Results => "/results".to_string(),
            Page::Result(dimension) => format!("/results/{}", encoded(dimension)),
            Page::Plan => "/plan".to_string(),
            Page::Targets => "/targets".to_string(),
            Page::WhatIf => "/whatif".to_string(),
            Page::History => "/history".to_string(),
            Page::Report => "/report".to_string(),
        }
    }
}
