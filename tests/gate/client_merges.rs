//! The hooks at the desk while commits are brought together: merges, conflicts, patches from mail.

use crate::common::{Repo, words};
use crate::gate::office::{CASE, Office, REGULATION, Story, codes};

/// A desk with hooks on which two branches each have an entry of their own after the third.
fn forked() -> Office {
    let office = Office::new();
    let story = Story::plain();
    office.grow(3);
    office.desk.branch("side");
    office.grow(4);
    office.desk.switch("main");
    office.guard_desk();
    office.on(&story.day(4));
    office
}

#[test]
fn a_clean_merge_of_policy_and_cases_passes() {
    let office = forked();
    let people = format!("policy/{REGULATION}/people.yaml");
    let text = std::fs::read_to_string(office.desk.path().join(&people)).unwrap();
    office.desk.write(&people, format!("{text}  - key: m9\n    git: [m9@klinkerdam.example]\n"));
    office.desk.git(&["add", "--all"]);
    let done = office.desk.try_git(&["commit", "--quiet", "--message", "Nieuwe collega"]);
    assert!(done.status.success(), "{}", words(&done));
    let done = office.desk.try_git(&["merge", "--quiet", "--no-edit", "side"]);
    assert!(done.status.success(), "{}", words(&done));
    office.accepts(&["main"]);
}

#[test]
fn a_merge_that_loses_an_entry_of_the_other_side_is_refused_here_already() {
    let office = forked();
    office.desk.write("README.md", "Het register\n").git(&["add", "--all"]);
    office.desk.git(&["commit", "--quiet", "--message", "Uitleg"]);
    let done = office.desk.try_git(&["merge", "--quiet", "--no-edit", "--strategy=ours", "side"]);
    assert!(!done.status.success());
    assert_eq!(codes(&words(&done)), ["G702"], "{}", words(&done));
}

fn conflicted() -> Office {
    let office = forked();
    // As in a clone that does not know the driver, which would bring these two together.
    office.desk.git(&["config", "--remove-section", "merge.klacht"]);
    let story = Story::plain();
    let other = story.with(4).replace("on: 2025-03-07", "on: 2025-03-06");
    office.desk.write(CASE, other).git(&["add", "--all"]);
    let done = office.desk.try_git(&["commit", "--quiet", "--message", "Ook een gesprek"]);
    assert!(done.status.success(), "{}", words(&done));
    assert!(!office.desk.try_git(&["merge", "--quiet", "--no-edit", "side"]).status.success());
    office
}

#[test]
fn a_conflict_is_told_before_it_is_solved_and_judged_after() {
    let office = conflicted();
    let done = office.run(&office.desk, &["check", "--staged", "--format", "short", "--lang", "en"]);
    assert_eq!(done.status.code(), Some(1), "{}", words(&done));
    assert!(words(&done).contains("error[G701]") && words(&done).contains("still in conflict"), "{}", words(&done));
    // Solved by taking one side: the other's entry would be lost.
    office.desk.write(CASE, Story::plain().with(4)).git(&["add", "--all"]);
    let done = office.desk.try_git(&["commit", "--quiet", "--no-edit"]);
    assert!(!done.status.success());
    assert_eq!(codes(&words(&done)), ["G702"], "{}", words(&done));
}

#[test]
fn conflict_markers_are_no_case() {
    let office = conflicted();
    office.desk.git(&["add", "--all"]);
    let done = office.desk.try_git(&["commit", "--quiet", "--no-edit"]);
    assert!(!done.status.success(), "{}", words(&done));
    assert!(words(&done).contains("fout C1"), "{}", words(&done));
}

#[test]
fn a_patch_from_mail_is_judged() {
    let office = forked();
    let patch = |repo: &Repo, at: &str| repo.git(&["format-patch", "-1", "--stdout", at]);
    let good = patch(&office.desk, "side");
    office.desk.switch("side");
    let bad = Story::plain().with(4).replace("streefdatum: 2025-03-21", "streefdatum: 2025-03-20");
    office.desk.write(CASE, bad).git(&["add", "--all"]);
    office.desk.git(&["commit", "--quiet", "--no-verify", "--message", "Fout"]);
    let bad = patch(&office.desk, "side");
    office.desk.switch("main");
    office.desk.git_with(&["am", "--quiet"], format!("{good}\n").as_bytes());
    std::fs::write(office.world.path().join("bad.patch"), format!("{bad}\n")).unwrap();
    let file = office.world.path().join("bad.patch");
    let done = office.desk.try_git(&["am", "--quiet", file.to_str().unwrap()]);
    assert!(!done.status.success());
    assert_eq!(codes(&words(&done)), ["G702"], "{}", words(&done));
}

#[test]
fn a_patch_from_mail_takes_no_commits_place() {
    let office = forked();
    let patch = |at: &str| office.desk.git(&["format-patch", "-1", "--stdout", at]);
    office.desk.git_with(&["am", "--quiet"], format!("{}\n", patch("side")).as_bytes());
    // What the last commit logged is taken away: only an amendment of that commit could.
    office.desk.write(CASE, Story::plain().with(3)).git(&["add", "--all"]);
    office.desk.git(&["commit", "--quiet", "--no-verify", "--message", "Weg"]);
    let file = office.world.path().join("away.patch");
    std::fs::write(&file, format!("{}\n", patch("main"))).unwrap();
    office.desk.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    let done = office.desk.try_git(&["am", "--quiet", file.to_str().unwrap()]);
    assert!(!done.status.success());
    assert_eq!(codes(&words(&done)), ["G702"], "{}", words(&done));
}
