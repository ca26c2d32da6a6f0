//! From dockets and tally rows to what a year is counted by. The one part of the room that knows a regulation and its cases; what
//! leaves it knows neither.
//!
//! Population: complaints received in the year (a report counts from the day it became a complaint). Everything is as known at the end
//! of the freeze day. `docs/statistics.md` defines each dimension.

pub mod closing;
pub(crate) mod codes;
pub(crate) mod coding;
pub(crate) mod quarter;
pub(crate) mod tallied;
pub(crate) mod term;
pub(crate) mod vocabulary;

use std::collections::BTreeMap;

use crate::regulation::Regulation;
use crate::statistics::{Dimension, Flow, Record, Schema, UNKNOWN, Year};

pub use crate::counting::coding::{Coded, as_of, code};
pub use crate::counting::quarter::Quarter;
pub(crate) use crate::counting::tallied::differing;
pub use crate::counting::tallied::{code as code_row, row};
pub(crate) use crate::counting::term::acknowledgement_due;
pub use crate::counting::vocabulary::schema;

/// A year, counted: ready to be protected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// By what it is counted.
    pub schema: Schema,
    /// The complaints received in it, without order, id or date, and where they came from and went.
    pub year: Year,
}

/// Counts a year. `versions` are those in force in it, oldest first; `all` are the complaints of every year, for the flow.
#[must_use]
pub fn count(year: i32, versions: &[&Regulation], all: &[Coded]) -> Counted {
    let mut schema = schema(versions);
    let mut records: Vec<Record> = all.iter().filter(|c| c.received.year == year).map(|c| c.record.clone()).collect();
    for (dimension, values) in &mut schema.dimensions {
        let mut unknown = false;
        for record in &mut records {
            unknown |= settle(record, *dimension, values);
        }
        if unknown {
            values.push(UNKNOWN.to_owned());
        }
    }
    let topics = schema.values(Dimension::Topic).unwrap_or_default();
    for record in &mut records {
        let kept: BTreeMap<Dimension, String> =
            std::mem::take(&mut record.codes).into_iter().filter(|(d, _)| schema.values(*d).is_some()).collect();
        record.codes = kept;
        record.also.retain(|t| topics.contains(t));
    }
    // How long a destroyed case took is not kept; a mean of the others would be of the slow ones.
    if records.iter().any(|r| r.days.is_none() && !is_open(r)) {
        records.iter_mut().for_each(|r| r.days = None);
    }
    records.sort();
    schema.impossible = crate::counting::vocabulary::impossible(&schema);
    Counted { schema, year: Year { year, records, flow: flow(year, all) } }
}

/// Gives a record a value of the vocabulary; whether that is `unknown`.
fn settle(record: &mut Record, dimension: Dimension, values: &[String]) -> bool {
    let known = record.codes.get(&dimension).is_some_and(|code| values.contains(code));
    if !known {
        record.codes.insert(dimension, UNKNOWN.to_owned());
    }
    !known
}

fn is_open(record: &Record) -> bool {
    record.codes.get(&Dimension::Outcome).is_some_and(|code| code == crate::counting::codes::OPEN)
}

/// The flow of a year. A complaint is closed in the year in which it first ended.
fn flow(year: i32, all: &[Coded]) -> Flow<u32> {
    let sum = |of: &dyn Fn(&Coded) -> bool| all.iter().filter(|c| of(c)).map(|c| c.record.count).sum();
    let open_after = |c: &Coded, year: i32| c.received.year <= year && c.closed.is_none_or(|q| q.year > year);
    Flow {
        carried_in: sum(&|c| open_after(c, year - 1)),
        received: sum(&|c| c.received.year == year),
        closed: sum(&|c| c.closed.is_some_and(|q| q.year == year)),
        carried_out: sum(&|c| open_after(c, year)),
    }
}
