//! T310: a term that still runs is not over.

use super::words;
use crate::diagnostics::{Severity, Text, text};
use crate::docket::{Clock, Docket, Duty, State};
use crate::naming;
use crate::regulation::{RuleRef, Step, Term};
use crate::rules::{Message, Placed, Rule};
use crate::yaml::Route;
use chrono::{Months, NaiveDate};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T310.md"));

/// Every clock that still runs after its last day on `day`; nothing without a day.
#[must_use]
pub fn judge(docket: &Docket<'_>, day: Option<NaiveDate>) -> Vec<Placed> {
    let Some(day) = day.filter(|_| docket.case().destroyed.is_none()) else { return Vec::new() };
    let late = docket.running().into_iter().filter(|clock| clock.late(Some(day)));
    let mut found: Vec<Placed> = late.map(|clock| overdue(docket, &clock, day)).collect();
    let notices = docket.timetable.next_notices.iter().filter(|(_, due)| day > *due);
    found.extend(notices.map(|(term, due)| notice(docket, term, *due, day)));
    found.extend(quiet_report(docket, day));
    found
}

/// How long nothing may be recorded of a report, where no term runs for it, before it is mentioned: in months.
const QUIET: u32 = 1;

/// A report that nobody touches, and for which the regulation sets no term.
fn quiet_report(docket: &Docket<'_>, day: NaiveDate) -> Option<Placed> {
    let last = docket.last_recorded();
    let quiet = last.checked_add_months(Months::new(QUIET)).is_some_and(|end| day > end);
    if docket.state() != State::Report || !quiet || !docket.running().is_empty() {
        return None;
    }
    let (days, since) = (words::days((day - last).num_days()), words::day(last));
    let message = text!(
        "deze melding ligt al {days} stil: sinds {since} is er niets vastgelegd, en er loopt geen termijn",
        "nothing was recorded of this report for {days}, since {since}, and no term runs for it",
        days,
        since
    );
    let duties = docket.duties(day);
    let steps: Vec<Text> =
        duties.iter().flat_map(Duty::steps).map(|step| naming::same(naming::command(docket, &step.id))).collect();
    let take = naming::any_of(&steps);
    let remedy = text!("pak haar op: {take}", "take it up: {take}", take);
    let rule = RuleRef::new("channels", &docket.case().intake.channel);
    let said = Message::new(message, remedy).weighing(Severity::Hint);
    Some(Placed { at: Route::root().key("received"), rule: Some(rule), said })
}

/// A recurring notice that did not come.
fn notice(docket: &Docket<'_>, term: &Term, due: NaiveDate, day: NaiveDate) -> Placed {
    let (name, last) = (words::term(docket, &term.id), words::day(due));
    let days = words::days((day - due).num_days());
    let message = text!(
        "{name}: het volgende bericht is {days} te laat, de laatste dag was {last}",
        "{name}: the next notice is {days} late, its last day was {last}",
        name,
        days,
        last
    );
    let take = naming::command(docket, term.step.as_deref().unwrap_or_default());
    let remedy = text!("zet de stap alsnog: {take}", "take the step now: {take}");
    Placed {
        at: Route::root().key("log"),
        rule: Some(RuleRef::new("terms", &term.id)),
        said: Message::new(message, remedy),
    }
}

fn overdue(docket: &Docket<'_>, clock: &Clock<'_>, day: NaiveDate) -> Placed {
    let (term, due) = (words::term(docket, &clock.term.id), words::day(clock.due.on));
    let days = words::days((day - clock.due.on).num_days());
    let reckoned = words::reckoning(docket, &clock.term.id, &clock.due);
    let message = text!(
        "{term} is {days} voorbij: de laatste dag was {due} ({reckoned})",
        "{term} has been over for {days}: its last day was {due} ({reckoned})",
        term,
        days,
        due,
        reckoned
    );
    let said = Message::new(message, remedy(docket, clock));
    let said = if clock.term.hard { said } else { said.weighing(Severity::Hint) };
    Placed { at: words::start(clock), rule: Some(RuleRef::new("terms", &clock.term.id)), said }
}

/// The command of the step that stops the clock, or of the steps that may; the first on the way there when none can yet.
fn remedy(docket: &Docket<'_>, clock: &Clock<'_>) -> Text {
    let regulation = &docket.version.regulation;
    let ends: Vec<&Step> = clock.open.iter().filter_map(|id| regulation.step(id)).collect();
    let Some(end) = ends.first() else { return text!("", "") };
    let reason = if clock.term.hard {
        text!(", met `--late \"<reden>\"`", ", with `--late \"<reason>\"`")
    } else {
        text!("", "")
    };
    let way = docket.progress.path_to(end);
    if docket.progress.obstacles(end).is_empty() || way.is_empty() {
        return now(docket, &ends, clock.term.until.all(), &reason);
    }
    // One that is demanded is enough; where the regulation leaves the choice, all that would do.
    let demanded = way.iter().find(|step| docket.progress.demanded(step));
    let first = demanded.map_or(way.as_slice(), std::slice::from_ref);
    let commands: Vec<Text> = first.iter().map(|step| naming::same(naming::command(docket, &step.id))).collect();
    let (first, last) = (naming::any_of(&commands), naming::step(regulation, &end.id));
    text!(
        "zet nu eerst: {first}; dan de stappen tot en met {last}{reason}",
        "first take: {first}; then the steps up to {last}{reason}",
        first,
        last,
        reason
    )
}

/// The steps that stop the clock, to be taken at once: one of them, or each.
fn now(docket: &Docket<'_>, ends: &[&Step], each: bool, reason: &Text) -> Text {
    let mut commands = ends.iter().map(|step| step.id.as_str());
    let first = naming::command(docket, commands.next().unwrap_or_default());
    let others: Vec<String> = commands.map(|step| format!("`{step}`")).collect();
    let others = if others.is_empty() {
        text!("", "")
    } else {
        let all = others.join(", ");
        if each { text!(" (en {all})", " (and {all})") } else { text!(" (of {all})", " (or {all})") }
    };
    text!("zet de stap alsnog: {first}{others}{reason}", "take the step now: {first}{others}{reason}", others, reason)
}
