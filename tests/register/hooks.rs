//! Inside real hooks: quarantine, alternates, push options, the index of the commit being made (T1 to T6, T10, T13 to T19).
//!
//! A hook is a process of its own with its own environment, so each hook here calls this test program again, to run the
//! one test that is the hook: [`probe`].

use std::fmt::Write as _;
use std::io::Read;

use klacht::register::{Register, Snapshot, Update};

use crate::common::{Pushed, Repo, World};

/// The shell line that makes a hook call [`probe`].
fn call(what: &str) -> String {
    let program = std::env::current_exe().unwrap();
    format!("PROBE={what} exec '{}' --exact register::hooks::probe --nocapture", program.display())
}

/// What the hooks run: one line a fact, each beginning with `=`. By itself it looks whether a hook finds it and gets an
/// answer; without that the tests of hooks would compare nothing.
#[test]
fn probe() {
    let Ok(what) = std::env::var("PROBE") else {
        let world = World::new();
        let repo = world.repo("r");
        repo.write("a.md", "one").git(&["add", "a.md"]);
        let done = world.command("sh", repo.path()).args(["-c", &call("staged")]).output().unwrap();
        let told = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(told.contains("\n=staged [\"a.md\"]"), "{told}{}", String::from_utf8_lossy(&done.stderr));
        return;
    };
    let text = match what.as_str() {
        "receive" => receive(),
        _ => staged(),
    };
    print!("\n{text}");
}

/// What a pre-receive hook sees.
fn receive() -> String {
    let mut input = Vec::new();
    std::io::stdin().read_to_end(&mut input).unwrap();
    let told = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let options: Vec<String> = (0..).map_while(|number| told(&format!("GIT_PUSH_OPTION_{number}"))).collect();
    let mut out = format!("=quarantine {} options {options:?}\n", told("GIT_QUARANTINE_PATH").is_some());
    let register = match Register::open(std::path::Path::new(".")) {
        Ok(register) => register,
        Err(error) => return format!("{out}=refused {error}\n"),
    };
    for update in Update::parse_all(&input).unwrap() {
        match judge(&register, update) {
            Ok(line) => writeln!(out, "={line}").unwrap(),
            Err(error) => writeln!(out, "=refused {error}; {}", error.remedy().en).unwrap(),
        }
    }
    out
}

fn judge(register: &Register, update: Update) -> Result<String, klacht::register::RegisterError> {
    let found = register.classify(update)?;
    let head = format!("{:?} {:?} {} {:?}", found.movement, found.kind, found.update.name, found.target);
    let protected: Vec<_> =
        register.references()?.into_iter().filter(|(name, _)| name == "refs/heads/main").map(|(_, id)| id).collect();
    let Some(range) = found.range(&protected) else { return Ok(head) };
    let mut read = 0;
    let mut commits = 0;
    for step in register.walk(&range)? {
        let step = step?;
        commits += 1;
        for change in step.against.iter().flat_map(|found| &found.changes).filter_map(|change| change.new) {
            read += usize::from(matches!(register.blob(change)?, klacht::register::Content::Bytes(_)));
        }
    }
    Ok(format!("{head} commits {commits} files {read}"))
}

/// What a pre-commit hook sees.
fn staged() -> String {
    let register = Register::open(std::path::Path::new(".")).unwrap();
    let index = register.at_index().unwrap();
    let tree = register.head().unwrap().map(|head| register.commit(head).unwrap().tree);
    let found = index.changes_since(tree).unwrap();
    let paths: Vec<String> = found.changes.iter().map(|change| change.path.clone()).collect();
    let content = index.read("a.md").unwrap();
    format!("=staged {paths:?} {content:?}\n")
}

fn facts(pushed: &Pushed) -> Vec<String> {
    pushed.hook_lines().into_iter().filter_map(|line| line.strip_prefix('=')).map(String::from).collect()
}

/// A server whose pre-receive hook tells what it sees, and a clone with one commit that it has not yet.
fn server(world: &World, name: &str, arguments: &[&str]) -> (Repo, Repo) {
    let server = world.repo_with(name, &[&["--bare"], arguments].concat());
    server.git(&["config", "receive.advertisePushOptions", "true"]);
    server.hook("pre-receive", &call("receive"));
    let work = world.repo_with("work", arguments);
    work.write("cases/a.md", "one").commit("first");
    (server, work)
}

fn see_two_pushes(server: &Repo, work: &Repo) {
    let first = work.push(server, &["--push-option=why=test", "main"]);
    let expected =
        ["quarantine true options [\"why=test\"]", "Create Branch refs/heads/main Some(Commit) commits 1 files 1"];
    assert_eq!(facts(&first), expected, "{}", first.text);
    // The second one needs objects of the first, which lie outside the quarantine.
    work.write("cases/b.md", "two").commit("second");
    work.write("cases/a.md", "three").commit("third");
    let second = work.push(server, &["main"]);
    assert_eq!(
        facts(&second)[1],
        "FastForward Branch refs/heads/main Some(Commit) commits 2 files 2",
        "{}",
        second.text
    );
}

#[test]
fn quarantined_objects_are_read() {
    let world = World::new();
    let (server, work) = server(&world, "s.git", &[]);
    see_two_pushes(&server, &work);
}

#[test]
fn quarantined_objects_of_a_sha256_repository_are_read() {
    let world = World::new();
    let (server, work) = server(&world, "s.git", &["--object-format=sha256"]);
    see_two_pushes(&server, &work);
}

#[test]
fn quarantined_objects_of_a_reftable_repository_are_read() {
    let world = World::new();
    let (server, work) = server(&world, "s.git", &["--ref-format=reftable"]);
    see_two_pushes(&server, &work);
}

#[cfg(unix)]
#[test]
fn a_repository_whose_path_holds_a_colon_is_read() {
    let world = World::new();
    let (server, work) = server(&world, "a:b.git", &[]);
    see_two_pushes(&server, &work);
}

#[test]
fn quarantined_objects_are_read_without_a_home() {
    let world = World::new();
    let (server, work) = server(&world, "s.git", &[]);
    let git_only = "for name in $(env | sed -n 's/^\\(GIT_[A-Z_0-9]*\\)=.*/\\1/p'); do set -- \"$@\" \"$name=$(printenv $name)\"; done";
    let program = std::env::current_exe().unwrap();
    let bare = format!(
        "{git_only}\nexec env -i PATH=\"$PATH\" PROBE=receive \"$@\" '{}' --exact register::hooks::probe --nocapture",
        program.display()
    );
    server.hook("pre-receive", &bare);
    see_two_pushes(&server, &work);
}

#[test]
fn a_push_of_known_objects_a_deletion_and_a_rewrite() {
    let world = World::new();
    let (server, work) = server(&world, "s.git", &[]);
    let first = work.head();
    work.write("cases/a.md", "two").commit("second");
    assert!(work.push(&server, &["main"]).accepted);
    let again = work.push(&server, &["main:refs/heads/copy"]);
    assert_eq!(facts(&again)[1], "Create Branch refs/heads/copy Some(Commit) commits 0 files 0", "{}", again.text);
    let gone = work.push(&server, &[":refs/heads/copy"]);
    assert_eq!(facts(&gone), ["quarantine false options []", "Delete Branch refs/heads/copy None"], "{}", gone.text);
    work.git(&["reset", "--quiet", "--hard", &first]);
    work.write("cases/a.md", "other").commit("other second");
    let forced = work.push(&server, &["--force", "main"]);
    assert!(facts(&forced)[1].starts_with("Rewrite Branch"), "{}", forced.text);
}

#[test]
fn tags_notes_and_replacements_are_told_apart() {
    let world = World::new();
    let (server, work) = server(&world, "s.git", &[]);
    work.git(&["tag", "--annotate", "--message=t", "v1"]);
    work.git(&["tag", "--annotate", "--message=t", "nested", "v1"]);
    work.git(&["tag", "--annotate", "--message=t", "words", "HEAD:cases/a.md"]);
    work.git(&["update-ref", "refs/tags/folder", &work.id("HEAD^{tree}")]);
    work.git(&["notes", "add", "--message=n"]);
    work.git(&["update-ref", "refs/replace/1111111111111111111111111111111111111111", "HEAD"]);
    let pushed = work.push(
        &server,
        &["main", "refs/tags/*:refs/tags/*", "refs/notes/*:refs/notes/*", "refs/replace/*:refs/replace/*"],
    );
    let found = facts(&pushed).join("\n");
    for line in [
        "Create Tag refs/tags/v1 Some(Tag) commits 1",
        "Create Tag refs/tags/nested Some(Tag) commits 1",
        "Create Tag refs/tags/words Some(Tag)\n",
        "Create Tag refs/tags/folder Some(Tree)",
        "Create Notes refs/notes/commits Some(Commit)",
        "Create Replace refs/replace/1111111111111111111111111111111111111111 Some(Commit)",
    ] {
        assert!(format!("{found}\n").contains(line), "{line} in {found}");
    }
}

#[test]
fn commits_that_came_in_by_an_unprotected_branch_are_walked_again_for_a_protected_one() {
    let world = World::new();
    let (server, work) = server(&world, "s.git", &[]);
    assert!(work.push(&server, &["main"]).accepted);
    work.write("cases/b.md", "b").commit("bad");
    assert!(work.push(&server, &["main:refs/heads/scratch"]).accepted);
    let again = work.push(&server, &["main:refs/heads/scratch-2"]);
    assert_eq!(facts(&again)[1], "Create Branch refs/heads/scratch-2 Some(Commit) commits 1 files 1");
    let moved = work.push(&server, &["main"]);
    assert_eq!(facts(&moved)[1], "FastForward Branch refs/heads/main Some(Commit) commits 1 files 1");
}

#[test]
fn a_push_from_a_shallow_clone_is_refused_with_a_reason() {
    for accept in ["false", "true"] {
        let world = World::new();
        let (server, work) = server(&world, "s.git", &[]);
        server.git(&["config", "receive.shallowUpdate", accept]);
        work.write("cases/a.md", "two").commit("second");
        let shallow = world.clone_of(&work, "shallow", &["--depth=1"]);
        shallow.write("cases/a.md", "three").commit("third");
        let pushed = shallow.push(&server, &["main"]);
        let found = facts(&pushed).join("\n");
        assert!(found.contains("refused") && !found.contains("commits"), "{accept}: {}", pushed.text);
        assert_eq!(found.contains("fetch-depth: 0"), accept == "true", "{}", pushed.text);
    }
}

/// What the pre-commit hook told during a commit with these arguments.
fn committing(repo: &Repo, arguments: &[&str]) -> String {
    let told: Pushed = repo.try_git(&[&["commit", "--message=m"], arguments].concat()).into();
    let fact = told.text.lines().find_map(|line| line.strip_prefix("=staged "));
    fact.unwrap_or_else(|| panic!("{}", told.text)).to_string()
}

#[test]
fn the_index_of_the_commit_being_made_is_read() {
    let repo = World::new().repo("r");
    repo.hook("pre-commit", &call("staged"));
    let bytes = |text: &str| format!("Some(Bytes({:?}))", text.as_bytes());
    repo.write("a.md", "1").write("b.md", "1").git(&["add", "."]);
    assert_eq!(committing(&repo, &[]), format!("[\"a.md\", \"b.md\"] {}", bytes("1")));
    repo.write("a.md", "2");
    assert_eq!(committing(&repo, &["--all"]), format!("[\"a.md\"] {}", bytes("2")));
    repo.write("a.md", "3").write("b.md", "3").git(&["add", "."]);
    assert_eq!(committing(&repo, &["b.md"]), format!("[\"b.md\"] {}", bytes("2")));
    repo.git(&["worktree", "add", "--quiet", "-b", "other", "../linked"]);
    let linked = Repo::at(repo.world(), repo.world().path().join("linked"));
    linked.write("a.md", "4");
    assert_eq!(committing(&linked, &["--all"]), format!("[\"a.md\"] {}", bytes("4")));
}

#[test]
fn the_index_of_a_reftable_repository_is_read_in_a_hook() {
    let repo = World::new().repo_with("r", &["--ref-format=reftable"]);
    repo.hook("pre-commit", &call("staged"));
    repo.write("a.md", "1").write("b.md", "1").git(&["add", "."]);
    assert!(committing(&repo, &[]).starts_with("[\"a.md\", \"b.md\"]"));
    repo.write("a.md", "2").write("b.md", "2");
    assert!(committing(&repo, &["b.md"]).starts_with("[\"b.md\"]"));
}
