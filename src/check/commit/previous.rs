//! What must be remembered of an earlier version of a case to judge a later one: little, so that a long history fits in
//! memory.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::NaiveDate;

use crate::case::{Case, LegalHold, Position};
use crate::change::EntryKey;
use crate::check::case::judge::Judged;
use crate::diagnostics::Finding;
use crate::rules::terms;
use crate::yaml::{Node, Value};

/// An earlier version of a case.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// Its log, entry by entry.
    pub entries: Vec<EntryKey>,
    /// The facts that only a correction may change.
    pub received: Option<NaiveDate>,
    /// Likewise.
    pub channel: Option<String>,
    /// The facts that rules rest on, by the word with which a correction names each, as marks of what they say; those that are
    /// not filled in are not there.
    pub facts: BTreeMap<String, u64>,
    /// What it is about.
    pub topics: Vec<String>,
    /// What it is mainly about.
    pub main_topic: Option<String>,
    /// Its parties by key, and since when each is there where that is said.
    pub parties: Vec<(String, Option<NaiveDate>)>,
    /// Who of the staff stands in it as a party, and where.
    pub staff: Vec<(String, Position)>,
    /// Its id.
    pub id: Option<String>,
    /// Whether it was destroyed.
    pub destroyed: bool,
    /// When and by whom.
    pub stub: Option<(NaiveDate, String)>,
    /// What stops its destruction.
    pub hold: Option<LegalHold>,
    /// Who handles it, by the last step that assigns.
    pub handler: Option<String>,
    /// What was accepted in it: code, why, by whom.
    pub accepted: Vec<(String, String, String)>,
    /// How many finds of each code are covered by that.
    pub covered: BTreeMap<String, usize>,
    /// The entries, from 0, that were late.
    pub late: BTreeSet<usize>,
    /// What was declared in it: each declaration as a neutral text.
    pub attested: Vec<String>,
    /// Marks of what it says of each sealed piece, and of each that was taken back.
    pub sealed: [Vec<u64>; 2],
    /// Whether it has notes.
    pub notes: bool,
    /// A mark of what the rest of it says: notes, topics, fields, and which parties there are.
    pub rest: u64,
    /// What was wrong with it already.
    known: BTreeSet<u64>,
}

impl Past {
    /// What to remember of a judged case.
    #[must_use]
    pub fn of(judged: &Judged) -> Self {
        let case = judged.case.as_ref();
        Self {
            entries: judged.tree.as_ref().map(entries).unwrap_or_default(),
            received: case.and_then(|c| c.received),
            facts: case.map(facts).unwrap_or_default(),
            topics: case.map(|c| c.topics.clone()).unwrap_or_default(),
            main_topic: case.and_then(|c| c.main_topic.clone()),
            channel: case.map(|c| c.intake.channel.clone()),
            parties: case.map(|c| c.parties.iter().map(|p| (p.key.clone(), p.since)).collect()).unwrap_or_default(),
            staff: case.map(staff_of).unwrap_or_default(),
            id: case.map(|c| c.id.to_string()),
            destroyed: case.is_some_and(|c| c.destroyed.is_some()),
            stub: case.and_then(|c| c.destroyed.as_ref()).map(|d| (d.on, d.by.clone())),
            hold: case.and_then(|c| c.legal_hold.clone()),
            handler: judged.handler.clone(),
            accepted: case
                .map(|c| c.accepted.iter().map(|a| (a.code.clone(), a.why.clone(), a.by.clone())).collect())
                .unwrap_or_default(),
            covered: judged.covered.clone(),
            late: judged.findings.iter().filter(|f| is_late(f)).filter_map(|f| entry_of(f.route.as_ref()?)).collect(),
            sealed: SEALED.map(|list| judged.tree.as_ref().map(|tree| marks(tree, list)).unwrap_or_default()),
            notes: case.and_then(|c| judged.source.get(c.body.clone())).is_some_and(|body| !body.trim().is_empty()),
            attested: judged.tree.as_ref().and_then(|tree| tree.get("attestations")).map(texts).unwrap_or_default(),
            rest: rest(judged),
            known: judged.findings.iter().map(key).collect(),
        }
    }

    /// Whether something stops its destruction.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.hold.as_ref().is_some_and(|hold| !hold.is_lifted())
    }

    /// Whether this was wrong already.
    #[must_use]
    pub fn knew(&self, finding: &Finding) -> bool {
        self.known.contains(&key(finding))
    }
}

fn texts(list: &Node) -> Vec<String> {
    list.items().iter().map(canonical_text).collect()
}

/// The lists of `sealed` that only grow.
pub const SEALED: [&str; 2] = ["pieces", "withdrawn"];

fn marks(tree: &Node, list: &str) -> Vec<u64> {
    let items = tree.get("sealed").and_then(|sealed| sealed.get(list)).map(Node::items).unwrap_or_default();
    let mark = |item: &Node| {
        let mut hasher = DefaultHasher::new();
        canonical_text(item).hash(&mut hasher);
        hasher.finish()
    };
    items.iter().map(mark).collect()
}

fn staff_of(case: &Case) -> Vec<(String, Position)> {
    case.parties.iter().filter_map(|party| Some((party.person.clone()?, party.position))).collect()
}

/// What has a part of its own in the authority over a case.
const APART: [&str; 6] = ["log", "received", "intake", "parties", "accepted", "legal_hold"];

fn rest(judged: &Judged) -> u64 {
    let mut hasher = DefaultHasher::new();
    for entry in judged.tree.iter().flat_map(Node::entries).filter(|e| !APART.contains(&e.key.as_str())) {
        (&entry.key, canonical_text(&entry.node)).hash(&mut hasher);
    }
    if let Some(case) = &judged.case {
        case.intake.source.hash(&mut hasher);
        case.parties.iter().for_each(|party| (&party.key, party.since).hash(&mut hasher));
        judged.source.get(case.body.clone()).map(str::trim).hash(&mut hasher);
    }
    hasher.finish()
}

/// Whether a finding says that a step was late.
fn is_late(finding: &Finding) -> bool {
    [&terms::t301::RULE, &terms::t302::RULE, &terms::t303::RULE].iter().any(|rule| rule.code == finding.code)
}

/// The facts of a case with marks of what they say. Of a party the role and the person may be filled in one by one.
fn facts(case: &Case) -> BTreeMap<String, u64> {
    let mark = |said: &dyn Fn(&mut DefaultHasher)| {
        let mut hasher = DefaultHasher::new();
        said(&mut hasher);
        hasher.finish()
    };
    let mut all = BTreeMap::new();
    let mut add = |key: String, value: Option<&str>| {
        if let Some(value) = value {
            all.insert(key, mark(&|h| value.hash(h)));
        }
    };
    add("severity".to_owned(), case.severity.as_deref());
    add("source".to_owned(), case.intake.source.as_deref());
    for party in &case.parties {
        add(format!("{} as", party.key), Some(party.position.word()));
        add(format!("{} role", party.key), party.role.as_deref());
        add(format!("{} person", party.key), party.person.as_deref());
    }
    for (id, value) in &case.fields {
        all.insert(format!("fields.{id}"), mark(&|h| value.texts().hash(h)));
    }
    all
}

fn key(finding: &Finding) -> u64 {
    let mut hasher = DefaultHasher::new();
    (finding.code, &finding.route, &finding.message.en).hash(&mut hasher);
    hasher.finish()
}

/// The log of a case as neutral texts: the same entry gives the same text whatever its order of keys or quotes.
#[must_use]
pub fn entries(tree: &Node) -> Vec<EntryKey> {
    let log = tree.get("log").map(Node::items).unwrap_or_default();
    let entry = |(index, node): (usize, &Node)| {
        let mut text = String::with_capacity(160);
        canonical(node, &mut text);
        EntryKey { text, index }
    };
    log.iter().enumerate().map(entry).collect()
}

/// The step that an entry, as such a text, records.
#[must_use]
pub fn step_in(text: &str) -> &str {
    let after = text.split(",step:\"").nth(1).or_else(|| text.split("{step:\"").nth(1));
    after.and_then(|rest| rest.split('"').next()).unwrap_or("?")
}

/// A node as such a neutral text.
#[must_use]
pub fn canonical_text(node: &Node) -> String {
    let mut text = String::new();
    canonical(node, &mut text);
    text
}

/// The number of the entry of the log into which a route leads, from 0.
#[must_use]
pub fn entry_of(route: &str) -> Option<usize> {
    route.strip_prefix("log[")?.split(']').next()?.parse().ok()
}

fn canonical(node: &Node, out: &mut String) {
    match &node.value {
        Value::Null => out.push('~'),
        Value::Scalar { text, .. } => quoted(text, out),
        // One value and a list of one say the same.
        Value::List(items) if items.len() == 1 => canonical(&items[0], out),
        Value::List(items) => {
            out.push('[');
            for item in items {
                canonical(item, out);
                out.push(',');
            }
            out.push(']');
        }
        Value::Map(entries) => {
            let mut order: Vec<&crate::yaml::Entry> = entries.iter().collect();
            order.sort_unstable_by(|a, b| a.key.cmp(&b.key));
            out.push('{');
            for entry in order {
                out.push_str(&entry.key);
                out.push(':');
                canonical(&entry.node, out);
                out.push(',');
            }
            out.push('}');
        }
    }
}

/// The text between quotes, so that no value can pass for a key and a value.
fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
}
