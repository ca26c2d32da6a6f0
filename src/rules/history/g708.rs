//! # G708: version-edited
//!
//! ## What it checks
//!
//! The folder of a version is left alone as soon as a case was received while it was in force. A change is a new
//! folder, named after the day from which it holds.
//!
//! ## Why
//!
//! People complain under the rules that were published then. Changing those rules afterwards would change what was
//! promised to them.
//!
//! ## Example
//!
//! ```text
//! M  policy/cmm/2022-01-01/regulation.yaml
//! ```
//!
//! ## How to put it right
//!
//! Put the folder back, copy it to `policy/<regulation>/<valid-from>/` with a later day, and change the copy.
//!
//! ---
//!
//! # G708: version-edited
//!
//! ## Wat wordt nagekeken
//!
//! De map van een versie blijft onaangeroerd zodra er een klacht is ontvangen terwijl zij gold. Een wijziging is een
//! nieuwe map, genoemd naar de dag vanaf wanneer zij geldt.
//!
//! ## Waarom
//!
//! Mensen klagen onder de regels die toen bekend waren. Wie die achteraf wijzigt, wijzigt wat hun was beloofd.
//!
//! ## Voorbeeld
//!
//! ```text
//! M  policy/cmm/2022-01-01/regulation.yaml
//! ```
//!
//! ## Zo zet u het recht
//!
//! Zet de map terug, kopieer haar naar `policy/<regeling>/<geldig-vanaf>/` met een latere dag en wijzig de kopie.

use super::said;
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G708",
    name: "version-edited",
    severity: Severity::Error,
    summary: (
        "Een versie van de regeling waaronder klachten staan, verandert niet meer.",
        "A version of the regulation under which cases stand no longer changes.",
    ),
    source: include_str!("g708.rs"),
};

/// The words for a version, as `<regulation>/<valid-from>`, under which so many cases stand.
#[must_use]
pub fn say(version: &str, cases: usize) -> Message {
    let (nl, en) = if cases == 1 { ("klacht staat", "case stands") } else { ("klachten staan", "cases stand") };
    let regulation = version.split('/').next().unwrap_or(version);
    let copy = format!("`cp -r policy/{version} policy/{regulation}/JJJJ-MM-DD`");
    said(
        (
            format!("versie {version} is gewijzigd, terwijl er {cases} {nl} onder die versie"),
            format!("version {version} was changed, though {cases} {en} under it"),
        ),
        (
            format!("zet haar terug en wijzig een kopie met een latere dag: {copy}"),
            format!("put it back and change a copy with a later day: {}", copy.replace("JJJJ", "YYYY")),
        ),
    )
}
