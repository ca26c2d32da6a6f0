//! # W215: topics
//!
//! ## What it checks
//!
//! A complaint has as many topics as the regulation allows, each once, a main topic among them when it asks for one, and
//! the party that a topic is about.
//!
//! ## Why
//!
//! The topic decides who handles the complaint and how it is counted.
//!
//! ## Example
//!
//! ```yaml
//! topics: [training, trainer]
//! main_topic: trainer
//! parties:
//!   - {key: p1, role: cursist, as: complainant}
//! ```
//!
//! The topic `trainer` needs a party with the role `trainer`.
//!
//! ## How to put it right
//!
//! Correct `topics` or `main_topic`, or name the party under `parties`.
//!
//! ---
//!
//! # W215: topics
//!
//! ## Wat wordt nagekeken
//!
//! Een klacht heeft zoveel onderwerpen als de regeling toelaat, elk één keer, een hoofdonderwerp daaruit als de regeling
//! dat vraagt, en de partij waar een onderwerp over gaat.
//!
//! ## Waarom
//!
//! Het onderwerp bepaalt wie de klacht behandelt en hoe zij meetelt.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! topics: [training, trainer]
//! main_topic: trainer
//! parties:
//!   - {key: p1, role: cursist, as: complainant}
//! ```
//!
//! Bij het onderwerp `trainer` hoort een partij met de rol `trainer`.
//!
//! ## Zo zet u het recht
//!
//! Verbeter `topics` of `main_topic`, of noem de partij bij `parties`.

use super::super::{Message, Rule};
use crate::diagnostics::{Severity, text};
use crate::docket::TopicsFault;
use crate::docket::{Docket, ViolationKind};
use crate::naming;
use crate::regulation::Regulation;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W215",
    name: "topics",
    severity: Severity::Error,
    summary: (
        "De onderwerpen passen bij de regeling: niet te weinig, niet te veel, met hoofdonderwerp en partij.",
        "The topics fit the regulation: not too few, not too many, with a main topic and a party.",
    ),
    source: include_str!("w215.rs"),
};

/// What it says of a lack of its own.
#[must_use]
pub fn say(kind: &ViolationKind, docket: &Docket<'_>) -> Option<Message> {
    let regulation = &docket.version.regulation;
    match kind {
        ViolationKind::Topics { why } => Some(fault(why, regulation)),
        ViolationKind::NeedsParty { topic, role } => {
            let (topic, who) = (naming::topic(regulation, topic), naming::who(regulation, role));
            let message = text!(
                "bij het onderwerp {topic} hoort een partij met de rol {who}",
                "the topic {topic} needs a party with the role {who}",
                topic,
                who
            );
            let party = regulation.role(role).and_then(|r| r.positions.first()).map_or("…", |p| p.word());
            Some(Message::new(message, naming::add_party(role, party)))
        }
        _ => None,
    }
}

fn fault(why: &TopicsFault, regulation: &Regulation) -> Message {
    let known: Vec<&str> = regulation.topics.list.iter().map(|t| t.id.as_str()).collect();
    let known = naming::ids(&known);
    let (flag, more) = (naming::by_new("--topic"), naming::by_new_or_add("--topic"));
    let (message, remedy) = match why {
        TopicsFault::TooFew(least) => (
            text!("een klacht heeft minstens {least} onderwerp(en)", "a complaint has at least {least} topic(s)"),
            text!(
                "schrijf `topics: […]`{more} met keuze uit: {known}",
                "write `topics: […]`{more} from: {known}",
                more
            ),
        ),
        TopicsFault::TooMany => (
            text!("een klacht heeft hier één onderwerp", "a complaint has one topic here"),
            text!(
                "houd bij `topics`{flag} het onderwerp over waar het vooral om gaat",
                "keep under `topics`{flag} the one that matters most",
                flag
            ),
        ),
        TopicsFault::NoMain => (
            text!(
                "bij meer onderwerpen moet er een het hoofdonderwerp zijn",
                "of several topics one must be the main topic"
            ),
            text!(
                "schrijf `main_topic:` met een van de onderwerpen (bij `klacht new`: het eerste `--topic`; bij `klacht add`: `--main-topic`)",
                "write `main_topic:` with one of the topics (with `klacht new`: the first `--topic`; with `klacht add`: `--main-topic`)"
            ),
        ),
        TopicsFault::MainNotListed => (
            text!("het hoofdonderwerp staat niet bij de onderwerpen", "the main topic is not among the topics"),
            text!(
                "zet het ook bij `topics`, of kies bij `main_topic` een onderwerp dat daar staat",
                "add it to `topics`, or choose one of them as `main_topic`"
            ),
        ),
        TopicsFault::Twice(topic) => {
            let topic = naming::topic(regulation, topic);
            (
                text!("het onderwerp {topic} staat er twee keer", "the topic {topic} stands there twice", topic),
                text!(
                    "noem elk onderwerp bij `topics`{flag} één keer",
                    "name each topic once under `topics`{flag}",
                    flag
                ),
            )
        }
    };
    Message::new(message, remedy)
}
