//! The bundled register is what the generator makes, and what it makes is legal.
#![allow(clippy::unwrap_used, reason = "a test says by panicking what is wrong")]

#[allow(dead_code, unused_imports, reason = "the generator's command line uses the rest")]
#[path = "../examples/generate/making/mod.rs"]
mod making;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use chrono::NaiveDate;
use klacht::docket::{Discussed, Docket, Reported, ViolationKind};
use klacht::regulation::Policy;
use klacht::yearbook::read_yearbook;

static REGISTER: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| making::bundled().unwrap());
static POLICY: LazyLock<Policy> = LazyLock::new(|| making::policy().unwrap());

/// Every file below a folder, by path.
fn files(dir: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(dir.join("cases")).into_iter().map(Result::unwrap);
    let files = entries.filter(|e| e.file_type().is_file());
    files
        .map(|e| {
            let path = e.path().strip_prefix(dir).unwrap().to_string_lossy().into_owned();
            (path, std::fs::read_to_string(e.path()).unwrap())
        })
        .collect()
}

fn is_case(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|e| e == "md")
}

fn regulation(path: &str) -> &str {
    path.split('/').nth(1).unwrap()
}

/// What is wrong with the cases among `files`.
fn faults(files: &BTreeMap<String, String>, today: NaiveDate) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, source) in files.iter().filter(|(p, _)| is_case(p)) {
        let (case, _, faults) = klacht::case::read(source);
        wrong.extend(faults.iter().map(|f| format!("{path}: {} {}", f.route, f.message().en)));
        let case = case.unwrap();
        assert!(path.ends_with(&format!("/{}.md", case.id)), "{path}");
        let Some(received) = case.received else { continue };
        assert!(path.contains(&received.format("/%Y/%m/").to_string()), "{path}: {received}");
        let (version, history) = POLICY.in_force(regulation(path), received).unwrap();
        let docket = Docket::replay(&case, version, &history.people);
        for violation in &docket.violations {
            match violation.kind {
                ViolationKind::Late { hard: false, .. }
                | ViolationKind::Late { accounted: true, .. }
                | ViolationKind::UnusualParty { .. } => {}
                _ => wrong.push(format!("{path}: {} {:?}", violation.at, violation.kind)),
            }
        }
        let overdue = docket.running().into_iter().filter(|c| c.due.on < today);
        wrong.extend(overdue.map(|c| format!("{path}: {} ended on {}", c.term.id, c.due.on)));
        if docket.last_recorded() > today {
            wrong.push(format!("{path}: in the future"));
        }
        let keeping = docket.retention(&discussed(files, regulation(path)));
        if keeping.until.is_some_and(|until| until < today) && keeping.holds.is_empty() {
            wrong.push(format!("{path}: kept too long, until {:?}", keeping.until));
        }
    }
    wrong
}

fn discussed(files: &BTreeMap<String, String>, id: &str) -> Discussed {
    let books = files.iter().filter(|(p, _)| p.ends_with("yearbook.yaml") && regulation(p) == id);
    let (mut reports, mut held) = (Vec::new(), Vec::new());
    for book in books.map(|(_, source)| read_yearbook(source).value.unwrap()) {
        reports.extend(book.reports.iter().map(|r| Reported { on: r.on, from: r.from, until: r.until }));
        held.extend(book.discussions.iter().map(|d| d.decided_on.unwrap_or(d.on)));
    }
    Discussed { reports, held }
}

#[test]
fn the_register_is_what_the_generator_makes() {
    let stands = files(&making::home());
    let differing = |path: &&String| REGISTER.get(*path) != stands.get(*path);
    let wrong: BTreeSet<&String> = stands.keys().chain(REGISTER.keys()).filter(differing).collect();
    assert!(wrong.is_empty(), "run `cargo run --release --example generate -- bundled`: {wrong:#?}");
}

#[test]
fn every_case_is_legal_in_time_and_kept_no_longer_than_it_may() {
    let wrong = faults(&REGISTER, making::STANDS_ON);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_register_shows_everything() {
    let all: String = REGISTER.values().map(String::as_str).collect();
    for word in ["\n    late: ", "step: correctie", "destroyed: {", "waiver: ", "waived: ", "offered: true"] {
        assert!(all.contains(word), "{word}");
    }
    let ids: BTreeSet<&str> = REGISTER.keys().filter_map(|p| p.rsplit('/').next()).filter(|n| is_case(n)).collect();
    let cases = REGISTER.keys().filter(|p| is_case(p)).count();
    assert_eq!(ids.len(), cases, "an id stands twice");
    assert!((280..=330).contains(&cases), "{cases}");
    assert!(REGISTER.keys().filter(|p| p.starts_with("cases/cbmk/2025/") && is_case(p)).count() > 100);
    for (id, history) in &POLICY.histories {
        let of_it = REGISTER.iter().filter(|(p, _)| regulation(p) == id);
        let text: String = of_it.map(|(_, t)| t.as_str()).collect();
        let (_, version) = history.versions.last_key_value().unwrap();
        for step in &version.regulation.steps {
            assert!(text.contains(&format!("  - step: {}\n", step.id)), "{id}: no {}", step.id);
        }
    }
    assert!(REGISTER.keys().any(|p| p.starts_with("cases/square-mile/2024/")));
}

#[test]
fn every_stub_has_its_row() {
    let mut stubs: BTreeMap<String, u32> = BTreeMap::new();
    let mut rows = stubs.clone();
    for (path, source) in REGISTER.iter() {
        let folder = path.split('/').take(3).collect::<Vec<_>>().join("/");
        if path.ends_with("yearbook.yaml") {
            let read = read_yearbook(source);
            assert!(read.faults.is_empty(), "{path}: {}", read.faults[0].message().en);
            let book = read.value.unwrap();
            let count = book.tally.iter().map(|t| t.count).sum();
            if count > 0 {
                rows.insert(folder, count);
            }
        } else if source.contains("\ndestroyed: ") {
            *stubs.entry(folder).or_default() += 1;
        }
    }
    assert_eq!(stubs, rows);
}

#[test]
fn large_registers_are_legal_too() {
    let dir = tempfile::tempdir().unwrap();
    making::work_tree(7, 300, dir.path()).unwrap();
    let made = files(dir.path());
    assert_eq!(made.len(), 300);
    let wrong = as_written(&made);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with cases that stand on no day and that nobody destroys: only what is written counts.
fn as_written(made: &BTreeMap<String, String>) -> Vec<String> {
    let on_a_day = |said: &String| said.contains("kept too long") || said.contains(" ended on ");
    faults(made, NaiveDate::MAX).into_iter().filter(|said| !on_a_day(said)).collect()
}

#[test]
fn every_commit_of_a_history_leaves_a_legal_case() {
    let mut stream = Vec::new();
    making::history(11, 120, 5, &mut stream).unwrap();
    let stream = String::from_utf8(stream).unwrap();
    let mut seen = 0;
    for part in stream.split("M 100644 inline cases/").skip(1) {
        let (path, rest) = part.split_once("\ndata ").unwrap();
        let (bytes, rest) = rest.split_once('\n').unwrap();
        let text = rest[..bytes.parse().unwrap()].to_owned();
        let wrong = as_written(&BTreeMap::from([(format!("cases/{path}"), text)]));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        seen += 1;
    }
    assert_eq!(seen, 600);
}

#[test]
fn git_takes_the_history() {
    let dir = tempfile::tempdir().unwrap();
    let git = |args: &[&str]| {
        let mut command = Command::new("git");
        command
            .arg("-C")
            .arg(dir.path())
            .args(args)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1");
        command
    };
    assert!(git(&["init", "-q", "-b", "main"]).status().unwrap().success());
    let mut import = git(&["fast-import", "--quiet", "--done"]).stdin(Stdio::piped()).spawn().unwrap();
    making::history(7, 40, 5, import.stdin.as_mut().unwrap()).unwrap();
    assert!(import.wait().unwrap().success());
    let said = |args: &[&str]| String::from_utf8(git(args).output().unwrap().stdout).unwrap();
    assert_eq!(said(&["rev-list", "--count", "main"]).trim(), "201");
    assert_eq!(said(&["ls-tree", "-r", "--name-only", "main", "cases"]).lines().count(), 40);
    let log = said(&["log", "--reverse", "--format=%ct %cI %ae %s", "main"]);
    let times: Vec<i64> = log.lines().map(|l| l.split(' ').next().unwrap().parse().unwrap()).collect();
    assert!(times.is_sorted(), "{log}");
    assert!(log.lines().all(|l| l.contains("T17:00:00+01:00 ")), "{log}");
    let strangers = log.lines().skip(1).filter(|l| l.contains("register@")).count();
    assert_eq!(strangers, 0, "{log}");
}
