//! # T318: filed-after-the-period
//!
//! ## What it checks
//!
//! A case that is put before an external body is put there within the period that the regulation names (`file_within`),
//! counted from the day on which the complainant was pointed to the body, or else from the outcome, or from the end of the
//! case.
//!
//! ## Why
//!
//! The body decides whether it takes a case that comes too late; the organisation may not refuse it, but ought to see it.
//!
//! ## Example
//!
//! The outcome was told on 12 January 2026, the complainant may go to the committee within a year, and goes there in June
//! 2028.
//!
//! ## How to put it right
//!
//! Nothing need be done. If the body takes the case all the same, go on.
//!
//! ---
//!
//! # T318: filed-after-the-period
//!
//! ## Wat wordt nagekeken
//!
//! Een klacht die bij een externe instantie komt, komt daar binnen de tijd die de regeling noemt (`file_within`): geteld vanaf de
//! dag waarop de klager op de instantie is gewezen, en anders vanaf de uitkomst, of vanaf het einde van de zaak.
//!
//! ## Waarom
//!
//! De instantie beslist of zij een zaak die te laat komt behandelt; de organisatie mag haar niet weigeren, maar hoort het te
//! zien.
//!
//! ## Voorbeeld
//!
//! De uitkomst was gemeld op 12 januari 2026, de klager kan binnen een jaar naar de commissie, en gaat er heen in juni 2028.
//!
//! ## Zo zet u het recht
//!
//! Er hoeft niets te gebeuren. Neemt de instantie de zaak toch, ga dan door.

use super::super::Rule;
use super::words;
use crate::calendar::{Counting, due};
use crate::diagnostics::{Severity, text};
use crate::docket::{Docket, Taken};
use crate::naming;
use crate::regulation::{Does, Escalation, RuleRef};
use crate::rules::message::{Message, Placed};
use crate::yaml::Route;

/// The rule.
pub static RULE: Rule = Rule {
    code: "T318",
    name: "filed-after-the-period",
    severity: Severity::Hint,
    summary: (
        "Een zaak komt bij de externe instantie binnen de tijd die de regeling noemt.",
        "A case comes before the external body within the period that the regulation names.",
    ),
    source: include_str!("t318.rs"),
};

/// Every case that was put before a body after the period for it.
#[must_use]
pub fn judge(docket: &Docket<'_>) -> Vec<Placed> {
    let ways = &docket.version.regulation.escalations;
    ways.iter().flat_map(|way| of_way(docket, way)).collect()
}

fn of_way(docket: &Docket<'_>, way: &Escalation) -> Vec<Placed> {
    let (Some(within), Some(filed)) = (way.file_within, way.steps.filed.as_deref()) else { return Vec::new() };
    let filings = docket.progress.taken.iter().filter(|t| t.step.id == filed);
    let late = |filing: &Taken<'_>| {
        let from = from(docket, way, filing)?;
        let last = due(from.entry.on, within, Counting::AsStated).end;
        (filing.entry.on > last).then(|| placed(docket, way, filing, last))
    };
    filings.filter_map(late).collect()
}

/// The entry from which the period runs: the last that pointed to the body, or else told the outcome, or ended the case.
fn from<'d, 'a>(docket: &'d Docket<'a>, way: &Escalation, filing: &Taken<'_>) -> Option<&'d Taken<'a>> {
    let outcome = docket.version.regulation.milestones.outcome.as_deref();
    let before = || docket.progress.taken.iter().rev().filter(|t| t.index < filing.index);
    let taken = |id: Option<&str>| before().find(|t| Some(t.step.id.as_str()) == id);
    let offered = way.steps.offer.as_deref().and_then(|offer| taken(Some(offer)));
    offered
        .or_else(|| outcome.and_then(|outcome| taken(Some(outcome))))
        .or_else(|| before().find(|t| matches!(t.step.does, Some(Does::Close | Does::End))))
}

fn placed(docket: &Docket<'_>, way: &Escalation, filing: &Taken<'_>, last: chrono::NaiveDate) -> Placed {
    let (body, last) = (naming::who(&docket.version.regulation, &way.body), words::day(last));
    let message = text!(
        "de tijd om naar {body} te gaan was voorbij op {last}; die beslist zelf of de zaak nog wordt behandeld",
        "the period for going to {body} ended on {last}; the body decides whether it takes the case",
        body,
        last
    );
    let remedy = text!("er hoeft niets te gebeuren", "nothing need be done");
    Placed {
        at: Route::root().key("log").index(filing.index).key("on"),
        rule: Some(RuleRef::new("escalations", &way.id)),
        said: Message::new(message, remedy),
    }
}
