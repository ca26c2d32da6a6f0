//! # C111: no-regulation
//!
//! ## What it checks
//!
//! A case is judged by the version of its regulation that was in force on the day of receipt. That version must be
//! there and must be readable.
//!
//! ## Why
//!
//! Without a regulation nothing about a case can be judged, so it must not pass.
//!
//! ## Example
//!
//! ```yaml
//! received: 2021-12-30
//! ```
//!
//! The first version of the regulation begins on 1 January 2022.
//!
//! ## How to put it right
//!
//! Look at the day of receipt and at the folder. If complaints came in before, add the version of that time as
//! `policy/<regulation>/<date>/`.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Een klacht wordt beoordeeld naar de versie van de regeling die op de dag van ontvangst gold. Die versie moet er zijn
//! en moet te lezen zijn.
//!
//! ## Waarom
//!
//! Zonder regeling is niets aan een klacht te beoordelen. Dan mag hij niet zomaar door.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! received: 2021-12-30
//! ```
//!
//! De eerste versie van de regeling geldt vanaf 1 januari 2022.
//!
//! ## Zo zet u het recht
//!
//! Kijk naar de dag van ontvangst en naar de map. Kwamen er eerder klachten binnen, voeg dan de versie van toen toe als
//! `policy/<regeling>/<datum>/`.

use super::super::Rule;
use crate::calendar::date_words;
use crate::diagnostics::Severity;
use crate::diagnostics::Text;
use crate::regulation::NoVersion;
use crate::rules::message::Message;
use crate::yaml::is_id;
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    code: "C111",
    name: "no-regulation",
    severity: Severity::Error,
    summary: ("Voor de dag van ontvangst is er een regeling.", "There is a regulation for the day of receipt."),
    source: include_str!("c111.rs"),
};

/// What it says when a case received on `day` has no version to be judged by. `regulation` is the folder below `cases/`;
/// it is only repeated when it looks like an id.
#[must_use]
pub fn say(why: &NoVersion, regulation: &str, day: NaiveDate) -> Message {
    let (nl, en) = if is_id(regulation) { (regulation, regulation) } else { ("<regeling>", "<regulation>") };
    let received = date_words(day);
    match why {
        NoVersion::Regulation => Message::new(
            Text::new(format!("er is geen regeling `{nl}`"), format!("there is no regulation `{en}`")),
            Text::new(
                format!("zet de klacht in de map van een regeling die er is, of voeg `policy/{nl}/` toe"),
                format!("put the case in the folder of a regulation that exists, or add `policy/{en}/`"),
            ),
        ),
        NoVersion::TooEarly(first) => {
            let from = date_words(*first);
            Message::new(
                Text::new(
                    format!("regeling `{nl}` geldt pas vanaf {}; ontvangen {}", from.nl, received.nl),
                    format!("regulation `{en}` is in force from {}; received {}", from.en, received.en),
                ),
                Text::new(
                    format!("kijk `received` na, of voeg de versie van toen toe als `policy/{nl}/<datum>/`"),
                    format!("look `received` up, or add the version of that time as `policy/{en}/<date>/`"),
                ),
            )
        }
        NoVersion::Unreadable(version) => Message::new(
            Text::new(
                format!("de versie van regeling `{nl}` die gold op {} is niet te lezen", received.nl),
                format!("the version of regulation `{en}` in force on {} cannot be read", received.en),
            ),
            Text::new(
                format!("zet eerst `policy/{nl}/{version}/regulation.yaml` recht: `klacht policy check`"),
                format!("first put `policy/{en}/{version}/regulation.yaml` right: `klacht policy check`"),
            ),
        ),
    }
}
