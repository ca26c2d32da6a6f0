//! One case.
#![allow(missing_docs)]
use crate::regulation::{Attested, Position};
use chrono::NaiveDate;
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub key: String,
    pub role: String,
    pub position: Position,
    pub person: Option<String>,
}
#[derive(Debug, Clone)]
pub struct IntakeFacts {
    pub channel: String,
    pub source: Option<String>,
}
#[derive(Debug, Clone, Default)]
pub struct Sealed {
    pub fields: Vec<String>,
    pub sha256: Option<String>,
    pub bytes: Option<u64>,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DataValue {
    Text(String),
    List(Vec<String>),
}
impl DataValue {
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(t) => Some(t),
            Self::List(_) => None,
        }
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Datum<'a> {
    Text(&'a str),
    List(&'a [String]),
}
impl<'a> Datum<'a> {
    pub fn of(v: &'a DataValue) -> Self {
        match v {
            DataValue::Text(t) => Self::Text(t),
            DataValue::List(l) => Self::List(l),
        }
    }
    pub fn text(&self) -> Option<&'a str> {
        match self {
            Self::Text(t) => Some(t),
            Self::List(_) => None,
        }
    }
}
#[derive(Debug, Clone)]
pub struct LogEntry {
    pub step: String,
    pub on: NaiveDate,
    pub by: Vec<String>,
    pub to: Vec<String>,
    pub cc: Vec<String>,
    pub with: Vec<String>,
    pub reported_to: Vec<String>,
    pub channel: Option<String>,
    pub party: Vec<String>,
    pub parts: Vec<String>,
    pub late: Option<String>,
    pub waived: Option<String>,
    pub waiver: Option<String>,
    pub offered: bool,
    pub recorded_by: Option<String>,
    pub reason: Option<String>,
    pub reference: Option<String>,
    pub note: Option<String>,
    pub handler: Option<String>,
    pub of: Option<String>,
    pub data: Vec<(String, DataValue)>,
}
impl LogEntry {
    pub fn datum(&self, key: &str) -> Option<Datum<'_>> {
        match key {
            "reason" => return self.reason.as_deref().map(Datum::Text),
            "ref" => return self.reference.as_deref().map(Datum::Text),
            "handler" => return self.handler.as_deref().map(Datum::Text),
            "note" => return self.note.as_deref().map(Datum::Text),
            _ => {}
        }
        self.data.iter().find(|(k, _)| k == key).map(|(_, v)| Datum::of(v))
    }
    pub fn value(&self, key: &str) -> Option<&str> {
        self.datum(key)?.text()
    }
}
#[derive(Debug, Clone)]
pub struct Case {
    pub id: String,
    pub received: NaiveDate,
    pub intake: IntakeFacts,
    pub parties: Vec<Party>,
    pub topics: Vec<String>,
    pub main_topic: Option<String>,
    pub severity: Option<String>,
    pub fields: Vec<(String, DataValue)>,
    pub sealed: Sealed,
    pub earlier: Option<String>,
    pub charged: Option<String>,
    pub legal_hold: Option<String>,
    pub attestations: Vec<Attested>,
    pub log: Vec<LogEntry>,
    pub destroyed: Option<(NaiveDate, String)>,
}
impl Case {
    pub fn field(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|(k, _)| k == key).and_then(|(_, v)| v.text())
    }
}
