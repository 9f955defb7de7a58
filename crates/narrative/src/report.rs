//! The report as Markdown: the sentences and numbers of the pages, in the order in which one is asked for them.
//!
//! Notes on answers are not in it, private ones least of all.

use fuxiao_core::assessment::Lane;
use fuxiao_language::{
    Text, dimension_name, level_of, percent, words as w, words_answering as a, words_explain as e,
    words_export as t, words_pages as p, words_plan as n, words_print as r, words_why as y,
};

use super::markdown::Document;
use super::names::{assessment_name, hours, level_text};
use super::plan::{details, instructions, labelled, title};
use super::reasons::{self, Number};
use super::roadmap::{self, step_sentence};
use super::steps::lane_name;
use super::why::{self, Derivation};
use super::{Case, Narrator, explain};

/// The rules of scoring: what each is about, and the rule.
pub const RULES: [(Text, Text); 6] = [
    (p::METHOD_RULE_TITLE, a::RULE),
    (p::METHOD_1_TITLE, p::METHOD_1),
    (p::METHOD_2_TITLE, p::METHOD_2),
    (p::METHOD_3_TITLE, p::METHOD_3),
    (p::METHOD_4_TITLE, p::METHOD_4),
    (p::METHOD_5_TITLE, p::METHOD_5),
];

/// The whole report.
pub fn report(case: &Case) -> String {
    let mut out = Document::default();
    let name = assessment_name(case);
    out.heading(1, &case.locale().colon(case.t(t::REPORT_TITLE), &name));
    head(&mut out, case);
    findings(&mut out, case);
    aspects(&mut out, case);
    dimensions(&mut out, case);
    weakest(&mut out, case);
    shortest(&mut out, case);
    plan(&mut out, case);
    out.heading(2, case.t(w::METHOD));
    out.paragraph(case.t(p::METHOD_LEAD));
    out.list(&RULES.map(|(title, body)| plain(case.locale().colon(case.t(title), case.t(body)))));
    out.heading(2, case.t(t::NO_CERTIFICATE));
    out.paragraph(case.t(t::NO_CERTIFICATE_BODY));
    out.text()
}

/// An item without a list of its own.
fn plain(text: String) -> (String, Vec<String>) {
    (text, Vec::new())
}

fn head(out: &mut Document, case: &Case) {
    let assessment = case.assessment;
    let facts = [
        (r::FIRM, assessment.firm.name.as_str()),
        (p::TITLE, &assessment.title),
        (r::DATE, case.today),
        (t::RELEASE, &case.model.release),
    ];
    let said = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let items: Vec<_> = said.map(|(name, text)| plain(case.locale().colon(case.t(name), text))).collect();
    out.list(&items);
}

/// Where we stand and why: headline, legal warning, numbers, hints, the derivation of the whole.
fn findings(out: &mut Document, case: &Case) {
    out.heading(2, case.t(p::RESULTS_TITLE));
    let (first, more) = reasons::headline(case);
    out.paragraph(&first);
    more.iter().for_each(|sentence| out.paragraph(sentence));
    if let Some(body) = reasons::legal_body(case) {
        out.warning(case.t(p::LEGAL_TITLE), &[&body, case.t(p::LEGAL_BASIS)]);
    }
    let number = |Number { name, value, more }: Number| {
        let inner = if more.is_empty() { Vec::new() } else { vec![more] };
        (case.locale().colon(case.t(name), &value), inner)
    };
    out.list(&reasons::numbers(case).map(number));
    if !case.card.hints.is_empty() {
        out.heading(3, case.t(p::HINTS_TITLE));
        let hints = case.card.hints.iter().map(|hint| plain(case.t(reasons::hint(*hint)).to_string()));
        out.list(&hints.collect::<Vec<_>>());
    }
    out.heading(3, case.t(e::NUMBERS_TITLE));
    out.list(&explain::numbers(case).into_iter().map(plain).collect::<Vec<_>>());
    if let Some(derivation) = why::whole(case) {
        out.heading(3, case.t(y::WHY_TITLE));
        derived(out, case, derivation);
    }
}

/// A derivation, as on the page.
fn derived(out: &mut Document, narrator: &Narrator, Derivation { score, sentences, blockers }: Derivation) {
    score.iter().for_each(|sentence| out.paragraph(sentence));
    // The first says what the others are the parts of.
    if let Some((first, others)) = sentences.split_first() {
        out.paragraph(first);
        out.list(&others.iter().cloned().map(plain).collect::<Vec<_>>());
    }
    if !blockers.is_empty() {
        out.paragraph(narrator.t(y::WHY_HOLDING));
        out.list(&blockers.into_iter().map(|blocker| plain(blocker.text)).collect::<Vec<_>>());
    }
}

fn aspects(out: &mut Document, case: &Case) {
    let head = [p::COL_ASPECT, p::COL_SCORE, p::COL_BOUNDS].map(|name| case.t(name));
    let rows = case.model.aspects.iter().zip(&case.card.aspects);
    let cells = rows.map(|(aspect, score)| {
        let bounds = reasons::interval(score.low, score.high);
        vec![case.aspect_name(&aspect.id), reasons::score(score.score, 2), bounds]
    });
    out.heading(2, case.t(p::ASPECTS_TITLE));
    out.table(&head, &cells.collect::<Vec<_>>());
}

fn dimensions(out: &mut Document, case: &Case) {
    let rows = || case.model.dimensions.iter().zip(&case.card.dimensions);
    out.heading(2, case.t(p::DIMENSIONS_TITLE));
    let head = [w::COL_DIMENSION, p::COL_SCORE, p::COL_BOUNDS, w::COL_LEVEL, p::COL_TARGET, p::COL_REACHED];
    let cells = rows().map(|(dimension, score)| {
        vec![
            dimension_name(&dimension.id, case.locale()).to_string(),
            reasons::score(score.score, 2),
            reasons::interval(score.low, score.high),
            level_text(case, score),
            level_of(Some(score.target)),
            score.target_reached.map_or("–".to_string(), percent),
        ]
    });
    out.table(&head.map(|name| case.t(name)), &cells.collect::<Vec<_>>());
    out.heading(2, case.t(t::DERIVED));
    out.paragraph(case.t(y::WHY_MEAN));
    for (at, (dimension, score)) in rows().enumerate() {
        out.heading(3, dimension_name(&dimension.id, case.locale()));
        if !score.in_scope() {
            out.paragraph(case.t(p::OUT_OF_SCOPE));
            continue;
        }
        let (level, target) = (level_text(case, score), score.target.to_string());
        out.paragraph(&case.f(p::DETAIL_LEVEL, &[("level", &level), ("target", &target)]));
        if score.limited {
            out.paragraph(case.t(p::LIMITED));
        }
        if let Some(derivation) = why::dimension(case, at) {
            derived(out, case, derivation);
        }
    }
}

fn weakest(out: &mut Document, case: &Case) {
    out.heading(2, case.t(p::WEAKEST_TITLE));
    let found = reasons::weakest(case);
    if found.is_empty() {
        return out.paragraph(case.t(p::WEAKEST_NONE));
    }
    let item = |(level, at)| why::at_level(case, &reasons::name_at(case, at), Some(level));
    out.numbered(&found.into_iter().map(item).collect::<Vec<_>>());
}

/// The shortest path to the next level of the whole.
fn shortest(out: &mut Document, case: &Case) {
    let Some((next, path)) = roadmap::next_level(case) else { return };
    let level = next.to_string();
    out.heading(2, &case.f(y::WAY_TITLE, &[("level", &level)]));
    let path = match path {
        Ok(path) => path,
        Err(why) => return out.paragraph(&roadmap::no_path(case, why, next)),
    };
    let effort = hours(case, path.steps.iter().map(|step| step.effort));
    let steps = path.steps.len().to_string();
    out.paragraph(&case.f(y::WAY_LEAD, &[("steps", &steps), ("effort", &effort)]));
    out.numbered(&path.steps.iter().map(|step| step_sentence(case, step)).collect::<Vec<_>>());
    out.paragraph(case.t(y::WAY_RULE));
}

fn plan(out: &mut Document, case: &Case) {
    out.heading(2, case.t(w::PLAN));
    if case.assessment.actions.is_empty() {
        return out.paragraph(case.t(n::ADOPTED_NONE));
    }
    for lane in Lane::ALL {
        let actions = case.assessment.actions.iter().filter(|action| action.lane == *lane);
        let items = actions.map(|action| {
            let mut inner = labelled(case, instructions(case, action));
            inner.extend(labelled(case, details(case, action)));
            (title(case, action), inner)
        });
        let items: Vec<_> = items.collect();
        if !items.is_empty() {
            out.heading(3, case.t(lane_name(*lane)));
            out.list(&items);
        }
    }
}
