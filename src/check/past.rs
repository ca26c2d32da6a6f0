//! What must be remembered of an earlier version of a case to judge a later one: little, so that a long history fits in
//! memory.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::NaiveDate;

use super::one::Judged;
use crate::change::EntryKey;
use crate::diagnostics::Finding;
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
    /// Its id.
    pub id: Option<String>,
    /// Whether it was destroyed.
    pub destroyed: bool,
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
            channel: case.map(|c| c.intake.channel.clone()),
            id: case.map(|c| c.id.to_string()),
            destroyed: case.is_some_and(|c| c.destroyed.is_some()),
            known: judged.findings.iter().map(key).collect(),
        }
    }

    /// Whether this was wrong already.
    #[must_use]
    pub fn knew(&self, finding: &Finding) -> bool {
        self.known.contains(&key(finding))
    }
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
    log.iter().enumerate().map(|(index, node)| EntryKey { text: canonical(node), index }).collect()
}

/// The step that an entry, as such a text, records.
#[must_use]
pub fn step_in(text: &str) -> &str {
    let after = text.split(",step:\"").nth(1).or_else(|| text.split("{step:\"").nth(1));
    after.and_then(|rest| rest.split('"').next()).unwrap_or("?")
}

fn canonical(node: &Node) -> String {
    match &node.value {
        Value::Null => "~".to_owned(),
        Value::Scalar { text, .. } => format!("{text:?}"),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(canonical).collect();
            // One value and a list of one say the same.
            if let [only] = items.as_slice() { only.clone() } else { format!("[{}]", items.join(",")) }
        }
        Value::Map(entries) => {
            let mut parts: Vec<String> = entries.iter().map(|e| format!("{}:{}", e.key, canonical(&e.node))).collect();
            parts.sort_unstable();
            format!("{{{}}}", parts.join(","))
        }
    }
}
