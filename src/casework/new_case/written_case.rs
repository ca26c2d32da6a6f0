//! A new case, written as the example in docs/model.md is: groups of keys apart, so that two people's edits merge.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::NaiveDate;

use crate::case::{CaseId, Position};
use crate::casework::open_case::workspace::path_of;
use crate::yaml::{EditError, NewItem, NewValue, Route, Scalar, append, set};

/// A party of a new case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewParty {
    /// Its key in the case: `p1`.
    pub key: String,
    /// Its role in the regulation.
    pub role: Option<String>,
    /// Its position.
    pub position: Position,
    /// The member of staff it is.
    pub person: Option<String>,
    /// The day of joining a case that was under way.
    pub since: Option<NaiveDate>,
}

/// What is known of a complaint when it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// Its id.
    pub id: CaseId,
    /// The regulation.
    pub regulation: String,
    /// The day of receipt.
    pub received: NaiveDate,
    /// By which channel.
    pub channel: String,
    /// From inside or outside.
    pub source: Option<String>,
    /// The digest of what it was imported from, by its own id.
    pub digest: Option<String>,
    /// Who is involved.
    pub parties: Vec<NewParty>,
    /// What it is about.
    pub topics: Vec<String>,
    /// The main topic.
    pub main_topic: Option<String>,
    /// How grave it is.
    pub severity: Option<String>,
    /// Facts of this organisation.
    pub fields: BTreeMap<String, String>,
    /// What the confidential part holds.
    pub sealed: Vec<String>,
    /// Working notes for the body: no names, no words of the complainant.
    pub notes: String,
}

impl NewCase {
    /// Where it will stand.
    #[must_use]
    pub fn path(&self) -> String {
        path_of(&self.regulation, self.id, self.received)
    }

    /// The file's text.
    pub fn text(&self) -> Result<String, EditError> {
        let mut front = format!("id: {}\n\nreceived: {}\n\nintake:\n", self.id, self.received);
        let intake = |key: &str| Route::root().key("intake").key(key);
        // The group is begun with a value that the edit below replaces.
        front.push_str("  channel: x\n");
        front = set(&front, &intake("channel"), &text(&self.channel))?;
        for (key, value) in [("source", &self.source), ("digest", &self.digest)] {
            if let Some(value) = value {
                front = set(&front, &intake(key), &text(value))?;
            }
        }
        if !self.parties.is_empty() {
            front.push_str("\nparties:\n");
            for party in &self.parties {
                let line = written(&party.item());
                // Writing to a string cannot fail.
                let _ = writeln!(front, "  - {line}");
            }
        }
        if !self.topics.is_empty() {
            let _ = writeln!(front, "\ntopics: {}", list(&self.topics));
        }
        for (key, value) in [("main_topic", &self.main_topic), ("severity", &self.severity)] {
            if let Some(value) = value {
                front = set(&front, &Route::root().key(key), &text(value))?;
            }
        }
        if !self.fields.is_empty() {
            front.push_str("\nfields:\n");
            for (key, value) in &self.fields {
                let pair = written(&NewItem(vec![(key.clone(), NewValue::One(text(value)))]));
                let _ = writeln!(front, "  {}", pair.trim_start_matches('{').trim_end_matches('}'));
            }
        }
        if !self.sealed.is_empty() {
            let _ = writeln!(front, "\nsealed:\n  fields: {}", list(&self.sealed));
        }
        front.push_str("\nlog: []\n");
        let notes = if self.notes.is_empty() { String::new() } else { format!("\n{}\n", self.notes.trim_end()) };
        Ok(format!("---\n{front}---\n{notes}"))
    }
}

impl NewParty {
    /// As an item of the list of parties.
    pub(crate) fn item(&self) -> NewItem {
        let mut pairs = vec![("key".to_owned(), NewValue::One(text(&self.key)))];
        if let Some(role) = &self.role {
            pairs.push(("role".to_owned(), NewValue::One(text(role))));
        }
        pairs.push(("as".to_owned(), NewValue::One(text(self.position.word()))));
        if let Some(person) = &self.person {
            pairs.push(("person".to_owned(), NewValue::One(text(person))));
        }
        if let Some(since) = &self.since {
            pairs.push(("since".to_owned(), NewValue::One(text(&since.to_string()))));
        }
        NewItem(pairs)
    }
}

fn text(value: &str) -> Scalar {
    Scalar::Text(value.to_owned())
}

/// A group between braces, as the editor of YAML writes it.
fn written(item: &NewItem) -> String {
    let begun = append("l: [{a: b}]\n", &Route::root().key("l"), item).unwrap_or_default();
    begun.trim_end().trim_start_matches("l: [{a: b}, ").trim_end_matches(']').to_owned()
}

/// A list between brackets.
fn list(values: &[String]) -> String {
    let many = NewValue::Many(values.iter().map(|v| text(v)).collect());
    let group = written(&NewItem(vec![("v".to_owned(), many)]));
    group.trim_start_matches("{v: ").trim_end_matches('}').to_owned()
}

#[cfg(test)]
#[path = "../../../tests/unit/casework/new_case/written_case.rs"]
mod tests;
