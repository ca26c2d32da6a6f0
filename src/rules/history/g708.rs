//! G708: a version of the regulation under which cases stand no longer changes.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G708.md"));

/// The words for a version, as `<regulation>/<valid-from>`, under which so many cases stand.
#[must_use]
pub fn say(version: &str, cases: usize) -> Message {
    let stand = if cases == 1 { text!("klacht staat", "case stands") } else { text!("klachten staan", "cases stand") };
    let regulation = version.split('/').next().unwrap_or(version);
    Message::new(
        text!(
            "versie {version} is gewijzigd, terwijl er {cases} {stand} onder die versie",
            "version {version} was changed, though {cases} {stand} under it",
            stand
        ),
        text!(
            "zet haar terug en wijzig een kopie met een latere dag: `cp -r policy/{version} policy/{regulation}/JJJJ-MM-DD`",
            "put it back and change a copy with a later day: `cp -r policy/{version} policy/{regulation}/YYYY-MM-DD`"
        ),
    )
}

/// The words for a new version, as `<regulation>/<valid-from>`, that would take over so many cases that stand.
#[must_use]
pub fn takes_over(version: &str, cases: usize) -> Message {
    let stand = if cases == 1 { text!("klacht", "case") } else { text!("klachten", "cases") };
    Message::new(
        text!(
            "versie {version} gaat in voordat er {cases} {stand} binnenkwamen: die zouden onder andere regels vallen",
            "version {version} begins before {cases} {stand} came in: they would fall under other rules",
            stand
        ),
        text!(
            "noem de map naar een latere dag, en zet die in `valid_from`",
            "name the folder after a later day, and put that in `valid_from`"
        ),
    )
}
