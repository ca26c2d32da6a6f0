//! T318: a case comes before the external body within the period that the regulation names.

use super::words;
use crate::calendar::Counting;
use crate::diagnostics::text;
use crate::docket::{Docket, Taken};
use crate::naming;
use crate::regulation::{Does, Escalation, RuleRef};
use crate::rules::{Message, Placed, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T318.md"));

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
        let last = docket.version.regulation.due(from.entry.on, within, Counting::AsStated).end;
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
    let remedy = text!("er hoeft niets te gebeuren", "nothing needs to be done");
    Placed {
        at: Route::root().key("log").index(filing.index).key("on"),
        rule: Some(RuleRef::new("escalations", &way.id)),
        said: Message::new(message, remedy),
    }
}
