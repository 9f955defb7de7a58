//! The pages that are fetched by themselves: which they are, what stands in their place until they come, and what becomes
//! of news of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::app::{app, reduce};
use common::own_model;
use fuxiao::state::{Action, AppState, LoadState, Route, sample};
use fuxiao::ui::{PagesChunk, View};
use fuxiao_language::Locale;
use serde_json::Value;
use yew::Callback;

const PLACES: [&str; 18] = [
    "",
    "/profile",
    "/d/D1",
    "/d/D1/D1.2",
    "/q/D1.1",
    "/express",
    "/check",
    "/check/D7",
    "/find",
    "/paper/blank/D1",
    "/results",
    "/results/D7",
    "/plan",
    "/targets",
    "/whatif",
    "/history",
    "/report",
    "/paper/filled",
];

fn hashes() -> Vec<String> {
    let inside = PLACES.iter().map(|place| format!("#/a/{}{place}", sample::ID));
    ["#/", "#/source", "#/method", "#/privacy", "#/settings", "#/nowhere"]
        .map(str::to_string)
        .into_iter()
        .chain(inside)
        .collect()
}

fn at(hash: &str) -> AppState {
    app(Route::parse(hash), Locale::En, sample::assessment(&own_model()).unwrap(), Value::Null)
}

#[test]
fn the_table_has_a_page_for_every_place_that_needs_one_and_for_no_other() {
    let send = Callback::noop();
    for hash in hashes() {
        let state = at(&hash);
        let page = (PagesChunk::carried().page)(View { state: &state, send: &send });
        assert_eq!(page.is_some(), state.route.needs_pages(), "{hash}");
    }
}

#[test]
fn what_is_needed_first_needs_no_pages() {
    for hash in
        ["#/", "#/settings", "#/privacy", "#/a/x/d/D1", "#/a/x/d/D1/D1.1", "#/a/x/q/D1.1", "#/a/x/express"]
    {
        assert!(!Route::parse(hash).needs_pages(), "{hash}");
    }
}

#[test]
fn what_did_not_arrive_matters_only_where_it_is_needed() {
    let news = |state: AppState, news: LoadState| reduce(state, Action::Pages(news));
    for lost in [LoadState::Failed, LoadState::Gone] {
        let there = news(at("#/a/x/results"), lost);
        assert_eq!(there.pages, lost);
        // Elsewhere nobody is told, and it is asked for again when it is needed.
        let gone_on = reduce(there.clone(), Action::Navigated(Route::parse("#/a/x/d/D1")));
        assert_eq!(gone_on.pages, LoadState::NotAsked);
        assert_eq!(news(at("#/a/x/d/D1"), lost).pages, LoadState::NotAsked);
        assert_eq!(news(there, LoadState::NotAsked).pages, LoadState::NotAsked);
    }
}

#[test]
fn what_is_here_stays() {
    let here = reduce(at("#/a/x/results"), Action::Pages(LoadState::Here));
    for news in [LoadState::NotAsked, LoadState::Loading, LoadState::Failed, LoadState::Gone] {
        assert_eq!(reduce(here.clone(), Action::Pages(news)).pages, LoadState::Here);
    }
    assert_eq!(reduce(here, Action::Navigated(Route::Home)).pages, LoadState::Here);
}
