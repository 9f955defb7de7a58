//! Where we stand in one dimension, down to the answer behind every level.

use yew::prelude::*;

use crate::platform::field;
use crate::state::{Edit, Page, Workspace};
use fuxiao_core::dimension::{DimensionScore, index};
use fuxiao_core::roadmap::Goal;
use fuxiao_core::{CriterionRef, CriterionStatus, Dimension};
use fuxiao_language::{
    dimension_name, fixed, level_of, words as w, words_pages as p, words_targets, words_whatif,
    words_why as y,
};

use super::super::reasons;
use super::super::widgets::{button_link, cell, choice, level_text, link, table};
use super::super::{View, nothing, roadmap, why};

/// The result of a dimension.
pub fn result(view: View, workspace: &Workspace, id: &str) -> Html {
    let found = view.state.model.find_dimension(id);
    let Some(((at, dimension), score)) =
        found.and_then(|found| Some((found, workspace.card.dimensions.get(found.0)?)))
    else {
        return super::plain(view, w::NOWHERE, w::NOWHERE_BODY, nothing());
    };
    let text = view.state.texts.dimension(view.locale(), id);
    let head = [
        view.t(p::COL_CRITERION),
        view.t(p::COL_DECLARED),
        view.t(p::COL_EFFECTIVE),
        view.t(p::COL_WHY),
        view.t(y::COL_ADDS),
    ];
    let rows = (0..dimension.criteria.len())
        .map(|c| row(view, workspace, dimension, CriterionRef { dimension: at, criterion: c }));
    let questions = Page::Dimension(id.to_string(), None);
    html! {
        <div class="result">
            <h1 tabindex="-1">{ dimension_name(id, view.locale()) }</h1>
            <p class="lens">{ text.map(|text| text.lens.clone()).unwrap_or_default() }</p>
            { for sentences(view, dimension, score).into_iter().map(|sentence| html! { <p>{ sentence }</p> }) }
            { table(dimension_name(id, view.locale()), &head, rows.collect()) }
            { why::show(view, workspace, why::dimension(&view.case(workspace), at)) }
            { roadmap::roadmap(view, workspace, score.level, |level| Goal::Dimension(at, level)) }
            { target(view, dimension, score, workspace) }
            <p class="button-row">
                { button_link(&view.inside(workspace, questions), view.t(p::CHANGE_ANSWERS), true) }
                { link(&view.inside(workspace, Page::Targets), view.t(words_targets::TO_TARGETS)) }
                { link(&view.inside(workspace, Page::WhatIf), view.t(words_whatif::LINK)) }
                { link(&view.inside(workspace, Page::Results), view.t(p::BACK_RESULTS)) }
            </p>
        </div>
    }
}

fn sentences(view: View, dimension: &Dimension, score: &DimensionScore) -> Vec<String> {
    if !score.in_scope() {
        return vec![view.t(p::OUT_OF_SCOPE).to_string()];
    }
    let mut found = Vec::new();
    let target = score.target.to_string();
    found.push(
        view.f(p::DETAIL_LEVEL, &[("level", &level_text(&view.narrator(), score)), ("target", &target)]),
    );
    if let Some(mean) = score.score {
        let index = fixed(index(mean, view.state.model.levels), 0);
        found.push(view.f(p::DETAIL_SCORE, &[("score", &fixed(mean, 1)), ("index", &index)]));
    }
    if let (false, Some(low), Some(high)) = (score.complete(), score.level_low, score.level_high) {
        found.push(view.f(p::LEVEL_RANGE, &[("low", &low.to_string()), ("high", &high.to_string())]));
    }
    if score.limited {
        found.push(view.t(p::LIMITED).to_string());
    }
    let weakest = score.weakest.iter().filter_map(|c| dimension.criteria.get(*c));
    let names: Vec<String> = weakest.map(|c| view.criterion_name(&dimension.id, &c.id)).collect();
    if !names.is_empty() && names.len() < dimension.criteria.len() {
        found.push(view.f(p::DETAIL_WEAKEST, &[("names", &view.locale().list(&names))]));
    }
    found.push(view.t(p::DETAIL_RULE).to_string());
    found
}

fn row(view: View, workspace: &Workspace, dimension: &Dimension, at: CriterionRef) -> Vec<Html> {
    let id = view.state.model.criterion(at).map(|criterion| criterion.id.clone()).unwrap_or_default();
    let to = view.inside(workspace, Page::Dimension(dimension.id.clone(), Some(id.clone())));
    let name = view.criterion_name(&dimension.id, &id);
    let (declared, effective) = match workspace.card.status(at) {
        Some(CriterionStatus::Answered(rating)) => {
            (level_of(Some(rating.declared)), level_of(Some(rating.effective)))
        }
        Some(CriterionStatus::NotApplicable) => (view.t(w::NOT_APPLICABLE).to_string(), level_of(None)),
        _ => (view.t(p::OPEN).to_string(), level_of(None)),
    };
    vec![
        html! { <a href={to}>{ name }</a> },
        cell(declared),
        cell(effective),
        cell(reasons::cap(&view.case(workspace), at)),
        cell(why::adds(&view.case(workspace), at)),
    ]
}

fn target(view: View, dimension: &Dimension, score: &DimensionScore, workspace: &Workspace) -> Html {
    let levels = view.state.model.levels;
    let own = workspace.assessment.targets.contains_key(&dimension.id);
    let standard = view.f(p::TARGET_DEFAULT, &[("level", &dimension.target.to_string())]);
    let mut options = vec![(String::new(), standard, !own)];
    options.extend((1..=levels).map(|level| {
        let name = view.f(w::LEVEL_N, &[("level", &level.to_string())]);
        (level.to_string(), name, own && level == score.target)
    }));
    let id = dimension.id.clone();
    let onchange =
        view.edit(move |event: Event| Some(Edit::Target(id.clone(), field::text(&event).parse().ok())));
    choice("target", view.t(p::TARGET_LABEL), &options, onchange)
}
