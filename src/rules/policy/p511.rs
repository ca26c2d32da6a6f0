//! P511: when the topic decides who handles, every topic has a role.

use super::{Remark, Subject};
use crate::diagnostics::text;
use crate::regulation::HandlerBy;
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P511.md"));

/// Topics that lead to nobody.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let handler = &regulation.assignment.handler;
    let here = Route::root().key("assignment").key("handler");
    match handler.by {
        HandlerBy::Topic => {
            let list = Route::root().key("topics").key("list");
            let unassigned = regulation.topics.list.iter().enumerate().filter(|(_, t)| t.assign_to.is_none());
            unassigned.map(|(index, topic)| topic_without(list.index(index), &topic.id)).collect()
        }
        HandlerBy::Fixed if handler.role.is_none() && handler.roles.is_empty() => vec![Remark::on(
            here,
            Message::new(
                text!("er is geen rol die behandelt", "there is no role that handles"),
                text!("zet bij `handler` een `role`", "give `handler` a `role`"),
            ),
        )],
        HandlerBy::Account if handler.account_field.is_none() => vec![Remark::on(
            here,
            Message::new(
                text!("er is geen zaakveld dat de klant noemt", "there is no case field that names the client"),
                text!("zet bij `handler` een `account_field`", "give `handler` an `account_field`"),
            ),
        )],
        _ => Vec::new(),
    }
}

fn topic_without(at: Route, id: &str) -> Remark {
    Remark::on(
        at,
        Message::new(
            text!("niemand behandelt het onderwerp `{id}`", "nobody handles the topic `{id}`"),
            text!("zet erbij: `assign_to: <rol>`", "add: `assign_to: <role>`"),
        ),
    )
}
