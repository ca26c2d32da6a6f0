//! T309: for the year in which a term ends, the equated days are known.

use super::words;
use crate::diagnostics::{Text, text};
use crate::docket::{Clock, Docket};
use crate::regulation::RuleRef;
use crate::rules::{Message, Placed, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/T309.md"));

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
    let regulation = &docket.version.regulation;
    let own = regulation.calendar.is_some() || clock.term.calendar.is_some() || clock.term.pauses.is_some();
    let said = if own { of_the_regulation(&term, &day, &years) } else { of_the_program(&term, &day, &years) };
    let rule = Some(RuleRef::new("terms", &clock.term.id));
    Some(Placed { at: words::start(clock), rule, said })
}

fn of_the_program(term: &Text, day: &Text, years: &str) -> Message {
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
    Message::new(message, remedy)
}

fn of_the_regulation(term: &Text, day: &Text, years: &str) -> Message {
    let message = text!(
        "{term} eindigt {day}, maar de vrije dagen van {years} zijn niet bekend",
        "{term} ends {day}, but the closed days of {years} are not known",
        term,
        day
    );
    let remedy = text!(
        "vul de kalender van de regeling aan: `closed`, en `known_until`",
        "add to the calendar of the regulation: `closed`, and `known_until`"
    );
    Message::new(message, remedy)
}
