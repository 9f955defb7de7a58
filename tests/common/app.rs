//! The app as tests see it: at a place, with an open assessment, with all texts of one language.

use std::rc::Rc;

use fuxiao::state::{Action, AppState, Route, Settings};
use fuxiao::ui::{PagesChunk, View, page};
use fuxiao_core::Assessment;
use fuxiao_language::Locale;
use serde_json::Value;
use yew::prelude::*;

use super::{own_model, text};

/// What an action makes of a state.
pub fn reduce(state: AppState, action: Action) -> AppState {
    Rc::unwrap_or_clone(yew::Reducible::reduce(Rc::new(state), action))
}

/// The app at a place with an assessment and its document.
pub fn app(route: Route, locale: Locale, assessment: Assessment, document: Value) -> AppState {
    let model = own_model();
    let settings = Settings { locale, ..Settings::default() };
    let mut state = AppState::new(model.clone(), settings, route, 1024);
    let mut ids = vec!["common".to_string()];
    ids.extend(model.dimensions.iter().map(|d| d.id.clone()));
    for id in ids {
        let file = text(&format!("content/text/{}/{id}.json", locale.tag()));
        state = reduce(state, Action::TextLoaded(locale, id, Ok(file)));
    }
    reduce(state, Action::Opened(Box::new(assessment), document))
}

#[derive(Clone, PartialEq, Properties)]
struct ShotProps {
    state: Rc<AppState>,
}

#[component]
fn SnapshotSummary(props: &ShotProps) -> Html {
    let send = Callback::noop();
    page(View { state: &props.state, send: &send }, Some(PagesChunk::carried()))
}

/// The whole page for a state, as markup.
pub async fn html(state: AppState) -> String {
    let shot = yew::LocalServerRenderer::<SnapshotSummary>::with_props(ShotProps { state: Rc::new(state) });
    shot.hydratable(false).render().await
}
