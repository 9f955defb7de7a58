//! Why the whole and each dimension are at their level: the derivations of the pages, close together.

use yew::prelude::*;

use crate::state::Workspace;
use fuxiao_core::dimension::{DimensionScore, index};
use fuxiao_core::{CriterionRef, CriterionStatus};
use fuxiao_language::{
    dimension_name, fixed, percent, words as w, words_export as t, words_pages as p, words_report as r,
    words_why as y,
};

use super::super::answers::{individuals, numbered};
use super::super::reasons;
use super::super::why::{self, Blocker, BlockerPlace, Derivation};
use super::super::widgets::level_text;
use super::super::{View, chart_figures, nothing};
use super::{aspects, facts};

/// The whole: its aspects, why it is at its level, what deserves a second look.
pub fn whole(view: View, workspace: &Workspace) -> Html {
    let hints = workspace.card.hints.iter().map(|hint| html! { <li>{ view.t(reasons::hint(*hint)) }</li> });
    html! {
        <section class="sheet__part sheet__whole" data-test="sheet-why">
            <h2>{ view.t(y::WHY_TITLE) }</h2>
            <div class="sheet__why">{ why::whole(&view.case(workspace)).map(|derivation| derived(view, workspace, derivation)).unwrap_or_default() }</div>
            <p class="muted">{ view.t(y::WHY_MEAN) }</p>
            { aspects(view, workspace) }
            if !workspace.card.hints.is_empty() {
                <div class="sheet__hints">
                    <h3>{ view.t(p::HINTS_TITLE) }</h3>
                    <ul>{ for hints }</ul>
                </div>
            }
        </section>
    }
}

/// Every dimension in model order.
pub fn dimensions(view: View, workspace: &Workspace) -> Html {
    let rows = view.state.model.dimensions.iter().zip(&workspace.card.dimensions).enumerate();
    let rows = rows.map(|(at, (dimension, score))| one(view, workspace, at, &dimension.id, score));
    html! {
        <section class="sheet__part sheet__derived">
            <h2>{ view.t(t::DERIVED) }</h2>
            <p>{ view.t(r::DERIVED_LEAD) }</p>
            <div class="sheet__findings">{ for rows }</div>
        </section>
    }
}

fn one(view: View, workspace: &Workspace, at: usize, id: &str, score: &DimensionScore) -> Html {
    let name = numbered(id, dimension_name(id, view.locale()));
    if !score.in_scope() {
        return html! {
            <div key={id.to_string()} class="sheet__finding" data-test="sheet-dimension">
                <h3>{ name }</h3>
                <p>{ view.t(p::OUT_OF_SCOPE) }</p>
            </div>
        };
    }
    let levels = view.state.model.levels;
    let index = score.score.map(|score| fixed(index(score, levels), 0)).unwrap_or_default();
    let reached = score.target_reached.map(percent).unwrap_or_default();
    html! {
        <div key={id.to_string()} class="sheet__finding" data-test="sheet-dimension">
            <h3>{ name }</h3>
            { facts(view, &[
                (p::COL_SCORE, &reasons::score(score.score, 2)),
                (p::INDEX, &index),
                (w::COL_LEVEL, &level_text(&view.narrator(), score)),
                (p::COL_TARGET, &score.target.to_string()),
                (p::COL_REACHED, &reached),
            ]) }
            <p class="sheet__limited">{ if score.limited { view.t(p::LIMITED) } else { "" } }</p>
            <div class="sheet__why">{ why::dimension(&view.case(workspace), at).map(|derivation| derived(view, workspace, derivation)).unwrap_or_default() }</div>
        </div>
    }
}

/// A derivation; what holds the level down comes with the reason for what it counts for.
fn derived(view: View, workspace: &Workspace, Derivation { score, sentences, blockers }: Derivation) -> Html {
    let Some((first, others)) = sentences.split_first() else { return nothing() };
    html! {
        <>
            <p>{ score.unwrap_or_default() }</p>
            <p>{ first }</p>
            <ul>{ for others.iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
            { holding(view, workspace, &blockers) }
        </>
    }
}

/// What holds a level down, in one line; where something lowers answers, a line for each reason with the answers that
/// it lowers, so that nothing is said six times.
fn holding(view: View, workspace: &Workspace, blockers: &[Blocker]) -> Html {
    let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
    for Blocker { text, place } in blockers {
        let reason = match place {
            BlockerPlace::Question(at) => reason(view, workspace, *at),
            BlockerPlace::Dimension(_) | BlockerPlace::Figure(_) => String::new(),
        };
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, names)) => names.push(text.clone()),
            None => reasons.push((reason, vec![text.clone()])),
        }
    }
    let line = |(reason, names): (String, Vec<String>)| {
        let names = view.locale().list(&names);
        if reason.is_empty() { names } else { view.locale().colon(&names, &reason) }
    };
    let mut lines: Vec<String> = reasons.into_iter().map(line).collect();
    let title = view.t(y::WHY_HOLDING).to_string();
    match lines.len() {
        0 => html! { <p class="sheet__none"></p> },
        1 => {
            lines.insert(0, title);
            html! { <p>{ chart_figures::paragraph(view, &lines) }</p> }
        }
        _ => html! {
            <div>
                <p>{ title }</p>
                <ul>{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            </div>
        },
    }
}

/// Why an answer counts for what it counts; empty where it counts as it was given.
fn reason(view: View, workspace: &Workspace, at: CriterionRef) -> String {
    let capped = workspace
        .card
        .status(at)
        .and_then(CriterionStatus::rating)
        .is_some_and(|rating| rating.cap.is_some());
    match capped {
        true => reasons::cap(&view.case(workspace), at),
        false => individuals(&view.case(workspace), at).unwrap_or_default().to_string(),
    }
}
