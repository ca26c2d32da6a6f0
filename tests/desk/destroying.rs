//! The end of a case: destroyed when its day has come, by whoever may, and what is left of it.

use crate::common::{Office, Terminal, root, words};

const ID: &str = "K26-ATEVAB";

/// A desk with a case that was destroyed.
fn after() -> Office {
    let office = Office::new("academie", "zilverlinde.example");
    office.on("2026-11-20");
    let stub = format!("---\nid: {ID}\ndestroyed: {{on: 2026-11-19, by: m2}}\n---\n");
    office.desk.write(&format!("cases/academie/2026/03/{ID}.md"), stub);
    office
}

#[test]
fn of_a_destroyed_case_only_that_is_shown() {
    let office = after();
    let said = office.done(&["show", ID]);
    assert_eq!(said, format!("{ID}  (academie)\n  vernietigd op do 19 november 2026; verder is er niets bewaard\n"));
    let english = office.done(&["--lang", "en", "show", ID]);
    assert!(english.contains("destroyed on Thu 19 November 2026; nothing else is kept"), "{english}");
    let told: serde_json::Value = serde_json::from_str(&office.done(&["show", ID, "--format", "json"])).unwrap();
    let keys: Vec<&String> = told.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["schema", "id", "regulation", "state", "destroyed", "words"]);
    assert_eq!((&told["destroyed"], &told["state"]["en"]), (&"2026-11-19".into(), &"destroyed".into()));
}

#[test]
fn nothing_can_be_done_with_a_destroyed_case() {
    let office = after();
    let listed = office.done(&["step", ID]);
    assert_eq!(listed, format!("{ID}  (academie)\n  vernietigd op do 19 november 2026; verder is er niets bewaard\n"));
    assert_eq!(office.done(&["step", ID, "--all"]), listed);
    for line in ["step K26-ATEVAB afgesloten", "close K26-ATEVAB", "letter K26-ATEVAB", "letter K26-ATEVAB sluiting"] {
        let words: Vec<&str> = line.split(' ').collect();
        let said = office.refused(2, &words);
        assert!(said.contains("vernietigd op do 19 november 2026") && !said.contains("C105"), "{line}: {said}");
    }
}

/// A desk with a case of the requirements that closed on 28 March 2025, so that its day is 28 September.
fn before() -> (Office, &'static str) {
    let office = Office::new("academie", "zilverlinde.example");
    let text = std::fs::read_to_string(root().join("tests/requirements/base/academie/zelf-opgelost.md")).unwrap();
    office.on("2025-04-14").by("m3").desk.write("cases/academie/2025/03/K25-0001AD.md", text);
    office.desk.commit("Klacht");
    // What is staged may also amend the last commit; that one must not be the first of this case.
    office.desk.git(&["commit", "--quiet", "--allow-empty", "--message", "Volgende"]);
    office.on("2025-10-06").by("m2");
    (office, "K25-0001AD")
}

#[test]
fn a_case_is_destroyed_when_its_day_has_come_and_counts_on() {
    let (office, id) = before();
    let planned = office.say(&format!("destroy {id} --by m2 --dry-run"));
    assert!(planned.contains("+destroyed: {on: 2025-10-06, by: m2}"), "{planned}");
    assert!(planned.contains("+  - received: 2025-Q1\n+    topic: trainer\n"), "{planned}");
    assert!(office.text(id).contains("log:"), "a dry run writes nothing");
    let done = office.run(&["vernietig", id, "--by", "m2", "--commit"]);
    let said = words(&done);
    assert!(done.status.success(), "{said}");
    assert!(said.starts_with("cases/academie/2025/yearbook.yaml\ncases/academie/2025/03/K25-0001AD.md\n"), "{said}");
    assert!(said.contains("uitdraaien van deze klacht die buiten het register liggen"), "{said}");
    assert_eq!(office.text(id), format!("---\nid: {id}\n\ndestroyed: {{on: 2025-10-06, by: m2}}\n---\n"));
    assert_eq!(office.desk.git(&["status", "--porcelain"]).trim(), "");
    let files = office.desk.git(&["show", "--name-only", "--format=%s", "HEAD"]);
    assert!(files.contains("Klacht K25-0001AD: vernietigd") && files.contains("yearbook.yaml"), "{files}");
    office.done(&["check", "--history"]);
    assert!(office.refused(2, &["destroy", id, "--by", "m2"]).contains("vernietigd op ma 6 oktober 2025"));
}

#[test]
fn it_is_not_destroyed_too_early_nor_by_anybody_else_nor_on_a_day_to_come() {
    let (office, id) = before();
    office.on("2025-09-26");
    let early = office.refused(2, &["destroy", id, "--by", "m2"]);
    assert!(
        early.contains("dat mag vanaf zo 28 september 2025") && early.contains("vr 28 maart 2025; 6 maanden"),
        "{early}"
    );
    office.on("2025-10-06");
    let other = office.refused(2, &["destroy", id, "--by", "m3"]);
    assert!(
        other.contains("`m3` mag dit op ma 6 oktober 2025 niet") && other.contains("--by een van: m2, m5"),
        "{other}"
    );
    let later = office.refused(2, &["destroy", id, "--by", "m2", "--on", "2025-10-07"]);
    assert!(later.contains("di 7 oktober 2025 moet nog komen"), "{later}");
    office.by("m3");
    let nobody = office.refused(2, &["destroy", id]);
    assert!(nobody.contains("wie vernietigt") && nobody.contains("m2, m5"), "{nobody}");
    assert!(office.text(id).contains("log:") && !office.desk.path().join("cases/academie/2025/yearbook.yaml").exists());
}

#[test]
fn a_hold_stands_in_the_way() {
    let (office, id) = before();
    let held = office.text(id).replace("\nlog:", "\nlegal_hold: {since: 2025-05-01, reason: procedure}\nlog:");
    std::fs::write(office.file(id), held).unwrap();
    let said = office.refused(2, &["destroy", id, "--by", "m2"]);
    assert!(said.contains("juridische bewaarplicht"), "{said}");
    let shown = office.say(&format!("show {id}"));
    assert!(shown.contains("er rust een juridische bewaarplicht op, sinds do 1 mei 2025: procedure"), "{shown}");
}

#[test]
fn killed_between_the_two_files_a_second_run_adds_no_second_row() {
    let (office, id) = before();
    let case = office.text(id);
    office.say(&format!("destroy {id} --by m2"));
    let book = office.desk.path().join("cases/academie/2025/yearbook.yaml");
    let row = std::fs::read_to_string(&book).unwrap();
    // As after a kill: the row is there, and the case still is.
    std::fs::write(office.file(id), case).unwrap();
    let planned = office.say(&format!("destroy {id} --by m2 --dry-run"));
    assert!(!planned.contains("yearbook"), "{planned}");
    office.say(&format!("destroy {id} --by m2"));
    assert_eq!(std::fs::read_to_string(&book).unwrap(), row);
    assert!(!office.text(id).contains("log:"));
}

#[test]
fn a_row_that_does_not_say_what_the_case_was_is_refused() {
    let (office, id) = before();
    office.say(&format!("destroy {id} --by m2"));
    let book = office.desk.path().join("cases/academie/2025/yearbook.yaml");
    std::fs::write(&book, "schema: klacht.yearbook/1\ntally:\n  - {received: 2025-Q1}\n").unwrap();
    office.desk.git(&["add", "-A"]);
    let said = office.refused(1, &["check", "--staged"]);
    assert!(said.contains("G718") && said.contains("topic, channel, source, complainant en"), "{said}");
}

#[test]
fn check_sees_who_destroyed() {
    let office = after();
    office.done(&["check"]);
    let stub = office.text(ID).replace("m2", "m3");
    std::fs::write(office.file(ID), stub).unwrap();
    let said = office.refused(1, &["check"]);
    assert!(said.contains("T311") && said.contains("vernietigd door m3"), "{said}");
}

#[test]
fn show_says_by_when_it_is_to_be_destroyed_and_how_late_it_is() {
    let (office, id) = before();
    let said = office.say(&format!("show {id}"));
    assert!(said.contains("te vernietigen, uiterlijk di 28 oktober 2025"), "{said}");
    office.on("2025-11-03");
    let late = office.say(&format!("show {id}"));
    assert!(late.contains("moest uiterlijk di 28 oktober 2025 zijn vernietigd: 6 dagen te laat"), "{late}");
}

#[test]
fn a_destruction_dated_ahead_is_not_taken_before_that_day() {
    let (office, id) = before();
    office.on("2025-06-02");
    office.say(&format!("destroy {id} --by m2 --today 2025-10-06"));
    office.desk.git(&["add", "--all"]);
    // The hook judges by the day of the commit.
    let mut commit = office.world.command("git", office.desk.path());
    let commit = commit.env("KLACHT_TODAY", "2025-06-02").args(["commit", "--quiet", "--message", "Weg"]);
    let done = commit.output().unwrap();
    let said = words(&done);
    assert!(!done.status.success() && said.contains("T314") && said.contains("6 oktober 2025"), "{said}");
}

#[test]
fn on_a_terminal_is_asked_who_destroys() {
    let (office, id) = before();
    let Some(first) = Terminal::open(office.world.path().join("tmux"), office.program()) else { return };
    first.run_program(&format!("destroy {id}"));
    first.sees("wie vernietigt");
    first.keys(&["C-c"]);
    let screen = first.sees("klaar-130");
    assert!(screen.contains("Er is niets geschreven.") && office.text(id).contains("log:"), "{screen}");
    drop(first);
    let second = Terminal::open(office.world.path().join("tmux-2"), office.program()).unwrap();
    second.run_program(&format!("destroy {id} --commit"));
    second.sees("m2 – Directeur");
    second.keys(&["Enter"]);
    let screen = second.sees("klaar-0");
    assert!(screen.contains("buiten het register liggen"), "{screen}");
    assert!(office.text(id).contains("destroyed: {on: 2025-10-06, by: m2}"), "the one at the keyboard is proposed");
    assert_eq!(office.desk.git(&["status", "--porcelain"]).trim(), "");
}
