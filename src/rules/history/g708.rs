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
