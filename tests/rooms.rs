//! The table of rooms in `src/lib.rs` holds: no room uses another that it may not, no line of the table is idle, there is no
//! circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use klacht::ROOMS;

/// How tests at the end of a file begin.
const TESTS: &str = "#[cfg(test)]\nmod tests {";

/// Every file of `src/` by its path there, with its code.
fn sources() -> Vec<(String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(&source).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(&source).unwrap().to_str().unwrap().replace('\\', "/");
        if path.strip_suffix(".rs").is_some() {
            found.push((path, code(&fs::read_to_string(entry.path()).unwrap())));
        }
    }
    found
}

/// Which rooms each room uses, with one file that shows it.
type Edges = BTreeMap<(String, String), String>;

/// The code of a file: without comments, and without the tests at its end.
fn code(text: &str) -> String {
    let code = text.split_once(TESTS).map_or(text, |(code, _)| code);
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms that a text names after `crate::`.
fn named(text: &str, rooms: &BTreeSet<&str>) -> BTreeSet<String> {
    let word = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>();
    text.split("crate::").skip(1).map(word).filter(|name| rooms.contains(name.as_str())).collect()
}

fn edges(rooms: &BTreeSet<&str>) -> Edges {
    let mut found = Edges::new();
    for (path, text) in sources() {
        let own = path.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        if !rooms.contains(own.as_str()) {
            continue;
        }
        for other in named(&text, rooms) {
            if other != own {
                found.entry((own.clone(), other)).or_insert_with(|| path.clone());
            }
        }
    }
    found
}

/// What only tests need stands in `tests/unit`, at the path of what it tests: `src/` is what is shipped. A few lines of tests
/// at the end of a file may stay.
#[test]
fn source_holds_no_files_of_tests() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(&source).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(&source).unwrap().to_str().unwrap().replace('\\', "/");
        if !entry.file_type().is_file() {
            continue;
        }
        let long = fs::read_to_string(entry.path())
            .is_ok_and(|text| text.split_once(TESTS).is_some_and(|(_, tests)| tests.lines().count() > 15));
        let of_tests = path.split('/').map(|name| name.trim_end_matches(".rs")).any(|name| {
            ["tests", "snapshots"].contains(&name) || name.ends_with("_tests") || name.ends_with("fixture")
        });
        if long || of_tests {
            found.push(path);
        }
    }
    assert_eq!(found, Vec::<String>::new(), "belongs below tests/unit");
}

#[test]
fn every_room_is_in_the_table() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut there: BTreeSet<String> =
        fs::read_dir(source).unwrap().map(|e| e.unwrap().file_name().to_str().unwrap().replace(".rs", "")).collect();
    there.remove("lib");
    there.remove("main");
    let listed: BTreeSet<String> = ROOMS.iter().map(|room| room.name.to_owned()).collect();
    assert_eq!(listed, there, "a room of src/ is missing in ROOMS, or one of ROOMS is not there");
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let mut above: BTreeSet<&str> = BTreeSet::new();
    for room in ROOMS {
        for other in room.uses.split_whitespace() {
            assert!(
                above.contains(other),
                "{} uses {other}, which does not stand above it: a circle, or the order",
                room.name
            );
        }
        assert!(above.insert(room.name), "{} stands there twice", room.name);
        assert!(!room.holds.is_empty());
    }
}

#[test]
fn the_code_keeps_to_the_table() {
    let names: BTreeSet<&str> = ROOMS.iter().map(|room| room.name).collect();
    let there = edges(&names);
    let allowed: BTreeSet<(String, String)> = ROOMS
        .iter()
        .flat_map(|room| room.uses.split_whitespace().map(|other| (room.name.to_owned(), other.to_owned())))
        .collect();
    let forbidden: Vec<String> = there
        .iter()
        .filter(|(edge, _)| !allowed.contains(*edge))
        .map(|((room, other), path)| format!("{room} may not use {other}, and src/{path} does"))
        .collect();
    assert_eq!(forbidden, Vec::<String>::new(), "move what is wanted down, or allow it in ROOMS of src/lib.rs");
    let idle: Vec<_> = allowed.iter().filter(|edge| !there.contains_key(*edge)).collect();
    assert!(idle.is_empty(), "take out of ROOMS what nobody uses: {idle:?}");
}

#[test]
fn the_reader_of_edges_reads_code_and_nothing_else() {
    let rooms = BTreeSet::from(["case", "check", "docket"]);
    let text = "use crate::case::Case;\n// crate::check\nfn f() { crate::docket::x() }\n#[cfg(test)]\nmod tests { use crate::check::y; }\n";
    assert_eq!(named(&code(text), &rooms), BTreeSet::from(["case".to_owned(), "docket".to_owned()]));
}

/// Paths of a register are read in `paths.rs`: elsewhere nobody takes one apart, save names that are no such paths.
#[test]
fn paths_are_read_in_one_place() {
    let others = [
        // Any path of a work tree or an index, whatever it is of.
        "register/",
        // Addresses of the web, places in a regulation, folders of a machine.
        "site/",
        "regulation/",
        "init/",
        "draft/naming.rs",
        "cli/publish/figures.rs",
        "cli/complete/typed.rs",
        // Words about a path that was not understood.
        "rules/",
    ];
    let mut found = Vec::new();
    for (path, text) in sources() {
        if path == "paths.rs" || others.iter().any(|o| path.starts_with(o)) {
            continue;
        }
        for part in ["split('/')", "rsplit('/')", "split(\"/\")", "\"klacht.yaml\"", "\"yearbook.yaml\""] {
            found
                .extend(text.lines().filter(|line| line.contains(part)).map(|line| format!("{path}: {}", line.trim())));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

/// Time is an argument: what day it is, and how long something took, is asked of `main`, also by what runs for days. A progress
/// bar of the library for these times itself.
#[test]
fn only_main_reads_the_clock() {
    let mut found = Vec::new();
    for (path, text) in sources().into_iter().filter(|(path, _)| path != "main.rs") {
        for part in ["::now(", "::now)"] {
            found
                .extend(text.lines().filter(|line| line.contains(part)).map(|line| format!("{path}: {}", line.trim())));
        }
    }
    assert_eq!(found, Vec::<String>::new(), "take it from cli/world.rs");
}

/// The names that the rooms show outside the package.
fn surface() -> Vec<(String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for room in ROOMS {
        let file = [source.join(room.name).join("mod.rs"), source.join(format!("{}.rs", room.name))];
        let text = fs::read_to_string(file.iter().find(|path| path.is_file()).unwrap()).unwrap();
        for declared in text.split("\npub ").skip(1) {
            let words: Vec<&str> = declared.split([' ', '(', '<', ';']).take(4).collect();
            let names = match words[0] {
                "use" => declared["use ".len()..].split(';').next().unwrap().split(',').collect(),
                "mod" | "struct" | "enum" | "trait" | "const" | "static" | "type" => vec![words[1]],
                _ => vec![words[words.iter().position(|w| *w == "fn").unwrap() + 1]],
            };
            let last = |name: &str| {
                name.rsplit(['{', ':', ' ']).find(|part| !part.trim().is_empty()).unwrap_or_default().trim().to_owned()
            };
            let clean = names.iter().map(|name| last(name.trim().trim_end_matches('}').trim()));
            found.extend(clean.filter(|n| !n.is_empty()).map(|name| (room.name.to_owned(), name)));
        }
    }
    found
}

/// What is public is there for the program, the tests, the benchmarks, the examples or the fuzz targets. What only other rooms
/// need is `pub(crate)`, so that the compiler sees when nobody needs it any more. A type that only stands in what a public
/// function gives may be public without being named.
#[test]
fn what_is_public_is_used_outside() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut outside = fs::read_to_string(root.join("src/main.rs")).unwrap();
    for folder in ["tests", "benches", "examples", "fuzz/fuzz_targets"] {
        for entry in walkdir::WalkDir::new(root.join(folder)) {
            let entry = entry.unwrap();
            // A benchmark takes the registers of a unit test as its own.
            let inside = entry.path().starts_with(root.join("tests/unit")) && !entry.path().ends_with("registers.rs");
            if entry.path().extension().is_some_and(|e| e == "rs") && !inside {
                outside.push_str(&fs::read_to_string(entry.path()).unwrap());
            }
        }
    }
    let words: BTreeSet<&str> = outside.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let shown = surface();
    println!(
        "{} public names: {}",
        shown.len(),
        shown.iter().map(|(r, n)| format!("{r}::{n}")).collect::<Vec<_>>().join(" ")
    );
    let idle: Vec<_> = shown.iter().filter(|(_, name)| !words.contains(name.as_str())).collect();
    assert!(idle.is_empty(), "make these pub(crate), or private: {idle:?}");
    assert!(shown.contains(&("cli".to_owned(), "run".to_owned())), "the reader of names reads nothing");
}
