//! How the family names things: steps, terms, days, and the way to the last day of a term.

use chrono::NaiveDate;

use crate::calendar::date_words;
use crate::diagnostics::{Text, text};
use crate::docket::{Clock, Docket, Due, Waits};
use crate::naming;
use crate::regulation::Hold;
use crate::yaml::Route;

/// The line that gives account of being late.
pub fn account() -> Text {
    let flag = naming::by_step("late");
    text!(
        "zet bij deze stap de regel `late: \"<reden>\"`{flag}",
        "add the line `late: \"<reason>\"` to this step{flag}",
        flag
    )
}

/// A step, by its name in the regulation.
pub(super) fn step(docket: &Docket<'_>, id: &str) -> Text {
    naming::step(&docket.version.regulation, id)
}

/// A term by its printed name and its id.
pub(super) fn term(docket: &Docket<'_>, id: &str) -> Text {
    naming::term(&docket.version.regulation, id)
}

/// A day of the calendar.
pub(super) fn day(date: NaiveDate) -> Text {
    date_words(date)
}

/// A number of days.
pub(super) fn days(count: i64) -> Text {
    if count == 1 { text!("1 dag", "1 day") } else { text!("{count} dagen", "{count} days") }
}

/// How many times.
pub(super) fn times(count: usize) -> Text {
    if count == 1 { text!("1 keer", "once") } else { text!("{count} keer", "{count} times") }
}

/// Texts with something between them.
pub(super) fn join(parts: &[Text], by: &str) -> Text {
    let [nl, en] = [|part: &Text| part.nl.clone(), |part: &Text| part.en.clone()]
        .map(|side| parts.iter().map(side).collect::<Vec<_>>().join(by));
    Text::new(nl, en)
}

/// That a step came after its term, by how much, and how the last day was reached. A step that only ended the term, as a
/// withdrawal or a ruling does, is not late itself.
pub(super) fn late(docket: &Docket<'_>, term: &str, step: &str, due: &Due, on: NaiveDate) -> Text {
    let reckoned = reckoning(docket, term, due);
    let until = docket.version.regulation.term(term).is_none_or(|term| term.until.iter().any(|s| s == step));
    let (step, term) = (self::step(docket, step), self::term(docket, term));
    let (late, on, last) = (days((on - due.on).num_days()), day(on), day(due.on));
    if !until {
        return text!(
            "{term} was {late} voorbij toen {step} er op {on} een einde aan maakte: hij liep tot en met {last} ({reckoned})",
            "{term} was {late} over when {step} put an end to it on {on}: it ended {last} ({reckoned})",
            term,
            late,
            step,
            on,
            last,
            reckoned
        );
    }
    text!(
        "{step} is {late} te laat: gezet op {on}, {term} liep tot en met {last} ({reckoned})",
        "{step} is {late} late: taken on {on}, {term} ended {last} ({reckoned})",
        step,
        late,
        on,
        term,
        last,
        reckoned
    )
}

/// How the last day of a term was reached: the count, or the agreement, then suspension and extension.
pub(super) fn reckoning(docket: &Docket<'_>, term: &str, due: &Due) -> Text {
    let first = due.reckoning.as_ref().map_or_else(
        || {
            let on = day(due.agreed.unwrap_or(due.original));
            text!("afgesproken: {on}", "agreed: {on}", on)
        },
        |counted| counted.summary(&event(docket, term, counted.start)),
    );
    let mut parts = vec![first];
    if let Some(stood) = due.stood_still() {
        parts.push(text!(
            "{stood} stilgestaan tot de klacht volledig was",
            "suspended for {stood} until the complaint was complete",
            stood
        ));
    }
    if due.extensions > 0 {
        let to = day(due.on);
        parts.push(text!("verlengd tot en met {to}", "extended to {to}", to));
    }
    join(&parts, "; ")
}

/// What started a term, for the beginning of its reckoning.
fn event(docket: &Docket<'_>, term: &str, start: NaiveDate) -> Text {
    let from = docket.version.regulation.term(term).map_or("received", |term| term.from.as_str());
    if from != "received" {
        let name = docket.version.regulation.step_name(from);
        return text!("“{name}”", "“{name}”", name);
    }
    if Some(start) == docket.case().received {
        text!("ontvangen", "received")
    } else if start == docket.progress.started {
        text!("klacht geworden", "became a complaint")
    } else {
        text!("heropend", "re-opened")
    }
}

/// Where a clock was started: the entry's date, or the date of receipt.
pub(super) fn start(clock: &Clock<'_>) -> Route {
    let begun = clock.started_by.filter(|_| clock.term.from != "received" || clock.thing.is_some());
    begun.map_or_else(|| Route::root().key("received"), |index| Route::root().key("log").index(index).key("on"))
}

/// What stops destruction.
pub(super) fn hold(hold: Hold, docket: &Docket<'_>) -> Text {
    let ruled = docket.progress.open_escalation().is_some_and(|(_, waits)| waits == Waits::ForExecution);
    match hold {
        Hold::OpenEscalation if ruled => {
            text!("de uitspraak is nog niet uitgevoerd", "the ruling is still to be carried out")
        }
        Hold::OpenEscalation => {
            text!("de klacht ligt nog bij een externe instantie", "the complaint is still before an external body")
        }
        Hold::OpenMeasure => {
            text!("van een maatregel is nog niet nagegaan of die is uitgevoerd", "a measure is not verified yet")
        }
        Hold::OpenSatisfaction => {
            text!("er is nog niet gevraagd of de klager tevreden is", "satisfaction was not asked yet")
        }
        Hold::Legal => text!("er staat een juridische bewaarplicht (`legal_hold`)", "there is a `legal_hold`"),
    }
}
