//! Small cases against one small regulation: what each rule of the family says, in both languages.

mod days;
mod violations;

use std::fmt::Write;

use chrono::NaiveDate;

use crate::calendar::parse_date;
use crate::case::Case;
use crate::diagnostics::Severity;
use crate::docket::Docket;
use crate::regulation::{People, Precedence, UnreadText, Version, read_regulation};
use crate::rules::Message;
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
    let precedence = Precedence::of(&regulation);
    Version {
        english: None,
        id: "voorbeeldhuis".to_owned(),
        path: "policy/voorbeeldhuis/2024-01-01/regulation.yaml".to_owned(),
        source,
        regulation,
        tree,
        text: UnreadText::new(""),
        precedence,
    }
}

pub(in crate::rules) fn plain() -> Version {
    version(&[])
}

/// A case received on a day, with its log as lines `step date [key value]…`.
pub(in crate::rules) fn case(received: &str, log: &[&str]) -> Case {
    let mut source = format!(
        "---\nid: K26-7F3QXM\nreceived: {received}\nintake: {{channel: e-mail}}\n\
         parties: [{{key: p1, role: klant, as: complainant}}]\ntopics: [dienst]\nlog:\n"
    );
    for line in log {
        let words: Vec<&str> = line.split(' ').collect();
        let _ = writeln!(source, "  - step: {}\n    on: {}\n    by: m1", words[0], words[1]);
        for pair in words[2..].chunks(2) {
            let _ = writeln!(source, "    {}: {}", pair[0], pair[1]);
        }
    }
    if log.is_empty() {
        source = source.replace("log:\n", "log: []\n");
    }
    source += "---\n";
    read_case(&source)
}

/// What is left of a case that was destroyed on a day.
pub(in crate::rules) fn stub(on: &str) -> Case {
    read_case(&format!("---\nid: K26-7F3QXM\ndestroyed: {{on: {on}, by: m1}}\n---\n"))
}

fn read_case(source: &str) -> Case {
    let (case, _, faults) = crate::case::read(source);
    case.unwrap_or_else(|| panic!("{faults:?}"))
}

pub(in crate::rules) fn with<T>(version: &Version, case: &Case, then: impl FnOnce(&Docket<'_>) -> T) -> T {
    let people = People::default();
    then(&Docket::replay(case, version, &people))
}

pub(in crate::rules) fn written(code: &str, severity: Severity, at: &Route, said: &Message) -> String {
    let grave = said.severity.unwrap_or(severity).word();
    let mut text = format!("{grave}[{code}] {at}\n");
    for (message, remedy) in [(&said.message.nl, &said.remedy.nl), (&said.message.en, &said.remedy.en)] {
        let _ = writeln!(text, "  {message}\n    -> {remedy}");
    }
    text
}
