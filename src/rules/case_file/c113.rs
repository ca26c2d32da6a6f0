//! C113: every party has a key of its own.

use crate::diagnostics::text;
use crate::rules::{Message, Placed, Rule};
use crate::yaml::{Route, is_id};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C113.md"));

/// Every party whose key was given to one before it. `keys` are those of the parties, in the order of the file.
#[must_use]
pub fn judge(keys: &[&str]) -> Vec<Placed> {
    let again = keys.iter().enumerate().filter(|(index, key)| keys[..*index].contains(key));
    again.map(|(index, key)| Placed { at: place(index), rule: None, said: say(key, keys) }).collect()
}

fn place(index: usize) -> Route {
    Route::root().key("parties").index(index).key("key")
}

fn say(key: &str, keys: &[&str]) -> Message {
    let shown = if is_id(key) { format!(" `{key}`") } else { String::new() };
    let free = (1..=keys.len() + 1).map(|number| format!("p{number}")).find(|free| !keys.contains(&free.as_str()));
    // One more than there are keys: one of them is free.
    let free = free.unwrap_or_default();
    let message = text!("sleutel{shown} is al van een andere partij", "key{shown} belongs to another party already");
    let remedy = text!(
        "schrijf `key: {free}` en loop de stappen na die deze partij noemen",
        "write `key: {free}` and look through the steps that name this party"
    );
    Message::new(message, remedy)
}
