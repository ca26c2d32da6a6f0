//! Holds a tree to its table and reports everything that is wrong in one pass.

use super::fault::{Fault, FaultKind, Wrong};
use super::node::{Entry, Node, Value};
use super::route::{Route, Segment};
use super::scalar;
use super::table::{Field, Kind, Need, Table};

/// Checks `node` against `table`: unknown keys, missing keys and values of the wrong kind, each with its route.
pub fn check(node: &Node, table: &'static Table, faults: &mut Vec<Fault>) {
    group(node, table, &Trail { before: None, step: Step::Root }, faults);
}

/// The known word most like `word`, when it is like enough to have been meant.
#[must_use]
pub fn most_like<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let allowed = 1 + word.chars().count() / 4;
    known
        .map(|k| (strsim::osa_distance(&word, k), k))
        .filter(|(distance, k)| *distance <= allowed && *distance < k.chars().count())
        .min()
        .map(|(_, k)| k)
}

/// The way to a value, on the stack: a [`Route`] is made only for a fault.
struct Trail<'a> {
    before: Option<&'a Trail<'a>>,
    step: Step<'a>,
}

enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl Trail<'_> {
    fn route(&self) -> Route {
        let mut segments = Vec::new();
        let mut trail = Some(self);
        while let Some(here) = trail {
            match here.step {
                Step::Root => {}
                Step::Key(key) => segments.push(Segment::Key(key.to_owned())),
                Step::Index(index) => segments.push(Segment::Index(index)),
            }
            trail = here.before;
        }
        segments.reverse();
        Route(segments)
    }

    fn key<'b>(&'b self, key: &'b str) -> Trail<'b> {
        Trail { before: Some(self), step: Step::Key(key) }
    }

    fn index(&self, index: usize) -> Trail<'_> {
        Trail { before: Some(self), step: Step::Index(index) }
    }

    fn wrong(&self, node: &Node, wrong: Wrong) -> Fault {
        Fault::wrong(node.span, self.route(), wrong)
    }
}

fn group(node: &Node, table: &'static Table, trail: &Trail<'_>, faults: &mut Vec<Fault>) {
    let Value::Map(entries) = &node.value else {
        faults.push(trail.wrong(node, not_a_group(node)));
        return;
    };
    for (position, entry) in entries.iter().enumerate() {
        let before = position.checked_sub(1).and_then(|p| entries.get(p)).filter(|_| has_no_colon(entry));
        match (table.field(&entry.key), before) {
            (Some(_), Some(before)) if !cut(before, table) => {
                faults.push(trail.key(&entry.key).wrong(&entry.node, Wrong::NoColon { of: before.key.clone() }));
            }
            (Some(field), _) => value(&entry.node, &field.kind, &trail.key(&entry.key), faults),
            // Of a text that is cut more than once the first cut says it all.
            (None, Some(before)) if cut(before, table) => {}
            (None, Some(before)) if cut(entry, table) => {
                let route = trail.key(&entry.key).route();
                let kind = FaultKind::CutText { of: before.key.clone() };
                faults.push(Fault { span: entry.key_span, other: None, route, kind });
            }
            (None, _) if table.open => {}
            (None, _) => faults.push(unknown(entry, table, entries, trail)),
        }
    }
    for field in table.fields {
        if field.need == Need::Required && !entries.iter().any(|e| e.key == field.key) {
            faults.push(missing(node, field, trail));
        }
    }
}

/// Whether an entry stands in `{…}` as words alone: the parser gives them no value, at the place where they end.
fn has_no_colon(entry: &Entry) -> bool {
    matches!(entry.node.value, Value::Null) && entry.node.span.start <= entry.key_span.end
}

/// Whether an entry is what a comma cut off a text: words without a colon that are no key here. Where any key may stand, one
/// word may be a key that somebody meant to fill in.
fn cut(entry: &Entry, table: &Table) -> bool {
    has_no_colon(entry) && table.field(&entry.key).is_none() && !(table.open && scalar::is_name(&entry.key))
}

fn unknown(entry: &Entry, table: &'static Table, entries: &[Entry], trail: &Trail<'_>) -> Fault {
    let known: Vec<&'static str> = table.keys().collect();
    let free = known.iter().copied().filter(|k| !entries.iter().any(|e| e.key == *k));
    let suggestion = most_like(&entry.key, free);
    let kind = FaultKind::UnknownKey { key: entry.key.clone(), suggestion, known };
    Fault { span: entry.key_span, other: None, route: trail.key(&entry.key).route(), kind }
}

fn missing(node: &Node, field: &'static Field, trail: &Trail<'_>) -> Fault {
    // The whole group would underline half the file: its first key is enough to find it.
    let span = node.entries().first().map_or(node.span, |e| e.key_span);
    let kind = FaultKind::MissingKey { key: field.key, about: field.about() };
    Fault { span, other: None, route: trail.key(field.key).route(), kind }
}

fn not_a_group(node: &Node) -> Wrong {
    let colon = match &node.value {
        Value::Scalar { text, plain: true } => {
            text.split_once(':').is_some_and(|(k, v)| !k.contains(' ') && !v.starts_with(['/', ' ']))
        }
        _ => false,
    };
    if matches!(node.value, Value::Null) { Wrong::Empty } else { Wrong::Group { colon } }
}

fn value(node: &Node, kind: &Kind, trail: &Trail<'_>, faults: &mut Vec<Fault>) {
    if matches!(node.value, Value::Null) && !matches!(kind, Kind::Any | Kind::Custom(_)) {
        faults.push(trail.wrong(node, Wrong::Empty));
        return;
    }
    match kind {
        Kind::Any => {}
        Kind::Custom(check) => check(node, &trail.route(), faults),
        Kind::Sub(table) => group(node, table, trail, faults),
        Kind::Each(kind) => match &node.value {
            Value::Map(entries) => entries.iter().for_each(|e| value(&e.node, kind, &trail.key(&e.key), faults)),
            _ => faults.push(trail.wrong(node, not_a_group(node))),
        },
        Kind::List(kind) => match &node.value {
            Value::List(items) => list(items, kind, trail, faults),
            _ => faults.push(trail.wrong(node, Wrong::List)),
        },
        Kind::OneOrMany(kind) => match &node.value {
            Value::List(items) => list(items, kind, trail, faults),
            Value::Scalar { text, .. } if several(text, kind) => faults.push(trail.wrong(node, Wrong::Several)),
            _ => value(node, kind, trail, faults),
        },
        Kind::Either(kinds) => {
            let meant = kinds.iter().find(|k| fits(node, k)).or(kinds.first());
            if let Some(kind) = meant {
                value(node, kind, trail, faults);
            }
        }
        _ => word(node, kind, trail, faults),
    }
}

/// Whether one text holds several values with commas between them, each of which would do by itself.
fn several(text: &str, kind: &Kind) -> bool {
    text.contains(',')
        && text.split(',').all(|part| scalar::judge(part.trim(), true, kind).is_none())
        && scalar::judge(text, true, kind).is_some()
}

fn list(items: &[Node], kind: &Kind, trail: &Trail<'_>, faults: &mut Vec<Fault>) {
    for (position, item) in items.iter().enumerate() {
        value(item, kind, &trail.index(position), faults);
    }
}

/// Whether a value has the shape that `kind` wants; what stands in it is looked at later, words at once.
pub(super) fn fits(node: &Node, kind: &Kind) -> bool {
    match kind {
        Kind::Any | Kind::Custom(_) => true,
        Kind::Sub(_) | Kind::Each(_) => matches!(node.value, Value::Map(_)),
        Kind::List(_) => matches!(node.value, Value::List(_)),
        Kind::OneOrMany(kind) => matches!(node.value, Value::List(_)) || fits(node, kind),
        Kind::Either(kinds) => kinds.iter().any(|k| fits(node, k)),
        _ => match &node.value {
            Value::Scalar { text, plain } => scalar::judge(text, *plain, kind).is_none(),
            _ => false,
        },
    }
}

fn word(node: &Node, kind: &Kind, trail: &Trail<'_>, faults: &mut Vec<Fault>) {
    let wrong = match &node.value {
        Value::Scalar { text, plain } => scalar::judge(text, *plain, kind),
        _ => Some(scalar::wanted(kind)),
    };
    faults.extend(wrong.map(|wrong| trail.wrong(node, wrong)));
}
