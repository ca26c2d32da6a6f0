//! W202: a step comes only when the steps before it are done.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W202.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, needs: &[String], detail: Option<&str>) -> Message {
    let regulation = &docket.version.regulation;
    let (name, needed) = (naming::step(regulation, step), naming::steps(regulation, needs));
    let first = needs.first().map_or("", String::as_str);
    let open = detail.map_or_else(
        || text!("", ""),
        |detail| {
            let open = naming::detail(docket, first, detail);
            text!("; nog niet {open}", "; still open: {open}", open)
        },
    );
    let message = text!(
        "{name} kan nog niet: eerst komt {needed}{open}",
        "{name} must come after {needed}{open}",
        name,
        needed,
        open
    );
    if let Some(first) = naming::end_undone(docket, step, first) {
        return Message::new(message, first);
    }
    let take = naming::first(docket, first);
    Message::new(message, text!("leg die stap eerst vast: {take}", "record that step first: {take}", take))
}
