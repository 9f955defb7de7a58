//! Reads the plan of an assessment document: the actions and their ids.

use fuxiao_core::assessment::{Kind, Lane, PlanAction, Status, free_action_id};
use fuxiao_core::{Flaw, Model};

use super::assessment_file::level;
use super::reader::{Node, Problems};
use super::shape;

/// The plan. An item that is `null` is as good as absent: it is dropped, and said so.
pub(crate) fn actions(node: &Node, model: &Model, reports: &Problems) -> Vec<PlanAction> {
    let items = node.items();
    let (items, absent): (Vec<Node>, Vec<Node>) = items.into_iter().partition(Node::present);
    absent.iter().for_each(|node| reports.add(node.place.clone(), Flaw::Missing));
    let ids = action_ids(&items);
    items.iter().zip(ids).map(|(node, id)| action(node, id, model)).collect()
}

/// The ids of actions: their own, and for those without one the first that is free, in their order.
pub(crate) fn action_ids(items: &[Node]) -> Vec<String> {
    let own: Vec<Option<&str>> = items.iter().map(|node| node.get("id").raw_text()).collect();
    for (at, id) in own.iter().enumerate().filter(|(_, id)| id.is_some()) {
        let node = items.get(at).map(|item| item.get("id"));
        let flaw = match id {
            Some(id) if !shape::action_id(id) => Flaw::BadId,
            _ if own.iter().take(at).any(|earlier| earlier == id) => Flaw::DuplicateId,
            _ => continue,
        };
        node.iter().for_each(|node| node.flaw(flaw));
    }
    let mut ids: Vec<String> = Vec::with_capacity(items.len());
    for id in &own {
        let taken = |new: &str| own.contains(&Some(new)) || ids.iter().any(|id| id == new);
        ids.push(id.map_or_else(|| free_action_id(taken), str::to_string));
    }
    ids
}

fn action(node: &Node, id: String, model: &Model) -> PlanAction {
    node.is_object();
    let date = |key: &str| node.get(key).shaped(shape::date, Flaw::NotDate);
    PlanAction {
        id,
        criterion: node.need("criterion").name(),
        kind: node.get("kind").word(Kind::from_word).unwrap_or(Kind::Practice),
        to: level(&node.need("to"), model).unwrap_or(1),
        status: node.get("status").word(Status::from_word).unwrap_or(Status::Planned),
        lane: node.get("lane").word(Lane::from_word).unwrap_or(Lane::Later),
        owner: node.get("owner").name(),
        start: date("start"),
        due: date("due"),
        done: date("done"),
        proof: node.get("proof").note(),
        note: node.get("note").note(),
    }
}
