//! The first sheet and the last: where the firm stands, and by which rules.

use fuxiao_core::dimension::index;
use fuxiao_format::workbook::{Cell, Sheet};
use fuxiao_language::{
    words as w, words_export as t, words_pages as p, words_print as r, words_workbook as b,
};

use super::super::report::RULES;
use super::super::{Case, Narrator, reasons};

/// Where the firm stands, in lines of a name and a value.
pub fn summary(case: &Case) -> Sheet {
    let (assessment, of) = (case.assessment, &case.card.overall);
    let levels = case.model.levels;
    let (first, more) = reasons::headline(case);
    let finding = std::iter::once(first).chain(more).collect::<Vec<_>>().join("\n");
    let share = (of.applicable > 0).then(|| of.answered as f64 / of.applicable as f64);
    let (answered, applicable) = (of.answered.to_string(), of.applicable.to_string());
    let count = case.f(w::OVERVIEW_DONE, &[("answered", &answered), ("applicable", &applicable)]);
    let gate = reasons::legal_body(case).unwrap_or_else(|| case.t(b::LEGAL_PASSED).to_string());
    let level = of.level.map_or_else(|_| Cell::text(case.t(p::LEVEL_WITHHELD)), Cell::Level);
    let day = |text: &str| text.get(..10).map_or(Cell::Empty, |day| Cell::Date(day.to_string()));
    let confidence = case.t(reasons::confidence(case.card.confidence));
    let line = |name, value| vec![Cell::text(case.t(name)), value];
    let rows = vec![
        line(r::FIRM, Cell::text(assessment.firm.name.as_str())),
        line(p::TITLE, Cell::text(assessment.title.as_str())),
        line(r::DATE, day(case.today)),
        line(b::WRITTEN, day(&assessment.modified)),
        line(t::RELEASE, Cell::text(case.model.release.as_str())),
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
        line(t::NO_CERTIFICATE, Cell::text(case.t(t::NO_CERTIFICATE_BODY))),
    ];
    Sheet::new(case.t(b::SUMMARY), false, &[(case.t(b::ITEM), 40), (case.t(b::VALUE), 80)], rows)
}

/// The rules in short.
pub fn method(narrator: &Narrator) -> Sheet {
    let rules = RULES.into_iter().chain([(t::NO_CERTIFICATE, t::NO_CERTIFICATE_BODY)]);
    let rows = rules.map(|(title, body)| vec![Cell::text(narrator.t(title)), Cell::text(narrator.t(body))]);
    Sheet::new(
        narrator.t(w::METHOD),
        false,
        &[(narrator.t(b::RULE), 32), (narrator.t(b::MEANING), 100)],
        rows.collect(),
    )
}
