//! What a server accepts and refuses of references: branches, tags, and what is neither.

use std::io::Write;

use crate::common::words;
use crate::gate::office::{CASE, Office, Story, codes};

fn grown() -> Office {
    let office = Office::new();
    office.grow(3);
    office.accepts(&["main"]);
    office
}

#[test]
fn history_is_not_rewritten() {
    let office = grown();
    office.desk.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
    office.grow(2);
    office.refuses(&["--force", "main"], &["G709"]);
}

#[test]
fn a_guarded_branch_is_not_deleted() {
    let office = grown();
    office.refuses(&[":main"], &["G710"]);
}

#[test]
fn an_unguarded_branch_may_go() {
    let office = grown();
    office.accepts(&["main:scratch"]);
    office.accepts(&["--force", "main~1:scratch"]);
    office.accepts(&[":scratch"]);
}

#[test]
fn what_is_neither_branch_nor_tag_is_refused() {
    let office = grown();
    let (head, old) = (office.desk.head(), office.desk.id("HEAD~1"));
    office.desk.git(&["notes", "add", "--message", "terzijde"]);
    for name in ["refs/notes/commits".to_owned(), format!("{head}:refs/weird/x"), format!("{old}:refs/replace/{head}")]
    {
        office.refuses(&[&name], &["G711"]);
    }
}

#[test]
fn a_replacement_hides_nothing() {
    // Set on the server itself, where no hook looks: history is judged as it is.
    let office = grown();
    office.desk.write(CASE, Story::plain().with(2)).commit("Weg");
    let bad = office.desk.head();
    let good = office.desk.id("HEAD~1");
    office.desk.git(&["push", "--quiet", office.server.path().to_str().unwrap(), "HEAD~1:refs/heads/other"]);
    office.server.git(&["fetch", "--quiet", office.desk.path().to_str().unwrap(), &bad]);
    office.server.git(&["replace", &bad, &good]);
    let report = office.run(&office.server, &["check", "--range", &format!("{good}..{bad}"), "--format", "short"]);
    assert!(String::from_utf8_lossy(&report.stdout).contains("G702"), "{}", words(&report));
    office.refuses(&["main"], &["G702"]);
}

#[test]
fn tags_name_commits_and_stay() {
    let office = grown();
    office.desk.git(&["tag", "--annotate", "--message", "Kwartaal", "q1"]);
    office.desk.git(&["tag", "--annotate", "--message", "Label van een label", "q1b", "q1"]);
    office.accepts(&["q1"]);
    office.accepts(&["q1b"]);
    office.refuses(&["--force", "HEAD~1:refs/tags/q1"], &["G711"]);
    let (blob, tree) = (office.desk.id("HEAD:klacht.yaml"), office.desk.id("HEAD^{tree}"));
    office.desk.git(&["tag", "file", &blob]);
    office.desk.git(&["tag", "--annotate", "--message", "map", "folder", &tree]);
    office.refuses(&["file"], &["G711"]);
    office.refuses(&["folder"], &["G711"]);
}

#[test]
fn a_tag_brings_in_nothing_unjudged() {
    let office = grown();
    office.desk.write(CASE, Story::plain().with(2)).commit("Weg");
    office.desk.git(&["tag", "smuggled"]);
    office.refuses(&["smuggled"], &["G702"]);
}

#[test]
fn what_came_in_unguarded_is_judged_when_the_guarded_branch_takes_it_up() {
    let office = grown();
    office.desk.write(CASE, Story::plain().with(2)).commit("Weg");
    office.desk.write(CASE, Story::plain().with(3)).commit("En terug");
    office.accepts(&["HEAD:scratch"]);
    office.refuses(&["main"], &["G702"]);
    office.refuses(&["HEAD:refs/tags/v1"], &["G702"]);
}

#[test]
fn a_push_cannot_lift_the_guard_from_itself() {
    let office = Office::with("schema: klacht.register/1\n");
    office.grow(3);
    office.accepts(&["main"]);
    // A new branch whose own settings say that only another is guarded.
    office.desk.branch("free").write("klacht.yaml", "schema: klacht.register/1\nprotected: [other]\n").commit("Vrij");
    office.desk.write(CASE, Story::plain().with(2)).commit("Weg");
    office.refuses(&["free"], &["G702", "G725"]);
}

#[test]
fn one_bad_reference_refuses_them_all() {
    let office = grown();
    office.desk.branch("good").write("README.md", "Het register\n").commit("Uitleg");
    office.desk.switch("main").write(CASE, Story::plain().with(2)).commit("Weg");
    let names: Vec<String> = (0..40).map(|n| format!("good:refs/heads/good-{n}")).collect();
    let mut all: Vec<&str> = names.iter().map(String::as_str).collect();
    all.push("main");
    office.refuses(&all, &["G702"]);
    all.pop();
    office.accepts(&all);
}

#[test]
fn a_push_without_a_listener_is_refused_all_the_same() {
    let office = grown();
    office.desk.write(CASE, Story::plain().with(2)).commit("Weg");
    let (old, new) = (office.server.id("main"), office.desk.head());
    office.server.git(&["fetch", "--quiet", office.desk.path().to_str().unwrap(), &new]);
    let script = format!(
        "exec 3>&1; (echo '{old} {new} refs/heads/main' | '{}' hook pre-receive; echo \"rc $?\" >&3) | true",
        env!("CARGO_BIN_EXE_klacht")
    );
    for _ in 0..5 {
        let done = office.world.command("sh", office.server.path()).args(["-c", &script]).output().unwrap();
        assert!(String::from_utf8_lossy(&done.stdout).contains("rc 1"), "{}", words(&done));
    }
}

#[test]
fn too_much_input_is_refused_and_not_cut_off() {
    let office = grown();
    let id = office.server.id("main");
    let mut line = format!("{id} {id} refs/heads/{}", "x".repeat(4000));
    let wide = 4096 - line.len() - 1;
    line.push_str(&"y".repeat(wide));
    line.push('\n');
    let input = line.repeat(16 * 1024 * 1024 / 4096 + 1);
    let mut command = office.program(office.server.path());
    let mut child = command
        .args(["hook", "pre-receive"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(2), "{}", words(&done));
}

#[test]
fn names_are_printed_without_what_a_terminal_obeys() {
    let office = grown();
    let blob = office.desk.blob("x");
    let name: &[u8] = b"a\x1b[31m\xe2\x80\xae.md";
    let leaf = office.desk.tree(&[("100644", name, &blob)]);
    let top = office.desk.tree(&[("40000", b"cases", &leaf)]);
    let commit = office.desk.commit_tree(&top, &["HEAD"]);
    let pushed = office.push(&[&format!("{commit}:refs/heads/main")]);
    assert!(!pushed.accepted && codes(&pushed.text).contains(&"G701".to_owned()), "{}", pushed.text);
    let ours: String = pushed.hook_lines().concat();
    assert!(!ours.contains('\u{1b}') && !ours.contains('\u{202e}'), "{ours:?}");
}
