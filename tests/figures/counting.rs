//! What is counted, against counts made by another reader and against what must always hold.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use klacht::counting::{self, Coded, Counted, closing};
use klacht::docket::Docket;
use klacht::publish::closing::{complaints, read};
use klacht::register::{Register, Snapshot};
use klacht::regulation::Disposition;
use klacht::statistics::{Dimension, Record, Schema};

use crate::common::{REGULATIONS, draws, root};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn files() -> impl Snapshot {
    Register::folder(root()).unwrap().work_tree().unwrap()
}

fn counted(regulation: &str, year: i32, on: &str) -> Counted {
    let files = files();
    let (basis, paths) = read(&files, regulation).unwrap();
    let all = complaints(&files, &paths, &basis, regulation, day(on)).unwrap();
    let versions = closing::in_force(&basis.policy.histories[regulation], year);
    counting::count(year, &versions.iter().map(|(_, r)| *r).collect::<Vec<_>>(), &all)
}

fn table(counted: &Counted, dimension: Dimension) -> BTreeMap<&str, u32> {
    let mut counts = BTreeMap::new();
    for record in &counted.year.records {
        *counts.entry(record.codes[&dimension].as_str()).or_default() += record.count;
    }
    counts
}

fn is<const N: usize>(counted: &Counted, dimension: Dimension, expected: [(&str, u32); N]) {
    assert_eq!(table(counted, dimension), BTreeMap::from(expected), "{dimension}");
}

/// Counted from the fourteen files of `cases/cmm/2025`, read by a script of ten lines (regular expressions on `step`, `on` and the codes; five
/// are reports) and by eye for K25-531A8S, which began as a report and was opened again.
#[test]
fn the_year_2025_of_cmm_is_what_a_second_reader_counts() {
    let counted = counted("cmm", 2025, "2026-01-31");
    is(
        &counted,
        Dimension::Topic,
        [("trainer", 3), ("training", 2), ("verwachting", 3), ("verwachting-administratie", 1)],
    );
    is(&counted, Dimension::Channel, [("e-mail", 6), ("post", 2), ("telefoon", 1)]);
    is(&counted, Dimension::Complainant, [("cursist", 6), ("klant", 3)]);
    is(
        &counted,
        Dimension::Outcome,
        [
            ("beide-doelen", 1),
            ("geen-doel", 1),
            ("inadmissible", 1),
            ("relatie-hersteld", 3),
            ("verwachting-bijgesteld", 2),
            ("withdrawn", 1),
        ],
    );
    is(&counted, Dimension::Timeliness, [("in-time", 7), ("late", 2)]);
    is(&counted, Dimension::HandlingBand, [("half", 1), ("late", 2), ("whole", 6)]);
    is(
        &counted,
        Dimension::Cause,
        [("administratie", 2), ("anders", 1), ("none", 2), ("planning", 2), ("uitvoering", 1), ("voorlichting", 1)],
    );
    is(&counted, Dimension::Quarter, [("q1", 2), ("q2", 2), ("q3", 2), ("q4", 3)]);
    is(&counted, Dimension::Escalation, [("mediator", 3), ("none", 6)]);
    is(&counted, Dimension::Hearing, [("held", 7), ("none", 2)]);
    is(&counted, Dimension::Measures, [("none", 3), ("verified", 6)]);
    is(&counted, Dimension::Reopening, [("none", 8), ("reopened", 1)]);
    let also: usize = counted.year.records.iter().map(|r| r.also.len()).sum();
    assert_eq!(also, 3);
    let flow = counted.year.flow;
    assert_eq!((flow.carried_in, flow.received, flow.closed, flow.carried_out), (0, 9, 8, 1));
}

/// Counted from the rows of `cases/interactie/2025/yearbook.yaml` by a script that knows only commas and colons. All are destroyed; one
/// row is of a report.
#[test]
fn the_year_2025_of_interactie_is_what_its_rows_say() {
    let counted = counted("interactie", 2025, "2026-11-20");
    is(&counted, Dimension::Topic, [("factuur", 2), ("kwaliteit", 3), ("totstandkoming", 5), ("uitvoering", 8)]);
    is(&counted, Dimension::Outcome, [("deels-gegrond", 7), ("gegrond", 1), ("ongegrond", 10)]);
    is(&counted, Dimension::Timeliness, [("extended", 1), ("in-time", 16), ("late", 1)]);
    is(&counted, Dimension::Satisfaction, [("ja", 8), ("nee", 2), ("onbekend", 8)]);
    is(&counted, Dimension::Extension, [("none", 17), ("once", 1)]);
    is(&counted, Dimension::Progress, [("in-time", 17), ("late", 1)]);
    // What every reader knows of the two tables is told to the protection.
    let tie = (Dimension::Timeliness, "extended".to_owned(), Dimension::Extension, "none".to_owned());
    assert!(counted.schema.impossible.contains(&tie));
    is(&counted, Dimension::Quarter, [("q1", 3), ("q2", 5), ("q3", 4), ("q4", 6)]);
    assert_eq!(counted.year.flow.received, 18);
}

#[test]
fn the_flow_adds_up_and_goes_on_from_year_to_year() {
    let files = files();
    for regulation in REGULATIONS {
        let (basis, paths) = read(&files, regulation).unwrap();
        for month in (0..36_u32).step_by(draws(5, 1)) {
            let on = NaiveDate::from_ymd_opt(2024 + i32::try_from(month / 12).unwrap(), month % 12 + 1, 28).unwrap();
            let all = complaints(&files, &paths, &basis, regulation, on).unwrap();
            let mut carried = 0;
            for year in 2023..=2027 {
                let flow = counting::count(year, &[], &all).year.flow;
                assert_eq!(flow.check(), Ok(()), "{regulation} {year} on {on}");
                assert_eq!(flow.carried_in, carried, "{regulation} {year} on {on}");
                carried = flow.carried_out;
            }
        }
    }
}

/// What a complaint counts as, apart from its days, which no row keeps.
fn bare(coded: &Coded) -> (Record, i32, Option<i32>) {
    let record = Record { days: None, ..coded.record.clone() };
    (record, coded.received.year, coded.closed.map(|q| q.year))
}

fn only(schema: &Schema, mut record: Record) -> Record {
    record.codes.retain(|d, _| schema.values(*d).is_some());
    record
}

#[test]
fn a_destroyed_case_counts_as_it_did() {
    let files = files();
    let mut tried = 0;
    for regulation in REGULATIONS {
        let (basis, paths) = read(&files, regulation).unwrap();
        let history = &basis.policy.histories[regulation];
        for path in paths.iter().filter(|p| p.strip_suffix(".md").is_some()) {
            let source = std::fs::read_to_string(root().join(path)).unwrap();
            let case = klacht::case::read(&source).0.unwrap();
            let (version, _) = basis.policy.in_force(regulation, case.first_day()).unwrap();
            let leaves = version.regulation.retention.as_ref().is_none_or(|r| r.leaves == Disposition::Tally);
            let docket = Docket::replay(&case, version, &history.people);
            if case.destroyed.is_some() || docket.progress.ended.is_none() || !leaves {
                continue;
            }
            let on = docket.last_recorded();
            let before = counting::code(&docket, on);
            let after = counting::code_row(&counting::row(&docket, on), &version.regulation);
            let schema = counting::schema(&[&version.regulation]);
            let known = |coded: Coded| {
                let (record, received, closed) = bare(&coded);
                (only(&schema, record), received, closed)
            };
            assert_eq!(before.map(known), after.map(known), "{path}");
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
}

#[test]
fn what_comes_after_the_freeze_day_changes_nothing() {
    let files = files();
    let on = day("2025-06-30");
    let mut cut = 0;
    for regulation in ["cmm", "square-mile"] {
        let (basis, paths) = read(&files, regulation).unwrap();
        let all = complaints(&files, &paths, &basis, regulation, on).unwrap();
        assert!(all.iter().all(|c| c.received.year < 2025 || c.received.number <= 2), "{regulation}");
        for path in paths.iter().filter(|p| p.strip_suffix(".md").is_some()) {
            let source = std::fs::read_to_string(root().join(path)).unwrap();
            let case = klacht::case::read(&source).0.unwrap();
            let Some(then) = counting::as_of(&case, on) else {
                assert!(case.first_day() > on);
                continue;
            };
            assert!(then.log.iter().all(|e| e.on <= on));
            cut += case.log.len() - then.log.len();
        }
    }
    assert!(cut > 0, "no case goes on after {}", on.year());
}

/// Read by eye: one has an amount, one had none when it was opened again, one agreed on nothing after its amount fell through.
#[test]
fn an_amount_counts_as_long_as_its_round_stands() {
    let (basis, _) = read(&files(), "cbmk").unwrap();
    let history = &basis.policy.histories["cbmk"];
    let codes = |path: &str, dimension: Dimension| {
        let source = std::fs::read_to_string(root().join("cases/cbmk").join(path)).unwrap();
        let case = klacht::case::read(&source).0.unwrap();
        let (version, _) = basis.policy.in_force("cbmk", case.first_day()).unwrap();
        let docket = Docket::replay(&case, version, &history.people);
        counting::code(&docket, day("2026-11-20")).unwrap().record.codes[&dimension].clone()
    };
    let (redress, reopening) = (Dimension::Redress, Dimension::Reopening);
    let expected = [
        ("2026/10/K26-VA20FR.md", "amount", "none"),
        ("2026/06/K26-8Q9CQM.md", "none", "reopened"),
        ("2025/01/K25-BNGCAF.md", "none", "reopened"),
    ];
    for (path, amount, again) in expected {
        assert_eq!((codes(path, redress), codes(path, reopening)), (amount.to_owned(), again.to_owned()), "{path}");
    }
}
