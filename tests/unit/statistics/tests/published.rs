//! The check that anybody can do by addition, and the chain of frozen blocks.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::registers::{star, year};
use crate::statistics::{Count, Figures, Flow, Size, Unsound, release, sound};
use crate::yearbook::frozen::{first_lost, judge};
use crate::yearbook::{Broken, Frozen};

fn released(at: i32, count: u32, seed: u64) -> Figures {
    let schema = star();
    release(&year(&schema, at, count, seed), &schema, 5, &[]).unwrap()
}

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year + 1, 1, 31).unwrap()
}

fn frozen(previous: Option<&Frozen>, figures: Figures) -> Frozen {
    Frozen::new(day(figures.year), 1, previous, Vec::new(), figures)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn what_is_released_is_sound(count in 0_u32..70, seed in any::<u64>()) {
        let schema = super::registers::narrow(&star(), 4);
        let figures = release(&year(&schema, 2025, count, seed), &schema, 5, &[]).unwrap();
        prop_assert_eq!(sound(&figures), Ok(()));
        prop_assert_eq!(judge(&[(2025, &[frozen(None, figures)])]), vec![]);
    }

    /// A number that is shown cannot be changed by one without a line that no longer adds up, or that gives a number away.
    #[test]
    fn one_changed_number_shows(seed in any::<u64>(), pick in any::<prop::sample::Index>()) {
        let mut figures = released(2025, 45, seed % 50);
        let places: Vec<(usize, usize)> = (0..figures.tables.len())
            .flat_map(|t| (0..figures.tables[t].rows.len()).map(move |r| (t, r)))
            .filter(|(t, r)| figures.tables[*t].rows[*r].counts.0[0].shown().is_some())
            .collect();
        prop_assume!(!places.is_empty());
        let (table, row) = *pick.get(&places);
        let all_shown = figures.tables[table].rows.iter().all(|r| r.counts.0[0].shown().is_some());
        let count = &mut figures.tables[table].rows[row].counts.0[0];
        *count = Count::Shown(count.shown().unwrap() + 1);
        if all_shown {
            prop_assert!(sound(&figures).is_err());
        }
        let block = Frozen { sha256: String::new(), ..frozen(None, figures) };
        prop_assert!(judge(&[(2025, &[block])]).iter().any(|(.., broken)| *broken == Broken::Changed));
    }
}

#[test]
fn a_flow_of_three_numbers_gives_the_fourth() {
    let mut figures = released(2025, 9, 1);
    assert_eq!((figures.size, sound(&figures)), (Size::Total, Ok(())));
    let (received, hidden) = (figures.received, Count::Hidden);
    figures.flow = Flow { carried_in: hidden, received, closed: Count::Shown(8), carried_out: Count::Shown(6) };
    assert_eq!(sound(&figures), Err(Unsound::Flow));
    figures.flow =
        Flow { carried_in: Count::Shown(6), received, closed: Count::Shown(8), carried_out: Count::Shown(6) };
    assert_eq!(sound(&figures), Err(Unsound::Flow));
}

#[test]
fn blocks_hang_together_over_years_and_revisions() {
    let first = frozen(None, released(2024, 30, 1));
    let second = frozen(Some(&first), released(2025, 30, 2));
    let revised = Frozen::new(day(2025), 2, Some(&second), Vec::new(), second.figures.clone());
    let early = Frozen::new(day(2024), 2, Some(&first), Vec::new(), first.figures.clone());
    let judged = |a: &[&Frozen], b: &[&Frozen]| -> Vec<Broken> {
        let own = |blocks: &[&Frozen]| blocks.iter().map(|block| (*block).clone()).collect::<Vec<_>>();
        judge(&[(2024, &own(a)), (2025, &own(b))]).into_iter().map(|(.., broken)| broken).collect()
    };
    assert_eq!(judged(&[&first], &[&second, &revised]), vec![]);
    // The year before may be revised after the next one was closed.
    assert_eq!(judged(&[&first, &early], &[&second]), vec![]);
    assert_eq!(judged(&[], &[&second]), vec![Broken::Chain]);
    assert_eq!(judged(&[&first], &[&revised]), vec![Broken::Chain, Broken::Order]);
    assert_eq!(judged(&[&second], &[]), vec![Broken::Chain, Broken::Order]);
    let later = Frozen { closed_on: day(2026), ..second.clone() };
    assert_eq!(judged(&[&first], &[&later]), vec![Broken::Changed]);
    let both = [second, revised];
    assert_eq!(first_lost(&both[..1], &both), None);
    assert_eq!(first_lost(&both, &both[..1]), Some(1));
    assert_eq!(first_lost(&both[..1], &both[1..]), Some(0));
}
