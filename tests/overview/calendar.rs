//! `klacht due --ics`.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::Bundled;
use crate::overview::room::holds;

/// The events of a calendar, each as its properties.
fn events(text: &str) -> Vec<BTreeMap<String, String>> {
    let unfolded = text.replace("\r\n ", "");
    let mut events = Vec::new();
    for line in unfolded.split("\r\n") {
        match line {
            "BEGIN:VEVENT" => events.push(BTreeMap::new()),
            _ => {
                if let (Some(event), Some((key, value))) = (events.last_mut(), line.split_once(':')) {
                    let name = key.split(';').next().unwrap();
                    assert!(name == "END" || event.insert(name.to_owned(), value.to_owned()).is_none(), "twice {name}");
                }
            }
        }
    }
    events
}

#[test]
fn it_is_a_calendar_that_any_program_reads() {
    let room = Bundled::with("cmm", "/2026/");
    let (code, text, _) = room.run(&["due", "--ics"]);
    assert_eq!(code, 0);
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "folded, with CRLF");
    for property in ["VERSION:2.0", "PRODID:", "METHOD:PUBLISH"] {
        assert!(text.contains(&format!("\r\n{property}")), "{property}");
    }
    let events = events(&text);
    assert!(!events.is_empty());
    for event in &events {
        for property in ["UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY"] {
            assert!(event.contains_key(property), "{property} in {event:?}");
        }
        assert_eq!(event["DTSTAMP"], "20261120T000000Z");
        assert!(!event.contains_key("DTEND"), "an end on the day of the beginning is none");
    }
    let uids: BTreeSet<&String> = events.iter().map(|event| &event["UID"]).collect();
    assert_eq!(uids.len(), events.len(), "each event has a name of its own");
    insta::assert_snapshot!("calendar", text.replace("\r\n", "\n"));
}

#[test]
fn it_names_nobody_and_no_case_in_its_uids() {
    let room = Bundled::with("cmm", "/2026/");
    let (_, text, _) = room.run(&["due", "--ics"]);
    let unfolded = text.replace("\r\n ", "");
    for person in room.persons("cmm") {
        assert!(!holds(&unfolded, &person), "{person}");
    }
    for event in events(&text) {
        assert!(!event["UID"].contains("K26"), "{event:?}");
    }
}

#[test]
fn the_same_term_keeps_its_uid() {
    let room = Bundled::with("cmm", "/2026/");
    let uids = |arguments: &[&str]| -> BTreeSet<String> {
        let (_, text, _) = room.run(&[&["due", "--ics"], arguments].concat());
        events(&text).into_iter().map(|mut event| event.remove("UID").unwrap()).collect()
    };
    let first = uids(&[]);
    assert_eq!(first, uids(&["--lang", "en"]), "whatever the language");
    let file = room.path().join("termijnen.ics");
    assert_eq!(room.run(&["due", "--ics", file.to_str().unwrap()]).1, "");
    let written = std::fs::read_to_string(file).unwrap();
    assert_eq!(first, events(&written).into_iter().map(|mut event| event.remove("UID").unwrap()).collect());
}

/// A job rewrites its own calendar every night; what somebody else wrote is not lost by a slip.
#[test]
fn a_calendar_takes_the_place_of_a_calendar_only() {
    let room = Bundled::with("cmm", "/2026/");
    let file = room.path().join("termijnen.ics");
    let ics = ["--lang", "en", "due", "--ics", file.to_str().unwrap()];
    for _ in 0..2 {
        assert_eq!(room.run(&ics).0, 0);
    }
    let foreign = ["agenda: van een ander\n", "BEGIN:VCALENDAR\r\nPRODID:-//ander//ander//NL\r\nEND:VCALENDAR\r\n"];
    for text in foreign {
        std::fs::write(&file, text).unwrap();
        let (code, _, notes) = room.run(&ics);
        assert!(code == 2 && notes.contains("was not made by this command"), "{notes}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    }
    std::fs::write(&file, "").unwrap();
    assert_eq!(room.run(&ics).0, 0, "an empty file is nobody's");
}
