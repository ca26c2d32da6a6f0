//! Which file of a register a path is, and what the tables say of a place in it.

use std::ops::Range;

use crate::case::STUB;
use crate::paths::{self, RegisterPath};
use crate::schema::Document;
use crate::yaml::{Kind, Route, Segment, Table};

/// A file of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// One with a table of keys.
    Known(Document),
    /// Anything else of a register, such as a regulation's text.
    Other,
}

impl FileKind {
    /// A case.
    pub const CASE: Self = Self::Known(Document::Case);

    /// Of a path in a register; nothing when `check` has no say in it.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        Some(match RegisterPath::of(path) {
            RegisterPath::Settings => Self::Known(Document::Settings),
            RegisterPath::Regulation { .. } => Self::Known(Document::Regulation),
            RegisterPath::People { .. } => Self::Known(Document::People),
            RegisterPath::Text { name: paths::ENGLISH_WORDS, .. } => Self::Known(Document::Words),
            RegisterPath::Yearbook { .. } => Self::Known(Document::Yearbook),
            RegisterPath::Case { .. } => Self::Known(Document::Case),
            _ if paths::regulation_of(path).is_some() => Self::Other,
            _ => return None,
        })
    }

    /// The part of a text that is YAML, also while it is half typed.
    #[must_use]
    pub fn data(self, text: &str) -> Option<Range<usize>> {
        match self {
            Self::Other => None,
            Self::Known(Document::Case) => front(text),
            Self::Known(_) => Some(0..text.len()),
        }
    }

    /// The table of its keys.
    #[must_use]
    pub fn table(self, destroyed: bool) -> Option<&'static Table> {
        match self {
            Self::Known(Document::Case) if destroyed => Some(&STUB),
            Self::Known(document) => Some(document.table()),
            Self::Other => None,
        }
    }
}

/// What lies between the first `---` and the next; until the end when there is no next one yet.
fn front(text: &str) -> Option<Range<usize>> {
    let begin = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut at = begin;
    let mut from = None;
    for line in text.get(begin..)?.split_inclusive('\n') {
        let rule = line.trim_end() == "---";
        match from {
            None if !rule => return None,
            None => from = Some(at + line.len()),
            Some(from) if rule => return Some(from..at),
            Some(_) => {}
        }
        at += line.len();
    }
    from.map(|from| from..text.len())
}

/// What the table says of the value at a route.
#[must_use]
pub fn kind_at(table: &'static Table, route: &Route) -> Option<Kind> {
    route.0.iter().try_fold(Kind::Sub(table), |kind, segment| inside(&kind, segment))
}

fn inside(kind: &Kind, segment: &Segment) -> Option<Kind> {
    match (kind, segment) {
        (Kind::Sub(table), Segment::Key(key)) => table.field(key).map(|f| f.kind),
        (Kind::Each(kind), Segment::Key(_)) | (Kind::List(kind) | Kind::OneOrMany(kind), Segment::Index(_)) => {
            Some(**kind)
        }
        (Kind::Either(kinds), segment) => kinds.iter().find_map(|kind| inside(kind, segment)),
        _ => None,
    }
}

/// The table of the group at a route, when a group stands there.
#[must_use]
pub fn table_at(table: &'static Table, route: &Route) -> Option<&'static Table> {
    match kind_at(table, route)? {
        Kind::Sub(table) => Some(table),
        Kind::Either(kinds) => kinds.iter().find_map(|kind| if let Kind::Sub(t) = kind { Some(*t) } else { None }),
        _ => None,
    }
}

/// What a single value of this kind is: of a list, what it holds.
#[must_use]
pub fn single(kind: Kind) -> Kind {
    match kind {
        Kind::List(kind) | Kind::OneOrMany(kind) => single(*kind),
        Kind::Either(kinds) => {
            kinds.iter().copied().map(single).find(|k| !matches!(k, Kind::Sub(_))).unwrap_or(Kind::Any)
        }
        other => other,
    }
}

/// The keys on the way, without the numbers of items.
#[must_use]
pub fn keys<'a>(route: &'a Route) -> Vec<&'a str> {
    let key = |segment: &'a Segment| match segment {
        Segment::Key(key) => Some(key.as_str()),
        Segment::Index(_) => None,
    };
    route.0.iter().filter_map(key).collect()
}

#[cfg(test)]
#[path = "../../tests/unit/lsp/kind.rs"]
mod tests;
