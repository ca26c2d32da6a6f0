//! What each rule of the family says, in both languages.

use std::fmt::Write;

use chrono::NaiveDate;

use super::{c109, c110, c111, c112, c113, c115, c120};
use crate::calendar::parse_date;
use crate::case::DataValue;
use crate::regulation::{AskType, NoVersion};
use crate::rules::terms::tests::{case, plain, with};
use crate::rules::{Message, Rule};

fn on(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn written(name: &str, said: &Message) -> String {
    let mut text = format!("## {name}\n");
    for (message, remedy) in [(&said.message.nl, &said.remedy.nl), (&said.message.en, &said.remedy.en)] {
        let _ = writeln!(text, "  {message}\n    -> {remedy}");
    }
    text
}

fn place(path: &str) -> Option<Message> {
    c109::judge(path, "K26-7F3QXM", on("2026-04-17"))
}

#[test]
fn what_each_rule_says() {
    let early = NoVersion::TooEarly(on("2022-01-01"));
    let broken = NoVersion::Unreadable(on("2024-01-01"));
    let texts = [
        written("C109 folder", &place("cases/academie/2026/05/K26-7F3QXM.md").unwrap()),
        written("C109 name", &place("cases/academie/2026/04/jan-jansen.md").unwrap()),
        written(
            "C109 year",
            &c109::judge("cases/academie/2025/04/K26-7F3QXM.md", "K26-7F3QXM", on("2025-04-17")).unwrap(),
        ),
        written("C109 elsewhere", &place("cases/academie/K26-7F3QXM.md").unwrap()),
        written("C109 no regulation", &place("cases/K26-7F3QXM.md").unwrap()),
        written("C109 stray", &c109::stray("cases/academie/2026/04/brief van jan.pdf").unwrap()),
        written("C110", &c110::say("K26-7F3QXM", "cases/academie/2026/04/K26-7F3QXM.md")),
        written("C110 elsewhere", &c110::say("K26-7F3QXM", "cases/academie/2026/04/jan-jansen.md")),
        written("C111 none", &c111::say(NoVersion::Regulation, "academy", on("2026-04-17"))),
        written("C111 early", &c111::say(early, "academie", on("2021-12-30"))),
        written("C111 unreadable", &c111::say(broken, "Jan Jansen", on("2026-04-17"))),
        written("C113", &c113::judge(&["p1", "p2", "p1"])[0].said),
        written("C120", &c120::say()),
        written("C115 keys", &c115::judge(&["id", "received", "Jan Jansen", "destroyed"], "\n").unwrap()),
        written("C115 body", &c115::judge(&["id", "destroyed"], "Nog een woord.\n").unwrap()),
        written("C115 both", &c115::judge(&["id", "Jan Jansen", "destroyed"], "Nog een woord.\n").unwrap()),
    ];
    insta::assert_snapshot!("case_file", texts.join("\n"));
    assert!(!texts.concat().to_lowercase().contains("jansen"), "what people typed is not repeated");
}

#[test]
fn what_is_right_gets_nothing() {
    assert_eq!(place("cases/academie/2026/04/K26-7F3QXM.md"), None);
    assert_eq!(c109::stray("cases/academie/2026/04/K26-7F3QXM.md"), None);
    assert_eq!(c109::stray("cases/academie/2026/yearbook.yaml"), None);
    assert_eq!(c109::stray("docs/model.md"), None);
    let corrected = |path: &str| c109::of_corrected(path, "K26-7F3QXM");
    assert_eq!(corrected("cases/academie/2026/03/K26-7F3QXM.md"), None, "it stays where it was made");
    assert!(corrected("cases/academie/2026/K26-7F3QXM.md").is_some());
    let stub = |path: &str| c109::of_stub(path, "K26-7F3QXM");
    assert_eq!(stub("cases/academie/2026/01/K26-7F3QXM.md"), None, "a stub no longer tells its day of receipt");
    assert!(stub("cases/academie/2024/01/K26-7F3QXM.md").is_some(), "its id tells the year");
    assert!(stub("cases/academie/2026/01/K26-0000AX.md").is_some() && stub("cases/academie/K26-7F3QXM.md").is_some());
    assert_eq!(c113::judge(&["p1", "p2"]), []);
    assert_eq!(c115::judge(&["id", "destroyed"], "\n\n"), None);
}

#[test]
fn every_key_given_twice_is_found() {
    let places: Vec<String> = c113::judge(&["p1", "p1", "p2", "p1"]).iter().map(|p| p.at.to_string()).collect();
    assert_eq!(places, ["parties[1].key", "parties[3].key"]);
}

#[test]
fn unknown_values() {
    let (version, mut case) = (plain(), case("2026-04-17", &[]));
    case.intake.channel = "mail".to_owned();
    case.topics = vec!["Jan Jansen".to_owned()];
    let text = |value: &str| DataValue::Text(value.to_owned());
    case.fields = vec![("bedrag".to_owned(), text("veel")), ("jansen".to_owned(), text("x"))];
    let kinds = [
        (AskType::Text, ""),
        (AskType::Reference, ""),
        (AskType::Number, ""),
        (AskType::Date, ""),
        (AskType::YesNo, "ja"),
        (AskType::Choice, "rood"),
        (AskType::Person, "m1"),
        (AskType::Party, "p1"),
        (AskType::Causes, "planning"),
        (AskType::Digest, ""),
        (AskType::List, ""),
    ];
    with(&version, &case, |docket| {
        let own = docket.violations.iter().map(|violation| Rule::of(&violation.kind, docket));
        let own = own.filter(|(rule, _)| **rule == c112::RULE);
        let mut texts: Vec<String> = own.map(|(_, said)| written("C112 case", &said)).collect();
        assert_eq!(texts.len(), 4);
        for (kind, value) in kinds {
            let values: Vec<String> = Some(value.to_owned()).filter(|v| !v.is_empty()).into_iter().collect();
            texts.push(written("C112 kind", &c112::of_fact(docket, "gegeven", kind, &values)));
        }
        texts.push(written("C112 none", &c112::say("source", None, &[])));
        insta::assert_snapshot!("unknown_values", texts.join("\n"));
        assert!(!texts.concat().to_lowercase().contains("jansen"), "what people typed is not repeated");
    });
}

#[test]
fn an_entry_below_the_data_is_seen_and_an_example_is_not() {
    fn found(body: &str) -> Option<&str> {
        c120::judge(body, 10).map(|span| &body[span.start - 10..span.end - 10])
    }
    assert_eq!(found("Een notitie.\n\n  - step: gehoord\n    on: 2026-04-17\n"), Some("- step: gehoord"));
    assert_eq!(found("log:\n"), Some("log:"));
    for body in ["Zie log: daar staat het.\n", "- stap 1\n", "```\n- step: gehoord\n```\n", ""] {
        assert_eq!(found(body), None, "{body}");
    }
}
