//! The program as a program: exit codes, streams, flags and variables.

use std::process::Stdio;

use crate::common::{Repo, words};
use crate::gate::input::Folder;
use crate::gate::office::{CASE, Office, Story};

fn with_case(text: &str) -> Folder {
    let folder = Folder::new();
    folder.write(CASE, text);
    folder
}

/// A case with one warning or hint at most, and one with errors.
fn bad() -> String {
    Story::plain().with(3).replace("step: toegewezen", "step: toegewzen")
}

#[test]
fn exit_codes_are_as_promised() {
    let good = with_case(&Story::plain().with(Story::plain().len()));
    let (code, out, notes) = good.run(&["check"]);
    assert!(code == 0 && !out.contains("fout["), "{out}{notes}");
    assert!(notes.contains("1 klacht gecontroleerd, geen fouten"), "{notes}");
    assert_eq!(good.run(&["-q", "check"]), (0, out, String::new()));
    let bad = with_case(&bad());
    assert_eq!(bad.run(&["check"]).0, 1);
    assert_eq!(bad.run(&["check", "--exit-zero"]).0, 0);
    assert_eq!(bad.run(&["check", "--fail-on", "never"]).0, 0);
    assert_eq!(bad.run(&["check", "--staged"]).0, 3);
    assert_eq!(bad.run(&["-C", "nowhere", "check"]).0, 2);
    assert_eq!(bad.run(&["check", "--today", "2025-02-30"]).0, 2);
    assert_eq!(bad.run(&[]).0, 2);
    assert_eq!(bad.run(&["--help"]).0, 0);
}

/// A pipeline that was started in the wrong folder must not be content.
#[test]
fn a_folder_that_is_no_register_is_wrong_usage_and_an_empty_register_is_not() {
    let office = Office::new();
    let other = office.world.repo("other");
    other.write("README.md", "x").commit("Iets anders");
    for words_of in [
        vec!["check"],
        vec!["-q", "check"],
        vec!["check", "--history"],
        vec!["check", "--staged"],
        vec!["check", "--format", "github"],
        vec!["check", "--exit-zero"],
        vec!["policy", "check"],
        vec!["policy", "coverage"],
    ] {
        let done = office.run(&other, &words_of);
        let told = words(&done);
        assert_eq!(done.status.code(), Some(2), "{words_of:?}: {told}");
        assert!(told.contains("hier is geen register") && told.contains("`klacht init`"), "{words_of:?}: {told}");
        for at in [&office.desk, &office.server] {
            let code = office.run(at, &words_of).status.code();
            assert!(code == Some(0) || words_of.contains(&"--staged"), "{words_of:?}: {code:?}");
        }
    }
    let clone = office.world.clone_of(&other, "other.git", &["--bare"]);
    assert_eq!(office.run(&clone, &["check"]).status.code(), Some(2));
    let empty = office.world.bare("empty.git");
    assert_eq!(office.run(&empty, &["check"]).status.code(), Some(0), "nothing was pushed yet");
}

#[test]
fn help_is_also_asked_for_as_a_verb() {
    let folder = with_case(&bad());
    for (asked, same) in [
        (vec!["help"], vec!["--help"]),
        (vec!["--lang", "en", "help", "step"], vec!["--lang", "en", "step", "--help"]),
        (vec!["help", "policy", "check"], vec!["policy", "check", "--help"]),
        (vec!["regeling", "help"], vec!["regeling", "--help"]),
    ] {
        let (code, out, notes) = folder.run(&asked);
        assert!(code == 0 && notes.is_empty() && !out.is_empty(), "{asked:?}: {notes}");
        assert_eq!(out, folder.run(&same).1, "{asked:?}");
    }
    let (code, _, notes) = folder.run(&["help", "chekc"]);
    assert!(code == 2 && notes.contains("klacht check"), "{notes}");
}

#[test]
fn a_typing_error_gets_a_suggestion() {
    let folder = with_case(&bad());
    for (arguments, suggestion) in [
        (vec!["chekc"], "check"),
        (vec!["check", "--stagd"], "--staged"),
        (vec!["check", "--format", "sarfi"], "sarif"),
        (vec!["check", "--fail-on", "warnin"], "warning"),
        (vec!["explain", "T3011"], "T301"),
        (vec!["policy", "check", "cbkm"], "cbmk"),
        (vec!["--lang", "fr", "check"], "nl"),
    ] {
        let (code, out, notes) = folder.run(&arguments);
        assert_eq!(code, 2, "{arguments:?}: {out}{notes}");
        assert!(out.is_empty() && notes.contains(suggestion), "{arguments:?}: {out}{notes}");
    }
}

#[test]
fn every_format_says_the_same_and_ends_with_the_same_code() {
    let folder = with_case(&bad());
    for format in ["human", "short", "json", "sarif", "github", "gitlab", "junit"] {
        let (code, out, notes) = folder.run(&["check", "--format", format]);
        assert_eq!(code, 1, "{format}: {notes}");
        assert!(out.contains("W2") && out.contains(CASE), "{format}: {out}");
        assert!(!out.contains('\u{1b}'), "{format} has no colour in a pipe");
        if ["json", "sarif", "gitlab"].contains(&format) {
            serde_json::from_str::<serde_json::Value>(&out).unwrap();
        }
    }
    let json: serde_json::Value = serde_json::from_str(&folder.run(&["check", "--format", "json"]).1).unwrap();
    assert_eq!(json["schema"], "klacht.check/1");
}

#[test]
fn variables_stand_for_flags_and_no_color_wins() {
    let folder = with_case(&bad());
    let run = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = folder.world.klacht(&folder.dir());
        command.args(arguments).envs(variables.iter().copied()).output().unwrap()
    };
    let out = |variables: &[(&str, &str)], arguments: &[&str]| words(&run(variables, arguments));
    assert!(out(&[("KLACHT_FORMAT", "short")], &["check"]).contains(&format!("{CASE}:")));
    assert!(out(&[("KLACHT_LANG", "en")], &["check"]).contains("checked"));
    assert!(out(&[("LC_ALL", "en_GB.UTF-8")], &["check"]).contains("checked"));
    assert!(out(&[("KLACHT_LANG", "nl"), ("LC_ALL", "en_GB.UTF-8")], &["check"]).contains("gecontroleerd"));
    assert_eq!(run(&[("KLACHT_FAIL_ON", "never")], &["check"]).status.code(), Some(0));
    assert!(!out(&[("KLACHT_QUIET", "true")], &["check"]).contains("gecontroleerd"));
    let dir = folder.dir();
    assert!(out(&[("KLACHT_DIR", dir.to_str().unwrap())], &["-C", "/", "check"]).contains("geen register"));
    assert!(out(&[("KLACHT_COLOR", "always")], &["check"]).contains('\u{1b}'));
    assert!(!out(&[("KLACHT_COLOR", "always"), ("NO_COLOR", "1")], &["check"]).contains('\u{1b}'));
    assert!(!out(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &["check"]).contains('\u{1b}'));
    assert!(out(&[("CLICOLOR_FORCE", "1")], &["check"]).contains('\u{1b}'));
}

#[test]
fn the_day_is_an_argument() {
    let folder = with_case(&Story::plain().with(3));
    let at = |day: &str| folder.run(&["check", "--format", "short", "--today", day]).1;
    assert!(!at("2025-03-06").contains("T310") && at("2025-06-06").contains("T310"));
    assert_eq!(at("2025-06-06"), at("2025-06-06"));
    assert!(!folder.run(&["check", "--format", "short"]).1.contains("T310"), "without a day nothing is late by now");
}

#[test]
fn a_reader_who_leaves_is_no_crash() {
    let folder = Folder::new();
    for number in 0..3000 {
        folder.write(&format!("cases/cbmk/2025/03/brief-{number}.md"), "geen klacht\n");
    }
    let script = format!(
        "exec 3>&1; ('{}' check --format short; echo \"rc $?\" >&3) 2>&3 | head -1",
        env!("CARGO_BIN_EXE_klacht")
    );
    let done = folder.world.command("sh", &folder.dir()).args(["-c", &script]).output().unwrap();
    let text = words(&done);
    assert!(text.contains("rc 1") && !text.contains("panicked"), "{text}");
}

#[test]
fn the_work_tree_is_checked_without_git() {
    let office = Office::new();
    office.grow(3);
    let mut command = office.program(office.desk.path());
    let done = command.env("PATH", "/nowhere").args(["check"]).output().unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", words(&done));
    assert!(words(&done).contains("1 klacht gecontroleerd"), "{}", words(&done));
    let done = office.run(&office.server, &["check"]);
    assert_eq!(done.status.code(), Some(0), "a bare repository is read at its head: {}", words(&done));
}

#[test]
fn a_range_tells_how_many_commits_it_judged_and_by_which_version() {
    let office = Office::new();
    office.grow(2);
    office.grow(3);
    let done = office.run(&office.desk, &["-v", "check", "--history"]);
    assert!(words(&done).contains("3 commits, 1 klacht gecontroleerd"), "{}", words(&done));
    assert!(words(&done).contains("policy/cbmk/2022-01-01/regulation.yaml: 1 klacht\n"), "{}", words(&done));
    let done = office.run(&office.desk, &["check", "--range", "HEAD~1..HEAD", "--lang", "en"]);
    assert!(words(&done).contains("1 commit, 1 complaint checked"), "{}", words(&done));
    for range in ["HEAD", "HEAD...main", "nowhere..HEAD"] {
        let done = office.run(&office.desk, &["check", "--range", range]);
        assert_eq!(done.status.code(), Some(2), "{range}: {}", words(&done));
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let office = Office::new();
    let hooks = office.desk.path().join(".git/hooks");
    std::fs::remove_dir_all(&hooks).unwrap();
    std::fs::write(&hooks, "no folder").unwrap();
    let done = office.run(&office.desk, &["hook", "install", "--lang", "en"]);
    assert_eq!(done.status.code(), Some(3), "{}", words(&done));
    assert!(words(&done).contains("fix:"), "{}", words(&done));
}

/// Stopped halfway it ends without success and leaves nothing behind.
#[test]
fn an_interrupt_leaves_nothing() {
    let office = Office::new();
    let mut child = office
        .program(office.server.path())
        .args(["hook", "pre-receive"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let id = child.id().to_string();
    // It waits for its input, so it is certainly still running. Not `-INT`: a shell that runs these tests behind itself has
    // that one ignored by all that it starts.
    let done = office.world.command("kill", office.server.path()).args(["-TERM", &id]).status().unwrap();
    assert!(done.success());
    assert!(!child.wait().unwrap().success());
    let before = listed(&office.server);
    let done = office.run(&office.server, &["check", "--history"]);
    assert!(done.status.success());
    assert_eq!(listed(&office.server), before, "a check writes nothing");
}

fn listed(repo: &Repo) -> Vec<String> {
    let files = walkdir::WalkDir::new(repo.path()).sort_by_file_name();
    files.into_iter().map(|entry| entry.unwrap().path().display().to_string()).collect()
}
