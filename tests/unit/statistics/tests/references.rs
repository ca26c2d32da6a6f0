//! Tables of the literature with known answers, and one of the house.

use std::collections::BTreeSet;

use super::tables::{Plain, at, names, places, table};
use crate::statistics::protect::{Rule, interval, protect, small};
use crate::statistics::verify::verify;

fn set(names: &str) -> BTreeSet<String> {
    names.split_whitespace().map(ToOwned::to_owned).collect()
}

fn intervals(plain: &Plain, hidden: &BTreeSet<usize>, expected: &[(&str, i64, i64)]) {
    for (name, low, high) in expected {
        assert_eq!(interval(&plain.system, hidden, at(plain, name)), Some((*low, *high)), "{name}");
    }
}

/// Protects, verifies, and gives what is hidden.
fn hidden(plain: &Plain, primary: &BTreeSet<usize>, rule: Rule) -> BTreeSet<usize> {
    let done = protect(&plain.system, primary, rule).unwrap();
    assert_eq!(verify(&plain.system, primary, &done, rule), Ok(()));
    done.hidden
}

const SHOW_ZEROS: bool = false;

fn problem() -> Plain {
    table(
        &["w", "x", "y", "z"],
        &["a", "b", "c", "d"],
        &[&[30, 47, 64, 89], &[90, 124, 5, 31], &[92, 100, 59, 85], &[800, 991, 651, 685]],
    )
}

#[test]
fn t2_a_count_among_two_hidden_in_every_line_is_still_exact() {
    let plain = problem();
    let nine = places(&plain, "w:a w:b w:c x:a x:c y:b y:d z:b z:d");
    let before = [
        ("w:b", 47, 47),
        ("w:a", 25, 94),
        ("w:c", 0, 69),
        ("x:a", 26, 95),
        ("x:c", 0, 69),
        ("y:b", 0, 185),
        ("y:d", 0, 185),
        ("z:b", 906, 1091),
        ("z:d", 585, 770),
    ];
    intervals(&plain, &nine, &before);
    let after = hidden(&plain, &nine, Rule { k: 1, width: 5, zeros: SHOW_ZEROS });
    assert_eq!(names(&plain, &after), names(&plain, &nine).union(&set("x:d")).cloned().collect());
    intervals(&plain, &after, &[("w:b", 0, 78)]);
}

#[test]
fn t2_which_single_counts_would_do() {
    let plain = problem();
    for (name, high) in [("w:d", 136), ("x:b", 141), ("y:c", 116)] {
        intervals(&plain, &places(&plain, &format!("w:a w:b w:c x:a x:c y:b y:d z:b z:d {name}")), &[("w:b", 0, high)]);
    }
    for name in ["w:*", "*:b"] {
        let with = places(&plain, &format!("w:a w:b w:c x:a x:c y:b y:d z:b z:d {name}"));
        assert_eq!(interval(&plain.system, &with, at(&plain, "w:b")), Some((47, 47)), "{name}");
    }
}

#[test]
fn t4_small_count() {
    let plain = table(&["young", "old"], &["Iceland", "Portugal", "Spain"], &[&[2, 0, 5], &[3, 4, 6]]);
    let rule = Rule { k: 2, width: 1, zeros: true };
    let found = hidden(&plain, &small(&plain.system, rule), rule);
    assert_eq!(names(&plain, &found), set("young:Iceland old:Iceland young:Portugal old:Portugal"));
    let expected = [("young:Portugal", 0, 2), ("young:Iceland", 0, 2), ("old:Iceland", 3, 5), ("old:Portugal", 2, 4)];
    intervals(&plain, &found, &expected);
}

#[test]
fn t5_a_width_of_four_is_too_narrow() {
    let plain = table(&["young", "old"], &["Iceland", "Portugal", "Spain"], &[&[3, 1, 17], &[10, 11, 17]]);
    let primary = places(&plain, "young:Iceland young:Portugal");
    let four = places(&plain, "young:Iceland young:Portugal old:Iceland old:Portugal");
    intervals(&plain, &four, &[("young:Iceland", 0, 4), ("young:Portugal", 0, 4)]);
    let rule = Rule { k: 4, width: 5, zeros: SHOW_ZEROS };
    assert_eq!(small(&plain.system, rule), primary);
    let found = hidden(&plain, &primary, rule);
    assert_eq!(found.len(), 6);
    intervals(&plain, &found, &[("young:Iceland", 0, 13), ("young:Portugal", 0, 12)]);
    let narrower = hidden(&plain, &primary, Rule { width: 4, ..rule });
    assert_eq!(names(&plain, &narrower), names(&plain, &four));
}

#[test]
fn t7_one_pattern_for_every_width_up_to_six() {
    let plain = table(
        &["A", "B", "C", "D", "E", "F", "G", "H"],
        &["annet", "arbeid", "soshjelp", "trygd"],
        &[
            &[11, 11, 55, 36],
            &[7, 1, 29, 18],
            &[5, 8, 35, 25],
            &[13, 2, 17, 13],
            &[9, 14, 63, 52],
            &[12, 9, 24, 22],
            &[6, 4, 22, 8],
            &[9, 3, 38, 15],
        ],
    );
    let pattern = set("B:annet B:arbeid D:annet D:arbeid H:annet H:arbeid");
    for width in 1..=6 {
        let rule = Rule { k: 4, width, zeros: SHOW_ZEROS };
        let found = hidden(&plain, &small(&plain.system, rule), rule);
        assert_eq!(names(&plain, &found), pattern, "width {width}");
        intervals(&plain, &found, &[("B:arbeid", 0, 6), ("D:arbeid", 0, 6), ("H:arbeid", 0, 6)]);
    }
    let rule = Rule { k: 4, width: 7, zeros: SHOW_ZEROS };
    let found = names(&plain, &hidden(&plain, &small(&plain.system, rule), rule));
    assert_eq!(found, pattern.union(&set("G:annet G:arbeid")).cloned().collect());
}

#[test]
fn t10_the_cheapest_three_are_chosen() {
    let plain = table(&["A", "B", "C", "D"], &["female", "male"], &[&[2, 18], &[19, 14], &[10, 12], &[14, 11]]);
    let rule = Rule { k: 3, width: 3, zeros: SHOW_ZEROS };
    let found = hidden(&plain, &small(&plain.system, rule), rule);
    assert_eq!(names(&plain, &found), set("A:female A:male C:female C:male"));
    intervals(&plain, &found, &[("A:female", 0, 12), ("A:male", 8, 20), ("C:female", 0, 12), ("C:male", 10, 22)]);
}

#[test]
fn h1_a_small_year_with_hidden_zeros() {
    let plain = table(
        &["bejegening", "wachttijd", "facturatie", "communicatie", "overig"],
        &["gegrond", "deels", "ongegrond", "ingetrokken"],
        &[&[6, 3, 8, 1], &[9, 2, 5, 0], &[1, 0, 2, 0], &[7, 5, 6, 2], &[0, 1, 3, 1]],
    );
    let rule = Rule::new(5).unwrap();
    let found = hidden(&plain, &small(&plain.system, rule), rule);
    let shown = [
        "bejegening:ongegrond",
        "bejegening:*",
        "wachttijd:gegrond",
        "wachttijd:*",
        "communicatie:gegrond",
        "communicatie:ongegrond",
        "communicatie:*",
        "*:gegrond",
        "*:ongegrond",
        "*:*",
    ];
    let all = names(&plain, &(0..plain.system.cells.len()).collect());
    let expected = all.iter().filter(|name| !shown.contains(&name.as_str())).cloned().collect();
    assert_eq!(names(&plain, &found), expected);
    let expected = [
        ("bejegening:gegrond", 2, 7),
        ("bejegening:deels", 0, 8),
        ("bejegening:ingetrokken", 0, 8),
        ("wachttijd:deels", 0, 5),
        ("wachttijd:ongegrond", 2, 7),
        ("wachttijd:ingetrokken", 0, 5),
        ("facturatie:gegrond", 0, 5),
        ("facturatie:deels", 0, 5),
        ("facturatie:ongegrond", 0, 8),
        ("facturatie:ingetrokken", 0, 5),
        ("facturatie:*", 0, 8),
        ("communicatie:deels", 0, 7),
        ("communicatie:ingetrokken", 0, 7),
        ("overig:gegrond", 0, 5),
        ("overig:deels", 0, 5),
        ("overig:ongegrond", 0, 8),
        ("overig:ingetrokken", 0, 5),
        ("overig:*", 0, 8),
        ("*:deels", 0, 15),
        ("*:ingetrokken", 0, 15),
    ];
    intervals(&plain, &found, &expected);
}
