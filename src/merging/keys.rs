//! Three versions of a group, key by key.

use super::log::Logs;
use super::pieces::{Piece, Pieces};
use super::reason::Conflict;
use crate::yaml::{Value, parse};

/// One thing in three versions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Of3<T> {
    pub base: T,
    pub ours: T,
    pub theirs: T,
}

impl<T: PartialEq + Copy> Of3<T> {
    /// What it becomes when at most one side changed it, or both in the same way.
    pub(super) fn simple(self) -> Option<T> {
        if self.ours == self.theirs || self.theirs == self.base {
            Some(self.ours)
        } else if self.ours == self.base {
            Some(self.theirs)
        } else {
            None
        }
    }
}

impl<T> Of3<T> {
    pub(super) fn map<'a, U>(&'a self, f: impl Fn(&'a T) -> U) -> Of3<U> {
        Of3 { base: f(&self.base), ours: f(&self.ours), theirs: f(&self.theirs) }
    }
}

/// Brings three groups together. `within` is the key they stand under, for saying where it went wrong.
pub(super) fn groups(three: &Of3<Pieces>, within: &str, logs: &Logs<'_>) -> Result<Pieces, Conflict> {
    let head = margin(three.map(|p| p.head.as_str())).ok_or(Conflict::Layout)?.to_owned();
    let tail = margin(three.map(|p| p.tail.as_str())).ok_or(Conflict::Layout)?.to_owned();
    let mut list = Vec::new();
    for key in order(three) {
        let found = three.map(|pieces| pieces.list.iter().find(|p| p.key == key));
        if let Some(piece) = piece(found, &key, within, logs)? {
            list.push(piece);
        }
    }
    Ok(Pieces { head, list, tail })
}

/// Blank lines and comments: where both changed only blank lines, ours will do.
fn margin(three: Of3<&str>) -> Option<&str> {
    let blank = |text: &str| text.trim().is_empty();
    three.simple().or_else(|| (blank(three.ours) && blank(three.theirs)).then_some(three.ours))
}

/// The keys of all three: those of ours in their order, those that only theirs has after the key they follow there.
fn order(three: &Of3<Pieces>) -> Vec<String> {
    let keys = |pieces: &Pieces| pieces.list.iter().map(|p| p.key.clone()).collect::<Vec<_>>();
    let mut order = keys(&three.ours);
    for side in [&three.theirs, &three.base] {
        let theirs = keys(side);
        for (at, key) in theirs.iter().enumerate() {
            if order.contains(key) {
                continue;
            }
            let mut before = theirs.get(..at).unwrap_or_default().iter().rev();
            let place = before.find_map(|b| order.iter().position(|o| o == b)).map_or(0, |p| p + 1);
            order.insert(place, key.clone());
        }
    }
    order
}

fn piece(found: Of3<Option<&Piece>>, key: &str, within: &str, logs: &Logs<'_>) -> Result<Option<Piece>, Conflict> {
    let place = if within.is_empty() { key.to_owned() } else { format!("{within}.{key}") };
    let own = found.map(|p| p.map(|p| p.own.as_str()));
    if let Some(own) = own.simple() {
        let lead = found.map(|p| p.map_or("", |p| p.lead.as_str()));
        // Whoever brought the key brought what stands before it.
        let brought = [found.ours, found.theirs].into_iter().flatten().next().map_or("", |p| p.lead.as_str());
        let lead = if found.base.is_none() { brought } else { margin(lead).ok_or(Conflict::Layout)? };
        return Ok(own.map(|own| Piece { key: key.to_owned(), lead: lead.to_owned(), own: own.to_owned() }));
    }
    let (Some(ours), Some(theirs)) = (found.ours, found.theirs) else { return Err(Conflict::Removed(place)) };
    let base = found.base.map_or("", |p| p.own.as_str());
    let own = within_value(Of3 { base, ours: &ours.own, theirs: &theirs.own }, &place, logs)?;
    let lead = found.map(|p| p.map_or("", |p| p.lead.as_str()));
    let lead = margin(lead).ok_or(Conflict::Layout)?.to_owned();
    Ok(Some(Piece { key: key.to_owned(), lead, own }))
}

/// Both changed what stands under a key: a group is brought together key by key, a list when both only added to it.
fn within_value(own: Of3<&str>, place: &str, logs: &Logs<'_>) -> Result<String, Conflict> {
    let both = || Conflict::Both(place.to_owned());
    let nodes = own.map(|text| parse(text, 0).0);
    let of = |node: &Option<crate::yaml::Node>, text: &str| {
        let value = node.as_ref().and_then(|n| n.entries().first()).map(|e| e.node.clone())?;
        match &value.value {
            // A list or group that is still empty has no pieces, only its own line.
            Value::List(items) if items.is_empty() => Some((value, Pieces::default())),
            Value::Null => Some((value, Pieces::default())),
            _ => Pieces::of(text, &value).map(|pieces| (value, pieces)),
        }
    };
    let (_, base) = of(&nodes.base, own.base).unwrap_or_else(|| (empty(), Pieces::default()));
    let (ours, theirs) = (of(&nodes.ours, own.ours).ok_or_else(both)?, of(&nodes.theirs, own.theirs).ok_or_else(both)?);
    let maps = matches!((&ours.0.value, &theirs.0.value), (Value::Map(_), Value::Map(_)));
    let lists = matches!((&ours.0.value, &theirs.0.value), (Value::List(_), Value::List(_)));
    let three = Of3 { base, ours: ours.1, theirs: theirs.1 };
    if maps {
        return groups(&three, place, logs).map(|p| p.text());
    }
    if lists && place == "log" {
        return logs.merged(&three);
    }
    // Figures are frozen once, by one of them.
    if !lists || place == "figures" { Err(both()) } else { added(&three, place == "tally").ok_or_else(both) }
}

fn empty() -> crate::yaml::Node {
    crate::yaml::Node { span: crate::yaml::Span::default(), value: Value::Null }
}

/// A list to which both added: what there was, what ours added, what theirs added and ours did not. Of `each` item there may be two
/// alike: a row of the tally stands for a case, and says nothing that tells it from another.
fn added(three: &Of3<Pieces>, each: bool) -> Option<String> {
    let begun = |side: &Pieces| {
        let first = side.list.get(..three.base.list.len())?;
        first.iter().zip(&three.base.list).all(|(a, b)| a.own == b.own).then_some(())
    };
    begun(&three.ours)?;
    begun(&three.theirs)?;
    let mut merged = three.ours.clone();
    let new = three.theirs.list.get(three.base.list.len()..)?;
    merged.list.extend(new.iter().filter(|p| each || !three.ours.list.iter().any(|o| o.own == p.own)).cloned());
    Some(merged.text())
}
