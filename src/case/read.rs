//! From bytes to a [`Case`], with everything that is wrong in one pass.

use std::ops::Range;

use chrono::NaiveDate;

use super::checks::{STUB, datum};
use super::file::{
    Accepted, Attestation, Case, DataValue, Destroyed, Intake, LegalHold, LogEntry, Party, Position, Sealed,
    SealedPiece, Withdrawn,
};
use super::front_matter::{decode, split};
use crate::diagnostics::Severity;
use crate::yaml::{Fault, Group, Node, Route, Span, Value, check, iso, parse};

/// Reads a case file of at most `limit` bytes: [`decode`], then [`read`].
#[must_use]
pub fn read_bytes(bytes: &[u8], limit: usize) -> (Option<Case>, Node, Vec<Fault>) {
    match decode(bytes, limit) {
        Ok(source) => read(source),
        Err(fault) => (None, nothing(), vec![*fault]),
    }
}

/// Reads a case file. The case is there when nothing but warnings was found; the tree whenever the front matter could be read (else it is
/// empty), so that a route can be turned into a place.
#[must_use]
pub fn read(source: &str) -> (Option<Case>, Node, Vec<Fault>) {
    let (found, mut faults) = split(source);
    let Some(found) = found else { return (None, nothing(), faults) };
    let data = source.get(found.data.clone()).unwrap_or_default();
    let (node, mut wrong) = parse(data, found.data.start);
    faults.append(&mut wrong);
    let Some(node) = node else { return (None, nothing(), faults) };
    let table = if node.get("destroyed").is_some() { &STUB } else { Case::TABLE };
    check(&node, table, &mut faults);
    asked(&node, &mut faults);
    let sound = faults.iter().all(|f| f.severity() < Severity::Error);
    let case = if sound { case(&node, found.body) } else { None };
    faults.sort_by_key(|f| f.span);
    (case, node, faults)
}

fn nothing() -> Node {
    Node { span: Span::default(), value: Value::Null }
}

/// Checks what the steps ask: one text or several, whatever the regulation makes of them.
fn asked(root: &Node, faults: &mut Vec<Fault>) {
    let Some(log) = root.get("log") else { return };
    for (number, entry) in log.items().iter().enumerate() {
        for other in entry.entries().iter().filter(|e| LogEntry::TABLE.field(&e.key).is_none()) {
            let from = faults.len();
            datum(&other.node, &Route::root(), faults);
            // A route is only made for what is wrong.
            for fault in faults.iter_mut().skip(from) {
                fault.route = Route::root().key("log").index(number).key(&other.key);
            }
        }
    }
}

/// The typed case of a tree that its table found right.
fn case(root: &Node, body: Range<usize>) -> Option<Case> {
    let intake = root.get("intake");
    Some(Case {
        id: root.get("id")?.text()?.parse().ok()?,
        received: date(root, "received"),
        intake: intake.map_or_else(Intake::default, |n| Intake {
            channel: text(n, "channel").unwrap_or_default(),
            source: text(n, "source"),
            digest: text(n, "digest"),
        }),
        parties: each(root, "parties", party)?,
        topics: many(root, "topics"),
        main_topic: text(root, "main_topic"),
        severity: text(root, "severity"),
        fields: root
            .get("fields")
            .map(|n| n.entries().iter().map(|e| (e.key.clone(), value(&e.node))).collect())
            .unwrap_or_default(),
        sealed: match root.get("sealed") {
            Some(node) => Some(sealed(node)?),
            None => None,
        },
        earlier: root.get("earlier").and_then(Node::text).and_then(|t| t.parse().ok()),
        charged: root.get("charged").and_then(Node::text).and_then(cents),
        legal_hold: root.get("legal_hold").and_then(hold),
        attestations: each(root, "attestations", attestation)?,
        accepted: each(root, "accepted", accepted)?,
        log: each(root, "log", entry)?,
        destroyed: root.get("destroyed").and_then(destroyed),
        body,
    })
}

fn sealed(node: &Node) -> Option<Sealed> {
    let piece = |n: &Node| {
        Some(SealedPiece { id: text(n, "id")?, sha256: text(n, "sha256")?, holds: many(n, "holds"), of: text(n, "of") })
    };
    let gone =
        |n: &Node| Some(Withdrawn { id: text(n, "id")?, on: date(n, "on")?, by: text(n, "by")?, why: text(n, "why")? });
    let (pieces, withdrawn) = (each(node, "pieces", piece)?, each(node, "withdrawn", gone)?);
    Some(Sealed { fields: many(node, "fields"), pieces, withdrawn })
}

fn hold(node: &Node) -> Option<LegalHold> {
    let (until, because) = (date(node, "until"), text(node, "because"));
    Some(LegalHold { since: date(node, "since")?, reason: text(node, "reason")?, until, because })
}

fn destroyed(node: &Node) -> Option<Destroyed> {
    Some(Destroyed { on: date(node, "on")?, by: text(node, "by")?, keys: many(node, "keys") })
}

fn party(node: &Node) -> Option<Party> {
    Some(Party {
        key: text(node, "key")?,
        role: text(node, "role"),
        position: Position::from_word(node.get("as")?.text()?)?,
        person: text(node, "person"),
        since: date(node, "since"),
        contact: node.get("contact").and_then(Node::text) == Some("true"),
    })
}

fn attestation(node: &Node) -> Option<Attestation> {
    Some(Attestation {
        attestation: text(node, "attestation")?,
        on: date(node, "on")?,
        by: text(node, "by")?,
        how: text(node, "how"),
    })
}

fn accepted(node: &Node) -> Option<Accepted> {
    Some(Accepted { code: text(node, "code")?, why: text(node, "why")?, by: text(node, "by")? })
}

fn entry(node: &Node) -> Option<LogEntry> {
    let others = node.entries().iter().filter(|e| LogEntry::TABLE.field(&e.key).is_none());
    Some(LogEntry {
        step: text(node, "step")?,
        on: date(node, "on")?,
        by: many(node, "by"),
        to: many(node, "to"),
        cc: many(node, "cc"),
        with: many(node, "with"),
        reported_to: many(node, "reported_to"),
        channel: text(node, "channel"),
        party: many(node, "party"),
        parts: many(node, "parts"),
        late: text(node, "late"),
        waived: text(node, "waived"),
        waiver: text(node, "waiver"),
        offered: node.get("offered").and_then(Node::text) == Some("true"),
        recorded_by: text(node, "recorded_by"),
        reason: text(node, "reason"),
        ref_: text(node, "ref"),
        note: text(node, "note"),
        handler: text(node, "handler"),
        of: text(node, "of"),
        data: others.map(|e| (e.key.clone(), value(&e.node))).collect(),
    })
}

fn text(node: &Node, key: &str) -> Option<String> {
    node.get(key).and_then(Node::text).map(str::to_owned)
}

fn date(node: &Node, key: &str) -> Option<NaiveDate> {
    node.get(key).and_then(Node::text).and_then(iso)
}

/// `12` or `12.50` in cents.
fn cents(text: &str) -> Option<u64> {
    let (euros, cents) = text.split_once('.').unwrap_or((text, "00"));
    euros.parse::<u64>().ok()?.checked_mul(100)?.checked_add(cents.parse().ok()?)
}

fn many(node: &Node, key: &str) -> Vec<String> {
    node.get(key).map(texts).unwrap_or_default()
}

fn texts(node: &Node) -> Vec<String> {
    match &node.value {
        Value::Scalar { text, .. } => vec![text.clone()],
        _ => node.items().iter().filter_map(Node::text).map(str::to_owned).collect(),
    }
}

fn value(node: &Node) -> DataValue {
    match &node.value {
        Value::Scalar { text, .. } => DataValue::Text(text.clone()),
        _ => DataValue::List(texts(node)),
    }
}

/// The items under `key`; `None` when one of them is not what it should be.
fn each<T>(node: &Node, key: &str, read: impl Fn(&Node) -> Option<T>) -> Option<Vec<T>> {
    node.get(key).map_or(Some(Vec::new()), |list| list.items().iter().map(read).collect())
}
