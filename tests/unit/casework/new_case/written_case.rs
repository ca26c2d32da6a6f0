use crate::casework::new_case::written_case::*;

#[test]
fn a_new_case_reads_as_what_was_said() {
    let case = NewCase {
        id: "K26-7F3QXM".parse().unwrap(),
        regulation: "cmm".to_owned(),
        received: "2026-04-17".parse().unwrap(),
        channel: "e-mail".to_owned(),
        source: None,
        digest: None,
        parties: vec![NewParty {
            key: "p1".to_owned(),
            role: Some("klant".to_owned()),
            position: Position::Complainant,
            person: None,
            since: None,
        }],
        topics: vec!["training".to_owned(), "no".to_owned()],
        main_topic: Some("training".to_owned()),
        severity: None,
        fields: BTreeMap::from([("klant".to_owned(), "yes: it's".to_owned())]),
        sealed: vec!["name".to_owned(), "narrative".to_owned()],
        notes: "Belt terug op maandag.".to_owned(),
    };
    assert_eq!(case.path(), "cases/cmm/2026/04/K26-7F3QXM.md");
    let text = case.text().unwrap();
    insta::assert_snapshot!("new-case", text);
    let (read, _, faults) = crate::case::read(&text);
    let read = read.unwrap();
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(read.topics, case.topics);
    assert_eq!(read.field("klant"), Some("yes: it's"));
}
