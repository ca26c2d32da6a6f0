//! # T319: ruling-not-carried-out
//!
//! ## What it checks
//!
//! What an external body ruled, with a ruling that binds, is carried out: after the day of the ruling the step that says so
//! (`executed`) is there. Where a term runs for it, T310 tells its day instead.
//!
//! ## Why
//!
//! A binding ruling that nobody carries out is easily forgotten: the case is closed, and the text often names no day.
//!
//! ## Example
//!
//! The ruling of 1 June says that the complaint is upheld; in September nothing says that anything was done.
//!
//! ## How to put it right
//!
//! Do what was ruled and take the step that says so.
//!
//! ---
//!
//! # T319: ruling-not-carried-out
//!
//! ## Wat wordt nagekeken
//!
//! Wat een externe instantie bindend uitsprak, wordt uitgevoerd: na de dag van de uitspraak is de stap er die dat zegt
//! (`executed`). Loopt daarvoor een termijn, dan noemt T310 de dag.
//!
//! ## Waarom
//!
//! Een bindende uitspraak die niemand uitvoert, raakt makkelijk vergeten: de klacht is gesloten, en de tekst noemt vaak geen
//! dag.
//!
//! ## Voorbeeld
//!
//! De uitspraak van 1 juni zegt dat de klacht gegrond is; in september staat nergens dat er iets is gedaan.
//!
//! ## Zo zet u het recht
//!
//! Doe wat is uitgesproken en zet de stap die dat zegt.

use super::super::Rule;
use super::words;
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, Waits};
use crate::naming;
use crate::regulation::RuleRef;
use crate::rules::message::{Message, Placed};
use crate::yaml::Route;
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    code: "T319",
    name: "ruling-not-carried-out",
    severity: Severity::Hint,
    summary: ("Een bindende uitspraak wordt uitgevoerd.", "A binding ruling is carried out."),
    source: include_str!("t319.rs"),
};

/// The ruling that waits for the organisation on `day`; nothing without a day.
#[must_use]
pub fn judge(docket: &Docket<'_>, day: Option<NaiveDate>) -> Vec<Placed> {
    ruling(docket, day).into_iter().collect()
}

fn ruling(docket: &Docket<'_>, day: Option<NaiveDate>) -> Option<Placed> {
    let day = day.filter(|_| docket.case().destroyed.is_none())?;
    let (way, _) = docket.progress.open_escalation().filter(|(way, w)| way.binding && *w == Waits::ForExecution)?;
    let (ruled, executed) = (way.steps.ruled.as_deref()?, way.steps.executed.as_deref()?);
    let ruling = docket.progress.taken.iter().rev().find(|t| t.step.id == ruled && t.entry.on < day)?;
    if docket.running().iter().any(|clock| clock.term.until.iter().any(|id| id == executed)) {
        return None;
    }
    let (step, on) = (naming::step(&docket.version.regulation, executed), words::day(ruling.entry.on));
    let message = text!(
        "de uitspraak van {on} bindt, en {step} is nog niet gezet",
        "the ruling of {on} binds, and {step} was not taken yet",
        step,
        on
    );
    let take = naming::command(docket, executed);
    let remedy = text!("voer haar uit en zet de stap: {take}", "carry it out and take the step: {take}");
    Some(Placed {
        at: Route::root().key("log").index(ruling.index).key("step"),
        rule: Some(RuleRef::new("escalations", &way.id)),
        said: Message::new(message, remedy),
    })
}
