//! What must be refused: each file of `tests/fixtures/refused/` is a case of the regulation `interactie` with one thing wrong,
//! and is named after the rule that must find it. The same case without the fault is legal.

use std::collections::BTreeSet;
use std::path::Path;

use klacht::check::{CaseContext, Judged, judge_case};
use klacht::context::Context;
use klacht::diagnostics::Severity;
use klacht::register::Register;
use klacht::rules::data_protection::Allowed;

use crate::common::{CONTEXT, root};

/// Where the case belongs.
const PLACE: &str = "cases/interactie/2025/02/K25-1000AF.md";

fn judged(file: &Path) -> Judged {
    let allowed = Allowed::new();
    let limit = CONTEXT.settings.limit();
    let case_context = CaseContext { context: &CONTEXT, allowed: &allowed, day: None, limit };
    judge_case(PLACE, &std::fs::read(file).unwrap(), case_context)
}

fn errors(judged: &Judged) -> BTreeSet<&'static str> {
    judged.findings.iter().filter(|f| f.severity == Severity::Error).map(|f| f.code).collect()
}

#[test]
fn each_fixture_is_refused_by_the_rule_in_its_name() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for entry in walkdir::WalkDir::new(root().join("tests/fixtures/refused")).sort_by_file_name() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(code) = name.strip_suffix(".md").and_then(|n| n.split('-').next()) else { continue };
        seen += 1;
        let judged = judged(entry.path());
        let found = errors(&judged);
        if !found.contains(code) {
            wrong.push(format!("{name}: found {found:?}"));
        }
        let told = judged.findings.iter().filter(|f| f.severity == Severity::Error);
        let mute = told.filter(|f| f.message.nl.is_empty() || f.remedy.nl.is_empty() || f.remedy.en.is_empty());
        wrong.extend(mute.map(|f| format!("{name}: {} says nothing, or nothing to do", f.code)));
    }
    assert!(seen > 30, "only {seen} fixtures");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_server_that_is_to_say_who_it_was_must_have_its_variable_named() {
    let folder = tempfile::tempdir().unwrap();
    let found = |identity: &str| {
        let text = format!("schema: klacht.register/1\nidentity: {identity}\n");
        std::fs::write(folder.path().join("klacht.yaml"), text).unwrap();
        let register = Register::folder(folder.path()).unwrap();
        let context = Context::read(&register.work_tree().unwrap()).unwrap();
        context.findings.iter().map(|f| f.code).collect::<Vec<_>>()
    };
    assert_eq!(found("{strength: transport}"), ["C106"]);
    assert!(found("{strength: transport, variable: GL_USER}").is_empty());
    assert!(found("{strength: author}").is_empty());
}

#[test]
fn the_case_they_are_made_from_is_legal() {
    let judged = judged(&root().join("tests/requirements/base/interactie/plain.md"));
    assert_eq!(errors(&judged), BTreeSet::new());
}
