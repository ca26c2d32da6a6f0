//! `klacht build` with the real program and the real git: exit codes, which state is built, and what it says.

use std::path::Path;
use std::process::Output;

use crate::common::{Repo, World, copy, root};

/// A repository with the settings and one regulation of this one.
fn register(world: &World) -> Repo {
    let repo = world.repo("register");
    repo.write("klacht.yaml", std::fs::read(root().join("klacht.yaml")).unwrap());
    copy(&root().join("policy/cmm"), &repo.path().join("policy/cmm"));
    repo.commit("first");
    repo
}

fn build(world: &World, dir: &Path, arguments: &[&str]) -> Output {
    let mut command = world.klacht(dir);
    command.args(["build", "--lang", "en"]).args(arguments).output().unwrap()
}

fn commit_of(dir: &Path) -> serde_json::Value {
    let text = std::fs::read_to_string(dir.join("public/build.json")).unwrap();
    serde_json::from_str::<serde_json::Value>(&text).unwrap()["commit"].clone()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_commit_is_named_and_other_files_on_disk_are_not() {
    let world = World::new();
    let repo = register(&world);
    let done = build(&world, repo.path(), &[]);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    assert_eq!(commit_of(repo.path()), repo.head());
    repo.write("notes.txt", "not of the site");
    build(&world, repo.path(), &[]);
    assert_eq!(commit_of(repo.path()), repo.head(), "what the site is not made of does not count");
    let settings = std::fs::read_to_string(repo.path().join("klacht.yaml")).unwrap();
    repo.write("klacht.yaml", settings.replace("verzonnen", "bedacht"));
    let done = build(&world, repo.path(), &[]);
    assert!(
        commit_of(repo.path()).is_null() && stderr(&done).contains("differ from the last commit"),
        "{}",
        stderr(&done)
    );
    let page = std::fs::read_to_string(repo.path().join("public/index.html")).unwrap();
    assert!(page.contains("bedacht"));
}

#[test]
fn the_site_goes_to_the_root_of_the_register_wherever_it_is_built() {
    let world = World::new();
    let repo = register(&world);
    repo.write("docs/x.md", "x");
    for below in ["docs", "policy/cmm"] {
        let done = build(&world, &repo.path().join(below), &[]);
        assert_eq!(done.status.code(), Some(0), "{below}: {}", stderr(&done));
        assert!(!repo.path().join(below).join("public").exists());
        std::fs::remove_dir_all(repo.path().join("public")).unwrap();
    }
    let done = build(&world, world.path(), &["-C", repo.path().to_str().unwrap()]);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    assert!(repo.path().join("public/index.html").is_file() && !world.path().join("public").exists());
    // What was asked for counts from where it was asked.
    build(&world, &repo.path().join("docs"), &["--output", "site"]);
    assert!(repo.path().join("docs/site/index.html").is_file());
}

#[test]
fn a_bare_repository_is_built_from_its_last_commit() {
    let world = World::new();
    let repo = register(&world);
    let bare = world.clone_of(&repo, "bare", &["--bare"]);
    let target = world.path().join("out/public");
    let done = build(&world, bare.path(), &["--output", target.to_str().unwrap()]);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    assert_eq!(commit_of(&world.path().join("out")), repo.head());
}

#[test]
fn cut_off_history_is_refused() {
    let world = World::new();
    let repo = register(&world);
    repo.commit("second");
    let url = format!("file://{}", repo.path().display());
    world.command("git", world.path()).args(["clone", "--quiet", "--depth", "1", &url, "shallow"]).output().unwrap();
    let done = build(&world, &world.path().join("shallow"), &[]);
    assert_eq!(done.status.code(), Some(3), "{}", stderr(&done));
    assert!(stderr(&done).contains("git fetch --unshallow"), "{}", stderr(&done));
    assert!(!world.path().join("shallow/public").exists());
}

#[test]
fn without_an_address_it_says_what_to_write() {
    let world = World::new();
    let repo = register(&world);
    let settings = std::fs::read_to_string(repo.path().join("klacht.yaml")).unwrap();
    repo.write("klacht.yaml", settings.replace("  address: https://klachten.example/\n", ""));
    repo.commit("no address");
    let done = build(&world, repo.path(), &[]);
    assert_eq!(done.status.code(), Some(2), "{}", stderr(&done));
    assert!(stderr(&done).contains("--base-url"), "{}", stderr(&done));
    let done = build(&world, repo.path(), &["--base-url", "klachten.example"]);
    assert_eq!(done.status.code(), Some(2), "{}", stderr(&done));
    let done = build(&world, repo.path(), &["--base-url", "https://other.example/sub"]);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    let page = std::fs::read_to_string(repo.path().join("public/index.html")).unwrap();
    assert!(page.contains("https://other.example/sub/"));
}

#[test]
fn findings_come_in_every_form_and_nothing_is_written() {
    let world = World::new();
    let repo = register(&world);
    repo.write(
        "site-templates/start.html",
        "{% extends \"base.html\" %}{% block content %}{{ weg }}{% endblock content %}",
    );
    repo.commit("a wrong template");
    let done = build(&world, repo.path(), &["--format", "short", "--fail-on", "never"]);
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(said.contains("site-templates/start.html:1:") && said.contains("error[S802]"), "{said}");
    let done = build(&world, repo.path(), &["--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(told["findings"][0]["code"], "S802");
    assert!(!repo.path().join("public").exists());
}

#[test]
fn a_folder_of_the_register_is_no_place_for_a_site() {
    let world = World::new();
    let repo = register(&world);
    for output in [".", "policy/cmm", ".git"] {
        let done = build(&world, repo.path(), &["--output", output]);
        assert_eq!(done.status.code(), Some(2), "{output}: {}", stderr(&done));
    }
    assert!(repo.path().join("policy/cmm/people.yaml").exists());
}

#[test]
fn the_day_comes_from_the_commit_when_nobody_names_one() {
    let world = World::new();
    let repo = register(&world);
    let settings = std::fs::read_to_string(repo.path().join("klacht.yaml")).unwrap();
    repo.write("klacht.yaml", settings.replace("stands_on: 2026-11-20\n", ""));
    repo.commit("no day");
    build(&world, repo.path(), &[]);
    let text = std::fs::read_to_string(repo.path().join("public/build.json")).unwrap();
    let on = serde_json::from_str::<serde_json::Value>(&text).unwrap()["on"].clone();
    let committed = repo.git(&["log", "-1", "--format=%cd", "--date=short"]);
    assert_eq!(on.as_str(), Some(committed.trim()));
}
