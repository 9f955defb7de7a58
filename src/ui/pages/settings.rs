//! Language, look, and how questions are answered.

use yew::prelude::*;

use crate::platform::field;
use crate::state::{Action, Theme};
use fuxiao_language::{Locale, Text, words as w, words_answering as a, words_pages as p};

use super::super::View;
use super::super::widgets::{choice, tick};

/// The settings page.
pub fn settings(view: View) -> Html {
    let language = |locale: Locale| {
        let checked = view.locale() == locale;
        let onchange = view.on(move |_: Event| Some(Action::Language(locale)));
        html! {
            <label key={locale.tag()} class="tick language" lang={locale.tag()}>
                <input type="radio" name="language" value={locale.tag()} {checked} {onchange} />
                <span>{ locale.0.name }</span>
            </label>
        }
    };
    let themes: Vec<_> = Theme::ALL
        .iter()
        .map(|theme| {
            let name = match theme {
                Theme::Auto => p::THEME_AUTO,
                Theme::Light => p::THEME_LIGHT,
                Theme::Dark => p::THEME_DARK,
            };
            (theme.word().to_string(), view.t(name).to_string(), *theme == view.state.settings.theme)
        })
        .collect();
    let theme = view.on(|event: Event| {
        let word = field::text(&event);
        Theme::ALL.into_iter().find(|theme| theme.word() == word).map(Action::Theme)
    });
    html! {
        <div class="settings">
            <h1 tabindex="-1">{ view.t(w::SETTINGS) }</h1>
            <fieldset class="group">
                <legend>{ view.t(p::SETTINGS_LANGUAGE) }</legend>
                { for Locale::ALL.map(language) }
            </fieldset>
            { choice("theme", view.t(p::SETTINGS_THEME), &themes, theme) }
            <fieldset class="group">
                <legend>{ view.t(a::SET_ANSWERING) }</legend>
                { switch(view, "keys", a::SET_KEYS, view.state.settings.keys, Action::AnswerByKeys) }
                <p class="question__hint">{ view.t(a::KEYS_HINT) }</p>
                { switch(view, "advance", a::SET_ADVANCE, view.state.settings.advance, Action::Advance) }
            </fieldset>
        </div>
    }
}

fn switch(view: View, id: &str, text: Text, on: bool, action: fn(bool) -> Action) -> Html {
    tick(id, view.t(text), on, view.on(move |event: Event| Some(action(field::ticked(&event)))))
}
