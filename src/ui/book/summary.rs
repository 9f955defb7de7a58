//! The first sheet and the last: where the firm stands, and by which rules.

use crate::domain::dimension::index;
use crate::i18n::{words as w, words_book as b, words_pages as p, words_paper as r, words_take as t};
use crate::state::Open;
use crate::storage::book::{Cell, Sheet};

use super::super::View;
use super::super::reasons;

/// Where the firm stands, in lines of a name and a value.
pub fn summary(view: View, open: &Open) -> Sheet {
    let (assessment, of) = (&open.assessment, &open.card.overall);
    let levels = view.state.model.levels;
    let (first, more) = reasons::headline(view, open);
    let finding = std::iter::once(first).chain(more).collect::<Vec<_>>().join("\n");
    let share = (of.applicable > 0).then(|| of.answered as f64 / of.applicable as f64);
    let (answered, applicable) = (of.answered.to_string(), of.applicable.to_string());
    let count = view.f(w::OVERVIEW_DONE, &[("answered", &answered), ("applicable", &applicable)]);
    let gate = reasons::legal_body(view, open).unwrap_or_else(|| view.t(b::LEGAL_PASSED).to_string());
    let level = of.level.map_or_else(|_| Cell::text(view.t(p::LEVEL_WITHHELD)), Cell::Level);
    let day = |text: &str| text.get(..10).map_or(Cell::Empty, |day| Cell::Date(day.to_string()));
    let confidence = view.t(reasons::confidence(open.card.confidence));
    let line = |name, value| vec![Cell::text(view.t(name)), value];
    let rows = vec![
        line(r::FIRM, Cell::text(assessment.firm.name.as_str())),
        line(p::TITLE, Cell::text(assessment.title.as_str())),
        line(r::DATE, day(&view.state.today)),
        line(b::WRITTEN, day(&assessment.modified)),
        line(t::RELEASE, Cell::text(view.state.model.release.as_str())),
        line(b::HEADLINE, Cell::text(finding)),
        line(p::SCORE, Cell::maybe(of.score, Cell::Fine)),
        line(p::INDEX, Cell::maybe(of.score.map(|score| index(score, levels)), Cell::Whole)),
        line(b::LOW, Cell::maybe(of.low, Cell::Fine)),
        line(b::HIGH, Cell::maybe(of.high, Cell::Fine)),
        line(w::COL_LEVEL, level),
        line(p::CONFIDENCE, Cell::text(confidence)),
        line(p::COMPLETION, Cell::maybe(share, Cell::Percent)),
        vec![Cell::Empty, Cell::text(count)],
        line(b::LEGAL, Cell::text(gate)),
        line(t::NO_CERTIFICATE, Cell::text(view.t(t::NO_CERTIFICATE_BODY))),
    ];
    Sheet::new(view.t(b::SUMMARY), false, &[(view.t(b::ITEM), 40), (view.t(b::VALUE), 80)], rows)
}

/// The rules in short.
pub fn method(view: View) -> Sheet {
    let rules = [
        (p::METHOD_1_TITLE, p::METHOD_1),
        (p::METHOD_2_TITLE, p::METHOD_2),
        (p::METHOD_3_TITLE, p::METHOD_3),
        (p::METHOD_4_TITLE, p::METHOD_4),
        (p::METHOD_5_TITLE, p::METHOD_5),
        (t::NO_CERTIFICATE, t::NO_CERTIFICATE_BODY),
    ];
    let rows = rules.map(|(title, body)| vec![Cell::text(view.t(title)), Cell::text(view.t(body))]);
    Sheet::new(view.t(w::METHOD), false, &[(view.t(b::RULE), 32), (view.t(b::MEANING), 100)], rows.to_vec())
}
