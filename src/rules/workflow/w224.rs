//! W224: when data of the complainant are missing, they were asked for.

use crate::diagnostics::{Severity, text};
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W224.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, missing: &[String], step: Option<&str>) -> Message {
    let words = naming::ids(missing);
    let message = text!(
        "van de klager ontbreekt in het gesloten deel: {words}",
        "of the complainant the sealed part lacks: {words}"
    );
    let ask = step.map_or_else(
        || text!("", ""),
        |step| {
            let take = naming::command(docket, step);
            text!(", of vraag ernaar: {take}", ", or ask for it: {take}")
        },
    );
    let flag = naming::by_new_or_add("--sealed");
    // What stands there already was typed by staff, so it is not repeated.
    let line = format!("`sealed: {{fields: [{words}]}}`");
    let remedy = if docket.case().sealed_fields().is_empty() {
        text!(
            "vul het aan en schrijf boven `log:` de regel {line}{flag}{ask}",
            "complete it and write above `log:` the line {line}{flag}{ask}",
            flag,
            ask
        )
    } else {
        text!(
            "vul het aan en zet het bij `sealed.fields`{flag}{ask}",
            "complete it and add it to `sealed.fields`{flag}{ask}",
            flag,
            ask
        )
    };
    let said = Message::new(message, remedy);
    // A complaint may be received while it is incomplete: it goes wrong when the case goes on without asking.
    let only_received = docket.progress.taken.iter().all(|taken| docket.progress.receives(taken.step));
    if only_received { said.weighing(Severity::Warning) } else { said }
}
