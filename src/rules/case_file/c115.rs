//! C115: of a destroyed case only the id, the day and who did it are left.

use super::words;
use crate::diagnostics::{Text, text};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C115.md"));

/// The keys that a stub has.
const KEPT: [&str; 2] = ["id", "destroyed"];

/// Whether a stub with these keys at the top, and this text below the data, holds more than it may.
#[must_use]
pub fn judge(keys: &[&str], body: &str) -> Option<Message> {
    let more: Vec<&str> = keys.iter().copied().filter(|key| !KEPT.contains(key)).collect();
    let notes = !body.trim().is_empty();
    if more.is_empty() && !notes {
        return None;
    }
    let mut left: Vec<Text> = Vec::new();
    if !more.is_empty() {
        left.push(words::keys(&more));
    }
    if notes {
        left.push(text!("tekst onder de gegevens", "text below the data"));
    }
    let left = words::list(&left);
    let message = text!(
        "deze klacht is vernietigd, maar er is meer over dan mag: {left}",
        "this case was destroyed, but more is left of it than may be: {left}",
        left
    );
    let remedy = text!(
        "houd alleen de regels `id:` en `destroyed: {{on: …, by: …}}` over",
        "keep only the lines `id:` and `destroyed: {{on: …, by: …}}`"
    );
    Some(Message::new(message, remedy))
}
