//! R404: nobody handles or judges what he has a part in himself.

use crate::diagnostics::{Severity, Text, text};
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

/// What it says of a party of whom nobody can tell whether this is a conflict of interest.
#[must_use]
pub fn unknown(docket: &Docket<'_>, step: &str, party: &str) -> Message {
    let regulation = &docket.version.regulation;
    let (name, key) = (naming::step(regulation, step), naming::key(docket, party));
    let role = docket.case().parties.iter().find(|p| p.key == party).and_then(|p| p.role.as_deref());
    let Some(role) = role else { return without_role(&name, &key, step.is_empty()) };
    let role = naming::who(regulation, role);
    let remedy = text!(
        "schrijf bij die partij `person:` met de sleutel uit people.yaml, of zet die persoon eerst in people.yaml",
        "write `person:` at that party, with the key of people.yaml, or add the person to people.yaml first"
    );
    // Nothing was done yet that rests on it.
    if step.is_empty() {
        let message = text!(
            "van partij {key} ({role}) staat er nog niet wie het is; dat moet bekend zijn voordat iemand de klacht behandelt",
            "nothing says yet who party {key} ({role}) is; that must be known before anybody handles the complaint",
            key,
            role
        );
        return Message::new(message, remedy).weighing(Severity::Hint);
    }
    let message = text!(
        "van partij {key} ({role}) staat er niet wie het is, dus niemand kan zien of {name} door iemand anders is gedaan",
        "nothing says who party {key} ({role}) is, so nobody can see whether {name} was taken by somebody else",
        key,
        role,
        name
    );
    Message::new(message, remedy)
}

/// The same of a party without a role, who may be somebody of the staff.
fn without_role(name: &Text, key: &Text, yet: bool) -> Message {
    let remedy = text!(
        "schrijf bij die partij `role:`, en bij een rol voor medewerkers ook `person:`",
        "write `role:` at that party, and with a staff role `person:` as well"
    );
    if yet {
        let message = text!(
            "van partij {key} staat er nog niet wie het is; dat moet bekend zijn voordat iemand de klacht behandelt",
            "nothing says yet who party {key} is; that must be known before anybody handles the complaint",
            key
        );
        return Message::new(message, remedy).weighing(Severity::Hint);
    }
    let message = text!(
        "van partij {key} staat er niet wie het is, dus niemand kan zien of {name} door iemand anders is gedaan",
        "nothing says who party {key} is, so nobody can see whether {name} was taken by somebody else",
        key,
        name
    );
    Message::new(message, remedy)
}
