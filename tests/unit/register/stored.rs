use std::path::Path;

use super::*;
use crate::register::Store;

fn git(dir: &Path, arguments: &[&str]) {
    let mut command = std::process::Command::new("git");
    command.current_dir(dir).args(arguments).env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", dir);
    assert!(command.status().unwrap().success(), "git {arguments:?}");
}

#[test]
fn what_a_store_makes_is_known_again() {
    let dir = tempfile::tempdir().unwrap();
    git(dir.path(), &["init", "--quiet"]);
    let store = Store::begin(&Register::open(dir.path()).unwrap()).unwrap();
    let file = |name: &str| StoredFile { name: name.to_owned(), id: store.write(name.as_bytes()).unwrap() };
    let (files, more) = (vec![file("access"), file("x.age")], vec![file("a"), file("access"), file("x.age")]);
    let first = store.commit(&files, None).unwrap();
    let second = store.commit(&more, Some(first)).unwrap();
    let register = Register::open(store.dir()).unwrap();
    assert_eq!(register.stored(first).unwrap(), Ok(Stored { parents: vec![], files }));
    assert_eq!(register.stored(second).unwrap(), Ok(Stored { parents: vec![first], files: more }));
    assert_eq!(register.root_files(second).unwrap(), ["a", "access", "x.age"]);
    let tree = register.commit(first).unwrap().tree;
    assert!(register.stored(tree).is_err(), "a tree is no commit");
    assert!(register.stored(Id::from_bytes(&[7; 20]).unwrap()).is_err(), "what is not there is no commit");
}

#[test]
fn nothing_else_is_a_commit_of_a_store() {
    let tree = "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d";
    let good = format!("tree {tree}\nparent {tree}\nauthor {MAKER}\ncommitter {MAKER}\n\n");
    assert!(links(good.as_bytes()).is_some_and(|(_, parents)| parents.len() == 1));
    for (was, now) in [
        ("\n\n", "\n\nwoorden"),
        ("\n\n", "\n"),
        ("author klacht", "author ada"),
        ("<klacht> 0 ", "<klacht> 1 "),
        ("+0000", "+0100"),
        ("\n\n", "\nencoding UTF-8\n\n"),
        ("tree 1a", "tree 1A"),
        ("parent ", "parent  "),
        ("tree ", ""),
    ] {
        let bad = good.replacen(was, now, 1);
        assert_ne!(bad, good);
        assert!(links(bad.as_bytes()).is_none(), "{bad}");
    }
}
