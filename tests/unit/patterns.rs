use std::path::Path;

use super::pattern;

#[test]
#[should_panic(expected = "no pattern: (: ")]
fn what_is_no_pattern_stops_the_program() {
    pattern("(");
}

/// Patterns made of what users write may fail and be left out; those of the program are made here.
#[test]
fn nowhere_else_is_a_pattern_that_may_be_missing() {
    let from_users = ["src/rules/policy/p517.rs", "src/rules/policy/p522.rs"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in walkdir::WalkDir::new(root.join("src")).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        if entry.path().extension().is_none_or(|end| end != "rs") || path.contains("test") || path == "src/patterns.rs"
        {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap();
        assert!(!text.contains("Option<Regex"), "{path}: a pattern that may be missing");
        let made = ["Regex::new(", "RegexSet::new("].iter().any(|way| text.contains(way));
        assert!(!made || from_users.contains(&path.as_str()), "{path}: use `patterns!`");
    }
}
