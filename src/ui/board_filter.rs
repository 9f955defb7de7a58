//! Which cards of the plan are shown, and in which order; the switch between lanes and themes.
//!
//! Looks only: nothing here changes the plan.

use yew::prelude::*;

use crate::platform::field;
use crate::state::{Action, BoardFilter, BoardSort, BoardView, Workspace, matches};
use fuxiao_core::assessment::{Kind, PlanAction, Status};
use fuxiao_core::order::sorted;
use fuxiao_core::plan_diff::{PlanChange, changes};
use fuxiao_language::{dimension_name, words as w, words_board as b, words_plan as p};

use super::steps::{kind_name, question_name, status_name};
use super::widgets::{choice, tick};
use super::{View, nothing};

/// The element that gets the focus where nothing nearer is left.
pub const FILTER_ID: &str = "plan-filter";

/// What changed of a step since the baseline; nothing where there is none.
pub fn since(view: View, workspace: &Workspace, at: usize) -> Vec<PlanChange> {
    let baseline = view.state.baseline.as_ref();
    baseline.map_or_else(Vec::new, |was| changes(&was.assessment.actions, &workspace.assessment.actions, at))
}

/// The positions of the steps that are shown, in their order. What is kept stays as it was.
pub fn shown(view: View, workspace: &Workspace) -> Vec<usize> {
    let actions = &workspace.assessment.actions;
    let BoardView { filter, sort, pinned, .. } = &view.state.board;
    let pinned_at =
        |at: usize| pinned.iter().position(|key| actions.get(at).is_some_and(|action| action.id == *key));
    let shows = |at: usize, action: &PlanAction| {
        let changed = !filter.changed || !since(view, workspace, at).is_empty();
        let meant = filter.matches(&view.state.model, action, &view.state.today, changed);
        (meant && said(view, action, &filter.words)) || pinned_at(at).is_some()
    };
    let found = actions.iter().enumerate().filter(|(at, action)| shows(*at, action));
    let place = |action: &PlanAction| {
        let named = |at| view.state.model.criterion(at).is_some_and(|of| of.id == action.criterion);
        let rank = workspace.card.recommendations.iter().position(|one| named(one.at));
        (rank.unwrap_or(usize::MAX), action.to)
    };
    // What is not filled in comes last.
    let text = |text: &str| (text.trim().is_empty(), text.trim().to_lowercase());
    let keyed = found.map(|(at, action)| {
        let first = match sort {
            BoardSort::Priority => (false, String::new()),
            BoardSort::Due => text(action.due.as_deref().unwrap_or_default()),
            BoardSort::Owner => text(&action.owner),
            BoardSort::Name => text(&bare_name(view, action)),
        };
        (pinned_at(at).unwrap_or(usize::MAX), first, place(action), at)
    });
    sorted(keyed.collect(), |a: &(_, _, _, usize), b| a.cmp(b)).into_iter().map(|(.., at)| at).collect()
}

/// The name of the question without its number.
fn bare_name(view: View, action: &PlanAction) -> String {
    let dimension = view.state.model.dimension_of(&action.criterion);
    dimension.map_or_else(String::new, |of| view.criterion_name(&of.id, &action.criterion))
}

/// Whether the words stand somewhere in a step.
fn said(view: View, action: &PlanAction, words: &str) -> bool {
    if words.trim().is_empty() {
        return true;
    }
    let name = question_name(&view.narrator(), &action.criterion);
    let theme = theme_of(view, action).map(|at| theme_name(view, at)).unwrap_or_default();
    let dimension = view.state.model.dimension_of(&action.criterion);
    let text = dimension.and_then(|of| view.state.texts.criterion(view.locale(), &of.id, &action.criterion));
    let step = text.and_then(|text| text.steps.get(usize::from(action.to).checked_sub(2)?));
    let step = step.map(|step| step.action.as_str()).unwrap_or_default();
    let dimension = dimension.map_or("", |of| dimension_name(&of.id, view.locale()));
    let own = [action.criterion.as_str(), &action.owner, &action.note, &action.proof];
    matches(words, &[&own[..], &[name.as_str(), theme.as_str(), dimension, step]].concat())
}

/// The position of the theme of a step.
pub fn theme_of(view: View, action: &PlanAction) -> Option<usize> {
    view.state.model.find_criterion(&action.criterion)?.1.theme
}

/// The name of a theme; its id until the text has come.
pub fn theme_name(view: View, at: usize) -> String {
    let id = || view.state.model.themes.get(at).cloned().unwrap_or_default();
    view.theme(at).map_or_else(id, |text| text.name.clone())
}

/// The switch, the filter, and how many are shown.
pub fn controls(view: View, workspace: &Workspace, shown: usize) -> Html {
    let board = &view.state.board;
    let switch = |by_theme: bool, text, test: &'static str| {
        let onclick = look(view, move |board, _: MouseEvent| board.by_theme = by_theme);
        let on = (board.by_theme == by_theme).to_string();
        html! {
            <button type="button" class="small" aria-pressed={on} data-test={test} {onclick}>{ view.t(text) }</button>
        }
    };
    let (count, all) = (shown.to_string(), workspace.assessment.actions.len().to_string());
    let clear = look(view, |board, _: MouseEvent| {
        board.filter = BoardFilter::default();
        board.focus_fallback = vec![FILTER_ID.to_string()];
    });
    html! {
        <div class="filter">
            <div class="filter__switch" role="group" aria-label={view.t(b::GROUP)}>
                { switch(false, b::BY_LANE, "by-lane") }
                { switch(true, b::BY_THEME, "by-theme") }
            </div>
            <div class="filter__shown">
                <p class="muted" role="status" data-test="shown">{ view.f(b::SHOWN, &[("shown", &count), ("all", &all)]) }</p>
                if board.filter.is_all() {
                    { nothing() }
                } else {
                    <button type="button" class="small" data-test="clear" onclick={clear}>{ view.t(b::SHOW_ALL) }</button>
                }
            </div>
            <details class="filter__choice">
                <summary id={FILTER_ID}>{ view.t(b::FILTER) }</summary>
                { fields(view, workspace) }
            </details>
        </div>
    }
}

/// A handler that looks at the plan in another way.
fn look<E: 'static>(view: View, change: impl Fn(&mut BoardView, E) + 'static) -> Callback<E> {
    let board = view.state.board.clone();
    view.on(move |event: E| {
        let mut board = board.clone();
        board.reset_view();
        change(&mut board, event);
        Some(Action::Board(board))
    })
}

/// A choice in a list: what stands for everything is empty, everything else has a sign before it, so that empty can be
/// chosen, too.
const CHOSEN: char = '=';

fn fields(view: View, workspace: &Workspace) -> Html {
    let filter = &view.state.board.filter;
    let list = |part: &str,
                label,
                found: Vec<(String, String)>,
                chosen: Option<&str>,
                set: fn(&mut BoardFilter, Option<&str>)| {
        let all = (String::new(), view.t(b::ANY).to_string(), chosen.is_none());
        let rest = found.into_iter().map(|(id, name)| {
            let here = chosen == Some(id.as_str());
            (format!("{CHOSEN}{id}"), name, here)
        });
        let options: Vec<_> = [all].into_iter().chain(rest).collect();
        let onchange = look(view, move |board, event: Event| {
            set(&mut board.filter, field::text(&event).strip_prefix(CHOSEN));
        });
        choice(&format!("{FILTER_ID}-{part}"), view.t(label), &options, onchange)
    };
    let words = look(view, |board, event: InputEvent| board.filter.words = field::text(&event));
    let overdue = look(view, |board, event: Event| board.filter.overdue = field::ticked(&event));
    let changed = look(view, |board, event: Event| board.filter.changed = field::ticked(&event));
    let statuses = Status::ALL.iter().map(|s| (s.word().into(), view.t(status_name(*s)).into()));
    let kinds = Kind::ALL.iter().map(|k| (k.word().into(), view.t(kind_name(*k)).into()));
    let orders = BoardSort::ALL.map(|one| {
        (one.word().to_string(), view.t(sort_name(one)).to_string(), one == view.state.board.sort)
    });
    let order = look(view, |board, event: Event| {
        let word = field::text(&event);
        let found = BoardSort::ALL.into_iter().find(|one| one.word() == word);
        board.sort = found.unwrap_or_default();
    });
    let words_id = format!("{FILTER_ID}-words");
    html! {
        <div class="filter__fields">
            <div class="fields">
                <p class="field">
                    <label for={words_id.clone()}>{ view.t(b::WORDS) }</label>
                    <input id={words_id} type="search" autocomplete="off" maxlength="200" value={filter.words.clone()} oninput={words} />
                </p>
                { list("status", p::STATUS, statuses.collect(), filter.status.map(Status::word), |f, word| f.status = word.and_then(Status::from_word)) }
                { list("owner", p::OWNER, owners(view, workspace), filter.owner.as_deref(), |f, owner| f.owner = owner.map(str::to_string)) }
                { list("theme", b::THEME, themes(view, workspace), filter.theme.as_deref(), |f, id| f.theme = id.map(str::to_string)) }
                { list("kind", b::KIND, kinds.collect(), filter.kind.map(Kind::word), |f, word| f.kind = word.and_then(Kind::from_word)) }
                { list("dimension", w::COL_DIMENSION, dimensions(view, workspace), filter.dimension.as_deref(), |f, id| f.dimension = id.map(str::to_string)) }
                { choice(&format!("{FILTER_ID}-sort"), view.t(b::SORT), &orders, order) }
            </div>
            { tick(&format!("{FILTER_ID}-overdue"), view.t(b::ONLY_OVERDUE), filter.overdue, overdue) }
            if view.state.baseline.is_some() {
                { tick(&format!("{FILTER_ID}-changed"), view.t(b::ONLY_CHANGED), filter.changed, changed) }
            } else {
                { nothing() }
            }
        </div>
    }
}

fn sort_name(sort: BoardSort) -> fuxiao_language::Text {
    match sort {
        BoardSort::Priority => b::SORT_PRIORITY,
        BoardSort::Due => b::SORT_DUE,
        BoardSort::Owner => b::SORT_OWNER,
        BoardSort::Name => b::SORT_NAME,
    }
}

/// The owners that the plan has, and the one that is chosen; nobody comes last.
fn owners(view: View, workspace: &Workspace) -> Vec<(String, String)> {
    let mut all: Vec<&str> = Vec::new();
    let chosen = view.state.board.filter.owner.as_deref();
    for owner in workspace.assessment.actions.iter().map(|action| action.owner.trim()).chain(chosen) {
        if !all.contains(&owner) {
            all.push(owner);
        }
    }
    let all = sorted(all, |a, b| (a.is_empty(), a).cmp(&(b.is_empty(), b)));
    let name = |owner: &str| if owner.is_empty() { view.t(b::NOBODY).to_string() } else { owner.to_string() };
    all.into_iter().map(|owner| (owner.to_string(), name(owner))).collect()
}

/// The themes that the plan has, and the one that is chosen; none comes last.
fn themes(view: View, workspace: &Workspace) -> Vec<(String, String)> {
    let chosen = view.state.board.filter.theme.as_deref();
    let used = |theme: Option<usize>, id: &str| {
        chosen == Some(id)
            || workspace.assessment.actions.iter().any(|action| theme_of(view, action) == theme)
    };
    let themes = view.state.model.themes.iter().enumerate();
    let mut all: Vec<_> = themes
        .filter(|(at, id)| used(Some(*at), id))
        .map(|(at, id)| (id.clone(), theme_name(view, at)))
        .collect();
    if used(None, "") {
        all.push((String::new(), view.t(b::NO_THEME).to_string()));
    }
    all
}

fn dimensions(view: View, workspace: &Workspace) -> Vec<(String, String)> {
    let name = |id: &str| dimension_name(id, view.locale()).to_string();
    let chosen = view.state.board.filter.dimension.as_deref();
    let used = |id: &str| {
        let of = |action: &PlanAction| view.state.model.dimension_of(&action.criterion);
        chosen == Some(id) || workspace.assessment.actions.iter().any(|a| of(a).is_some_and(|d| d.id == id))
    };
    let all = view.state.model.dimensions.iter().filter(|dimension| used(&dimension.id));
    all.map(|dimension| (dimension.id.clone(), name(&dimension.id))).collect()
}
