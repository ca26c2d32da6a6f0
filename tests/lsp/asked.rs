//! Completion and hover: what the regulation knows, in words.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::common::Office;
use crate::lsp::session::{Session, able, applied, named, one};

/// A case under cmm in which receipt was confirmed and a handler was named.
const CASE: &str = "---\nid: K26-GB09WY\n\nreceived: 2026-11-12\n\nintake:\n  channel: e-mail\n\nparties:\n  - {key: p1, role: cursist, as: complainant}\n  - {key: p2, role: college, as: respondent}\n\ntopics: [training]\nmain_topic: training\n\nsealed:\n  fields: [name, address, city, narrative]\n\nlog:\n  - step: toegewezen\n    on: 2026-11-12\n    by: m1\n    handler: m3\n\n  - step: ontvangst-bevestigd\n    on: 2026-11-13\n    by: m1\n    to: [p1]\n    channel: e-mail\n---\n\nNotitie.\n";

struct Desk {
    session: Session,
    uri: String,
}

fn desk(able: &Value) -> Desk {
    let office = Office::new("cmm", "beeldhoek.example");
    office.on("2026-11-13").by("m3");
    let path: PathBuf = office.desk.path().join("cases/cmm/2026/11/K26-GB09WY.md");
    let mut session = Session::greeted(office.program(), able);
    let (uri, found) = session.opened(&path, CASE);
    assert_eq!(found, Vec::<Value>::new());
    // The program reads the register while it runs; the world stays until the test ends.
    std::mem::forget(office);
    Desk { session, uri }
}

impl Desk {
    fn labels(&mut self, marked: &str) -> Vec<String> {
        named(&self.session.proposed(&self.uri, marked), "label").into_iter().map(str::to_owned).collect()
    }
}

/// The case with something in the place of something else.
fn with(old: &str, new: &str) -> String {
    assert!(CASE.contains(old), "{old}");
    CASE.replacen(old, new, 1)
}

#[test]
fn keys_are_those_of_the_table_that_are_not_there_yet() {
    let mut desk = desk(&able());
    let keys = desk.labels(&with("main_topic: training\n", "|\n"));
    assert!(keys.contains(&"main_topic".to_owned()) && keys.contains(&"severity".to_owned()), "{keys:?}");
    assert!(!keys.contains(&"id".to_owned()), "what is there is not proposed again: {keys:?}");
    let items = desk.session.proposed(&desk.uri, &with("    channel: e-mail\n---", "    channel: e-mail\n    |\n---"));
    let late = one(&items, "label", "late");
    assert_eq!((&late["detail"], &late["textEdit"]["newText"]), (&json!("waarom te laat"), &json!("late: ")));
    let party = desk.labels(&with("role: cursist, as: complainant", "role: cursist, |"));
    assert_eq!(party, ["as", "person", "since", "contact"]);
}

#[test]
fn values_are_those_of_the_regulation_with_its_words() {
    let mut desk = desk(&able());
    let items = desk.session.proposed(&desk.uri, &with("channel: e-mail\n\nparties", "channel: |\n\nparties"));
    assert_eq!(named(&items, "label"), ["e-mail", "post", "telefoon"]);
    let words = one(&items, "label", "telefoon")["documentation"]["value"].as_str().unwrap();
    assert!(words.contains("> De termijn begint pas als uw klacht op papier of per e-mail binnen is."), "{words}");
    assert!(words.contains("regel `channels/telefoon`"), "{words}");
    assert!(desk.labels(&with("topics: [training]", "topics: [training, |]")).contains(&"verwachting".to_owned()));
    assert_eq!(
        desk.labels(&with("main_topic: training", "main_topic: |")),
        ["training"],
        "one of the topics that are named"
    );
    assert_eq!(desk.labels(&with("role: cursist, as: complainant", "role: |, as: complainant")), ["cursist", "klant"]);
    assert_eq!(
        desk.labels(&with("role: cursist, as: complainant", "role: cursist, as: |")),
        ["complainant", "involved"]
    );
    let sealed = desk.labels(&with("fields: [name, address", "fields: [name, |"));
    assert!(sealed.contains(&"phone".to_owned()), "{sealed:?}");
}

#[test]
fn an_entry_is_proposed_who_and_what_the_desk_would_ask_for() {
    let mut desk = desk(&able());
    let entry = |line: &str| {
        with(
            "channel: e-mail\n---",
            &format!("channel: e-mail\n\n  - step: contact-klager\n    on: 2026-11-13\n{line}\n---"),
        )
    };
    let by = desk.labels(&entry("    by: |"));
    assert_eq!(by.first().map(String::as_str), Some("m3"), "the handler first: {by:?}");
    // Whom the step allows on that day, and nobody else.
    assert_eq!(by, ["m3"]);
    let without_day = entry("    by: |").replace("contact-klager\n    on: 2026-11-13\n", "contact-klager\n");
    assert_eq!(desk.labels(&without_day), ["m3"], "today, where no day is said");
    let keys = desk.labels(&entry("    |"));
    assert_eq!(keys.first().map(String::as_str), Some("uitslagdatum"), "what the step asks first: {keys:?}");
    assert_eq!(desk.labels(&entry("    uitslagdatum: |")), ["2026-11-13"]);
    let attestation = with("log:\n", "attestations:\n  - attestation: |\n\nlog:\n");
    assert!(desk.labels(&attestation).contains(&"klacht-duidelijk".to_owned()));
    let declares = with("log:\n", "attestations:\n  - attestation: klacht-duidelijk\n    by: |\n\nlog:\n");
    assert_eq!(desk.labels(&declares), ["m1", "m3", "m4"]);
}

#[test]
fn nobody_takes_a_step_whom_the_case_keeps_from_it() {
    let office = Office::new("interactie", "vlonderpad.example");
    office.on("2026-03-03").by("m4");
    let path: PathBuf = office.desk.path().join("cases/interactie/2026/03/K26-1000D0.md");
    let case = |respondents: &str, entries: &str| {
        format!(
            "---\nid: K26-1000D0\n\nreceived: 2026-03-02\n\nintake:\n  channel: e-mail\n\nparties:\n  - {{key: p1, role: opdrachtgever, as: complainant}}\n{respondents}\ntopics: [kwaliteit]\n\nfields:\n  overeenkomst: OVK-2026-009\n\nsealed:\n  fields: [name, narrative]\n\nlog:\n{entries}---\n"
        )
    };
    let (officer, director) = (
        "  - {key: p2, role: klachtenfunctionaris, as: respondent, person: m3}\n",
        "  - {key: p3, role: directie, as: respondent, person: m1}\n",
    );
    let appointed = "  - step: vervanger-aangewezen\n    on: 2026-03-03\n    by: m1\n    to: [m4]\n    handler: m4\n";
    let session = Session::greeted(office.program(), &able());
    let mut desk = Desk { session, uri: String::new() };
    desk.uri = desk.session.opened(&path, &case(officer, appointed)).0;
    let by = case(officer, &appointed.replace("by: m1", "by: |"));
    assert_eq!(desk.labels(&by), ["m1"]);
    // The director is accused as well, and appoints nobody.
    assert_eq!(desk.labels(&by.replace(officer, &format!("{officer}{director}"))), [""; 0]);
    let handler = desk.labels(&case(officer, &appointed.replace("handler: m4", "handler: |")));
    assert!(handler.contains(&"m4".to_owned()) && !handler.contains(&"m3".to_owned()), "{handler:?}");
    let next = "  - step: doorgeleid\n    on: 2026-03-03\n    by: |\n";
    let others = desk.labels(&case(officer, &format!("{appointed}{next}")));
    assert_eq!(others.first().map(String::as_str), Some("m4"), "whoever is at the keyboard: {others:?}");
    let registered = next.replace("doorgeleid", "klacht-geregistreerd");
    let sent = next.replace("by: |", "by: m7\n    to: [m4]\n    handler: m4");
    assert_eq!(desk.labels(&case(officer, &format!("{appointed}{sent}{registered}"))), ["m4"]);
    std::mem::forget(office);
}

#[test]
fn only_steps_that_are_possible_now_are_proposed_each_with_what_it_needs() {
    let mut desk = desk(&able());
    let marked = with("channel: e-mail\n---", "channel: e-mail\n\n  - |\n---");
    let items = desk.session.proposed(&desk.uri, &marked);
    let steps = named(&items, "label");
    assert!(steps.contains(&"contact-klager") && !steps.contains(&"gesloten"), "{steps:?}");
    let item = one(&items, "label", "contact-klager");
    assert_eq!(item["insertTextFormat"], 2);
    insta::assert_snapshot!("step-snippet", item["textEdit"]["newText"].as_str().unwrap());
    insta::assert_snapshot!("step-words", item["documentation"]["value"].as_str().unwrap());
    // An empty log, one half typed, and one in which something stands already.
    let behind =
        desk.session.proposed(&desk.uri, &with("channel: e-mail\n---", "channel: e-mail\n\n  - step: con|\n---"));
    let text = one(&behind, "label", "contact-klager")["textEdit"]["newText"].as_str().unwrap();
    assert!(text.starts_with("contact-klager\n  on: "), "{text}");
    let begun = desk.labels(&with("log:\n  - step: toegewezen\n    on: 2026-11-12\n    by: m1\n    handler: m3\n\n  - step: ontvangst-bevestigd\n    on: 2026-11-13\n    by: m1\n    to: [p1]\n    channel: e-mail\n", "log:\n  |\n"));
    assert!(begun.contains(&"toegewezen".to_owned()), "{begun:?}");
}

#[test]
fn without_places_to_fill_in_a_step_is_its_word() {
    let mut able = able();
    able["textDocument"]["completion"] = json!({});
    let mut desk = desk(&able);
    let marked = with("channel: e-mail\n---", "channel: e-mail\n\n  - step: |\n---");
    let items = desk.session.proposed(&desk.uri, &marked);
    let item = one(&items, "label", "contact-klager");
    assert_eq!((&item["insertTextFormat"], &item["textEdit"]["newText"]), (&json!(1), &json!("contact-klager")));
    let text = applied(desk.session.text(&desk.uri), std::slice::from_ref(&item["textEdit"]));
    assert!(text.contains("\n  - step: contact-klager\n---"), "{text}");
}

#[test]
fn a_file_of_a_regulation_knows_its_own_ids() {
    let office = Office::new("cmm", "beeldhoek.example");
    let mut session = Session::greeted(office.program(), &able());
    let path = office.desk.path().join("policy/cmm/2022-01-01/regulation.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    let (uri, _) = session.opened(&path, &text);
    let marked = text.replacen("kind: staff", "kind: |", 1);
    assert_eq!(named(&session.proposed(&uri, &marked), "label"), ["staff", "party", "external"]);
    let marked = text.replacen("assign_to: hoofd-opleidingen", "assign_to: |", 1);
    assert!(named(&session.proposed(&uri, &marked), "label").contains(&"office-manager"));
    let marked = text.replacen("    after: ", "    after: |", 1);
    assert!(named(&session.proposed(&uri, &marked), "label").contains(&"toegewezen"));
    let hover = session.hovered(&uri, &text.replacen("assign_to: hoofd", "assign_to: ho|ofd", 1));
    assert!(hover.contains("> Het Hoofd Opleidingen behandelt klachten"), "{hover}");
    let hover = session.hovered(&uri, &text.replacen("    kind: staff", "    ki|nd: staff", 1));
    assert!(hover.contains("medewerker, partij of extern"), "{hover}");
}

#[test]
fn hover_says_what_the_regulation_says_and_reckons_the_last_day() {
    let mut desk = desk(&able());
    let step = desk.session.hovered(&desk.uri, &with("step: ontvangst-bevestigd", "step: ontvangst-be|vestigd"));
    insta::assert_snapshot!("hover-step", step);
    let topic = desk.session.hovered(&desk.uri, &with("topics: [training]", "topics: [tr|aining]"));
    assert!(topic.contains("**Training**\n\n> een training;"), "{topic}");
    let received = desk.session.hovered(&desk.uri, &with("received: 2026", "rece|ived: 2026"));
    insta::assert_snapshot!("hover-received", received);
    let person = desk.session.hovered(&desk.uri, &with("    by: m1", "    by: m|1"));
    assert_eq!(person, "**Office Manager**");
    assert_eq!(desk.session.hovered(&desk.uri, &with("Notitie.", "Not|itie.")), "");
    assert_eq!(desk.session.hovered(&desk.uri, &with("id: K26-GB09WY\n", "id: K26-GB09WY # wa|t\n")), "");
}

#[test]
fn a_broken_case_is_helped_too() {
    let mut desk = desk(&able());
    let broken = with("topics: [training]", "topics: [training").replace("received: 2026-11-12", "received: gisteren");
    let marked = broken.replace("main_topic: training", "main_topic: |");
    assert!(!desk.labels(&marked).is_empty());
    let marked = broken.replace("channel: e-mail\n---", "channel: e-mail\n  - step: |\n---");
    assert!(desk.labels(&marked).contains(&"gesloten".to_owned()), "every step, when nobody knows which is possible");
    let unclosed = CASE.split("\nlog:").next().unwrap().replace("main_topic: training", "main_topic: |");
    assert_eq!(desk.labels(&unclosed), ["training"]);
}
