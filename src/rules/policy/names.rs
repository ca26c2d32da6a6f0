//! How the rules on a regulation name its parts: always the same, printed name first, id in brackets.

use crate::diagnostics::{Text, text};
use crate::regulation::Regulation;

/// The longest piece of a sentence that a message repeats, in characters.
const LONGEST: usize = 90;

/// A step in Dutch and in English: `stap “Gehoord” (gehoord)`.
pub fn step(regulation: &Regulation, id: &str) -> Text {
    if let Some(name) = regulation.step(id).map(|step| &step.name) {
        text!("stap “{name}” ({id})", "step “{name}” ({id})")
    } else {
        text!("stap `{id}`", "step `{id}`")
    }
}

/// A list of ids or words, in backticks.
pub fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ")
}

/// The beginning of a sentence, cut at a word when it is long.
pub fn short(text: &str) -> String {
    let text = crate::regulation::fold(text);
    if text.chars().count() <= LONGEST {
        return text;
    }
    let cut: String = text.chars().take(LONGEST).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut.get(..end).unwrap_or(&cut))
}

/// Steps in their order, with arrows between them.
pub fn short_path(words: &[String]) -> String {
    words.join(" → ")
}
