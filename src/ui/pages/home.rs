//! Start: what this is, what it costs in time, what is kept in this browser.

use yew::prelude::*;

use crate::state::library::{LibraryEntry, Summary};
use crate::state::{Page, Request, Route, StoreKind, sample};
use fuxiao_language::{dimension_name, fixed, minutes, outline, words as w};

use super::super::View;
use super::super::answers::numbered;
use super::super::widgets::{button_link, link};

/// The start page.
pub fn home(view: View) -> Html {
    let begin = |page: Page| view.ask(move |_: MouseEvent| Request::Begin(page.clone()));
    let first = view.state.model.dimensions.first();
    let first = first.map_or(Page::Overview, |dimension| Page::Dimension(dimension.id.clone(), None));
    let key = view.state.model.criteria().filter(|(_, criterion)| criterion.key).count().to_string();
    let none = view.state.library.is_empty();
    let sample = Route::Assessment(sample::ID.to_string(), Page::Results).hash();
    let start = view.t(if none { w::START } else { w::START_ANOTHER });
    html! {
        <div class="home">
            <h1 tabindex="-1">{ view.t(w::HOME_TITLE) }</h1>
            <p class="lead">{ view.t(w::HOME_LEAD) }</p>
            { kept(view) }
            <p class="button-row">
                <button type="button" class={classes!("button", none.then_some("button--main"))} data-test="start" onclick={begin(first)}>
                    { start }
                </button>
                <button type="button" class="button" data-test="express" onclick={begin(Page::Express)}>
                    { view.f(w::EXPRESS_START, &[("questions", &key)]) }
                </button>
                { button_link(&sample, view.t(w::SEE_SAMPLE), false) }
            </p>
            <p>{ time(view) }</p>
            <p>{ view.t(w::HOME_PRIVACY) }</p>
        </div>
    }
}

/// How long it takes, computed from the texts.
fn time(view: View) -> String {
    let all = outline();
    let questions: u32 = all.iter().map(|dimension| dimension.questions).sum();
    let total: f64 = all.iter().map(|dimension| minutes(dimension, view.locale(), 1.0)).sum();
    view.f(w::HOME_TIME, &[("questions", &questions.to_string()), ("minutes", &fixed(total.max(1.0), 0))])
}

fn kept(view: View) -> Html {
    let library = &view.state.library;
    html! {
        <section class="library">
            if view.state.store == StoreKind::Memory {
                <p class="notice notice--bad">{ view.t(w::KEPT_BLOCKED) }</p>
            }
            if !library.is_empty() {
                <h2>{ view.t(w::KEPT) }</h2>
                <ul class="library__list">{ for library.iter().map(|entry| one(view, entry)) }</ul>
            }
        </section>
    }
}

fn one(view: View, entry: &LibraryEntry) -> Html {
    let title = match &entry.content {
        Ok(summary) => summary.title.as_str(),
        Err(unread) => unread.title.as_str(),
    };
    let title = if title.is_empty() { view.t(w::UNTITLED) } else { title };
    let save = {
        let id = entry.id.clone();
        view.ask(move |_: MouseEvent| Request::Download(id.clone()))
    };
    let remove = {
        // Assessments without a title are told apart by what the list says of them.
        let bare = title == view.t(w::UNTITLED);
        let named =
            if bare { view.f(w::UNTITLED_OF, &[("state", &state(view, entry))]) } else { title.to_string() };
        let (id, title) = (entry.id.clone(), named);
        view.ask(move |_: MouseEvent| Request::Delete { id: id.clone(), title: title.clone() })
    };
    let name = |action: &str| view.locale().colon(action, title);
    html! {
        <li key={entry.id.clone()} class="library__item">
            <div>
                <strong>{ title }</strong>
                <span class="muted">{ state(view, entry) }</span>
                <span class="muted" data-test="welcome">{ entry.content.as_ref().map(|summary| welcome(view, summary)).unwrap_or_default() }</span>
            </div>
            <p class="button-row">
                if let Ok(summary) = &entry.content {
                    <a class="button button--main" href={page(view, summary)} aria-label={name(view.t(w::CONTINUE))}>{ view.t(w::CONTINUE) }</a>
                    <span class="library__left">{ left(view, summary) }</span>
                }
                <button type="button" class="small" onclick={save} aria-label={name(view.t(w::DOWNLOAD))}>{ view.t(w::DOWNLOAD) }</button>
                <button type="button" class="small" onclick={remove} aria-label={name(view.t(w::DELETE))}>{ view.t(w::DELETE) }</button>
            </p>
        </li>
    }
}

fn state(view: View, entry: &LibraryEntry) -> String {
    match &entry.content {
        Ok(summary) => view.f(
            w::KEPT_STATE,
            &[
                ("answered", &summary.answered.to_string()),
                ("applicable", &summary.applicable.to_string()),
                ("modified", &summary.modified),
            ],
        ),
        Err(unread) if unread.newer => view.t(w::NEWER_STATE).to_string(),
        Err(_) => view.t(w::UNREAD_STATE).to_string(),
    }
}

/// Where to go on: the next open question, or the results where none is open.
fn page(view: View, summary: &Summary) -> String {
    let page = match &summary.next {
        Some((dimension, criterion)) => view.state.answering(dimension, criterion),
        None => Page::Results,
    };
    Route::Assessment(summary.id.clone(), page).hash()
}

/// A link to where the assessment was left, where that is another place.
fn left(view: View, summary: &Summary) -> Html {
    let left = view.state.settings.last_pages.get(&summary.id).filter(|left| **left != page(view, summary));
    left.map(|left| link(left, view.t(w::LAST_PLACE))).unwrap_or_default()
}

/// Welcomes back with what comes next.
fn welcome(view: View, summary: &Summary) -> String {
    match &summary.next {
        Some((dimension, criterion)) if summary.answered > 0 => {
            let question = numbered(criterion, dimension_name(dimension, view.locale()));
            view.f(w::WELCOME, &[("question", &question)])
        }
        _ => String::new(),
    }
}
