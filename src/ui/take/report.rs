//! The report as Markdown: the sentences and numbers of the pages, in the order in which one is asked for them.
//!
//! Notes on answers are not in it, private ones least of all.

use crate::domain::assessment::Lane;
use crate::i18n::{
    Text, dimension_name, level_of, percent, words as w, words_explain as e, words_pages as p,
    words_paper as r, words_plan as n, words_take as t, words_why as y,
};
use crate::state::Open;

use super::super::View;
use super::super::dress::assessment_name;
use super::super::explain;
use super::super::parts::level_text;
use super::super::reasons::{self, Number};
use super::super::steps::lane_name;
use super::super::ways::{self, sentence};
use super::super::why::{self, Derivation};
use super::markdown::Document;
use super::plan::{asked, kept, labelled, title};

/// The rules of scoring: what each is about, and the rule.
pub const RULES: [(Text, Text); 5] = [
    (p::METHOD_1_TITLE, p::METHOD_1),
    (p::METHOD_2_TITLE, p::METHOD_2),
    (p::METHOD_3_TITLE, p::METHOD_3),
    (p::METHOD_4_TITLE, p::METHOD_4),
    (p::METHOD_5_TITLE, p::METHOD_5),
];

/// The whole report.
pub fn report(view: View, open: &Open) -> String {
    let mut out = Document::default();
    let name = assessment_name(view.state, open);
    out.heading(1, &view.locale().colon(view.t(t::REPORT_TITLE), &name));
    head(&mut out, view, open);
    standing(&mut out, view, open);
    aspects(&mut out, view, open);
    dimensions(&mut out, view, open);
    weakest(&mut out, view, open);
    shortest(&mut out, view, open);
    plan(&mut out, view, open);
    out.heading(2, view.t(w::METHOD));
    out.paragraph(view.t(p::METHOD_LEAD));
    out.list(&RULES.map(|(title, body)| plain(view.locale().colon(view.t(title), view.t(body)))));
    out.heading(2, view.t(t::NO_CERTIFICATE));
    out.paragraph(view.t(t::NO_CERTIFICATE_BODY));
    out.text()
}

/// An item without a list of its own.
fn plain(text: String) -> (String, Vec<String>) {
    (text, Vec::new())
}

fn head(out: &mut Document, view: View, open: &Open) {
    let assessment = &open.assessment;
    let facts = [
        (r::FIRM, assessment.firm.name.as_str()),
        (p::TITLE, &assessment.title),
        (r::DATE, &view.state.today),
        (t::RELEASE, &view.state.model.release),
    ];
    let said = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let items: Vec<_> = said.map(|(name, text)| plain(view.locale().colon(view.t(name), text))).collect();
    out.list(&items);
}

/// Where we stand and why: headline, legal warning, numbers, hints, the derivation of the whole.
fn standing(out: &mut Document, view: View, open: &Open) {
    out.heading(2, view.t(p::RESULTS_TITLE));
    let (first, more) = reasons::headline(view, open);
    out.paragraph(&first);
    more.iter().for_each(|sentence| out.paragraph(sentence));
    if let Some(body) = reasons::legal_body(view, open) {
        out.warning(view.t(p::LEGAL_TITLE), &[&body, view.t(p::LEGAL_BASIS)]);
    }
    let number = |Number { name, value, more }: Number| {
        let inner = if more.is_empty() { Vec::new() } else { vec![more] };
        (view.locale().colon(view.t(name), &value), inner)
    };
    out.list(&reasons::numbers(view, open).map(number));
    if !open.card.hints.is_empty() {
        out.heading(3, view.t(p::HINTS_TITLE));
        let hints = open.card.hints.iter().map(|hint| plain(view.t(reasons::hint(*hint)).to_string()));
        out.list(&hints.collect::<Vec<_>>());
    }
    out.heading(3, view.t(e::NUMBERS_TITLE));
    out.list(&explain::numbers(view, open).into_iter().map(plain).collect::<Vec<_>>());
    if let Some(derivation) = why::whole(view, open) {
        out.heading(3, view.t(y::WHY_TITLE));
        derived(out, view, derivation);
    }
}

/// A derivation, as on the page.
fn derived(out: &mut Document, view: View, Derivation { score, sentences, holders }: Derivation) {
    score.iter().for_each(|sentence| out.paragraph(sentence));
    // The first says what the others are the parts of.
    if let Some((first, others)) = sentences.split_first() {
        out.paragraph(first);
        out.list(&others.iter().cloned().map(plain).collect::<Vec<_>>());
    }
    if !holders.is_empty() {
        out.paragraph(view.t(y::WHY_HOLDING));
        out.list(&holders.into_iter().map(|holder| plain(holder.text)).collect::<Vec<_>>());
    }
}

fn aspects(out: &mut Document, view: View, open: &Open) {
    let head = [p::COL_ASPECT, p::COL_SCORE, p::COL_BOUNDS].map(|name| view.t(name));
    let rows = view.state.model.aspects.iter().zip(&open.card.aspects);
    let cells = rows.map(|(aspect, score)| {
        let bounds = reasons::interval(score.low, score.high);
        vec![view.aspect_name(&aspect.id), reasons::score(score.score, 2), bounds]
    });
    out.heading(2, view.t(p::ASPECTS_TITLE));
    out.table(&head, &cells.collect::<Vec<_>>());
}

fn dimensions(out: &mut Document, view: View, open: &Open) {
    let rows = || view.state.model.dimensions.iter().zip(&open.card.dimensions);
    out.heading(2, view.t(p::DIMENSIONS_TITLE));
    let head = [w::COL_DIMENSION, p::COL_SCORE, p::COL_BOUNDS, w::COL_LEVEL, p::COL_TARGET, p::COL_REACHED];
    let cells = rows().map(|(dimension, score)| {
        vec![
            dimension_name(&dimension.id, view.locale()).to_string(),
            reasons::score(score.score, 2),
            reasons::interval(score.low, score.high),
            level_text(view, score),
            level_of(Some(score.target)),
            score.target_reached.map_or("–".to_string(), percent),
        ]
    });
    out.table(&head.map(|name| view.t(name)), &cells.collect::<Vec<_>>());
    out.heading(2, view.t(t::DERIVED));
    out.paragraph(view.t(y::WHY_MEAN));
    for (at, (dimension, score)) in rows().enumerate() {
        out.heading(3, dimension_name(&dimension.id, view.locale()));
        if !score.in_scope() {
            out.paragraph(view.t(p::OUT_OF_SCOPE));
            continue;
        }
        let (level, target) = (level_text(view, score), score.target.to_string());
        out.paragraph(&view.f(p::DETAIL_LEVEL, &[("level", &level), ("target", &target)]));
        if score.limited {
            out.paragraph(view.t(p::LIMITED));
        }
        if let Some(derivation) = why::dimension(view, open, at) {
            derived(out, view, derivation);
        }
    }
}

fn weakest(out: &mut Document, view: View, open: &Open) {
    out.heading(2, view.t(p::WEAKEST_TITLE));
    let found = reasons::weakest(view, open);
    if found.is_empty() {
        return out.paragraph(view.t(p::WEAKEST_NONE));
    }
    let item = |(level, at)| why::at_level(view, &reasons::name_at(view, at), Some(level));
    out.numbered(&found.into_iter().map(item).collect::<Vec<_>>());
}

/// The shortest way to the next level of the whole.
fn shortest(out: &mut Document, view: View, open: &Open) {
    let Some((next, way)) = ways::next(view, open) else { return };
    let level = next.to_string();
    out.heading(2, &view.f(y::WAY_TITLE, &[("level", &level)]));
    let Some(way) = way else {
        return out.paragraph(&view.f(y::WAY_NONE, &[("level", &level)]));
    };
    let (steps, effort) = (way.steps.len().to_string(), way.effort.to_string());
    out.paragraph(&view.f(y::WAY_LEAD, &[("steps", &steps), ("effort", &effort)]));
    out.numbered(&way.steps.iter().map(|step| sentence(view, open, step)).collect::<Vec<_>>());
    out.paragraph(view.t(y::WAY_RULE));
}

fn plan(out: &mut Document, view: View, open: &Open) {
    out.heading(2, view.t(w::PLAN));
    if open.assessment.actions.is_empty() {
        return out.paragraph(view.t(n::ADOPTED_NONE));
    }
    for lane in Lane::ALL {
        let actions = open.assessment.actions.iter().filter(|action| action.lane == *lane);
        let items = actions.map(|action| {
            let mut inner = labelled(view, asked(view, action));
            inner.extend(labelled(view, kept(view, action)));
            (title(view, action), inner)
        });
        let items: Vec<_> = items.collect();
        if !items.is_empty() {
            out.heading(3, view.t(lane_name(*lane)));
            out.list(&items);
        }
    }
}
