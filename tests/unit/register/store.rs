use std::process::Command;

use super::*;
use crate::register::{Move, Outcome, SEEN};

fn git(dir: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(dir).args(arguments).env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", dir);
    assert!(command.status().unwrap().success(), "git {arguments:?}");
}

/// A bare repository and two desks that know it.
fn desks() -> (tempfile::TempDir, [Store; 2]) {
    let dir = tempfile::tempdir().unwrap();
    git(dir.path(), &["init", "--quiet", "--bare", "server.git"]);
    let desk = |name: &str| {
        git(dir.path(), &["init", "--quiet", name]);
        let of = dir.path().join(name);
        git(&of, &["remote", "add", "origin", "../server.git"]);
        Store::begin(&Register::open(&of).unwrap()).unwrap()
    };
    let both = [desk("a"), desk("b")];
    (dir, both)
}

fn file(store: &Store, name: &str, bytes: &[u8]) -> StoredFile {
    StoredFile { name: name.to_owned(), id: store.write(bytes).unwrap() }
}

#[test]
fn equal_content_is_an_equal_commit_on_every_desk() {
    let (_dir, [a, b]) = desks();
    let made = [&a, &b].map(|desk| desk.commit(&[file(desk, "x", b"1"), file(desk, "y", b"2")], None).unwrap());
    assert_eq!(made[0], made[1]);
    let commit = a.repository.find_commit(oid(made[0]).unwrap()).unwrap();
    let raw = format!("{}\n{}", commit.raw_header().unwrap(), commit.message_raw().unwrap());
    assert!(raw.contains(&format!("author {MAKER}\ncommitter {MAKER}\n")), "{raw}");
    assert_eq!(commit.message_raw().unwrap(), "");
}

#[test]
fn what_is_given_here_is_seen_there_and_nothing_else_moves() {
    let (_dir, [a, b]) = desks();
    let commit = a.commit(&[file(&a, "x", b"1")], None).unwrap();
    let name = "refs/klacht/part/K26-7F3QXM";
    assert!(a.set(name, None, Some(commit)).unwrap());
    let address = a.address("origin").unwrap().unwrap();
    let given = Move { name: name.to_owned(), from: None, to: Some(commit) };
    assert_eq!(a.push(&address, std::slice::from_ref(&given)).unwrap(), [Outcome::Done]);
    assert_eq!(a.push(&address, std::slice::from_ref(&given)).unwrap(), [Outcome::Done], "it is as was wanted");
    let other = a.commit(&[file(&a, "x", b"2")], None).unwrap();
    let stale = Move { name: name.to_owned(), from: None, to: Some(other) };
    assert_eq!(a.push(&address, &[stale]).unwrap(), [Outcome::Stale]);

    let there = b.address("origin").unwrap().unwrap();
    b.fetch(&there).unwrap();
    assert_eq!(b.reference(name).unwrap(), None, "never onto our own");
    assert_eq!(b.reference(&format!("{SEEN}part/K26-7F3QXM")).unwrap(), Some(commit));
    assert_eq!(b.read(b.files(commit).unwrap()[0].id).unwrap(), b"1");
    let gone = Move { name: name.to_owned(), from: Some(commit), to: None };
    assert_eq!(b.push(&there, &[gone]).unwrap(), [Outcome::Done]);
    a.fetch(&address).unwrap();
    assert_eq!(a.reference(&format!("{SEEN}part/K26-7F3QXM")).unwrap(), None);
    assert_eq!(a.reference(name).unwrap(), Some(commit));
}

#[test]
fn a_reference_moves_only_from_what_it_was() {
    let (_dir, [a, _]) = desks();
    let [one, two] = [b"1", b"2"].map(|bytes| a.commit(&[file(&a, "x", bytes)], None).unwrap());
    assert!(a.set("refs/klacht/key/X", None, Some(one)).unwrap());
    assert!(!a.set("refs/klacht/key/X", None, Some(two)).unwrap());
    assert!(!a.set("refs/klacht/key/X", Some(two), Some(one)).unwrap());
    assert!(a.set("refs/klacht/key/X", Some(one), Some(two)).unwrap());
    assert!(a.set("refs/klacht/key/X", Some(two), None).unwrap());
    assert_eq!(a.references("refs/klacht/key/").unwrap().len(), 0);
}

#[test]
fn a_server_that_is_not_there_is_said() {
    let (_dir, [a, _]) = desks();
    assert_eq!(a.fetch("/nowhere/at/all.git").unwrap_err(), RegisterError::Unreachable);
    assert_eq!(a.address("elders").unwrap(), None);
    assert_eq!(a.address("https://git.stad.example/x.git").unwrap().as_deref(), Some("https://git.stad.example/x.git"));
}
