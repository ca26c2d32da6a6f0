//! Terms that return: every so often, from a day until another.

use chrono::NaiveDate;

use super::counting::Counting;
use super::days::Dutch;
use super::duration::{Duration, Unit};
use super::term::{Reckoning, due_from};

/// Equal terms that follow each other without end; see [`spans`].
#[derive(Debug, Clone)]
pub struct Spans {
    anchor: NaiveDate,
    start: NaiveDate,
    times: u32,
    duration: Duration,
    counting: Counting,
}

/// Equal terms that follow each other from `start`. Each begins on the day on which the one before it nominally ends, so
/// that neither a holiday nor a short month shifts all that follow: monthly from 31 January is 28 February, then 31 March.
#[must_use]
pub fn spans(start: NaiveDate, duration: Duration, counting: Counting) -> Spans {
    Spans { anchor: start, start, times: 1, duration, counting }
}

/// Those of [`spans`] whose duration has ended on or before `until`, though their extended end may lie after it.
#[must_use]
pub fn spans_between(start: NaiveDate, until: NaiveDate, duration: Duration, counting: Counting) -> Vec<Reckoning> {
    spans(start, duration, counting).take_while(|span| span.nominal_end <= until).collect()
}

impl Iterator for Spans {
    type Item = Reckoning;

    fn next(&mut self) -> Option<Reckoning> {
        let span = due_from(self.anchor, self.times, self.start, self.duration, self.counting, &Dutch);
        // At the end of the calendar no term gets any further.
        if span.nominal_end <= self.start {
            return None;
        }
        self.start = span.nominal_end;
        // Working days are counted on from the last open day, all else from the anchor.
        if self.duration.unit() != Unit::WorkingDays {
            self.times = self.times.checked_add(1)?;
        }
        Some(span)
    }
}
