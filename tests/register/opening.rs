//! Repositories of every kind, and the refusals (T1, T7 to T14).

use std::path::Path;

use klacht::register::{Content, ErrorKind, Range, Register, RegisterError, Snapshot};

use crate::common::{Repo, World};
use crate::register::{id, open};

/// Two commits of one file.
fn filled(repo: &Repo) -> (String, String) {
    let first = repo.write("cases/a.md", "one\n").commit("first");
    (first, repo.write("cases/a.md", "two\n").commit("second"))
}

/// Everything this room does, on one repository.
fn reads_everything(register: &Register, first: &str, second: &str) {
    assert_eq!(register.head().unwrap(), Some(id(second)));
    assert_eq!(register.commit_named("HEAD~1").unwrap(), id(first));
    assert!(register.references().unwrap().contains(&("refs/heads/main".into(), id(second))));
    let snapshot = register.at_commit(id(first)).unwrap();
    assert_eq!(snapshot.list("cases").unwrap().files.len(), 1);
    assert_eq!(snapshot.read("cases/a.md").unwrap(), Some(Content::Bytes(b"one\n".to_vec())));
    let steps: Vec<_> = register.walk(&Range::all(id(second))).unwrap().map(Result::unwrap).collect();
    assert_eq!(steps.iter().map(|step| step.commit.id).collect::<Vec<_>>(), [id(first), id(second)]);
    assert_eq!(steps[1].against[0].changes[0].path, "cases/a.md");
    if !register.is_bare() {
        let index = register.at_index().unwrap();
        assert_eq!(index.read("cases/a.md").unwrap(), Some(Content::Bytes(b"two\n".to_vec())));
    }
    assert!(register.is_ancestor(id(first), id(second)).unwrap());
    assert!(!register.is_ancestor(id(second), id(first)).unwrap());
}

#[test]
fn a_work_tree_from_its_root_and_from_below() {
    let repo = World::new().repo("r");
    let (first, second) = filled(&repo);
    reads_everything(&open(&repo), &first, &second);
    let below = Register::open(&repo.path().join("cases")).unwrap();
    assert_eq!(below.root().unwrap().canonicalize().unwrap(), repo.path().canonicalize().unwrap());
    assert_eq!(below.at_index().unwrap().list("").unwrap().files.len(), 1);
}

#[test]
fn a_bare_repository_has_no_work_tree() {
    let world = World::new();
    let repo = world.repo("r");
    let (first, second) = filled(&repo);
    let bare = world.clone_of(&repo, "b.git", &["--bare"]);
    let register = open(&bare);
    reads_everything(&register, &first, &second);
    assert!(register.is_bare());
    assert!(matches!(register.work_tree(), Err(RegisterError::Lacks(_))));
}

#[test]
fn a_linked_worktree() {
    let repo = World::new().repo("r");
    let (first, second) = filled(&repo);
    repo.git(&["branch", "other", &first]);
    repo.git(&["worktree", "add", "--quiet", "../linked", "other"]);
    let linked = Repo::at(repo.world(), repo.world().path().join("linked"));
    let register = open(&linked);
    assert_eq!(register.head().unwrap(), Some(id(&first)));
    assert_eq!(register.commit_named("main").unwrap(), id(&second));
    assert_eq!(
        register.hooks_dir().unwrap().canonicalize().unwrap(),
        repo.path().join(".git/hooks").canonicalize().unwrap()
    );
}

#[test]
fn a_register_that_is_a_submodule_of_another_repository() {
    let world = World::new();
    let repo = world.repo("r");
    let (first, second) = filled(&repo);
    let outer = world.repo("outer");
    let url = format!("file://{}", repo.path().display());
    outer.git(&["submodule", "--quiet", "add", &url, "inner"]);
    let inner = Repo::at(&world, outer.path().join("inner"));
    assert!(inner.path().join(".git").is_file());
    reads_everything(&open(&inner), &first, &second);
}

#[test]
fn a_sha256_repository() {
    let repo = World::new().repo_with("r", &["--object-format=sha256"]);
    let (first, second) = filled(&repo);
    assert_eq!(first.len(), 64);
    let register = open(&repo);
    assert!(!register.is_read_by_command());
    reads_everything(&register, &first, &second);
}

#[test]
fn a_reftable_repository_is_read_by_the_git_command() {
    for format in ["sha1", "sha256"] {
        let world = World::new();
        let repo = world.repo_with("r", &["--ref-format=reftable", &format!("--object-format={format}")]);
        assert_eq!(open(&repo).head().unwrap(), None, "before the first commit");
        let (first, second) = filled(&repo);
        let register = open(&repo);
        assert!(register.is_read_by_command());
        reads_everything(&register, &first, &second);
        assert_eq!(register.at_index().unwrap().list("cases").unwrap().files.len(), 1);
        register.set("receive.fsckObjects", "true").unwrap();
        assert_eq!(register.setting("receive.fsckObjects").unwrap().as_deref(), Some("true"));
        assert_eq!(register.setting("no.such").unwrap(), None);
        assert!(matches!(register.commit_named("--all"), Err(RegisterError::NoRevision(_))));
    }
}

#[test]
fn a_partial_clone_never_fetches_and_never_passes_over_a_missing_file() {
    let world = World::new();
    let repo = world.repo("r");
    let (first, second) = filled(&repo);
    repo.git(&["config", "uploadpack.allowFilter", "true"]);
    let partial = world.clone_of(&repo, "p", &["--filter=blob:none", "--no-checkout"]);
    let register = open(&partial);
    let snapshot = register.at_commit(id(&first)).unwrap();
    assert_eq!(snapshot.list("").unwrap().files.len(), 1);
    assert_eq!(snapshot.read("cases/a.md").unwrap(), Some(Content::Missing));
    assert_eq!(register.walk(&Range::all(id(&second))).unwrap().count(), 2);
    partial.git(&["config", "extensions.partialClone", "origin"]);
    partial.git(&["config", "core.repositoryFormatVersion", "1"]);
    let register = open(&partial);
    assert!(register.is_read_by_command());
    assert_eq!(register.at_commit(id(&first)).unwrap().read("cases/a.md").unwrap(), Some(Content::Missing));
    let nowhere = id(&"1".repeat(40));
    assert_eq!(register.commit(nowhere).unwrap_err(), RegisterError::NotFetched(nowhere));
}

#[test]
fn a_shallow_clone_is_an_error_with_the_remedy_and_never_a_short_history() {
    let world = World::new();
    let repo = world.repo("r");
    let (_, second) = filled(&repo);
    let third = repo.write("b", "b").commit("third");
    let shallow = world.clone_of(&repo, "s", &["--depth=2"]);
    let register = open(&shallow);
    assert!(register.is_shallow());
    let Err(error) = register.walk(&Range::all(id(&third))) else {
        panic!("a cut-off history was taken for a whole one")
    };
    assert!(matches!(error, RegisterError::Shallow(_)));
    assert!(error.remedy().en.contains("fetch-depth: 0"), "{}", error.remedy().en);
    // What is here in full can be judged.
    assert_eq!(register.walk(&Range::between(id(&second), id(&third))).unwrap().count(), 1);
}

#[test]
fn no_repository_and_no_folder() {
    let world = World::new();
    let empty = world.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    assert!(matches!(Register::open(&empty), Err(RegisterError::NoRepository(_))));
    assert!(matches!(Register::open(&world.path().join("none")), Err(RegisterError::NoFolder(_))));
    let folder = Register::folder(&empty).unwrap();
    assert_eq!(folder.work_tree().unwrap().list("").unwrap().files, []);
    let error = folder.head().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Environment);
}

#[test]
fn an_unborn_branch_has_no_head_and_a_wrong_name_is_a_usage_error() {
    let repo = World::new().repo("r");
    let register = open(&repo);
    assert_eq!(register.head().unwrap(), None);
    for name in ["none", "HEAD", "a..b", "", "@{9999}", "-x"] {
        let error = register.commit_named(name).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Usage, "{name}: {error}");
    }
}

#[cfg(unix)]
#[test]
fn a_repository_of_somebody_else_is_refused_with_the_command_that_trusts_it() {
    let repo = World::new().repo("r");
    filled(&repo);
    // Only root can give a folder away; elsewhere there is nothing to test with.
    if chown_all(repo.path(), 65_534).is_err() {
        return;
    }
    let Err(error) = Register::open(repo.path()) else { panic!("opened a foreign repository") };
    assert!(matches!(error, RegisterError::ForeignOwner(_)), "{error:?}");
    let remedy = error.remedy().nl;
    assert!(remedy.contains("git config --global --add safe.directory") && remedy.contains("/r"), "{remedy}");
}

#[cfg(unix)]
fn chown_all(dir: &Path, user: u32) -> std::io::Result<()> {
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            chown_all(&entry.path(), user)?;
        }
        std::os::unix::fs::chown(entry.path(), Some(user), None)?;
    }
    std::os::unix::fs::chown(dir, Some(user), None)
}

#[test]
fn a_missing_object_is_an_error_or_said() {
    let repo = World::new().repo("r");
    let (first, _) = filled(&repo);
    let blob = repo.id(&format!("{first}:cases/a.md"));
    std::fs::remove_file(repo.path().join(".git/objects").join(&blob[..2]).join(&blob[2..])).unwrap();
    let register = open(&repo);
    assert_eq!(register.at_commit(id(&first)).unwrap().read("cases/a.md").unwrap(), Some(Content::Missing));
    let tree = repo.id(&format!("{first}:cases"));
    std::fs::remove_file(repo.path().join(".git/objects").join(&tree[..2]).join(&tree[2..])).unwrap();
    assert_eq!(open(&repo).at_commit(id(&first)).unwrap().list("").unwrap_err(), RegisterError::Missing(id(&tree)));
}

#[test]
fn alternates_are_followed() {
    let world = World::new();
    let repo = world.repo("r");
    let (first, second) = filled(&repo);
    let borrowed = world.clone_of(&repo, "b", &[]);
    std::fs::remove_dir_all(borrowed.path().join(".git/objects/pack")).unwrap();
    let store = format!("{}\n", repo.path().join(".git/objects").display());
    borrowed.write(".git/objects/info/alternates", store);
    reads_everything(&open(&borrowed), &first, &second);
}

#[test]
fn settings_and_the_folder_of_hooks() {
    let repo = World::new().repo("r");
    let register = open(&repo);
    assert!(register.hooks_dir().unwrap().ends_with(".git/hooks"));
    register.set("core.hooksPath", "my-hooks").unwrap();
    assert_eq!(repo.git(&["config", "core.hooksPath"]), "my-hooks");
    assert!(open(&repo).hooks_dir().unwrap().ends_with("r/my-hooks"));
}
