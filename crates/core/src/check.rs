//! From a draft with ids to a checked [`Model`] with positions, or to everything that is wrong with it.
//!
//! Knows structure and numbers, no file format and no wording.

use super::draft::{CriterionDraft, DimensionDraft, ModelDraft};
use super::model::{Aspect, Caps, Criterion, CriterionRef, Dimension, EvidenceCaps, Model, Step};
use super::problem::{Flaw, Problem};

/// How many KPIs may cap one criterion.
pub const CAPS: usize = 2;

/// What ids stand for. A list: there are some hundred, and a map would be compiled for every type.
pub(super) struct Ids<T>(Vec<(String, T)>);

impl<T: Copy> Ids<T> {
    fn get(&self, id: &str) -> Option<T> {
        self.0.iter().find(|(known, _)| known == id).map(|(_, value)| *value)
    }

    /// Adds an id; says whether it was there before.
    fn add(&mut self, id: &str, value: T) -> bool {
        let known = self.get(id).is_some();
        self.0.push((id.to_string(), value));
        known
    }
}

pub(super) struct Check {
    pub(super) problems: Vec<Problem>,
    pub(super) levels: u8,
}

impl Model {
    /// Checks a draft and resolves its references.
    ///
    /// # Errors
    /// Every structural problem, each with its place; never only the first. Of a model that is too large, all that is too
    /// large in it.
    pub fn build(draft: ModelDraft) -> Result<Model, Vec<Problem>> {
        let mut check = Check { problems: Vec::new(), levels: 0 };
        check.sizes(&draft);
        if !check.problems.is_empty() {
            return Err(check.problems);
        }
        check.id("id", &draft.id);
        check.name("release", &draft.release);
        check.levels = check.levels_of(&draft.levels);
        let evidence_caps = check.evidence_caps(&draft.evidence_caps);
        let aspect_ids = check.ids("aspects", draft.aspects.iter());
        let theme_ids = check.ids("themes", draft.themes.iter());
        let kpi_ids = check.ids("kpis", draft.kpis.iter().map(|kpi| &kpi.id));
        let dimension_ids = check.ids("dimensions", draft.dimensions.iter().map(|dimension| &dimension.id));
        let criterion_ids = check.criterion_ids(&draft.dimensions);
        for (list, empty) in
            [("aspects", draft.aspects.is_empty()), ("dimensions", draft.dimensions.is_empty())]
        {
            if empty {
                check.report(list, Flaw::Empty);
            }
        }
        let legal_gate =
            draft.legal_gate.as_ref().map(|gate| check.legal_gate(gate, &criterion_ids, &kpi_ids));
        let evidence_from = check.evidence_from(draft.evidence_from, &evidence_caps);
        let sets = draft.presets.into_iter().enumerate();
        let presets = sets
            .map(|(i, set)| {
                check.target_set(&format!("presets[{i}]"), set, &dimension_ids, draft.dimensions.len())
            })
            .collect();
        let aspects = draft.aspects.into_iter().map(|id| Aspect { id }).collect();
        let dimensions = draft.dimensions.into_iter().enumerate();
        let dimensions = dimensions
            .map(|(i, dimension)| {
                let place = format!("dimensions[{i}]");
                check.dimension(&place, dimension, &aspect_ids, &theme_ids, &kpi_ids)
            })
            .collect();
        let kpis = draft.kpis.into_iter().enumerate();
        let kpis = kpis.map(|(i, kpi)| check.kpi(&format!("kpis[{i}]"), kpi)).collect();
        if !check.problems.is_empty() {
            return Err(check.problems);
        }
        Ok(Model {
            id: draft.id,
            release: draft.release,
            levels: check.levels,
            evidence_caps,
            aspects,
            dimensions,
            kpis,
            themes: draft.themes,
            legal_gate,
            presets,
            evidence_from,
        })
    }
}

impl Check {
    pub(super) fn report(&mut self, place: impl Into<String>, flaw: Flaw) {
        self.problems.push(Problem::new(place, flaw));
    }

    pub(super) fn name(&mut self, place: &str, text: &str) {
        if text.trim().is_empty() {
            self.report(place, Flaw::Empty);
        }
    }

    fn levels_of(&mut self, values: &[i64]) -> u8 {
        let consecutive = values.iter().zip(1..).all(|(value, expected)| *value == expected);
        match u8::try_from(values.len()) {
            Ok(n) if consecutive && (2..=10).contains(&n) => n,
            _ => {
                self.report("levels", Flaw::LevelsNotConsecutive);
                // Whatever else is wrong is looked for among the levels that were meant.
                u8::try_from(values.len().clamp(2, 10)).unwrap_or(10)
            }
        }
    }

    fn evidence_caps(&mut self, caps: &[[Option<i64>; 4]; 2]) -> EvidenceCaps {
        let mut one = |policy: &str, caps: &[Option<i64>; 4]| {
            let mut cap = |grade: &str, value: Option<i64>| {
                value.map(|value| self.level(&format!("evidence_caps.{policy}.{grade}"), value))
            };
            let [none, document, records, measured] = *caps;
            Caps {
                none: cap("none", none),
                document: cap("document", document),
                records: cap("records", records),
                measured: cap("measured", measured),
            }
        };
        let [standard, strict] = caps;
        EvidenceCaps { standard: one("standard", standard), strict: one("strict", strict) }
    }

    /// Positions by id; an empty or repeated id is a problem.
    fn ids<'a>(&mut self, list: &str, ids: impl Iterator<Item = &'a String>) -> Ids<usize> {
        let mut known = Ids(Vec::new());
        for (i, id) in ids.enumerate() {
            self.id(&format!("{list}[{i}].id"), id);
            if known.add(id, i) {
                self.report(format!("{list}[{i}].id"), Flaw::DuplicateId);
            }
        }
        known
    }

    fn criterion_ids(&mut self, dimensions: &[DimensionDraft]) -> Ids<CriterionRef> {
        let mut known = Ids(Vec::new());
        for (d, dimension) in dimensions.iter().enumerate() {
            if dimension.criteria.is_empty() {
                self.report(format!("dimensions[{d}].criteria"), Flaw::Empty);
            }
            for (c, criterion) in dimension.criteria.iter().enumerate() {
                let place = format!("dimensions[{d}].criteria[{c}].id");
                self.id(&place, &criterion.id);
                let at = CriterionRef { dimension: d, criterion: c };
                if known.add(&criterion.id, at) {
                    self.report(place, Flaw::DuplicateId);
                }
            }
        }
        known
    }

    fn within(&mut self, place: impl Into<String>, value: i64, low: u8, high: u8) -> u8 {
        match u8::try_from(value) {
            Ok(value) if (low..=high).contains(&value) => value,
            _ => {
                self.report(place, Flaw::OutOfRange);
                low
            }
        }
    }

    fn weight(&mut self, place: &str, value: i64) -> u32 {
        u32::from(self.within(format!("{place}.weight"), value, 1, 100))
    }

    pub(super) fn level(&mut self, place: &str, value: i64) -> u8 {
        self.within(place, value, 1, self.levels)
    }

    pub(super) fn known<T: Copy>(&mut self, place: String, id: &str, ids: &Ids<T>) -> Option<T> {
        let found = ids.get(id);
        if found.is_none() {
            self.report(place, Flaw::UnknownReference);
        }
        found
    }

    fn dimension(
        &mut self,
        place: &str,
        draft: DimensionDraft,
        aspects: &Ids<usize>,
        themes: &Ids<usize>,
        kpis: &Ids<usize>,
    ) -> Dimension {
        let sources = draft.sources.iter().enumerate();
        let sources = sources
            .map(|(i, n)| u32::from(self.within(format!("{place}.sources[{i}]"), *n, 1, u8::MAX)))
            .collect();
        let criteria = draft.criteria.into_iter().enumerate();
        let criteria = criteria
            .map(|(i, criterion)| self.criterion(&format!("{place}.criteria[{i}]"), criterion, themes, kpis))
            .collect();
        Dimension {
            aspect: self.known(format!("{place}.aspect"), &draft.aspect, aspects).unwrap_or_default(),
            weight: self.weight(place, draft.weight),
            target: self.level(&format!("{place}.target"), draft.target),
            id: draft.id,
            why_weight: draft.why_weight,
            gate: draft.gate,
            sources,
            criteria,
        }
    }

    fn criterion(
        &mut self,
        place: &str,
        draft: CriterionDraft,
        themes: &Ids<usize>,
        kpis: &Ids<usize>,
    ) -> Criterion {
        let mut resolve = |list: &str, ids: &[String]| -> Vec<usize> {
            let mut found = Vec::new();
            for (i, id) in ids.iter().enumerate() {
                let place = format!("{place}.{list}[{i}]");
                match self.known(place.clone(), id, kpis) {
                    Some(kpi) if found.contains(&kpi) => self.report(place, Flaw::DuplicateId),
                    Some(kpi) => found.push(kpi),
                    None => {}
                }
            }
            found
        };
        let (capping, see) = (resolve("kpis", &draft.kpis), resolve("see", &draft.see));
        if draft.kpis.len() > CAPS {
            self.report(format!("{place}.kpis"), Flaw::TooManyKpis);
        }
        let theme = draft.theme.and_then(|id| self.known(format!("{place}.theme"), &id, themes));
        Criterion {
            weight: self.weight(place, draft.weight),
            id: draft.id,
            why_weight: draft.why_weight,
            window: draft.window,
            na_allowed: draft.na_allowed,
            na_without: draft.na_without,
            legal: draft.legal,
            key: draft.key,
            kpis: capping,
            see,
            theme,
            sampling: draft.sampling,
            steps: self.steps(&format!("{place}.steps"), &draft.steps),
        }
    }

    fn steps(&mut self, place: &str, steps: &[[i64; 3]]) -> Vec<Step> {
        let in_order = steps.iter().zip(2..).all(|([to, ..], expected)| *to == expected);
        if !in_order || steps.len() + 1 != usize::from(self.levels) {
            self.report(place, Flaw::StepsIncomplete);
        }
        let steps = steps.iter().enumerate();
        steps
            .map(|(i, [_, impact, effort])| Step {
                impact: self.within(format!("{place}[{i}].impact"), *impact, 1, 5),
                effort: self.within(format!("{place}[{i}].effort"), *effort, 1, 5),
            })
            .collect()
    }
}
