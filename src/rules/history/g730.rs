//! # G730: fact-rewritten
//!
//! ## What it checks
//!
//! What rules rest on does not change without a word: `severity`, `topics` and `main_topic`, `intake.source`, `fields`, and of each
//! party its `role`, its position (`as`), its `person`, and that it is there. What was not filled in may be, and a topic may be
//! added. Everything else goes with an entry `correctie` in the same commit that names the fact and says why.
//!
//! ## Why
//!
//! A grave complaint that becomes an ordinary one on day 23 has no overdue term any more, and a party that is somebody else has no
//! conflict of interest. The log is safe; what it is judged by has to be so too.
//!
//! ## Example
//!
//! ```yaml
//! severity: gewoon      # was ernstig
//! ```
//!
//! ## How to put it right
//!
//! Put the old value back. When it was wrong, change it and add to the log: `{step: correctie, of: severity, reason: …, on: …,
//! by: …}`. The word under `of` is `severity`, `topics`, `source`, `fields.<id>`, or the key of the party. With `klacht step`:
//! `klacht step ID correctie --of severity --set severity=gewoon --reason "…"`.
//!
//! ---
//!
//! # G730: fact-rewritten
//!
//! ## Wat wordt nagekeken
//!
//! Waar regels op rusten, verandert niet zonder een woord: `severity`, `topics` en `main_topic`, `intake.source`, `fields`, en van elke
//! partij haar `role`, haar plaats (`as`), haar `person`, en dat zij er is. Wat niet was ingevuld, mag worden ingevuld, en een
//! onderwerp mag erbij. Al het andere gaat samen met een vastlegging `correctie` in dezelfde commit, die het feit noemt en zegt
//! waarom.
//!
//! ## Waarom
//!
//! Een ernstige klacht die op dag 23 gewoon wordt, heeft geen verlopen termijn meer, en een partij die iemand anders wordt, heeft
//! geen belangenconflict. Het log is veilig; waaraan het wordt getoetst moet dat ook zijn.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! severity: gewoon      # was ernstig
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zet de oude waarde terug. Klopte ze niet, wijzig haar dan en voeg aan het log toe: `{step: correctie, of: severity, reason: …,
//! on: …, by: …}`. Het woord bij `of` is `severity`, `topics`, `source`, `fields.<id>`, of de sleutel van de partij. Met `klacht
//! step`: `klacht step ID correctie --of severity --set severity=gewoon --reason "…"`.

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G730",
    name: "fact-rewritten",
    severity: Severity::Error,
    summary: (
        "Feiten waar regels op rusten veranderen alleen met een correctie die ze noemt.",
        "Facts that rules rest on change only with a correction that names them.",
    ),
    source: include_str!("g730.rs"),
};

/// The words for a fact that says something else than it did.
#[must_use]
pub fn say(fact: &str) -> Message {
    let line = format!("`{{step: correctie, of: {fact}, reason: …, on: …, by: …}}`");
    said(
        (
            format!("`{fact}` is gewijzigd zonder correctie die het noemt"),
            format!("`{fact}` was changed without a correction that names it"),
        ),
        (
            format!("zet terug wat er stond; klopte dat niet, voeg dan aan het log toe: {line}"),
            format!("put back what stood there; if that was wrong, add to the log: {line}"),
        ),
    )
}
