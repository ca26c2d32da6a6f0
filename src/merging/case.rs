//! Three versions of a case file become one.

use super::keys::{Of3, groups};
use super::log::{Logs, Ties};
use super::pieces::Pieces;
use super::reason::Conflict;
use crate::change::{EntryKey, compare_merge};
use crate::check::log_entries;
use crate::diagnostics::Severity;
use crate::yaml::Node;

/// The three versions: before both edits, and after each. `base` is empty when both made the file.
#[derive(Debug, Clone, Copy)]
pub struct Three<'a> {
    /// Before.
    pub base: &'a str,
    /// Ours.
    pub ours: &'a str,
    /// Theirs.
    pub theirs: &'a str,
}

/// One version taken apart.
struct Side<'a> {
    before: &'a str,
    pieces: Pieces,
    after: &'a str,
    body: &'a str,
    keys: Vec<EntryKey>,
    days: Vec<String>,
    destroyed: bool,
}

/// Brings the three together; `notes` does so for the free text below the front matter, line by line. Whether the result
/// is legal is not asked here.
pub fn merge(three: Three<'_>, ties: Ties, notes: &dyn Fn(Three<'_>) -> Option<String>) -> Result<String, Conflict> {
    let whole = Of3 { base: three.base, ours: three.ours, theirs: three.theirs };
    if let Some(text) = whole.simple() {
        return Ok(text.to_owned());
    }
    let (ours, theirs) = (side(three.ours)?, side(three.theirs)?);
    let base = if three.base.is_empty() { nothing(&ours) } else { side(three.base)? };
    if !base.destroyed && ours.destroyed != theirs.destroyed {
        return Err(Conflict::Destroyed);
    }
    let sides = Of3 { base, ours, theirs };
    let logs = Logs { keys: sides.map(|s| s.keys.as_slice()), days: sides.map(|s| s.days.as_slice()), ties };
    let front = groups(&sides.map(|s| s.pieces.clone()), "", &logs)?.text();
    let before = sides.map(|s| s.before).simple().ok_or(Conflict::Layout)?;
    let after = sides.map(|s| s.after).simple().ok_or(Conflict::Layout)?;
    let body = sides.map(|s| s.body);
    let body = match body.simple() {
        Some(body) => body.to_owned(),
        None => notes(Three { base: body.base, ours: body.ours, theirs: body.theirs }).ok_or(Conflict::Notes)?,
    };
    let merged = [before, &front, after, &body].concat();
    holds_both(&merged, &sides)?;
    Ok(merged)
}

/// The result is read again: it must be a case, and hold every entry of both.
fn holds_both(merged: &str, sides: &Of3<Side<'_>>) -> Result<(), Conflict> {
    let (case, tree, faults) = crate::case::read(merged);
    if case.is_none() || faults.iter().any(|f| f.severity() == Severity::Error) {
        return Err(Conflict::Layout);
    }
    let result = log_entries(&tree);
    let compared = compare_merge(&[&sides.ours.keys, &sides.theirs.keys], &result);
    if compared.is_allowed() && compared.added.is_empty() { Ok(()) } else { Err(Conflict::Rewritten) }
}

fn side(source: &str) -> Result<Side<'_>, Conflict> {
    let front = crate::case::split(source).0.ok_or(Conflict::Unreadable)?;
    let (case, tree, _) = crate::case::read(source);
    let case = case.ok_or(Conflict::Unreadable)?;
    let part = |from: usize, to: usize| source.get(from..to).ok_or(Conflict::Unreadable);
    let data = part(front.data.start, front.data.end)?;
    let (inner, _) = crate::yaml::parse(data, 0);
    let inner: Node = inner.ok_or(Conflict::Unreadable)?;
    let pieces = Pieces::of(data, &inner).filter(|p| p.text() == data).ok_or(Conflict::Layout)?;
    Ok(Side {
        before: part(0, front.data.start)?,
        pieces,
        after: part(front.data.end, front.body.start)?,
        body: part(front.body.start, front.body.end)?,
        keys: log_entries(&tree),
        days: case.log.iter().map(|entry| entry.on.to_string()).collect(),
        destroyed: case.destroyed.is_some(),
    })
}

/// What there was before a file that both made.
fn nothing<'a>(ours: &Side<'a>) -> Side<'a> {
    Side {
        before: ours.before,
        pieces: Pieces::default(),
        after: ours.after,
        body: "",
        keys: Vec::new(),
        days: Vec::new(),
        destroyed: false,
    }
}
