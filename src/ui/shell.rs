//! The frame around every page: header, navigation, toolbar, footer.

use yew::prelude::*;

use crate::state::{
    Action, Conflict, LoadState, Missing, Page, Request, Role, Route, Saved, Workspace, sample,
};
use fuxiao_language::words as w;

use super::pages;
use super::widgets::link;
use super::{PagesChunk, View, effects, keys, nothing, titles, toolbar};

/// The whole page for a state, with the pages that are fetched by themselves once they are here.
pub fn page(view: View, pages: Option<&PagesChunk>) -> Html {
    let two = view.state.workspace.as_ref().is_some_and(|workspace| two_ways(view, workspace).is_some());
    let looks_on = view.state.role == Role::Follower && !two;
    let single = matches!(view.state.route, Route::Assessment(_, Page::Question(_)));
    html! {
        <div class={classes!("page", single.then_some("page--single"))} onkeydown={keys::undo_keys(view)}>
            { header(view) }
            <div class="page__banner">{ not_arrived(view) }</div>
            <div class="page__banner">{ follower(view) }</div>
            <main id="content" class="page__main" tabindex="-1">
                // What another tab changes can be read here and not changed: the browser knows how to say so.
                <fieldset class="page__fields" role="none" disabled={looks_on}>
                    { content(view, pages) }
                </fieldset>
            </main>
            { toolbar::toolbar(view) }
            { footer(view) }
        </div>
    }
}

fn content(view: View, chunk: Option<&PagesChunk>) -> Html {
    match (&view.state.route, &view.state.workspace) {
        (route, _) if !view.state.texts.worded(route, view.locale()) => loading(view),
        (Route::Assessment(..), Some(workspace)) if two_ways(view, workspace).is_some() => {
            let shown = two_ways(view, workspace)
                .zip(chunk)
                .map(|(conflict, chunk)| (chunk.conflict)(view, conflict));
            shown.unwrap_or_else(|| loading(view))
        }
        (Route::Home, _) => pages::home(view),
        (Route::Nowhere, _) => pages::plain(view, w::NOWHERE, w::NOWHERE_BODY, nothing()),
        (Route::Privacy, _) => pages::privacy(view),
        (Route::Settings, _) => pages::settings(view),
        (Route::Assessment(..), None) => missing(view),
        (Route::Assessment(id, _), Some(workspace)) if *id != workspace.assessment.id => missing(view),
        (route, _) if route.needs_pages() => {
            chunk.and_then(|chunk| (chunk.page)(view)).unwrap_or_else(|| loading(view))
        }
        (Route::Assessment(_, page), Some(workspace)) => match page {
            Page::Dimension(id, _) => pages::dimension(view, workspace, id),
            Page::Question(id) => pages::single(view, workspace, id),
            Page::Express => pages::express(view, workspace),
            // Every other place needs the pages.
            _ => loading(view),
        },
        _ => loading(view),
    }
}

/// That the open assessment went two ways.
fn two_ways<'a>(view: View<'a>, workspace: &Workspace) -> Option<&'a Conflict> {
    view.state.conflict.as_deref().filter(|conflict| conflict.id == workspace.assessment.id)
}

/// That another tab changes the open assessment, and the way to do it here.
fn follower(view: View) -> Html {
    if view.state.role != Role::Follower || view.state.route.assessment().is_none() {
        return html! { <p class="unseen"></p> };
    }
    let take_over = view.ask(|_: MouseEvent| Request::TakeOver);
    html! {
        <div class="notice" role="status" data-test="follower">
            <p>{ view.t(w::FOLLOWER) }</p>
            <button type="button" class="small" data-test="take-over" onclick={take_over}>{ view.t(w::TAKE_OVER) }</button>
        </div>
    }
}

/// The texts are on their way.
fn loading(view: View) -> Html {
    html! { <h1 tabindex="-1">{ view.t(w::LOADING) }</h1> }
}

fn missing(view: View) -> Html {
    match &view.state.missing {
        None => html! { <h1 tabindex="-1">{ view.t(w::OPENING) }</h1> },
        Some(Missing::Unknown) => pages::plain(view, w::MISSING, w::MISSING_BODY, nothing()),
        Some(Missing::Deleted) => deleted(view),
        Some(Missing::Unreadable { key, raw, problems }) => pages::unreadable(view, key, raw, problems),
    }
}

/// The assessment was deleted; what was open here until then can still be taken along.
fn deleted(view: View) -> Html {
    let Some(held) = view.state.held.clone() else {
        return pages::plain(view, w::GONE, w::GONE_BODY, nothing());
    };
    let copy = Callback::from(move |_: MouseEvent| effects::save_copy(&held.assessment, &held.document));
    let button = html! {
        <p><button type="button" class="button" data-test="held" onclick={copy}>{ view.t(w::DOWNLOAD_NOW) }</button></p>
    };
    pages::plain(view, w::GONE, w::GONE_HELD, button)
}

fn header(view: View) -> Html {
    let locale = view.locale();
    let other = locale.other();
    let switch = view.on(move |_: MouseEvent| Some(Action::Language(other)));
    let go_to_content = Callback::from(|event: MouseEvent| {
        // A plain link would change the hash, and with it the place.
        event.prevent_default();
        crate::platform::page::focus("content");
    });
    html! {
        <header class="bar">
            <a class="skip" href="#content" onclick={go_to_content}>{ view.t(w::SKIP) }</a>
            <div class="bar__row">
                <a class="bar__brand" href="#/">{ view.t(w::PRODUCT) }</a>
                <span class="bar__tagline">{ view.t(w::TAGLINE) }</span>
                <nav class="bar__links" aria-label={view.t(w::MENU)}>
                    { nav_link(view, &Route::Settings, view.t(w::SETTINGS)) }
                    <button type="button" class="language" lang={other.tag()} onclick={switch}>
                        { other.0.short }
                    </button>
                </nav>
            </div>
            { inside(view) }
        </header>
    }
}

fn nav_link(view: View, route: &Route, name: &'static str) -> Html {
    let here = (view.state.route == *route).then_some("page");
    html! { <a href={route.hash()} aria-current={here}>{ name }</a> }
}

/// Navigation of the open assessment.
fn inside(view: View) -> Html {
    let (Some(workspace), Some(_)) = (&view.state.workspace, view.state.route.assessment()) else {
        return html! { <div class="bar__row bar__row--none"></div> };
    };
    let to = |page: Page| Route::Assessment(workspace.assessment.id.clone(), page);
    let name = titles::assessment_name(view.state, workspace);
    let sample = (workspace.assessment.id == sample::ID).then(|| view.t(w::SAMPLE_MARK));
    html! {
        <div class="bar__row bar__row--inside">
            <p class="bar__name">
                { name }
                <span class="bar__mark">{ sample.unwrap_or_default() }</span>
            </p>
            <nav class="bar__links" aria-label={view.t(w::OVERVIEW)}>
                { nav_link(view, &to(Page::Overview), view.t(w::OVERVIEW)) }
                { nav_link(view, &to(Page::Results), view.t(w::RESULTS)) }
                { nav_link(view, &to(Page::Plan), view.t(w::PLAN)) }
                { nav_link(view, &to(Page::Report), view.t(w::REPORT)) }
                { nav_link(view, &to(Page::Profile), view.t(w::PROFILE)) }
            </nav>
        </div>
    }
}

/// Texts or pages that did not come, with what helps: another try, or the release that has taken the place of this one.
fn not_arrived(view: View) -> Html {
    let locale = view.locale();
    let parts = [view.state.pages, view.state.saving];
    if parts.contains(&LoadState::Gone) || view.state.texts.gone() {
        let reload = Callback::from(|_: MouseEvent| effects::reload());
        // What is not stored yet gets there first; the toolbar says so, and offers it as a file meanwhile.
        let waits = matches!(view.state.saved, Saved::Saving | Saved::Failing);
        return notice(view.t(w::RELEASE_GONE), view.t(w::RELOAD), waits, reload);
    }
    let pages = view.state.pages == LoadState::Failed;
    let saving = view.state.saving == LoadState::Failed;
    if !view.state.texts.failed(&view.state.model, &view.state.route, locale) && !pages && !saving {
        return nothing();
    }
    let again = Callback::from({
        let send = view.send.clone();
        move |_: MouseEvent| {
            if saving {
                // What stores is fetched by whoever wants something of it.
                send.emit(Action::Ask(Request::List));
            }
            send.emit(Action::Retry);
        }
    });
    notice(view.t(w::LOAD_FAILED), view.t(w::RETRY), false, again)
}

fn notice(text: &str, button: &str, disabled: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <div class="notice notice--bad" role="alert">
            <p>{ text }</p>
            <button type="button" class="small" {disabled} {onclick}>{ button }</button>
        </div>
    }
}

fn footer(view: View) -> Html {
    html! {
        <footer class="foot">
            { link(&Route::Source.hash(), view.t(w::SOURCE)) }
            { link(&Route::Method.hash(), view.t(w::METHOD)) }
            { link(&Route::Privacy.hash(), view.t(w::PRIVACY)) }
        </footer>
    }
}
