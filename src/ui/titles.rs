//! Titles of pages, for the window and for headings.

use crate::state::{AppState, Page, Route, Workspace};
use fuxiao_language::{
    dimension_name, words, words_answering, words_history, words_pages, words_plan, words_report,
    words_targets, words_whatif,
};

use super::answers::numbered;

/// The title of the page in the language in use.
pub fn title(state: &AppState) -> String {
    let (locale, catalog) = (state.locale(), state.catalog());
    let product = words::PRODUCT.get(catalog);
    if !state.texts.worded(&state.route, locale) {
        return product.to_string();
    }
    let here = match &state.route {
        Route::Home => return format!("{product} · {}", words::TAGLINE.get(catalog)),
        Route::Source => words::SOURCE.get(catalog).to_string(),
        Route::Method => words::METHOD.get(catalog).to_string(),
        Route::Privacy => words::PRIVACY.get(catalog).to_string(),
        Route::Settings => words::SETTINGS.get(catalog).to_string(),
        Route::Nowhere => words::NOWHERE.get(catalog).to_string(),
        Route::Assessment(_, page) => match page {
            Page::Overview => words::OVERVIEW.get(catalog).to_string(),
            Page::Profile => words::PROFILE.get(catalog).to_string(),
            Page::Dimension(id, _) => dimension_name(id, locale).to_string(),
            Page::Question(id) => {
                let dimension = state.model.dimension_of(id).map_or("", |d| dimension_name(&d.id, locale));
                numbered(id, dimension)
            }
            Page::Check(_) => words_answering::CHECK.get(catalog).to_string(),
            Page::Find => words_answering::FIND.get(catalog).to_string(),
            Page::PrintQuestionnaire(_) => words_answering::PAPER.get(catalog).to_string(),
            Page::Express => words::EXPRESS.get(catalog).to_string(),
            Page::Results => words_pages::RESULTS_TITLE.get(catalog).to_string(),
            Page::Result(id) => format!("{} · {}", dimension_name(id, locale), words::RESULTS.get(catalog)),
            Page::Plan => words_plan::PLAN_TITLE.get(catalog).to_string(),
            Page::Targets => words_targets::TITLE.get(catalog).to_string(),
            Page::WhatIf => words_whatif::TITLE.get(catalog).to_string(),
            Page::History => words_history::TITLE.get(catalog).to_string(),
            Page::Report => words_report::TITLE.get(catalog).to_string(),
        },
    };
    let name = state.workspace.as_ref().filter(|_| state.route.assessment().is_some());
    match name.map(|workspace| assessment_name(state, workspace)) {
        Some(name) => format!("{here} · {name} – {product}"),
        None => format!("{here} – {product}"),
    }
}

/// What an assessment is called in the language in use.
pub fn assessment_name(state: &AppState, workspace: &Workspace) -> String {
    fuxiao_narrative::names::assessment_name(&super::narrator::case(state, workspace))
}
