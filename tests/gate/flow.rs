//! Work with git as it goes: messages judged where they are written, the way back as it is told, and only what has a place.

use crate::common::{Bundled, Pushed, words};
use crate::gate::office::{CASE, Office, Story, codes};

const NAMED: &str = "Ontvangst bevestigd aan mw. Lindhout";

/// A desk with hooks, its case up to an entry on the server.
fn guarded(entries: usize) -> Office {
    let office = Office::new();
    office.grow(entries);
    office.accepts(&["main"]);
    let url = office.server.path().to_str().unwrap().to_owned();
    office.desk.git(&["remote", "add", "origin", &url]);
    office.desk.git(&["fetch", "--quiet", "origin"]);
    office.guard_desk();
    let ignored = office.desk.path().join(".git/info/exclude");
    std::fs::write(ignored, ".gitattributes\n").unwrap();
    office
}

/// The commands of the remedy of the first error that a text tells.
fn told(text: &str) -> Vec<String> {
    let error = text.lines().skip_while(|line| !line.trim_start_matches("remote: ").starts_with("fout "));
    let line = error.skip(1).find_map(|line| line.split_once("doe dit: ")).expect("a remedy").1;
    line.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Follows a command as it was told; `editor` is what somebody does in the editor.
fn follow(office: &Office, command: &str, editor: &str) {
    let mut shell = office.world.command("sh", office.desk.path());
    shell.args(["-c", command]).env("GIT_EDITOR", editor).env("GIT_SEQUENCE_EDITOR", editor);
    let done = shell.output().unwrap();
    assert!(done.status.success(), "{command}: {}", words(&done));
}

const WRITES: &str = "sh -c 'echo Ontvangst bevestigd >\"$1\"' -";

#[test]
fn a_message_is_judged_where_it_is_written() {
    let office = guarded(2);
    office.desk.write("README.md", "Het register\n").git(&["add", "--all"]);
    let head = office.desk.head();
    let done = office.desk.try_git(&["commit", "--quiet", "--message", NAMED]);
    let said = words(&done);
    assert!(!done.status.success() && codes(&said) == ["D607"] && !said.contains("Lindhout"), "{said}");
    assert_eq!(office.desk.head(), head);
    follow(&office, &told(&said)[0], WRITES);
    assert_eq!(office.desk.git(&["log", "-1", "--format=%s"]), "Ontvangst bevestigd");
    office.accepts(&["main"]);
}

#[test]
fn what_git_itself_writes_in_a_message_is_none_of_it() {
    let office = guarded(2);
    office.desk.write("README.md", "Aan mw. Lindhout\n").git(&["add", "--all"]);
    let mut commit = office.desk.command(&["commit", "--quiet", "--verbose"]);
    commit.env("GIT_EDITOR", "sed -i '1s/^/Uitleg\\n# aan mw. Lindhout\\n/'");
    let done = commit.output().unwrap();
    assert!(done.status.success(), "{}", words(&done));
}

#[test]
fn a_message_in_the_midst_of_a_push_is_put_right_as_told() {
    let office = guarded(2);
    office.desk.write("README.md", "Het register\n").git(&["add", "--all"]);
    office.desk.git(&["commit", "--quiet", "--no-verify", "--message", NAMED]);
    let bad = office.desk.head()[..7].to_owned();
    office.grow(3);
    let said = office.refuses(&["main"], &["D607"]);
    assert!(said.contains(&format!("({bad})")) && !said.contains("Lindhout"), "{said}");
    let commands = told(&said);
    assert_eq!(commands[0], format!("git rebase -i {bad}^"));
    follow(&office, &commands[0], "sed -i 's/^pick/edit/;2,$s/^edit/pick/'");
    let amend = commands.iter().find(|command| command.starts_with("git commit")).unwrap();
    follow(&office, amend, WRITES);
    follow(&office, commands.iter().find(|command| command.ends_with("--continue")).unwrap(), "true");
    office.accepts(&["main"]);
}

#[test]
fn a_revert_or_a_pick_is_judged_on_the_desk() {
    let office = guarded(2);
    office.grow(3);
    let head = office.desk.head();
    let done = office.desk.try_git(&["revert", "--no-edit", "HEAD"]);
    let said = words(&done);
    assert!(!done.status.success() && codes(&said).contains(&"G702".to_owned()), "{said}");
    follow(&office, said.lines().find_map(|l| l.split_once("zet alles terug: ")).unwrap().1, "true");
    assert_eq!((office.desk.head(), office.desk.git(&["status", "--short"])), (head, String::new()));
    // What may be taken back is.
    office.desk.write("README.md", "Het register\n").commit("Uitleg");
    office.desk.git(&["revert", "--no-edit", "HEAD"]);
    office.accepts(&["main"]);
}

#[test]
fn a_removed_case_is_brought_back_as_told() {
    let office = guarded(3);
    let now = std::fs::read_to_string(office.desk.path().join(CASE)).unwrap();
    office.desk.git(&["rm", "--quiet", CASE]);
    let said = words(&office.desk.try_git(&["commit", "--quiet", "--message", "Weg"]));
    assert_eq!(codes(&said), ["G704"], "{said}");
    follow(&office, &told(&said)[0], "true");
    let back = || std::fs::read_to_string(office.desk.path().join(CASE)).unwrap();
    assert_eq!((back(), office.desk.git(&["status", "--short"])), (now.clone(), String::new()));
    office.desk.git(&["rm", "--quiet", CASE]);
    office.desk.git(&["commit", "--quiet", "--no-verify", "--message", "Weg"]);
    let said = office.refuses(&["main"], &["G704"]);
    office.desk.git(&["config", "core.hooksPath", "/dev/null"]);
    follow(&office, &told(&said)[0].replace("--no-edit", "--no-edit --allow-empty"), "true");
    assert_eq!(back(), now);
    office.accepts(&["main"]);
}

#[test]
fn a_conflict_is_no_removal() {
    let office = guarded(2);
    let text = Story::plain().with(2);
    office.desk.remove(".gitattributes");
    office.desk.branch("zij").write(CASE, format!("{text}Een.\n")).commit("Een");
    office.desk.switch("main").write(CASE, format!("{text}Twee.\n")).commit("Twee");
    assert!(!office.desk.try_git(&["merge", "--quiet", "zij"]).status.success());
    let said = words(&office.run(&office.desk, &["check", "--staged", "--format", "short"]));
    assert!(said.contains("[G701]") && !said.contains("[G704]"), "{said}");
}

fn refused(pushed: &Pushed, names: &[&str]) {
    assert!(!pushed.accepted && codes(&pushed.text) == ["G750"], "{}", pushed.text);
    assert!(!names.iter().any(|name| pushed.text.contains(name)), "{}", pushed.text);
}

#[test]
fn what_has_no_place_is_refused_with_the_place_where_it_belongs() {
    for (path, place) in [
        ("Brief aan Fatima Lindhout.docx", "verzegelde deel"),
        ("klachtdossiers/Lindhout/data.json", "verzegelde deel"),
        ("klachten/cbmk/2025/03/K25-0000A7.md", "cases/<regeling>/<jaar>/<maand>/"),
        ("regelingen/cbmk/people.yaml", "policy/<regeling>/"),
        ("policy/cbmk/Lindhout.csv", "verzegelde deel"),
        ("policy/cbmk/2022-01-01/Lindhout.pdf", "verzegelde deel"),
        ("site-templates/Lindhout.eml", "verzegelde deel"),
        (".github/Lindhout.xlsx", "verzegelde deel"),
        ("sjablonen/page.html", "site-templates/"),
        ("Lindhout.md", "geen plaats"),
    ] {
        let office = guarded(2);
        office.by("m2").desk.write(path, "x\n").git(&["add", "--all"]);
        let done = office.desk.try_git(&["commit", "--quiet", "--message", "Meer"]);
        let said = words(&done);
        assert!(!done.status.success() && said.contains(place) && !said.contains("Lindhout"), "{path}: {said}");
        let shown = office.world.command("sh", office.desk.path()).args(["-c", &told(&said)[0]]).output().unwrap();
        assert!(words(&shown).contains(path), "{path}: {}", words(&shown));
        let whole = || words(&office.run(&office.desk, &["check", "--format", "short"]));
        let refused_here = |said: &str| said.contains("error[G750]") && !said.contains(path);
        assert!(refused_here(&whole()), "{path}: {}", whole());
        office.desk.git(&["commit", "--quiet", "--no-verify", "--message", "Meer"]);
        assert!(whole().contains(&format!("{path}:1:1: warning[G750]")), "{path}: {}", whole());
        office.desk.git(&["branch", "--quiet", "--set-upstream-to", "origin/main"]);
        assert!(refused_here(&whole()), "{path}: {}", whole());
        refused(&office.push(&["main"]), &["Lindhout"]);
    }
}

#[test]
fn more_places_are_allowed_by_the_settings_that_stood_before() {
    let office = Office::new();
    office.by("m1").desk.write("docs/uitleg.md", "Uitleg\n").commit("Uitleg");
    refused(&office.push(&["main"]), &[]);
    office.desk.git(&["reset", "--quiet", "--hard", "HEAD~"]);
    let settings = "schema: klacht.register/1\nprotected: [main]\ntracked: [docs/, Makefile]\n";
    office.desk.write("klacht.yaml", settings).commit("Meer plaatsen");
    office.accepts(&["main"]);
    office.desk.write("docs/uitleg.md", "Uitleg\n").write("Makefile", "all:\n").commit("Uitleg");
    office.accepts(&["main"]);
    office.desk.write("docsen/uitleg.md", "Uitleg\n").commit("Uitleg");
    refused(&office.push(&["main"]), &[]);
}

#[test]
fn what_a_register_is_made_of_has_its_place() {
    let office = guarded(2);
    for path in [
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        ".mailmap",
        ".editorconfig",
        ".klacht-init.yaml",
        ".vscode/settings.json",
        ".github/workflows/klacht.yml",
        ".gitlab-ci.yml",
        ".ci/run",
        "policy/README.md",
        "site-templates/base.html",
        "policy/cbmk/2022-01-01/words.en.yaml",
    ] {
        office.by("m2").desk.write(path, "x: 1\n").git(&["add", "--all"]);
        let said = words(&office.run(&office.desk, &["check", "--staged", "--format", "short"]));
        assert!(!said.contains("G750"), "{path}: {said}");
    }
}

#[test]
fn a_stub_whose_layout_changes_is_not_destroyed_again() {
    let office = Bundled::with("academie", "2024");
    office.repo.write("klacht.yaml", "schema: klacht.register/1\n").commit("Het register");
    let stubs = office.repo.git(&["grep", "-l", "^destroyed:", "--", "cases"]);
    let stub = stubs.lines().next().expect("a destroyed case");
    let text = std::fs::read_to_string(office.path().join(stub)).unwrap();
    office.repo.write(stub, format!("{text}\n")).git(&["add", "--all"]);
    let (_, out, _) = office.run(&["check", "--staged", "--format", "short"]);
    assert!(!out.contains("G718"), "{out}");
}
