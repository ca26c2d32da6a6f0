//! What is not here cannot be judged: never "no errors".

use crate::authority::office::{CASE, HANDLER, Office};

/// An office in which a log was forged on main.
fn forged() -> (Office, String) {
    let office = Office::new(true);
    let was = office.desk.head();
    office.edit(CASE, |text| text.replacen("on: 2026-05-22", "on: 2026-05-23", 1));
    office.by(HANDLER, "vervalst");
    (office, was)
}

/// The outcome of a check of a range: exit code and text.
fn range(office: &Office, at: &std::path::Path, range: &str) -> (Option<i32>, String) {
    office.run(at, &["check", "--range", range])
}

#[test]
fn a_clone_without_blobs_passes_nothing() {
    let (office, was) = forged();
    office.desk.git(&["config", "uploadpack.allowFilter", "true"]);
    office.desk.git(&["config", "uploadpack.allowAnySHA1InWant", "true"]);
    let (code, text) = range(&office, office.desk.path(), &format!("{was}..main"));
    assert_eq!(code, Some(1), "the control: {text}");
    for filter in ["--filter=blob:none", "--filter=blob:limit=10", "--filter=tree:0"] {
        let clone = office.world.clone_of(
            &office.desk,
            filter.trim_start_matches("--filter=").replace(':', "-").as_str(),
            &[filter, "--bare"],
        );
        let (code, text) = range(&office, clone.path(), &format!("{was}..main"));
        assert!(matches!(code, Some(1 | 3)), "{filter}: {code:?} {text}");
        assert!(!text.contains("no errors"), "{filter}: {text}");
    }
}

#[test]
fn a_lost_object_is_not_an_absent_file() {
    let (office, was) = forged();
    let blob = office.desk.id(&format!("{was}:{CASE}"));
    let file = office.desk.path().join(format!(".git/objects/{}/{}", &blob[..2], &blob[2..]));
    std::fs::remove_file(file).unwrap();
    let (code, text) = range(&office, office.desk.path(), &format!("{was}..main"));
    assert!(matches!(code, Some(1 | 3)), "{code:?} {text}");
    assert!(code == Some(3) || text.contains("error[G712]"), "{text}");
}

#[test]
fn beyond_the_cut_of_a_shallow_clone_nothing_is_judged() {
    let (office, _) = forged();
    let clone = office.world.clone_of(&office.desk, "shallow", &["--depth=1"]);
    for arguments in [vec!["check", "--history"], vec!["check", "--range", "HEAD^..HEAD"]] {
        let (code, text) = office.run(clone.path(), &arguments);
        assert!(matches!(code, Some(1..=3)), "{arguments:?}: {code:?} {text}");
    }
}

#[test]
fn a_range_that_says_nothing_is_wrong_usage() {
    let (office, was) = forged();
    let desk = office.desk.path();
    for asked in ["..HEAD", "..", &format!("main..{was}"), "main...HEAD", "HEAD", ""] {
        let (code, text) = range(&office, desk, asked);
        assert_eq!(code, Some(2), "{asked:?}: {text}");
    }
    // The branch is where it was: nothing is new, and that is no error.
    let (code, text) = range(&office, desk, "main..main");
    assert_eq!(code, Some(0), "{text}");
    let (code, text) = range(&office, desk, &format!("{was}.."));
    assert_eq!(code, Some(1), "{text}");
}
