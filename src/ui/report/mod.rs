//! The report on paper: cover, one-page summary, charts, derivations, plan, method, and the answers where asked for.
//!
//! Says what the pages say, with the same words and numbers. Knows nothing of how it gets printed.

mod answers;
pub mod brand;
mod findings;
mod plan;

use yew::prelude::*;

use crate::state::{AppState, Workspace, sample};
use fuxiao_core::assessment::Brand;
use fuxiao_core::order::sorted;
use fuxiao_language::{
    dimension_name, fixed, words as w, words_export as t, words_pages as p, words_print as o,
    words_report as r,
};

use super::reasons::{self, Number};
use super::widgets::{badge, cell, table};
use super::{View, chart_figures, explain, nothing, scatter};
use fuxiao_narrative::report::RULES;

/// Width that charts are drawn for, in CSS pixels: paper is as wide whatever it is printed from.
const WIDTH: u32 = 680;
/// The same for two charts side by side.
const HALF: u32 = 368;
/// The same for the chart of the summary.
const KEY_WIDTH: u32 = 430;
/// The most figures whose strips leave room on a page: a drawing is never cut, so with more of them there is none.
const FIGURES: usize = 8;
/// How many of the strongest and of the weakest dimensions the summary names.
const ENDS: usize = 3;

/// The whole report.
pub fn sheet(view: View, workspace: &Workspace) -> Html {
    html! {
        <article class="sheet" aria-label={view.t(r::SHEET)} data-test="sheet">
            { cover(view, workspace) }
            { summary(view, workspace) }
            <section class="sheet__part sheet__charts">{ charts(view, workspace) }</section>
            { findings::whole(view, workspace) }
            { findings::dimensions(view, workspace) }
            { plan::roadmap(view, workspace) }
            { plan::recommendations(view, workspace) }
            { plan::plan(view, workspace) }
            { method(view, workspace) }
            <div class="sheet__appendix">{ if view.state.report.answers { answers::all(view, workspace) } else { nothing() } }</div>
        </article>
    }
}

/// Every chart of the report but the one in the summary, each with its title and its sentence.
fn charts(view: View, workspace: &Workspace) -> Html {
    html! {
        <>
            { wide(view, HALF, |view| html! {
                <>
                    <div class="sheet__twins">{ chart_figures::dimensions(view, workspace) }{ chart_figures::heat(view, workspace) }</div>
                    <div class="sheet__twins">{ scatter::matrix(view, workspace) }{ scatter::importance(view, workspace) }</div>
                </>
            }) }
            if given(view, workspace) <= FIGURES {
                { wide(view, WIDTH, |view| chart_figures::kpis(view, workspace)) }
            } else {
                <div class="sheet__none"></div>
            }
            // The bars show scores and targets already; only the radar shows what was before.
            if view.state.baseline.is_some() {
                { wide(view, WIDTH, |view| chart_figures::dimension_radar(view, workspace)) }
            }
        </>
    }
}

/// How many figures have a value.
fn given(view: View, workspace: &Workspace) -> usize {
    view.state.model.kpis.iter().filter(|kpi| workspace.assessment.kpi_value(&kpi.id).is_some()).count()
}

/// Draws for a page of a given width.
fn wide(view: View, width: u32, draw: impl FnOnce(View) -> Html) -> Html {
    let state = AppState { width, ..view.state.clone() };
    draw(View { state: &state, send: view.send })
}

/// Names with what they stand for; those without are left out.
fn facts(view: View, facts: &[(fuxiao_language::Text, &str)]) -> Html {
    let said = facts.iter().filter(|(_, text)| !text.is_empty());
    let fact = |(name, text): &(fuxiao_language::Text, &str)| {
        html! { <div><dt>{ view.t(*name) }</dt><dd>{ text.to_string() }</dd></div> }
    };
    html! { <dl class="sheet__facts">{ for said.map(fact) }</dl> }
}

fn cover(view: View, workspace: &Workspace) -> Html {
    let assessment = &workspace.assessment;
    let brand = &assessment.brand;
    let mark = (assessment.id == sample::ID).then(|| view.t(w::SAMPLE_MARK));
    let name = super::titles::assessment_name(view.state, workspace);
    html! {
        <header class="sheet__cover" data-test="cover">
            <div class="sheet__brand">
                <span class="sheet__place">{ logo(view, brand) }</span>
                <p>{ &brand.name }</p>
            </div>
            { bar(&brand.accent) }
            <p class="sheet__kind">{ format!("{} · {}", view.t(w::PRODUCT), view.t(w::TAGLINE)) }</p>
            <h2 class="sheet__title">{ view.t(t::REPORT_TITLE) }</h2>
            <p class="sheet__name">{ name }</p>
            <p class="sheet__mark">{ mark.unwrap_or_default() }</p>
            { facts(view, &[
                (o::FIRM, assessment.firm.name.as_str()),
                (p::TITLE, &assessment.title),
                (o::WHO, &assessment.respondent),
                (o::DATE, &view.state.today),
                (t::RELEASE, &view.state.model.release),
            ]) }
            <p class="muted">{ view.t(t::NO_CERTIFICATE_BODY) }</p>
        </header>
    }
}

fn logo(view: View, brand: &Brand) -> Html {
    if brand.logo.is_empty() {
        return nothing();
    }
    let name = if brand.name.is_empty() { view.t(r::LOGO_OF).to_string() } else { brand.name.clone() };
    html! { <img class="sheet__logo" src={brand.logo.to_string()} alt={name} /> }
}

/// The bar in the colour of the brand: drawn, for the page takes no styles of anybody's.
fn bar(accent: &str) -> Html {
    if accent.is_empty() {
        return html! { <div class="sheet__bar sheet__bar--none"></div> };
    }
    html! {
        <svg class="sheet__bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true" data-test="accent">
            <rect width="100" height="2" fill={accent.to_string()} />
        </svg>
    }
}

/// Where the firm stands, on one page.
fn summary(view: View, workspace: &Workspace) -> Html {
    let (first, more) = reasons::headline(&view.case(workspace));
    let number = |Number { name, value, more }: Number| {
        html! { <div><dt>{ view.t(name) }</dt><dd>{ value }</dd><dd class="muted">{ more }</dd></div> }
    };
    let levels = view.state.model.levels.to_string();
    let [strongest, weakest] = ends(workspace);
    let list = |title, of: Vec<(usize, f64)>| {
        let item = |(at, score): (usize, f64)| {
            let dimension = view.state.model.dimensions.get(at)?;
            let level = workspace.card.dimensions.get(at)?.level;
            let score = view.f(p::SCORE_OF, &[("score", &fixed(score, 1)), ("max", &levels)]);
            Some(html! {
                <li key={dimension.id.clone()}>
                    { badge(level) }
                    <span>{ dimension_name(&dimension.id, view.locale()) }</span>
                    <span class="muted">{ score }</span>
                </li>
            })
        };
        html! { <div><h3>{ view.t(title) }</h3><ul class="sheet__ends">{ for of.into_iter().filter_map(item) }</ul></div> }
    };
    html! {
        <section class="sheet__part sheet__summary" data-test="summary">
            <h2>{ view.t(r::SUMMARY) }</h2>
            <p class="headline">{ first }</p>
            { for more.into_iter().map(|sentence| html! { <p>{ sentence }</p> }) }
            { legal(view, workspace) }
            <dl class="numbers">{ for reasons::numbers(&view.case(workspace)).into_iter().map(number) }</dl>
            <div class="sheet__pair">
                { list(r::STRONGEST, strongest) }
                { list(r::WEAKEST, weakest) }
            </div>
            { plan::first(view, workspace) }
            <div class="sheet__key">{ wide(view, KEY_WIDTH, |view| chart_figures::aspects(view, workspace)) }</div>
        </section>
    }
}

fn legal(view: View, workspace: &Workspace) -> Html {
    let Some(body) = reasons::legal_body(&view.case(workspace)) else {
        return html! { <div class="sheet__none"></div> };
    };
    html! {
        <section class="notice notice--legal" data-test="sheet-legal">
            <h3>{ view.t(p::LEGAL_TITLE) }</h3>
            <p>{ body }</p>
            <p class="muted">{ view.t(p::LEGAL_BASIS) }</p>
        </section>
    }
}

/// The scored dimensions with the highest and the lowest scores, none of them in both.
fn ends(workspace: &Workspace) -> [Vec<(usize, f64)>; 2] {
    let scored = workspace.card.dimensions.iter().enumerate();
    let scored: Vec<(usize, f64)> = scored.filter_map(|(at, of)| Some((at, of.score?))).collect();
    let mut high = sorted(scored, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let low = high.split_off(high.len().div_ceil(2));
    high.truncate(ENDS);
    [high, low.into_iter().rev().take(ENDS).collect()]
}

/// The scores of the aspects as a table.
fn aspects(view: View, workspace: &Workspace) -> Html {
    let rows = view.state.model.aspects.iter().zip(&workspace.card.aspects);
    let cells = rows.map(|(aspect, score)| {
        let bounds = reasons::interval(score.low, score.high);
        vec![cell(view.aspect_name(&aspect.id)), cell(reasons::score(score.score, 2)), cell(bounds)]
    });
    let head = [p::COL_ASPECT, p::COL_SCORE, p::COL_BOUNDS].map(|name| view.t(name));
    table(view.t(p::ASPECTS_TITLE), &head, cells.collect())
}

/// How it is scored, and what the report is not.
fn method(view: View, workspace: &Workspace) -> Html {
    let rules = RULES.map(|(title, body)| {
        html! { <li><strong>{ view.t(title) }</strong>{ view.locale().colon("", view.t(body)) }</li> }
    });
    let not = [t::NO_CERTIFICATE_BODY, r::NO_BENCHMARK, r::LAW];
    html! {
        <section class="sheet__part sheet__method">
            <h2>{ view.t(w::METHOD) }</h2>
            <p>{ view.t(p::METHOD_LEAD) }</p>
            <p data-test="sheet-numbers">{ chart_figures::paragraph(view, &explain::numbers(&view.case(workspace))) }</p>
            <ul>{ for rules }</ul>
            <h2>{ view.t(r::IS_NOT) }</h2>
            <ul data-test="is-not">{ for not.map(|text| html! { <li>{ view.t(text) }</li> }) }</ul>
        </section>
    }
}
