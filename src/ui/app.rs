//! The root component: one state, one reducer, and the effects that follow from what changed.

use std::cell::RefCell;
use std::rc::Rc;

use yew::AppHandle;
use yew::prelude::*;

use crate::domain::Model;
use crate::i18n::Locale;
use crate::platform::page;
use crate::state::{Action, AppState, Place, Route};
use crate::storage::{own_model_text, read_model};

use super::program::{call_desk, expect_desk};
use super::{Desk, Front, Program, View, effects, shell, snapshots, title};

/// What the app is started with.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The questionnaire.
    pub model: Rc<Model>,
}

/// Starts the front in the element `app` of the page. It leaves when the desk is here.
pub fn start() {
    let Some(handle) = render::<Front>() else { return };
    let handle = RefCell::new(Some(handle));
    let leave = page::on_told("fuxiao-leave", move || {
        if let Some(handle) = handle.take() {
            handle.destroy();
        }
    });
    // Heard as long as the page lives.
    std::mem::forget(leave);
}

/// Starts the desk in the same place.
pub fn start_desk() {
    render::<Desk>();
}

fn render<P: Program>() -> Option<AppHandle<App<P>>> {
    // The tests read the same file: an unreadable one is never shipped.
    let model = read_model(own_model_text()).ok()?;
    let props = AppProps { model: Rc::new(model) };
    Some(yew::Renderer::<App<P>>::with_root_and_props(page::element("app")?, props).render())
}

/// The whole app, as far as a program has it.
#[component]
pub fn App<P: Program>(props: &AppProps) -> Html {
    let model = props.model.clone();
    let state = use_reducer(move || effects::first_state(model));
    let send = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    use_listeners(&send);
    use_texts(&state, &send);
    use_assessment(&state, &send);
    use_past::<P>(&state, &send);
    use_page(&state, &send);
    use_desk::<P>(&state, &send);
    shell::page::<P>(View { state: &state, send: &send })
}

/// Gets the desk: at once where the place needs it, in time where it may soon be wanted.
#[hook]
fn use_desk<P: Program>(state: &UseReducerHandle<AppState>, send: &Callback<Action>) {
    let locale = state.locale();
    let send = send.clone();
    use_effect_with((), move |()| {
        let absent = page::on_told("fuxiao-absent", move || send.emit(Action::DeskAbsent(true)));
        move || drop(absent)
    });
    let wanted = !P::WHOLE && state.route.beyond();
    use_effect_with(wanted, |wanted| {
        if *wanted {
            call_desk();
        }
    });
    let soon = !P::WHOLE && state.open.is_some() && state.texts.worded(&state.route, locale);
    use_effect_with(soon, |soon| {
        if *soon {
            expect_desk();
        }
    });
}

/// News of the browser, for as long as the page lives.
#[hook]
fn use_listeners(send: &Callback<Action>) {
    let send = send.clone();
    use_effect_with((), move |()| {
        page::take_over();
        let tell = send.clone();
        let hash = page::on_hash(move |hash| tell.emit(Action::Went(Route::parse(&hash))));
        let width = page::on_resize(move |width| send.emit(Action::Resized(width)));
        move || drop((hash, width))
    });
}

/// Fetches the texts that the place needs and that nobody asked for yet.
#[hook]
fn use_texts(state: &UseReducerHandle<AppState>, send: &Callback<Action>) {
    let locale = state.locale();
    use_fetch(locale, state.texts.lacking(&state.model, &state.route, locale), send);
    // What is looked for may be said in the other language.
    let looks = matches!(state.route, Route::Assessment(_, Place::Find)) && !state.find.words.is_empty();
    let other = locale.other();
    let lacking = if looks { state.texts.lacking(&state.model, &state.route, other) } else { Vec::new() };
    use_fetch(other, lacking, send);
}

/// Fetches texts.
#[hook]
fn use_fetch(locale: Locale, lacking: Vec<String>, send: &Callback<Action>) {
    let send = send.clone();
    use_effect_with((locale, lacking), move |(locale, lacking)| {
        for id in lacking {
            effects::fetch_text(&send, *locale, id);
        }
    });
}

/// Takes the assessment that the place names in hand, and stores every change of it.
#[hook]
fn use_assessment(state: &UseReducerHandle<AppState>, send: &Callback<Action>) {
    let wanted = state.wanted().map(str::to_string);
    {
        let (send, model) = (send.clone(), state.model.clone());
        use_effect_with(wanted, move |wanted| {
            if let Some(id) = wanted {
                effects::open(&send, &model, id);
            }
        });
    }
    let mark = state.open.as_ref().map(|open| (open.assessment.id.clone(), open.assessment.edit));
    {
        let (send, state) = (send.clone(), state.clone());
        use_effect_with(mark.clone(), move |_| {
            if let Some(open) = &state.open {
                let saved = effects::store(open);
                if saved != state.saved {
                    send.emit(Action::Stored(saved));
                }
            }
        });
    }
    let (send, model) = (send.clone(), state.model.clone());
    use_effect_with(mark, move |mark| effects::watch(mark.clone(), send, model));
}

/// Fetches the snapshot that the assessment in hand is compared with, and looks through all of them where they are
/// shown. Only the desk shows either.
#[hook]
fn use_past<P: Program>(state: &UseReducerHandle<AppState>, send: &Callback<Action>) {
    let open = state.open.as_ref().map(|open| &open.assessment);
    let named = open.and_then(|open| Some((open.id.clone(), open.baseline.clone()?)));
    {
        let (send, model) = (send.clone(), state.model.clone());
        use_effect_with(named, move |named| {
            if let (true, Some((of, id))) = (P::WHOLE, named) {
                snapshots::fetch_baseline(&send, &model, of, id, false);
            }
        });
    }
    let shows = matches!(state.route, Route::Assessment(_, Place::History));
    let of = open.filter(|_| shows).map(|open| open.id.clone());
    let (send, model) = (send.clone(), state.model.clone());
    use_effect_with(of, move |of| match P::WHOLE {
        true => snapshots::follow(of.clone(), send, model),
        false => Box::new(|| {}),
    });
}

/// Dresses the page, keeps the settings, moves the focus to new places, and looks through the shelf.
#[hook]
fn use_page(state: &UseReducerHandle<AppState>, send: &Callback<Action>) {
    let title = title(state);
    let theme = state.settings.theme;
    use_effect_with((state.locale(), theme, title), |(locale, theme, title)| {
        page::dress(locale.tag(), theme.word(), title);
    });
    use_effect_with(state.settings.clone(), effects::keep_settings);
    let at_home = state.route == Route::Home;
    {
        let (send, model) = (send.clone(), state.model.clone());
        use_effect_with(at_home, move |home| {
            if *home {
                effects::look_through(&send, &model);
            }
        });
    }
    // What had the focus may have gone to another place on the page, or away.
    let edit = state.open.as_ref().map(|open| open.assessment.edit);
    use_effect_with((state.board.hold.clone(), edit), |(hold, _)| page::regain(hold));
    // What is to have the focus must be there: a question with its text, any page with its words.
    let locale = state.locale();
    let of = match &state.route {
        Route::Assessment(_, Place::Dimension(id, Some(_))) => {
            state.model.find_dimension(id).map(|(_, of)| of)
        }
        Route::Assessment(_, Place::Question(id)) => state.model.dimension_of(id),
        _ => None,
    };
    let come = of.is_none_or(|of| state.open.is_some() && state.texts.dimension(locale, &of.id).is_some());
    let ready = state.texts.worded(&state.route, locale) && come;
    let back = state.back.as_ref().map(|(_, id)| id.clone());
    let been = use_mut_ref(|| None::<Route>);
    use_effect_with((state.route.clone(), ready), move |(route, ready)| {
        // Once for each place: another language moves nothing.
        if !*ready || been.borrow().as_ref() == Some(route) {
            return;
        }
        let begins = been.replace(Some(route.clone())).is_none() && !page::taken_over();
        match route {
            Route::Assessment(_, Place::Dimension(_, Some(criterion))) => {
                page::focus(&super::answers::anchor(criterion));
            }
            Route::Assessment(_, Place::Question(criterion)) => {
                page::begin_at(&super::answers::anchor(criterion));
            }
            Route::Assessment(_, Place::Check(_)) if back.is_some() => {
                page::focus(&super::answers::checked(&back.unwrap_or_default()));
            }
            _ if !begins => page::announce(),
            _ => {}
        }
    });
}
