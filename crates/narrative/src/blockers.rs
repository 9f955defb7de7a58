//! What holds the overall level down, by name: the legal gate, dimensions that are too far below, the weakest questions, or what must be
//! answered before a level is shown.

use fuxiao_core::overall::Withheld;
use fuxiao_core::why::{of_dimension, of_whole};
use fuxiao_core::{CriterionRef, CriterionStatus};
use fuxiao_language::{dimension_name, words_explain as e};

use super::Case;
use super::reasons::{figures_of_gate, name_at};
use super::why::{Blocker, BlockerPlace, at_level};

/// How many questions are named; the others are counted.
const NAMED: usize = 5;

/// A question with the level it counts for, leading to its answer.
fn question(case: &Case, at: CriterionRef) -> Option<Blocker> {
    case.model.criterion(at)?;
    let level = case.card.status(at)?.rating().map(|rating| rating.effective);
    let name = name_at(case, at);
    let text = if level.is_some() { at_level(case, &name, level) } else { name };
    Some(Blocker { text, place: BlockerPlace::Question(at) })
}

/// What trips the legal gate.
fn legal(case: &Case) -> Vec<Blocker> {
    let (model, tripped) = (case.model, &case.card.overall.legal);
    let named = |blocker: Blocker| Blocker {
        text: case.locale().colon(case.t(e::HELD_LEGAL), &blocker.text),
        ..blocker
    };
    let criteria = tripped.criteria.iter().filter_map(|at| question(case, *at)).map(named);
    let carrier = |kpi: usize| {
        // Where it counts rather than where it is only shown.
        let counts = model.criteria().find(|(_, criterion)| criterion.kpis.contains(&kpi));
        let shown = || model.criteria().find(|(_, criterion)| criterion.see.contains(&kpi));
        counts.or_else(shown).map(|(at, _)| at)
    };
    let figures = tripped.kpis.iter().zip(figures_of_gate(case)).filter_map(|(kpi, text)| {
        let at = carrier(*kpi)?;
        Some(named(Blocker { text, place: BlockerPlace::Figure(at) }))
    });
    criteria.chain(figures).collect()
}

/// The questions that hold down the dimensions that hold the whole down, the lowest first.
fn weakest(case: &Case) -> Vec<CriterionRef> {
    let model = case.model;
    let next = of_whole(model, case.card).and_then(|why| why.next);
    let Some(next) = next else { return Vec::new() };
    let also = next.gates.iter().chain(&next.far).filter(|at| !next.holding.contains(at));
    let holding_down = next.holding.iter().chain(also);
    let mut found: Vec<(u8, CriterionRef)> = Vec::new();
    for &dimension in holding_down {
        let holding = of_dimension(model, case.card, dimension).and_then(|why| why.next);
        for criterion in holding.map(|next| next.holding).unwrap_or_default() {
            let at = CriterionRef { dimension, criterion };
            let level = case.card.status(at).and_then(CriterionStatus::rating).map(|rating| rating.effective);
            found.extend(level.map(|level| (level, at)));
        }
    }
    let found = fuxiao_core::order::sorted(found, |a, b| a.cmp(b));
    found.into_iter().map(|(_, at)| at).collect()
}

/// Questions behind a legal duty that are open, while they withhold the level.
fn open_duties(case: &Case) -> Vec<Blocker> {
    if case.card.overall.level != Err(Withheld::LegalOpen) {
        return Vec::new();
    }
    let model = case.model;
    let duties = model.criteria().filter(|(at, criterion)| {
        criterion.legal && case.card.status(*at) == Some(&CriterionStatus::Unanswered)
    });
    duties.filter_map(|(at, _)| question(case, at)).collect()
}

/// Everything that holds the level down, and how many questions more.
pub fn blockers(case: &Case) -> (Vec<Blocker>, usize) {
    let model = case.model;
    let mut found = legal(case);
    found.extend(open_duties(case));
    let next = of_whole(model, case.card).and_then(|why| why.next);
    for at in next.map(|next| [next.gates, next.far].concat()).unwrap_or_default() {
        let (Some(dimension), Some(score)) = (model.dimensions.get(at), case.card.dimensions.get(at)) else {
            continue;
        };
        let name = dimension_name(&dimension.id, case.locale());
        found.push(Blocker {
            text: at_level(case, name, score.counting_level()),
            place: BlockerPlace::Dimension(at),
        });
    }
    let weakest = weakest(case);
    let more = weakest.len().saturating_sub(NAMED);
    found.extend(weakest.into_iter().take(NAMED).filter_map(|at| question(case, at)));
    (found, more)
}
