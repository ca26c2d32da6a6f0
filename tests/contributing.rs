//! CONTRIBUTING.md says how to add a rule and a regulation; this keeps its steps true.

#![allow(clippy::unwrap_used, reason = "helpers of a test, which may fail")]

use std::path::{Path, PathBuf};

use klacht::rules::ALL;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of a rule's file, found on disk.
fn home(code: &str) -> Option<PathBuf> {
    let file = format!("{}.rs", code.to_ascii_lowercase());
    let families = std::fs::read_dir(root().join("src/rules")).unwrap();
    families.map(|f| f.unwrap().path()).find(|folder| folder.join(&file).is_file())
}

#[test]
fn every_rule_is_one_file_listed_in_its_family_and_has_a_page() {
    for rule in ALL.iter() {
        let folder = home(rule.code).unwrap_or_else(|| panic!("{} has no file of its own", rule.code));
        let list = std::fs::read_to_string(folder.join("mod.rs")).unwrap();
        let name = rule.code.to_ascii_lowercase();
        let (_, listed) = list.split_once("rules! {").unwrap_or_else(|| panic!("{}: no list", folder.display()));
        let listed = listed.split('}').next().unwrap_or_default();
        let mut names = listed.split(|c: char| !c.is_ascii_alphanumeric());
        assert!(names.any(|listed| listed == name), "{} is not listed in its family", rule.code);
        assert!(root().join(format!("docs/rules/{}.md", rule.code)).is_file(), "{} has no page", rule.code);
        let tests = root().join("tests/unit/rules").join(folder.file_name().unwrap());
        let tested = tests.join("tests.rs").is_file() || tests.join("tests/mod.rs").is_file();
        assert!(tested, "the family of {} has no tests", rule.code);
    }
}

#[test]
fn every_file_that_looks_like_a_rule_is_one() {
    for entry in walkdir::WalkDir::new(root().join("src/rules")) {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".rs") else { continue };
        let (letter, number) = stem.split_at(1);
        if number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit()) {
            let code = format!("{}{number}", letter.to_ascii_uppercase());
            assert!(ALL.iter().any(|r| r.code == code), "{name} is in no list");
        }
    }
}

#[test]
fn every_regulation_has_what_the_steps_ask_for() {
    for entry in std::fs::read_dir(root().join("policy")).unwrap() {
        let folder = entry.unwrap().path();
        let id = folder.file_name().unwrap().to_string_lossy().into_owned();
        assert!(folder.join("people.yaml").is_file(), "{id}: people.yaml");
        let mut versions = 0;
        for version in std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()) {
            versions += 1;
            assert!(version.join("text.nl.md").is_file() && version.join("regulation.yaml").is_file(), "{id}");
        }
        assert!(versions > 0, "{id} has no version");
        assert!(has_files(&root().join("tests/requirements/base").join(&id)), "{id}: no base cases");
        assert!(has_files(&root().join("cases").join(&id)), "{id}: no cases in the register");
    }
}

#[test]
fn the_paths_and_commands_named_in_the_text_are_there() {
    let text = std::fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    for path in [
        "src/lib.rs",
        "src/rules/registry.rs",
        "tests/unit",
        "src/rules/of_violation.rs",
        "docs/model.md",
        "docs/decisions/formats.md",
        "src/yaml/group.rs",
        "src/regulation/difference",
        "docs/rules",
        "fuzz",
        "benches",
        ".ci/run",
        "docs/performance.md",
    ] {
        assert!(text.contains(path.trim_end_matches('/')), "{path} is no longer named");
        assert!(root().join(path).exists(), "{path} is named and not there");
    }
}

/// The table "Where to look" of `src/lib.rs` leads somewhere.
#[test]
fn the_paths_named_in_the_house_on_one_screen_are_there() {
    let text = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let table: Vec<&str> = text.lines().filter(|line| line.starts_with("//! | ")).collect();
    let paths: Vec<&str> = table.iter().flat_map(|line| line.split('`').skip(1).step_by(2)).collect();
    let paths: Vec<&str> = paths
        .into_iter()
        .filter(|name| name.contains('/') || Path::new(name).extension().is_some_and(|e| e == "rs"))
        .collect();
    assert!(paths.len() > 12, "{paths:?}");
    for path in paths {
        let there = root().join(path).exists() || root().join("src").join(path).exists();
        assert!(there, "{path} is named in src/lib.rs and not there");
    }
}

fn has_files(folder: &Path) -> bool {
    walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).any(|e| e.file_type().is_file())
}
