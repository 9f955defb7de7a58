//! Small parts that pages share. Know no page.

use yew::prelude::*;

use crate::state::Action;
use fuxiao_language::Text;

pub use fuxiao_narrative::names::{level_text, status};

use super::View;

/// A plain link.
pub fn link(to: &str, text: &str) -> Html {
    html! { <a href={to.to_string()}>{ text }</a> }
}

/// A link that looks like a button: the main way on, or another one.
pub fn button_link(to: &str, text: &str, main: bool) -> Html {
    html! { <a class={classes!("button", main.then_some("button--main"))} href={to.to_string()}>{ text }</a> }
}

/// How many levels have a colour of their own; higher ones look like the last.
const COLOURS: u8 = 5;

/// A level in its colour, always with its number; a dash where there is none.
pub fn badge(level: Option<u8>) -> Html {
    match level {
        Some(level) => {
            html! { <span class={format!("badge badge--{}", level.min(COLOURS))}>{ level }</span> }
        }
        None => html! { <span class="badge badge--none">{ "–" }</span> },
    }
}

/// How much is answered, as a bar; the sentence beside it says the same.
pub fn meter(done: usize, of: usize, label: String) -> Html {
    html! {
        <progress class="meter" max={of.max(1).to_string()} value={done.to_string()} aria-label={label}></progress>
    }
}

/// A table that scrolls inside itself where it is too wide.
pub fn table(caption: &str, head: &[&str], rows: Vec<Vec<Html>>) -> Html {
    let row = |cells: Vec<Html>| {
        let cells = cells.into_iter().enumerate().map(|(i, cell)| match i {
            0 => html! { <th scope="row">{ cell }</th> },
            _ => html! { <td>{ cell }</td> },
        });
        html! { <tr>{ for cells }</tr> }
    };
    html! {
        <div class="table" role="region" aria-label={caption.to_string()} tabindex="0">
            <table>
                <caption class="unseen">{ caption }</caption>
                <thead><tr>{ for head.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
                <tbody>{ for rows.into_iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// A text cell.
pub fn cell(text: impl Into<String>) -> Html {
    Html::from(text.into())
}

/// A choice from a list: value, name, whether it is the one.
pub fn choice(id: &str, label: &str, options: &[(String, String, bool)], onchange: Callback<Event>) -> Html {
    html! {
        <p class="field">
            <label for={id.to_string()}>{ label }</label>
            <select id={id.to_string()} {onchange}>{ for options_of(options) }</select>
        </p>
    }
}

/// The options of a choice. They are made anew when another one is chosen: one that was picked by hand no longer heeds
/// its attribute, and undo could not bring it back.
pub fn options_of(options: &[(String, String, bool)]) -> impl Iterator<Item = Html> {
    let chosen = options.iter().find(|(.., chosen)| *chosen).map(|(value, ..)| value.clone());
    let chosen = chosen.unwrap_or_default();
    options.iter().map(move |(value, name, is)| {
        html! { <option key={format!("{chosen} {value}")} value={value.clone()} selected={*is}>{ name }</option> }
    })
}

/// A line of text to fill in.
pub fn line(
    id: &str,
    label: &str,
    value: &str,
    hint: Option<Text>,
    view: View,
    oninput: Callback<InputEvent>,
) -> Html {
    let hint_id = format!("{id}-hint");
    html! {
        <p class="field">
            <label for={id.to_string()}>{ label }</label>
            <input id={id.to_string()} type="text" maxlength="200" autocomplete="off" value={value.to_string()}
                aria-describedby={hint.map(|_| hint_id.clone())} {oninput} onchange={rest(view)} />
            if let Some(hint) = hint {
                <span class="field__hint" id={hint_id}>{ view.t(hint) }</span>
            }
        </p>
    }
}

/// Several lines of text to fill in.
pub fn lines(view: View, id: &str, label: &str, value: &str, oninput: Callback<InputEvent>) -> Html {
    let onchange = rest(view);
    html! {
        <p class="field">
            <label for={id.to_string()}>{ label }</label>
            <textarea id={id.to_string()} rows="2" maxlength="2000" value={value.to_string()} {oninput} {onchange} />
        </p>
    }
}

/// A box to tick.
pub fn tick(id: &str, name: &str, checked: bool, onchange: Callback<Event>) -> Html {
    html! {
        <label key={id.to_string()} class="tick">
            <input type="checkbox" id={id.to_string()} {checked} {onchange} />
            <span>{ name }</span>
        </label>
    }
}

/// A text field that was left ends the step that undo takes back.
fn rest(view: View) -> Callback<Event> {
    view.on(|_: Event| Some(Action::FieldLeft))
}
