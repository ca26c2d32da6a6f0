//! W209: a step reaches everybody who must receive it.

use crate::diagnostics::text;
use crate::docket::{Docket, Receipt};
use crate::naming;
use crate::regulation::Selector;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/W209.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, step: &str, who: &str, missing: &[String], how: Receipt) -> Message {
    let regulation = &docket.version.regulation;
    let (name, person) = (naming::step(regulation, step), naming::who(regulation, who));
    // Which of several it was is said where others of them are.
    let several = docket.progress.participants.parties(&Selector::from(who.to_owned())).len() > 1;
    let person = if several {
        let which = naming::ids(missing);
        text!("{person} ({which})", "{person} ({which})", person)
    } else {
        person
    };
    let message = match how {
        Receipt::To => text!("{name} is niet gericht aan {person}", "{name} was not sent to {person}", name, person),
        Receipt::Cc => {
            text!("{name} ging niet als kopie naar {person}", "{name} was not copied to {person}", name, person)
        }
        Receipt::With => {
            text!("{name} is niet besproken met {person}", "{name} was not discussed with {person}", name, person)
        }
        Receipt::ReportedTo => {
            text!("{name} is niet gemeld aan {person}", "{name} was not reported to {person}", name, person)
        }
    };
    let keys = if several { missing.join(", ") } else { naming::keys_of(docket, who) };
    let line = format!("`{}: [{keys}]`", how.key());
    let flag = naming::by_step(how.key());
    let remedy = text!(
        "doe dat alsnog en schrijf bij de stap {line}{flag}, naast wie er al staat",
        "do so and write {line}{flag} at the step, beside whoever is there",
        flag
    );
    Message::new(message, remedy)
}
