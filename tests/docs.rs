//! What is generated is checked in. A stale file fails here, and the message says what refreshes it.

#![allow(clippy::unwrap_used, reason = "helpers of a test, which may fail")]

use std::fs;
use std::path::Path;

use klacht::diagnostics::Lang;

const REFRESH: &str = "KLACHT_UPDATE_DOCS=1 cargo test --test all docs::";

#[test]
fn the_list_of_rules_is_fresh() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules/README.md");
    let made = klacht::rules::index();
    if std::env::var_os("KLACHT_UPDATE_DOCS").is_some() {
        fs::write(&file, &made).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == made, "docs/rules/README.md is stale; refresh it with: {REFRESH}");
}

#[test]
fn the_command_reference_is_fresh() {
    for (name, lang) in [("cli.md", Lang::En), ("cli.nl.md", Lang::Nl)] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
        let made = klacht::cli::reference(lang);
        if std::env::var_os("KLACHT_UPDATE_DOCS").is_some() {
            fs::write(&file, &made).unwrap();
        }
        let kept = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
        assert!(kept == made, "docs/{name} is stale; refresh it with: {REFRESH}");
    }
}

#[test]
fn the_schemas_are_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema");
    for document in klacht::schema::Document::ALL {
        for (lang, end) in [(Lang::En, "json"), (Lang::Nl, "nl.json")] {
            let file = folder.join(format!("{}.{end}", document.name()));
            let made = document.text(lang);
            if std::env::var_os("KLACHT_UPDATE_DOCS").is_some() {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&file, &made).unwrap();
            }
            let kept = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
            assert!(kept == made, "{} is stale; refresh it with: {REFRESH}", file.display());
        }
    }
}

/// A remedy that names a command that is not there is worse than none.
#[test]
fn every_command_that_is_named_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let program = klacht::cli::command(Lang::En);
    let known = |word: &str| {
        program.get_subcommands().any(|c| c.get_name() == word || c.get_all_aliases().any(|alias| alias == word))
    };
    let mut wrong = Vec::new();
    let files = ["src", "docs", "README.md", "CONTRIBUTING.md", "tests/requirements"];
    for entry in files.iter().flat_map(|f| walkdir::WalkDir::new(root.join(f)).sort_by_file_name()) {
        let entry = entry.unwrap();
        let Ok(text) = fs::read_to_string(entry.path()) else { continue };
        for found in text.split("`klacht ").skip(1) {
            let word: String = found.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
            if !word.is_empty() && !known(&word) {
                wrong.push(format!("{}: klacht {word}", entry.path().display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
