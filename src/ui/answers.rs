//! One question with everything that can be said to it. Knows one criterion at a time.

use fuxiao_narrative::reasons::not_sold;
use yew::prelude::*;

use crate::platform::field;
use crate::state::{Edit, Page, Route, Workspace};
use fuxiao_core::assessment::Flag;
use fuxiao_core::ident::encoded;
use fuxiao_core::{Answer, Criterion, Entry};
use fuxiao_language::{CriterionText, Text, words as w, words_answering as a};

pub use fuxiao_narrative::names::{numbered, short};
pub use fuxiao_narrative::reasons::individuals;

use super::View;
use super::changed::at_question;
use super::keys::{NavTarget, keys, neighbour};
use super::kpi_field::kpi_field;
use super::proof::{evidence, not_applicable};
use super::rule::window_line;
use super::widgets::{lines, link};

/// The element that a link to a question moves the focus to.
pub fn anchor(criterion: &str) -> String {
    format!("q-{}", encoded(criterion))
}

/// The row of a question among the answers to be checked.
pub fn checked(criterion: &str) -> String {
    format!("c-{}", encoded(criterion))
}

/// The radio button of a level.
pub fn radio_id(criterion: &str, level: u8) -> String {
    format!("q-{}-{level}", encoded(criterion))
}

/// The folded part with reasons for "not applicable".
pub fn na_id(criterion: &str) -> String {
    format!("q-{}-no", encoded(criterion))
}

/// The folded part that says what would prove an answer.
pub fn proof_id(criterion: &str) -> String {
    format!("q-{}-proof", encoded(criterion))
}

/// The choice of evidence.
pub fn evidence_id(criterion: &str) -> String {
    format!("q-{}-evidence", encoded(criterion))
}

/// The name of a mark.
pub fn flag_name(flag: Flag) -> Text {
    match flag {
        Flag::Later => w::FLAG_LATER,
        Flag::Ask => w::FLAG_ASK,
    }
}

/// One question.
pub fn question(view: View, workspace: &Workspace, criterion: &Criterion, text: &CriterionText) -> Html {
    let none = Entry::default();
    let entry = workspace.assessment.answers.get(&criterion.id).unwrap_or(&none);
    let hint_id = format!("{}-hint", anchor(&criterion.id));
    let next = neighbour(view, workspace, criterion, true);
    if !criterion.asked_of(&workspace.assessment.firm) {
        return not_asked(view, workspace, criterion, text);
    }
    html! {
        <fieldset key={criterion.id.clone()} class="question" id={anchor(&criterion.id)} tabindex="-1"
            aria-describedby={hint_id.clone()} data-criterion={criterion.id.clone()} onkeydown={keys(view, workspace, criterion, &next)}>
            <legend>
                <span class="question__name"><span class="question__id">{ short(&criterion.id).to_string() }</span>{ " " }{ &text.name }</span>
                <span class="question__text">{ &text.question }</span>
                { window_line(view, criterion) }
            </legend>
            <div class="question__changed">{ at_question(view, workspace, criterion) }</div>
            <p class="question__hint" id={hint_id}>{ &text.hint }</p>
            <p class="question__source">{ view.locale().colon(view.t(w::SOURCE_ASKS), &text.source) }</p>
            <div class="levels">{ for (1..).zip(&text.levels).map(|(n, level)| one_level(view, criterion, entry, &next, n, level)) }</div>
            <div class="question__more">
                { figures(view, workspace, criterion, entry) }
                { evidence(view, workspace, criterion, entry, text) }
                { not_applicable(view, criterion, entry) }
                { foot(view, workspace, criterion, entry) }
            </div>
        </fieldset>
    }
}

/// A question of which the profile says that the firm is not asked it: for whom it is, and the way to the profile.
fn not_asked(view: View, workspace: &Workspace, criterion: &Criterion, text: &CriterionText) -> Html {
    let reason = not_sold(&view.narrator(), criterion);
    html! {
        <div key={criterion.id.clone()} class="question" id={anchor(&criterion.id)} tabindex="-1"
            data-criterion={criterion.id.clone()} data-test="not-asked">
            <p class="question__name"><span class="question__id">{ short(&criterion.id).to_string() }</span>{ " " }{ &text.name }</p>
            <p>{ view.f(a::NOT_ASKED, &[("reason", &reason)]) }</p>
            <p class="question__foot">{ link(&view.inside(workspace, Page::Profile), view.t(w::PROFILE)) }</p>
        </div>
    }
}

fn one_level(view: View, criterion: &Criterion, entry: &Entry, next: &NavTarget, n: u8, text: &str) -> Html {
    let id = criterion.id.clone();
    let chosen = entry.level() == Some(n);
    let onchange = view.edit(move |_: Event| Some(Edit::Level(id.clone(), n)));
    // Arrow keys choose, too, and must not move on; the browser counts no clicks for what they do.
    let next = view.state.settings.advance.then(|| next.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        if event.detail() > 0
            && let Some(next) = &next
        {
            next.go();
        }
    });
    html! {
        <label key={n} class={classes!("level", chosen.then_some("level--chosen"))}>
            <input type="radio" id={radio_id(&criterion.id, n)} name={anchor(&criterion.id)} value={n.to_string()}
                checked={chosen} {onchange} {onclick} />
            <kbd class="level__key">{ n }</kbd>
            <span class="level__text">{ text }</span>
        </label>
    }
}

/// The figures of a criterion: those that cap it can be filled in, the others are named.
fn figures(view: View, workspace: &Workspace, criterion: &Criterion, entry: &Entry) -> Html {
    let kpis = &view.state.model.kpis;
    let own = criterion.kpis.iter().filter_map(|kpi| kpis.get(*kpi));
    let see: Vec<String> =
        criterion.see.iter().filter_map(|kpi| kpis.get(*kpi)).map(|kpi| view.kpi_name(&kpi.id)).collect();
    let own = own.map(|kpi| kpi_field(view, workspace, criterion, entry, kpi));
    html! {
        <div class="question__figures">
            { for own }
            if !see.is_empty() {
                <p class="question__hint">{ view.locale().colon(view.t(w::KPI_SEE), &view.locale().list(&see)) }</p>
            }
        </div>
    }
}

fn foot(view: View, workspace: &Workspace, criterion: &Criterion, entry: &Entry) -> Html {
    let id = criterion.id.clone();
    let note = view.edit(move |event: InputEvent| Some(Edit::Note(id.clone(), field::text(&event))));
    let id = criterion.id.clone();
    let private = view.edit(move |event: InputEvent| Some(Edit::Private(id.clone(), field::text(&event))));
    let id = criterion.id.clone();
    let clear = view.edit(move |_: MouseEvent| Some(Edit::Clear(id.clone())));
    let flag = |flag: Flag| {
        let on = entry.flag == Some(flag);
        let id = criterion.id.clone();
        let onclick = view.edit(move |_: MouseEvent| Some(Edit::Flag(id.clone(), (!on).then_some(flag))));
        html! {
            <button type="button" class="small" aria-pressed={on.to_string()} {onclick}>{ view.t(flag_name(flag)) }</button>
        }
    };
    let name = anchor(&criterion.id);
    let noted = !entry.note.is_empty() || !entry.private.is_empty();
    html! {
        <>
            <details class="question__note" open={noted}>
                <summary>{ view.t(a::NOTES) }</summary>
                <p class="question__hint">{ view.t(a::NOTE_WARNING) }</p>
                { lines(view, &format!("{name}-note"), view.t(a::NOTE_SHARED), &entry.note, note) }
                { lines(view, &format!("{name}-private"), view.t(a::NOTE_PRIVATE), &entry.private, private) }
            </details>
            <p class="question__foot">
                { flag(Flag::Later) }
                { flag(Flag::Ask) }
                if entry.answer != Answer::Unanswered {
                    <button type="button" class="small" onclick={clear}>{ view.t(w::CLEAR) }</button>
                }
                { other_mode(view, workspace, criterion) }
            </p>
        </>
    }
}

/// The same question in the other way through.
fn other_mode(view: View, workspace: &Workspace, criterion: &Criterion) -> Html {
    let dimension = view.state.model.dimension_of(&criterion.id).map(|dimension| dimension.id.clone());
    let (page, text) = match (&view.state.route, dimension) {
        (Route::Assessment(_, Page::Question(id)), Some(dimension)) => {
            (Page::Dimension(dimension, Some(id.clone())), a::SECTION)
        }
        _ => (Page::Question(criterion.id.clone()), a::ONE_BY_ONE),
    };
    html! { <span class="question__mode">{ link(&view.inside(workspace, page), view.t(text)) }</span> }
}
