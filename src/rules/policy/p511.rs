//! # P511: topic-without-role
//!
//! ## What it checks
//!
//! With `assignment.handler.by: topic`, every topic has `assign_to`; with `fixed`, there is a `role` or `roles`; with
//! `account`, there is an `account_field`.
//!
//! ## Why
//!
//! A complaint about a topic without a role lies on nobody's desk.
//!
//! ## Example
//!
//! ```yaml
//! topics:
//!   list:
//!     - {id: factuur, name: Factuur, assign_to: administratie}
//! ```
//!
//! ## How to put it right
//!
//! Add `assign_to` with the role that handles the topic.
//!
//! ---
//!
//! # P511: topic-without-role
//!
//! ## Wat wordt nagekeken
//!
//! Bij `assignment.handler.by: topic` heeft elk onderwerp `assign_to`; bij `fixed` is er een `role` of `roles`; bij
//! `account` is er een `account_field`.
//!
//! ## Waarom
//!
//! Een klacht over een onderwerp zonder rol ligt op niemands bureau.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! topics:
//!   list:
//!     - {id: factuur, name: Factuur, assign_to: administratie}
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zet bij het onderwerp `assign_to` met de rol die het behandelt.

use super::super::Rule;
use super::{Remark, Subject};
use crate::diagnostics::{Severity, text};
use crate::regulation::HandlerBy;
use crate::rules::Message;
use crate::yaml::Route;

/// The rule.
pub static RULE: Rule = Rule {
    code: "P511",
    name: "topic-without-role",
    severity: Severity::Error,
    summary: (
        "Bepaalt het onderwerp de behandelaar, dan heeft elk onderwerp een rol.",
        "When the topic decides who handles, every topic has a role.",
    ),
    source: include_str!("p511.rs"),
};

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
