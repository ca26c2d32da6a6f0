//! P535: every term can be met.

use super::{Remark, Subject, item, names};
use crate::calendar::{Duration, Unit};
use crate::diagnostics::{Severity, text};
use crate::regulation::{Extension, Regulation, Term, Version};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P535.md"));

/// Terms that nobody can meet.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let version = subject.version;
    let explored = subject.workflow.explored(version).filter(|e| e.complete);
    let mut found = Vec::new();
    for (index, term) in version.regulation.terms.iter().enumerate() {
        let stoppable = explored.is_none_or(|e| e.stoppable.get(index).copied().unwrap_or_default());
        if !stoppable || backwards(version, term) {
            found.push(never_stops(&version.regulation, index, term));
        }
        found.extend(agreed_too_late(version, index, term));
        found.extend(never_due(&version.regulation, index, term));
    }
    for (index, rule) in version.regulation.extensions.iter().enumerate() {
        found.extend(extension(version, index, rule));
    }
    found
}

/// Whether every step that stops the clock has always been taken, for the last time, before the clock starts.
fn backwards(version: &Version, term: &Term) -> bool {
    let spent = |id: &String| {
        let again = version.regulation.step(id).is_none_or(|s| !s.once || s.each_round);
        *id != term.from && !again && version.precedence.precedes(id, &term.from)
    };
    if term.until.all() { term.until.iter().any(spent) } else { !term.until.is_empty() && term.until.iter().all(spent) }
}

fn never_stops(regulation: &Regulation, index: usize, term: &Term) -> Remark {
    let (id, until) = (&term.id, names::list(term.until.iter().map(String::as_str)));
    let name =
        if term.from == "received" { text!("de ontvangst", "receipt") } else { names::step(regulation, &term.from) };
    Remark::on(
        item("terms", index).key("until"),
        Message::new(
            text!(
                "de termijn `{id}` eindigt nooit: na {name} kan {until} niet meer worden gezet",
                "the term `{id}` never ends: after {name}, {until} can no longer be taken",
                name
            ),
            text!("verbeter `from` of `until` van de termijn", "correct `from` or `until` of the term"),
        ),
    )
}

/// Whether the step can only come after every step that stops the term's clock.
fn after_the_clock(version: &Version, term: &Term, step: &str) -> bool {
    !term.until.is_empty() && term.until.iter().all(|until| version.precedence.precedes(until, step))
}

fn agreed_too_late(version: &Version, index: usize, term: &Term) -> Option<Remark> {
    let agreed = term.agreed.as_ref().filter(|a| after_the_clock(version, term, &a.step))?;
    let name = names::step(&version.regulation, &agreed.step);
    let id = &term.id;
    Some(Remark::on(
        item("terms", index).key("agreed"),
        Message::new(
            text!(
                "de datum van de termijn `{id}` wordt pas afgesproken in {name}, als de klok al stilstaat",
                "the date of the term `{id}` is agreed only in {name}, when the clock has stopped",
                name
            ),
            text!(
                "laat de datum eerder afspreken, of de klok later stoppen",
                "let the date be agreed earlier, or the clock stop later"
            ),
        ),
    ))
}

/// At least and at most so many days.
fn days(duration: Duration) -> (u32, u32) {
    let n = duration.count();
    match duration.unit() {
        Unit::CalendarDays => (n, n),
        Unit::WorkingDays => (n, n.saturating_mul(3).saturating_add(10)),
        Unit::Weeks => (n.saturating_mul(7), n.saturating_mul(7)),
        Unit::Months => (n.saturating_mul(28), n.saturating_mul(31)),
        Unit::Years => (n.saturating_mul(365), n.saturating_mul(366)),
    }
}

/// A step that recurs in longer spans than the whole takes.
fn never_due(regulation: &Regulation, index: usize, term: &Term) -> Option<Remark> {
    let every = term.every?;
    let whole = regulation.terms.iter().find(|other| {
        let extended = regulation.extensions.iter().any(|x| x.terms.contains(&other.id));
        let within = other.within.is_some_and(|w| days(w).1 <= days(every).0);
        let same = other.from == term.from && term.until.iter().all(|u| other.until.contains(u));
        other.hard && !extended && within && same && other.when.is_none()
    })?;
    let (id, other) = (&term.id, &whole.id);
    let words = Message::new(
        text!(
            "de termijn `{id}` komt nooit aan de beurt: `{other}` is dan al voorbij",
            "the term `{id}` never falls due: `{other}` is over by then"
        ),
        text!("kies een kortere `every`, of laat deze termijn weg", "choose a shorter `every`, or leave this term out"),
    );
    Some(Remark::on(item("terms", index).key("every"), words.weighing(Severity::Warning)))
}

fn extension(version: &Version, index: usize, rule: &Extension) -> Vec<Remark> {
    let regulation = &version.regulation;
    let mut found = Vec::new();
    let name = names::step(regulation, &rule.step);
    for (nth, term) in rule.terms.iter().enumerate().filter_map(|(n, id)| Some((n, regulation.term(id)?))) {
        let (at, id) = (item("extensions", index).key("terms").index(nth), &term.id);
        if !term.extendable {
            found.push(Remark::on(
                at,
                Message::new(
                    text!(
                        "de termijn `{id}` kan niet worden verlengd (`extendable: false`)",
                        "the term `{id}` cannot be extended (`extendable: false`)"
                    ),
                    text!(
                        "haal de termijn hier weg, of laat `extendable` weg",
                        "take the term out here, or leave out `extendable`"
                    ),
                ),
            ));
        } else if after_the_clock(version, term, &rule.step) {
            found.push(Remark::on(
                at,
                Message::new(
                    text!(
                        "{name} kan pas als de termijn `{id}` al voorbij is",
                        "{name} is possible only when the term `{id}` is over",
                        name
                    ),
                    text!(
                        "laat uitstel eerder melden: verbeter `after` van die stap",
                        "let notice be given earlier: correct `after` of that step"
                    ),
                ),
            ));
        }
    }
    found
}
