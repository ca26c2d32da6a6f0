//! Personal data taken out of a server's history: as the guide says it, refused where more would change, and gone for good.

use crate::common::{Repo, root, words};
use crate::gate::office::{CASE, Office, Story, codes};

const PAST: &str = "--receive-pack=git -c core.hooksPath=/dev/null receive-pack";
const LETTER: &str = "Brief aan Lindhout.docx";

/// A server on which a name stands in a message, a case and a document, and work on top of it; the commit before.
fn leaked() -> (Office, String) {
    let office = Office::new();
    office.grow(2);
    let before = office.desk.head();
    office.accepts(&["main"]);
    let noted = |text: String| format!("{text}Gebeld met mw. Lindhout.\n");
    office.desk.write(LETTER, "PK").write(CASE, noted(Story::plain().with(2)));
    office.desk.commit("Ontvangst bevestigd aan mw. Lindhout");
    office.on(&Story::plain().day(3)).desk.write(CASE, noted(Story::plain().with(3))).commit("Verder");
    assert!(office.push(&[PAST, "main"]).accepted);
    (office, before)
}

/// The commands of the guide, in the order in which it gives them.
fn commands() -> Vec<String> {
    let guide = std::fs::read_to_string(root().join("docs/guide-administrator.md")).unwrap();
    let section = guide.split("## A name is in git: what now").nth(1).unwrap().split("\n## ").next().unwrap();
    let blocks = section.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Follows the commands of the guide in one shell, as many as are wanted.
fn follow(office: &Office, before: &str, rules: &str, count: usize) -> (bool, String) {
    let server = office.server.path().to_str().unwrap();
    let home = office.world.path();
    std::fs::write(home.join("weg.sed"), rules).unwrap();
    let program = env!("CARGO_BIN_EXE_klacht");
    let script: String = commands()
        .into_iter()
        .take(count)
        .map(|line| line.replace("ADDRESS", server).replace("/srv/git/klachten.git", server).replace("BEFORE", before))
        .map(|line| line.replacen("klacht -C", &format!("'{program}' -C"), 1))
        .map(|line| line.replace("../schoon.bundle", home.join("schoon.bundle").to_str().unwrap()) + "\n")
        .collect();
    let mut shell = office.world.command("sh", home);
    let done = shell.args(["-e", "-c", &script]).env("KLACHT_TODAY", "2025-06-01").output().unwrap();
    (done.status.success(), words(&done))
}

fn holds(repo: &Repo, id: &str) -> bool {
    repo.try_git(&["cat-file", "-e", id]).status.success()
}

#[test]
fn the_guide_takes_a_name_out_and_it_does_not_come_back() {
    let (office, before) = leaked();
    let old = office.desk.head();
    let letter = office.desk.git(&["rev-parse", &format!("HEAD:{LETTER}")]);
    let (done, said) = follow(&office, &before, "s/mw\\. Lindhout/[naam]/g\n", usize::MAX);
    assert!(done, "{said}");
    assert!(!holds(&office.server, &old) && !holds(&office.server, &letter));
    let history = office.server.git(&["log", "-p", "--all", "--format=%an %ad %s"]);
    assert!(!history.contains("Lindhout") && history.contains("[naam]"), "{history}");
    assert_eq!(office.server.git(&["for-each-ref", "--format=%(refname)"]), "refs/heads/main");
    // The old clone brings nothing back: not as it is, not on top of the new history, not as a label or another branch.
    office.desk.git(&["remote", "add", "origin", office.server.path().to_str().unwrap()]);
    for target in ["main:refs/heads/main", "main:refs/heads/oud", "main:refs/tags/oud"] {
        let pushed = office.push(&["--force", target]);
        assert!(!pushed.accepted && codes(&pushed.text).contains(&"G751".to_owned()), "{target}: {}", pushed.text);
    }
    office.desk.git(&["fetch", "--quiet", "origin"]);
    let fresh = office.desk.git(&["rev-parse", "origin/main"]);
    office.desk.git(&["merge", "--quiet", "--strategy=ours", "--message", "Samen", &fresh]);
    let pushed = office.push(&["main"]);
    assert!(!pushed.accepted && codes(&pushed.text).contains(&"G751".to_owned()), "{}", pushed.text);
    office.desk.git(&["reset", "--quiet", "--hard", &fresh]);
    office.on("2025-06-01").by("m1").desk.write("LEES.md", "PK").commit("Zo");
    assert!(!office.push(&["main"]).accepted, "the text of the letter under another name");
    // What it printed is recorded, and told for ever.
    office.desk.git(&["reset", "--quiet", "--hard", &fresh]);
    let printed = said.lines().skip_while(|line| !line.starts_with("schema: klacht.exceptions/1"));
    let of_file = |line: &&str| ["schema:", "exceptions:", " "].iter().any(|begins| line.starts_with(begins));
    let lines: Vec<&str> = printed.take_while(of_file).collect();
    office.desk.write("exceptions.yaml", lines.join("\n") + "\n").commit("Uitzondering");
    office.accepts(&["main"]);
    let done = office.run(&office.server, &["check", "--history", "--format", "short"]);
    let told = words(&done);
    assert!(done.status.success() && told.contains("warning[G752]") || told.contains("waarschuwing[G752]"), "{told}");
}

#[test]
fn nothing_else_may_change_under_way() {
    // The day of a step, a key, a step that goes: none of it is a word.
    for rules in ["s/on: 2025-03-05/on: 2025-03-04/\n", "s/channel: e-mail/channel: brief/\n", "/reported_to/d\n"] {
        let (office, before) = leaked();
        let was = office.server.git(&["rev-parse", "main"]);
        let (done, said) = follow(&office, &before, rules, usize::MAX);
        assert!(!done, "{rules}: {said}");
        assert_eq!(office.server.git(&["rev-parse", "main"]), was);
    }
}

#[test]
fn a_stranger_a_missing_commit_and_another_branch_stop_it() {
    let (office, before) = leaked();
    let (done, said) = follow(&office, &before, "s/mw\\. Lindhout/[naam]/g\n", 6);
    assert!(done, "{said}");
    let except = |to: &str, by: &str| {
        let arguments = [
            "--today",
            "2025-06-01",
            "hook",
            "except",
            "--from",
            "main",
            "--to",
            to,
            "--by",
            by,
            "--reason",
            "een brief",
        ];
        words(&office.run(&office.server, &arguments))
    };
    let was = office.server.git(&["rev-parse", "main"]);
    assert!(except("refs/klacht/without", "cbmk/m99").contains("geen beheerder"));
    office.server.git(&["update-ref", "refs/klacht/short", "refs/klacht/without~"]);
    assert!(except("refs/klacht/short", "cbmk/m1").contains("er waren 2 commits en nu"));
    office.server.git(&["update-ref", "refs/heads/oud", "main"]);
    assert!(except("refs/klacht/without", "cbmk/m1").contains("refs/heads/oud"));
    assert_eq!(office.server.git(&["rev-parse", "main"]), was);
    // Whatever the reason is written with, the lines can be read again.
    office.server.git(&["update-ref", "-d", "refs/heads/oud"]);
    let reason = r#"een "brief" in C:\map: # 2"#;
    let typed = ["--today", "2025-06-01", "hook", "except", "--from", "main", "--to", "refs/klacht/without"];
    let done = office.run(&office.server, &[&typed[..], &["--by", "cbmk/m1", "--reason", reason]].concat());
    let lines = String::from_utf8(done.stdout).unwrap();
    let (tree, faults) = klacht::yaml::parse(&lines, 0);
    assert!(faults.is_empty(), "{lines}");
    let recorded = tree.unwrap();
    let recorded = recorded.get("exceptions").unwrap().items().first().unwrap();
    assert_eq!(recorded.get("reason").and_then(|node| node.text()), Some(reason), "{lines}");
}

#[test]
fn the_floor_is_that_of_the_register() {
    let settings =
        "schema: klacht.register/1\nprotected: [main]\nidentity: {strength: transport, variable: REMOTE_USER}\n";
    let office = Office::new();
    assert!(!office.server.try_git(&["config", "klacht.floor"]).status.success());
    office.desk.write("klacht.yaml", settings).commit("Strenger");
    assert!(office.push(&[PAST, "main"]).accepted);
    let done = office.run(&office.server, &["hook", "install", "--server"]);
    assert!(done.status.success(), "{}", words(&done));
    assert_eq!(office.server.git(&["config", "klacht.floor"]), "transport");
}
