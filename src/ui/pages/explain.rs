//! Pages that explain: the article, the rules, what is stored, and what cannot be shown.

use fuxiao_saving::branches::BRANCHES;
use fuxiao_saving::local::{OWN, SAMPLE, SNAPSHOTS};
use yew::prelude::*;

use crate::platform::download;
use crate::services::{NAME, summary};
use crate::state::settings;
use fuxiao_core::Problem;
use fuxiao_core::dimension::mean;
use fuxiao_core::staged::{Weighted, staged_level};
use fuxiao_language::{
    Text, dimension_name, fixed, flaw_text, level_of, source as s, words as w, words_answering as a,
    words_history as h, words_pages as p,
};

use super::super::widgets::{button_link, cell, table};
use super::super::{View, examples, weights};

/// A page with a heading, a sentence and the way back.
pub fn plain(view: View, title: Text, body: Text, more: Html) -> Html {
    html! {
        <div class="explain">
            <h1 tabindex="-1">{ view.t(title) }</h1>
            <p>{ view.t(body) }</p>
            { more }
            <p class="button-row">{ button_link("#/", view.t(w::TO_HOME), true) }</p>
        </div>
    }
}

/// Stored data that cannot be read: what is wrong, and the raw text to download.
pub fn unreadable(view: View, key: &str, raw: &str, problems: &[Problem]) -> Html {
    let newer = problems.iter().any(|problem| problem.flaw == fuxiao_core::Flaw::NewerVersion);
    let save = Callback::from({
        let (key, raw) = (key.to_string(), raw.to_string());
        move |_: MouseEvent| {
            download::json_file(&key, &raw);
        }
    });
    let line = |problem: &Problem| {
        let reason = view.t(flaw_text(problem.flaw));
        let text = match problem.place.is_empty() {
            true => reason.to_string(),
            false => view.locale().colon(&problem.place, reason),
        };
        html! { <li>{ text }</li> }
    };
    // More than a screen of reasons helps nobody.
    let more = html! {
        <>
            <ul>{ for problems.iter().take(20).map(line) }</ul>
            <p><button type="button" class="button" data-test="raw" onclick={save}>{ view.t(w::DOWNLOAD_RAW) }</button></p>
        </>
    };
    let (title, body) = if newer { (w::NEWER, w::NEWER_BODY) } else { (w::UNREADABLE, w::UNREADABLE_BODY) };
    plain(view, title, body, more)
}

/// The article, its sections, and where each went.
pub fn source(view: View) -> Html {
    let locale = view.locale();
    let model = &view.state.model;
    let rows = (1u32..).zip(s::SECTIONS).map(|(number, section)| {
        let carrier = model.dimensions.iter().find(|dimension| dimension.sources.contains(&number));
        let carried =
            carrier.map_or(view.t(s::NOT_CARRIED), |dimension| dimension_name(&dimension.id, locale));
        vec![cell(format!("{number} {}", view.t(section))), cell(carried)]
    });
    let head = [view.t(s::SECTION), view.t(s::CARRIED_BY)];
    let asked = model.dimensions.iter().map(|dimension| {
        let text = view.state.texts.dimension(locale, &dimension.id);
        let points = dimension.criteria.iter().filter_map(|criterion| {
            let text = text?.criteria.get(&criterion.id)?;
            Some(html! { <li key={criterion.id.clone()}><strong>{ &text.name }</strong>{ " " }{ &text.source }</li> })
        });
        html! {
            <details key={dimension.id.clone()}>
                <summary>{ dimension_name(&dimension.id, locale) }</summary>
                <ul>{ for points }</ul>
            </details>
        }
    });
    html! {
        <div class="explain">
            <h1 tabindex="-1">{ view.t(w::SOURCE) }</h1>
            <p>{ view.t(s::CREDIT) }</p>
            <p><a href={s::ADDRESS} rel="noreferrer">{ view.t(s::OPEN_ARTICLE) }</a></p>
            <p>{ view.t(s::OURS) }</p>
            { table(view.t(s::SECTION), &head, rows.collect()) }
            <p>{ view.t(s::REPEATS) }</p>
            <h2>{ view.t(s::ASKS_TITLE) }</h2>
            { for asked }
        </div>
    }
}

/// The rules in words, with worked examples computed by the rules themselves.
pub fn method(view: View) -> Html {
    let common = view.state.texts.common(view.locale());
    let levels = (1..).zip(common.map(|common| common.levels.as_slice()).unwrap_or_default());
    let levels = levels.take(usize::from(view.state.model.levels)).map(|(n, level)| {
        let n: u8 = n;
        html! { <li key={n}>{ super::super::widgets::badge(Some(n)) }<strong>{ &level.name }</strong>{ " " }{ &level.meaning }</li> }
    });
    let examples: [(&[u8], Text); 4] = [
        (&[3, 3, 3, 3, 3, 1], p::METHOD_WHY_1),
        (&[3, 3, 3, 3, 2, 2], p::METHOD_WHY_2),
        (&[4, 4, 4, 3, 3, 3], p::METHOD_WHY_3),
        (&[5, 5, 5, 1, 1, 1], p::METHOD_WHY_4),
    ];
    let most = view.state.model.levels;
    let shown = examples.into_iter().filter(|(levels, _)| levels.iter().all(|level| *level <= most));
    let rows = shown.map(|(levels, why)| {
        let weighted: Vec<Weighted> = levels.iter().map(|&level| Weighted { weight: 1, level }).collect();
        let shown: Vec<String> = levels.iter().map(u8::to_string).collect();
        vec![
            cell(shown.join(" ")),
            cell(mean(&weighted).map(|mean| fixed(mean.value(), 2)).unwrap_or_default()),
            cell(level_of(staged_level(&weighted, view.state.model.levels))),
            cell(view.t(why)),
        ]
    });
    let head =
        [view.t(p::METHOD_EFFECTIVE), view.t(p::METHOD_MEAN), view.t(w::COL_LEVEL), view.t(p::COL_WHY)];
    let part = |title: Text, body: Text| html! { <><h2>{ view.t(title) }</h2><p>{ view.t(body) }</p></> };
    html! {
        <div class="explain">
            <h1 tabindex="-1">{ view.t(w::METHOD) }</h1>
            <p class="lead">{ view.t(p::METHOD_LEAD) }</p>
            <h2>{ view.t(p::METHOD_LEVELS) }</h2>
            <ol class="level-names">{ for levels }</ol>
            { part(p::METHOD_RULE_TITLE, a::RULE) }
            { part(p::METHOD_1_TITLE, p::METHOD_1) }
            { part(p::METHOD_2_TITLE, p::METHOD_2) }
            { table(view.t(p::METHOD_TABLE), &head, rows.collect()) }
            { part(p::METHOD_3_TITLE, p::METHOD_3) }
            { weights::weights(view) }
            { part(p::METHOD_4_TITLE, p::METHOD_4) }
            { part(p::METHOD_5_TITLE, p::METHOD_5) }
            { examples::examples(view) }
            { part(p::METHOD_TIME_TITLE, p::METHOD_TIME) }
        </div>
    }
}

/// What is stored and where.
pub fn privacy(view: View) -> Html {
    let rows = [
        (NAME, p::KEY_DATABASE),
        (settings::STORED_AT, p::KEY_SETTINGS),
        (OWN, p::KEY_OWN),
        (BRANCHES, p::KEY_BRANCHES),
        (summary::LIST, p::KEY_LIST),
        (SNAPSHOTS, h::KEY),
        (SAMPLE, p::KEY_SAMPLE),
    ];
    html! {
        <div class="explain">
            <h1 tabindex="-1">{ view.t(w::PRIVACY) }</h1>
            { for [p::PRIVACY_1, p::PRIVACY_2, p::PRIVACY_3, p::PRIVACY_4].map(|text| html! { <p>{ view.t(text) }</p> }) }
            <h2>{ view.t(p::PRIVACY_KEYS) }</h2>
            <dl class="stored">
                { for rows.map(|(key, text)| html! { <div><dt><code>{ key }</code></dt><dd>{ view.t(text) }</dd></div> }) }
            </dl>
        </div>
    }
}
