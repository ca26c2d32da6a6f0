//! Records and a plan: a system of keyed counts.

use std::collections::{BTreeMap, BTreeSet};

use super::flow::Flow;
use super::plan::Plan;
use super::record::Record;
use super::refused::Refused;
use super::schema::{Dimension, Schema, UNKNOWN};
use super::shape::open_key;
#[cfg(test)]
use super::shape::shape;
use super::system::Key;
#[cfg(test)]
use super::system::{Builder, Role, System};

/// A year as it is handed in: coded records and the true flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    /// The calendar year.
    pub year: i32,
    /// Everything received in it.
    pub records: Vec<Record>,
    /// Its flow.
    pub flow: Flow<u32>,
}

impl Year {
    /// How many complaints were received.
    #[must_use]
    pub fn received(&self) -> u64 {
        self.records.iter().map(|r| u64::from(r.count)).sum()
    }

    /// Checks the schema, every record and the flow.
    ///
    /// # Errors
    /// The first that does not fit.
    pub fn check(&self, schema: &Schema) -> Result<(), Refused> {
        schema.check()?;
        self.records.iter().try_for_each(|record| check_record(schema, record))?;
        if self.received() != u64::from(self.flow.received) {
            return Err(Refused::Received);
        }
        self.flow.check().map_err(|_| Refused::Flow)?;
        let Some((dimension, code)) = &schema.open else { return Ok(()) };
        let is_open = |r: &&Record| code_of(schema, r, *dimension).is_ok_and(|c| c == code);
        let open: u64 = self.records.iter().filter(is_open).map(|r| u64::from(r.count)).sum();
        let old = u64::from(self.flow.carried_out).checked_sub(open);
        if old.is_some_and(|old| old <= u64::from(self.flow.carried_in)) { Ok(()) } else { Err(Refused::Flow) }
    }
}

impl Schema {
    /// Checks that the hub is there, that no value is there twice, and that exclusions form no circle.
    ///
    /// # Errors
    /// The first that does not fit.
    pub fn check(&self) -> Result<(), Refused> {
        if let Some(hub) = self.hub.filter(|hub| self.values(*hub).is_none()) {
            return Err(Refused::NoSuchHub(hub));
        }
        let mut seen = BTreeSet::new();
        for (dimension, values) in &self.dimensions {
            let different: BTreeSet<&String> = values.iter().collect();
            if values.is_empty() || different.len() != values.len() || !seen.insert(*dimension) {
                return Err(Refused::Vocabulary(*dimension));
            }
        }
        // Within one hub value, tied dimensions are joined exactly as long as they form no circle.
        let mut joined: BTreeMap<Dimension, Dimension> = BTreeMap::new();
        let edges: BTreeSet<(Dimension, Dimension)> =
            self.impossible.iter().map(|(a, _, b, _)| (*a.min(b), *a.max(b))).collect();
        for (a, b) in edges.into_iter().filter(|(a, b)| self.hub != Some(*a) && self.hub != Some(*b)) {
            let (x, y) = (root(&joined, a), root(&joined, b));
            if x == y {
                return Err(Refused::Circle(a, b));
            }
            joined.insert(x, y);
        }
        Ok(())
    }
}

fn root(joined: &BTreeMap<Dimension, Dimension>, mut of: Dimension) -> Dimension {
    while let Some(next) = joined.get(&of) {
        of = *next;
    }
    of
}

fn check_record(schema: &Schema, record: &Record) -> Result<(), Refused> {
    for (dimension, values) in &schema.dimensions {
        let code = code_of(schema, record, *dimension)?;
        if !values.iter().any(|v| v == code) {
            return Err(Refused::UnknownCode(*dimension, code.to_owned()));
        }
    }
    if let Some(hub) = schema.hub {
        let values = schema.values(hub).unwrap_or_default();
        if let Some(code) = record.also.iter().find(|code| !values.contains(code)) {
            return Err(Refused::UnknownCode(hub, code.clone()));
        }
    }
    let has = |d: Dimension, v: &str| code_of(schema, record, d).is_ok_and(|code| code == v);
    match schema.impossible.iter().find(|(a, v, b, w)| has(*a, v) && has(*b, w)) {
        Some((a, _, b, _)) => Err(Refused::Excluded(*a, *b)),
        None => Ok(()),
    }
}

/// The code that a record counts under; `unknown` when it has none and the vocabulary knows that value.
fn code_of<'a>(schema: &Schema, record: &'a Record, dimension: Dimension) -> Result<&'a str, Refused> {
    let unknown = || schema.values(dimension).is_some_and(|values| values.iter().any(|v| v == UNKNOWN));
    match record.codes.get(&dimension) {
        Some(code) => Ok(code),
        None if unknown() => Ok(UNKNOWN),
        None => Err(Refused::Missing(dimension)),
    }
}

/// A record by the places of its values.
struct Placed {
    count: i64,
    at: BTreeMap<Dimension, usize>,
    also: Vec<usize>,
}

/// The records of a year by places, ready to be counted.
pub struct Tally {
    records: Vec<Placed>,
    flow: Flow<u32>,
    open: Option<Key>,
    hub: Option<Dimension>,
    members: Vec<i64>,
}

impl Tally {
    /// Places records; they must have been checked.
    #[must_use]
    pub fn new(year: &Year, plan: &Plan, schema: &Schema) -> Self {
        let place = |record: &Record| {
            let own = |axis: &super::plan::Axis| {
                let code = code_of(schema, record, axis.dimension).ok()?;
                Some((axis.dimension, axis.place(code)?))
            };
            let main = schema.hub.and_then(|hub| code_of(schema, record, hub).ok());
            let also: BTreeSet<&String> = record.also.iter().filter(|code| Some(code.as_str()) != main).collect();
            let hub = plan.hub_axis();
            Placed {
                count: i64::from(record.count),
                at: plan.axes.iter().filter_map(own).collect(),
                also: also.into_iter().filter_map(|code| hub?.place(code)).collect(),
            }
        };
        let codes =
            |axis: &super::plan::Axis| axis.members.iter().map(|m| i64::try_from(m.len()).unwrap_or(0)).collect();
        Self {
            records: year.records.iter().map(place).collect(),
            flow: year.flow,
            open: open_key(plan, schema),
            hub: plan.hub,
            members: plan.hub_axis().map(codes).unwrap_or_default(),
        }
    }

    /// The number of a count of this year.
    #[must_use]
    pub fn count(&self, key: &Key, year: i32) -> i64 {
        let flow = |number: u32| i64::from(number);
        match key {
            Key::Carried(at) if *at == year => flow(self.flow.carried_out),
            Key::Carried(_) => flow(self.flow.carried_in),
            Key::Closed(_) => flow(self.flow.closed),
            Key::StillOpen(_) => flow(self.flow.carried_out) - self.still_open(year),
            Key::OldClosed(_) => flow(self.flow.carried_in) - flow(self.flow.carried_out) + self.still_open(year),
            Key::Complaints(_, values) => {
                let fits = |r: &&Placed| values.iter().all(|(d, v)| r.at.get(d) == Some(v));
                self.records.iter().filter(fits).map(|r| r.count).sum()
            }
            Key::Also(_, value) => self.also(*value),
            Key::Mentions(_, value) => self.main(*value) + self.also(*value),
            Key::Unmentioned(_, value) => {
                let codes = self.members.get(*value).copied().unwrap_or_default();
                codes * self.main(None) - self.main(Some(*value)) - self.also(Some(*value))
            }
        }
    }

    fn still_open(&self, year: i32) -> i64 {
        self.open.as_ref().map_or(0, |key| self.count(key, year))
    }

    fn main(&self, value: Option<usize>) -> i64 {
        let hub = self.hub;
        let fits = |r: &&Placed| value.is_none_or(|v| hub.is_some_and(|d| r.at.get(&d) == Some(&v)));
        self.records.iter().filter(fits).map(|r| r.count).sum()
    }

    fn also(&self, value: Option<usize>) -> i64 {
        let times = |r: &Placed| r.also.iter().filter(|v| value.is_none_or(|value| **v == value)).count();
        self.records.iter().map(|r| r.count * i64::try_from(times(r)).unwrap_or_default()).sum()
    }
}

/// The system of a year by itself.
#[cfg(test)]
pub fn tabulate(year: &Year, plan: &Plan, schema: &Schema) -> System {
    let mut builder = Builder::default();
    let tally = Tally::new(year, plan, schema);
    let source = |key: &Key, role: Role| (tally.count(key, plan.year), role);
    shape(plan, schema, &source, &mut builder);
    builder.build()
}
