//! C120: entries stand in the data, not in the notes below.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C120.md"));

/// The first line of the notes that looks like part of the log; `base` is where they begin in the file.
#[must_use]
pub fn judge(body: &str, base: usize) -> Option<Span> {
    let (mut at, mut example) = (base, false);
    for line in body.split_inclusive('\n') {
        let words = line.trim();
        example ^= words.starts_with("```");
        if !example && (words.starts_with("- step:") || line.trim_end() == "log:") {
            let start = at + line.len() - line.trim_start().len();
            return Some(Span { start, end: start + words.len() });
        }
        at += line.len();
    }
    None
}

/// The words for it.
#[must_use]
pub fn say() -> Message {
    Message::new(
        text!(
            "deze stap staat onder de gegevens en is dus niet vastgelegd",
            "this entry stands below the data, so it is not recorded"
        ),
        text!("zet hem boven de tweede `---`, onder `log:`", "move it above the second `---`, below `log:`"),
    )
}
