//! Answers to the questions of an earlier edition: how many there are, the way through them, and at each the choice to
//! let it stand or to choose again.

use yew::prelude::*;

use crate::state::{Edit, Workspace};
use fuxiao_core::Criterion;
use fuxiao_core::edition::{other, others};
use fuxiao_language::words_answering as a;

use super::widgets::link;
use super::{View, nothing};

/// How many answers wait to be looked at again, and the way to the first; nothing where there are none.
pub fn notice(view: View, workspace: &Workspace) -> Html {
    let count = others(&view.state.model, &workspace.assessment).len();
    if count == 0 {
        return nothing();
    }
    html! {
        <section class="notice">
            <p>{ view.f(a::CHANGED_COUNT, &[("count", &count.to_string())]) }</p>
            { review_link(view, workspace) }
        </section>
    }
}

/// The way to the first of them alone, where the sentence stands elsewhere.
pub fn review_link(view: View, workspace: &Workspace) -> Html {
    let Some((dimension, criterion)) = view.state.next_changed(None) else { return nothing() };
    let to = view.answering(workspace, dimension, criterion);
    html! { <p class="button-row" data-test="changed">{ link(&to, view.t(a::CHANGED_GO)) }</p> }
}

/// What a question says that was answered to other texts, and the way on to the next such question.
pub fn at_question(view: View, workspace: &Workspace, criterion: &Criterion) -> Html {
    let model = &view.state.model;
    let left = others(model, &workspace.assessment).len();
    let next = view.state.next_changed(Some(&criterion.id)).filter(|(_, id)| *id != criterion.id);
    let on = next.map(|(dimension, id)| {
        let text = view.f(a::CHANGED_NEXT, &[("left", &left.to_string())]);
        link(&view.answering(workspace, dimension, id), &text)
    });
    let Some(then) = other(model, &workspace.assessment, criterion) else {
        // Just looked at again, it leads on.
        let looked = workspace.assessment.model_release != model.release
            && workspace.assessment.answers.get(&criterion.id).is_some_and(|entry| entry.release.is_some());
        return match on.filter(|_| looked) {
            Some(on) => html! { <p class="button-row">{ on }</p> },
            None => nothing(),
        };
    };
    let said = view.f(a::CHANGED, &[("then", then), ("now", &model.release)]);
    let id = criterion.id.clone();
    let confirm = view.edit(move |_: MouseEvent| Some(Edit::Confirm(id.clone())));
    html! {
        <div class="notice" data-test="changed-here">
            <p>{ said }</p>
            <p class="button-row">
                <button type="button" class="small" data-test="confirm" onclick={confirm}>{ view.t(a::CONFIRM) }</button>
                { on.unwrap_or_default() }
            </p>
        </div>
    }
}
