//! Two people's edits of one case brought together: entries that both appended, in order of date; everything else key by
//! key. Every byte of what is not concerned stays. Where it cannot be done, it says why; it never guesses. The server does
//! not rely on it: whatever was merged is judged as any other commit.
//!
//! - `pieces`: a text taken apart into keys or items, and put together again byte for byte.
//! - `keys`: three versions of a group, key by key. `log`: three versions of the log.
//! - `attributes`: which driver git uses for cases.
//! - `ends`: line ends of one kind. `case`: a whole case file. `legal`: which order of entries `check` accepts.
//! - `keep`: two entries of which only one may stand. `yearbook`: a yearbook, row by row.

mod attributes;
mod case;
mod ends;
mod keep;
mod keys;
mod legal;
mod log;
mod pieces;
mod reason;
#[cfg(test)]
#[path = "../../tests/unit/merging/tests.rs"]
mod tests;
mod yearbook;

pub(crate) use attributes::{ATTRIBUTES, merges_of};
pub use case::Three;
pub(crate) use ends::alike;
pub(crate) use keep::{Kept, apart, merge_keeping};
pub use legal::merge_legally;
pub(crate) use reason::Conflict;
pub(crate) use yearbook::merge_yearbook;
