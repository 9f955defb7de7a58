//! From the state of the app to what a narrator needs: model, texts, language, and the open assessment.

use fuxiao_narrative::why::{Blocker, BlockerPlace};
use fuxiao_narrative::{Case, Narrator};

use crate::state::{AppState, Page, Workspace};

use super::View;

/// Who tells, in the language in use.
pub fn narrator(state: &AppState) -> Narrator<'_> {
    Narrator { model: &state.model, catalog: state.catalog() }
}

/// An assessment, told in the language in use.
pub fn case<'a>(state: &'a AppState, workspace: &'a Workspace) -> Case<'a> {
    Case {
        narrator: narrator(state),
        assessment: &workspace.assessment,
        document: &workspace.document,
        card: &workspace.card,
        today: &state.today,
    }
}

impl<'a> View<'a> {
    /// Who tells, in the language in use.
    pub fn narrator(self) -> Narrator<'a> {
        narrator(self.state)
    }

    /// An assessment, told in the language in use.
    pub fn case(self, workspace: &'a Workspace) -> Case<'a> {
        case(self.state, workspace)
    }

    /// The address of the place where something that holds a level down can be looked into.
    pub fn blocker_href(self, workspace: &Workspace, blocker: &Blocker) -> String {
        let model = &self.state.model;
        match blocker.place {
            BlockerPlace::Dimension(at) => {
                let id = model.dimensions.get(at).map(|dimension| dimension.id.clone());
                self.inside(workspace, Page::Result(id.unwrap_or_default()))
            }
            BlockerPlace::Question(at) | BlockerPlace::Figure(at) => {
                match (model.dimensions.get(at.dimension), model.criterion(at)) {
                    (Some(dimension), Some(criterion)) => {
                        self.answering(workspace, &dimension.id, &criterion.id)
                    }
                    _ => self.inside(workspace, Page::Results),
                }
            }
        }
    }
}
