//! W215: the topics fit the regulation: not too few, not too many, with a main topic and a party.

use crate::diagnostics::text;
use crate::docket::{Docket, TopicsFault};
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W215.md"));

/// What it says of a topic that demands a party.
#[must_use]
pub fn without_party(docket: &Docket<'_>, topic: &str, role: &str) -> Message {
    let regulation = &docket.version.regulation;
    let (topic, who) = (naming::topic(regulation, topic), naming::who(regulation, role));
    let message = text!(
        "bij het onderwerp {topic} hoort een partij met de rol {who}",
        "the topic {topic} needs a party with the role {who}",
        topic,
        who
    );
    let party = regulation.role(role).and_then(|r| r.positions.first()).map_or("…", |p| p.word());
    Message::new(message, naming::add_party(role, party))
}

/// What it says of too few topics, too many, or no main one.
#[must_use]
pub fn say(docket: &Docket<'_>, why: &TopicsFault) -> Message {
    let regulation = &docket.version.regulation;
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
