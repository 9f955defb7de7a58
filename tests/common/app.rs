//! The app as tests see it: at a place, with an open assessment, with all texts of one language.

use std::rc::Rc;

use fuxiao::state::{Action, AppState, Page, PrintOptions, Route, Settings, sample};
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
    let ids = own_model().dimensions.into_iter().map(|d| d.id).chain(["common".to_string()]);
    let texts = ids.map(|id| {
        let file = text(&format!("content/text/{}/{id}.json", locale.tag()));
        (id, file)
    });
    told(route, locale, texts.collect(), assessment, document)
}

/// The same with texts from elsewhere, by their ids.
pub fn told(
    route: Route,
    locale: Locale,
    texts: Vec<(String, String)>,
    assessment: Assessment,
    document: Value,
) -> AppState {
    let settings = Settings { locale, ..Settings::default() };
    let mut state = AppState::new(own_model(), settings, route, 1024);
    for (id, text) in texts {
        state = reduce(state, Action::TextLoaded(locale, id, Ok(text)));
    }
    reduce(state, Action::Opened(Box::new(assessment), document))
}

/// Every page that can be looked at, those of an assessment in the sample firm.
pub fn places() -> Vec<Route> {
    let inside = |place| Route::Assessment(sample::ID.to_string(), place);
    vec![
        Route::Home,
        Route::Source,
        Route::Method,
        Route::Privacy,
        Route::Settings,
        Route::Nowhere,
        inside(Page::Overview),
        inside(Page::Profile),
        inside(Page::Dimension("D1".into(), None)),
        inside(Page::Dimension("D7".into(), None)),
        inside(Page::Question("D1.1".into())),
        inside(Page::Express),
        inside(Page::Check(None)),
        inside(Page::Check(Some("D7".into()))),
        inside(Page::Find),
        inside(Page::PrintQuestionnaire(PrintOptions { filled: false, dimension: Some("D1".into()) })),
        inside(Page::PrintQuestionnaire(PrintOptions { filled: true, dimension: None })),
        inside(Page::Results),
        inside(Page::Result("D7".into())),
        inside(Page::Plan),
        inside(Page::Targets),
        inside(Page::WhatIf),
        inside(Page::History),
        inside(Page::Report),
    ]
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

/// Hours of some efforts, worked out from the published classes by hand.
pub fn hours(locale: Locale, efforts: &[u8]) -> String {
    const UP_TO: [u32; 6] = [0, 4, 16, 60, 200, 0];
    let low: u32 = efforts.iter().map(|effort| UP_TO[usize::from(*effort) - 1]).sum();
    let high: u32 = efforts.iter().map(|effort| UP_TO[usize::from(*effort)]).sum();
    let zh = locale == Locale::Zh;
    match (efforts.contains(&5), low) {
        (true, low) if zh => format!("{low}小时以上"),
        (true, low) => format!("more than {low} hours"),
        (false, 0) if zh => format!("{high}小时以内"),
        (false, 0) => format!("up to {high} hours"),
        (false, low) if zh => format!("{low}–{high}小时"),
        (false, low) => format!("{low}–{high} hours"),
    }
}
