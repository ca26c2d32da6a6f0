//! What a server accepts and refuses of histories that fork and come together.

use crate::common::Repo;
use crate::gate::office::{CASE, Office, Story};

/// A server with three entries; the desk goes on with a fourth on `side`.
fn forked() -> Office {
    let office = Office::new();
    office.grow(3);
    office.accepts(&["main"]);
    office.desk.branch("side");
    office.grow(4);
    office.desk.switch("main");
    office.desk.write("README.md", "Het register\n").commit("Uitleg");
    office
}

fn merge(repo: &Repo, arguments: &[&str]) {
    repo.world().tick();
    repo.git(&[&["merge", "--quiet", "--no-edit", "--no-ff"], arguments].concat());
}

#[test]
fn a_clean_merge_is_accepted() {
    let office = forked();
    merge(&office.desk, &["side"]);
    office.accepts(&["main"]);
}

#[test]
fn an_evil_merge_is_refused() {
    let office = forked();
    merge(&office.desk, &["--no-commit", "side"]);
    let text = Story::plain().with(4).replace("streefdatum: 2025-03-21", "streefdatum: 2025-03-20");
    office.desk.write(CASE, text).commit("Samengevoegd");
    office.refuses(&["main"], &["G702"]);
}

#[test]
fn a_merge_that_takes_ours_alone_is_refused() {
    let office = forked();
    merge(&office.desk, &["--strategy=ours", "side"]);
    office.refuses(&["main"], &["G702"]);
    // Also when the parents stand the other way round.
    office.desk.git(&["reset", "--quiet", "--hard", "side"]);
    merge(&office.desk, &["side", "main~1"]);
    let tree = office.desk.id("main^{tree}");
    let lost =
        office.desk.git(&["commit-tree", &office.desk.id("side~1^{tree}"), "-p", "side", "-p", "HEAD~0", "-m", "x"]);
    assert_ne!(tree, lost);
    office.desk.git(&["reset", "--quiet", "--hard", &lost]);
    office.refuses(&["main"], &["G702"]);
}

#[test]
fn an_octopus_and_a_criss_cross_are_judged_as_any_merge() {
    let office = forked();
    office.desk.switch("main~1").branch("third").write("LEES.md", "Lees mij\n").commit("Nog meer uitleg");
    office.desk.switch("main");
    merge(&office.desk, &["side", "third"]);
    office.accepts(&["main"]);

    let office = forked();
    office.desk.switch("side").branch("left");
    merge(&office.desk, &["main"]);
    office.desk.switch("main").branch("right");
    merge(&office.desk, &["side"]);
    office.desk.switch("left");
    merge(&office.desk, &["right"]);
    office.accepts(&["left:main"]);
}

#[test]
fn an_octopus_that_loses_an_entry_is_refused() {
    let office = forked();
    office.desk.switch("main~1").branch("third").write("LEES.md", "Lees mij\n").commit("Nog meer uitleg");
    let tree = office.desk.id("main^{tree}");
    let lost = office.desk.commit_tree(&tree, &["main", "side", "third"]);
    office.refuses(&[&format!("{lost}:refs/heads/main")], &["G702"]);
}

#[test]
fn one_id_in_two_places_is_found_where_two_branches_meet() {
    let office = Office::new();
    let story = Story::plain();
    office.desk.branch("side");
    let later = story
        .with(1)
        .replace("received: 2025-03-03", "received: 2025-04-01")
        .replace("on: 2025-03-03", "on: 2025-04-01");
    office.on("2025-04-01").desk.write("cases/cbmk/2025/04/K25-0000A7.md", later).commit("Dezelfde");
    office.desk.switch("main");
    office.grow(1);
    office.on("2025-04-02");
    merge(&office.desk, &["side"]);
    office.refuses(&["main"], &["C110"]);
}

#[test]
fn a_bad_commit_that_was_repaired_is_still_refused() {
    let office = Office::new();
    office.grow(3);
    office.accepts(&["main"]);
    let story = Story::plain();
    office.desk.write(CASE, story.with(2)).commit("Oeps");
    office.desk.write(CASE, story.with(3)).commit("Hersteld");
    office.refuses(&["main"], &["G702"]);
}

#[test]
fn a_state_that_is_skipped_is_found_over_two_commits() {
    let office = Office::new();
    office.grow(2);
    office.accepts(&["main"]);
    let story = Story::plain();
    // The confirmation goes out before there was a conversation to confirm; the conversation follows afterwards.
    let cut = |text: String| {
        let (from, to) = (text.find("  - step: overleg-klager").unwrap(), text.find("  - step: oplossing").unwrap());
        format!("{}{}", &text[..from], &text[to..])
    };
    office.on(&story.day(5)).desk.write(CASE, cut(story.with(5))).commit("Te vroeg");
    let pushed = office.push(&["main"]);
    assert!(!pushed.accepted && pushed.text.contains("fout W2"), "{}", pushed.text);
}

#[test]
fn a_second_beginning_is_refused_alone_and_merged_in() {
    let office = Office::new();
    office.desk.git(&["checkout", "--quiet", "--orphan", "elsewhere"]);
    office.desk.commit("Een ander begin");
    office.refuses(&["--force", "elsewhere:main"], &["G709"]);
    office.desk.switch("main");
    merge(&office.desk, &["--allow-unrelated-histories", "elsewhere"]);
    office.refuses(&["main"], &["G723"]);
}

#[test]
fn a_commit_from_the_future_is_refused() {
    let office = Office::new();
    office.on("2098-01-02");
    office.desk.write("README.md", "Later\n").commit("Later");
    office.refuses(&["main"], &["G717"]);
}

#[test]
fn an_entry_from_the_future_is_refused() {
    let office = Office::new();
    let story = Story::plain();
    office.on("2025-03-03").desk.write(CASE, story.with(2)).commit("Vooruit");
    office.refuses(&["main"], &["T314"]);
}
