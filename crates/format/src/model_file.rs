//! Reads `content/model.json` into the domain's model. Knows the published format of models, version 1.

use serde_json::Value;

use fuxiao_core::assessment::Size;
use fuxiao_core::draft::{CriterionDraft, DimensionDraft, GateDraft, KpiDraft, ModelDraft, TargetSetDraft};
use fuxiao_core::model::{Basis, Better, Sampling, Survey, Window};
use fuxiao_core::{Evidence, Flaw, Model, Problem, Service};

use super::reader::{Node, Problems};
use super::services;

/// The `format` of a model.
pub const FORMAT: &str = "fuxiao-model";
/// The newest version of the format that is understood.
pub const VERSION: i64 = 1;

/// Reads a model.
///
/// # Errors
/// Every problem found, of the file's form first; where the form is sound, of its structure.
pub fn read_model(text: &str) -> Result<Model, Vec<Problem>> {
    let value = super::parse(text)?;
    Model::build(draft(&value)?)
}

fn draft(value: &Value) -> Result<ModelDraft, Vec<Problem>> {
    let problems = Problems::default();
    let root = Node::root(value, &problems);
    super::check_head(&root, FORMAT, VERSION)?;
    let draft = ModelDraft {
        id: root.need("id").name(),
        release: root.need("release").name(),
        levels: root
            .need("levels")
            .items()
            .iter()
            .filter_map(|level| level.need("value").integer())
            .collect(),
        evidence_caps: ["standard", "strict"].map(|policy| caps(&root.get("evidence_caps").get(policy))),
        aspects: root.need("aspects").items().iter().map(|a| a.need("id").name()).collect(),
        dimensions: root.need("dimensions").items().iter().map(dimension).collect(),
        kpis: root.need("kpis").items().iter().map(kpi).collect(),
        themes: root.get("themes").items().iter().map(|theme| theme.need("id").name()).collect(),
        legal_gate: Some(root.get("legal_gate")).filter(Node::is_object).as_ref().map(gate),
        presets: root.get("presets").items().iter().map(target_set).collect(),
        evidence_from: root.get("evidence_from").integer(),
    };
    let found = problems.into_list();
    if found.is_empty() { Ok(draft) } else { Err(found) }
}

fn caps(node: &Node) -> [Option<i64>; 4] {
    if node.present() {
        for (key, child) in node.entries() {
            if Evidence::from_word(key).is_none() {
                child.flaw(Flaw::UnknownWord);
            }
        }
    }
    [Evidence::None, Evidence::Document, Evidence::Records, Evidence::Measured]
        .map(|grade| node.get(grade.word()).integer())
}

/// Absent is 1; a flawed value is reported where it stands and counts as 1 until then.
fn weight(node: &Node) -> i64 {
    node.get("weight").integer().unwrap_or(1)
}

fn texts(node: Node) -> Vec<String> {
    node.items().iter().map(Node::name).collect()
}

fn sold(node: &Node) -> Vec<Service> {
    node.items().iter().filter_map(|service| service.word(services::from_word)).collect()
}

/// The key of a text.
fn key(node: Node) -> Option<String> {
    node.present().then(|| node.name())
}

/// The time looked back on, in the words of questions or in those of figures.
fn window(node: &Node) -> Option<Window> {
    node.get("window").word(|word| match word {
        "3-months" | "3m" => Some(Window::ThreeMonths),
        "2-quarters" | "2q" => Some(Window::TwoQuarters),
        "12-months" | "12m" => Some(Window::TwelveMonths),
        "2-rounds" | "2y" => Some(Window::TwoRounds),
        "last-cases" | "cases" => Some(Window::Cases),
        _ => None,
    })
}

fn sampling(node: &Node) -> Option<Sampling> {
    let number = |key: &str| {
        let node = node.need(key);
        let found = node.integer().and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0);
        if found.is_none() {
            node.flaw(Flaw::OutOfRange);
        }
        found
    };
    let months = node.need("per").word(|word| match word {
        "month" => Some(1),
        "quarter" => Some(3),
        "year" => Some(12),
        _ => None,
    });
    Some(Sampling { items: number("items")?, minutes: number("minutes")?, months: months? })
}

fn target_set(node: &Node) -> TargetSetDraft {
    let level = |(id, node): (&String, Node)| Some((id.clone(), node.integer()?));
    TargetSetDraft {
        name: node.need("id").name(),
        sizes: node.get("sizes").items().iter().filter_map(|size| size.word(Size::from_word)).collect(),
        services: sold(&node.get("services")),
        not_services: sold(&node.get("not_services")),
        targets: node.need("targets").entries().into_iter().filter_map(level).collect(),
    }
}

fn dimension(node: &Node) -> DimensionDraft {
    DimensionDraft {
        id: node.need("id").name(),
        aspect: node.need("aspect").name(),
        weight: weight(node),
        why_weight: key(node.get("why_weight")),
        target: node.need("target").integer().unwrap_or_default(),
        gate: node.get("gate").boolean(false),
        sources: node.need("sources").items().iter().filter_map(Node::integer).collect(),
        criteria: node.need("criteria").items().iter().map(criterion).collect(),
    }
}

fn criterion(node: &Node) -> CriterionDraft {
    let step =
        |step: &Node| ["to", "impact", "effort"].map(|key| step.need(key).integer().unwrap_or_default());
    let samples = node.get("sampling");
    CriterionDraft {
        id: node.need("id").name(),
        weight: weight(node),
        why_weight: key(node.get("why_weight")),
        window: window(node),
        na_allowed: node.get("na_allowed").boolean(false),
        na_without: sold(&node.get("na_without")),
        legal: node.get("legal").boolean(false),
        key: node.get("key").boolean(false),
        kpis: texts(node.get("kpis")),
        see: texts(node.get("see")),
        theme: key(node.get("theme")),
        sampling: samples.present().then(|| sampling(&samples)).flatten(),
        steps: node.need("steps").items().iter().map(step).collect(),
    }
}

fn kpi(node: &Node) -> KpiDraft {
    let better = node.need("better").word(|word| match word {
        "higher" => Some(Better::Higher),
        "lower" => Some(Better::Lower),
        _ => None,
    });
    let basis = node.need("basis").word(|word| match word {
        "reference" => Some(Basis::Reference),
        "internal" => Some(Basis::Internal),
        _ => None,
    });
    let survey = node.get("survey").word(|word| match word {
        "share" => Some(Survey::Share),
        "net" => Some(Survey::Net),
        _ => None,
    });
    let numbers = |key: &str| -> Option<Vec<f64>> {
        let list = node.get(key);
        list.present().then(|| list.items().iter().filter_map(Node::number).collect())
    };
    let range = numbers("range").and_then(|ends| match ends.as_slice() {
        [low, high] => Some((*low, *high)),
        _ => {
            node.get("range").flaw(Flaw::OutOfRange);
            None
        }
    });
    let least = node.get("least_n").count();
    KpiDraft {
        id: node.need("id").name(),
        unit: node.need("unit").name(),
        better: better.unwrap_or(Better::Higher),
        scored: node.get("scored").boolean(true),
        range,
        bounds: numbers("bounds"),
        window: window(node),
        least_n: least,
        basis: basis.unwrap_or(Basis::Internal),
        checked: key(node.get("checked")),
        survey,
    }
}

fn gate(node: &Node) -> GateDraft {
    let limit = |kpi: &Node| (kpi.need("id").name(), kpi.need("worse_than").number().unwrap_or_default());
    GateDraft {
        cap: node.need("cap").integer().unwrap_or_default(),
        services: sold(&node.get("services")),
        criteria: texts(node.get("criteria")),
        kpis: node.get("kpis").items().iter().map(limit).collect(),
    }
}
