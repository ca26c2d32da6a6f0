//! R403: the handler is the one whom the regulation chooses for this case.

use crate::diagnostics::{Text, text};
use crate::docket::{Docket, HandlerFault};
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/R403.md"));

/// What it says of a violation.
#[must_use]
pub fn say(docket: &Docket<'_>, key: &str, wanted: &[String], may: &[String], why: HandlerFault) -> Message {
    let (person, roles) = (naming::key(docket, key), naming::handlers(&docket.version.regulation, wanted));
    let message = match why {
        HandlerFault::Missing => text!(
            "deze stap wijst de klacht toe maar noemt geen behandelaar",
            "this step assigns the case but names no handler"
        ),
        HandlerFault::Role => {
            text!("{person} is op die dag niet {roles}", "{person} is not {roles} on that day", person, roles)
        }
        HandlerFault::StandIn => return stand_in(docket, &person, wanted),
        HandlerFault::Account => return account(docket, &person, wanted.first().map(String::as_str)),
    };
    let (flag, may) = (naming::by_step("handler"), naming::on_that_day(may));
    let remedy = text!(
        "schrijf `handler:`{flag} met de sleutel van {roles}{may}",
        "write `handler:`{flag} with the key of {roles}{may}",
        flag,
        roles,
        may
    );
    Message::new(message, remedy)
}

fn stand_in(docket: &Docket<'_>, person: &Text, wanted: &[String]) -> Message {
    let appointed = naming::any_of(&wanted.iter().map(|key| naming::key(docket, key)).collect::<Vec<_>>());
    let message = text!(
        "{person} is niet wie voor deze klacht is aangewezen",
        "{person} is not who was appointed for this case",
        person
    );
    let flag = naming::by_step("handler");
    let remedy = text!(
        "schrijf {appointed} bij `handler:`{flag}, of wijs eerst een ander aan",
        "write {appointed} at `handler:`{flag}, or appoint somebody else first",
        appointed,
        flag
    );
    Message::new(message, remedy)
}

fn account(docket: &Docket<'_>, person: &Text, holder: Option<&str>) -> Message {
    let message = text!(
        "{person} is op die dag niet wie deze klant bedient",
        "{person} is not who looks after this client on that day",
        person
    );
    let reason = naming::by_step("reason");
    let Some(holder) = holder.map(|h| naming::key(docket, h)) else {
        let remedy = text!(
            "zet de klant met zijn vaste medewerker in people.yaml bij `accounts`, of schrijf `reason:` bij de stap{reason}",
            "add the client with who looks after it to people.yaml under `accounts`, or write `reason:` at the step{reason}",
            reason
        );
        return Message::new(message, remedy);
    };
    let flag = naming::by_step("handler");
    let remedy = text!(
        "schrijf {holder} bij `handler:`{flag}, of schrijf bij `reason:`{reason} waarom een ander het doet",
        "write {holder} at `handler:`{flag}, or write at `reason:`{reason} why somebody else does it",
        holder,
        flag,
        reason
    );
    Message::new(message, remedy)
}
