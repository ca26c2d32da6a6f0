use super::*;
use crate::register::Register;

#[test]
fn what_is_open_stands_before_what_was_saved() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("policy")).unwrap();
    std::fs::write(dir.path().join("policy/b.md"), "disk").unwrap();
    let disk = Register::folder(dir.path()).unwrap().work_tree().unwrap();
    let texts = Texts::from([
        ("policy/a.md".to_owned(), "new".to_owned()),
        ("policy/b.md".to_owned(), "open".to_owned()),
        ("policyx/c.md".to_owned(), String::new()),
        ("large".to_owned(), "x".repeat(300_000)),
    ]);
    let files = Overlay { disk: &disk, texts: &texts };
    let listed: Vec<String> = files.list("policy").unwrap().files.into_iter().map(|f| f.path).collect();
    assert_eq!(listed, ["policy/a.md", "policy/b.md"]);
    assert_eq!(files.read("policy/b.md").unwrap(), Some(Content::Bytes(b"open".to_vec())));
    assert_eq!(files.read("large").unwrap(), Some(Content::TooLarge(300_000)));
    assert_eq!(files.read("policy/none").unwrap(), None);
}
