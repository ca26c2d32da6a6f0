//! # G713: recorded-by-stranger
//!
//! ## What it checks
//!
//! Whoever made the commit is a person of `people.yaml` and holds, on that day, a role to which the regulation gives
//! access to cases. Whom the regulation keeps from a case because he is a party to it (`exclude`) has no access to it by the
//! role from which he is kept.
//!
//! ## Why
//!
//! Complaints are confidential. The regulation says who may see them; whoever may not see them cannot record them
//! either.
//!
//! ## Example
//!
//! ```yaml
//! persons:
//!   - key: m3
//!     git: [m3@organisatie.example]
//! ```
//!
//! ## How to put it right
//!
//! Check `git config user.email`. Is it right, then ask whoever keeps `people.yaml` to add it. Where the register goes by
//! the transport (`identity: {strength: transport}`), the name that the server knows must stand there: `transport: [name]`.
//!
//! ---
//!
//! # G713: recorded-by-stranger
//!
//! ## Wat wordt nagekeken
//!
//! Wie de commit maakte, staat in `people.yaml` en heeft op die dag een rol die volgens de regeling toegang geeft tot
//! klachten. Wie de regeling buiten een klacht houdt omdat hij er partij in is (`exclude`), heeft er geen toegang toe met de rol
//! waar hij buiten wordt gehouden.
//!
//! ## Waarom
//!
//! Klachten zijn vertrouwelijk. De regeling zegt wie ze mag zien; wie ze niet mag zien, kan ze ook niet vastleggen.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! persons:
//!   - key: m3
//!     git: [m3@organisatie.example]
//! ```
//!
//! ## Zo zet u het recht
//!
//! Kijk met `git config user.email`. Klopt dat, vraag dan wie `people.yaml` beheert om het toe te voegen. Gaat het register
//! af op de toegang (`identity: {strength: transport}`), dan moet daar de naam staan die de server kent: `transport: [naam]`.

use chrono::NaiveDate;

use super::said;
use crate::diagnostics::{Severity, text};
use crate::rules::{Message, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    code: "G713",
    name: "recorded-by-stranger",
    severity: Severity::Error,
    summary: (
        "Alleen wie op de toegangslijst staat, legt klachten vast.",
        "Only people on the access list record cases.",
    ),
    source: include_str!("g713.rs"),
};

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
        UnknownActor::NotNamed { people } => said(
            (
                format!("wie dit instuurt, heeft geen naam onder `transport:` in {people}"),
                format!("whoever pushes this has no name under `transport:` in {people}"),
            ),
            (
                "laat wie dat bestand beheert bij uw sleutel zetten: `transport: [NAAM]`, uw naam op de server"
                    .to_owned(),
                "have whoever keeps that file add to your key: `transport: [NAME]`, your name on the server".to_owned(),
            ),
        ),
        UnknownActor::Unknown { people } => Message::new(
            text!("wie deze commit maakte, staat niet in {people}", "whoever made this commit is not in {people}"),
            text!(
                "zet uw eigen adres: `git config user.email …`, dan `git commit --amend --reset-author`",
                "set your own address: `git config user.email …`, then `git commit --amend --reset-author`"
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
                "let somebody with such a role record this, or add the role to people.yaml"
            ),
        ),
    }
}
