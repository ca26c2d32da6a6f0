//! The end of a case: what is left of a destroyed one.

use crate::office::Office;

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
