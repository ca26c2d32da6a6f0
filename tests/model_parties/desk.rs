//! A register in a folder of its own, and what a check of it finds.

use std::path::Path;

use chrono::NaiveDate;
use klacht::casework::Workspace;
use klacht::check::{check_cases, check_snapshot};
use klacht::diagnostics::Finding;
use klacht::docket::Docket;
use klacht::register::Register;
use tempfile::TempDir;

/// A register: some of the regulations of this repository, and files of its own.
pub struct Desk {
    dir: TempDir,
}

impl Desk {
    /// With these regulations of this repository.
    pub fn with(regulations: &[&str]) -> Self {
        let desk = Self { dir: tempfile::tempdir().unwrap() };
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("policy");
        for id in regulations {
            for file in walkdir::WalkDir::new(root.join(id)).into_iter().map(Result::unwrap) {
                if file.file_type().is_file() {
                    let path = file.path().strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                    desk.write(&format!("policy/{path}"), &std::fs::read_to_string(file.path()).unwrap());
                }
            }
        }
        desk
    }

    /// With a small regulation `plein`: its assignment, its steps, and what else it says.
    pub fn plein(assignment: &str, steps: &str, rest: &str) -> Self {
        let desk = Self::with(&[]);
        let rules = format!("{HEAD}\nassignment:\n{assignment}\nsteps:\n{steps}\n{rest}");
        desk.write("policy/plein/2026-01-01/regulation.yaml", &rules);
        desk.write("policy/plein/2026-01-01/text.nl.md", "# Klachtenregeling Plein\n\n## Artikel 1\n\n1. x\n");
        desk.write("policy/plein/people.yaml", PEOPLE);
        desk
    }

    /// Writes a file.
    pub fn write(&self, path: &str, text: &str) -> &Self {
        let file = self.dir.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
        self
    }

    /// Who may destroy the case on a day.
    pub fn destroyers(&self, day: &str) -> Vec<String> {
        let (workspace, file) = Workspace::open_case(self.dir.path(), "K26-000013").unwrap();
        let found = klacht::casework::destroyers(&workspace, &file, day.parse().unwrap()).unwrap();
        found.into_iter().map(|choice| choice.value).collect()
    }

    /// Whether something that is still open stops the destruction of the case.
    pub fn is_held(&self) -> bool {
        let (workspace, file) = Workspace::open_case(self.dir.path(), "K26-000013").unwrap();
        let (version, history) = workspace.version(&file).unwrap();
        !Docket::replay(&file.case, version, &history.people).progress.holds_on_destruction().is_empty()
    }

    /// Takes a file away.
    pub fn remove(&self, path: &str) {
        std::fs::remove_file(self.dir.path().join(path)).unwrap();
    }

    /// Writes a case of 2 March 2026: what stands above its log, and the log.
    pub fn case(&self, regulation: &str, head: &str, log: &str) -> &Self {
        let text = format!("---\nid: K26-000013\nreceived: 2026-03-02\n{head}\nlog:\n{log}\n---\n");
        self.write(&format!("cases/{regulation}/2026/03/K26-000013.md"), &text)
    }

    fn findings(&self, day: &str, policy: bool) -> Vec<Finding> {
        let day: NaiveDate = day.parse().unwrap();
        let files = Register::folder(self.dir.path()).unwrap().work_tree().unwrap();
        let verdict =
            if policy { check_snapshot(&files, Some(day), &|_, _| {}) } else { check_cases(&files, Some(day)) };
        verdict.unwrap().findings
    }

    /// What is found on a day, without the rules on regulations: code and the step, or the place, it is about.
    pub fn found(&self, day: &str) -> Vec<String> {
        let of = |f: &Finding| {
            let place = f.route.clone().unwrap_or_default();
            let at = place.strip_prefix("log[").and_then(|r| r.split(']').next()).and_then(|n| n.parse::<usize>().ok());
            let step = at.and_then(|n| self.step(&f.path, n));
            format!("{} {}", f.code, step.unwrap_or(place))
        };
        let mut found: Vec<String> = self.findings(day, false).iter().map(of).collect();
        found.sort();
        found.dedup();
        found
    }

    /// The same, only of some codes.
    pub fn only(&self, day: &str, codes: &[&str]) -> Vec<String> {
        let of = |line: &String| codes.iter().any(|code| line.starts_with(&format!("{code} ")));
        self.found(day).into_iter().filter(of).collect()
    }

    /// What is said on a day under a code.
    pub fn said(&self, day: &str, code: &str) -> Vec<String> {
        self.findings(day, true).into_iter().filter(|f| f.code == code).map(|f| f.message.en).collect()
    }

    fn step(&self, path: &str, entry: usize) -> Option<String> {
        let text = std::fs::read_to_string(self.dir.path().join(path)).ok()?;
        let (case, _, _) = klacht::case::read(&text);
        case?.log.get(entry).map(|e| e.step.clone())
    }
}

const HEAD: &str = "schema: klacht.regulation/1
title: Klachtenregeling Plein
valid_from: 2026-01-01
updated: 2026-01-01
organisation: {name: Plein, site: \"https://plein.example\"}
roles:
  - {id: bewoner, name: Bewoner, kind: party, as: [complainant, representative], quote: x}
  - {id: buur, name: Buur, kind: party, as: [respondent, involved], quote: x}
  - {id: beheerder, name: Beheerder, kind: staff, as: [respondent], quote: x}
  - {id: voorzitter, name: Voorzitter, kind: staff, as: [respondent], quote: x}
  - {id: kamer, name: Kamer, kind: external, quote: x}
channels:
  - {id: brief, name: Brief, form: written, formal: true, quote: x}
topics: {list: [{id: geluid, name: Geluid}]}";

const PEOPLE: &str = "schema: klacht.people/1
persons:
  - {key: m1, roles: [{role: beheerder, from: 2020-01-01}]}
  - {key: m2, roles: [{role: voorzitter, from: 2020-01-01}]}
  - {key: m3, roles: [{role: beheerder, from: 2020-01-01}]}
  - {key: m4, roles: [{role: voorzitter, from: 2020-01-01, deputy: true}]}
  - {key: m5, roles: [{role: voorzitter, from: 2020-01-01, until: 2025-06-30}]}
";

/// Who handles, where nothing is tried of it.
pub const PLAIN: &str = "  step: aangenomen\n  handler: {by: fixed, role: beheerder, quote: x}";
/// The first step, and a withdrawal.
pub const BEGIN: &str = "  - {id: aangenomen, name: A, does: assign, by: [anyone], quote: x}
  - {id: ingetrokken, name: I, does: end, ends_as: withdrawn, by: [complainant], optional: true, quote: x}";
/// One complainant.
pub const ONE: &str = "intake: {channel: brief}\nparties:\n  - {key: p1, role: bewoner, as: complainant}";
/// The entry of the first step.
pub const TAKEN: &str = "  - {step: aangenomen, on: 2026-03-02, by: m1, handler: m1}\n";
