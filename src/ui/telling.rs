//! From the state of the app to what a narrator needs: model, texts, language, and the assessment in hand.

use fuxiao_narrative::why::{Holder, Place as Told};
use fuxiao_narrative::{Case, Narrator};

use crate::i18n::{CommonText, DimensionText, Locale};
use crate::state::{AppState, Open, Place, Texts};

use super::View;

impl fuxiao_narrative::Texts for Texts {
    fn common(&self, locale: Locale) -> Option<&CommonText> {
        Texts::common(self, locale)
    }

    fn dimension(&self, locale: Locale, id: &str) -> Option<&DimensionText> {
        Texts::dimension(self, locale, id)
    }
}

/// Who tells, in the language in use.
pub fn narrator(state: &AppState) -> Narrator<'_> {
    Narrator { model: &state.model, texts: &state.texts, locale: state.locale() }
}

/// An assessment, told in the language in use.
pub fn case<'a>(state: &'a AppState, open: &'a Open) -> Case<'a> {
    Case {
        narrator: narrator(state),
        assessment: &open.assessment,
        document: &open.document,
        card: &open.card,
        today: &state.today,
    }
}

impl<'a> View<'a> {
    /// Who tells, in the language in use.
    pub fn narrator(self) -> Narrator<'a> {
        narrator(self.state)
    }

    /// An assessment, told in the language in use.
    pub fn case(self, open: &'a Open) -> Case<'a> {
        case(self.state, open)
    }

    /// The address of the place where something that holds a level down can be looked into.
    pub fn holder(self, open: &Open, holder: &Holder) -> String {
        let model = &self.state.model;
        match holder.place {
            Told::Dimension(at) => {
                let id = model.dimensions.get(at).map(|dimension| dimension.id.clone());
                self.inside(open, Place::Result(id.unwrap_or_default()))
            }
            Told::Question(at) | Told::Figure(at) => {
                match (model.dimensions.get(at.dimension), model.criterion(at)) {
                    (Some(dimension), Some(criterion)) => self.answering(open, &dimension.id, &criterion.id),
                    _ => self.inside(open, Place::Results),
                }
            }
        }
    }
}
