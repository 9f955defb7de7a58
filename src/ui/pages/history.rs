//! Earlier states of the assessment: taking a snapshot, the list of them, and then and now side by side.

use yew::prelude::*;

use crate::state::library::UnreadableEntry;
use crate::state::{Edit, Page, Request, ScoredWith, Snapshot, SnapshotOutcome, SnapshotSummary, Workspace};
use fuxiao_core::Scorecard;
use fuxiao_language::{
    dimension_name, level_of, signed, words as w, words_history as t, words_pages as p, words_targets,
};

use super::super::widgets::{button_link, cell, link, table};
use super::super::{View, progress, reasons};
use super::profile::policy_name;

/// The page.
pub fn history(view: View, workspace: &Workspace) -> Html {
    let take = view.ask(|_: MouseEvent| Request::TakeSnapshot);
    let outcome = view.state.snapshots.outcome.map(|outcome| {
        view.t(match outcome {
            SnapshotOutcome::Saved => t::TOOK,
            SnapshotOutcome::Blocked => t::TOOK_BLOCKED,
            SnapshotOutcome::Full => t::TOOK_FULL,
        })
    });
    let bad = matches!(view.state.snapshots.outcome, Some(SnapshotOutcome::Blocked | SnapshotOutcome::Full));
    html! {
        <div class="history">
            <h1 tabindex="-1">{ view.t(t::TITLE) }</h1>
            <p class="lead">{ view.t(t::LEAD) }</p>
            <p class="button-row">
                <button type="button" class="button button--main" data-test="take-snapshot" onclick={take}>{ view.t(t::TAKE) }</button>
                <span class={classes!(bad.then_some("history__bad"))} role="status" data-test="snapshot-outcome">{ outcome.unwrap_or_default() }</span>
            </p>
            { list(view, workspace) }
            { compare(view, workspace) }
            <p class="button-row">
                { button_link(&view.inside(workspace, Page::Results), view.t(p::BACK_RESULTS), false) }
                { link(&view.inside(workspace, Page::Targets), view.t(words_targets::TITLE)) }
            </p>
        </div>
    }
}

fn list(view: View, workspace: &Workspace) -> Html {
    let all = &view.state.snapshots.list;
    let item = |one: &Snapshot| match &one.content {
        Ok(shot) => known(view, workspace, &one.id, shot),
        Err(unread) => unknown(view, workspace, &one.id, unread),
    };
    html! {
        <section>
            <h2>{ view.t(t::LIST) }</h2>
            if all.is_empty() {
                <p class="muted">{ view.t(t::NONE) }</p>
            } else {
                <ul class="library__list" data-test="snapshots">{ for all.iter().map(item) }</ul>
            }
        </section>
    }
}

fn known(view: View, workspace: &Workspace, id: &str, shot: &SnapshotSummary) -> Html {
    let name = match shot.title.is_empty() {
        true => shot.taken_local.clone(),
        false => format!("{} · {}", shot.taken_local, shot.title),
    };
    let baseline = workspace.assessment.baseline.as_deref() == Some(shot.id.as_str());
    let chosen = (!baseline).then(|| shot.id.clone());
    let choose = view.edit(move |_: MouseEvent| Some(Edit::Baseline(chosen.clone())));
    let text = view.t(if baseline { t::BASELINE_CLEAR } else { t::BASELINE_SET });
    let label = view.locale().colon(text, &name);
    let level = match shot.level {
        Some(level) => view.f(w::LEVEL_N, &[("level", &level.to_string())]),
        None => view.locale().colon(view.t(w::COL_LEVEL), view.t(p::LEVEL_WITHHELD)),
    };
    let facts = view.f(
        t::FACTS,
        &[
            ("answered", &shot.answered.to_string()),
            ("applicable", &shot.applicable.to_string()),
            ("score", &reasons::score(shot.score, 2)),
            ("level", &level),
            ("edit", &shot.revision.to_string()),
        ],
    );
    let other =
        (shot.release != view.state.model.release).then(|| view.f(t::RELEASE, &[("release", &shot.release)]));
    html! {
        <li key={id.to_string()} class="library__item" data-test="snapshot">
            <div>
                <strong>{ &name }</strong>
                <span class="muted">{ facts }</span>
                <span class="muted">{ other.unwrap_or_default() }</span>
                if baseline { <span class="muted">{ view.t(t::IS_BASELINE) }</span> }
            </div>
            <p class="button-row">
                <button type="button" class="small" aria-label={label} data-test="baseline" onclick={choose}>
                    { text }
                </button>
                { save(view, workspace, id, &name) }
                { delete(view, workspace, id, &name, baseline) }
            </p>
        </li>
    }
}

fn unknown(view: View, workspace: &Workspace, id: &str, unread: &UnreadableEntry) -> Html {
    let name = if unread.title.is_empty() { view.t(w::UNTITLED) } else { unread.title.as_str() };
    let state = if unread.newer { w::NEWER_STATE } else { w::UNREAD_STATE };
    html! {
        <li key={id.to_string()} class="library__item" data-test="snapshot">
            <div>
                <strong>{ name }</strong>
                <span class="muted">{ view.t(state) }</span>
            </div>
            <p class="button-row">
                { save(view, workspace, id, name) }
                { delete(view, workspace, id, name, false) }
            </p>
        </li>
    }
}

fn save(view: View, workspace: &Workspace, id: &str, name: &str) -> Html {
    let (of, id) = (workspace.assessment.id.clone(), id.to_string());
    let onclick = view.ask(move |_: MouseEvent| Request::DownloadSnapshot { of: of.clone(), id: id.clone() });
    let label = view.locale().colon(view.t(w::DOWNLOAD), name);
    html! {
        <button type="button" class="small" data-test="save" aria-label={label} {onclick}>{ view.t(w::DOWNLOAD) }</button>
    }
}

/// The baseline stays until another one, or none, is chosen.
fn delete(view: View, workspace: &Workspace, id: &str, name: &str, baseline: bool) -> Html {
    let (of, id) = (workspace.assessment.id.clone(), id.to_string());
    let question = view.f(t::DELETE_ASK, &[("name", name)]);
    let onclick = view.ask(move |_: MouseEvent| Request::RemoveSnapshot {
        of: of.clone(),
        id: id.clone(),
        question: question.clone(),
    });
    let label = view.locale().colon(view.t(w::DELETE), name);
    html! {
        <button type="button" class="small" data-test="delete" disabled={baseline} aria-label={label} {onclick}>{ view.t(w::DELETE) }</button>
    }
}

fn compare(view: View, workspace: &Workspace) -> Html {
    let body = match (&workspace.assessment.baseline, &view.state.baseline) {
        (None, _) => html! { <p class="muted">{ view.t(t::COMPARE_NONE) }</p> },
        (Some(_), None) => {
            let clear = view.edit(|_: MouseEvent| Some(Edit::Baseline(None)));
            html! {
                <div class="notice" data-test="missing">
                    <p>{ view.t(t::MISSING) }</p>
                    <p><button type="button" class="small" onclick={clear}>{ view.t(t::BASELINE_CLEAR) }</button></p>
                </div>
            }
        }
        (Some(_), Some(was)) => compared(view, workspace, was),
    };
    html! { <section><h2>{ view.t(t::COMPARE) }</h2>{ body }</section> }
}

fn compared(view: View, workspace: &Workspace, was: &Workspace) -> Html {
    let moved = |direction: fn(f64) -> bool| {
        let both = was.card.dimensions.iter().zip(&workspace.card.dimensions);
        let counted =
            both.filter(|(then, now)| then.score.zip(now.score).is_some_and(|(a, b)| direction(b - a)));
        counted.count().to_string()
    };
    let finding = view.f(
        t::FINDING,
        &[("up", &moved(|by| by > 0.0)), ("down", &moved(|by| by < 0.0)), ("same", &moved(|by| by == 0.0))],
    );
    let head = [
        view.t(w::COL_DIMENSION),
        view.t(t::COL_THEN),
        view.t(t::COL_NOW),
        view.t(t::COL_DIFFERENCE),
        view.t(w::COL_LEVEL),
        view.t(p::COL_TARGET),
        view.t(t::COL_PROGRESS),
    ];
    html! {
        <>
            <p class="lead" data-test="finding">{ finding }</p>
            { notes(view, workspace, was) }
            { table(view.t(t::COMPARE), &head, rows(view, workspace, &was.card)) }
            <p class="muted">{ view.t(t::PROGRESS_RULE) }</p>
        </>
    }
}

/// What makes then and now less alike than the table looks.
fn notes(view: View, workspace: &Workspace, was: &Workspace) -> Html {
    let mut said = Vec::new();
    let (then, now) = (was.assessment.policy, workspace.assessment.policy);
    if then != now {
        said.push(view.f(t::POLICY, &[("then", &policy_name(view, then)), ("now", &policy_name(view, now))]));
    }
    let counts = |workspace: &Workspace| (workspace.card.overall.answered, workspace.card.overall.applicable);
    if counts(was) != counts(workspace) {
        let ((a, b), (c, d)) = (counts(was), counts(workspace));
        let values = [a, b, c, d].map(|count| count.to_string());
        let [a, b, c, d] = values.each_ref().map(String::as_str);
        said.push(view.f(t::COUNTS, &[("then", a), ("then_of", b), ("now", c), ("now_of", d)]));
    }
    let release = match view.state.snapshots.scored_with {
        ScoredWith::SameRelease => None,
        ScoredWith::StoredResult => Some((t::SCORED_THEN, Some((t::SCORE_AGAIN, true)))),
        ScoredWith::Rescored => Some((t::SCORED_AGAIN, Some((t::SCORE_THEN, false)))),
        ScoredWith::NoStoredResult => Some((t::SCORED_LACKING, None)),
    };
    let values = [("then", was.assessment.model_release.as_str()), ("now", &view.state.model.release)];
    let button = |(text, again): (fuxiao_language::Text, bool)| {
        let (of, id) = (workspace.assessment.id.clone(), was.assessment.id.clone());
        let onclick =
            view.ask(move |_: MouseEvent| Request::Baseline { of: of.clone(), id: id.clone(), again });
        html! { <p><button type="button" class="small" data-test="again" {onclick}>{ view.f(text, &values) }</button></p> }
    };
    if said.is_empty() && release.is_none() {
        return html! { <div class="history__notes"></div> };
    }
    html! {
        <div class="history__notes notice" data-test="notes">
            { for said.into_iter().map(|text| html! { <p>{ text }</p> }) }
            if let Some((text, again)) = release {
                <p>{ view.f(text, &values) }</p>
                if let Some(again) = again { { button(again) } }
            }
        </div>
    }
}

fn rows(view: View, workspace: &Workspace, was: &Scorecard) -> Vec<Vec<Html>> {
    let now = &workspace.card;
    let score = |score: Option<f64>| cell(reasons::score(score, 2));
    let difference = |was: Option<f64>, now: Option<f64>| {
        let by = was.zip(now).map(|(was, now)| now - was);
        let exact = by.map(|by| serde_json::Value::from(by).to_string());
        let text = by.map_or_else(|| "–".to_string(), |by| signed(by, 2));
        html! { <span data-test="difference" data-value={exact}>{ text }</span> }
    };
    let level = |was: Option<u8>, now: Option<u8>| match was == now {
        true => cell(level_of(now)),
        false => cell(format!("{}\u{a0}→\u{a0}{}", level_of(was), level_of(now))),
    };
    let (then, whole) = (&was.overall, &now.overall);
    let first = vec![
        html! { <strong>{ view.t(t::WHOLE) }</strong> },
        score(then.score),
        score(whole.score),
        difference(then.score, whole.score),
        level(then.level.ok(), whole.level.ok()),
        // The rules set targets, and with them progress, for dimensions only.
        cell("–"),
        cell("–"),
    ];
    let both = was.dimensions.iter().zip(&now.dimensions);
    let rest = view.state.model.dimensions.iter().zip(both).map(|(dimension, (then, now))| {
        let name = dimension_name(&dimension.id, view.locale());
        vec![
            link(&view.inside(workspace, Page::Result(dimension.id.clone())), name),
            score(then.score),
            score(now.score),
            difference(then.score, now.score),
            level(then.level, now.level),
            cell(now.target.to_string()),
            progress::cell(view, name, then.score, now.score, now.target),
        ]
    });
    std::iter::once(first).chain(rest).collect()
}
