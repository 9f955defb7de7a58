//! What dresses the cover: name, colour, logo. A picture that the format refuses changes nothing.

use yew::prelude::*;

use crate::i18n::{Text, words_report as r};
use crate::platform::{chosen, clock, field};
use crate::state::{Action, BrandField, Edit, Open, Told};
use crate::storage::shape;

use super::super::View;
use super::super::parts::line;

/// The colour that the choice of colours begins with.
const COLOUR: &str = "#0b6259";

/// What is told of a picture: it was taken, it is too large, it is none that can be taken.
pub const TAKEN: &str = "logo-taken";
/// Too large.
pub const LARGE: &str = "logo-large";
/// Another kind of file.
pub const KIND: &str = "logo-kind";

/// What to do with a picture that was chosen: tell why not, or change the brand. `None` where it was too large to read.
pub fn chosen(picture: Option<String>, now: String) -> Vec<Action> {
    let told = |of, taken| Action::Told(Some(Told { of, taken, name: String::new() }));
    match picture {
        None => vec![told(LARGE, false)],
        Some(address) if shape::logo(&address) => {
            vec![Action::Edit(Edit::Brand(BrandField::Logo(address)), now), told(TAKEN, true)]
        }
        Some(_) => vec![told(KIND, false)],
    }
}

fn message(of: &str) -> Option<Text> {
    match of {
        TAKEN => Some(r::LOGO_TAKEN),
        LARGE => Some(r::LOGO_LARGE),
        KIND => Some(r::LOGO_KIND),
        _ => None,
    }
}

/// The fields of the brand.
pub fn fields(view: View, open: &Open) -> Html {
    let brand = &open.assessment.brand;
    let name = view.edit(|event: InputEvent| Some(Edit::Brand(BrandField::Name(field::text(&event)))));
    let accent = view.edit(|event: Event| Some(Edit::Brand(BrandField::Accent(field::text(&event)))));
    let none = |make: fn(String) -> BrandField| {
        view.edit(move |_: MouseEvent| Some(Edit::Brand(make(String::new()))))
    };
    let send = view.send.clone();
    let logo = Callback::from(move |event: Event| {
        let send = send.clone();
        chosen::address(&event, shape::LOGO, move |picture| {
            chosen(picture, clock::now()).into_iter().for_each(|action| send.emit(action));
        });
    });
    let told = view.state.told.as_ref();
    let bad = told.is_some_and(|told| !told.taken);
    let told = told.and_then(|told| message(told.of)).map(|text| view.t(text)).unwrap_or_default();
    let colour = if brand.accent.is_empty() { COLOUR.to_string() } else { brand.accent.clone() };
    html! {
        <details class="report__brand">
            <summary>{ view.t(r::BRAND) }</summary>
            { line("brand-name", view.t(r::BRAND_NAME), &brand.name, Some(r::BRAND_HINT), view, name) }
            <p class="field">
                <label for="brand-accent">{ view.t(r::ACCENT) }</label>
                <span class="report__row">
                    <input id="brand-accent" type="color" value={colour} onchange={accent} />
                    <button type="button" class="small" disabled={brand.accent.is_empty()} onclick={none(BrandField::Accent)}>{ view.t(r::ACCENT_NONE) }</button>
                </span>
            </p>
            <p class="field">
                <label for="brand-logo">{ view.t(r::LOGO) }</label>
                <span class="report__row">
                    <input id="brand-logo" type="file" accept="image/png,image/jpeg,image/svg+xml" onchange={logo} />
                    <button type="button" class="small" disabled={brand.logo.is_empty()} onclick={none(BrandField::Logo)}>{ view.t(r::LOGO_NONE) }</button>
                </span>
            </p>
            <p class={classes!("report__told", bad.then_some("report__told--bad"))} role="status" data-test="logo-told">{ told }</p>
        </details>
    }
}
