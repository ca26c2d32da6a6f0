//! Three versions of a yearbook become one: key by key, and what both added to a list of it one after the other.

use super::case::Three;
use super::keys::{Of3, groups};
use super::log::{Logs, Ties};
use super::pieces::Pieces;
use super::reason::Conflict;
use crate::diagnostics::Severity;
use crate::yearbook::read_yearbook;

/// Brings the three together; `base` is empty when both made the file. Whether rows and destroyed cases agree is not asked here:
/// the other files of the merge are not known.
pub fn merge_yearbook(three: Three<'_>) -> Result<String, Conflict> {
    let whole = Of3 { base: three.base, ours: three.ours, theirs: three.theirs };
    if let Some(text) = whole.simple() {
        return Ok(text.to_owned());
    }
    let base = if three.base.trim().is_empty() { Pieces::default() } else { pieces(three.base)? };
    let sides = Of3 { base, ours: pieces(three.ours)?, theirs: pieces(three.theirs)? };
    let none: &[_] = &[];
    let days: &[_] = &[];
    let logs = Logs {
        keys: Of3 { base: none, ours: none, theirs: none },
        days: Of3 { base: days, ours: days, theirs: days },
        ties: Ties::Ours,
    };
    let merged = groups(&sides, "", &logs)?.text();
    let read = read_yearbook(&merged);
    let broken = read.value.is_none() || read.faults.iter().any(|fault| fault.severity() == Severity::Error);
    if broken { Err(Conflict::Layout) } else { Ok(merged) }
}

fn pieces(source: &str) -> Result<Pieces, Conflict> {
    let node = crate::yaml::parse(source, 0).0.ok_or(Conflict::Unreadable)?;
    Pieces::of(source, &node).filter(|p| p.text() == source && source.ends_with('\n')).ok_or(Conflict::Layout)
}
