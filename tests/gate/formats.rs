//! The gate in repositories of every form, and with every environment git gives a hook.

use crate::common::{Pushed, Repo, words};
use crate::gate::office::{CASE, Office, Story, codes};

const SETTINGS: &str = "schema: klacht.register/1\nprotected: [main]\n";

/// Three pushes: good, good on top of what the server holds already, and bad.
fn tried(office: &Office) {
    office.grow(2);
    office.accepts(&["main"]);
    office.grow(3);
    office.accepts(&["main"]);
    office.desk.write(CASE, Story::plain().with(2)).commit("Weg");
    office.refuses(&["main"], &["G702"]);
}

#[test]
fn every_format_is_guarded() {
    for arguments in [
        vec!["--object-format=sha256"],
        vec!["--ref-format=reftable"],
        vec!["--ref-format=reftable", "--object-format=sha256"],
    ] {
        tried(&Office::formed(SETTINGS, &arguments));
    }
}

#[test]
fn a_path_with_a_colon_is_guarded() {
    tried(&Office::named("a:b.git", SETTINGS, &[]));
}

#[test]
fn objects_in_another_store_are_found() {
    let office = Office::new();
    office.grow(2);
    office.accepts(&["main"]);
    let dir = office.world.path().join("second.git");
    let here = Repo::at(&office.world, office.world.path().to_path_buf());
    here.git(&[
        "clone",
        "--quiet",
        "--bare",
        "--shared",
        office.server.path().to_str().unwrap(),
        dir.to_str().unwrap(),
    ]);
    let second = Repo::at(&office.world, dir);
    assert!(office.run(&second, &["hook", "install", "--server"]).status.success());
    office.grow(3);
    let pushed = office.desk.push(&second, &["main"]);
    assert!(pushed.accepted && codes(&pushed.text).is_empty(), "{}", pushed.text);
    office.desk.write(CASE, Story::plain().with(2)).commit("Weg");
    assert_eq!(codes(&office.desk.push(&second, &["main"]).text), ["G702"]);
}

#[test]
fn a_work_tree_a_linked_one_and_a_submodule_receive_as_well() {
    let office = Office::new();
    let here = Repo::at(&office.world, office.world.path().to_path_buf());
    let plain = office.world.clone_of(&office.server, "plain", &[]);
    plain.git(&["checkout", "--quiet", "--detach"]);
    let outer = office.world.repo("outer");
    let url = format!("file://{}", office.server.path().display());
    outer.git(&["submodule", "--quiet", "add", &url, "inner"]);
    let inner = Repo::at(&office.world, outer.path().join("inner"));
    inner.git(&["checkout", "--quiet", "--detach"]);
    office.grow(3);
    let good = office.desk.head();
    office.desk.write(CASE, Story::plain().with(2)).commit("Weg");
    let bad = office.desk.head();
    drop(here);
    for repo in [plain, inner] {
        assert!(office.run(&repo, &["hook", "install", "--server"]).status.success());
        let push = |id: &str| office.desk.push(&repo, &[&format!("{id}:refs/heads/main")]);
        let pushed = push(&good);
        assert!(pushed.accepted && codes(&pushed.text).is_empty(), "{}", pushed.text);
        assert_eq!(codes(&push(&bad).text), ["G702"]);
    }
}

#[test]
fn an_empty_environment_is_no_hindrance() {
    let office = Office::new();
    let program = env!("CARGO_BIN_EXE_klacht");
    let kept = "${GIT_DIR:+GIT_DIR=$GIT_DIR} ${GIT_QUARANTINE_PATH:+GIT_QUARANTINE_PATH=$GIT_QUARANTINE_PATH} \
                ${GIT_OBJECT_DIRECTORY:+GIT_OBJECT_DIRECTORY=$GIT_OBJECT_DIRECTORY} \
                ${GIT_ALTERNATE_OBJECT_DIRECTORIES:+GIT_ALTERNATE_OBJECT_DIRECTORIES=$GIT_ALTERNATE_OBJECT_DIRECTORIES}";
    office.server.hook("pre-receive", &format!("exec env -i {kept} '{program}' hook pre-receive"));
    tried(&office);
}

#[test]
fn a_shallow_clone_pushes_what_it_has_or_is_told_why_not() {
    let office = Office::new();
    office.grow(2);
    office.accepts(&["main"]);
    let shallow = office.world.clone_of(&office.server, "shallow", &["--depth=1"]);
    let story = Story::plain();
    office.on(&story.day(3));
    shallow.write(CASE, story.with(3)).commit("Klacht bijgewerkt");
    let pushed = shallow.push(&office.server, &["main"]);
    assert!(pushed.accepted, "the server has what is cut off here: {}", pushed.text);
    shallow.write(CASE, story.with(2)).commit("Weg");
    assert_eq!(codes(&shallow.push(&office.server, &["main"]).text), ["G702"]);
    // To a server that has nothing, the history is incomplete.
    let empty = office.world.bare("empty.git");
    assert!(office.run(&empty, &["hook", "install", "--server"]).status.success());
    let pushed: Pushed = shallow.push(&empty, &["main"]);
    assert!(!pushed.accepted, "{}", pushed.text);
    empty.git(&["config", "receive.shallowUpdate", "true"]);
    let pushed: Pushed = shallow.push(&empty, &["main"]);
    assert!(!pushed.accepted && codes(&pushed.text).contains(&"G712".to_owned()), "{}", pushed.text);
}

#[test]
fn a_range_in_a_shallow_clone_is_an_error_that_says_what_to_set() {
    let office = Office::new();
    office.grow(2);
    office.grow(3);
    office.accepts(&["main"]);
    let shallow = office.world.clone_of(&office.server, "shallow", &["--depth=1"]);
    for arguments in [["check", "--history", "--lang=en"], ["check", "--range=HEAD~1..HEAD", "--lang=en"]] {
        let done = office.run(&shallow, &arguments);
        assert!(matches!(done.status.code(), Some(2 | 3)), "{arguments:?}: {}", words(&done));
        assert!(words(&done).contains("fetch-depth: 0"), "{arguments:?}: {}", words(&done));
    }
}

#[test]
fn a_missing_object_is_an_error_and_no_pass() {
    let office = Office::new();
    office.grow(2);
    let commit = office.grow(3);
    let blob = office.desk.id(&format!("{commit}:{CASE}"));
    std::fs::remove_file(office.desk.path().join(format!(".git/objects/{}/{}", &blob[..2], &blob[2..]))).unwrap();
    let done = office.run(&office.desk, &["check", "--history", "--format=short"]);
    assert!(done.status.code().is_some_and(|code| code != 0), "{}", words(&done));
    let tree = office.desk.id(&format!("{commit}:cases"));
    std::fs::remove_file(office.desk.path().join(format!(".git/objects/{}/{}", &tree[..2], &tree[2..]))).unwrap();
    let done = office.run(&office.desk, &["check", "--history", "--format=short"]);
    assert_eq!(done.status.code(), Some(3), "{}", words(&done));
    assert!(words(&done).contains(&tree), "{}", words(&done));
}

#[test]
fn a_repository_of_somebody_else_is_named_as_such() {
    let office = Office::new();
    let dir = office.desk.path();
    let done = office.world.command("chown", dir).args(["-R", "65534:65534", "."]).output().unwrap();
    if !done.status.success() {
        println!("left out: only root can give files away");
        return;
    }
    let done = office.run(&office.desk, &["check", "--staged", "--lang=en"]);
    assert_eq!(done.status.code(), Some(3), "{}", words(&done));
    assert!(words(&done).contains("another user") && words(&done).contains("safe.directory"), "{}", words(&done));
}

/// What git itself accepts as trusted, the program accepts: one folder, everything below one, and a setting that a CI
/// gives by the environment.
#[test]
fn a_repository_of_somebody_else_that_git_trusts_is_opened() {
    let office = Office::new();
    office.grow(3);
    let dir = office.desk.path();
    let done = office.world.command("chown", dir).args(["-R", "65534:65534", "."]).output().unwrap();
    if !done.status.success() {
        println!("left out: only root can give files away");
        return;
    }
    let above = dir.parent().unwrap().display();
    for trusted in [dir.display().to_string(), format!("{above}/*"), "*".to_owned(), format!("{above}/elsewhere/*")] {
        let mut program = office.program(dir);
        program.args(["check", "--history", "--lang=en"]);
        program.envs([("GIT_CONFIG_COUNT", "1"), ("GIT_CONFIG_KEY_0", "safe.directory")]);
        let done = program.env("GIT_CONFIG_VALUE_0", &trusted).output().unwrap();
        let wanted = if trusted.contains("elsewhere") { 3 } else { 0 };
        assert_eq!(done.status.code(), Some(wanted), "{trusted}: {}", words(&done));
    }
}
