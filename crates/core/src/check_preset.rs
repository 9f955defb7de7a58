//! The part of the model check that looks at sets of targets, and at the level from which evidence is asked for.

use super::check::{Check, Ids};
use super::draft::TargetSetDraft;
use super::model::{EvidenceCaps, TargetSet};

impl Check {
    /// A set of targets for a number of dimensions, whose ids are known.
    pub(super) fn target_set(
        &mut self,
        place: &str,
        draft: TargetSetDraft,
        ids: &Ids<usize>,
        count: usize,
    ) -> TargetSet {
        self.id(&format!("{place}.id"), &draft.name);
        let mut targets = vec![None; count];
        for (id, level) in &draft.targets {
            let place = format!("{place}.targets.{id}");
            let level = self.level(&place, *level);
            if let Some(slot) = self.known(place, id, ids).and_then(|at| targets.get_mut(at)) {
                *slot = Some(level);
            }
        }
        TargetSet {
            name: draft.name,
            sizes: draft.sizes,
            services: draft.services,
            not_services: draft.not_services,
            targets,
        }
    }

    /// The level from which evidence is asked for. Where the model does not say, the lowest one that some policy does
    /// not take on somebody's word; the second where every level is taken so, for an admitted weakness needs no proof.
    pub(super) fn evidence_from(&mut self, said: Option<i64>, caps: &EvidenceCaps) -> u8 {
        match said {
            Some(level) => self.level("evidence_from", level),
            None => {
                let unproven = [caps.standard.none, caps.strict.none].into_iter().flatten().min();
                unproven.map_or(2, |cap| cap.saturating_add(1).min(self.levels))
            }
        }
    }
}
