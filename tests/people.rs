//! The people and yearbooks of this repository keep to the regulations they stand beside.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use klacht::calendar::parse_date;
use klacht::regulation::{People, Precedence, UnreadText, Version, read_people, read_regulation};
use klacht::rules::roles::{Days, judge_people, judge_yearbook};
use klacht::yearbook::{Yearbook, read_yearbook};

/// The versions of a regulation, oldest first.
fn versions(folder: &Path) -> Vec<Version> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.file_name() != "regulation.yaml" {
            continue;
        }
        let source = std::fs::read_to_string(entry.path()).unwrap();
        let read = read_regulation(&source);
        let regulation = read.value.unwrap();
        found.push(Version {
            english: None,
            id: String::new(),
            path: entry.path().display().to_string(),
            precedence: Precedence::of(&regulation),
            regulation,
            tree: read.tree.unwrap(),
            text: UnreadText::default(),
            source,
        });
    }
    found
}

/// The yearbooks of a folder without their tally rows, which are no matter of who may do what.
fn yearbooks(folder: &Path) -> Vec<Yearbook> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = files.filter(|file| file.file_name().to_string_lossy().ends_with("yearbook.yaml"));
    let read = |source: String| {
        let before = source.split("\ntally:").next().unwrap_or_default();
        let read = read_yearbook(&format!("{before}\n"));
        read.value.unwrap_or_else(|| panic!("{:?}", read.faults))
    };
    files.map(|file| read(std::fs::read_to_string(file.path()).unwrap())).collect()
}

/// What is wrong, as `code place: message`.
fn wrong(versions: &[Version], people: &People, yearbooks: &[Yearbook], today: NaiveDate) -> Vec<String> {
    let mut found = Vec::new();
    let reports: Vec<NaiveDate> = yearbooks.iter().flat_map(|book| book.reports.iter().map(|r| r.on)).collect();
    for (index, version) in versions.iter().enumerate() {
        let days = Days::of(version, versions.get(index + 1).map(|next| next.regulation.valid_from));
        found.extend(judge_people(people, version, days, today));
        found.extend(yearbooks.iter().flat_map(|yearbook| judge_yearbook(yearbook, &reports, people, version, days)));
    }
    found.iter().map(|(rule, placed)| format!("{} {}: {}", rule.code, placed.at, placed.said.message.en)).collect()
}

#[test]
fn people_and_yearbooks_are_sound() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let today = parse_date("2026-06-01").unwrap();
    let mut found = Vec::new();
    let mut judged = 0;
    for entry in std::fs::read_dir(root.join("policy")).unwrap() {
        let folder = entry.unwrap().path();
        let Ok(source) = std::fs::read_to_string(folder.join("people.yaml")) else { continue };
        let people = read_people(&source).value.unwrap();
        let id = folder.file_name().unwrap().to_string_lossy().into_owned();
        let yearbooks = yearbooks(&root.join("tests/requirements/base").join(&id));
        let wrong = wrong(&versions(&folder), &people, &yearbooks, today);
        found.extend(wrong.into_iter().map(|line| format!("{id}: {line}")));
        judged += 1;
    }
    found.sort();
    assert!(judged > 0, "no regulation found");
    assert!(found.is_empty(), "{}", found.join("\n"));
}
