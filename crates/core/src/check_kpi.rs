//! The part of the model check that looks at KPIs: ranges, bounds, and the legal gate that rests on them.

use super::check::{Check, Ids};
use super::draft::{GateDraft, KpiDraft};
use super::model::{Better, CriterionRef, Kpi, LegalGate};
use super::problem::Flaw;

impl Check {
    pub(super) fn kpi(&mut self, place: &str, draft: KpiDraft) -> Kpi {
        self.name(&format!("{place}.unit"), &draft.unit);
        let range_ok =
            draft.range.is_none_or(|(low, high)| low.is_finite() && high.is_finite() && low < high);
        if !range_ok {
            self.report(format!("{place}.range"), Flaw::OutOfRange);
        }
        let bounds_place = format!("{place}.bounds");
        match &draft.bounds {
            Some(_) if !draft.scored => self.report(bounds_place, Flaw::BoundsOnUnscored),
            None if draft.scored => self.report(bounds_place, Flaw::Missing),
            Some(bounds) => {
                let in_order = |pair: &[f64]| match (draft.better, pair) {
                    (Better::Higher, [a, b]) => a < b,
                    (Better::Lower, [a, b]) => a > b,
                    _ => false,
                };
                if bounds.len() + 1 != usize::from(self.levels) || !bounds.windows(2).all(in_order) {
                    self.report(bounds_place.clone(), Flaw::BoundsNotMonotone);
                }
                let outside = |bound: &f64| {
                    !bound.is_finite() || draft.range.is_some_and(|(low, high)| *bound < low || *bound > high)
                };
                for (i, _) in bounds.iter().enumerate().filter(|(_, bound)| outside(bound)) {
                    self.report(format!("{bounds_place}[{i}]"), Flaw::OutOfRange);
                }
            }
            None => {}
        }
        Kpi {
            id: draft.id,
            unit: draft.unit,
            better: draft.better,
            range: draft.range,
            bounds: draft.bounds,
            window: draft.window,
            least_n: draft.least_n,
            basis: draft.basis,
            checked: draft.checked,
            survey: draft.survey,
        }
    }

    pub(super) fn legal_gate(
        &mut self,
        draft: &GateDraft,
        criteria: &Ids<CriterionRef>,
        kpis: &Ids<usize>,
    ) -> LegalGate {
        let mut gate = LegalGate {
            cap: self.level("legal_gate.cap", draft.cap),
            services: draft.services.clone(),
            criteria: vec![],
            kpis: vec![],
        };
        for (i, id) in draft.criteria.iter().enumerate() {
            gate.criteria.extend(self.known(format!("legal_gate.criteria[{i}]"), id, criteria));
        }
        for (i, (id, limit)) in draft.kpis.iter().enumerate() {
            let place = format!("legal_gate.kpis[{i}]");
            if !limit.is_finite() {
                self.report(format!("{place}.worse_than"), Flaw::NotNumber);
            }
            gate.kpis.extend(self.known(format!("{place}.id"), id, kpis).map(|kpi| (kpi, *limit)));
        }
        gate
    }
}
