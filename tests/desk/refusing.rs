//! What is refused with a way out: a complaint of nobody, a step written twice, a folder that is no register.

use crate::common::{Office, words};

#[test]
fn off_a_terminal_a_complaint_of_nobody_is_refused_where_several_can_complain_and_else_it_is_the_only_one() {
    let office = Office::new("cbmk", "klinkerdam.example");
    office.on("2026-04-17").by("m1");
    let said = office.refused(2, &["new", "--channel", "telefoon", "--topic", "incasso"]);
    assert!(said.contains("--party: kies uit: ") && said.contains("debiteur:complainant"), "{said}");
    let office = Office::new("square-mile", "taalkring-meridiaan.example");
    office.on("2026-04-17").by("m1");
    let shown = office.done(&["new", "--channel", "e-mail", "--field", "klantnummer=c-1", "--dry-run"]);
    assert!(shown.contains("as: complainant") && shown.contains("role: "), "{shown}");
}

#[test]
fn a_step_that_git_did_not_commit_is_not_logged_twice() {
    let office = Office::new("cmm", "beeldhoek.example");
    office.on("2026-04-17").by("m3");
    let lock = office.desk.path().join(".git/index.lock");
    std::fs::write(&lock, "").unwrap();
    let new = "new --channel e-mail --party cursist --topic training --sealed name,address,city,narrative --commit";
    let said = office.refused(3, &new.split_whitespace().collect::<Vec<_>>());
    std::fs::remove_file(&lock).unwrap();
    let line = said.lines().find_map(|l| Some(l.split_once("voer dan uit: ")?.1)).expect(&said);
    let id = line.split(['/', '.']).find(|part| part.starts_with("K26-")).unwrap().to_owned();
    // The remedy, typed as it stands, works for a file that git does not know.
    let mut shell = office.world.command("sh", office.desk.path());
    let done = shell.args(["-c", line]).output().unwrap();
    assert!(done.status.success(), "{line}: {}", words(&done));

    let step = ["step", id.as_str(), "toegewezen", "--handler", "m3"];
    office.done(&step);
    let said = office.refused(1, &step);
    assert!(said.contains("nog niet vastgelegd") && said.contains(&format!("'Klacht {id}: toegewezen'")), "{said}");
    assert_eq!(office.text(&id).matches("step: toegewezen").count(), 1);
    // Another one on the same day is another step; and so is the same one once it is committed.
    office.done(&["step", id.as_str(), "toegewezen", "--handler", "m4"]);
    office.desk.commit("Toegewezen");
    office.done(&["step", id.as_str(), "toegewezen", "--handler", "m4"]);
    assert_eq!(office.text(&id).matches("step: toegewezen").count(), 3);
}

#[test]
fn a_folder_that_is_no_register_is_called_so() {
    let office = Office::new("cmm", "beeldhoek.example");
    let elsewhere = office.world.path().join("elders");
    std::fs::create_dir(&elsewhere).unwrap();
    for line in [
        "list",
        "due --exit-code",
        "export",
        "new --regulation cmm",
        "step K26-7WT2R6",
        "show K26-7WT2R6",
        "letter K26-7WT2R6",
        "import in.eml --confidential ../prive",
        "policy simulate cmm/2022-01-01 --year 2026",
        "year close cmm 2025",
        "check",
        "-q check --format github",
        "policy check",
    ] {
        let done = office.program().current_dir(&elsewhere).args(line.split_whitespace()).output().unwrap();
        let said = words(&done);
        assert_eq!(done.status.code(), Some(2), "{line}: {said}");
        assert!(said.contains("hier is geen register") && said.contains("`klacht init`"), "{line}: {said}");
    }
    assert!(!office.say("check").contains("geen register"));
}

#[test]
fn a_report_is_closed_by_an_end_of_its_own() {
    let office = Office::new("cmm", "beeldhoek.example");
    let id = office.on("2026-04-17").by("m3").open("new --channel telefoon --party cursist --topic training");
    office.done(&["step", &id, "melding-genoteerd"]);
    office.done(&["close", &id]);
    assert!(office.text(&id).contains("step: melding-gesloten"), "{}", office.text(&id));
}

#[test]
fn nothing_is_done_with_a_case_that_was_moved() {
    let office = Office::new("cmm", "beeldhoek.example");
    let id = office
        .on("2026-04-17")
        .by("m3")
        .open("new --channel e-mail --party cursist --topic training --sealed name,address,city,narrative --commit");
    let own = format!("cases/cmm/2026/04/{id}.md");
    let step = ["step", id.as_str(), "toegewezen", "--handler", "m3"];
    for place in ["cases/cmm/2026/05", "cases/cmm/2025/04", "cases/cbmk/2026/04"] {
        let to = format!("{place}/{id}.md");
        std::fs::create_dir_all(office.desk.path().join(place)).unwrap();
        office.desk.git(&["mv", &own, &to]);
        for arguments in [&step[..], &["show", &id], &["letter", &id]] {
            let said = office.refused(2, arguments);
            assert!(said.contains(&format!("git mv {to} {own}")), "{place}: {said}");
        }
        assert!(!office.text(&id).contains("toegewezen"));
        office.desk.git(&["mv", &to, &own]);
        std::fs::remove_dir_all(office.desk.path().join(place)).unwrap();
    }
    // One that was never committed elsewhere, in a year that is not its own, is found and called misplaced.
    let text = office.text(&id);
    let new = office.open("new --channel e-mail --party cursist --topic training --sealed name,address,city,narrative");
    std::fs::create_dir_all(office.desk.path().join("cases/cmm/2025/04")).unwrap();
    std::fs::rename(office.file(&new), office.desk.path().join(format!("cases/cmm/2025/04/{new}.md"))).unwrap();
    let said = office.refused(2, &["show", &new]);
    assert!(said.contains(&format!("cases/cmm/2026/04/{new}.md")), "{said}");
    assert_eq!(office.text(&id), text);
    office.done(&step);
}
