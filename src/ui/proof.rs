//! What stands behind an answer: evidence with its effect, and the reason why a question does not apply.

use yew::prelude::*;

use crate::platform::field;
use crate::state::{Edit, Workspace};
use fuxiao_core::{Answer, Cap, Criterion, Entry, Evidence};
use fuxiao_format::{NO_CHANNEL, NO_STAFF};
use fuxiao_language::{CriterionText, Text, words as w, words_answering as a};

pub use fuxiao_narrative::names::evidence_name;

use super::View;
use super::answers::{anchor, evidence_id, na_id, proof_id};
use super::widgets::{choice, lines};

/// Reasons that are given most often: exactly the two for which a question may be left out.
const REASONS: [(&str, Text); 2] = [(NO_CHANNEL, a::NA_CHANNEL), (NO_STAFF, a::NA_ALONE)];

/// Not applicable counts only with a reason, so the reason is what is filled in.
pub fn not_applicable(view: View, criterion: &Criterion, entry: &Entry) -> Html {
    let fold = na_id(&criterion.id);
    if !criterion.na_allowed {
        let why = if criterion.legal { a::NA_LEGAL } else { a::NA_NOT };
        return html! {
            <details class="question__na" id={fold}>
                <summary>{ view.t(w::NOT_APPLICABLE) }</summary>
                <p class="question__hint" tabindex="-1">{ view.t(why) }</p>
            </details>
        };
    }
    let reason = match &entry.answer {
        Answer::NotApplicable(reason) => reason.as_str(),
        _ => "",
    };
    // One of the app's own stands in the language in use, and is no text to write on.
    let own = REASONS.iter().any(|(word, _)| *word == reason);
    let id = criterion.id.clone();
    let applies = reason.is_empty();
    let oninput = view.edit(move |event: InputEvent| {
        let text = field::text(&event);
        match text.trim().is_empty() {
            false => Some(Edit::NotApplicable(id.clone(), text)),
            true if !applies && !own => Some(Edit::Clear(id.clone())),
            true => None,
        }
    });
    let one = |(word, text): (&'static str, Text)| {
        let id = criterion.id.clone();
        let chosen = reason == word;
        let onclick = view.edit(move |_: MouseEvent| Some(Edit::NotApplicable(id.clone(), word.to_string())));
        html! {
            <button type="button" class="small" aria-pressed={chosen.to_string()} {onclick}>{ view.t(text) }</button>
        }
    };
    html! {
        <details class="question__na" id={fold} open={!applies}>
            <summary>{ view.t(w::NOT_APPLICABLE) }</summary>
            <p class="button-row">{ for REASONS.map(one) }</p>
            <p class="question__hint">{ view.t(w::REASON_HINT) }</p>
            { lines(view, &format!("{}-na", anchor(&criterion.id)), view.t(w::REASON), if own { "" } else { reason }, oninput) }
        </details>
    }
}

/// What would prove the answer; from the level up that the model names what does, and what that makes of the answer. Below, an admitted
/// weakness needs no proof.
pub fn evidence(
    view: View,
    workspace: &Workspace,
    criterion: &Criterion,
    entry: &Entry,
    text: &CriterionText,
) -> Html {
    let given = entry.level().is_some_and(|level| level >= view.state.model.evidence_from);
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
            <details id={proof_id(&criterion.id)}>
                <summary>{ view.t(a::PROVE) }</summary>
                <p class="question__hint" tabindex="-1">{ view.locale().colon(view.t(w::EVIDENCE_HINT), &text.evidence) }</p>
            </details>
            if given {
                <div class="question__proof">
                    { choice(&evidence_id(&criterion.id), view.t(w::EVIDENCE), &options, onchange) }
                    <p class="question__effect" role="status" data-test="effect">{ effect(view, workspace, criterion) }</p>
                </div>
            }
        </div>
    }
}

/// What the evidence makes of the answer, in one sentence. Where a figure binds, its own sentence says so.
fn effect(view: View, workspace: &Workspace, criterion: &Criterion) -> String {
    let model = &view.state.model;
    let status = model.find_criterion(&criterion.id).and_then(|(at, _)| workspace.card.status(at));
    let Some(rating) = status.and_then(|status| status.rating()) else { return String::new() };
    let declared = rating.declared.to_string();
    match rating.cap {
        Some(Cap::Evidence) => {
            let effective = rating.effective.to_string();
            let missing = view.t(missing(view, workspace, rating.declared));
            let values = [("declared", declared.as_str()), ("effective", &effective), ("missing", missing)];
            view.f(a::EFFECT, &values)
        }
        None if rating.declared >= 4 => view.f(a::COUNTS_AS, &[("declared", &declared)]),
        _ => String::new(),
    }
}

/// The least evidence that would do for a level.
fn missing(view: View, workspace: &Workspace, level: u8) -> Text {
    let caps = &view.state.model.evidence_caps;
    let does =
        |grade: &&Evidence| caps.cap(workspace.assessment.policy, **grade).is_none_or(|cap| cap >= level);
    match Evidence::ALL.iter().find(does) {
        Some(Evidence::Document) => a::MISSING_DOCUMENT,
        Some(Evidence::Measured) => a::MISSING_MEASURED,
        _ => a::MISSING_RECORDS,
    }
}
