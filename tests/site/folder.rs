//! The folder of the site: which ones are refused, and that the old site stands until the new one does.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use klacht::publish::{Guarded, NotWritten, write};
use klacht::site::Site;
use tempfile::TempDir;

const MARK: &str = r#"{"schema": "klacht.build/1", "files": {"index.html": "", "oud.html": "", "a/b.html": ""}}"#;

fn site(text: &str) -> Site {
    let files = [("index.html", text), ("a/b.html", text), ("build.json", MARK)];
    let files: BTreeMap<String, Vec<u8>> = files.map(|(path, text)| (path.to_owned(), text.into())).into();
    Site { files, ..Site::default() }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn refused(target: &Path, guarded: &Guarded) -> bool {
    matches!(write(&site("x"), target, guarded), Err(NotWritten::Refused(..)))
}

/// What stands in a folder, by name.
fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_new_site_takes_the_place_of_the_old_one() {
    let dir = TempDir::new().unwrap();
    let target = dir.path().join("deep/public");
    write(&site("een"), &target, &Guarded::default()).unwrap();
    fs::write(target.join("oud.html"), "oud").unwrap();
    write(&site("twee"), &target, &Guarded::default()).unwrap();
    assert_eq!((read(&target.join("index.html")).as_str(), target.join("oud.html").exists()), ("twee", false));
    assert_eq!(names(&dir.path().join("deep")), ["public"], "no litter");
}

#[test]
fn an_empty_folder_may_be_filled() {
    let dir = TempDir::new().unwrap();
    let target = dir.path().join("public");
    fs::create_dir(&target).unwrap();
    write(&site("een"), &target, &Guarded::default()).unwrap();
    assert_eq!(read(&target.join("a/b.html")), "een");
}

#[test]
fn what_we_did_not_make_is_left_alone() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "x").unwrap();
    assert!(refused(&file, &Guarded::default()), "a file");
    let foreign = dir.path().join("foreign");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("letter.txt"), "x").unwrap();
    assert!(refused(&foreign, &Guarded::default()), "a folder with other things");
    fs::write(foreign.join("build.json"), r#"{"schema": "other/1", "files": {}}"#).unwrap();
    assert!(refused(&foreign, &Guarded::default()), "a build.json of another program");
    fs::write(foreign.join("build.json"), MARK).unwrap();
    assert!(refused(&foreign, &Guarded::default()), "our folder with a file that is not ours");
    assert_eq!(read(&foreign.join("letter.txt")), "x");
    assert_eq!(names(dir.path()), ["file", "foreign"], "no litter");
}

#[test]
fn guarded_folders_are_refused() {
    let dir = TempDir::new().unwrap();
    let (home, root) = (dir.path().join("home"), dir.path().join("home/work/register"));
    fs::create_dir_all(root.join(".git")).unwrap();
    fs::create_dir_all(root.join("cases")).unwrap();
    let guarded = Guarded { home: Some(home.clone()), root: Some(root.clone()), git: Some(root.join(".git")) };
    for target in
        ["", "work", "work/register", "work/register/.git/x", "work/register/cases/2026", "work/register/policy"]
    {
        assert!(refused(&home.join(target), &guarded), "{target}");
    }
    assert!(refused(Path::new("/"), &guarded), "the root of the disk");
    assert!(refused(dir.path(), &guarded), "what holds the home");
    assert!(!root.join("cases/2026").exists() && !root.join("policy").exists());
    write(&site("x"), &root.join("public"), &guarded).unwrap();
    assert!(refused(&root.join("public/../cases"), &guarded), "by a way around");
}

#[test]
fn a_build_that_was_broken_off_leaves_the_old_site() {
    let dir = TempDir::new().unwrap();
    let target = dir.path().join("public");
    write(&site("oud"), &target, &Guarded::default()).unwrap();
    // Broken off while writing: half a site beside the old one.
    fs::create_dir(dir.path().join(".public.klacht-new")).unwrap();
    fs::write(dir.path().join(".public.klacht-new/index.html"), "half").unwrap();
    assert_eq!(read(&target.join("index.html")), "oud");
    write(&site("nieuw"), &target, &Guarded::default()).unwrap();
    assert_eq!((read(&target.join("index.html")).as_str(), names(dir.path())), ("nieuw", vec!["public".to_owned()]));
    // Broken off between two names, where a system cannot exchange them: the old site waits beside.
    fs::rename(&target, dir.path().join(".public.klacht-old")).unwrap();
    let broken = Site { files: [("a".to_owned(), vec![]), ("a/b".to_owned(), vec![])].into(), ..Site::default() };
    assert!(matches!(write(&broken, &target, &Guarded::default()), Err(NotWritten::Failed(..))));
    assert_eq!((read(&target.join("index.html")).as_str(), names(dir.path())), ("nieuw", vec!["public".to_owned()]));
}

#[test]
fn a_disk_that_does_not_take_it_leaves_the_old_site() {
    let dir = TempDir::new().unwrap();
    let target = dir.path().join("public");
    write(&site("oud"), &target, &Guarded::default()).unwrap();
    // A file where a folder must come stands for any failure of the disk.
    let broken = Site { files: [("a".to_owned(), vec![]), ("a/b".to_owned(), vec![])].into(), ..Site::default() };
    assert!(matches!(write(&broken, &target, &Guarded::default()), Err(NotWritten::Failed(..))));
    assert_eq!((read(&target.join("index.html")).as_str(), names(dir.path())), ("oud", vec!["public".to_owned()]));
}
