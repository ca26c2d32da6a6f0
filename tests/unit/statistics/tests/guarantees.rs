//! One test per guarantee.

use super::case_list::year_of;
use super::registers::{narrow, star, with_open, year};
use crate::statistics::audit::Puzzle;
use crate::statistics::correction::may_replace;
use crate::statistics::protect::{Rule, small};
use crate::statistics::release::{Prepared, prepare};
use crate::statistics::system::Role;
use crate::statistics::tabulate::tabulate;
use crate::statistics::verify::{Unproven, verify};
use crate::statistics::{Count, Dimension, Figures, Flow, Record, Refused, Schema, Size, Times, Year, release};

const K: u32 = 5;

/// Years of different sizes, with what is hidden of them.
fn years() -> Vec<(Schema, Year, Figures, Prepared)> {
    let schema = narrow(&star(), 5);
    [5, 19, 20, 33, 49, 50, 75, 120, 200]
        .into_iter()
        .enumerate()
        .filter_map(|(seed, count)| {
            let year = year(&schema, 2025, count, seed as u64);
            let (figures, prepared) = prepare(&year, &schema, K, &[]).unwrap();
            prepared.map(|prepared| (schema.clone(), year, figures, prepared))
        })
        .collect()
}

#[test]
fn g01_every_hidden_count_has_two_witnesses_that_differ_by_k() {
    let mut looked = 0;
    for (.., prepared) in years() {
        for cell in prepared.done.hidden.iter().filter(|i| prepared.system.cells[**i].role == Role::Open) {
            let numbers: Vec<i64> = prepared.done.witnesses.iter().map(|w| w[*cell]).collect();
            assert!(numbers.iter().max().unwrap() - numbers.iter().min().unwrap() >= 5);
            looked += 1;
        }
    }
    assert!(looked > 50, "{looked}");
}

#[test]
fn g02_no_hidden_count_can_be_proven_small() {
    for (schema, _, figures, _) in years() {
        let puzzle = Puzzle::new(&[&figures], &schema);
        for mut group in puzzle.groups() {
            for at in group.cells.clone().into_iter().filter(|at| puzzle.unknowns[*at].part.is_some()) {
                let (least, most) = group.interval(at).unwrap();
                assert!(most >= 5 && most - least >= 5, "{:?} {least} {most}", puzzle.unknowns[at]);
            }
        }
    }
}

#[test]
fn g03_the_proof_needs_addition_only_and_can_fail() {
    let rule = Rule::new(K).unwrap();
    for (.., prepared) in years() {
        let primary = small(&prepared.system, rule);
        assert_eq!(verify(&prepared.system, &primary, &prepared.done, rule), Ok(()));
        let Some(cell) = prepared.done.counts.first().copied() else { continue };
        let mut shown = prepared.done.clone();
        shown.hidden.remove(&cell);
        assert!(verify(&prepared.system, &primary, &shown, rule).is_err());
        let mut few = prepared.done.clone();
        few.witnesses.truncate(1);
        assert!(matches!(verify(&prepared.system, &primary, &few, rule), Err(Unproven::Narrow { .. })));
        let mut wrong = prepared.done.clone();
        wrong.witnesses[0][cell] += 1;
        assert!(matches!(verify(&prepared.system, &primary, &wrong, rule), Err(Unproven::Impossible { witness: 0 })));
    }
}

#[test]
fn g04_all_years_together_keep_the_width() {
    let schema = narrow(&star(), 4);
    let mut releases: Vec<Figures> = Vec::new();
    let mut carried = 3;
    for (at, count) in [(2022, 60), (2023, 3), (2024, 30), (2025, 12), (2026, 80)] {
        let mut year = year(&schema, at, count, u64::from(count));
        year.flow.carried_in = carried;
        year.flow.carried_out = (carried + 2) % 7;
        year.flow.closed = carried + count - year.flow.carried_out;
        carried = year.flow.carried_out;
        releases.push(release(&year, &schema, K, &releases).unwrap());
    }
    let puzzle = Puzzle::new(&releases.iter().collect::<Vec<_>>(), &schema);
    let mut looked = 0;
    for mut group in puzzle.groups() {
        looked += group.cells.len();
        group.least_width(&puzzle, 5).unwrap();
    }
    assert!(looked > 10, "{looked}");
}

#[test]
fn g04_what_was_shown_before_must_fit() {
    let schema = narrow(&star(), 2);
    let mut first = year(&schema, 2024, 60, 1);
    (first.flow.carried_in, first.flow.carried_out, first.flow.closed) = (20, 12, 68);
    let first = release(&first, &schema, K, &[]).unwrap();
    assert_eq!(first.flow.carried_out, Count::Shown(12));
    let mut second = year(&schema, 2025, 60, 2);
    (second.flow.carried_in, second.flow.carried_out, second.flow.closed) = (13, 12, 61);
    assert_eq!(release(&second, &schema, K, &[first]), Err(Refused::CarriedIn));
}

#[test]
fn g05_every_witness_is_a_year_that_gives_the_same_figures() {
    let mut tried = 0;
    for (schema, truth, _, prepared) in years() {
        for witness in &prepared.done.witnesses {
            let other = year_of(&prepared, witness, &truth);
            let system = tabulate(&other, &prepared.plan, &schema);
            for (at, cell) in prepared.system.cells.iter().enumerate() {
                assert_eq!(system.cells[at].key, cell.key);
                assert_eq!(system.cells[at].value, witness[at], "{:?}", cell.key);
            }
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn g05_witnesses_keep_apart_what_excludes_each_other() {
    let (schema, truth) = with_open();
    let prepared = prepare(&truth, &schema, K, &[]).unwrap().1.unwrap();
    assert!(prepared.done.witnesses.len() > 1);
    for witness in &prepared.done.witnesses {
        let other = year_of(&prepared, witness, &truth);
        assert_eq!(other.check(&schema), Ok(()));
        let system = tabulate(&other, &prepared.plan, &schema);
        let shown = (0..witness.len()).filter(|i| prepared.system.cells[*i].role != Role::Tie);
        shown.for_each(|i| assert_eq!(system.cells[i].value, witness[i], "{:?}", system.cells[i].key));
    }
}

#[test]
fn g06_who_knows_one_record_learns_no_other() {
    let mut pairs = 0;
    for (schema, truth, figures, prepared) in years().into_iter().take(6) {
        let puzzle = Puzzle::new(&[&figures], &schema);
        for record in truth.records.iter().take(12) {
            let mut other = truth.clone();
            other.records.retain(|r| r != record);
            let without = tabulate(&other, &prepared.plan, &schema);
            // The counts that the record is part of are those that fall without it.
            let own: Vec<usize> = (0..without.cells.len())
                .filter(|i| {
                    prepared.done.counts.contains(i) && without.cells[*i].value < prepared.system.cells[*i].value
                })
                .collect();
            for cell in prepared.done.counts.iter().filter(|i| !own.contains(i)) {
                let fits = |w: &&Vec<i64>| own.iter().all(|i| w[*i] >= 1);
                let numbers: Vec<i64> = prepared.done.witnesses.iter().filter(fits).map(|w| w[*cell]).collect();
                pairs += usize::from(!numbers.is_empty());
            }
        }
        for group in &mut puzzle.groups() {
            for at in group.cells.clone() {
                group.withstands(&puzzle, &[at], 4).unwrap();
            }
        }
    }
    assert!(pairs > 50, "{pairs}");
}

#[test]
fn g07_no_line_says_that_all_ended_alike() {
    for (_, _, figures, _) in years() {
        for table in figures.tables.iter().filter(|t| !t.columns.is_empty()) {
            for (row, column, count) in table.cells() {
                let totals = [table.count(row, None).unwrap(), table.count(None, column).unwrap()];
                let inner = row.is_some() && column.is_some();
                for total in totals.into_iter().filter_map(Count::shown).filter(|_| inner) {
                    assert!(count.shown().is_none_or(|shown| shown + 1 < total), "{row:?} {column:?}");
                }
            }
        }
    }
}

#[test]
fn g11_a_single_late_complaint_is_not_published() {
    let schema = narrow(&star(), 3);
    let mut year = year(&schema, 2025, 60, 4);
    let old = release(&year, &schema, K, &[]).unwrap();
    assert_eq!(may_replace(&old, &old, &[], &schema), Ok(()));
    year.records.push(year.records[0].clone());
    year.flow.received += 1;
    year.flow.closed += 1;
    let new = release(&year, &schema, K, &[]).unwrap();
    assert_eq!(may_replace(&old, &new, &[], &schema), Err(Refused::Difference));
}

#[test]
fn g11_a_year_that_was_half_forgotten_may_be_replaced() {
    let values = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let schema = Schema { dimensions: vec![(Dimension::Channel, values(&["brief", "e-mail"]))], ..Schema::default() };
    let of = |letters: u32, mails: u32| {
        let row = |code: &str, count| Record { count, ..Record::new([(Dimension::Channel, code.to_owned())]) };
        let received = letters + mails;
        let carried_out = received / 2;
        let flow = Flow { carried_in: 20, received, closed: 20 + received - carried_out, carried_out };
        release(&Year { year: 2025, records: vec![row("brief", letters), row("e-mail", mails)], flow }, &schema, K, &[])
            .unwrap()
    };
    assert_eq!(may_replace(&of(12, 14), &of(20, 21), &[], &schema), Ok(()));
    assert_eq!(may_replace(&of(12, 14), &of(20, 14), &[], &schema), Err(Refused::Difference));
    assert_eq!(may_replace(&of(12, 14), &of(13, 13), &[], &schema), Err(Refused::Difference));
}

#[test]
fn g13_times_need_ten_complaints() {
    let of = |days: &[(u32, u32)]| {
        let row = |(days, count): &(u32, u32)| Record { days: Some(*days), count: *count, ..Record::new([]) };
        Times::of(&days.iter().map(row).collect::<Vec<_>>())
    };
    assert_eq!(of(&[(3, 9)]), None);
    assert_eq!(of(&[(3, 5), (6, 5)]), Some(Times { median: 5, mean: 5 }));
    assert_eq!(of(&[(40, 1), (3, 5), (4, 5)]), Some(Times { median: 4, mean: 7 }));
}

#[test]
fn sizes_say_what_they_say() {
    let schema = narrow(&star(), 3);
    let size = |count: u32| release(&year(&schema, 2025, count, 3), &schema, K, &[]).unwrap();
    for count in [0, 1, 4] {
        let figures = size(count);
        assert_eq!((figures.size, figures.received), (Size::Fewer, Count::Fewer));
        assert_eq!(figures, Figures { ..size(2) }, "{count}");
    }
    for count in [5, 19] {
        let figures = size(count);
        assert_eq!((figures.size, figures.received), (Size::Total, Count::Shown(u64::from(count))));
        assert!(figures.tables.is_empty());
    }
    for count in [20, 49] {
        assert!(size(count).tables.iter().all(|t| t.columns.is_empty()));
        assert_eq!(size(count).size, Size::OneWay);
    }
    assert_eq!(size(1000).size, Size::Star);
}

/// Where completions are too many to try each, the ends of every hidden count are still found exactly, each by a table of whole numbers.
#[test]
fn g08_beyond_enumeration_every_count_keeps_its_width() {
    let mut beyond = 0;
    for (schema, _, figures, _) in years().into_iter().filter(|(_, _, figures, _)| figures.certificate.beyond > 0) {
        beyond += figures.certificate.beyond;
        let puzzle = Puzzle::new(&[&figures], &schema);
        for mut group in puzzle.groups() {
            for at in group.cells.clone().into_iter().filter(|at| puzzle.unknowns[*at].part.is_some()) {
                let (least, most) = group.interval(at).unwrap();
                assert!(most - least >= 5, "{:?} {least} {most}", puzzle.unknowns[at]);
            }
        }
    }
    assert!(beyond > 0);
}
