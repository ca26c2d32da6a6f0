//! Two processes at once on one register, again and again: one waits or is told, and nothing is lost.

use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

use crate::common::{Office, copy, draws, words};
use crate::sturdy::incoming::{MAIL, ROWS};
use crate::sturdy::stories::{NEW, office, open_year, place, with_case};

/// How often each pair is let loose.
fn times() -> usize {
    draws(2, 4)
}

/// Runs all of them at once, in the same moment as far as a machine can.
fn at_once(office: &Office, all: &[&[&str]]) -> Vec<Output> {
    let start = |arguments: &&[&str]| {
        let mut program = office.program();
        program.args(*arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let started: Vec<_> = all.iter().map(start).collect();
    started.into_iter().map(|child| child.wait_with_output().unwrap()).collect()
}

fn fine(done: &[Output]) {
    done.iter().for_each(|one| assert!(one.status.success(), "{}", words(one)));
}

#[test]
fn new_and_new() {
    for _ in 0..times() {
        let office = office();
        fine(&at_once(&office, &[&NEW, &NEW, &NEW, &NEW]));
        assert_eq!(place(&office).cases().len(), 4);
        office.done(&["check"]);
    }
}

#[test]
fn new_and_new_that_both_commit() {
    let office = office();
    let typed = [&NEW[..], &["--commit"]].concat();
    fine(&at_once(&office, &[&typed, &typed]));
    assert_eq!(office.desk.git(&["status", "--porcelain"]), "");
    assert_eq!(place(&office).cases().len(), 2);
}

#[test]
fn the_same_message_twice() {
    for _ in 0..times() {
        let office = office();
        let done = at_once(&office, &[&MAIL, &MAIL, &MAIL]);
        fine(&done);
        assert_eq!(place(&office).cases().len(), 1, "one message, one case");
        let made = done.iter().filter(|one| words(one).contains("zaken gemaakt: 1")).count();
        assert_eq!(made, 1);
    }
}

#[test]
fn a_message_and_a_table() {
    for _ in 0..times() {
        let office = office();
        fine(&at_once(&office, &[&MAIL, &ROWS, &NEW]));
        assert_eq!(place(&office).cases().len(), 5);
        // Both are in the index still.
        let again = at_once(&office, &[&MAIL, &ROWS]);
        assert_eq!(place(&office).cases().len(), 5, "{}", again.iter().map(words).collect::<String>());
        office.done(&["check"]);
    }
}

/// Two registers that share one confidential folder: the lock of neither keeps them apart.
#[test]
fn two_registers_and_one_confidential_folder() {
    for _ in 0..times() {
        let office = office();
        let (here, there) = (office.desk.path(), office.world.path().join("ander"));
        copy(here, &there);
        let start = |dir: &Path, arguments: &[&str]| {
            let mut program = office.program();
            program.current_dir(dir).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
            program.spawn().unwrap()
        };
        let started = [start(here, &ROWS), start(&there, &MAIL)];
        fine(&started.map(|child| child.wait_with_output().unwrap()));
        let shared = office.world.path().join("vertrouwelijk");
        let index = fs::read_to_string(shared.join("imported.csv")).unwrap();
        assert_eq!(index.lines().count(), 4, "one forgot what the other noted:\n{index}");
        let parts = fs::read_dir(&shared).unwrap().flatten().filter(|e| e.path().join("data.json").is_file());
        assert_eq!(parts.count(), 4);
        assert!(place(&office).halves().is_empty());
    }
}

#[test]
fn who_waits_too_long_for_a_confidential_folder_is_told() {
    let office = office();
    let shared = office.world.path().join("vertrouwelijk");
    fs::create_dir(&shared).unwrap();
    let held = fs::File::create(shared.join(".klacht.lock")).unwrap();
    held.lock().unwrap();
    let said = office.refused(2, &MAIL);
    assert!(said.contains("een ander programma is deze vertrouwelijke map aan het wijzigen"), "{said}");
    assert!(said.contains("wacht tot dat klaar is en probeer het opnieuw"), "{said}");
    assert_eq!(place(&office).cases().len(), 0);
    // To look needs no lock; and the register is free again.
    office.done(&[&MAIL[..], &["--dry-run"]].concat());
    drop(held);
    office.done(&MAIL);
    assert_eq!(place(&office).cases().len(), 1);
}

/// Files for somebody's own use, in the folder where the register itself writes beside.
#[test]
fn files_that_were_asked_for_and_a_step() {
    for _ in 0..times() {
        let office = office();
        let id = with_case(&office);
        // A letter stays out of git.
        office.desk.write(".git/info/exclude", "/een.txt\n/twee.txt\n");
        let letter = |name: &'static str| ["letter", &id, "ontvangstbevestiging", "-o", name].map(str::to_owned);
        let (one, two) = (letter("een.txt"), letter("twee.txt"));
        let (one, two) = (one.each_ref().map(String::as_str), two.each_ref().map(String::as_str));
        let step = ["step", &id, "klacht-vastgelegd"];
        fine(&at_once(&office, &[&one, &step, &two, &["due", "--ics", "termijnen.ics"]]));
        assert!(["een.txt", "twee.txt", "termijnen.ics"].iter().all(|name| office.desk.path().join(name).is_file()));
        assert!(place(&office).halves().is_empty());
    }
}

#[test]
fn a_step_and_an_import() {
    for _ in 0..times() {
        let office = office();
        let id = with_case(&office);
        let step = ["step", &id, "klacht-vastgelegd"];
        fine(&at_once(&office, &[&step, &ROWS, &MAIL]));
        assert_eq!(place(&office).cases().len(), 5);
        assert_eq!(office.text(&id).matches("step: klacht-vastgelegd").count(), 1);
        office.done(&["check"]);
    }
}

#[test]
fn different_steps_on_one_case() {
    for _ in 0..times() {
        let office = office();
        let id = with_case(&office);
        office.say(&format!("step {id} klacht-vastgelegd"));
        let assigned = ["step", &id, "toegewezen", "--handler", "m3"];
        let confirmed = ["acknowledge", &id, "--channel", "e-mail", "--set", "streefdatum=2026-03-21"];
        fine(&at_once(&office, &[&assigned, &confirmed]));
        let text = office.text(&id);
        assert!(text.contains("step: toegewezen") && text.contains("step: ontvangst-bevestigd"), "{text}");
        office.done(&["check"]);
    }
}

#[test]
fn the_closing_of_a_year_and_a_new_case() {
    let office = open_year();
    let book = office.desk.path().join("cases/cmm/2025/yearbook.yaml");
    let close = ["--today", "2026-01-31", "year", "close", "cmm", "2025", "--yes"];
    let line =
        "new --regulation cmm --channel e-mail --party cursist --topic training --sealed name,address,city,narrative";
    let new: Vec<&str> = line.split_whitespace().collect();
    office.on("2026-11-20");
    let before = place(&office).cases().len();
    let done = at_once(&office, &[&close, &close, &new]);
    let mut codes: Vec<Option<i32>> = done[..2].iter().map(|one| one.status.code()).collect();
    codes.sort_unstable();
    // The second is told, either that the year is closed or that somebody else was first.
    assert!(codes[0] == Some(0) && codes[1] != Some(0), "{}", done.iter().map(words).collect::<String>());
    fine(&done[2..]);
    assert_eq!(fs::read_to_string(book).unwrap().matches("    revision: 1\n").count(), 1);
    assert_eq!(place(&office).cases().len(), before + 1);
}
