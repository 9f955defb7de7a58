//! Where each number comes from, in words and figures: the mean behind a score down to the answers, index, range,
//! completion, confidence, priority. The sentences are the same on the pages and in the report.

use yew::prelude::*;

use crate::domain::dimension::index;
use crate::domain::parts::{Part, aspect_share, level_share, of_aspect, of_dimension, of_whole, score_share};
use crate::domain::ratio::Ratio;
use crate::domain::recommend::Recommendation;
use crate::domain::trust::backing;
use crate::i18n::{dimension_name, fixed, percent, words_explain as e};
use crate::state::{Open, Place};

use super::{View, nothing};

/// A mean as a sum divided by a weight: `2.67 = (3 + 3 + 2) ÷ 3`, with weights where they differ.
fn mean(view: View, score: f64, parts: &[Part], decimals: u8) -> String {
    let common = parts.first().map(|part| part.weight).filter(|w| parts.iter().all(|p| p.weight == *w));
    let one = |part: &Part| match common {
        Some(_) => fixed(part.value, decimals),
        None => format!("{} × {}", fixed(part.value, decimals), part.weight),
    };
    let terms: Vec<String> = parts.iter().map(one).collect();
    let weight = match common {
        Some(_) => parts.len() as u64,
        None => parts.iter().map(|part| u64::from(part.weight)).sum(),
    };
    let sum = format!("({})", terms.join(" + "));
    view.f(e::SCORE_IS, &[("score", &fixed(score, 2)), ("sum", &sum), ("weight", &weight.to_string())])
}

/// How the overall score comes about; `None` without one.
pub fn whole(view: View, open: &Open) -> Option<String> {
    Some(mean(view, open.card.overall.score?, &of_whole(&view.state.model, &open.card), 2))
}

/// How the score of an aspect, by position, comes about; `None` without one.
fn aspect(view: View, open: &Open, at: usize) -> Option<String> {
    let score = open.card.aspects.get(at)?.score?;
    Some(mean(view, score, &of_aspect(&view.state.model, &open.card, at), 2))
}

/// How the score of a dimension, by position, comes about; `None` without one.
pub fn dimension(view: View, open: &Open, at: usize) -> Option<String> {
    let score = open.card.dimensions.get(at)?.score?;
    Some(mean(view, score, &of_dimension(&view.state.model, &open.card, at), 0))
}

/// How index, range, completion and confidence come about.
pub fn numbers(view: View, open: &Open) -> Vec<String> {
    let (whole, levels) = (&open.card.overall, view.state.model.levels);
    let (top, mut said) = (levels.to_string(), Vec::new());
    if let Some(score) = whole.score {
        let index = fixed(index(score, levels), 0);
        said.push(view.f(e::INDEX_IS, &[("score", &fixed(score, 2)), ("levels", &top), ("index", &index)]));
    }
    if let (true, Some(low), Some(high)) = (whole.answered < whole.applicable, whole.low, whole.high) {
        let open = (whole.applicable - whole.answered).to_string();
        let (low, high) = (fixed(low, 2), fixed(high, 2));
        said.push(view.f(e::BOUNDS_IS, &[("open", &open), ("low", &low), ("levels", &top), ("high", &high)]));
    }
    let share = |part: usize, of: usize| percent(part as f64 / of.max(1) as f64);
    let out = view.state.model.criteria().count().saturating_sub(whole.applicable);
    said.push(view.f(
        e::COMPLETION_IS,
        &[
            ("answered", &whole.answered.to_string()),
            ("applicable", &whole.applicable.to_string()),
            ("share", &share(whole.answered, whole.applicable)),
            ("out", &out.to_string()),
        ],
    ));
    let rests = backing(&open.card.standings);
    said.push(match rests.high {
        0 => view.t(e::CONFIDENCE_FREE).to_string(),
        high => view.f(
            e::CONFIDENCE_IS,
            &[
                ("high", &high.to_string()),
                ("recorded", &rests.recorded.to_string()),
                ("recorded_share", &share(rests.recorded, high)),
                ("documented", &rests.documented.to_string()),
                ("documented_share", &share(rests.documented, high)),
            ],
        ),
    });
    said
}

/// How the priority of a recommendation comes about.
pub fn priority(view: View, open: &Open, one: &Recommendation) -> String {
    let model = &view.state.model;
    let weights = || {
        let dimension = model.dimensions.get(one.at.dimension)?;
        let aspect = model.aspects.get(dimension.aspect)?;
        Some(aspect.weight * dimension.weight * model.criterion(one.at)?.weight)
    };
    let top = open.card.recommendations.iter().map(Recommendation::raw).fold(0.0, f64::max);
    view.f(
        e::PRIORITY_IS,
        &[
            ("priority", &fixed(one.priority, 0)),
            ("weight", &weights().unwrap_or(1).to_string()),
            ("gap", &one.gap.to_string()),
            ("impact", &one.impact.to_string()),
            ("urgency", &fixed(one.urgency.factor(), 1)),
            ("confidence", &fixed(f64::from(one.confidence_tenths) / 10.0, 1)),
            ("effort", &one.effort.to_string()),
            ("raw", &fixed(one.raw(), 2)),
            ("top", &fixed(top, 2)),
        ],
    )
}

/// The overall score taken apart, down to the dimensions, whose pages go down to the answers.
pub fn tree(view: View, open: &Open) -> Html {
    let Some(sum) = whole(view, open) else { return nothing() };
    let model = &view.state.model;
    let of_score =
        |share: Option<Ratio>| share_of(share, |share| view.f(e::SHARE_SCORE, &[("share", &share)]));
    let part = |part: &Part| {
        let id = &model.aspects.get(part.at)?.id;
        let name = view.aspect_name(id);
        let members = of_aspect(model, &open.card, part.at);
        let share = of_score(aspect_share(model, &open.card, part.at));
        Some(html! {
            <details key={id.clone()} class="parts__one">
                <summary>{ named(view, &name, part.value) }{ " " }<span class="muted">{ share }</span></summary>
                <p>{ aspect(view, open, part.at).unwrap_or_default() }</p>
                <ul>{ for members.iter().filter_map(|one| member(view, open, one.at)) }</ul>
            </details>
        })
    };
    html! {
        <section class="parts" data-test="parts">
            <h2>{ view.t(e::SCORE_TITLE) }</h2>
            <p>{ view.t(e::SCORE_LEAD) }</p>
            <p>{ sum }</p>
            { for of_whole(model, &open.card).iter().filter_map(part) }
            <p class="muted">{ view.t(e::ROUNDED) }</p>
            <details>
                <summary>{ view.t(e::NUMBERS_TITLE) }</summary>
                { for numbers(view, open).into_iter().map(|sentence| html! { <p>{ sentence }</p> }) }
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
fn member(view: View, open: &Open, at: usize) -> Option<Html> {
    let model = &view.state.model;
    let (dimension_, score) = (model.dimensions.get(at)?, open.card.dimensions.get(at)?);
    let to = view.inside(open, Place::Result(dimension_.id.clone()));
    let name = named(view, dimension_name(&dimension_.id, view.locale()), score.score?);
    let level = score.level.map(|level| view.f(e::LEVEL_AT, &[("level", &level.to_string())]));
    let facts = [
        level.unwrap_or_default(),
        share_of(score_share(model, &open.card, at), |share| view.f(e::SHARE_SCORE, &[("share", &share)])),
        share_of(level_share(model, &open.card, at), |share| view.f(e::SHARE_LEVEL, &[("share", &share)])),
    ];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    Some(html! {
        <li key={dimension_.id.clone()}>
            <a href={to}>{ name }</a>{ " " }<span class="muted">{ view.locale().list(&facts) }</span>
            <p>{ dimension(view, open, at).unwrap_or_default() }</p>
        </li>
    })
}
