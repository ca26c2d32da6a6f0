use super::*;

#[test]
fn only_what_git_ignores_or_cannot_see() {
    let room = tempfile::TempDir::new().unwrap();
    let inside = room.path().join("register");
    let repository = Repository::init(&inside).unwrap();
    std::fs::write(inside.join(".gitignore"), "/prive/\n/ook/\n").unwrap();
    assert!(out_of_reach(&room.path().join("elders/diep")));
    assert!(out_of_reach(&inside.join("prive")));
    assert!(out_of_reach(&inside.join("prive/2026")));
    for dir in ["", "open", "cases/cmm", "prive/../open", "niet/../prive"] {
        assert!(!out_of_reach(&inside.join(dir)), "{dir}");
    }
    std::fs::create_dir(inside.join("ook")).unwrap();
    std::fs::write(inside.join("ook/a"), "x").unwrap();
    assert!(out_of_reach(&inside.join("ook")));
    let mut index = repository.index().unwrap();
    index.add_path(Path::new("ook/a")).unwrap();
    index.write().unwrap();
    assert!(!out_of_reach(&inside.join("ook")));
}

#[test]
fn one_file_may_be_ignored_by_its_own_name() {
    let room = tempfile::TempDir::new().unwrap();
    let repository = Repository::init(room.path()).unwrap();
    std::fs::write(room.path().join(".gitignore"), "*.eml\n").unwrap();
    let brief = room.path().join("brief.eml");
    assert!(file_out_of_reach(&brief) && !file_out_of_reach(&room.path().join("brief.txt")));
    std::fs::write(&brief, "x").unwrap();
    let mut index = repository.index().unwrap();
    index.add_path(Path::new("brief.eml")).unwrap();
    index.write().unwrap();
    assert!(!file_out_of_reach(&brief), "what is tracked goes along whatever is ignored");
}

#[cfg(unix)]
#[test]
fn a_link_is_judged_by_where_it_leads() {
    let room = tempfile::TempDir::new().unwrap();
    let inside = room.path().join("register");
    Repository::init(&inside).unwrap();
    std::os::unix::fs::symlink(&inside, room.path().join("elders")).unwrap();
    assert!(!out_of_reach(&room.path().join("elders/prive")));
}
