//! An assessment that went two ways: both states side by side, and the choice between them.

use fuxiao_narrative::steps::{kind_name, lane_name, status_name};
use serde_json::Value;
use yew::prelude::*;

use crate::state::{Action, Conflict, Request, Saved};
use fuxiao_core::Policy;
use fuxiao_core::assessment::{Kind, Lane, Size, Status};
use fuxiao_format::merge::{ChangedBy, Difference, Side};
use fuxiao_format::services;
use fuxiao_language::{
    dimension_name, words as w, words_answering as a, words_board as b, words_conflict as t, words_plan as p,
};

use super::answers::numbered;
use super::pages::{policy_name, size_name};
use super::{View, effects};
use fuxiao_narrative::names::service_name;

/// How many differences are named that would be lost.
const NAMED: usize = 6;
/// Longest part of a note that is shown, in characters.
const EXCERPT: usize = 80;

/// The page.
pub fn conflict(view: View, conflict: &Conflict) -> Html {
    let copy = {
        let workspace = view.state.workspace.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(workspace) = &workspace {
                effects::save_copy(&workspace.assessment, &workspace.document);
            }
        })
    };
    let (both, one): (Vec<_>, Vec<_>) = conflict
        .differences
        .iter()
        .enumerate()
        .partition(|(_, difference)| difference.changed_by == ChangedBy::Both);
    let readable = conflict.theirs.is_some();
    let lead = match view.state.saved {
        _ if !readable => t::LEAD_UNREAD,
        Saved::ConflictInMemory => t::LEAD_MEMORY,
        _ => t::LEAD,
    };
    let differ = if conflict.based { t::BOTH } else { t::DIFFERENT };
    let merge = view.ask(|_: MouseEvent| Request::Resolve);
    html! {
        <div class="conflict" data-test="conflict">
            <h1 tabindex="-1">{ view.t(t::TITLE) }</h1>
            <p class="lead">{ view.t(lead) }</p>
            <div>{ for (!both.is_empty()).then(|| choices(view, conflict, differ, &both)) }</div>
            <div>
                if !one.is_empty() {
                    <details>
                        <summary>{ view.f(t::ONE_SIDE, &[("count", &one.len().to_string())]) }</summary>
                        { choices(view, conflict, t::ONE_SIDE, &one) }
                    </details>
                }
            </div>
            <p role="status" data-test="dropped">{ if readable { dropped(view, conflict) } else { String::new() } }</p>
            <p class="button-row">
                <button type="button" class="button button--main" data-test="merge" disabled={!readable} onclick={merge}>{ view.t(t::MERGE) }</button>
                <button type="button" class="button" data-test="copy" onclick={copy}>{ view.t(t::KEEP_COPY) }</button>
            </p>
        </div>
    }
}

/// What merging would not keep, in few words.
fn dropped(view: View, conflict: &Conflict) -> String {
    let said = |(difference, value): (&Difference, &Value)| {
        view.locale().colon(&label(view, difference), &described(view, difference, Some(value)))
    };
    let items: Vec<String> = conflict.dropped().map(said).collect();
    let shown = view.locale().list(items.get(..NAMED).unwrap_or(&items));
    let more = if items.len() > NAMED { " …" } else { "" };
    match items.len() {
        0 => view.t(t::NOTHING_DROPPED).to_string(),
        count => view.f(t::DROPPED, &[("count", &count.to_string()), ("items", &format!("{shown}{more}"))]),
    }
}

fn choices(
    view: View,
    conflict: &Conflict,
    title: fuxiao_language::Text,
    found: &[(usize, &Difference)],
) -> Html {
    let texts = found.iter().any(|(_, difference)| difference.both.is_some());
    let [mine, theirs] = &conflict.times;
    let mut heads = vec![
        view.t(t::WHAT).to_string(),
        view.f(t::MINE, &[("time", mine)]),
        view.f(t::THEIRS, &[("time", theirs)]),
    ];
    heads.extend(texts.then(|| view.t(t::BOTH_TEXTS).to_string()));
    let row = |(at, difference): &(usize, &Difference)| {
        let chosen = conflict.choices.get(*at).copied().unwrap_or(difference.proposed);
        let name = label(view, difference);
        let side = |side: Side, value: &Option<Value>| {
            let (at, group) = (*at, format!("conflict-{at}"));
            let onchange = view.on(move |_: Event| Some(Action::Choose(at, side)));
            html! {
                <td>
                    <label class="conflict__side">
                        <input type="radio" name={group} checked={chosen == side} {onchange} />
                        <span>{ described(view, difference, value.as_ref()) }</span>
                    </label>
                </td>
            }
        };
        html! {
            <tr key={*at} data-test="difference" data-place={place(difference)}>
                <th scope="row">{ name }</th>
                { side(Side::Mine, &difference.mine) }
                { side(Side::Theirs, &difference.theirs) }
                if texts {
                    { if difference.both.is_some() { side(Side::Both, &difference.both) } else { html! { <td></td> } } }
                }
            </tr>
        }
    };
    html! {
        <div class="table" tabindex="0" role="group" aria-label={view.f(title, &[("count", &found.len().to_string())])}>
            <table>
                <caption>{ view.f(title, &[("count", &found.len().to_string())]) }</caption>
                <thead><tr>{ for heads.into_iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ for found.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// Where a difference is in the document.
fn place(difference: &Difference) -> String {
    let Difference { section, key, part, .. } = difference;
    if part.is_empty() { format!("{section}/{key}") } else { format!("{section}/{key}/{part}") }
}

/// What a difference is about.
fn label(view: View, difference: &Difference) -> String {
    let part = match difference.part {
        "note" => a::NOTES,
        "private" => a::NOTE_PRIVATE,
        "owner" => p::OWNER,
        "proof" => b::PROOF,
        _ => return whole(view, difference),
    };
    view.locale().colon(&whole(view, difference), view.t(part))
}

fn whole(view: View, difference: &Difference) -> String {
    let question = |id: &str| match view.state.model.dimension_of(id) {
        Some(dimension) => numbered(id, &view.criterion_name(&dimension.id, id)),
        None => id.to_string(),
    };
    let said = difference.mine.as_ref().or(difference.theirs.as_ref());
    match difference.section.as_str() {
        "answers" => question(&difference.key),
        "kpis" => view.kpi_name(&difference.key),
        "targets" | "importance" => {
            let name = numbered(&difference.key, dimension_name(&difference.key, view.locale()));
            view.f(t::TARGET_OF, &[("name", &name)])
        }
        "actions" => {
            let criterion = said.and_then(|action| action.get("criterion")).and_then(Value::as_str);
            let workspace = view.state.workspace.as_ref();
            let open = workspace.and_then(|workspace| workspace.assessment.action(&difference.key));
            let criterion = criterion.or(open.map(|action| action.criterion.as_str()));
            view.f(t::STEP_OF, &[("name", &question(criterion.unwrap_or_default()))])
        }
        _ => view.t(w::PROFILE).to_string(),
    }
}

/// What one side says, in few words.
fn described(view: View, difference: &Difference, value: Option<&Value>) -> String {
    let Some(value) = value else { return view.t(t::NOTHING).to_string() };
    let word = |key: &str| value.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    let excerpt = |text: &str| text.chars().take(EXCERPT).collect::<String>();
    let mut parts = Vec::new();
    if difference.section == "answers" && difference.part.is_empty() {
        if let Some(level) = value.get("level") {
            parts.push(view.f(t::LEVEL, &[("level", &level.to_string())]));
        }
        let texts = [
            (t::NOT_APPLICABLE, "not_applicable", "reason"),
            (t::NOTE, "note", "note"),
            (t::NOTE, "private", "note"),
        ];
        for (text, key, name) in texts {
            parts.extend(word(key).map(|said| view.f(text, &[(name, &excerpt(said))])));
        }
    } else {
        match value {
            Value::Object(fields) => {
                let shown =
                    fields.iter().filter(|(key, _)| !matches!(key.as_str(), "id" | "criterion" | "logo"));
                parts.extend(shown.map(|(key, value)| plain(view, key, value)));
            }
            other => parts.push(plain(view, &difference.key, other)),
        }
    }
    if parts.is_empty() { view.t(t::NOTHING).to_string() } else { view.locale().list(&parts) }
}

/// A field of a document as people read it: words that documents are written in by their names.
fn plain(view: View, field: &str, value: &Value) -> String {
    let text = match value {
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| plain(view, field, item)).collect();
            return view.locale().list(&items);
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let name = match field {
        "services" => services::from_word(&text).map(service_name),
        "kind" => Kind::from_word(&text).map(kind_name),
        "status" => Status::from_word(&text).map(status_name),
        "lane" => Lane::from_word(&text).map(lane_name),
        "evidence" => return Policy::from_word(&text).map_or(text, |policy| policy_name(view, policy)),
        _ => None,
    };
    match (name, Size::from_word(&text)) {
        (Some(name), _) => view.t(name).to_string(),
        (None, Some(size)) if field == "size" => size_name(view, size),
        _ => text.chars().take(EXCERPT).collect(),
    }
}
