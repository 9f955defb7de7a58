//! What becomes of the recommendations and of the shortest way, by name.

use yew::prelude::*;

use crate::domain::trial_keep::{Change, Placed, changes};
use crate::domain::way::{Goal, way};
use crate::i18n::{Text, words_plan as p, words_whatif as t};

use super::super::reasons::name_at;
use super::super::steps::{kind_name, lane_name};
use super::{Trial, turns};

/// The changes, from now to the trial.
pub fn plan(trial: &Trial) -> Html {
    let view = trial.view;
    let found = changes(&trial.open.card, &trial.card);
    let gone = |one: &Change| one.after.is_none();
    let new = |one: &Change| one.before.is_none();
    let both = |one: &Change| one.before.is_some() && one.after.is_some();
    let groups = [
        group(trial, t::GONE, "gone", &found, &gone),
        group(trial, t::NEW, "new", &found, &new),
        group(trial, t::OTHER, "other", &found, &|one| both(one) && one.other()),
        group(trial, t::MOVED, "moved", &found, &|one| both(one) && !one.other()),
    ];
    let same = if found.is_empty() { view.t(t::SAME) } else { "" };
    html! {
        <section data-test="trial-plan">
            <h2>{ view.t(t::PLAN) }</h2>
            { for ways(trial).into_iter().map(|sentence| html! { <p data-test="trial-way">{ sentence }</p> }) }
            <p class="tries__note">{ same }</p>
            { for groups }
        </section>
    }
}

/// What the shortest way takes now and after the trial: to the level that is next now, and to the one after the trial's.
fn ways(trial: &Trial) -> Vec<String> {
    let (view, open) = (trial.view, trial.open);
    let model = &view.state.model;
    let (Ok(now), Ok(then)) = (open.card.overall.level, trial.card.overall.level) else { return Vec::new() };
    let effort =
        |card, level| Some(way(model, &open.assessment, card, Goal::Overall(level))?.effort.to_string());
    let mut goals = vec![now + 1, then + 1];
    goals.dedup();
    let sentence = |level: u8| {
        let (now, after) = (effort(&open.card, level)?, effort(&trial.card, level)?);
        let text = if then >= level { t::WAY_THERE } else { t::WAY };
        Some(view.f(text, &[("level", &level.to_string()), ("now", &now), ("then", &after)]))
    };
    goals.into_iter().filter(|level| *level <= model.levels).filter_map(sentence).collect()
}

fn group(
    trial: &Trial,
    title: Text,
    test: &'static str,
    all: &[Change],
    belongs: &dyn Fn(&Change) -> bool,
) -> Html {
    let items: Vec<Html> = all.iter().filter(|one| belongs(one)).filter_map(|one| item(trial, one)).collect();
    if items.is_empty() {
        return html! { <div key={test} class="tries__note"></div> };
    }
    let title = trial.view.f(title, &[("count", &items.len().to_string())]);
    html! {
        <div key={test} data-test={test}>
            <details open={test != "moved"}>
                <summary>{ title }</summary>
                <ul class="holders">{ for items }</ul>
            </details>
        </div>
    }
}

fn item(trial: &Trial, one: &Change) -> Option<Html> {
    let view = trial.view;
    let (this, _) = one.after.or(one.before)?;
    let what = |(one, lane): Placed| {
        let levels = view.f(p::FROM_TO, &[("from", &one.from.to_string()), ("to", &one.to.to_string())]);
        let step = view.locale().colon(view.t(kind_name(one.kind)), &levels);
        view.locale().clauses(&step, view.t(lane_name(lane)))
    };
    let said = match (one.before, one.after) {
        (Some((_, before)), Some((_, after))) if !one.other() => {
            turns(view.t(lane_name(before)), view.t(lane_name(after)))
        }
        (Some(before), Some(after)) => turns(&what(before), &what(after)),
        (before, after) => what(after.or(before)?),
    };
    let id = &view.state.model.criterion(this.at)?.id;
    Some(
        html! { <li key={id.clone()}>{ name_at(&view.narrator(), this.at) }{ " " }<span class="muted">{ said }</span></li> },
    )
}
