//! R404: nobody handles or judges what he has a part in himself.

use crate::diagnostics::text;
use crate::docket::Docket;
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/R404.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, key: &str, is: &str, substitute: Option<&str>, waivable: bool) -> Message {
    let regulation = &docket.version.regulation;
    let (name, person) = (naming::step(regulation, step), naming::key(docket, key));
    let is = naming::who(regulation, is);
    let message = text!(
        "{person} is zelf {is} en mag daarom niet optreden bij {name}",
        "{person} is {is} and therefore may not act in {name}",
        person,
        is,
        name
    );
    let other = text!("laat een ander dit doen", "have somebody else do this");
    let remedy = match (substitute, waivable) {
        (Some(substitute), _) => {
            let take = naming::first(docket, substitute);
            text!("benoem eerst een vervanger: {take}", "appoint a substitute first: {take}", take)
        }
        (None, true) => {
            let flag = naming::by_step("waiver");
            text!(
                "{other}, of schrijf bij de stap `waiver:`{flag} met de reden waarom dat niet kan",
                "{other}, or write at the step `waiver:`{flag} with the reason why that cannot be",
                other,
                flag
            )
        }
        (None, false) => other,
    };
    Message::new(message, remedy)
}
