//! The root component: one state, one reducer, and the effects that follow from what changed.

use std::cell::OnceCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::platform::page::Focused;
use crate::platform::typing::Typing;
use crate::platform::{net, page, timer};
use crate::services::chunk::SavingLoader;
use crate::state::{Action, AppState, LoadState, Page, Request, Route};
use fuxiao_core::Model;
use fuxiao_format::{own_model_text, read_model};
use fuxiao_language::Locale;

use super::{PagesChunk, View, effects, pages_chunk, shell, title};

/// Milliseconds for which an assessment is open before the pages are fetched that may be asked for next: by then the
/// first question is on the page.
const SETTLED: u32 = 1_500;

/// What the app is started with.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The questionnaire.
    pub model: Rc<Model>,
}

/// Starts the app in the element `app` of the page.
pub fn start() {
    // The tests read the same file: an unreadable one is never shipped.
    if let (Ok(model), Some(root)) = (read_model(own_model_text()), page::element("app")) {
        let props = AppProps { model: Rc::new(model) };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
    }
}

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let model = props.model.clone();
    let state = use_reducer(move || effects::first_state(model));
    let send = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let send = use_patience(send);
    let storage = {
        let (model, send) = (state.model.clone(), send.clone());
        use_memo((), move |()| SavingLoader::new(model, send))
    };
    let storage = (*storage).clone();
    let send = {
        let storage = storage.clone();
        use_callback((), move |action: Action, ()| match action {
            Action::Ask(request) => storage.perform(request),
            action => send.emit(action),
        })
    };
    use_storage(&state, &storage);
    use_listeners(&send);
    use_texts(&state, &send);
    use_assessment(&state, &send, &storage);
    let pages = use_pages(&state, &send);
    use_past(&state, &send);
    use_page(&state, &send, pages);
    shell::page(View { state: &state, send: &send }, pages)
}

/// Fetches the pages of the chunk: at once where the place needs them, in time where they may soon be wanted. What did
/// not arrive in time is fetched again when it is needed.
#[hook]
fn use_pages(state: &UseReducerHandle<AppState>, send: &Callback<Action>) -> Option<&'static PagesChunk> {
    let chunk = use_memo((), |()| OnceCell::new());
    let needed = state.route.needs_pages() && state.pages == LoadState::NotAsked;
    {
        let (send, chunk) = (send.clone(), chunk.clone());
        use_effect_with(needed, move |needed| {
            if *needed {
                pages_chunk::fetch(&send, &chunk);
            }
        });
    }
    let soon = state.workspace.is_some() && state.texts.worded(&state.route, state.locale());
    {
        let (send, chunk) = (send.clone(), chunk.clone());
        use_effect_with(soon, move |soon| {
            if *soon {
                net::spawn(async move {
                    timer::sleep(SETTLED).await;
                    pages_chunk::fetch(&send, &chunk);
                });
            }
        });
    }
    chunk.get().copied()
}

/// News of the browser, for as long as the page lives.
#[hook]
fn use_listeners(send: &Callback<Action>) {
    let send = send.clone();
    use_effect_with((), move |()| {
        page::remove_first_paint();
        let tell = send.clone();
        let hash = page::on_hash(move |hash| tell.emit(Action::Navigated(Route::parse(&hash))));
        let tell = send.clone();
        let refused = page::on_refused(move || tell.emit(Action::Refused));
        let tell = send.clone();
        let online = page::on_online(move || tell.emit(Action::Retry));
        let width = page::on_resize(move |width| send.emit(Action::Resized(width)));
        move || drop((hash, refused, online, width))
    });
}

/// Fetches the texts that the place needs and that nobody asked for yet.
#[hook]
fn use_texts(state: &UseReducerHandle<AppState>, send: &Callback<Action>) {
    // What is looked for may be said in any language.
    let looks = matches!(state.route, Route::Assessment(_, Page::Find)) && !state.find.words.is_empty();
    let locales = Locale::ALL.into_iter().filter(|locale| looks || *locale == state.locale());
    let lacking = locales.map(|locale| (locale, state.texts.lacking(&state.model, &state.route, locale)));
    let send = send.clone();
    use_effect_with(lacking.collect::<Vec<_>>(), move |lacking| {
        for (locale, ids) in lacking {
            ids.iter().for_each(|id| effects::fetch_text(&send, *locale, id));
        }
    });
}

/// Lets what happens in the background wait while a figure or a date is being typed: drawing the page anew would put the
/// old one back into the field.
#[hook]
fn use_patience(send: Callback<Action>) -> Callback<Action> {
    let waiting = use_mut_ref(Vec::<Action>::new);
    let typing = {
        let (send, waiting) = (send.clone(), waiting.clone());
        use_memo((), move |()| {
            Typing::new(move || {
                let (send, waiting) = (send.clone(), waiting.clone());
                net::spawn(async move {
                    // After what the field tells has been taken in.
                    timer::sleep(0).await;
                    let waited = waiting.take();
                    waited.into_iter().for_each(|action| send.emit(action));
                });
            })
        })
    };
    use_callback((), move |action: Action, ()| match typing.goes_on() && action.can_wait() {
        true => waiting.borrow_mut().push(action),
        false => send.emit(action),
    })
}

/// Starts the storing, and keeps it told of the state.
#[hook]
fn use_storage(state: &UseReducerHandle<AppState>, storage: &Rc<SavingLoader>) {
    storage.see(state.clone());
    let storage = storage.clone();
    use_effect_with((), move |()| storage.start());
}

/// Opens the assessment that the route names, and stores every change of it.
#[hook]
fn use_assessment(state: &UseReducerHandle<AppState>, send: &Callback<Action>, storage: &Rc<SavingLoader>) {
    let wanted = state.wanted().map(str::to_string);
    {
        let send = send.clone();
        use_effect_with(wanted, move |wanted| {
            if let Some(id) = wanted {
                send.emit(Action::Ask(Request::Open(id.clone())));
            }
        });
    }
    let mark = state
        .workspace
        .as_ref()
        .map(|workspace| (workspace.assessment.id.clone(), workspace.assessment.revision));
    let (storage, workspace) = (storage.clone(), state.workspace.clone());
    use_effect_with(mark, move |_| {
        if let Some(workspace) = &workspace {
            storage.changed(workspace);
        }
    });
}

/// Fetches the snapshot that the open assessment is compared with, and looks through all of them where they are
/// shown.
#[hook]
fn use_past(state: &UseReducerHandle<AppState>, send: &Callback<Action>) {
    let assessment = state.workspace.as_ref().map(|workspace| &workspace.assessment);
    let named = assessment.and_then(|of| Some((of.id.clone(), of.baseline.clone()?)));
    {
        let send = send.clone();
        use_effect_with(named, move |named| {
            if let Some((of, id)) = named.clone() {
                send.emit(Action::Ask(Request::Baseline { of, id, again: false }));
            }
        });
    }
    let shows = matches!(state.route, Route::Assessment(_, Page::History));
    let of = assessment.filter(|_| shows).map(|of| of.id.clone());
    let send = send.clone();
    use_effect_with(of, move |of| {
        if let Some(of) = of.clone() {
            send.emit(Action::Ask(Request::ListSnapshots(of)));
        }
    });
}

/// Sets title, language and look of the page, keeps the settings, moves the focus to new places, and looks through the
/// library.
#[hook]
fn use_page(state: &UseReducerHandle<AppState>, send: &Callback<Action>, pages: Option<&'static PagesChunk>) {
    let title = title(state);
    let theme = state.settings.theme;
    use_effect_with((state.locale(), theme, title), |(locale, theme, title)| {
        page::set_document_attributes(locale.tag(), theme.word(), title);
    });
    let kept = use_mut_ref(|| state.settings.clone());
    use_effect_with(state.settings.clone(), move |settings| {
        let before = kept.replace(settings.clone());
        effects::keep_settings(&before, settings);
    });
    let at_home = state.route == Route::Home;
    {
        let send = send.clone();
        use_effect_with(at_home, move |home| {
            if *home {
                send.emit(Action::Ask(Request::List));
            }
        });
    }
    // What had the focus may have gone to another place on the page, or away.
    let edit = state.workspace.as_ref().map(|workspace| workspace.assessment.revision);
    use_effect_with((state.board.focus_fallback.clone(), edit), |(focus_fallback, _)| {
        page::restore_focus(focus_fallback)
    });
    // What is to have the focus must be there: a question with its text, any page with its words and the page itself.
    let locale = state.locale();
    let of = match &state.route {
        Route::Assessment(_, Page::Dimension(id, Some(_))) => {
            state.model.find_dimension(id).map(|(_, of)| of)
        }
        Route::Assessment(_, Page::Question(id)) => state.model.dimension_of(id),
        _ => None,
    };
    let come =
        of.is_none_or(|of| state.workspace.is_some() && state.texts.dimension(locale, &of.id).is_some());
    let here = pages.is_some() || !state.route.needs_pages();
    let ready = state.texts.worded(&state.route, locale) && come && here;
    let back = state.return_to.as_ref().map(|(_, id)| id.clone());
    let been = use_mut_ref(|| None::<Route>);
    let waiting = use_mut_ref(|| None::<Focused>);
    use_effect_with((state.route.clone(), ready), move |(route, ready)| {
        // Once for each place: another language moves nothing.
        if been.borrow().as_ref() == Some(route) {
            return;
        }
        if !*ready {
            waiting.replace(Some(Focused::now()));
            return;
        }
        let begins = been.replace(Some(route.clone())).is_none();
        // Who has gone on to something else while the page was on its way is not called away from it.
        if waiting.take().is_some_and(|focused| !focused.stayed()) {
            return;
        }
        match route {
            Route::Assessment(_, Page::Dimension(_, Some(criterion))) => {
                page::focus(&super::answers::anchor(criterion));
            }
            Route::Assessment(_, Page::Question(criterion)) => {
                page::focus_at_top(&super::answers::anchor(criterion));
            }
            Route::Assessment(_, Page::Check(_)) if back.is_some() => {
                page::focus(&super::answers::checked(&back.unwrap_or_default()));
            }
            _ if !begins => page::announce(),
            _ => {}
        }
    });
}
