//! Two versions of one case's log compared: what was logged stays, what is new comes at the end. Knows neither git nor
//! the regulation: it gets the entries as texts.

mod compare;
mod entry;
mod matching;
mod merge;
#[cfg(test)]
#[path = "../../tests/unit/change/tests.rs"]
mod tests;

pub(crate) use compare::{Difference, compare};
pub(crate) use entry::EntryKey;
pub(crate) use merge::compare_merge;
