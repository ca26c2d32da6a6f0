//! The work tree and the index (T29, T30, T75).

use klacht::register::{Content, Fault, FaultKind, Listing, Snapshot};

use crate::common::World;
use crate::register::{id, open};

fn paths(listing: &Listing) -> Vec<&str> {
    listing.files.iter().map(|file| file.path.as_str()).collect()
}

#[test]
fn the_work_tree_is_sorted_and_without_git() {
    let repo = World::new().repo("r");
    repo.write("cases/b.md", "b").write("cases/a.md", "a").write("cases-x", "x").write("policy/p.md", "p");
    let work_tree = open(&repo).work_tree().unwrap();
    assert_eq!(paths(&work_tree.list("").unwrap()), ["cases-x", "cases/a.md", "cases/b.md", "policy/p.md"]);
    assert_eq!(paths(&work_tree.list("cases/").unwrap()), ["cases/a.md", "cases/b.md"]);
    assert_eq!(work_tree.list("none").unwrap(), Listing::default());
    assert_eq!(work_tree.read("cases/a.md").unwrap(), Some(Content::Bytes(b"a".to_vec())));
    assert_eq!(work_tree.read("cases").unwrap(), Some(Content::NotAFile));
    assert_eq!(work_tree.read("none").unwrap(), None);
    assert_eq!(work_tree.read("../r/cases/a.md").unwrap(), None);
    assert_eq!(work_tree.read(".git/config").unwrap(), None);
}

#[cfg(unix)]
#[test]
fn links_on_disk_are_reported_and_never_followed() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    let world = World::new();
    let repo = world.repo("r");
    repo.write("real/a.md", "a");
    symlink("../real/a.md", repo.path().join("real/link.md")).unwrap();
    symlink("real", repo.path().join("cases")).unwrap();
    std::fs::write(repo.path().join(std::ffi::OsStr::from_bytes(b"real/\xe9")), "x").unwrap();
    let work_tree = open(&repo).work_tree().unwrap();
    let link = |path: &str| Fault { path: path.into(), kind: FaultKind::Symlink };
    let listing = work_tree.list("").unwrap();
    assert_eq!(paths(&listing), ["real/a.md"]);
    let not_utf8 = Fault { path: "real/\\xe9".into(), kind: FaultKind::NotUtf8 };
    assert_eq!(listing.faults, [link("cases"), not_utf8, link("real/link.md")]);
    assert_eq!(work_tree.list("cases/cmm").unwrap().faults, [link("cases")]);
    assert_eq!(work_tree.read("cases/a.md").unwrap(), Some(Content::NotAFile));
    assert_eq!(work_tree.read("real/link.md").unwrap(), Some(Content::NotAFile));
}

#[test]
fn a_repository_inside_is_reported() {
    let world = World::new();
    let repo = world.repo("r");
    world.repo("r/cases/inner");
    let listing = open(&repo).work_tree().unwrap().list("cases").unwrap();
    assert_eq!(listing.faults, [Fault { path: "cases/inner".into(), kind: FaultKind::Submodule }]);
}

#[test]
fn the_index_holds_what_is_staged_and_not_what_is_announced() {
    let repo = World::new().repo("r");
    repo.write("cases/a.md", "old").commit("first");
    repo.write("cases/a.md", "staged").git(&["add", "cases/a.md"]);
    repo.write("cases/a.md", "later").write("cases/n.md", "n").git(&["add", "-N", "cases/n.md"]);
    let register = open(&repo);
    let index = register.at_index().unwrap();
    assert_eq!(paths(&index.list("cases").unwrap()), ["cases/a.md"]);
    assert_eq!(index.read("cases/a.md").unwrap(), Some(Content::Bytes(b"staged".to_vec())));
    assert_eq!(index.read("cases/n.md").unwrap(), None);
    let tree = register.commit(id(&repo.head())).unwrap().tree;
    let found = index.changes_since(Some(tree)).unwrap();
    assert_eq!(found.changes.iter().map(|change| change.path.as_str()).collect::<Vec<_>>(), ["cases/a.md"]);
    let all = index.changes_since(None).unwrap();
    assert_eq!((all.changes.len(), all.changes[0].old), (1, None));
}

#[test]
fn a_deletion_is_a_change_of_the_index() {
    let repo = World::new().repo("r");
    repo.write("a.md", "a").write("b.md", "b").commit("first");
    repo.git(&["rm", "--quiet", "a.md"]);
    let register = open(&repo);
    let tree = register.commit(id(&repo.head())).unwrap().tree;
    let found = register.at_index().unwrap().changes_since(Some(tree)).unwrap();
    assert_eq!((found.changes.len(), found.changes[0].new), (1, None));
}

#[test]
fn an_unmerged_file_is_reported() {
    let repo = World::new().repo("r");
    repo.write("a.md", "base").commit("base");
    repo.branch("side").write("a.md", "side").commit("side");
    repo.switch("main").write("a.md", "main").commit("main");
    assert!(!repo.try_git(&["merge", "side"]).status.success());
    let register = open(&repo);
    let index = register.at_index().unwrap();
    assert_eq!(index.list("").unwrap().faults, [Fault { path: "a.md".into(), kind: FaultKind::Unmerged }]);
    assert_eq!(index.read("a.md").unwrap(), Some(Content::NotAFile));
}

#[test]
fn staged_links_programs_and_names_are_reported() {
    let repo = World::new().repo("r");
    let blob = repo.blob("x");
    let lines =
        format!("120000 {blob}\tcases\n100755 {blob}\td/run.md\n100644 {blob}\td/CON.md\n100644 {blob}\td/con.MD\n");
    repo.git_with(&["update-index", "--index-info"], lines.as_bytes());
    let register = open(&repo);
    let index = register.at_index().unwrap();
    let faults = index.list("").unwrap().faults;
    let of: Vec<&FaultKind> = faults.iter().map(|fault| &fault.kind).collect();
    assert!(of.contains(&&FaultKind::Symlink) && of.contains(&&FaultKind::Executable), "{faults:?}");
    assert_eq!(of.iter().filter(|kind| matches!(kind, FaultKind::LooksLike(_))).count(), 2);
    assert_eq!(of.iter().filter(|kind| ***kind == FaultKind::Windows).count(), 2);
    assert_eq!(index.list("cases").unwrap().faults.len(), 1);
}

#[test]
fn split_and_sparse_indexes_are_read_too() {
    let repo = World::new().repo("r");
    repo.write("cases/a.md", "a").write("other/b.md", "b").commit("first");
    repo.git(&["update-index", "--split-index"]);
    let register = open(&repo);
    assert_eq!(paths(&register.at_index().unwrap().list("").unwrap()), ["cases/a.md", "other/b.md"]);
    repo.git(&["update-index", "--no-split-index"]);
    repo.git(&["sparse-checkout", "set", "--cone", "--sparse-index", "cases"]);
    let register = open(&repo);
    assert_eq!(paths(&register.at_index().unwrap().list("").unwrap()), ["cases/a.md", "other/b.md"]);
}

#[test]
fn reading_leaves_the_index_as_it_was() {
    let repo = World::new().repo("r");
    repo.write("a.md", "a").commit("first");
    let before = std::fs::read(repo.path().join(".git/index")).unwrap();
    let register = open(&repo);
    register.at_index().unwrap().list("").unwrap();
    register.work_tree().unwrap().list("").unwrap();
    assert_eq!(std::fs::read(repo.path().join(".git/index")).unwrap(), before);
    assert!(!repo.path().join(".git/index.lock").exists());
}
