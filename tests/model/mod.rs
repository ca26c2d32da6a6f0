//! Each kind of fault of the model stays away: a small regulation and a case for each, named by the row that describes it.

mod extensions;
mod further;
mod incomplete;
mod promises;
mod rounds;
mod terms;

use chrono::NaiveDate;
use klacht::case::{Case, read};
use klacht::diagnostics::Severity;
use klacht::docket::Docket;
use klacht::regulation::{People, Precedence, UnreadText, Version, read_people, read_regulation};
use klacht::rules::Rule;
use klacht::rules::terms::overdue;

const HEAD: &str = r#"
schema: klacht.regulation/1
title: Klachtenregeling Proefhuis
valid_from: 2025-01-01
updated: 2025-01-01
organisation: {name: Proefhuis, site: "https://www.proefhuis.example"}
roles:
  - {id: huurder, name: Huurder, kind: party, as: [complainant], quote: x}
  - {id: behandelaar, name: Behandelaar, kind: staff, quote: x}
  - {id: commissie, name: Commissie, kind: external, quote: x}
channels:
  - {id: brief, name: Brief, form: written, formal: true, quote: x}
  - {id: telefoon, name: Telefoon, form: oral, formal: false, quote: x}
assignment: {step: toegewezen, handler: {by: fixed, role: behandelaar, quote: x}}
"#;

/// The steps that every regulation here begins with.
const BEGIN: &str = "
steps:
  - {id: toegewezen, name: Toegewezen, does: assign, by: [behandelaar], quote: x}
";

/// A regulation with its people.
struct House {
    version: Version,
    people: People,
}

/// The regulation that these blocks make; of them `steps` is a list of which the first is there already.
fn house(blocks: &str) -> House {
    let mut source = format!("{HEAD}{BEGIN}{blocks}");
    // A quote rests on the same letter everywhere.
    source = source.replace("}!", ", quote: x}");
    let read = read_regulation(&source);
    let regulation = read.value.unwrap_or_else(|| unreachable!("{:#?}", read.faults));
    let people = "schema: klacht.people/1\npersons:\n  - {key: m1, roles: [{role: behandelaar, from: 2020-01-01}]}\n";
    let version = Version {
        english: None,
        id: "proefhuis".to_owned(),
        path: "policy/proefhuis/2025-01-01/regulation.yaml".to_owned(),
        precedence: Precedence::of(&regulation),
        regulation,
        tree: read.tree.unwrap(),
        source,
        text: UnreadText::new("# Klachtenregeling Proefhuis\n\nx\n"),
    };
    House { version, people: read_people(people).value.unwrap() }
}

/// A case with these facts above its log; an entry is `step day keys`.
fn case_with(facts: &str, log: &[&str]) -> Case {
    let entry = |line: &&str| {
        let (step, rest) = line.split_once(' ').unwrap();
        let (day, keys) = rest.split_once(' ').unwrap_or((rest, ""));
        let by = if keys.contains("by:") { "" } else { "by: m1, " };
        format!("  - {{step: {step}, on: {day}, {by}{keys}}}\n")
    };
    let log: String = if log.is_empty() {
        "log: []\n".to_owned()
    } else {
        format!("log:\n{}", log.iter().map(entry).collect::<String>())
    };
    let source =
        format!("---\nid: K26-000013\nparties: [{{key: p1, role: huurder, as: complainant}}]\n{facts}\n{log}---\n");
    let (case, _, faults) = read(&source);
    case.unwrap_or_else(|| unreachable!("{faults:?}\n{source}"))
}

/// A letter that came in on this day, and its log.
fn case(received: &str, log: &[&str]) -> Case {
    case_with(&format!("received: {received}\nintake: {{channel: brief}}"), log)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl House {
    fn look(&self, case: &Case, look: impl FnOnce(&Docket<'_>)) {
        look(&Docket::replay(case, &self.version, &self.people));
    }

    /// What the rules on terms, order and data say of a case on a day: `code entry: message`, entries counted from 1.
    fn found(&self, case: &Case, on: &str) -> Vec<String> {
        let docket = Docket::replay(case, &self.version, &self.people);
        let mut all: Vec<String> = docket
            .violations
            .iter()
            .map(|violation| {
                let (rule, said) = Rule::of(&violation.kind, &docket);
                let severe = said.severity.unwrap_or(rule.severity).word();
                format!("{} {severe} {}: {}", rule.code, violation.at, said.message.en)
            })
            .collect();
        all.extend(overdue(&docket, Some(day(on))).into_iter().map(|placed| {
            let severe = placed.said.severity.unwrap_or(Severity::Warning).word();
            format!("T310 {severe} {}: {}", placed.at, placed.said.message.en)
        }));
        all
    }

    /// Asserts that exactly these are found: each a code, and words that its message holds.
    #[track_caller]
    fn finds(&self, case: &Case, on: &str, wanted: &[(&str, &str)]) {
        let found = self.found(case, on);
        let codes: Vec<&str> = found.iter().map(|said| &said[..4]).collect();
        assert_eq!(codes, wanted.iter().map(|(code, _)| *code).collect::<Vec<_>>(), "{found:#?}");
        for (said, (_, words)) in found.iter().zip(wanted) {
            assert!(said.contains(words), "{words} is not in {said}");
        }
    }

    /// Each clock: its term, its last day.
    fn ends(&self, case: &Case) -> Vec<(String, String)> {
        let docket = Docket::replay(case, &self.version, &self.people);
        docket.clocks().iter().map(|c| (c.term.id.clone(), c.due.on.to_string())).collect()
    }

    #[track_caller]
    fn ends_are(&self, case: &Case, wanted: &[(&str, &str)]) {
        let wanted: Vec<(String, String)> = wanted.iter().map(|(t, d)| ((*t).to_owned(), (*d).to_owned())).collect();
        assert_eq!(self.ends(case), wanted);
    }

    /// What is to be done: the steps that will do, and the last day.
    fn duties(&self, case: &Case) -> Vec<(String, Option<String>)> {
        let docket = Docket::replay(case, &self.version, &self.people);
        let duties = docket.duties(docket.last_recorded());
        let steps = |d: &klacht::docket::Duty<'_>| d.steps().map(|s| s.id.as_str()).collect::<Vec<_>>().join("|");
        duties.iter().map(|d| (steps(d), d.until.map(|u| u.to_string()))).collect()
    }

    /// The steps that can be taken now, by the name of the step.
    fn possible(&self, case: &Case) -> Vec<String> {
        let docket = Docket::replay(case, &self.version, &self.people);
        let mut free: Vec<String> =
            docket.possible().iter().filter(|p| p.obstacles.is_empty()).map(|p| p.step.id.clone()).collect();
        free.sort();
        free
    }

    #[track_caller]
    fn duties_are(&self, case: &Case, wanted: &[(&str, &str)]) {
        let found = self.duties(case);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(step, until)| (step.as_str(), until.as_deref().unwrap_or("–"))).collect();
        assert_eq!(found, wanted);
    }
}
