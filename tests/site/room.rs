//! The room that makes the site knows no case: what it does not know it cannot tell.

use crate::common::root;

#[test]
fn the_site_knows_no_case() {
    let forbidden = [
        "crate::case",
        "crate::docket",
        "crate::check",
        "crate::register",
        "crate::rules",
        "crate::cli",
        "crate::publish",
    ];
    let mut seen = 0;
    for entry in walkdir::WalkDir::new(root().join("src/site")).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.path().extension().is_none_or(|e| e != "rs") {
            continue;
        }
        seen += 1;
        let source = std::fs::read_to_string(entry.path()).unwrap();
        // Fixtures of tests read regulations from disk; they make no page.
        let made = source.split("#[cfg(test)]").next().unwrap_or_default();
        let is_fixture = entry.file_name().to_string_lossy().contains("fixture");
        for word in forbidden.iter().filter(|_| !is_fixture) {
            assert!(!made.contains(word), "{}: {word}", entry.path().display());
        }
        assert!(!source.contains("crate::docket"), "{}", entry.path().display());
    }
    assert!(seen > 10);
}
