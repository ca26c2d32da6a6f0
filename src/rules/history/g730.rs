//! G730: facts that rules rest on change only with a correction that names them.

use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G730.md"));

/// The words for a fact that says something else than it did.
#[must_use]
pub fn say(fact: &str) -> Message {
    let line = format!("`{{step: correctie, of: {fact}, reason: …, on: …, by: …}}`");
    Message::new(
        text!(
            "`{fact}` is gewijzigd zonder correctie die het noemt",
            "`{fact}` was changed without a correction that names it"
        ),
        text!(
            "zet terug wat er stond; klopte dat niet, voeg dan aan het log toe: {line}",
            "put back what stood there; if that was wrong, add to the log: {line}"
        ),
    )
}

/// The words for notes that are all gone.
#[must_use]
pub fn no_notes() -> Message {
    Message::new(
        text!("alle aantekeningen onder het dossier zijn weg", "all notes below the case are gone"),
        text!("was dat niet de bedoeling: zet ze terug", "if that was not meant: put them back"),
    )
    .weighing(Severity::Warning)
}
