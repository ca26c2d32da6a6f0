//! Kind × maker × strength: the table of `docs/decisions/authority.md`, asked of the gate itself.

use std::fmt::Write;

use klacht::diagnostics::Severity;

use crate::authority::done;
use crate::authority::office::{BOOK, CASE, DIRECTOR, MAKERS, Maker, Office, PEOPLE, STRENGTHS};

/// What says who it was or whose it is; what nobody may is in `attacks`.
const WHO: [&str; 5] = ["G713", "G714", "G715", "G722", "G731"];

/// One row: what it is called, and how somebody changes it.
type Row = (&'static str, fn(&Office, &str));

const ROWS: [Row; 19] = [
    ("settings", |o, _| done(o.edit("klacht.yaml", |text| format!("{text}notice: {{nl: Let op, en: Note}}\n")))),
    ("which regulations there are", |o, _| {
        o.desk.write("policy/nieuw/people.yaml", "schema: klacht.people/1\npersons: []\n");
    }),
    ("people", |o, _| done(o.swap(PEOPLE, "persons:\n", "persons:\n  - {key: m20, roles: []}\n"))),
    ("owners", |o, _| {
        o.edit(PEOPLE, |text| {
            if text.contains("policy_owners") {
                text.replace("policy_owners: [m7, m2]", "policy_owners: [m7, m2, m8]")
            } else {
                format!("{text}policy_owners: [m8, m2]\n")
            }
        });
    }),
    ("keepers", |o, _| {
        o.edit("klacht.yaml", |text| {
            if text.contains("authority") {
                text.replace("academie/m2]", "academie/m2, academie/m8]")
            } else {
                format!("{text}authority: {{keepers: [academie/m8, academie/m2]}}\n")
            }
        });
    }),
    ("a version", |o, _| done(o.desk.write("policy/academie/toelichting.txt", "Zo is het bedoeld.\n"))),
    ("register-wide", |o, _| done(o.edit(".gitattributes", |text| format!("{text}*.bin binary\n")))),
    ("reports and the like", |o, _| done(o.swap(BOOK, "40", "41"))),
    ("log", |o, by| done(o.log(CASE, &format!("step: besproken\non: 2026-06-01\nby: {by}")))),
    ("log, in another's name", |o, by| {
        let other = if by == "m3" { "m4" } else { "m3" };
        o.log(CASE, &format!("step: besproken\non: 2026-06-01\nby: {other}"));
    }),
    ("facts, with a correction", |o, by| {
        o.swap(CASE, "role: cursist", "role: trainer");
        o.log(CASE, &format!("step: correctie\nof: p1\non: 2026-06-01\nby: {by}\nreason: vergissing"));
    }),
    ("topics, fields, notes", |o, _| done(o.edit(CASE, |text| format!("{text}\nZo staat het er.\n")))),
    ("corrections", |o, by| {
        o.log(CASE, &format!("step: correctie\nof: 4\non: 2026-06-01\nby: {by}\nreason: vergissing"));
    }),
    ("acceptances in a case", |o, by| {
        let accepted = format!("accepted: [{{code: D602, why: een nummer, by: {by}}}]\n\nlog:");
        o.swap(CASE, "log:", &accepted);
    }),
    ("acceptances elsewhere", |o, by| {
        let line = format!("accepted: [{{path: README.md, code: D602, why: een nummer, by: {by}}}]\n");
        o.edit("klacht.yaml", |text| format!("{text}{line}"));
    }),
    ("a hold lifted", |o, _| {
        o.swap(CASE, "reason: procedure}", "reason: procedure, until: 2026-06-01, because: voorbij}");
    }),
    ("destruction", |o, by| {
        o.desk.write(CASE, format!("---\nid: K26-0003AN\ndestroyed: {{on: 2026-06-01, by: {by}}}\n---\n"));
    }),
    ("everything else", |o, _| done(o.edit("README.md", |text| format!("{text}Meer\n")))),
    ("an empty commit", |_, _| ()),
];

/// The table as the gate of a strength has it: `.` is nothing; between brackets what is told and does not refuse.
fn table(office: &Office, strengths: &[&str]) -> String {
    let mut commits: Vec<(&str, Vec<(Maker, String)>)> = Vec::new();
    for (name, change) in ROWS {
        let mut row = Vec::new();
        for maker in MAKERS {
            // A stranger takes the name of somebody who may.
            let by = if maker.known && maker.regulation == "academie" { maker.person } else { DIRECTOR.person };
            change(office, by);
            row.push((maker, office.by(maker, "wijziging")));
            office.desk.git(&["reset", "--quiet", "--hard", "HEAD^"]);
        }
        commits.push((name, row));
    }
    let mut text = String::new();
    for strength in strengths {
        write!(text, "{strength:<28}").unwrap();
        MAKERS.iter().for_each(|maker| write!(text, "{:>13}", maker.name).unwrap());
        text.push('\n');
        for (name, row) in &commits {
            write!(text, "{name:<28}").unwrap();
            for (maker, commit) in row {
                write!(text, "{:>13}", cell(office, strength, *maker, commit)).unwrap();
            }
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

fn cell(office: &Office, strength: &str, maker: Maker, commit: &str) -> String {
    let found = office.push(strength, maker, commit);
    let mut said: Vec<String> = found
        .iter()
        .filter(|f| WHO.contains(&f.code))
        .map(|f| if f.severity == Severity::Error { f.code[1..].to_owned() } else { format!("({})", &f.code[1..]) })
        .collect();
    said.sort();
    said.dedup();
    if said.is_empty() { ".".to_owned() } else { said.join("+") }
}

#[test]
fn in_a_register_that_names_keepers_and_owners() {
    insta::assert_snapshot!(table(&Office::new(true), &STRENGTHS));
}

#[test]
fn in_a_register_that_names_nobody() {
    insta::assert_snapshot!(table(&Office::new(false), &["transport", "signature"]));
}
