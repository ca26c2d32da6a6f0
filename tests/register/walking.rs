//! Histories: ranges, merges of every kind, false clocks, commits that no git would write (T21 to T28, T54, T57).

use klacht::register::{CommitFault, Id, Range, Register, Step};

use crate::common::{Repo, World};
use crate::register::{id, open};

fn walk(register: &Register, range: &Range) -> Vec<Step> {
    register.walk(range).unwrap().map(Result::unwrap).collect()
}

fn ids(register: &Register, range: &Range) -> Vec<Id> {
    register.walk(range).unwrap().ids().to_vec()
}

/// What `git rev-list` says of the same range, as a sorted list.
fn by_git(repo: &Repo, words: &[&str]) -> Vec<Id> {
    let listed = repo.git(&[&["rev-list"], words].concat());
    let mut found: Vec<Id> = listed.lines().map(id).collect();
    found.sort_unstable();
    found
}

fn sorted(mut ids: Vec<Id>) -> Vec<Id> {
    ids.sort_unstable();
    ids
}

#[test]
fn parents_come_before_children_even_with_false_clocks() {
    let world = World::new();
    let repo = world.repo("r");
    world.set_clock(2_000_000_000);
    let first = repo.write("a", "1").commit("from the future");
    world.set_clock(1_000_000_000);
    let second = repo.write("a", "2").commit("from the past");
    world.set_clock(1_700_000_000);
    let third = repo.write("a", "3").commit("from now");
    let register = open(&repo);
    assert_eq!(ids(&register, &Range::all(id(&third))), [id(&first), id(&second), id(&third)]);
    assert_eq!(ids(&register, &Range::between(id(&first), id(&third))), [id(&second), id(&third)]);
    assert_eq!(ids(&register, &Range::between(id(&third), id(&third))), []);
    // What was in between shows, although the net difference would hide it.
    let steps = walk(&register, &Range::all(id(&third)));
    assert_eq!(steps.iter().map(|step| step.against[0].changes.len()).collect::<Vec<_>>(), [1, 1, 1]);
    assert_eq!(steps[1].commit.committer.date().unwrap().to_string(), "2001-09-09");
}

#[test]
fn a_branch_forked_before_the_old_tip_is_walked_and_nothing_else() {
    let world = World::new();
    let repo = world.repo("r");
    for number in 0..5 {
        repo.write("a", format!("{number}")).commit("base");
    }
    repo.git(&["branch", "side", "HEAD~3"]);
    let old = repo.head();
    repo.switch("side").write("b", "1").commit("side 1");
    repo.write("b", "2").commit("side 2");
    repo.switch("main");
    repo.git(&["merge", "--quiet", "--no-edit", "side"]);
    let new = repo.head();
    let register = open(&repo);
    let found = ids(&register, &Range::between(id(&old), id(&new)));
    assert_eq!(found.len(), 3);
    assert_eq!(sorted(found), by_git(&repo, &[&format!("{old}..{new}")]));
}

#[test]
fn an_old_commit_merged_again_is_not_new() {
    let world = World::new();
    let repo = world.repo("r");
    let mut all = Vec::new();
    for number in 0..6 {
        all.push(repo.write("a", format!("{number}")).commit("base"));
    }
    let tree = repo.id("HEAD^{tree}");
    let merge = repo.commit_tree(&tree, &[&all[5], &all[1]]);
    assert_eq!(ids(&open(&repo), &Range::between(id(&all[5]), id(&merge))), [id(&merge)]);
}

#[test]
fn a_clock_that_runs_ahead_for_hours_changes_nothing() {
    let world = World::new();
    let repo = world.repo("r");
    let commit_at = |seconds: i64, text: &str| {
        world.set_clock(seconds);
        repo.write("a", text).commit(text)
    };
    let (noon, evening) = (1_770_000_000, 1_770_020_000);
    for first in [noon, evening] {
        commit_at(first, "first");
        let second = commit_at(evening, "second, by a clock that runs ahead");
        let third = commit_at(evening + 60, "third, by the same clock");
        commit_at(noon + 60, "fourth");
        let old = commit_at(noon + 120, "fifth");
        world.set_clock(noon + 180);
        let tree = repo.id("HEAD^{tree}");
        let register = open(&repo);
        for early in [&second, &third, &repo.id("HEAD~4")] {
            let merge = repo.commit_tree(&tree, &[&old, early]);
            assert_eq!(ids(&register, &Range::between(id(&old), id(&merge))), [id(&merge)]);
        }
        let both = repo.commit_tree(&tree, &[&old, &third, &second]);
        assert_eq!(ids(&register, &Range::between(id(&old), id(&both))), [id(&both)]);
        let joined = repo.commit_tree(&tree, &[&old, &repo.id("HEAD~4")]);
        let merge = repo.commit_tree(&tree, &[&joined, &second]);
        assert_eq!(ids(&register, &Range::between(id(&joined), id(&merge))), [id(&merge)]);
        repo.git(&["checkout", "--quiet", "--orphan", &format!("after-{first}")]);
    }
}

#[test]
fn ranges_agree_with_git_on_a_tangled_history() {
    let world = World::new();
    let repo = world.repo("r");
    let tree = repo.tree(&[("100644", b"a", &repo.blob("x"))]);
    let mut all: Vec<String> = vec![repo.commit_tree(&tree, &[])];
    for number in 1_usize..60 {
        // A fixed rule that makes forks, merges of two and of three, and a second root.
        let pick = |step: usize| all[(number * 7 + step * 13) % number].clone();
        let parents: Vec<String> = if number == 20 { vec![] } else { (0..=number % 3).map(pick).collect() };
        let mut names: Vec<&str> = parents.iter().map(String::as_str).collect();
        names.sort_unstable();
        names.dedup();
        all.push(repo.commit_tree(&tree, &names));
    }
    let register = open(&repo);
    for (old, new) in (0..60).flat_map(|old| [(old, 59), (old, 40), (59 - old, old)]) {
        let range = Range::between(id(&all[old]), id(&all[new]));
        let expected = by_git(&repo, &[&format!("{}..{}", all[old], all[new])]);
        assert_eq!(sorted(ids(&register, &range)), expected, "{old}..{new}");
    }
    let several = Range { tips: vec![id(&all[58]), id(&all[59])], except: vec![id(&all[30]), id(&all[25])] };
    let not = [all[58].as_str(), &all[59], "--not", &all[30], &all[25]];
    assert_eq!(sorted(ids(&register, &several)), by_git(&repo, &not));
    let order = ids(&register, &Range::all(id(&all[59])));
    for (place, commit) in order.iter().enumerate() {
        for parent in register.commit(*commit).unwrap().parents {
            assert!(order[..place].contains(&parent), "a child came before its parent");
        }
    }
}

#[test]
fn an_evil_merge_shows_against_every_parent() {
    let repo = World::new().repo("r");
    repo.write("a.md", "open").commit("base");
    repo.branch("side").write("b.md", "b").commit("side");
    repo.switch("main").write("c.md", "c").commit("main");
    repo.git(&["merge", "--quiet", "--no-commit", "side"]);
    repo.write("a.md", "closed in the merge");
    let merge = repo.commit("merge");
    let step = open(&repo).step(id(&merge)).unwrap();
    let changed =
        |parent: usize| step.against[parent].changes.iter().map(|change| change.path.as_str()).collect::<Vec<_>>();
    assert_eq!((changed(0), changed(1)), (vec!["a.md", "b.md"], vec!["a.md", "c.md"]));
}

#[test]
fn what_a_merge_throws_away_shows_against_the_second_parent() {
    let repo = World::new().repo("r");
    repo.write("a.md", "open").commit("base");
    repo.branch("side").write("a.md", "decided").commit("decide");
    repo.switch("main").write("c.md", "c").commit("main");
    repo.git(&["merge", "--quiet", "--strategy=ours", "--no-edit", "side"]);
    let step = open(&repo).step(id(&repo.head())).unwrap();
    assert_eq!(step.against[0].changes, []);
    assert_eq!(step.against[1].changes[0].path, "a.md");
}

#[test]
fn an_octopus_is_compared_with_all_its_parents() {
    let repo = World::new().repo("r");
    repo.write("a", "a").commit("base");
    for name in ["x", "y", "z"] {
        repo.switch("main").branch(name).write(name, name).commit(name);
    }
    repo.switch("main");
    repo.git(&["merge", "--quiet", "--no-edit", "--no-ff", "x", "y", "z"]);
    let step = open(&repo).step(id(&repo.head())).unwrap();
    let changed: Vec<usize> = step.against.iter().map(|found| found.changes.len()).collect();
    assert_eq!(changed, [3, 2, 2, 2]);
}

#[test]
fn unrelated_histories_are_walked_to_both_roots() {
    let repo = World::new().repo("r");
    let main = repo.write("a", "a").commit("main");
    repo.git(&["checkout", "--quiet", "--orphan", "other"]);
    let other = repo.write("b", "b").commit("other");
    let merge = repo.commit_tree(&repo.id("HEAD^{tree}"), &[&main, &other]);
    let register = open(&repo);
    assert_eq!(ids(&register, &Range::all(id(&merge))), [id(&main), id(&other), id(&merge)]);
    assert_eq!(ids(&register, &Range::between(id(&main), id(&merge))), [id(&other), id(&merge)]);
    assert!(!register.is_ancestor(id(&main), id(&other)).unwrap());
}

#[test]
fn a_commit_by_nobody_can_be_walked_and_says_what_is_wrong() {
    let repo = World::new().repo("r");
    let tree = repo.tree(&[("100644", b"a", &repo.blob("x"))]);
    let head = format!("tree {tree}\nauthor ");
    let mut raw = head.into_bytes();
    raw.extend_from_slice(b"\xe9\xff <a@a.example> 99999999999999 +9959\nauthor B <b@a.example> 1770000000 +0000\n");
    raw.extend_from_slice(b"committer C <c@a.example> -5 +0000\nencoding latin1\n\nm\xe9ss");
    let commit = repo.store("commit", &raw);
    let steps = walk(&open(&repo), &Range::all(id(&commit)));
    let faults = &steps[0].commit.faults;
    assert_eq!(faults, &[CommitFault::Author, CommitFault::NotUtf8, CommitFault::ImpossibleTime]);
    assert_eq!(steps[0].commit.message, b"m\xe9ss");
}

#[test]
fn a_replacement_never_hides_what_was_committed() {
    let repo = World::new().repo("r");
    let first = repo.write("a", "1").commit("first");
    let second = repo.write("a", "2").commit("second");
    let third = repo.write("a", "3").commit("third");
    repo.git(&["replace", "--graft", &third, &first]);
    assert_eq!(repo.git(&["rev-list", "--count", &third]), "2");
    assert_eq!(ids(&open(&repo), &Range::all(id(&third))), [id(&first), id(&second), id(&third)]);
    let reftable = repo.world().repo_with("t", &["--ref-format=reftable"]);
    let (first, second) = (reftable.write("a", "1").commit("first"), reftable.write("a", "2").commit("second"));
    let third = reftable.write("a", "3").commit("third");
    reftable.git(&["replace", "--graft", &third, &first]);
    assert_eq!(ids(&open(&reftable), &Range::all(id(&third))), [id(&first), id(&second), id(&third)]);
}
