//! The firm's profile; everything in it may be left open.

use fuxiao_narrative::names::service_name;
use yew::prelude::*;

use crate::platform::field;
use crate::state::{Edit, ProfileField, Workspace};
use fuxiao_core::assessment::Size;
use fuxiao_core::{Evidence, Policy, Service};
use fuxiao_format::services;
use fuxiao_language::{words as w, words_pages as p};

use super::super::View;
use super::super::widgets::{button_link, choice, line, lines, tick};

/// The profile page.
pub fn profile(view: View, workspace: &Workspace) -> Html {
    let assessment = &workspace.assessment;
    let text = |make: fn(String) -> ProfileField| {
        view.edit(move |event: InputEvent| Some(Edit::Profile(make(field::text(&event)))))
    };
    let size = view
        .edit(|event: Event| Some(Edit::Profile(ProfileField::Size(Size::from_word(&field::text(&event))))));
    let mut sizes = vec![(String::new(), view.t(p::SIZE_OPEN).to_string(), assessment.firm.size.is_none())];
    sizes.extend(
        Size::ALL.iter().map(|size| {
            (size.word().to_string(), size_name(view, *size), assessment.firm.size == Some(*size))
        }),
    );
    html! {
        <div class="profile">
            <h1 tabindex="-1">{ view.t(w::PROFILE) }</h1>
            <p class="lead">{ view.t(p::PROFILE_LEAD) }</p>
            { line("title", view.t(p::TITLE), &assessment.title, Some(p::TITLE_HINT), view, text(ProfileField::Title)) }
            { line("firm", view.t(p::FIRM_NAME), &assessment.firm.name, None, view, text(ProfileField::Firm)) }
            { line("respondent", view.t(p::RESPONDENT), &assessment.respondent, None, view, text(ProfileField::Respondent)) }
            <fieldset class="group">
                <legend>{ view.t(p::SERVICES) }</legend>
                { for services::ALL.into_iter().map(|service| sold(view, workspace, service)) }
            </fieldset>
            { choice("size", view.t(p::SIZE), &sizes, size) }
            { lines(view, "firm-note", view.t(p::FIRM_NOTE), &assessment.firm.note, text(ProfileField::Note)) }
            <details class="group" open={assessment.policy != Policy::default()}>
                <summary>{ view.t(p::ADVANCED) }</summary>
                <fieldset class="group">
                    <legend class="unseen">{ view.t(p::ADVANCED) }</legend>
                    { for Policy::ALL.iter().map(|one| policy(view, workspace, *one)) }
                </fieldset>
            </details>
            <p class="button-row">{ button_link(&view.inside(workspace, crate::state::Page::Overview), view.t(w::OVERVIEW), true) }</p>
        </div>
    }
}

/// The name of a head count.
pub fn size_name(view: View, size: Size) -> String {
    view.f(p::SIZE_PEOPLE, &[("size", &size.word().replace('-', "–"))])
}

fn sold(view: View, workspace: &Workspace, service: Service) -> Html {
    let checked = workspace.assessment.firm.services.contains(&service);
    let onchange = view
        .edit(move |event: Event| Some(Edit::Profile(ProfileField::Service(service, field::ticked(&event)))));
    tick(service.word(), view.t(service_name(service)), checked, onchange)
}

/// The name of an evidence policy, with what the questionnaire lets claims count for under it.
pub fn policy_name(view: View, policy: Policy) -> String {
    let name = match policy {
        Policy::Declared => p::POLICY_DECLARED,
        Policy::Standard => p::POLICY_STANDARD,
        Policy::Strict => p::POLICY_STRICT,
    };
    let model = &view.state.model;
    let cap = |grade| model.evidence_caps.cap(policy, grade).unwrap_or(model.levels).to_string();
    let [none, document, records] = [Evidence::None, Evidence::Document, Evidence::Records].map(cap);
    view.f(name, &[("none", &none), ("document", &document), ("records", &records)])
}

fn policy(view: View, workspace: &Workspace, policy: Policy) -> Html {
    let checked = workspace.assessment.policy == policy;
    let onchange = view.edit(move |_: Event| Some(Edit::Profile(ProfileField::Policy(policy))));
    html! {
        <label key={policy.word()} class="tick">
            <input type="radio" name="policy" value={policy.word()} {checked} {onchange} />
            <span>{ policy_name(view, policy) }</span>
        </label>
    }
}
