//! The overall score taken apart on a page, down to the dimensions, whose pages go down to the answers. The sentences are
//! the narrative's.

use yew::prelude::*;

use crate::state::{Page, Workspace};
use fuxiao_core::ratio::Ratio;
use fuxiao_core::score_breakdown::{aspect_share, level_share, of_aspect, score_share};
use fuxiao_language::{dimension_name, fixed, words_explain as e};

pub use fuxiao_narrative::explain::{aspect, dimension, numbers, priority, whole};

use super::{View, nothing};

/// The overall score taken apart, down to the dimensions, whose pages go down to the answers.
pub fn tree(view: View, workspace: &Workspace) -> Html {
    let Some(sum) = whole(&view.case(workspace)) else { return nothing() };
    let model = &view.state.model;
    let of_score =
        |share: Option<Ratio>| share_of(share, |share| view.f(e::SHARE_SCORE, &[("share", &share)]));
    let part = |at: usize| {
        let id = &model.aspects.get(at)?.id;
        let score = workspace.card.aspects.get(at)?.score?;
        let name = view.aspect_name(id);
        let members = of_aspect(model, &workspace.card, at);
        let share = of_score(aspect_share(model, &workspace.card, at));
        Some(html! {
            <details key={id.clone()} class="score-tree__one">
                <summary>{ named(view, &name, score) }{ " " }<span class="muted">{ share }</span></summary>
                <p>{ aspect(&view.case(workspace), at).unwrap_or_default() }</p>
                <ul>{ for members.iter().filter_map(|one| member(view, workspace, one.at)) }</ul>
            </details>
        })
    };
    html! {
        <section class="score-tree" data-test="score-tree">
            <h2>{ view.t(e::SCORE_TITLE) }</h2>
            <p>{ view.t(e::SCORE_LEAD) }</p>
            <p>{ sum }</p>
            <p>{ view.t(e::ASPECTS_LEAD) }</p>
            { for (0..model.aspects.len()).filter_map(part) }
            <p class="muted">{ view.t(e::ROUNDED) }</p>
            <details>
                <summary>{ view.t(e::NUMBERS_TITLE) }</summary>
                { for numbers(&view.case(workspace)).into_iter().map(|sentence| html! { <p>{ sentence }</p> }) }
            </details>
        </section>
    }
}

fn named(view: View, name: &str, score: f64) -> String {
    view.f(e::PART, &[("name", name), ("score", &fixed(score, 2))])
}

/// A share in percent with one decimal, in words.
fn share_of(share: Option<Ratio>, say: impl Fn(String) -> String) -> String {
    share.map(|share| say(format!("{}%", fixed(share.value() * 100.0, 1)))).unwrap_or_default()
}

/// One dimension of an aspect: score, level, weights, the sum of its answers, and the way to them.
fn member(view: View, workspace: &Workspace, at: usize) -> Option<Html> {
    let model = &view.state.model;
    let (dimension_, score) = (model.dimensions.get(at)?, workspace.card.dimensions.get(at)?);
    let to = view.inside(workspace, Page::Result(dimension_.id.clone()));
    let name = named(view, dimension_name(&dimension_.id, view.locale()), score.score?);
    let level = score.level.map(|level| view.f(e::LEVEL_AT, &[("level", &level.to_string())]));
    let facts = [
        level.unwrap_or_default(),
        share_of(score_share(model, &workspace.card, at), |share| {
            view.f(e::SHARE_SCORE, &[("share", &share)])
        }),
        share_of(level_share(model, &workspace.card, at), |share| {
            view.f(e::SHARE_LEVEL, &[("share", &share)])
        }),
    ];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    Some(html! {
        <li key={dimension_.id.clone()}>
            <a href={to}>{ name }</a>{ " " }<span class="muted">{ view.locale().list(&facts) }</span>
            <p>{ dimension(&view.case(workspace), at).unwrap_or_default() }</p>
        </li>
    })
}
