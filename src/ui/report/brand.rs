//! What the cover bears: name, colour, logo. A picture that the format refuses changes nothing.

use yew::prelude::*;

use crate::platform::{clock, field, file_input};
use crate::state::{Action, BrandField, Edit, ExportOutcome, Workspace};
use fuxiao_format::shape;
use fuxiao_language::{Text, words_report as r};

use super::super::View;
use super::super::widgets::line;

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
    let outcome =
        |of, accepted| Action::ExportEnded(Some(ExportOutcome { of, accepted, name: String::new() }));
    match picture {
        None => vec![outcome(LARGE, false)],
        Some(address) if shape::logo(&address) => {
            vec![Action::Edit(Edit::Brand(BrandField::Logo(address)), now), outcome(TAKEN, true)]
        }
        Some(_) => vec![outcome(KIND, false)],
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
pub fn fields(view: View, workspace: &Workspace) -> Html {
    let brand = &workspace.assessment.brand;
    let name = view.edit(|event: InputEvent| Some(Edit::Brand(BrandField::Name(field::text(&event)))));
    let accent = view.edit(|event: Event| Some(Edit::Brand(BrandField::Accent(field::text(&event)))));
    let none = |make: fn(String) -> BrandField| {
        view.edit(move |_: MouseEvent| Some(Edit::Brand(make(String::new()))))
    };
    let send = view.send.clone();
    let logo = Callback::from(move |event: Event| {
        let send = send.clone();
        file_input::address(&event, shape::LOGO, move |picture| {
            chosen(picture, clock::now()).into_iter().for_each(|action| send.emit(action));
        });
    });
    let outcome = view.state.export_outcome.as_ref();
    let bad = outcome.is_some_and(|outcome| !outcome.accepted);
    let outcome =
        outcome.and_then(|outcome| message(outcome.of)).map(|text| view.t(text)).unwrap_or_default();
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
            <p class={classes!("report__outcome", bad.then_some("report__outcome--bad"))} role="status" data-test="logo-outcome">{ outcome }</p>
        </details>
    }
}
