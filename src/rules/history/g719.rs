//! G719: after a change of people.yaml or klacht.yaml somebody can still change the policy and handle cases.

use chrono::NaiveDate;

use crate::diagnostics::{Text, text};
use crate::naming;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G719.md"));

/// What nobody can do any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LockOut<'a> {
    /// Handle cases: nobody holds this role.
    Handling(&'a str),
    /// Decide on the register: nobody who may is known in a month.
    Keeping,
    /// Decide on this regulation, likewise.
    Owning(&'a str),
    /// Decide: the last keeper or owner that was named is named no more.
    Named,
    /// Be known: the people cannot be read.
    Unreadable,
    /// Push: a name of the server is asked for, and nobody of this people.yaml has one.
    Names(&'a str),
    /// Push: a signature is asked for, and nobody of this people.yaml has a key.
    Keys(&'a str),
}

/// The words for a change after which that is so from a day on.
#[must_use]
pub fn say(what: LockOut<'_>, from: NaiveDate) -> Message {
    let (message, role) = match what {
        LockOut::Keeping | LockOut::Owning(_) | LockOut::Named => return nobody(what),
        LockOut::Unreadable => {
            return Message::new(
                text!(
                    "deze personen zijn niet te lezen: daarna is niemand hier bekend",
                    "these people cannot be read: after this nobody is known here"
                ),
                text!("zie de regel met de fout: `klacht check`", "see the line with the fault: `klacht check`"),
            );
        }
        LockOut::Names(people) => {
            return unknown(people, "transport:", &text!("transport: [NAAM]", "transport: [NAME]"));
        }
        LockOut::Keys(people) => {
            let line = naming::same(format!("keys: [{{key: \"ssh-ed25519 …\", from: {from}}}]"));
            return unknown(people, "keys:", &line);
        }
        LockOut::Handling(role) => {
            let message = text!(
                "vanaf {from} heeft niemand de rol {role}, die klachten behandelt",
                "from {from} on nobody holds the role {role}, which handles cases"
            );
            (message, role)
        }
    };
    let line = format!("`{{role: {role}, from: {from}}}`");
    Message::new(message, text!("voeg bij iemand toe: {line}", "add to somebody: {line}"))
}

/// The words for a file in which nobody has what the settings ask for.
fn unknown(people: &str, key: &str, line: &Text) -> Message {
    Message::new(
        text!(
            "niemand in {people} heeft `{key}`, en klacht.yaml vraagt erom: daarna komt geen push meer binnen",
            "nobody in {people} has `{key}`, and klacht.yaml asks for it: no push would come in after this"
        ),
        text!(
            "zet eerst bij wie mag insturen: `{line}`; kies daarna pas de `strength`",
            "first add to whoever may push: `{line}`; choose the `strength` only then",
            line
        ),
    )
}

/// The words for a change after which nobody decides.
fn nobody(what: LockOut<'_>) -> Message {
    let message = match what {
        LockOut::Owning(id) => text!(
            "binnen dertig dagen heeft niemand die over {id} gaat een sleutel of account dat telt",
            "within thirty days nobody who decides on {id} has a key or account that counts"
        ),
        LockOut::Named => text!("de laatste die was genoemd, is weg", "the last one that was named is gone"),
        _ => text!(
            "binnen dertig dagen heeft geen beheerder een sleutel of account dat telt",
            "within thirty days no keeper has a key or account that counts"
        ),
    };
    let remedy = text!(
        "noem eerst een ander, of geef hem een sleutel of account dat langer geldt",
        "first name another, or give that one a key or account that counts for longer"
    );
    Message::new(message, remedy)
}
