//! T319: a binding ruling is carried out.

use super::words;
use crate::diagnostics::text;
use crate::docket::{Docket, Waits};
use crate::naming;
use crate::regulation::{Binding, RuleRef};
use crate::rules::{Message, Placed, Rule};
use crate::yaml::Route;
use chrono::NaiveDate;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T319.md"));

/// The ruling that waits for the organisation on `day`; nothing without a day.
#[must_use]
pub fn judge(docket: &Docket<'_>, day: Option<NaiveDate>) -> Vec<Placed> {
    ruling(docket, day).into_iter().collect()
}

fn ruling(docket: &Docket<'_>, day: Option<NaiveDate>) -> Option<Placed> {
    let day = day.filter(|_| docket.case().destroyed.is_none())?;
    let (way, _) = docket
        .progress
        .open_escalation()
        .filter(|(way, w)| way.binding == Binding::Yes && *w == Waits::ForExecution)?;
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
