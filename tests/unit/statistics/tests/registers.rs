//! Made-up years for tests, reproducible from a number.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::statistics::{Dimension, Flow, Record, Schema, Year};

pub const TOPICS: [&str; 8] =
    ["bejegening", "wachttijd", "factuur", "inhoud", "planning", "privacy", "locatie", "overig"];

/// Eight tables by the hub: topic with eight other dimensions.
pub fn star() -> Schema {
    let values = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    Schema {
        dimensions: vec![
            (Dimension::Topic, values(&TOPICS)),
            (Dimension::Channel, values(&["brief", "e-mail", "telefoon", "formulier"])),
            (Dimension::Source, values(&["intern", "extern"])),
            (Dimension::Complainant, values(&["deelnemer", "klant", "ander"])),
            (Dimension::Severity, values(&["licht", "middel", "zwaar"])),
            (Dimension::Outcome, values(&["gegrond", "deels", "ongegrond", "ingetrokken"])),
            (Dimension::Timeliness, values(&["in-time", "extended", "late"])),
            (Dimension::Quarter, values(&["q1", "q2", "q3", "q4"])),
            (Dimension::HandlingBand, values(&["kort", "middel", "lang", "zeer-lang"])),
        ],
        hub: Some(Dimension::Topic),
        mentions: true,
        ..Schema::default()
    }
}

/// A schema with fewer dimensions.
pub fn narrow(schema: &Schema, dimensions: usize) -> Schema {
    Schema { dimensions: schema.dimensions[..dimensions].to_vec(), ..schema.clone() }
}

/// A number below `below`, small ones more often.
fn skewed(random: &mut ChaCha8Rng, below: usize) -> usize {
    let roll = || f64::from(u32::MAX);
    let unit = f64::from(random.next_u32()) / roll();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let at = (unit * unit * below as f64) as usize;
    at.min(below - 1)
}

/// A year of `count` complaints.
pub fn year(schema: &Schema, at: i32, count: u32, seed: u64) -> Year {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut records: Vec<Record> = (0..count)
        .map(|_| {
            let mut record = Record::new(
                schema.dimensions.iter().map(|(d, values)| (*d, values[skewed(&mut random, values.len())].clone())),
            );
            if let Some(hub) = schema.hub.filter(|_| schema.mentions && random.next_u32() % 4 == 0) {
                let values = schema.values(hub).unwrap();
                record.also.push(values[skewed(&mut random, values.len())].clone());
            }
            record.days = (random.next_u32() % 20 != 0).then_some(random.next_u32() % 60);
            record
        })
        .collect();
    records.retain(|r| r.count > 0);
    let carried_in = random.next_u32() % 12;
    let carried_out = random.next_u32() % 12;
    let carried_out = carried_out.min(carried_in + count);
    let flow = Flow { carried_in, received: count, closed: carried_in + count - carried_out, carried_out };
    Year { year: at, records, flow }
}

/// A year in which three values exclude each other: those still open have no outcome yet, and no time.
pub fn with_open() -> (Schema, Year) {
    let values = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let (outcome, time) = (Dimension::Outcome, Dimension::Timeliness);
    let mut impossible = vec![(outcome, "open".to_owned(), time, "late".to_owned())];
    impossible.push((outcome, "open".to_owned(), time, "in-time".to_owned()));
    impossible.extend(["upheld", "rejected"].map(|o| (outcome, o.to_owned(), time, "open".to_owned())));
    let schema = Schema {
        dimensions: vec![
            (Dimension::Topic, values(&["a", "b", "c"])),
            (outcome, values(&["upheld", "rejected", "open"])),
            (time, values(&["in-time", "late", "open"])),
        ],
        hub: Some(Dimension::Topic),
        mentions: false,
        impossible,
        open: Some((outcome, "open".to_owned())),
    };
    let row = |topic: &str, o: &str, t: &str, count| Record {
        count,
        ..Record::new([(Dimension::Topic, topic.to_owned()), (outcome, o.to_owned()), (time, t.to_owned())])
    };
    let records = vec![
        row("a", "upheld", "in-time", 14),
        row("a", "rejected", "late", 9),
        row("a", "open", "open", 2),
        row("b", "upheld", "in-time", 11),
        row("b", "rejected", "in-time", 12),
        row("b", "open", "open", 7),
        row("c", "upheld", "late", 8),
        row("c", "rejected", "in-time", 6),
        row("c", "open", "open", 1),
    ];
    (schema, Year { year: 2025, records, flow: Flow { carried_in: 9, received: 70, closed: 67, carried_out: 12 } })
}

/// A schema with every dimension that came with the second notation, and what readers know of them.
pub fn handled() -> Schema {
    let values = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let (time, extension) = (Dimension::Timeliness, Dimension::Extension);
    Schema {
        dimensions: vec![
            (Dimension::Topic, values(&TOPICS[..4])),
            (time, values(&["in-time", "extended", "late"])),
            (extension, values(&["none", "once", "several"])),
            (Dimension::Progress, values(&["in-time", "late", "not-applicable"])),
            (Dimension::Reopening, values(&["none", "reopened"])),
            (Dimension::Redress, values(&["none", "amount"])),
        ],
        hub: Some(Dimension::Topic),
        impossible: vec![(time, "extended".to_owned(), extension, "none".to_owned())],
        ..Schema::default()
    }
}

/// A year of [`handled`]: nothing is in an extended term that was never extended.
pub fn handled_year(count: u32, seed: u64) -> Year {
    let mut year = year(&handled(), 2025, count, seed);
    for record in year.records.iter_mut().filter(|r| r.codes[&Dimension::Timeliness] == "extended") {
        if record.codes[&Dimension::Extension] == "none" {
            record.codes.insert(Dimension::Extension, "once".to_owned());
        }
    }
    year
}
