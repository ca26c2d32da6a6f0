//! # P535: term-cannot-be-met
//!
//! ## What it checks
//!
//! Once its clock runs, one of the steps in `until` can be taken and does not always come before `from`. An agreed
//! date is agreed before the clock stops; notice of an extension can be given before it; a term that cannot be
//! extended has no extension; a step that recurs falls due at least once within the term.
//!
//! ## Why
//!
//! A deadline that cannot be met, or that comes after the fact, makes everybody late or nobody.
//!
//! ## Example
//!
//! ```yaml
//! terms:
//!   - {id: oordeel, from: oordeel-gegeven, until: [gehoord], within: 2 weeks}   # the wrong way round
//! ```
//!
//! ## How to put it right
//!
//! The message says which step comes too late. Correct `from`, `until` or the order of the steps.
//!
//! ---
//!
//! # P535: term-cannot-be-met
//!
//! ## Wat wordt nagekeken
//!
//! Loopt de klok, dan kan een van de stappen van `until` worden gezet, en die komt niet altijd vóór `from`. Een
//! afgesproken datum wordt afgesproken voordat de klok stopt; uitstel kan daarvóór worden gemeld; een termijn die niet
//! verlengd kan worden, heeft geen uitstel; een stap die zich herhaalt, is binnen de termijn minstens één keer aan de
//! beurt.
//!
//! ## Waarom
//!
//! Een termijn die niet te halen is, of achteraf komt, maakt iedereen te laat of niemand.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! terms:
//!   - {id: oordeel, from: oordeel-gegeven, until: [gehoord], within: 2 weeks}   # the wrong way round
//! ```
//!
//! ## Zo zet u het recht
//!
//! De melding zegt welke stap te laat komt. Verbeter `from`, `until` of de volgorde van de stappen.

use super::super::Rule;
use super::{Remark, Subject, item, names, said};
use crate::calendar::{Duration, Unit};
use crate::diagnostics::Severity;
use crate::regulation::{Extension, Regulation, Term, Version};

/// The rule.
pub static RULE: Rule = Rule {
    code: "P535",
    name: "term-cannot-be-met",
    severity: Severity::Error,
    summary: ("Elke termijn kan worden gehaald.", "Every term can be met."),
    source: include_str!("p535.rs"),
};

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
    let (nl, en) = if term.from == "received" {
        ("de ontvangst".to_owned(), "receipt".to_owned())
    } else {
        names::step(regulation, &term.from)
    };
    Remark::on(
        item("terms", index).key("until"),
        said(
            (format!("de termijn `{id}` eindigt nooit: na {nl} kan {until} niet meer worden gezet"), {
                format!("the term `{id}` never ends: after {en}, {until} can no longer be taken")
            }),
            ("verbeter `from` of `until` van de termijn", "correct `from` or `until` of the term"),
        ),
    )
}

/// Whether the step can only come after every step that stops the term's clock.
fn after_the_clock(version: &Version, term: &Term, step: &str) -> bool {
    !term.until.is_empty() && term.until.iter().all(|until| version.precedence.precedes(until, step))
}

fn agreed_too_late(version: &Version, index: usize, term: &Term) -> Option<Remark> {
    let agreed = term.agreed.as_ref().filter(|a| after_the_clock(version, term, &a.step))?;
    let (nl, en) = names::step(&version.regulation, &agreed.step);
    let id = &term.id;
    Some(Remark::on(
        item("terms", index).key("agreed"),
        said(
            (format!("de datum van de termijn `{id}` wordt pas afgesproken in {nl}, als de klok al stilstaat"), {
                format!("the date of the term `{id}` is agreed only in {en}, when the clock has stopped")
            }),
            (
                "laat de datum eerder afspreken, of de klok later stoppen",
                "let the date be agreed earlier, or the clock stop later",
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
    let words = said(
        (format!("de termijn `{id}` komt nooit aan de beurt: `{other}` is dan al voorbij"), {
            format!("the term `{id}` never falls due: `{other}` is over by then")
        }),
        ("kies een kortere `every`, of laat deze termijn weg", "choose a shorter `every`, or leave this term out"),
    );
    Some(Remark::on(item("terms", index).key("every"), words.as_grave_as(Severity::Warning)))
}

fn extension(version: &Version, index: usize, rule: &Extension) -> Vec<Remark> {
    let regulation = &version.regulation;
    let mut found = Vec::new();
    let (nl, en) = names::step(regulation, &rule.step);
    for (nth, term) in rule.terms.iter().enumerate().filter_map(|(n, id)| Some((n, regulation.term(id)?))) {
        let (at, id) = (item("extensions", index).key("terms").index(nth), &term.id);
        if !term.extendable {
            found.push(Remark::on(
                at,
                said(
                    (format!("de termijn `{id}` kan niet worden verlengd (`extendable: false`)"), {
                        format!("the term `{id}` cannot be extended (`extendable: false`)")
                    }),
                    (
                        "haal de termijn hier weg, of laat `extendable` weg",
                        "take the term out here, or leave out `extendable`",
                    ),
                ),
            ));
        } else if after_the_clock(version, term, &rule.step) {
            found.push(Remark::on(
                at,
                said(
                    (format!("{nl} kan pas als de termijn `{id}` al voorbij is"), {
                        format!("{en} is possible only when the term `{id}` is over")
                    }),
                    (
                        "laat uitstel eerder melden: verbeter `after` van die stap",
                        "let notice be given earlier: correct `after` of that step",
                    ),
                ),
            ));
        }
    }
    found
}
