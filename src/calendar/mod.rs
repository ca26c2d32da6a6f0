//! Durations as people write them, the days on which nothing is open, and the counting of terms.
//!
//! The day of the trigger is day 0, a term is a calendar date, and it is not overdue on its last day. Holidays follow from
//! the Algemene termijnenwet (art. 3); the days equated with them by decree are data (`equated.rs`), not a formula.
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
mod spoken;
mod term;

#[cfg(test)]
#[path = "../../tests/unit/calendar/tests/mod.rs"]
mod tests;

pub use counting::Counting;
pub(crate) use date::{DateError, MONTHS_EN, date_words};
pub use date::{MONTHS_NL, parse_date};
pub use day_words::day_words;
pub(crate) use days::{Days, Dutch};
pub use duration::Unit;
pub(crate) use duration::{Duration, DurationError};
pub(crate) use equated::{covered, last_covered};
pub(crate) use holidays::Closed;
pub use holidays::closed;
pub use pause::{End, Pause, Resumed};
pub(crate) use spoken::{SpokenDay, Toward, number_word};
pub use term::due;
pub(crate) use term::{Reckoning, due_by};
