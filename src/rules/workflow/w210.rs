//! W210: a step goes only to those who may receive it.

use crate::diagnostics::{Text, text};
use crate::docket::{Docket, Receipt};
use crate::naming;
use crate::regulation::{Regulation, Selector};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W210.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, key: &str, how: Receipt) -> Message {
    let regulation = &docket.version.regulation;
    let (name, person) = (naming::step(regulation, step), naming::key(docket, key));
    let allowed = allowed(regulation, step);
    let message = text!(
        "{person} mag niet bij {name}: {allowed}",
        "{person} may not receive {name}: {allowed}",
        person,
        name,
        allowed
    );
    let (place, flag) = (how.key(), naming::by_step(how.key()));
    let remedy = text!(
        "haal de sleutel weg bij `{place}`{flag}; is het echt verstuurd, behandel het dan als datalek",
        "remove the key from `{place}`{flag}; if it was really sent, treat it as a data breach",
        flag
    );
    Message::new(message, remedy)
}

/// Whom the regulation lets have the step.
fn allowed(regulation: &Regulation, step: &str) -> Text {
    let lists = regulation.step(step).map(|s| [&s.to, &s.cc, &s.with, &s.report_to, &s.also]);
    let mut words: Vec<&str> = lists.into_iter().flatten().flatten().map(Selector::word).collect();
    words.sort_unstable();
    words.dedup();
    if words.is_empty() {
        return text!("volgens de regeling krijgt niemand deze stap", "under the regulation nobody may");
    }
    let who = naming::whos(regulation, &words);
    text!("volgens de regeling alleen {who}", "the regulation names only {who}", who)
}
