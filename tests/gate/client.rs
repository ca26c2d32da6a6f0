//! The hooks at the desk: which content a commit is judged by, however it is made.

use std::process::Output;

use crate::common::{Repo, words};
use crate::gate::office::{CASE, Office, Story, codes};

/// A desk with hooks and the case up to an entry, on the server or not.
fn guarded(entries: usize, published: bool) -> Office {
    let office = Office::new();
    office.grow(entries);
    if published {
        office.accepts(&["main"]);
        let url = office.server.path().to_str().unwrap().to_owned();
        office.desk.git(&["remote", "add", "origin", &url]);
        office.desk.git(&["fetch", "--quiet", "origin"]);
    }
    office.guard_desk();
    office
}

fn commit(repo: &Repo, arguments: &[&str]) -> Output {
    repo.try_git(&[&["commit", "--quiet", "--message", "Klacht"], arguments].concat())
}

fn passes(done: &Output) {
    assert!(done.status.success(), "{}", words(done));
    assert_eq!(codes(&words(done)), Vec::<String>::new());
}

fn fails(done: &Output, reasons: &[&str]) {
    assert!(!done.status.success(), "{}", words(done));
    assert_eq!(codes(&words(done)), reasons, "{}", words(done));
}

#[test]
fn a_commit_is_judged_by_the_index_and_not_by_the_work_tree() {
    let office = guarded(2, true);
    let story = Story::plain();
    let bad = story.with(1);
    office.on(&story.day(3));
    office.desk.write(CASE, story.with(3)).git(&["add", "--all"]);
    office.desk.write(CASE, &bad);
    passes(&commit(&office.desk, &[]));
    // The other way round: what is staged is wrong, whatever lies on the desk.
    office.desk.git(&["add", "--all"]);
    office.desk.write(CASE, story.with(3));
    fails(&commit(&office.desk, &[]), &["G702"]);
}

#[test]
fn commit_all_and_commit_of_one_file_are_judged_by_their_own_index() {
    let story = Story::plain();
    for arguments in [vec!["--all"], vec!["--", CASE]] {
        let office = guarded(3, true);
        let bad = story.with(3).replace("streefdatum: 2025-03-21", "streefdatum: 2025-03-20");
        office.desk.write(CASE, &bad);
        fails(&commit(&office.desk, &arguments), &["G702"]);
        office.on(&story.day(4)).desk.write(CASE, story.with(4));
        passes(&commit(&office.desk, &arguments));
    }
}

#[test]
fn what_is_not_committed_is_not_judged() {
    let office = guarded(3, true);
    let story = Story::plain();
    // Staged and wrong, but the commit takes another file alone.
    office.desk.write(CASE, story.with(2)).git(&["add", "--all"]);
    office.desk.write("README.md", "Het register\n").git(&["add", "--intent-to-add", "README.md"]);
    passes(&commit(&office.desk, &["--", "README.md"]));
    fails(&commit(&office.desk, &[]), &["G702"]);
}

#[test]
fn a_file_that_is_only_announced_is_not_judged() {
    let office = guarded(3, true);
    office.desk.write("cases/cbmk/2025/03/notities.md", "nog niets\n");
    office.desk.git(&["add", "--intent-to-add", "--all"]);
    office.desk.write("README.md", "Het register\n").git(&["add", "README.md"]);
    passes(&commit(&office.desk, &[]));
    office.desk.git(&["add", "--all"]);
    fails(&commit(&office.desk, &[]), &["C101"]);
}

#[test]
fn what_only_an_amendment_may_do_is_no_new_commit() {
    let story = Story::plain();
    let changed = story.with(3).replace("streefdatum: 2025-03-21", "streefdatum: 2025-03-20");
    let office = guarded(2, true);
    office.on(&story.day(3)).desk.write(CASE, story.with(3)).git(&["add", "--all"]);
    passes(&commit(&office.desk, &[]));
    let last = office.desk.git(&["rev-parse", "HEAD"]);
    // On top of the last commit it would be refused by the server for good, whatever came after it.
    office.desk.write(CASE, &changed).git(&["add", "--all"]);
    let staged = office.run(&office.desk, &["check", "--staged"]);
    assert!(staged.status.success() && words(&staged).contains("git commit --amend"), "{}", words(&staged));
    let refused = commit(&office.desk, &[]);
    fails(&refused, &["G702"]);
    assert!(words(&refused).contains("git commit --amend --no-edit"), "{}", words(&refused));
    assert_eq!(office.desk.git(&["rev-parse", "HEAD"]), last);
    passes(&office.desk.try_git(&["commit", "--quiet", "--amend", "--no-edit"]));
    office.accepts(&["main"]);
}

#[test]
fn amending_holds_the_replaced_commit_against_nobody_unless_it_was_published() {
    let story = Story::plain();
    let changed = story.with(3).replace("streefdatum: 2025-03-21", "streefdatum: 2025-03-20");
    assert_ne!(changed, story.with(3));
    let office = guarded(2, true);
    office.on(&story.day(3)).desk.write(CASE, story.with(3)).git(&["add", "--all"]);
    passes(&commit(&office.desk, &[]));
    office.desk.write(CASE, &changed).git(&["add", "--all"]);
    passes(&office.desk.try_git(&["commit", "--quiet", "--amend", "--no-edit"]));
    office.accepts(&["main"]);

    let office = guarded(3, true);
    office.desk.write(CASE, &changed).git(&["add", "--all"]);
    fails(&office.desk.try_git(&["commit", "--quiet", "--amend", "--no-edit"]), &["G702"]);
}

#[test]
fn a_first_commit_is_judged_too() {
    let office = Office::new();
    let fresh = office.world.repo("fresh");
    assert!(office.run(&fresh, &["hook", "install"]).status.success());
    fresh.write("klacht.yaml", "schema: klacht.register/1\n").git(&["add", "--all"]);
    passes(&commit(&fresh, &[]));
    let other = office.world.repo("other");
    assert!(office.run(&other, &["hook", "install"]).status.success());
    other.write("klacht.yaml", "schema: klacht.register/1\ncolour: red\n").git(&["add", "--all"]);
    let done = commit(&other, &[]);
    assert!(!done.status.success() && words(&done).contains("colour"), "{}", words(&done));
}

#[test]
fn split_and_sparse_indexes_and_linked_worktrees_are_read() {
    let story = Story::plain();
    for prepare in [["update-index", "--split-index"], ["sparse-checkout", "init --cone --sparse-index"]] {
        let office = guarded(3, true);
        let arguments: Vec<&str> = prepare.iter().flat_map(|words| words.split(' ')).collect();
        office.desk.git(&arguments);
        if prepare[0] == "sparse-checkout" {
            office.desk.git(&["sparse-checkout", "set", "cases", "policy"]);
        }
        office
            .desk
            .write(CASE, story.with(3).replace("streefdatum: 2025-03-21", "streefdatum: 2025-03-20"))
            .git(&["add", CASE]);
        fails(&commit(&office.desk, &[]), &["G702"]);
        office.on(&story.day(4)).desk.write(CASE, story.with(4)).git(&["add", CASE]);
        passes(&commit(&office.desk, &[]));
    }
    let office = guarded(3, true);
    let beside = office.world.path().join("beside");
    office.desk.git(&["worktree", "add", "--quiet", "-b", "side", beside.to_str().unwrap()]);
    let beside = Repo::at(&office.world, beside);
    beside.write(CASE, story.with(2)).git(&["add", "--all"]);
    fails(&commit(&beside, &[]), &["G702"]);
    office.on(&story.day(4));
    beside.write(CASE, story.with(4)).git(&["add", "--all"]);
    passes(&commit(&beside, &[]));
}

#[test]
fn the_index_and_its_lock_are_never_touched() {
    let office = guarded(3, true);
    office.desk.write(CASE, Story::plain().with(2)).git(&["add", "--all"]);
    let lock = office.desk.path().join(".git/index.lock");
    std::fs::write(&lock, "of somebody else").unwrap();
    let index = std::fs::read(office.desk.path().join(".git/index")).unwrap();
    let done = office.run(&office.desk, &["check", "--staged", "--format", "short"]);
    assert_eq!(done.status.code(), Some(1), "{}", words(&done));
    assert_eq!(std::fs::read_to_string(&lock).unwrap(), "of somebody else");
    assert_eq!(std::fs::read(office.desk.path().join(".git/index")).unwrap(), index);
}

#[test]
fn a_hook_speaks_dutch_in_under_a_kilobyte() {
    let office = guarded(5, true);
    let story = Story::plain();
    let mut bad = story.with(5);
    for (old, new) in [("by: m1", "by: m9"), ("by: m3", "by: m9"), ("on: 2025-03-0", "on: 2025-02-0")] {
        bad = bad.replace(old, new);
    }
    office.desk.write(CASE, bad).git(&["add", "--all"]);
    let done = commit(&office.desk, &[]);
    let text = words(&done);
    assert!(!done.status.success());
    assert!(text.starts_with("fout ") && text.contains("\n  doe dit: ") && text.contains("en nog "), "{text}");
    assert!(text.len() < 1000 && !text.contains('\u{1b}'), "{} bytes: {text}", text.len());
}

#[test]
fn a_hook_of_somebody_else_is_not_overwritten() {
    let office = Office::new();
    office.desk.hook("pre-commit", "exit 0");
    let file = office.desk.path().join(".git/hooks/pre-commit");
    let before = std::fs::read_to_string(&file).unwrap();
    let done = office.run(&office.desk, &["hook", "install"]);
    assert_eq!(done.status.code(), Some(2), "{}", words(&done));
    assert!(words(&done).contains("--replace"), "{}", words(&done));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), before);
    let done = office.run(&office.desk, &["hook", "install", "--replace"]);
    assert!(done.status.success(), "{}", words(&done));
    let kept = std::fs::read_to_string(file.with_extension("voor-klacht")).unwrap();
    assert_eq!(kept, before);
    // Again is no matter, and no text is lost by it.
    assert!(office.run(&office.desk, &["hook", "install", "--replace"]).status.success());
    assert_eq!(std::fs::read_to_string(file.with_extension("voor-klacht")).unwrap(), before);
}

/// What is there of somebody else keeps nothing else from its place; with the line that is named in it, it is ours as well.
#[test]
fn a_hook_of_somebody_else_that_calls_ours_is_enough() {
    let office = Office::new();
    office.desk.hook("pre-commit", "true");
    let done = office.run(&office.desk, &["hook", "install", "--lang", "en"]);
    let told = words(&done);
    assert!(done.status.code() == Some(2) && told.contains("another pre-commit hook"), "{told}");
    for name in ["prepare-commit-msg", "pre-merge-commit", "pre-applypatch"] {
        assert!(office.desk.path().join(".git/hooks").join(name).is_file(), "{name}");
    }
    assert!(office.desk.git(&["config", "merge.klacht.driver"]).contains("merge-driver"));
    let line = told.split('`').find(|part| part.starts_with("klacht hook pre-commit")).unwrap();
    let program = env!("CARGO_BIN_EXE_klacht");
    let mine = format!("{}\ntrue", line.replace("klacht", program));
    office.desk.hook("pre-commit", &mine);
    let done = office.run(&office.desk, &["hook", "install", "--lang", "en"]);
    assert!(done.status.success(), "{}", words(&done));
    let kept = std::fs::read_to_string(office.desk.path().join(".git/hooks/pre-commit")).unwrap();
    assert_eq!(kept, format!("#!/bin/sh\n{mine}\n"));
    // And it refuses, though something follows it.
    office.desk.write("vertrouwelijk/naam.txt", "x").git(&["add", "--all"]);
    assert!(!office.desk.try_git(&["commit", "--quiet", "--message", "Bijlage"]).status.success());
}

#[test]
fn a_hook_without_its_program_refuses() {
    for (server, hook) in [(false, "pre-commit"), (true, "pre-receive")] {
        let office = guarded(3, false);
        let repo = if server { &office.server } else { &office.desk };
        let dir = repo.git(&["rev-parse", "--path-format=absolute", "--git-path", "hooks"]);
        let file = std::path::Path::new(&dir).join(hook);
        let text = std::fs::read_to_string(&file).unwrap();
        let gone = text.replace(env!("CARGO_BIN_EXE_klacht"), "/nowhere/klacht");
        assert_ne!(gone, text);
        std::fs::write(&file, gone).unwrap();
        if server {
            assert!(!office.push(&["main"]).accepted);
        } else {
            office.desk.write("README.md", "x\n").git(&["add", "--all"]);
            assert!(!commit(&office.desk, &[]).status.success());
        }
    }
}

#[test]
fn a_register_that_stands_still_takes_commits_by_their_own_day_at_the_desk_as_at_the_server() {
    let story = Story::plain();
    let after = (1..story.len()).find(|n| story.day(*n) < story.day(n + 1)).unwrap();
    let settings = format!("schema: klacht.register/1\nprotected: [main]\nstands_on: {}\n", story.day(after));
    let office = Office::with(&settings);
    office.guard_desk();
    office.on(&story.day(after + 1));
    office.desk.write(CASE, story.with(after + 1)).git(&["add", "--all"]);
    let staged = office.run(&office.desk, &["check", "--staged", "--format", "hook"]);
    assert_eq!(codes(&words(&staged)), Vec::<String>::new(), "{}", words(&staged));
    passes(&commit(&office.desk, &[]));
    office.accepts(&["main"]);
}
