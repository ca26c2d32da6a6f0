//! Where somebody can go who does not agree with the outcome.

use serde_json::{Value, json};

use super::super::super::contact::href;
use super::super::super::voice::upper;
use super::super::writer::Writer;
use crate::calendar::date_words;
use crate::regulation::{Binding, Condition, Duty, Escalation, Position, Role, Selector, Test};

/// The keys of contact data, in the order of the page.
const KEYS: [&str; 5] = ["name", "post", "email", "phone", "url"];

/// All ways out. At least one is needed: who is not heard must know where to go.
pub fn all(w: &mut Writer<'_>) -> Vec<Value> {
    let rules = w.rules();
    if rules.escalations.is_empty() {
        w.empty("escalations");
    }
    rules.escalations.iter().enumerate().map(|(index, way)| one(w, index, way)).collect()
}

fn one(w: &mut Writer<'_>, index: usize, way: &Escalation) -> Value {
    let rules = w.rules();
    let body = w.voice.names.item("roles", &way.body);
    let mut said = vec![w.with("complaint-way", &[("body", body.as_str().into())])];
    if rules.role(&way.body).is_some_and(|role| role.independent) {
        said.push(w.say("complaint-way-independent"));
    }
    said.extend(who(w, way));
    said.extend(way.when.as_ref().and_then(|when| condition(w, when)));
    said.extend(duty(w, way.duty));
    if let Some(within) = way.file_within {
        let within = within.words().in_(w.voice.lang).to_owned();
        said.push(w.with("complaint-way-file-within", &[("duration", within.into())]));
    }
    let cost = match way.costs.as_deref() {
        Some("none") => Some(w.say("complaint-way-free")),
        Some("unknown") => Some(w.say("complaint-open-external-costs")),
        None => w.open("external-costs", format!("escalations[{index}].costs")),
        Some(amount) => Some(w.with("complaint-way-costs", &[("amount", amount.into())])),
    };
    said.extend(cost);
    said.extend(term(w, index, way));
    said.extend(binding(w, way));
    let mut lines = Vec::new();
    if let Some(role) = rules.role(&way.body) {
        lines = contact(w, role, &body, &mut said);
    } else {
        w.empty(format!("escalations[{index}].body"));
    }
    json!({"body": upper(&body), "sentences": said, "contact": lines})
}

/// Who may go there, where that is not the complainant alone.
fn who(w: &mut Writer<'_>, way: &Escalation) -> Option<String> {
    let you = Selector::Position(Position::Complainant);
    let others: Vec<Selector> = way.who.iter().filter(|s| **s != you).cloned().collect();
    if others.is_empty() {
        return None;
    }
    let names = w.everyone(&others);
    let key = if way.who.contains(&you) { "complaint-way-who-too" } else { "complaint-way-who" };
    let n = u32::try_from(others.len()).unwrap_or(u32::MAX);
    Some(w.with(key, &[("who", names.into()), ("n", n.into())]))
}

/// When the way is open, in words; nothing when the words would be harder than the rule.
fn condition(w: &mut Writer<'_>, when: &Condition) -> Option<String> {
    let rules = w.rules();
    let you = Selector::Position(Position::Complainant);
    let dissatisfied = |c: &Condition| match c {
        Condition::Field { field, test: Test::Equals(no) } if no == "nee" => {
            rules.satisfaction.iter().find(|s| s.key == *field).map(|s| s.of.contains(&you))
        }
        _ => None,
    };
    match when {
        Condition::Field { .. } if dissatisfied(when) == Some(true) => Some(w.say("complaint-way-dissatisfied")),
        Condition::Any(each) if each.iter().all(|c| dissatisfied(c).is_some()) => {
            Some(w.say("complaint-way-one-dissatisfied"))
        }
        Condition::Any(either) => match either.as_slice() {
            [no, Condition::Overdue(term)] | [Condition::Overdue(term), no] if dissatisfied(no) == Some(true) => {
                let name = w.voice.names.item("terms", term);
                Some(w.with("complaint-way-dissatisfied-or-overdue", &[("term", name.into())]))
            }
            _ => after_or_overdue(w, either),
        },
        Condition::Topic(topic) => {
            let name = w.voice.names.item("topics", topic);
            Some(w.with("complaint-way-topic", &[("topic", name.into())]))
        }
        Condition::Step { step, .. } => {
            let name = w.voice.names.item("steps", step);
            Some(w.with("complaint-way-after", &[("step", name.into())]))
        }
        Condition::Overdue(term) => {
            let name = w.voice.names.item("terms", term);
            Some(w.with("complaint-way-overdue", &[("term", name.into())]))
        }
        _ => None,
    }
}

/// After one of several steps, or when a term ran out: the way of "or if we do not decide in time".
fn after_or_overdue(w: &mut Writer<'_>, either: &[Condition]) -> Option<String> {
    let (mut steps, mut terms) = (Vec::new(), Vec::new());
    for condition in either {
        match condition {
            Condition::Step { step, .. } => steps.push(format!("‘{}’", w.voice.names.item("steps", step))),
            Condition::Overdue(term) => terms.push(format!("‘{}’", w.voice.names.item("terms", term))),
            _ => return None,
        }
    }
    let [steps, terms] = [steps, terms].map(|names| (names.len(), w.voice.either(&names)));
    let key = match (steps.0, terms.0) {
        (0, _) => return None,
        (_, 0) => "complaint-way-after-one",
        _ => "complaint-way-after-or-overdue",
    };
    let (steps, terms) = (w.keep(steps.1), w.keep(terms.1));
    Some(w.with(key, &[("steps", steps.into()), ("terms", terms.into())]))
}

fn duty(w: &mut Writer<'_>, duty: Duty) -> Option<String> {
    match duty {
        Duty::Refer => Some(w.say("complaint-way-refer")),
        Duty::Inform => Some(w.say("complaint-way-inform")),
        Duty::OnRequest => Some(w.say("complaint-way-on-request")),
        Duty::None => None,
    }
}

fn term(w: &mut Writer<'_>, index: usize, way: &Escalation) -> Option<String> {
    let Some(id) = &way.term else { return w.open("external-term", format!("escalations[{index}].term")) };
    let Some(term) = w.rules().term(id) else {
        w.empty(format!("escalations[{index}].term"));
        return None;
    };
    let limit = w.voice.limit(term);
    let limit = w.keep(limit);
    Some(w.with("complaint-way-term", &[("limit", limit.into())]))
}

/// Whether the ruling binds, and by when it is carried out.
fn binding(w: &mut Writer<'_>, way: &Escalation) -> Vec<String> {
    let rules = w.rules();
    match rules.bound_by(way) {
        Binding::Unknown => return vec![w.say("complaint-open-binding")],
        Binding::No => return vec![w.say("complaint-way-not-binding")],
        Binding::Yes => {}
    }
    let mut said = vec![w.say("complaint-way-binding")];
    if let Some(step) = way.steps.executed.as_deref().and_then(|id| rules.step(id)) {
        let limits = w.voice.limits(step);
        let limits = w.keep(limits).join("; ");
        said.push(match limits.as_str() {
            "" => w.say("complaint-way-executed"),
            limit => w.with("complaint-way-executed-within", &[("limit", limit.into())]),
        });
    }
    said
}

/// What may be public of the body's contact data; where nothing may, how to get them.
fn contact(w: &mut Writer<'_>, role: &Role, body: &str, said: &mut Vec<String>) -> Vec<Value> {
    let place = w.rules().roles.iter().position(|r| r.id == role.id).unwrap_or_default();
    let Some(known) = &role.contact else {
        w.empty(format!("roles[{place}].contact"));
        return Vec::new();
    };
    let mut lines = Vec::new();
    for key in KEYS.into_iter().filter(|k| role.publish.iter().any(|p| p == k)) {
        let Some(value) = known.get(key).and_then(|v| v.as_str()) else {
            w.empty(format!("roles[{place}].contact.{key}"));
            continue;
        };
        if key == "name" && value == body {
            continue;
        }
        let label = w.say(&format!("complaint-contact-{key}"));
        lines.push(json!({"label": label, "kind": key, "value": value, "href": href(key, value)}));
    }
    if role.publish.is_empty() {
        said.push(w.say("complaint-way-contact-on-request"));
    } else if let Some(day) = role.verified_on.filter(|_| !lines.is_empty()) {
        let day = date_words(day).in_(w.voice.lang).to_owned();
        said.push(w.with("complaint-way-verified", &[("day", day.into())]));
    }
    lines
}
