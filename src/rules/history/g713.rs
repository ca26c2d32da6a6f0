//! G713: only people on the access list record cases.

use chrono::NaiveDate;

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G713.md"));

/// Why somebody may not record cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnknownActor<'a> {
    /// Nobody of this people.yaml has this address. The address itself is not told.
    Unknown {
        /// The file.
        people: &'a str,
    },
    /// Nobody of this people.yaml has the name under which the server let somebody in.
    NotNamed {
        /// The file.
        people: &'a str,
    },
    /// A person, by key, without a role that gives access on that day.
    WithoutAccess {
        /// The person's key.
        person: &'a str,
        /// The day.
        on: NaiveDate,
    },
    /// A person, by key, whom an exclusion keeps from this case.
    KeptFrom {
        /// The person's key.
        person: &'a str,
    },
}

/// The words for it.
#[must_use]
pub fn say(who: UnknownActor<'_>) -> Message {
    match who {
        UnknownActor::NotNamed { people } => Message::new(
            text!(
                "wie dit instuurt, heeft geen naam onder `transport:` in {people}",
                "whoever pushes this has no name under `transport:` in {people}"
            ),
            text!(
                "laat wie dat bestand beheert bij uw sleutel zetten: `transport: [NAAM]`, uw naam op de server",
                "have whoever keeps that file add to your key: `transport: [NAME]`, your name on the server"
            ),
        ),
        UnknownActor::Unknown { people } => Message::new(
            text!("wie deze commit maakte, staat niet in {people}", "whoever made this commit is not in {people}"),
            text!(
                "zet het adres van deze commit onder `git:` in {people}, of het uwe: `git config user.email …`, dan `git commit --amend --reset-author`",
                "add the address of this commit under `git:` in {people}, or set your own: `git config user.email …`, then `git commit --amend --reset-author`"
            ),
        ),
        UnknownActor::KeptFrom { person } => Message::new(
            text!(
                "{person} is partij in deze klacht en wordt er door de regeling buiten gehouden",
                "{person} is a party to this complaint, and the regulation keeps such a person from it"
            ),
            text!("laat wie hem vervangt dit vastleggen", "let whoever takes that person's place record this"),
        ),
        UnknownActor::WithoutAccess { person, on } => Message::new(
            text!(
                "{person} heeft op {on} geen rol die toegang geeft tot klachten",
                "{person} holds no role on {on} that gives access to cases"
            ),
            text!(
                "laat iemand met zo'n rol dit vastleggen, of zet de rol in people.yaml",
                "have somebody with such a role record this, or add the role to people.yaml"
            ),
        ),
    }
}
