//! Reads an assessment document. Knows the published format of assessments, version 1, and the model
//! it answers; it keeps the whole document, so that what it does not know survives.

use std::collections::BTreeMap;

use serde_json::Value;

use fuxiao_core::assessment::{
    Answer, Assessment, Brand, Entry, Evidence, Firm, Flag, KpiEntry, Policy, Size,
};
use fuxiao_core::{Flaw, Model, Problem};

use super::actions_file::actions;
use super::reader::{Node, Problems};
use super::services;
use super::shape;

/// The `format` of an assessment.
pub const FORMAT: &str = "fuxiao-assessment";
/// The app's own reason for "not applicable": the firm has no such channel or service.
pub const NO_CHANNEL: &str = "@channel";
/// The app's own reason for "not applicable": the firm has no employees.
pub const NO_STAFF: &str = "@alone";
/// The newest version of the format that is understood.
pub const VERSION: i64 = 1;

/// An assessment with the document it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedDocument {
    /// What the domain knows.
    pub assessment: Assessment,
    /// The document, with everything in it.
    pub document: Value,
    /// What is kept but not understood, or not counted any more.
    pub reports: Vec<Problem>,
}

/// A document that cannot be taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadError {
    /// Everything that is wrong with it.
    pub problems: Vec<Problem>,
    /// Its title, as far as it can be told.
    pub title: String,
    /// When it was last changed, as far as it can be told.
    pub modified: String,
}

impl ReadError {
    /// Whether a newer release wrote it: then it is sound, and only not for this one.
    pub fn newer(&self) -> bool {
        self.problems.iter().any(|problem| problem.flaw == Flaw::NewerVersion)
    }
}

/// Reads an assessment that answers `model`.
///
/// # Errors
/// Every problem found. Nothing of the text is changed or kept.
pub fn read_assessment(text: &str, model: &Model) -> Result<ParsedDocument, ReadError> {
    let document = super::parse(text).map_err(|problems| ReadError { problems, ..ReadError::default() })?;
    match read(&document, model) {
        Ok((assessment, reports)) => Ok(ParsedDocument { assessment, document, reports }),
        Err(problems) => {
            let text = |key: &str| document.get(key).and_then(Value::as_str).unwrap_or_default();
            let short = |key: &str| text(key).chars().filter(|c| !c.is_control()).take(80).collect();
            Err(ReadError { problems, title: short("title"), modified: short("modified") })
        }
    }
}

/// Checks that a document can be read back once it is stored, by reading it.
///
/// # Errors
/// Every problem found.
pub fn check_assessment(document: &Value, model: &Model) -> Result<(), Vec<Problem>> {
    // Written out, signs may take six bytes each; only what might be too large is written out to be measured.
    if size(document) * 6 > super::DOCUMENT_LIMIT && document.to_string().len() > super::DOCUMENT_LIMIT {
        return Err(vec![Problem::new("", Flaw::TooLarge)]);
    }
    read(document, model).map(|_| ())
}

fn size(value: &Value) -> usize {
    const OTHER: usize = 8;
    match value {
        Value::String(text) => text.len() + OTHER,
        Value::Array(items) => items.iter().map(size).sum::<usize>() + OTHER,
        Value::Object(fields) => fields.iter().map(|(key, value)| key.len() + size(value) + OTHER).sum(),
        _ => OTHER,
    }
}

/// The count of changes of a document, read as [`read_assessment`] reads it: 0 where there is none.
pub fn change_count(document: &Value) -> u64 {
    let problems = Problems::default();
    Node::root(document, &problems).get("edit").count().unwrap_or_default()
}

fn read(document: &Value, model: &Model) -> Result<(Assessment, Vec<Problem>), Vec<Problem>> {
    let (problems, reports) = (Problems::default(), Problems::default());
    let root = Node::root(document, &problems);
    super::check_head(&root, FORMAT, VERSION)?;
    let assessment = Assessment {
        id: root.need("id").shaped(shape::uuid, Flaw::NotUuid).unwrap_or_default(),
        revision: root.get("edit").count().unwrap_or_default(),
        model_id: model_id(&root, model),
        model_release: root.get("model").need("release").name(),
        created: root.need("created").shaped(shape::time, Flaw::NotTime).unwrap_or_default(),
        modified: root.need("modified").shaped(shape::time, Flaw::NotTime).unwrap_or_default(),
        title: root.get("title").name(),
        respondent: root.get("respondent").name(),
        firm: firm(&root.get("firm")),
        policy: policy(&root.get("policy")),
        targets: entries(&root, "targets", |_, node| level(&node, model)),
        importance: entries(&root, "importance", |_, node| importance(&node)),
        answers: entries(&root, "answers", |id, node| entry(id, &node, model, &reports)),
        kpis: entries(&root, "kpis", |id, node| kpi(id, &node, model, &reports)),
        actions: actions(&root.get("actions"), model, &reports),
        snapshot_of: reference(&root.get("snapshot_of")),
        baseline: reference(&root.get("baseline")),
        brand: brand(&root.get("brand")),
    };
    root.get("result").is_object();
    let found = problems.into_list();
    if found.is_empty() { Ok((assessment, reports.into_list())) } else { Err(found) }
}

/// The id of another document; an empty one refers to none.
fn reference(node: &Node) -> Option<String> {
    Some(node.name()).filter(|id| !id.is_empty())
}

fn model_id(root: &Node, model: &Model) -> String {
    let node = root.need("model");
    if !node.is_object() {
        return String::new();
    }
    let id = node.need("id");
    let name = id.name();
    if id.present() && name != model.id {
        id.flaw(Flaw::OtherModel);
    }
    name
}

fn entries<'a, T>(
    root: &Node<'a>,
    key: &str,
    read: impl Fn(&str, Node<'a>) -> Option<T>,
) -> BTreeMap<String, T> {
    let mut found = BTreeMap::new();
    // One by one: collecting would bring a sort of its own for every type.
    for (id, node) in root.get(key).entries() {
        if let Some(entry) = read(id, node) {
            found.insert(id.clone(), entry);
        }
    }
    found
}

fn firm(node: &Node) -> Firm {
    if !node.is_object() {
        return Firm::default();
    }
    let services = node.get("services").items();
    let named: Vec<_> = services.iter().filter_map(|service| service.word(services::from_word)).collect();
    let services = services::ALL.into_iter().filter(|service| named.contains(service)).collect();
    Firm {
        name: node.get("name").name(),
        services,
        size: node.get("size").word(Size::from_word),
        note: node.get("note").note(),
    }
}

fn policy(node: &Node) -> Policy {
    let known = node.is_object().then(|| node.get("evidence").word(Policy::from_word)).flatten();
    known.unwrap_or_default()
}

/// A level of the model.
pub(crate) fn level(node: &Node, model: &Model) -> Option<u8> {
    let value = node.integer()?;
    let level = u8::try_from(value).ok().filter(|level| (1..=model.levels).contains(level));
    if level.is_none() {
        node.flaw(Flaw::OutOfRange);
    }
    level
}

/// How much something matters, 1..=5.
fn importance(node: &Node) -> Option<u8> {
    let value = u8::try_from(node.integer()?).ok().filter(|value| (1..=5).contains(value));
    if value.is_none() {
        node.flaw(Flaw::OutOfRange);
    }
    value
}

fn entry(id: &str, node: &Node, model: &Model, reports: &Problems) -> Option<Entry> {
    if !node.is_object() {
        return None;
    }
    let answer = answer(node, model);
    // Answers keep the release they were given under: a later one may not allow them, and that is not their fault.
    let forbidden = model.find_criterion(id).is_some_and(|(_, criterion)| !criterion.na_allowed);
    let (answer, withheld) = match answer {
        Answer::NotApplicable(reason) if forbidden => {
            reports.add(format!("{}.not_applicable", node.place), Flaw::NotApplicableForbidden);
            (Answer::Unanswered, Some(reason))
        }
        answer => (answer, None),
    };
    Some(Entry {
        answer,
        withheld,
        at: node.get("at").shaped(shape::time, Flaw::NotTime),
        release: node.get("release").raw_text().map(str::to_string),
        evidence: node.get("evidence").word(Evidence::from_word).unwrap_or_default(),
        flag: node.get("flag").word(Flag::from_word),
        note: node.get("note").note(),
        private: node.get("private").note(),
    })
}

fn answer(node: &Node, model: &Model) -> Answer {
    let (declared, reason) = (node.get("level"), node.get("not_applicable"));
    match (declared.present(), reason.present()) {
        (true, true) => {
            node.flaw(Flaw::LevelAndNotApplicable);
            Answer::Unanswered
        }
        (true, false) => level(&declared, model).map_or(Answer::Unanswered, Answer::Level),
        (false, true) => {
            let text = reason.note();
            if text.trim().is_empty() {
                reason.flaw(Flaw::Empty);
            }
            Answer::NotApplicable(text)
        }
        (false, false) => Answer::Unanswered,
    }
}

fn kpi(id: &str, node: &Node, model: &Model, reports: &Problems) -> Option<KpiEntry> {
    if !node.is_object() {
        return None;
    }
    let value = node.get("value");
    let number = value.number();
    let range = model.find_kpi(id).and_then(|(_, kpi)| kpi.range);
    let outside = |number: &f64| range.is_some_and(|(low, high)| !(low..=high).contains(number));
    let withheld = number.filter(outside);
    if withheld.is_some() {
        reports.add(value.place.clone(), Flaw::OutOfRange);
    }
    Some(KpiEntry {
        value: number.filter(|number| !outside(number)),
        withheld,
        numerator: node.get("numerator").count(),
        denominator: node.get("denominator").count(),
        n: node.get("n").count(),
        population: node.get("population").count(),
    })
}

fn brand(node: &Node) -> Brand {
    if !node.is_object() {
        return Brand::default();
    }
    Brand {
        name: node.get("name").name(),
        accent: node.get("accent").shaped(shape::colour, Flaw::NotColour).unwrap_or_default(),
        logo: node.get("logo").shaped(shape::logo, Flaw::BadLogo).unwrap_or_default().into(),
    }
}
