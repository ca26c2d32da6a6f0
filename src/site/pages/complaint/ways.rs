//! Where a complaint is sent to, and what to send along.

use serde_json::{Value, json};

use super::super::super::contact::href;
use super::super::writer::Writer;
use crate::regulation::{
    Channel, Condition, Contact, Ending, For, Form, IncompleteDo, IncompleteRule, Position, Step, Term,
};

/// The ways by which a complaint comes in. At least one of them must lead somewhere.
pub fn formal(w: &mut Writer<'_>) -> Value {
    let list = list(w, true);
    if !w.rules().channels.iter().any(|c| c.formal) {
        w.empty("channels");
    } else if !list.iter().any(|way| !way["contact"].is_null()) {
        w.empty("organisation.contact");
    }
    let only_written = w.rules().channels.iter().filter(|c| c.formal).all(|c| c.form == Form::Written);
    let note = if only_written { vec![w.say("complaint-written-only")] } else { Vec::new() };
    json!({"list": list, "notes": note})
}

/// The ways by which a report comes in, with the terms that hold for it from that day on; null when there are none.
pub fn reports(w: &mut Writer<'_>) -> Value {
    let list = list(w, false);
    if list.is_empty() {
        return Value::Null;
    }
    let terms = w.rules().terms.iter().filter(|t| t.belongs_to == For::Report && t.from == "received");
    let limits: Vec<String> = terms.map(|term| report_limit(w, term)).collect();
    json!({"list": list, "limits": limits})
}

fn report_limit(w: &mut Writer<'_>, term: &Term) -> String {
    let name = w.voice.names.item("terms", &term.id);
    let limit = w.voice.span(term);
    let limit = w.keep(limit);
    w.with("complaint-report-limit", &[("term", name.into()), ("limit", limit.into())])
}

/// What becomes of a complaint in which something is missing.
fn missing(w: &mut Writer<'_>, rule: &IncompleteRule) -> String {
    match rule.action {
        IncompleteDo::Ask => w.say("complaint-missing-ask"),
        IncompleteDo::Reject => w.say("complaint-missing-reject"),
        IncompleteDo::Suspend if rule.terms.is_empty() => w.say("complaint-missing-suspend"),
        IncompleteDo::Suspend => {
            let names: Vec<String> = rule.terms.iter().map(|id| w.voice.names.item("terms", id)).collect();
            let n = u32::try_from(names.len()).unwrap_or(u32::MAX);
            let names = w.voice.both(&names);
            let names = w.keep(names);
            w.with("complaint-missing-suspend-some", &[("terms", names.into()), ("n", n.into())])
        }
    }
}

fn list(w: &mut Writer<'_>, formal: bool) -> Vec<Value> {
    let channels = w.rules().channels.iter().enumerate().filter(|(_, c)| c.formal == formal);
    channels.map(|(index, channel)| way(w, index, channel)).collect()
}

fn way(w: &mut Writer<'_>, index: usize, channel: &Channel) -> Value {
    let contacts = &w.rules().organisation.contact;
    let contact = channel.contact.as_ref().map(|id| contacts.iter().find(|c| c.id == *id));
    let contact = match contact {
        Some(Some(contact)) => Some(contact).filter(|c| c.publish),
        Some(None) => {
            w.empty(format!("channels[{index}].contact"));
            None
        }
        None => None,
    };
    let form = w.say(match channel.form {
        Form::Written => "complaint-form-written",
        Form::Oral => "complaint-form-oral",
    });
    let nowhere = contact.is_none() && channel.via.is_none();
    let note = nowhere.then(|| w.say("complaint-no-address"));
    json!({
        "name": w.voice.names.item("channels", &channel.id),
        "form": form,
        "note": note,
        "contact": contact.map(json),
    })
}

/// The addresses and numbers by which a complaint comes in, without the ways they belong to.
pub fn reachable(w: &mut Writer<'_>) -> Vec<Value> {
    let rules = w.rules();
    let formal: Vec<&String> = rules.channels.iter().filter(|c| c.formal).filter_map(|c| c.contact.as_ref()).collect();
    let contacts = rules.organisation.contact.iter().filter(|c| c.publish && formal.contains(&&c.id));
    contacts.map(json).collect()
}

fn json(contact: &Contact) -> Value {
    json!({"kind": contact.kind, "value": contact.value, "href": href(&contact.kind, &contact.value)})
}

/// Forms that can be filled in.
pub fn forms(w: &mut Writer<'_>) -> Vec<Value> {
    let contacts = &w.rules().organisation.contact;
    let forms = contacts.iter().filter(|c| c.publish && c.kind == "form");
    forms
        .map(|c| json!({"name": w.voice.names.item("organisation.contact", &c.id), "href": href(&c.kind, &c.value)}))
        .collect()
}

/// What to send along, and what happens when something is missing.
pub fn send(w: &mut Writer<'_>) -> Value {
    let rules = w.rules();
    let intake = rules.intake.as_ref();
    let sealed = intake.map_or(&[][..], |i| &i.sealed);
    let mut items: Vec<String> = sealed.iter().map(|what| w.say(&format!("complaint-send-{what}"))).collect();
    if intake.is_some_and(|i| i.parties.contains(&Position::Respondent)) {
        items.push(w.say("complaint-send-respondent"));
    }
    let mut notes = Vec::new();
    let named = rules.topics.list.iter().filter(|t| t.needs_party.is_some());
    let named: Vec<String> = named.map(|t| w.voice.names.item("topics", &t.id)).collect();
    if !named.is_empty() {
        let named = w.voice.either(&named);
        let named = w.keep(named);
        notes.push(w.with("complaint-send-name-person", &[("topics", named.into())]));
    }
    let sealed_away = items.is_empty();
    if let Some(rule) = intake.and_then(|i| i.when_incomplete.as_ref()) {
        notes.push(missing(w, rule));
        let refused =
            |s: &Step| s.ends_as == Some(Ending::Inadmissible) && matches!(s.when, Some(Condition::Incomplete));
        if rule.action != IncompleteDo::Reject && rules.steps.iter().any(refused) {
            notes.push(w.say("complaint-missing-refused"));
        }
    }
    if intake.is_some_and(|i| i.representation) {
        notes.push(w.say("complaint-representation"));
    }
    let lead = w.say(if sealed_away { "complaint-send-free" } else { "complaint-send-lead" });
    json!({"lead": lead, "items": items, "notes": notes})
}
