//! Who may complain, about what, and who deals with it.

use serde_json::{Value, json};

use super::super::writer::Writer;
use crate::regulation::{HandlerBy, Position, Selector};

/// For whom the regulation is there.
pub fn may(w: &mut Writer<'_>) -> Option<String> {
    let may = w.rules().roles.iter().filter(|r| r.positions.contains(&Position::Complainant));
    let ids: Vec<&String> = may.map(|r| &r.id).collect();
    if ids.is_empty() {
        w.empty("roles");
        return None;
    }
    let roles = w.roles(ids);
    Some(w.with("complaint-who-may", &[("roles", roles.into())]))
}

/// What complaints are about, with who handles each where that depends on it.
pub fn topics(w: &mut Writer<'_>) -> Vec<Value> {
    let rules = w.rules();
    let by_topic = rules.assignment.handler.by == HandlerBy::Topic;
    let mut list = Vec::new();
    for (index, topic) in rules.topics.list.iter().enumerate() {
        let handler = topic.assign_to.as_ref().filter(|_| by_topic);
        if by_topic && handler.is_none() {
            w.empty(format!("topics.list[{index}].assign_to"));
        }
        let handler = handler.map(|role| w.voice.names.item("roles", role));
        list.push(json!({"name": w.voice.names.item("topics", &topic.id), "handler": handler}));
    }
    if by_topic && list.is_empty() {
        w.empty("topics");
    }
    list
}

/// Who handles, and who answers for it.
pub fn handler(w: &mut Writer<'_>) -> Vec<String> {
    let assignment = &w.rules().assignment;
    let handlers: Vec<&String> = match &assignment.handler.role {
        Some(role) => vec![role],
        None => assignment.handler.roles.iter().collect(),
    };
    if handlers.is_empty() && assignment.handler.by != HandlerBy::Topic {
        w.empty("assignment.handler.role");
    }
    let role = if handlers.is_empty() { String::new() } else { one_of(w, handlers) };
    let mut said = vec![match assignment.handler.by {
        HandlerBy::Fixed => w.with("complaint-handler", &[("role", role.into())]),
        HandlerBy::Account => w.with("complaint-handler-account", &[("role", role.into())]),
        HandlerBy::Topic => w.say("complaint-handler-topic"),
    }];
    if let Some(owner) = &assignment.owner {
        let role = w.voice.names.item("roles", &owner.role);
        said.push(w.with("complaint-owner", &[("role", role.into())]));
    }
    said
}

/// What happens when the complaint is about the handler.
pub fn about_handler(w: &mut Writer<'_>) -> Vec<String> {
    let rules = w.rules();
    let involved = |s: &Selector| matches!(s, Selector::Position(Position::Respondent | Position::Involved));
    let rule = rules.assignment.exclude.iter().find(|e| e.who == "handler" && e.not.iter().any(involved));
    let Some(rule) = rule else {
        return w.open("conflict-of-interest", "assignment.exclude").into_iter().collect();
    };
    let mut said = vec![w.say("complaint-other-handler")];
    if let Some(step) = rule.substitute.as_ref().and_then(|by| rules.step(&by.step)) {
        let who = w.voice.actors(step);
        let who = w.keep(who);
        said.push(w.with("complaint-substitute", &[("who", who.into())]));
    }
    said
}

/// Names of roles of which one holder does it.
fn one_of(w: &mut Writer<'_>, ids: Vec<&String>) -> String {
    let names: Vec<String> = ids.into_iter().map(|id| w.voice.names.item("roles", id)).collect();
    let said = w.voice.either(&names);
    w.keep(said)
}
