//! `klacht new`: what it takes, what it refuses, what it says next.

use klacht::case::CaseId;
use klacht::casework::{CaseworkError, Workspace, free_id};

use crate::common::{Office, words};

const CMM: &str = "new --channel e-mail --party cursist --topic training";

fn office() -> Office {
    let office = Office::new("cmm", "beeldhoek.example");
    office.on("2026-04-17").by("m3");
    office
}

#[test]
fn a_wrong_value_gets_a_suggestion_and_the_list() {
    let office = office();
    for (line, near) in [
        ("new --regulation cm", "`cmm`"),
        ("new --channel e-mial --party cursist", "`e-mail`"),
        ("new --channel e-mail --party cursit", "`cursist`"),
        ("new --channel e-mail --party cursist:klagr", "klager"),
        ("new --channel e-mail --party cursist --topic traning", "`training`"),
    ] {
        let said = office.refused(2, &line.split(' ').collect::<Vec<_>>());
        assert!(said.contains(near), "{line}: {said}");
        assert!(said.contains("kies uit"), "{line}: {said}");
    }
    assert!(!office.desk.path().join("cases").exists(), "nothing was written");
}

#[test]
fn what_the_regulation_wants_and_nobody_said_is_refused_as_check_would() {
    let office = office();
    let said = office
        .refused(1, &["new", "--channel", "e-mail", "--party", "cursist", "--sealed", "name,address,city,narrative"]);
    assert!(said.contains("fout[") && said.contains("Er is niets geschreven."), "{said}");
    assert!(!office.desk.path().join("cases").exists());
}

#[test]
fn missing_data_of_the_complainant_are_a_warning_until_the_case_goes_on_without_asking() {
    let office = office();
    let line: Vec<&str> = CMM.split(' ').chain(["--sealed", "name"]).collect();
    let done = office.run(&line);
    let said = words(&done);
    assert!(done.status.success() && said.contains("waarschuwing[W224]"), "{said}");
    let id = said.lines().nth(1).unwrap().to_owned();
    // What is written, `check` takes, and receipt may be confirmed; but no more before the complainant was asked.
    assert!(words(&office.run(&["check"])).contains("waarschuwing[W224]"));
    let confirmed = office.say(&format!("step {id} ontvangst-bevestigd --commit"));
    assert!(!confirmed.contains("contact-klager"), "{confirmed}");
    office.say(&format!("step {id} toegewezen --handler m3 --commit"));
    let on = office.refused(1, &["step", &id, "contact-klager"]);
    assert!(on.contains("fout[W224]") && on.contains(&format!("klacht step {id} gegevens-gevraagd")), "{on}");
    office.say(&format!("step {id} gegevens-gevraagd --commit"));
}

#[test]
fn it_says_where_the_case_stands_and_what_comes_next() {
    let office = office();
    let done = office.run(&CMM.split(' ').chain(["--sealed", "name,address,city,narrative"]).collect::<Vec<_>>());
    let (out, err) = (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap());
    let id: CaseId = out.lines().nth(1).unwrap().parse().unwrap();
    assert_eq!(out, format!("cases/cmm/2026/04/{id}.md\n{id}\n"));
    assert!(err.contains("ontvangst-bevestigd – Ontvangst bevestigd, uiterlijk vr 1 mei 2026"), "{err}");
}

#[test]
fn a_dry_run_prints_the_file_and_a_commit_holds_nothing_else() {
    let office = office();
    let line = format!("{CMM} --sealed name,address,city,narrative");
    let shown = office.say(&format!("{line} --dry-run"));
    assert!(shown.starts_with("---\nid: K26-") && shown.ends_with("log: []\n---\n"), "{shown}");
    assert!(!office.desk.path().join("cases").exists());
    office.desk.write("los.txt", "anders");
    office.desk.git(&["add", "los.txt"]);
    let id = office.open(&format!("{line} --commit"));
    let names = office.desk.git(&["show", "--name-only", "--format=%s", "HEAD"]);
    assert_eq!(names, format!("Klacht {id} geopend\n\ncases/cmm/2026/04/{id}.md"));
    assert_eq!(office.desk.git(&["status", "--porcelain"]), "A  los.txt");
}

#[test]
fn the_same_answers_again_are_told_and_not_refused() {
    let office = office();
    let line = format!("{CMM} --sealed name,address,city,narrative");
    let run = |more: &[&str]| {
        let done = office.run(&line.split(' ').chain(more.iter().copied()).collect::<Vec<_>>());
        assert!(done.status.success(), "{}", words(&done));
        let id = String::from_utf8(done.stdout).unwrap().lines().nth(1).unwrap_or_default().to_owned();
        (id, String::from_utf8(done.stderr).unwrap())
    };
    let (first, said) = run(&[]);
    assert!(!said.contains("Let op"), "nothing is like it yet: {said}");
    let (_, said) = run(&["--dry-run"]);
    let go_on = format!("is er al {first}. Is dat dezelfde klacht, ga daar dan mee verder: klacht show {first}");
    assert!(said.contains(&go_on) && !said.contains("verwijder"), "{said}");
    let (second, said) = run(&[]);
    assert!(said.ends_with(&format!("{go_on}, en verwijder cases/cmm/2026/04/{second}.md\n")), "{said}");
    // Any other answer, another day, and a case with which somebody went on are no reason.
    for other in [&["--notes", "Belt terug"][..], &["--topic", "verwachting"], &["--received", "2026-04-16"]] {
        let (_, said) = run(other);
        assert!(!said.contains("Let op"), "{other:?}: {said}");
    }
    office.say(&format!("acknowledge {first}"));
    let done = office.run(&["--lang", "en"].into_iter().chain(line.split(' ')).chain(["--commit"]).collect::<Vec<_>>());
    let said = words(&done);
    assert!(said.contains(&format!("{second} has exactly the same answers")) && !said.contains(&first), "{said}");
    assert!(said.ends_with(&format!("klacht show {second}\n")), "what is committed is not removed: {said}");
    office.say(&format!("acknowledge {second}"));
    assert!(run(&["--quiet"]).1.is_empty());
}

#[test]
fn an_id_that_exists_is_never_given_again() {
    let office = office();
    let id = office.open(&format!("{CMM} --sealed name,address,city,narrative"));
    let workspace = Workspace::open(office.desk.path(), None).unwrap();
    // The chance that would give this id: its five characters, of five bits each.
    let five = id[4..9].bytes().map(|c| b"0123456789ABCDEFGHJKMNPQRSTVWXYZ".iter().position(|a| *a == c).unwrap());
    let taken = five.fold(0, |number, value| number << 5 | u64::try_from(value).unwrap()) << 39;
    assert_eq!(CaseId::from_random(2026, taken).to_string(), id);
    let free = 7 << 39;
    let source = std::cell::RefCell::new([taken, taken, free].into_iter());
    let received = "2026-01-05".parse().unwrap();
    let given = free_id(&workspace, received, &|| source.borrow_mut().next(), &|_| false).unwrap();
    assert_eq!(given, CaseId::from_random(2026, free));
    let refused = |random: &dyn Fn() -> Option<u64>, taken: &dyn Fn(CaseId) -> bool| {
        matches!(free_id(&workspace, received, random, taken), Err(CaseworkError::File(..)))
    };
    assert!(refused(&|| Some(taken), &|_| false), "only an id that exists");
    assert!(refused(&|| Some(free), &|_| true), "only an id that is taken otherwise");
    assert!(refused(&|| None, &|_| false), "no chance at all");
}

#[test]
fn what_a_regulation_has_none_of_is_to_be_left_out() {
    let office = Office::new("square-mile", "squaremile.example");
    office.on("2026-04-17").by("m1");
    for (flag, value) in [("--topic", "training"), ("--severity", "ernstig")] {
        let said = office.refused(2, &["new", "--channel", "e-mail", flag, value]);
        assert!(said.contains(&format!("laat `{flag}` weg")), "{said}");
    }
}
