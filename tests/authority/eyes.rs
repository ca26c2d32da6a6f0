//! Four eyes: what takes two persons comes in a merge that somebody else made.

use klacht::diagnostics::Severity;

use crate::authority::office::{CLERK, KEEPER, Maker, OWNER, Office, PEOPLE, codes};

const SECOND: Maker = Maker::of("m2", "m2");

/// A register that asks for two persons, for settings and people.
fn office() -> Office {
    let office = Office::new(true);
    office.edit("klacht.yaml", |text| {
        let text = text.replace("identity: {", "identity: {strength: signature, ");
        text.replace("academie/m2]}", "academie/m2], two: [settings, people]}")
    });
    let commit = office.by(KEEPER, "vier ogen");
    for strength in ["transport", "signature"] {
        office.server(strength).git(&["update-ref", "refs/heads/main", &commit]);
    }
    office.server("author").git(&["update-ref", "refs/heads/main", &commit]);
    office
}

fn notice(office: &Office) -> String {
    office.edit("klacht.yaml", |text| format!("{text}notice: {{nl: Let op, en: Note}}\n"));
    office.by(KEEPER, "mededeling")
}

fn said(office: &Office, maker: Maker, commit: &str) -> Vec<&'static str> {
    codes(&office.push("signature", maker, commit), Severity::Error)
}

#[test]
fn alone_nobody_changes_what_takes_two() {
    let office = office();
    assert_eq!(said(&office, KEEPER, &notice(&office)), ["G743"]);
    office.undo();
    // Nor in a merge of one's own, nor by a merge of somebody who may not.
    for merger in [KEEPER, CLERK] {
        office.desk.branch("verzoek");
        notice(&office);
        office.desk.switch("main");
        let merged = office.merge(merger, "verzoek");
        assert_eq!(said(&office, merger, &merged), ["G743"], "{}", merger.name);
        office.undo();
        office.desk.git(&["branch", "--delete", "--force", "verzoek"]);
    }
    // Nor by taking it out and pushing in one go.
    office.swap("klacht.yaml", ", two: [settings, people]", "");
    office.by(KEEPER, "geen vier ogen");
    assert_eq!(said(&office, KEEPER, &notice(&office)), ["G743"]);
    office.undo();
    office.swap(PEOPLE, "persons:\n", "persons:\n  - {key: m20, roles: []}\n");
    assert_eq!(said(&office, OWNER, &office.by(OWNER, "mens")), ["G743"]);
}

#[test]
fn another_who_may_merges_it() {
    let office = office();
    office.desk.branch("verzoek");
    notice(&office);
    office.desk.switch("main");
    let merged = office.merge(SECOND, "verzoek");
    assert_eq!(said(&office, SECOND, &merged), Vec::<&str>::new());
    // What takes one person is left alone.
    office.undo();
    office.edit("README.md", |text| format!("{text}Meer\n"));
    assert_eq!(said(&office, CLERK, &office.by(CLERK, "readme")), Vec::<&str>::new());
}

#[test]
fn a_request_that_is_still_to_be_merged_is_told_and_not_refused() {
    let office = office();
    let main = office.desk.head();
    let commit = notice(&office);
    let (code, text) = office.run(office.desk.path(), &["check", "--range", &format!("{main}..{commit}")]);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("G743"), "{text}");
    let (code, text) = office.run(office.desk.path(), &["check", "--history"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("G743"), "{text}");
}

#[test]
fn without_signatures_it_is_an_error_to_ask_for_two() {
    let office = Office::new(true);
    office.swap("klacht.yaml", "academie/m2]}", "academie/m2], two: [settings]}");
    let found = office.push("author", KEEPER, &office.by(KEEPER, "vier ogen"));
    assert!(codes(&found, Severity::Error).contains(&"C107"), "{found:#?}");
}
