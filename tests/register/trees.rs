//! Hostile trees (T29 to T36, T40, T42), and the cost of a comparison.

use klacht::register::{Change, Content, Difference, FaultKind, RegisterError, Snapshot};

use crate::common::{Line, Repo, World};
use crate::register::{id, open};

/// What a first commit with this tree shows.
fn judge(repo: &Repo, lines: &[Line<'_>]) -> Difference {
    open(repo).changes(None, id(&repo.tree(lines))).unwrap()
}

fn kinds(found: &Difference) -> Vec<(&str, FaultKind)> {
    found.faults.iter().map(|fault| (fault.path.as_str(), fault.kind.clone())).collect()
}

#[test]
fn links_submodules_and_programs_are_faults_and_the_first_two_no_files() {
    let repo = World::new().repo("r");
    let blob = repo.blob("/etc/hostname");
    let found = judge(
        &repo,
        &[
            ("120000", b"link.md", &blob),
            ("100755", b"run.md", &blob),
            ("160000", b"sub", &blob),
            ("100664", b"wide.md", &blob),
        ],
    );
    let expected = [
        ("link.md", FaultKind::Symlink),
        ("run.md", FaultKind::Executable),
        ("sub", FaultKind::Submodule),
        ("wide.md", FaultKind::OddMode("100664".into())),
    ];
    assert_eq!(kinds(&found), expected);
    assert_eq!(found.changes.iter().map(|change| change.path.as_str()).collect::<Vec<_>>(), ["run.md", "wide.md"]);
}

#[test]
fn a_mode_with_a_zero_in_front_is_a_fault() {
    let repo = World::new().repo("r");
    let blob = repo.blob("x");
    let inner = repo.tree(&[("100644", b"a.md", &blob)]);
    let found = judge(&repo, &[("0100644", b"b.md", &blob), ("040000", b"d", &inner)]);
    let odd = |mode: &str| FaultKind::OddMode(mode.into());
    assert_eq!(kinds(&found), [("b.md", odd("100644")), ("d", odd("040000"))]);
}

#[test]
fn a_link_in_place_of_the_folder_of_cases_is_seen_from_below() {
    let repo = World::new().repo("r");
    let blob = repo.blob("elsewhere");
    let tree = repo.tree(&[("120000", b"cases", &blob)]);
    let register = open(&repo);
    let snapshot = register.at_tree(id(&tree)).unwrap();
    let listing = snapshot.list("cases/cmm").unwrap();
    assert_eq!((listing.files.len(), listing.faults[0].kind.clone()), (0, FaultKind::Symlink));
    assert_eq!(snapshot.read("cases/cmm/a.md").unwrap(), Some(Content::NotAFile));
    assert_eq!(snapshot.read("other/a.md").unwrap(), None);
}

#[test]
fn names_that_escape_or_hide_are_faults_and_never_paths() {
    let repo = World::new().repo("r");
    let blob = repo.blob("x");
    let inner = repo.tree(&[("100644", b"a.md", &blob)]);
    let found = judge(
        &repo,
        &[
            ("40000", b"..", &inner),
            ("40000", b".git", &inner),
            ("100644", b"a/../../x.md", &blob),
            ("100644", b"caf\xe9.md", &blob),
        ],
    );
    assert_eq!(found.changes, []);
    let expected = [
        ("..", FaultKind::Dangerous),
        (".git", FaultKind::Dangerous),
        ("a/../../x.md", FaultKind::Dangerous),
        ("caf\\xe9.md", FaultKind::NotUtf8),
    ];
    assert_eq!(kinds(&found), expected);
}

#[test]
fn names_that_other_systems_refuse() {
    let repo = World::new().repo("r");
    let blob = repo.blob("x");
    let names = ["CON.md", "a\nb.md", "a.md.", "a\\b.md", "x\u{202e}dm.a"];
    let lines: Vec<Line<'_>> = names.iter().map(|name| ("100644", name.as_bytes(), blob.as_str())).collect();
    let found = judge(&repo, &lines);
    let of: Vec<FaultKind> = found.faults.iter().map(|fault| fault.kind.clone()).collect();
    for kind in
        [FaultKind::Windows, FaultKind::Control, FaultKind::TrailingDot, FaultKind::Backslash, FaultKind::Invisible]
    {
        assert!(of.contains(&kind), "{kind:?} in {of:?}");
    }
    assert_eq!(of.len(), 5);
}

#[test]
fn doubled_names_and_disorder_are_faults_and_not_read_by_name() {
    let repo = World::new().repo("r");
    let (one, two) = (repo.blob("one"), repo.blob("two"));
    let lines: [Line<'_>; 2] = [("100644", b"c.md", &one), ("120000", b"c.md", &two)];
    assert!(kinds(&judge(&repo, &lines)).contains(&("c.md", FaultKind::Duplicate)));
    let tree = repo.tree(&lines);
    assert_eq!(open(&repo).at_tree(id(&tree)).unwrap().read("c.md").unwrap(), Some(Content::NotAFile));

    let lines: [Line<'_>; 2] = [("100644", b"z.md", &one), ("100644", b"a.md", &two)];
    let found = judge(&repo, &lines);
    assert_eq!(kinds(&found), [(".", FaultKind::Unsorted)]);
    assert_eq!(found.changes.len(), 2);
    let tree = repo.tree(&lines);
    let read = open(&repo).at_tree(id(&tree)).unwrap().read("a.md").unwrap();
    assert_eq!(read, Some(Content::Bytes(b"two".to_vec())));
}

#[test]
fn a_file_and_a_folder_of_one_name_far_apart_are_a_doubled_name() {
    let repo = World::new().repo("r");
    let blob = repo.blob("x");
    let inner = repo.tree(&[("100644", b"b.md", &blob)]);
    let found = judge(&repo, &[("100644", b"a", &blob), ("100644", b"a.md", &blob), ("40000", b"a", &inner)]);
    assert_eq!(kinds(&found), [("a", FaultKind::Duplicate)]);
}

#[test]
fn names_that_are_one_name_on_other_systems() {
    let repo = World::new().repo("r");
    let blob = repo.blob("x");
    let found = judge(
        &repo,
        &[
            ("100644", b"C1.md", &blob),
            ("100644", b"c1.md", &blob),
            ("100644", "e\u{301}.md".as_bytes(), &blob),
            ("100644", "\u{e9}.md".as_bytes(), &blob),
        ],
    );
    assert_eq!(found.faults.len(), 4);
    assert!(found.faults.iter().all(|fault| matches!(fault.kind, FaultKind::LooksLike(_))), "{found:?}");
}

#[test]
fn only_what_is_new_is_looked_at_for_faults() {
    let repo = World::new().repo("r");
    let (one, two) = (repo.blob("one"), repo.blob("two"));
    let before = repo.tree(&[("100644", b"CON.md", &one), ("120000", b"link", &one), ("100644", b"x.md", &one)]);
    let after = repo.tree(&[
        ("100644", b"CON.md", &two),
        ("100644", b"X.md", &two),
        ("120000", b"link", &one),
        ("100644", b"x.md", &one),
    ]);
    let found = open(&repo).changes(Some(id(&before)), id(&after)).unwrap();
    assert_eq!(kinds(&found), [("X.md", FaultKind::LooksLike("x.md".into()))]);
    assert_eq!(found.changes.len(), 2);
}

#[test]
fn a_file_that_becomes_a_folder_loses_the_file() {
    let repo = World::new().repo("r");
    let blob = repo.blob("x");
    let inner = repo.tree(&[("100644", b"b.md", &blob)]);
    let file = repo.tree(&[("100644", b"a", &blob)]);
    let folder = repo.tree(&[("40000", b"a", &inner)]);
    let register = open(&repo);
    let there = register.changes(Some(id(&file)), id(&folder)).unwrap();
    let expected = [
        Change { path: "a".into(), old: Some(id(&blob)), new: None },
        Change { path: "a/b.md".into(), old: None, new: Some(id(&blob)) },
    ];
    assert_eq!(there.changes, expected);
    assert_eq!(kinds(&there), [("a", FaultKind::Swapped)]);
    let back = register.changes(Some(id(&folder)), id(&file)).unwrap();
    assert_eq!(kinds(&back), [("a", FaultKind::Swapped)]);
}

#[test]
fn a_file_that_becomes_a_link_is_gone() {
    let repo = World::new().repo("r");
    let blob = repo.blob("x");
    let file = repo.tree(&[("100644", b"a", &blob)]);
    let link = repo.tree(&[("120000", b"a", &blob)]);
    let found = open(&repo).changes(Some(id(&file)), id(&link)).unwrap();
    assert_eq!(found.changes, [Change { path: "a".into(), old: Some(id(&blob)), new: None }]);
    assert_eq!(kinds(&found), [("a", FaultKind::Symlink)]);
}

#[test]
fn a_renamed_file_is_one_gone_and_one_new() {
    let repo = World::new().repo("r");
    repo.write("cases/a.md", "text").commit("first");
    repo.git(&["mv", "cases/a.md", "cases/b.md"]);
    repo.commit("second");
    let found = open(&repo).step(id(&repo.head())).unwrap().against.remove(0);
    let gone_new: Vec<(&str, bool, bool)> =
        found.changes.iter().map(|change| (change.path.as_str(), change.old.is_some(), change.new.is_some())).collect();
    assert_eq!(gone_new, [("cases/a.md", true, false), ("cases/b.md", false, true)]);
}

#[test]
fn a_tree_that_unfolds_without_end_is_cut_off() {
    let repo = World::new().repo("r");
    let mut tree = repo.tree(&[("100644", b"a", &repo.blob("x"))]);
    for _ in 0..40 {
        tree = repo.tree(&[("40000", b"d", &tree)]);
    }
    let found = open(&repo).changes(None, id(&tree)).unwrap();
    assert_eq!(found.changes, []);
    assert_eq!(found.faults[0].kind, FaultKind::TooDeep);
}

#[test]
fn a_few_small_trees_that_unfold_into_billions_are_refused() {
    let repo = World::new().repo("r");
    let mut tree = repo.tree(&[]);
    let names: Vec<String> = (b'a'..=b'z').map(|letter| char::from(letter).to_string()).collect();
    for _ in 0..12 {
        let lines: Vec<Line<'_>> = names.iter().map(|name| ("40000", name.as_bytes(), tree.as_str())).collect();
        tree = repo.tree(&lines);
    }
    let refused = open(&repo).changes(None, id(&tree)).unwrap_err();
    assert!(matches!(refused, RegisterError::TooManyFiles(_)), "{refused}");
}

#[test]
fn a_blob_over_the_limit_is_measured_and_not_read() {
    let repo = World::new().repo("r");
    repo.write("big.md", vec![b'0'; 300_000]).write("small.md", "x").commit("first");
    let register = open(&repo);
    let snapshot = register.at_commit(id(&repo.head())).unwrap();
    assert_eq!(snapshot.read("big.md").unwrap(), Some(Content::TooLarge(300_000)));
    assert_eq!(register.work_tree().unwrap().read("big.md").unwrap(), Some(Content::TooLarge(300_000)));
    repo.git(&["gc", "--quiet"]);
    assert_eq!(
        open(&repo).at_commit(id(&repo.head())).unwrap().read("big.md").unwrap(),
        Some(Content::TooLarge(300_000))
    );
    let narrower = open(&repo).with_limit(299_999);
    assert_eq!(narrower.at_commit(id(&repo.head())).unwrap().read("big.md").unwrap(), Some(Content::TooLarge(300_000)));
    assert_eq!(narrower.work_tree().unwrap().read("big.md").unwrap(), Some(Content::TooLarge(300_000)));
    let wider = open(&repo).with_limit(300_000);
    assert!(matches!(wider.work_tree().unwrap().read("big.md").unwrap(), Some(Content::Bytes(_))));
    assert!(matches!(wider.at_commit(id(&repo.head())).unwrap().read("big.md").unwrap(), Some(Content::Bytes(_))));
}

#[test]
fn the_same_difference_as_git_sees() {
    let repo = World::new().repo("r");
    for number in 0..60 {
        repo.write(&format!("d{}/e{}/f{number}.md", number % 3, number % 7), format!("{number}"));
    }
    repo.write("d1.md", "x").write("d1-x", "x");
    let before = repo.commit("first");
    repo.remove("d0/e0/f0.md").write("d1/e1/f1.md", "other").write("d1/e1/new.md", "x").write("z", "z").remove("d1-x");
    let after = repo.commit("second");
    let listed = repo.git(&["diff-tree", "-r", "--no-renames", "--name-only", &before, &after]);
    let found = open(&repo).step(id(&after)).unwrap().against.remove(0);
    let mut expected: Vec<&str> = listed.lines().collect();
    expected.sort_unstable();
    assert_eq!(found.changes.iter().map(|change| change.path.as_str()).collect::<Vec<_>>(), expected);
    assert_eq!(expected.len(), 5);
}
