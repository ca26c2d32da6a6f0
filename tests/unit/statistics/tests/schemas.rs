//! What a schema and its records must be, and why a number is a dash.

use super::registers::{narrow, star, with_open, year};
use crate::diagnostics::Lang;
use crate::statistics::release::prepare;
use crate::statistics::{
    Count, Dimension, Flow, OTHER, Record, Refused, Schema, Size, UNKNOWN, Year, explain, release,
};

fn refused(schema: &Schema, year: &Year) -> Refused {
    release(year, schema, 5, &[]).unwrap_err()
}

#[test]
fn a_schema_that_does_not_hold_together_is_refused() {
    let good = narrow(&star(), 3);
    let year = year(&good, 2025, 30, 1);
    let hub = Schema { hub: Some(Dimension::Cause), ..good.clone() };
    assert_eq!(refused(&hub, &year), Refused::NoSuchHub(Dimension::Cause));
    let mut twice = good.clone();
    twice.dimensions[1].1.push("brief".to_owned());
    assert_eq!(refused(&twice, &year), Refused::Vocabulary(Dimension::Channel));
    let pair = |a: Dimension, b: Dimension| (a, "x".to_owned(), b, "y".to_owned());
    let (c, s, o) = (Dimension::Channel, Dimension::Source, Dimension::Outcome);
    let circle = Schema { impossible: vec![pair(c, s), pair(s, o), pair(o, c)], ..good };
    assert!(matches!(refused(&circle, &year), Refused::Circle(..)));
}

#[test]
fn a_record_that_does_not_fit_is_refused() {
    let (schema, year) = with_open();
    let with = |change: &dyn Fn(&mut Year)| {
        let mut other = year.clone();
        change(&mut other);
        refused(&schema, &other)
    };
    let outcome = Dimension::Outcome;
    let set = |year: &mut Year, code: &str| drop(year.records[0].codes.insert(outcome, code.to_owned()));
    assert_eq!(with(&|y| set(y, "gone")), Refused::UnknownCode(outcome, "gone".to_owned()));
    assert_eq!(with(&|y| set(y, "open")), Refused::Excluded(outcome, Dimension::Timeliness));
    assert_eq!(with(&|y| drop(y.records[0].codes.remove(&outcome))), Refused::Missing(outcome));
    assert_eq!(with(&|y| y.records[0].count += 1), Refused::Received);
    assert_eq!(with(&|y| y.flow.closed += 1), Refused::Flow);
    // More is open than is carried out.
    assert_eq!(with(&|y| y.flow = Flow { carried_out: 9, closed: 70, ..y.flow }), Refused::Flow);
}

#[test]
fn a_record_without_a_code_is_unknown_where_that_is_a_value() {
    let mut schema = narrow(&star(), 2);
    schema.dimensions[1].1.push(UNKNOWN.to_owned());
    let mut year = year(&schema, 2025, 40, 1);
    year.records.iter_mut().take(12).for_each(|r| drop(r.codes.remove(&Dimension::Channel)));
    year.records.iter_mut().skip(12).for_each(|r| {
        r.codes.insert(Dimension::Channel, "brief".to_owned());
    });
    let prepared = prepare(&year, &schema, 5, &[]).unwrap().1.unwrap();
    let place = prepared.plan.axis(Dimension::Channel).unwrap().place(UNKNOWN).unwrap();
    let key = crate::statistics::system::Key::complaints(2025, &[(Dimension::Channel, place)]);
    assert_eq!(prepared.system.cells[prepared.system.index(&key).unwrap()].value, 12);
}

#[test]
fn small_values_of_the_hub_are_counted_together() {
    let values = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let schema = Schema {
        dimensions: vec![(Dimension::Topic, values(&["a", "b", "c", "d"]))],
        hub: Some(Dimension::Topic),
        ..Schema::default()
    };
    let row = |code: &str, count| Record { count, ..Record::new([(Dimension::Topic, code.to_owned())]) };
    let of = |counts: [u32; 4]| {
        let records = ["a", "b", "c", "d"].iter().zip(counts).map(|(code, count)| row(code, count)).collect();
        let received = counts.iter().sum();
        let flow = Flow { carried_in: 9, received, closed: received, carried_out: 9 };
        release(&Year { year: 2025, records, flow }, &schema, 5, &[]).unwrap()
    };
    let merged = of([3, 20, 2, 12]);
    assert_eq!(merged.merged, ["a", "c"]);
    assert_eq!(merged.table("topic").unwrap().count(Some(OTHER), None), Some(Count::Shown(5)));
    // One small value takes the last other one along.
    let filled = of([3, 20, 9, 12]);
    assert_eq!(filled.merged, ["a", "d"]);
    assert_eq!(filled.table("topic").unwrap().count(Some(OTHER), None), Some(Count::Shown(15)));
    assert!(of([8, 20, 9, 12]).merged.is_empty());
}

#[test]
fn every_dash_of_a_table_is_explained_alike() {
    let schema = narrow(&star(), 4);
    let figures = release(&year(&schema, 2025, 250, 1), &schema, 5, &[]).unwrap();
    let mut texts = std::collections::BTreeSet::new();
    for table in &figures.tables {
        for (row, column, count) in table.cells() {
            let text = explain(&figures, &table.id, row, column);
            assert_eq!(text.is_none(), count.shown().is_some());
            texts.extend(text.map(|t| t.in_(Lang::En).to_owned()));
        }
    }
    assert_eq!(texts.len(), 1);
    assert!(texts.first().is_some_and(|t| t.contains("we do not say")));
    for count in [3, 12, 30, 60] {
        let figures = release(&year(&schema, 2025, count, 1), &schema, 5, &[]).unwrap();
        assert!(figures.size < Size::Star || count == 60);
        assert!(explain(&figures, "topic-quarter", None, None).is_some());
    }
}
