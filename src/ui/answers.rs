//! One question with everything that can be said to it. Knows one criterion at a time.

use yew::prelude::*;

use crate::domain::assessment::Flag;
use crate::domain::{Answer, Criterion, Dimension, Entry, Evidence, Kpi};
use crate::i18n::{CriterionText, Text, whole, words as w, words_pages as p};
use crate::platform::field;
use crate::state::{Edit, Open};

use super::parts::{choice, lines};
use super::{View, nothing};

/// The element that a link to a question moves the focus to.
pub fn anchor(criterion: &str) -> String {
    format!("q-{criterion}")
}

/// One question.
pub fn question(
    view: View,
    open: &Open,
    dimension: &Dimension,
    criterion: &Criterion,
    text: &CriterionText,
) -> Html {
    let none = Entry::default();
    let entry = open.assessment.answers.get(&criterion.id).unwrap_or(&none);
    let hint_id = format!("{}-hint", anchor(&criterion.id));
    let short = criterion.id.trim_start_matches(|c: char| !c.is_ascii_digit());
    html! {
        <fieldset key={criterion.id.clone()} class="question" id={anchor(&criterion.id)} tabindex="-1"
            aria-describedby={hint_id.clone()} data-criterion={criterion.id.clone()}>
            <legend>
                <span class="question__name"><span class="question__id">{ short.to_string() }</span>{ " " }{ &text.name }</span>
                <span class="question__text">{ &text.question }</span>
            </legend>
            <p class="question__hint" id={hint_id}>{ &text.hint }</p>
            <p class="question__source">{ view.locale().colon(view.t(w::SOURCE_ASKS), &text.source) }</p>
            <div class="levels">{ for (1..).zip(&text.levels).map(|(n, level)| one_level(view, criterion, entry, n, level)) }</div>
            <div class="question__more">
                { not_applicable(view, criterion, entry) }
                { evidence(view, criterion, entry, text) }
                { figures(view, open, dimension, criterion) }
                { foot(view, criterion, entry) }
            </div>
        </fieldset>
    }
}

fn one_level(view: View, criterion: &Criterion, entry: &Entry, n: u8, text: &str) -> Html {
    let id = criterion.id.clone();
    let chosen = entry.level() == Some(n);
    let onchange = view.edit(move |_: Event| Some(Edit::Level(id.clone(), n)));
    html! {
        <label key={n} class={classes!("level", chosen.then_some("level--chosen"))}>
            <input type="radio" name={anchor(&criterion.id)} value={n.to_string()} checked={chosen} {onchange} />
            <span class={format!("level__number level__number--{n}")}>{ n }</span>
            <span class="level__text">{ text }</span>
        </label>
    }
}

/// Not applicable counts only with a reason, so the reason is what is filled in.
fn not_applicable(view: View, criterion: &Criterion, entry: &Entry) -> Html {
    if !criterion.na_allowed {
        return html! { <div class="question__na"></div> };
    }
    let reason = match &entry.answer {
        Answer::NotApplicable(reason) => reason.as_str(),
        _ => "",
    };
    let id = criterion.id.clone();
    let applies = reason.is_empty();
    let oninput = view.edit(move |event: InputEvent| {
        let text = field::text(&event);
        match text.trim().is_empty() {
            false => Some(Edit::NotApplicable(id.clone(), text)),
            true if !applies => Some(Edit::Clear(id.clone())),
            true => None,
        }
    });
    html! {
        <details class="question__na" open={!applies}>
            <summary>{ view.t(w::NOT_APPLICABLE) }</summary>
            <p class="question__hint">{ view.t(w::REASON_HINT) }</p>
            { lines(&format!("{}-na", anchor(&criterion.id)), view.t(w::REASON), reason, oninput) }
        </details>
    }
}

/// The name of a grade of evidence.
pub fn evidence_name(grade: Evidence) -> Text {
    match grade {
        Evidence::None => w::EVIDENCE_NONE,
        Evidence::Document => w::EVIDENCE_DOCUMENT,
        Evidence::Records => w::EVIDENCE_RECORDS,
        Evidence::Measured => w::EVIDENCE_MEASURED,
    }
}

/// Proof is asked for from level 3 up; below, an admitted weakness needs none.
fn evidence(view: View, criterion: &Criterion, entry: &Entry, text: &CriterionText) -> Html {
    if entry.level().is_none_or(|level| level < 3) {
        return html! { <div class="question__evidence"></div> };
    }
    let id = criterion.id.clone();
    let onchange = view.edit(move |event: Event| {
        Some(Edit::Evidence(id.clone(), Evidence::from_word(&field::text(&event))?))
    });
    let options: Vec<_> = Evidence::ALL
        .iter()
        .map(|grade| {
            (grade.word().to_string(), view.t(evidence_name(*grade)).to_string(), *grade == entry.evidence)
        })
        .collect();
    html! {
        <div class="question__evidence">
            { choice(&format!("{}-evidence", anchor(&criterion.id)), view.t(w::EVIDENCE), &options, onchange) }
            <p class="question__hint">{ view.locale().colon(view.t(w::EVIDENCE_HINT), &text.evidence) }</p>
        </div>
    }
}

/// The figures of a criterion: those that cap it can be filled in, the others are named.
fn figures(view: View, open: &Open, dimension: &Dimension, criterion: &Criterion) -> Html {
    let kpis = &view.state.model.kpis;
    let own = criterion.kpis.iter().filter_map(|kpi| kpis.get(*kpi));
    let see: Vec<String> =
        criterion.see.iter().filter_map(|kpi| kpis.get(*kpi)).map(|kpi| view.kpi_name(&kpi.id)).collect();
    let own = own.map(|kpi| figure(view, open, dimension, criterion, kpi));
    html! {
        <div class="question__figures">
            { for own }
            if !see.is_empty() {
                <p class="question__hint">{ view.locale().colon(view.t(w::KPI_SEE), &view.locale().list(&see)) }</p>
            }
        </div>
    }
}

fn figure(view: View, open: &Open, dimension: &Dimension, criterion: &Criterion, kpi: &Kpi) -> Html {
    let common = view.state.texts.common(view.locale());
    let Some(text) = common.and_then(|common| common.kpis.get(&kpi.id)) else { return nothing() };
    let id = format!("{}-{}-{}", dimension.id, anchor(&criterion.id), kpi.id);
    let bad_id = format!("{id}-bad");
    let kpi_id = kpi.id.clone();
    let onchange = view.edit(move |event: Event| Some(Edit::Kpi(kpi_id.clone(), field::number(&event)?)));
    let value = open.assessment.kpi_value(&kpi.id).map(whole).unwrap_or_default();
    let bad = match kpi.range {
        Some((low, high)) => view.f(w::KPI_BAD, &[("low", &whole(low)), ("high", &whole(high))]),
        None => view.t(w::KPI_BAD_OPEN).to_string(),
    };
    let bounds = kpi.bounds.as_ref().map(|bounds| {
        let bounds: Vec<String> = bounds.iter().map(|bound| whole(*bound)).collect();
        view.f(w::KPI_BOUNDS, &[("bounds", &view.locale().list(&bounds))])
    });
    let internal = kpi.basis == crate::domain::model::Basis::Internal;
    html! {
        <div class="field figure-field" key={kpi.id.clone()}>
            <label for={id.clone()}>{ view.f(w::KPI_VALUE, &[("name", &text.name), ("unit", &text.unit)]) }</label>
            <input id={id} type="number" step="any" inputmode="decimal" {value} {onchange}
                min={kpi.range.map(|(low, _)| whole(low))} max={kpi.range.map(|(_, high)| whole(high))}
                aria-describedby={bad_id.clone()} />
            <span class="field__bad" id={bad_id}>{ bad }</span>
            <details>
                <summary>{ view.t(w::KPI_MORE) }</summary>
                <p>{ &text.formula }</p>
                <p>{ &text.meaning }</p>
                <p>{ &text.trap }</p>
                <p>{ bounds.unwrap_or_default() }{ " " }{ &text.source }</p>
                if internal { <p>{ view.t(w::KPI_INTERNAL) }</p> }
            </details>
        </div>
    }
}

fn foot(view: View, criterion: &Criterion, entry: &Entry) -> Html {
    let id = criterion.id.clone();
    let oninput = view.edit(move |event: InputEvent| Some(Edit::Note(id.clone(), field::text(&event))));
    let id = criterion.id.clone();
    let clear = view.edit(move |_: MouseEvent| Some(Edit::Clear(id.clone())));
    let flag = |flag: Flag, text: Text| {
        let on = entry.flag == Some(flag);
        let id = criterion.id.clone();
        let onclick = view.edit(move |_: MouseEvent| Some(Edit::Flag(id.clone(), (!on).then_some(flag))));
        html! {
            <button type="button" class="small" aria-pressed={on.to_string()} {onclick}>{ view.t(text) }</button>
        }
    };
    html! {
        <>
            <details class="question__note" open={!entry.note.is_empty()}>
                <summary>{ view.t(w::NOTE) }</summary>
                { lines(&format!("{}-note", anchor(&criterion.id)), view.t(w::NOTE), &entry.note, oninput) }
            </details>
            <p class="question__foot">
                { flag(Flag::Later, w::FLAG_LATER) }
                { flag(Flag::Ask, w::FLAG_ASK) }
                if entry.answer != Answer::Unanswered {
                    <button type="button" class="small" onclick={clear}>{ view.t(w::CLEAR) }</button>
                }
            </p>
        </>
    }
}

/// "Good result, the practice depends on individuals", where it applies.
pub fn individuals(view: View, open: &Open, at: crate::domain::CriterionRef) -> Option<&'static str> {
    let rating = open.card.standing(at)?.rating()?;
    rating.depends_on_individuals().then(|| view.t(p::INDIVIDUALS))
}
