//! Three versions of the log. What was logged stays; what both appended comes in order of date.

use super::keys::Of3;
use super::pieces::{Piece, Pieces};
use super::reason::Conflict;
use crate::change::{Difference, EntryKey, compare};

/// Which of two entries of one day comes first; tried one after the other until the result is legal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ties {
    /// The one whose text comes first: the same for both people, whoever merges.
    ByText,
    /// Ours.
    Ours,
    /// Theirs.
    Theirs,
    /// All of ours, whatever the days: where theirs are laid upon ours one commit after the other, as `git rebase` does, what comes
    /// later in history must come later in the log.
    After,
}

/// What the three logs say, entry by entry, and what goes first on one day.
pub(super) struct Logs<'a> {
    /// The entries as neutral texts.
    pub keys: Of3<&'a [EntryKey]>,
    /// The day of each entry.
    pub days: Of3<&'a [String]>,
    /// Which comes first.
    pub ties: Ties,
}

/// An entry that one side appended.
#[derive(Debug, Clone, Copy)]
struct New<'a> {
    piece: &'a Piece,
    key: &'a str,
    day: &'a str,
}

impl Logs<'_> {
    /// The log that holds what both hold.
    pub(super) fn merged(&self, three: &Of3<Pieces>) -> Result<String, Conflict> {
        let (base, ours, theirs) = (self.keys.base, self.keys.ours, self.keys.theirs);
        let appended = |side: &[EntryKey]| matches!(compare(base, side)[..], [Difference::Appended(_)]);
        if !appended(ours) || !appended(theirs) {
            return Err(Conflict::Rewritten);
        }
        if [(&three.base, base), (&three.ours, ours), (&three.theirs, theirs)]
            .iter()
            .any(|(p, k)| p.list.len() != k.len())
        {
            return Err(Conflict::Layout);
        }
        let kept = base.len();
        let mine = news(&three.ours, ours, self.days.ours, kept);
        let mut others = news(&three.theirs, theirs, self.days.theirs, kept);
        // What both appended word for word was done once.
        others.retain(|new| !mine.iter().any(|m| m.key == new.key));
        let new = woven(&mine, &others, self.ties);
        let side = if kept == 0 { &three.ours } else { &three.base };
        let mut merged = Pieces { head: side.head.clone(), ..Pieces::default() };
        merged.list.extend(three.base.list.iter().cloned());
        let gap = gap(three, kept);
        for entry in new {
            let lead = if merged.list.is_empty() { String::new() } else { lead(entry.piece, &gap) };
            let own = entry.piece.own.clone();
            merged.list.push(Piece { key: String::new(), lead, own });
        }
        merged.tail.clone_from(&three.ours.tail);
        Ok(merged.text())
    }
}

fn news<'a>(pieces: &'a Pieces, keys: &'a [EntryKey], days: &'a [String], kept: usize) -> Vec<New<'a>> {
    let all = pieces.list.iter().zip(keys).zip(days).skip(kept);
    all.map(|((piece, key), day)| New { piece, key: &key.text, day }).collect()
}

/// Both sides' new entries in order of date, each side's in its own order.
fn woven<'a>(ours: &[New<'a>], theirs: &[New<'a>], ties: Ties) -> Vec<New<'a>> {
    let (mut ours, mut theirs) = (ours.iter().peekable(), theirs.iter().peekable());
    let mut woven = Vec::new();
    loop {
        let first = match (ours.peek(), theirs.peek()) {
            (Some(_), Some(_)) if ties == Ties::After => true,
            (Some(a), Some(b)) if a.day == b.day => match ties {
                Ties::ByText => a.key <= b.key,
                Ties::Ours | Ties::After => true,
                Ties::Theirs => false,
            },
            (Some(a), Some(b)) => a.day < b.day,
            (Some(_), None) => true,
            (None, _) => false,
        };
        match if first { ours.next() } else { theirs.next() } {
            Some(next) => woven.push(*next),
            None => return woven,
        }
    }
}

/// What stands between two entries: as before the first that somebody appended.
fn gap(three: &Of3<Pieces>, kept: usize) -> String {
    let at = kept.max(1);
    let lead = |p: &Pieces| p.list.get(at).map(|p| p.lead.clone());
    lead(&three.ours).or_else(|| lead(&three.theirs)).unwrap_or_default()
}

/// A comment before an entry goes with it; an entry that was the first of its list has no gap of its own.
fn lead(piece: &Piece, gap: &str) -> String {
    if !piece.lead.is_empty() {
        return piece.lead.clone();
    }
    if gap.trim().is_empty() { gap.to_owned() } else { String::new() }
}
