//! What differs between two assessments, kept so small that hundreds of changes can be held in memory: only what is
//! not the same on both sides. Does not know why something was changed, nor counts and dates of changes.

use std::collections::BTreeMap;

use crate::assessment::{Assessment, Brand, Entry, Firm, KpiEntry, PlanAction, Policy};

/// The parts of one of two assessments in which it differs from the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Delta {
    words: Option<Box<Words>>,
    firm: Option<Box<Firm>>,
    policy: Option<Policy>,
    targets: Vec<(String, Option<u8>)>,
    importance: Vec<(String, Option<u8>)>,
    answers: Vec<(String, Option<Entry>)>,
    kpis: Vec<(String, Option<KpiEntry>)>,
    actions: Option<Vec<PlanAction>>,
    baseline: Option<Option<String>>,
    brand: Option<Box<Brand>>,
}

/// What is written about the assessment itself.
#[derive(Clone, Debug, Default, PartialEq)]
struct Words {
    id: String,
    model_id: String,
    model_release: String,
    created: String,
    title: String,
    respondent: String,
    snapshot_of: Option<String>,
}

impl Delta {
    /// How `side` differs from `other`: applied to `other` it gives `side`, but for the count and the date of changes.
    pub fn between(side: &Assessment, other: &Assessment) -> Self {
        // Taken apart, so that a new field of an assessment cannot be forgotten here.
        let Assessment {
            revision: _,
            modified: _,
            id: _,
            model_id: _,
            model_release: _,
            created: _,
            title: _,
            respondent: _,
            snapshot_of: _,
            firm,
            policy,
            targets,
            importance,
            answers,
            kpis,
            actions,
            baseline,
            brand,
        } = side;
        let words = words(side);
        Self {
            words: (words != self::words(other)).then(|| Box::new(words)),
            firm: (*firm != other.firm).then(|| Box::new(firm.clone())),
            policy: (*policy != other.policy).then_some(*policy),
            targets: entries(targets, &other.targets),
            importance: entries(importance, &other.importance),
            answers: entries(answers, &other.answers),
            kpis: entries(kpis, &other.kpis),
            actions: (*actions != other.actions).then(|| actions.clone()),
            baseline: (*baseline != other.baseline).then(|| baseline.clone()),
            brand: (*brand != other.brand).then(|| Box::new(brand.clone())),
        }
    }

    /// The assessment with the parts of the other side; count and date of changes stay.
    pub fn applied(&self, to: &Assessment) -> Assessment {
        let mut made = to.clone();
        if let Some(words) = self.words.as_deref().cloned() {
            made.id = words.id;
            made.model_id = words.model_id;
            made.model_release = words.model_release;
            made.created = words.created;
            made.title = words.title;
            made.respondent = words.respondent;
            made.snapshot_of = words.snapshot_of;
        }
        if let Some(firm) = &self.firm {
            made.firm = (**firm).clone();
        }
        made.policy = self.policy.unwrap_or(made.policy);
        put(&mut made.targets, &self.targets);
        put(&mut made.importance, &self.importance);
        put(&mut made.answers, &self.answers);
        put(&mut made.kpis, &self.kpis);
        if let Some(actions) = &self.actions {
            made.actions = actions.clone();
        }
        if let Some(baseline) = &self.baseline {
            made.baseline = baseline.clone();
        }
        if let Some(brand) = &self.brand {
            made.brand = (**brand).clone();
        }
        made
    }
}

fn words(of: &Assessment) -> Words {
    Words {
        id: of.id.clone(),
        model_id: of.model_id.clone(),
        model_release: of.model_release.clone(),
        created: of.created.clone(),
        title: of.title.clone(),
        respondent: of.respondent.clone(),
        snapshot_of: of.snapshot_of.clone(),
    }
}

/// The entries that `side` has otherwise than `other`; nothing where it lacks one.
fn entries<T: Clone + PartialEq>(
    side: &BTreeMap<String, T>,
    other: &BTreeMap<String, T>,
) -> Vec<(String, Option<T>)> {
    let changed = side.iter().filter(|(id, entry)| other.get(*id) != Some(entry));
    let gone = other.keys().filter(|id| !side.contains_key(*id));
    changed
        .map(|(id, entry)| (id.clone(), Some(entry.clone())))
        .chain(gone.map(|id| (id.clone(), None)))
        .collect()
}

fn put<T: Clone>(map: &mut BTreeMap<String, T>, entries: &[(String, Option<T>)]) {
    for (id, entry) in entries {
        match entry {
            Some(entry) => drop(map.insert(id.clone(), entry.clone())),
            None => drop(map.remove(id)),
        }
    }
}
