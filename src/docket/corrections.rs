//! What a correction names: an entry that it annuls, the receipt, or a fact of the case.

use std::collections::BTreeSet;

use crate::case::LogEntry;
use crate::regulation::CORRECTION;

/// What a correction names in place of an entry when it puts the receipt right.
pub const RECEIPT: &str = "received";

/// The fact that a correction names in place of an entry or the receipt: `severity`, `topics`, `source`, `fields.<id>`, or the
/// key of a party.
#[must_use]
pub fn corrected_fact(entry: &LogEntry) -> Option<&str> {
    let of = entry.of.as_deref().filter(|_| entry.step == CORRECTION)?;
    (of != RECEIPT && of.parse::<usize>().is_err()).then_some(of)
}

/// Whether a word names a fact of a case.
#[must_use]
pub(super) fn is_fact(of: &str) -> bool {
    let party = of.strip_prefix('p').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    party
        || matches!(of, "severity" | "topics" | "source")
        || of.strip_prefix("fields.").is_some_and(|id| !id.is_empty())
}

/// Whether an entry puts the receipt right: the day or the channel by which the complaint came in.
#[must_use]
pub fn corrects_receipt(entry: &LogEntry) -> bool {
    entry.step == CORRECTION && entry.of.as_deref() == Some(RECEIPT)
}

/// The numbers (from 0) of the entries that a correction annuls. A file counts entries from 1.
pub(super) fn annulled(log: &[LogEntry]) -> BTreeSet<usize> {
    log.iter().enumerate().filter_map(|(index, entry)| annuls(index, entry)).collect()
}

/// The number (from 0) of the entry that the entry at `index` annuls; nothing when it is no correction of one above it.
#[must_use]
pub(super) fn annuls(index: usize, entry: &LogEntry) -> Option<usize> {
    let of = entry.of.as_deref().filter(|_| entry.step == CORRECTION)?.parse::<usize>().ok();
    of.filter(|n| (1..=index).contains(n)).map(|n| n - 1)
}
