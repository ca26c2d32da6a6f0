//! Which term of a regulation is the one that figures speak of, and how a complaint kept it.

use chrono::NaiveDate;

use crate::counting::codes::{EXTENDED, HALF, IN_TIME, LATE, NONE, NOT_APPLICABLE, ONCE, OPEN, SEVERAL, WHOLE};
use crate::docket::{Clock, ClockState, Docket};
use crate::regulation::{For, Regulation, Term};

/// The handling term: it runs from receipt until the outcome is told, or else until the complaint is resolved, judged or closed.
/// A regulation without one has none.
#[must_use]
pub fn handling(regulation: &Regulation) -> Option<&Term> {
    let marks = &regulation.milestones;
    let ends = [&marks.outcome, &marks.resolved, &marks.judgement, &marks.closing];
    ends.into_iter().flatten().find_map(|step| from_receipt_until(regulation, step))
}

/// The term for the acknowledgement, where the regulation sets one.
#[must_use]
pub fn acknowledgement(regulation: &Regulation) -> Option<&Term> {
    from_receipt_until(regulation, regulation.milestones.acknowledgement.as_deref()?)
}

fn from_receipt_until<'a>(regulation: &'a Regulation, step: &str) -> Option<&'a Term> {
    let ends_there = |t: &&Term| {
        let runs = t.every.is_none() && t.from == "received" && t.belongs_to != For::Report;
        runs && t.until.iter().any(|u| u == step)
    };
    regulation.terms.iter().find(ends_there)
}

/// How one clock was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// In time, extended, late, not applicable or open.
    pub timeliness: &'static str,
    /// The same, with the original term in halves.
    pub band: &'static str,
    /// How often it was extended: none, once, several times.
    pub extension: &'static str,
}

const NEVER: Kept = Kept { timeliness: NOT_APPLICABLE, band: NOT_APPLICABLE, extension: NONE };

fn first_clock<'d, 'a>(docket: &'d Docket<'a>, term: &Term) -> Option<&'d Clock<'a>> {
    docket.timetable.clocks.iter().find(|clock| clock.term.id == term.id)
}

/// How the first clock of a term was kept. The extended end counts only for what came after the original one.
#[must_use]
pub fn kept(docket: &Docket<'_>, term: Option<&Term>) -> Kept {
    let Some(clock) = term.and_then(|term| first_clock(docket, term)) else { return NEVER };
    let (timeliness, band) = match clock.state {
        // A term that the end of the case did not stop never came to anything.
        ClockState::Running | ClockState::Suspended if docket.progress.ended.is_some() => return NEVER,
        ClockState::Running | ClockState::Suspended => (OPEN, OPEN),
        ClockState::Stopped { on, .. } => stopped(clock, on),
    };
    let extension = match clock.due.extensions {
        0 => NONE,
        1 => ONCE,
        _ => SEVERAL,
    };
    Kept { timeliness, band, extension }
}

/// The timeliness and the band of a clock that was stopped.
fn stopped(clock: &Clock<'_>, on: NaiveDate) -> (&'static str, &'static str) {
    let original = clock.due.original;
    let half = 2 * (on - clock.from).num_days() <= (original - clock.from).num_days();
    if on <= original {
        (IN_TIME, if half { HALF } else { WHOLE })
    } else if on <= clock.due.on {
        (EXTENDED, EXTENDED)
    } else {
        (LATE, LATE)
    }
}

/// The last day for an acknowledgement that was not given and still can be: after it, it counts as late.
#[must_use]
pub fn acknowledgement_due(docket: &Docket<'_>) -> Option<NaiveDate> {
    let clock = first_clock(docket, acknowledgement(docket.progress.regulation())?)?;
    (clock.state == ClockState::Running).then_some(clock.due.on)
}

/// Whether receipt was acknowledged in time. While it still may be, that is not known and so does not apply.
#[must_use]
pub fn acknowledged(docket: &Docket<'_>, on: NaiveDate) -> &'static str {
    let regulation = docket.progress.regulation();
    let Some(term) = acknowledgement(regulation) else { return NOT_APPLICABLE };
    let Some(clock) = first_clock(docket, term) else { return NOT_APPLICABLE };
    let step = regulation.milestones.acknowledgement.as_deref();
    let given = docket.progress.taken.iter().any(|t| Some(t.step.id.as_str()) == step);
    if clock.late(Some(on)) {
        LATE
    } else if given {
        IN_TIME
    } else {
        // Withdrawn before it was due, or still within the term.
        NOT_APPLICABLE
    }
}
