//! What was done last is taken back, as long as nobody else has it.

use crate::common::{Office, words};

const OPEN: &str = "new --channel e-mail --party cursist --topic training --sealed name,address,city,narrative";

fn cmm() -> Office {
    let office = Office::new("cmm", "beeldhoek.example");
    office.on("2026-04-17").by("m1");
    office
}

#[test]
fn a_step_that_is_not_committed_is_taken_back_and_the_rest_stays() {
    let office = cmm();
    let id = office.open(&format!("{OPEN} --commit"));
    let before = office.text(&id);
    let done = office.run(&["acknowledge", &id]);
    assert!(words(&done).contains(&format!("klacht undo {id}")), "{}", words(&done));
    let with = office.text(&id);
    let shown = office.say(&format!("undo {id} --dry-run"));
    assert!(shown.contains("-  - step: ontvangst-bevestigd") && office.text(&id) == with, "{shown}");
    office.say(&format!("ongedaan {id}"));
    assert_eq!(office.text(&id), before);
    assert_eq!(office.desk.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_commit_that_was_not_sent_is_taken_back_and_one_that_was_is_corrected() {
    let office = cmm();
    let id = office.open(&format!("{OPEN} --commit"));
    let (before, head) = (office.text(&id), office.desk.git(&["rev-parse", "HEAD"]));
    office.say(&format!("acknowledge {id} --commit"));
    office.say(&format!("undo {id}"));
    assert_eq!((office.text(&id), office.desk.git(&["rev-parse", "HEAD"])), (before, head));
    office.say(&format!("acknowledge {id} --commit"));
    // Something else came after it.
    office.open(&format!("{OPEN} --commit"));
    let said = office.refused(2, &["undo", &id]);
    assert!(said.contains(&format!("klacht step {id} correctie --of 1")), "{said}");
    // Another desk may have it.
    office.say(&format!("step {id} toegewezen --handler m3 --by m1 --commit"));
    office.desk.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    let said = office.refused(2, &["undo", &id]);
    assert!(said.contains("al verstuurd") && said.contains("--of 2"), "{said}");
    assert!(office.text(&id).contains("toegewezen"));
}

/// A letter that goes with no step takes nothing that is said of one, rather than passing over it.
#[test]
fn what_is_said_of_a_step_that_was_taken_is_not_passed_over() {
    let office = cmm();
    let id = office.open(&format!("{OPEN} --commit"));
    office.say(&format!("letter {id} acknowledgement --set x=y"));
    office.say(&format!("acknowledge {id} --commit"));
    let said = office.refused(2, &["letter", &id, "acknowledgement", "--set", "x=y"]);
    assert!(said.contains("laat weg") && said.contains("--set"), "{said}");
}

/// What stood there and is no text is not taken for a case that is new.
#[test]
fn nothing_is_removed_for_what_cannot_be_read() {
    let office = cmm();
    let id = office.open(&format!("{OPEN} --commit"));
    let (path, good) = (office.file(&id), office.text(&id));
    std::fs::write(&path, [good.as_bytes(), b"\xff\n"].concat()).unwrap();
    let relative = path.strip_prefix(office.desk.path()).unwrap().to_str().unwrap();
    office.desk.git(&["add", relative]);
    office.desk.git(&["commit", "--quiet", "--no-verify", "--message", "odd"]);
    std::fs::write(&path, &good).unwrap();
    let said = office.refused(2, &["undo", &id]);
    assert!(said.contains("niet te lezen") && office.text(&id) == good, "{said}");
}

#[test]
fn a_case_that_is_new_goes_as_a_whole() {
    let office = cmm();
    let id = office.open(OPEN);
    let path = office.file(&id);
    office.say(&format!("undo {id}"));
    assert!(!path.exists());
    let id = office.open(&format!("{OPEN} --commit"));
    let path = office.file(&id);
    office.say(&format!("undo {id}"));
    assert!(!path.exists());
    assert_eq!(office.desk.git(&["status", "--porcelain"]), "");
}
