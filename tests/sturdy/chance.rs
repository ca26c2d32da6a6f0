//! Chance that gives the same number again: an id that exists is never given to another case.

use std::cell::RefCell;
use std::ffi::OsString;

use klacht::cli::{World, run};

use crate::common::Office;
use crate::sturdy::incoming::{MAIL, ROWS};
use crate::sturdy::stories::{DAY, NEW, office, place};

/// Runs the program in this process, with these numbers for chance; the exit code, and how many were drawn.
fn with_chance(office: &Office, numbers: &[u64], arguments: &[&str]) -> (u8, usize) {
    let left = RefCell::new(numbers.to_vec());
    let draw = || {
        let mut left = left.borrow_mut();
        // The bits of an id are the upper ones.
        if left.is_empty() { None } else { Some(left.remove(0) << 40) }
    };
    let world = World {
        clock: DAY.parse().unwrap(),
        now: &|| DAY.parse().unwrap(),
        running: &|| std::time::Duration::ZERO,
        random: &draw,
        env: &|name| (name == "GIT_AUTHOR_EMAIL").then(|| "m2@klinkerdam.example".to_owned()),
        stdout_is_terminal: false,
        stderr_is_terminal: false,
        columns: None,
    };
    let desk = office.desk.path().to_str().unwrap().to_owned();
    let beside = |word: &&str| word.replace("..", office.world.path().to_str().unwrap());
    let typed = ["klacht".to_owned(), "-C".to_owned(), desk].into_iter().chain(arguments.iter().map(beside));
    let code = run(typed.map(OsString::from), &world);
    (code, numbers.len() - left.borrow().len())
}

#[test]
fn an_id_that_exists_is_not_given_again() {
    let office = office();
    assert_eq!(with_chance(&office, &[7], &NEW), (0, 1));
    let first = place(&office).cases().concat();
    let id = first.lines().nth(1).unwrap().trim_start_matches("id: ").to_owned();
    // A new case, an e-mail, a table of three of which the last two draw what the first drew.
    assert_eq!(with_chance(&office, &[7, 7, 8], &NEW), (0, 3));
    assert_eq!(with_chance(&office, &[8, 7, 9], &MAIL), (0, 3));
    assert_eq!(with_chance(&office, &[7, 10, 10, 8, 11, 11, 9, 12], &ROWS), (0, 8));
    assert_eq!(place(&office).cases().len(), 6);
    assert_eq!(office.text(&id), first, "the first case is as it was");
    office.done(&["check"]);
}

#[test]
fn chance_that_is_stuck_or_dry_is_told() {
    let office = office();
    assert_eq!(with_chance(&office, &[7], &NEW).0, 0);
    assert_eq!(with_chance(&office, &[7; 100], &NEW).0, 3);
    assert_eq!(with_chance(&office, &[], &NEW).0, 3);
    assert_eq!(with_chance(&office, &[7; 100], &ROWS).0, 3);
    assert_eq!(place(&office).cases().len(), 1);
    assert!(!office.world.path().join("vertrouwelijk/imported.csv").exists());
}
