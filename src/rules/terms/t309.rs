//! # T309: calendar-unknown
//!
//! ## What it checks
//!
//! Each year a decree names days that count as holidays. A term in working days, or under the Algemene termijnenwet, is
//! counted with them. This warns when the decree for a year is not known to the program.
//!
//! ## Why
//!
//! Without the decree the last day may fall too early. The outcome is used all the same, and you are told that it may
//! shift.
//!
//! ## Example
//!
//! ```yaml
//! received: 2041-04-17
//! ```
//!
//! A term of five working days from this day runs through a year whose decree is not there yet.
//!
//! ## How to put it right
//!
//! Use a newer version of the program, or count the last day by hand with the decree in the Staatscourant.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Elk jaar wijst een besluit dagen aan die als feestdag tellen. Een termijn in werkdagen, of volgens de Algemene
//! termijnenwet, wordt daarmee geteld. U krijgt een waarschuwing als het programma het besluit voor een jaar niet kent.
//!
//! ## Waarom
//!
//! Zonder het besluit kan de laatste dag te vroeg uitvallen. De uitkomst wordt wel gebruikt; u weet dan dat zij nog kan
//! schuiven.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! received: 2041-04-17
//! ```
//!
//! Een termijn van vijf werkdagen vanaf deze dag loopt door een jaar waarvan het besluit er nog niet is.
//!
//! ## Zo zet u het recht
//!
//! Gebruik een nieuwere versie van het programma, of tel de laatste dag na met het besluit in de Staatscourant.

use super::super::Rule;
use super::words;
use crate::diagnostics::{Severity, text};
use crate::docket::{Clock, Docket};
use crate::regulation::RuleRef;
use crate::rules::message::{Message, Placed};

/// The rule.
pub static RULE: Rule = Rule {
    code: "T309",
    name: "calendar-unknown",
    severity: Severity::Warning,
    summary: (
        "Voor het jaar waarin een termijn eindigt, zijn de gelijkgestelde dagen bekend.",
        "For the year in which a term ends, the equated days are known.",
    ),
    source: include_str!("t309.rs"),
};

/// Every clock that was counted through a year whose equated days are not known. No day is needed: it is so for ever.
#[must_use]
pub fn judge(docket: &Docket<'_>) -> Vec<Placed> {
    if docket.case().destroyed.is_some() {
        return Vec::new();
    }
    docket.clocks().iter().filter_map(|clock| unknown(docket, clock)).collect()
}

fn unknown(docket: &Docket<'_>, clock: &Clock<'_>) -> Option<Placed> {
    let years = clock.due.reckoning.as_ref().map(|r| r.uncovered_years.as_slice()).filter(|y| !y.is_empty())?;
    let years = years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let (term, day) = (words::term(docket, &clock.term.id), words::day(clock.due.on));
    let message = text!(
        "{term} eindigt {day}, maar de gelijkgestelde dagen van {years} zijn niet bekend",
        "{term} ends {day}, but the equated days of {years} are not known",
        term,
        day
    );
    let remedy = text!(
        "gebruik een nieuwere versie van het programma, of tel na met het besluit in de Staatscourant",
        "use a newer version of the program, or count by hand with the decree in the Staatscourant"
    );
    let rule = Some(RuleRef::new("terms", &clock.term.id));
    Some(Placed { at: words::start(clock), rule, said: Message::new(message, remedy) })
}
