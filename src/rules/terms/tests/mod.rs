//! Small cases against one small regulation: what each rule of the family says, in both languages.

mod days;
mod lacks;

use std::fmt::Write;

use chrono::NaiveDate;

use crate::calendar::parse_date;
use crate::case::{Case, DataValue, IntakeFacts, LogEntry, Party, Sealed};
use crate::diagnostics::Severity;
use crate::docket::Docket;
use crate::regulation::{People, Position, Reach, RegulationText, Version, read_regulation};
use crate::rules::Said;
use crate::yaml::Route;

pub(in crate::rules) fn on(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

/// The regulation of these tests, in which texts are replaced by others.
pub(in crate::rules) fn version(changes: &[(&str, &str)]) -> Version {
    let mut source = include_str!("regulation.yaml").to_owned();
    for (from, to) in changes {
        assert!(source.contains(from), "{from}");
        source = source.replace(from, to);
    }
    let read = read_regulation(&source);
    assert!(read.faults.is_empty(), "{:#?}", read.faults);
    let (regulation, tree) = (read.value.unwrap(), read.tree.unwrap());
    let reach = Reach::of(&regulation);
    Version {
        id: "voorbeeldhuis".to_owned(),
        path: "policy/voorbeeldhuis/2024-01-01/regulation.yaml".to_owned(),
        source,
        regulation,
        tree,
        text: RegulationText::read(""),
        reach,
    }
}

pub(in crate::rules) fn plain() -> Version {
    version(&[])
}

/// A case received on a day, with its log as lines `step date [key value]…`.
pub(in crate::rules) fn case(received: &str, log: &[&str]) -> Case {
    Case {
        id: "K26-7F3QXM".to_owned(),
        received: on(received),
        intake: IntakeFacts { channel: "e-mail".to_owned(), source: None },
        parties: vec![Party {
            key: "p1".to_owned(),
            role: "klant".to_owned(),
            position: Position::Complainant,
            person: None,
        }],
        topics: vec!["dienst".to_owned()],
        main_topic: None,
        severity: None,
        fields: Vec::new(),
        sealed: Sealed::default(),
        earlier: None,
        charged: None,
        legal_hold: None,
        attestations: Vec::new(),
        log: log.iter().map(|line| entry(line)).collect(),
        destroyed: None,
    }
}

fn entry(line: &str) -> LogEntry {
    let words: Vec<&str> = line.split(' ').collect();
    let mut late = None;
    let mut data = Vec::new();
    for pair in words[2..].chunks(2) {
        match pair {
            ["late", why] => late = Some((*why).to_owned()),
            [key, value] => data.push(((*key).to_owned(), DataValue::Text((*value).to_owned()))),
            _ => panic!("{line}"),
        }
    }
    LogEntry {
        step: words[0].to_owned(),
        on: on(words[1]),
        by: vec!["m1".to_owned()],
        to: Vec::new(),
        cc: Vec::new(),
        with: Vec::new(),
        reported_to: Vec::new(),
        channel: None,
        party: Vec::new(),
        parts: Vec::new(),
        late,
        waived: None,
        waiver: None,
        offered: false,
        recorded_by: None,
        reason: None,
        reference: None,
        note: None,
        handler: None,
        of: None,
        data,
    }
}

pub(in crate::rules) fn with<T>(version: &Version, case: &Case, then: impl FnOnce(&Docket<'_>) -> T) -> T {
    let people = People::default();
    then(&Docket::replay(case, version, &people))
}

pub(in crate::rules) fn written(code: &str, severity: Severity, at: &Route, said: &Said) -> String {
    let grave = said.severity.unwrap_or(severity).word();
    let mut text = format!("{grave}[{code}] {at}\n");
    for (message, remedy) in [(&said.message.nl, &said.remedy.nl), (&said.message.en, &said.remedy.en)] {
        let _ = writeln!(text, "  {message}\n    -> {remedy}");
    }
    text
}
