use super::*;

fn drafts() -> Vec<Draft> {
    ["policy/a/people.yaml", "policy/a/2026-01-01/regulation.yaml"]
        .map(|path| Draft { path: path.to_owned(), text: path.to_owned() })
        .to_vec()
}

#[test]
fn a_regulation_comes_whole_or_not_at_all() {
    let dir = tempfile::tempdir().unwrap();
    assert!(begin_regulation(dir.path(), "a", &drafts()).unwrap());
    let policy = dir.path().join("policy");
    assert_eq!(fs::read_dir(&policy).unwrap().count(), 1, "nothing is left beside it");
    assert!(policy.join("a/2026-01-01/regulation.yaml").is_file());
    // What stands there stays.
    fs::write(policy.join("a/people.yaml"), "van mij").unwrap();
    assert!(!begin_regulation(dir.path(), "a", &drafts()).unwrap());
    assert_eq!(fs::read_to_string(policy.join("a/people.yaml")).unwrap(), "van mij");
    assert_eq!(fs::read_dir(&policy).unwrap().count(), 1);
    // A file that cannot be written leaves nothing.
    let mut twice = drafts();
    twice.extend(drafts());
    let other = tempfile::tempdir().unwrap();
    assert!(begin_regulation(other.path(), "a", &twice).is_err());
    assert_eq!(fs::read_dir(other.path().join("policy")).unwrap().count(), 0);
}

#[test]
fn a_name_that_cannot_be_is_told_with_a_way_out() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("policy/vol")).unwrap();
    for id in ["", "Hoofdletter", "met spatie", "../weg", "en", "vol"] {
        let wrong = free(dir.path(), id).unwrap_err();
        assert!(!wrong.message.nl.is_empty() && !wrong.remedy.en.is_empty(), "{id}");
    }
    assert_eq!(free(dir.path(), "leeg"), Ok(()));
}
