//! # T312: kept-too-long
//!
//! ## What it checks
//!
//! With a given day: a case whose last day of keeping is over, and that nothing holds, is reported.
//! With `on-event` the days count from the event, also while nobody has ended the case: it is to be ended and destroyed by then.
//!
//! ## Why
//!
//! Personal data are kept no longer than needed (AVG, article 5). The regulation names the day; after it there is no
//! ground left.
//!
//! ## Example
//!
//! ```yaml
//! retention:
//!   regime: after-term
//!   from: afgesloten
//!   keep: 2 years
//!   within: 1 month
//! ```
//!
//! Closed on 10 May 2024: to be destroyed between 10 May 2026 and 10 June 2026.
//!
//! ## How to put it right
//!
//! `klacht destroy ID` leaves only `id` and `destroyed: {on, by}`, with a tally row in the yearbook. If a claim makes keeping necessary, record `legal_hold` with the reason.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Met een gegeven dag: een klacht waarvan de laatste bewaardag voorbij is en die door niets wordt tegengehouden, wordt
//! gemeld.
//! Bij `on-event` tellen de dagen vanaf die gebeurtenis, ook als nog niemand de zaak heeft beëindigd: dan moet zij uiterlijk dan zijn beëindigd en vernietigd.
//!
//! ## Waarom
//!
//! Persoonsgegevens worden niet langer bewaard dan nodig (AVG, artikel 5). De regeling noemt de dag; daarna is er geen
//! grond meer.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! retention:
//!   regime: after-term
//!   from: afgesloten
//!   keep: 2 years
//!   within: 1 month
//! ```
//!
//! Gesloten op 10 mei 2024: te vernietigen tussen 10 mei 2026 en 10 juni 2026.
//!
//! ## Zo zet u het recht
//!
//! `klacht vernietig ZAAKNUMMER` laat alleen `id` en `destroyed: {on, by}` staan, met een telregel in het jaarboek. Moet hij door een claim blijven, leg dan `legal_hold` vast met de reden.

use super::super::Rule;
use super::words;
use crate::diagnostics::{Severity, text};
use crate::docket::{Discussed, Docket};
use crate::regulation::RuleRef;
use crate::rules::message::{Message, Placed};
use crate::yaml::Route;
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    code: "T312",
    name: "kept-too-long",
    severity: Severity::Error,
    summary: (
        "Een klacht wordt vernietigd zodra de regeling dat eist.",
        "A case is destroyed as soon as the regulation demands it.",
    ),
    source: include_str!("t312.rs"),
};

/// The case that should be gone by `day`; nothing without a day.
#[must_use]
pub fn judge(docket: &Docket<'_>, day: Option<NaiveDate>, discussed: &Discussed) -> Vec<Placed> {
    let Some(day) = day.filter(|_| docket.case().destroyed.is_none()) else { return Vec::new() };
    let retention = docket.retention(discussed);
    let Some(until) = retention.until.filter(|until| *until < day && retention.holds.is_empty()) else {
        return Vec::new();
    };
    let (last, days) = (words::day(until), words::days((day - until).num_days()));
    let message = text!(
        "te lang bewaard: deze klacht moest uiterlijk op {last} vernietigd zijn, {days} geleden",
        "kept too long: this case was to be destroyed by {last}, {days} ago",
        last,
        days
    );
    let case = docket.case().id;
    let first = if docket.progress.ended.is_some() {
        text!("", "")
    } else {
        text!("sluit haar eerst (`klacht toon {case}`), en ", "end it first (`klacht show {case}`), and ")
    };
    let remedy =
        text!("{first}vernietig haar: klacht vernietig {case}", "{first}destroy it: klacht destroy {case}", first);
    let (at, rule) = (Route::root().key("id"), Some(RuleRef::block("retention")));
    vec![Placed { at, rule, said: Message::new(message, remedy) }]
}
