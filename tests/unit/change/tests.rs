//! What may happen to a log and what may not.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::Difference::{Appended, Changed, Inserted, Removed, Reordered, Same};
use super::merge::{Lost, Merged};

use super::*;

fn log(letters: &str) -> Vec<EntryKey> {
    entries(letters.chars())
}

/// A log from the texts of its entries, in order.
fn entries<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Vec<EntryKey> {
    texts.into_iter().enumerate().map(|(index, text)| EntryKey { text: text.into(), index }).collect()
}

#[test]
fn each_kind_of_difference_is_named() {
    let rows: [(&str, &str, &[Difference]); 16] = [
        ("", "", &[Same]),
        ("ab", "ab", &[Same]),
        ("", "ab", &[Appended(2)]),
        ("ab", "abc", &[Appended(1)]),
        ("aa", "aaa", &[Appended(1)]),
        ("ab", "axb", &[Inserted(1)]),
        ("ab", "xab", &[Inserted(0)]),
        ("bx", "xbx", &[Inserted(0)]),
        ("ab", "ax", &[Changed(1)]),
        ("abc", "axc", &[Changed(1)]),
        ("ab", "axy", &[Changed(1), Appended(1)]),
        ("abc", "ab", &[Removed(2)]),
        ("abc", "bc", &[Removed(0)]),
        ("abc", "bcd", &[Removed(0), Appended(1)]),
        ("aab", "ab", &[Removed(1)]),
        ("abc", "acb", &[Reordered(1)]),
    ];
    for (before, after, expected) in rows {
        let found = compare(&log(before), &log(after));
        // Which of two swapped entries moved is a matter of taste; that one did is not.
        if let [Reordered(_)] = expected {
            assert!(matches!(found[..], [Reordered(_)]), "{before} -> {after}: {found:?}");
        } else {
            assert_eq!(found, expected, "{before} -> {after}");
        }
    }
}

#[test]
fn a_merge_that_takes_one_side_is_found() {
    let merged = compare_merge(&[&log("abx"), &log("aby")], &log("abx"));
    assert_eq!(merged.lost, [Lost { parent: 1, what: Removed(2) }]);
    assert!(!merged.is_allowed());
    let changed = compare_merge(&[&log("abx"), &log("aby")], &log("abxz"));
    assert_eq!(changed.lost, [Lost { parent: 1, what: Changed(2) }]);
}

#[test]
fn a_merge_may_add_at_the_end_only() {
    let parents: [&[EntryKey]; 2] = [&log("abx"), &log("aby")];
    assert_eq!(compare_merge(&parents, &log("abyx")), Merged::default());
    assert_eq!(compare_merge(&parents, &log("abxyz")).added, [Appended(1)]);
    assert!(compare_merge(&parents, &log("abxyz")).is_allowed());
    assert_eq!(compare_merge(&parents, &log("abzxy")).added, [Inserted(2)]);
    assert!(!compare_merge(&parents, &log("abzxy")).is_allowed());
    assert!(!compare_merge(&parents, &log("baxy")).is_allowed(), "each parent's order stays");
}

#[test]
fn a_merge_of_logs_with_equal_entries_keeps_the_order_of_each() {
    assert!(compare_merge(&[&log("bx"), &log("x")], &log("bx")).is_allowed());
    assert!(compare_merge(&[&log("bx"), &log("xb")], &log("bxb")).lost.is_empty());
    let twice = compare_merge(&[&log("ab"), &log("ab")], &log("abb"));
    assert_eq!(twice.added, [Appended(1)], "what both have counts once");
}

#[test]
fn a_long_log_made_to_be_slow_is_compared_at_once() {
    let before = entries((0..50_000).map(|n| (n % 7).to_string()));
    let after = entries((0..50_000).rev().map(|n| (n % 5).to_string()));
    assert!(compare(&before, &after).iter().any(|difference| !difference.is_allowed()));
}

fn letters() -> impl Strategy<Value = Vec<char>> {
    vec(prop::char::range('a', 'e'), 0..12)
}

fn keys(texts: &[char]) -> Vec<EntryKey> {
    entries(texts.iter().copied())
}

proptest! {
    #[test]
    fn appending_is_always_in_order(before in letters(), new in letters()) {
        let after = [before.clone(), new.clone()].concat();
        let expected = if new.is_empty() { Same } else { Appended(new.len()) };
        prop_assert_eq!(compare(&keys(&before), &keys(&after)), vec![expected]);
        prop_assert!(compare_merge(&[&keys(&before)], &keys(&after)).is_allowed());
    }

    #[test]
    fn in_order_means_that_the_old_log_is_the_beginning(before in letters(), after in letters()) {
        let found = compare(&keys(&before), &keys(&after));
        let allowed = found.iter().all(|difference| difference.is_allowed());
        prop_assert_eq!(allowed, after.starts_with(&before), "{:?}", found);
        prop_assert_eq!(compare_merge(&[&keys(&before)], &keys(&after)).is_allowed(), allowed);
    }

    #[test]
    fn removing_is_always_found(before in vec(prop::char::range('a', 'e'), 1..12), at: Index, new in letters()) {
        let mut after = before.clone();
        after.remove(at.index(before.len()));
        let shorter = compare(&keys(&before), &keys(&after));
        prop_assert!(shorter.iter().any(|difference| !difference.is_allowed()));
        // Adding entries cannot hide it, unless they restore the very same log.
        after.extend(new);
        let found = compare(&keys(&before), &keys(&after));
        prop_assert!(after.starts_with(&before) || found.iter().any(|difference| !difference.is_allowed()));
    }

    #[test]
    fn changing_is_always_found(before in vec(prop::char::range('a', 'e'), 1..12), at: Index, new in letters()) {
        let at = at.index(before.len());
        let mut after = before.clone();
        after[at] = 'z';
        after.extend(new);
        let found = compare(&keys(&before), &keys(&after));
        prop_assert!(found.iter().any(|difference| !difference.is_allowed()), "{:?}", found);
    }

    #[test]
    fn a_merge_of_two_appended_logs_holds_both(base in letters(), ours in letters(), theirs in letters(), picks in vec(any::<bool>(), 24)) {
        let one = [base.clone(), ours.clone()].concat();
        let two = [base.clone(), theirs.clone()].concat();
        let (mut left, mut right) = (ours.iter().peekable(), theirs.iter().peekable());
        let mut result = base;
        for pick in picks {
            let next = if pick || right.peek().is_none() { left.next().or_else(|| right.next()) } else { right.next() };
            result.extend(next);
        }
        let merged = compare_merge(&[&keys(&one), &keys(&two)], &keys(&result));
        prop_assert_eq!(merged.lost, vec![]);
    }

    #[test]
    fn a_merge_loses_nothing_just_when_each_parent_is_in_it(one in letters(), two in letters(), result in letters()) {
        let merged = compare_merge(&[&keys(&one), &keys(&two)], &keys(&result));
        let within = |log: &[char]| { let mut rest = result.iter(); log.iter().all(|c| rest.any(|r| r == c)) };
        prop_assert_eq!(merged.lost.is_empty(), within(&one) && within(&two));
    }
}
