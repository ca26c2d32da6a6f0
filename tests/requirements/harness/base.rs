//! The base cases: legal as they stand.

use super::register::Folder;
use crate::common::root;

/// The text of a base case.
pub fn text(regulation: &str, name: &str) -> String {
    let folder = if regulation == "awb9" {
        "tests/fixtures/awb9/base".into()
    } else {
        format!("tests/requirements/base/{regulation}")
    };
    let path = root().join(folder).join(format!("{name}.md"));
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Everything that refuses a base case of a regulation.
pub fn wrong(regulation: &str) -> Vec<String> {
    let folder = if regulation == "awb9" {
        root().join("tests/fixtures/awb9/base")
    } else {
        root().join("tests/requirements/base").join(regulation)
    };
    let mut wrong = Vec::new();
    let mut seen = 0;
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        let Some(name) = entry.file_name().to_str().and_then(|n| n.strip_suffix(".md")) else { continue };
        seen += 1;
        let register = Folder::new(regulation);
        register.case(&text(regulation, name));
        let errors = register
            .check_cases(None)
            .into_iter()
            .filter(|f| f.severity == klacht::diagnostics::Severity::Error && f.path.starts_with("cases/"));
        wrong.extend(errors.map(|f| format!("{regulation}/{name}: {} {}", super::scenario::shown(&f), f.message.en)));
    }
    assert!(seen >= 4, "{regulation}: only {seen} base cases");
    wrong
}
