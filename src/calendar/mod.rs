//! Durations as people write them, the days on which nothing is open, and the counting of terms.
//!
//! The day of the trigger is day 0, a term is a calendar date, and it is not overdue on its last day. Holidays follow from
//! the Algemene termijnenwet (art. 3); the days equated with them by decree are data ([`equated_days`]), not a formula.
//! Each [`Reckoning`] can say how it came to its end.

mod counting;
mod date;
mod day_words;
mod days;
mod duration;
mod equated;
mod explain;
mod holidays;
mod pause;
mod spans;
mod term;

#[cfg(test)]
#[path = "../../tests/unit/calendar/tests/mod.rs"]
mod tests;

pub use counting::{Counting, CountingError};
pub use date::{DateError, MONTHS_EN, MONTHS_NL, date_words, parse_date};
pub use day_words::day_words;
pub use days::{Days, Dutch};
pub use duration::{Duration, DurationError, Unit};
pub use equated::{covered, equated_days, last_covered};
pub use holidays::{Closed, Holiday, closed, holidays};
pub use pause::{End, Pause, Resumed};
pub use spans::{Spans, spans, spans_between};
pub use term::{ClosedDay, Reckoning, ReckoningStep, due, due_by};
