//! W204: a case closes only when every required step was taken.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W204.md"));

/// What it says of a case that is closed while something is not done.
#[must_use]
pub fn say(docket: &Docket<'_>, closing: &str, step: &str, detail: Option<&str>) -> Message {
    let regulation = &docket.version.regulation;
    let (closed, open) = (naming::step(regulation, closing), naming::step(regulation, step));
    let rest = detail.map_or_else(
        || text!("", ""),
        |detail| {
            let rest = naming::detail(docket, step, detail);
            text!(": {rest}", ": {rest}", rest)
        },
    );
    let message = text!(
        "{closed} kan niet: nog niet klaar is {open}{rest}",
        "{closed} is not possible: {open} is not done yet{rest}",
        closed,
        open,
        rest
    );
    if let Some(first) = naming::end_undone(docket, closing, step) {
        return Message::new(message, first);
    }
    let grounds = regulation.step(step).map(|s| naming::ids(&s.grounds())).filter(|g| !g.is_empty());
    let waive = grounds.map_or_else(
        || text!("", ""),
        |grounds| {
            let flag = naming::by_step("waived");
            text!(
                ", of schrijf bij die stap `waived:`{flag} met een van: {grounds}",
                ", or write `waived:`{flag} at that step with one of: {grounds}",
                flag
            )
        },
    );
    let take = naming::first(docket, step);
    Message::new(message, text!("zet die stap eerst: {take}{waive}", "first take it: {take}{waive}", take, waive))
}

/// What it says of a part that is not there. All parts are named at once where no second entry may bring the others.
#[must_use]
pub fn without_part(docket: &Docket<'_>, step: &str, part: &str) -> Message {
    let regulation = &docket.version.regulation;
    let name = naming::step(regulation, step);
    let message = text!("bij {name} ontbreekt het onderdeel `{part}`", "{name} lacks the part `{part}`", name);
    let parts = regulation.step(step).map(|s| naming::ids(&s.parts)).unwrap_or_default();
    let flag = naming::by_step("parts");
    let remedy = text!(
        "schrijf bij deze stap `parts: [{parts}]`{flag} als alles erin staat",
        "write `parts: [{parts}]`{flag} at this step if it holds all of them",
        flag
    );
    Message::new(message, remedy)
}
