//! A register as small as can be, of an invented library, to which each test adds what it is about.

use std::path::Path;
use std::process::Stdio;

use crate::common::{World, outcome, root};

/// The sentence on which everything rests.
const QUOTE: &str = "Zo doet de bibliotheek het.";

const BASE: &str = r#"schema: klacht.regulation/1
title: Klachtenregeling Boekenkade
valid_from: 2026-01-01
updated: 2026-01-01
organisation:
  name: Boekenkade
  site: https://boekenkade.example
  contact: [{id: post, kind: email, value: klacht@boekenkade.example, publish: true, label: Klachtenpost}]
roles:
  - {id: lezer, name: Lezer, kind: party, as: [complainant], quote: Q}
  - {id: balie, name: Balie, kind: staff, quote: Q}
  - {id: raad, name: Leesraad, kind: external, independent: true, contact: {name: Leesraad, url: "https://leesraad.example"}, publish: [name, url], verified_on: 2026-01-01, quote: Q}
channels:
  - {id: e-mail, name: E-mail, form: written, formal: true, contact: post, quote: Q}
intake: {sealed: [name], quote: Q}
assignment:
  step: erkend
  handler: {by: fixed, role: balie, quote: Q}
steps:
  - {id: erkend, name: Klacht erkend, does: assign, by: [balie], to: [complainant], quote: Q}
  - {id: antwoord, name: Antwoord gegeven, by: [balie], to: [complainant], after: [erkend], each_round: true, quote: Q}
  - {id: dicht, name: Klacht afgerond, does: close, ends_as: settled, by: [balie], after: [antwoord], quote: Q}
  - {id: naar-raad, name: Naar de Leesraad gegaan, by: [complainant], to: [raad], after: [dicht], optional: true, quote: Q}
#steps
terms:
  - {id: erkennen, name: Erkennen, from: received, until: [erkend], within: 3 working days, quote: Q}
  - {id: beantwoorden, name: Beantwoorden, from: received, until: [antwoord], within: 4 weeks, quote: Q}
#terms
#blocks
milestones: {acknowledgement: erkend, outcome: antwoord, closing: dicht}
escalations:
  - {id: raad, body: raad, who: [complainant], duty: inform, steps: {filed: naar-raad}, binding: false, costs: unknown, quote: Q}
confidentiality: {quote: Q, access: {roles: [balie], quote: Q}}
costs: {complainant: none, quote: Q}
retention: {regime: after-term, from: dicht, keep: 1 year, by: balie, leaves: tally, quote: Q}
gaps:
  - {id: duur, about: external-term, why: Niet genoemd.}
  - {id: belang, about: conflict-of-interest, why: Niet genoemd.}
#gaps
"#;

/// The head of a case of Monday 2 March 2026.
const HEAD: &str = "---\nid: K26-000013\nreceived: 2026-03-02\nintake: {channel: e-mail}\nparties:\n  - {key: p1, role: lezer, as: complainant}\nsealed: {fields: [name]}\nlog:\n";

/// The register.
pub struct Small {
    rules: String,
    channel: &'static str,
    log: Vec<String>,
}

impl Small {
    pub fn new() -> Self {
        Self { rules: BASE.to_owned(), channel: "e-mail", log: Vec::new() }
    }

    /// With a piece of the regulation put otherwise.
    pub fn with(mut self, old: &str, new: &str) -> Self {
        assert!(self.rules.contains(old), "{old}");
        self.rules = self.rules.replacen(old, new, 1);
        self
    }

    /// With lines more at a place: `steps`, `terms`, `blocks` or `gaps`.
    pub fn more(self, place: &str, lines: &str) -> Self {
        let mark = format!("#{place}\n");
        let new = format!("{lines}\n{mark}");
        self.with(&mark, &new)
    }

    /// With a case that came in by another channel.
    pub fn with_channel(mut self, channel: &'static str) -> Self {
        self.channel = channel;
        self
    }

    /// With an entry in the case.
    pub fn entry(mut self, step: &str, on: &str, rest: &str) -> Self {
        self.log.push(format!("  - {{step: {step}, on: {on}, {rest}}}\n"));
        self
    }

    fn put(&self, dir: &Path) {
        let write = |path: &str, text: &str| {
            let file = dir.join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        };
        let rules = self.rules.replace("quote: Q", &format!("quote: {QUOTE}"));
        write("policy/boekenkade/2026-01-01/regulation.yaml", &rules);
        write(
            "policy/boekenkade/2026-01-01/text.nl.md",
            &format!("# Klachtenregeling Boekenkade\n\n## Artikel 1. Alles\n\n1. {QUOTE}\n"),
        );
        write(
            "policy/boekenkade/people.yaml",
            "schema: klacht.people/1\npersons:\n  - {key: m1, roles: [{role: balie, from: 2026-01-01}], git: [m1@boekenkade.example]}\n",
        );
        write(
            "klacht.yaml",
            "schema: klacht.register/1\nsite:\n  address: https://klachten.example/\n  responsible: Boekenkade\n  contact: site@boekenkade.example\n  answer_within: 10 working days\n  tested: {on: 2026-01-01, nl: Getest., en: Tested.}\n",
        );
        crate::common::copy(&root().join("site-templates"), &dir.join("site-templates"));
        if !self.log.is_empty() {
            write(
                "cases/boekenkade/2026/03/K26-000013.md",
                &format!("{}{}---\n", HEAD.replace("e-mail", self.channel), self.log.concat()),
            );
        }
    }

    /// What a command prints on a day: exit code, output, messages.
    pub fn run(&self, day: &str, line: &str) -> (i32, String, String) {
        let world = World::new();
        let dir = world.path().join("desk");
        std::fs::create_dir_all(&dir).unwrap();
        self.put(&dir);
        let mut command = world.klacht(&dir);
        command.env("KLACHT_TODAY", day).env("KLACHT_LANG", "nl").stdin(Stdio::null());
        outcome(command.args(line.split_whitespace()).output().unwrap())
    }

    /// A letter in Dutch.
    pub fn letter(&self, day: &str, kind: &str) -> String {
        let (code, text, told) = self.run(day, &format!("letter K26-000013 {kind}"));
        assert_eq!(code, 0, "{told}");
        text
    }

    /// A page of the site as text, in one line.
    pub fn page(&self, path: &str) -> String {
        let world = World::new();
        let repo = world.repo("desk");
        self.put(repo.path());
        repo.commit("register");
        let done = world.klacht(repo.path()).env("KLACHT_TODAY", "2026-11-20").arg("build").output().unwrap();
        let (code, said, told) = outcome(done);
        assert_eq!(code, 0, "{said}{told}");
        let html = std::fs::read_to_string(repo.path().join("public/boekenkade").join(path)).unwrap();
        let mut text = String::new();
        for (at, piece) in html.split('<').enumerate() {
            text.push_str(if at == 0 { piece } else { piece.split_once('>').map_or("", |(_, said)| said) });
            text.push(' ');
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
