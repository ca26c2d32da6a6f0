//! The command.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::common::{copy, outcome, root};

/// A plain folder with one regulation and one of its cases.
fn register() -> (TempDir, String) {
    let room = TempDir::new().unwrap();
    copy(&root().join("policy/interactie"), &room.path().join("policy/interactie"));
    let case = root().join("tests/requirements/base/interactie/extension.md");
    let text = fs::read_to_string(case).unwrap();
    let read = klacht::case::read(&text).0.unwrap();
    let (id, day) = (read.id.to_string(), read.received.unwrap());
    let folder = room.path().join(format!("cases/interactie/{}", day.format("%Y/%m")));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(format!("{id}.md")), text).unwrap();
    (room, id)
}

fn run(room: &TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_klacht"))
        .current_dir(room.path())
        .env_clear()
        .env("KLACHT_TODAY", "2026-11-20")
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn without_a_kind_it_tells_the_kinds() {
    let (room, id) = register();
    let (code, out, _) = outcome(run(&room, &["letter", &id]));
    assert_eq!(code, 0);
    assert!(out.contains("uitkomst") && out.contains("sluiting") && !out.contains("tussenbericht"), "{out}");
}

#[test]
fn a_letter_that_cannot_be_yet_says_what_to_do_first() {
    let (room, id) = register();
    let (code, out, err) = outcome(run(&room, &["brief", &id, "tussenbericht"]));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("al afgesloten"), "{err}");
    let (code, _, err) = outcome(run(&room, &["letter", &id, "uitkomts"]));
    assert_eq!(code, 2);
    assert!(err.contains("uitkomst"), "{err}");
}

#[test]
fn a_draft_is_the_same_each_time_and_to_nobody() {
    let (room, id) = register();
    let arguments = ["letter", &id, "outcome", "--format", "eml"];
    let (first, second) = (run(&room, &arguments), run(&room, &arguments));
    assert_eq!(first.stdout, second.stdout);
    let text = String::from_utf8(first.stdout.clone()).unwrap();
    let headers = text.split("\r\n\r\n").next().unwrap();
    for line in ["X-Unsent: 1", "Date: Fri, 20 Nov 2026 12:00:00 +0000"] {
        assert!(headers.lines().any(|l| l == line), "{headers}");
    }
    assert!(headers.lines().any(|l| l.trim_end() == "To:"), "{headers}");
    let message = mail_parser::MessageParser::default().parse(&first.stdout).unwrap();
    assert_eq!(message.subject(), Some(format!("Bericht over zaak {id}").as_str()));
    let plain = String::from_utf8(run(&room, &["letter", &id, "outcome"]).stdout).unwrap();
    assert_eq!(message.body_text(0).unwrap().replace("\r\n", "\n").trim_end(), plain.trim_end());
}

#[test]
fn a_file_is_not_overwritten_unasked() {
    let (room, id) = register();
    let outside = TempDir::new().unwrap();
    let file: PathBuf = outside.path().join("brief.txt");
    let write = |more: &[&str]| {
        let arguments = [&["letter", &id, "closing", "--output", file.to_str().unwrap()], more].concat();
        outcome(run(&room, &arguments)).0
    };
    assert_eq!(write(&[]), 0);
    let letter = fs::read_to_string(&file).unwrap();
    assert!(letter.contains(&id));
    fs::write(&file, "van mij").unwrap();
    assert_eq!((write(&[]), fs::read_to_string(&file).unwrap().as_str()), (2, "van mij"));
    assert_eq!((write(&["--force"]), fs::read_to_string(&file).unwrap()), (0, letter));
}

/// The place that a refusal names for the letter.
fn advised(err: &str) -> String {
    let at = err.split("--output ").nth(1).unwrap_or_else(|| panic!("{err}"));
    at.split([';', '\n']).next().unwrap().trim().to_owned()
}

#[test]
fn a_letter_in_reach_of_git_is_refused_and_the_place_that_is_advised_works() {
    let (room, id) = register();
    let write = |place: &str, format: &str| {
        outcome(run(&room, &["letter", &id, "closing", "--format", format, "--output", place]))
    };
    // No repository yet: nothing is ignored, so only outside is safe.
    let (code, _, err) = write("brief.txt", "text");
    assert_eq!(code, 2, "{err}");
    assert!(advised(&err).starts_with(".."), "{err}");
    git2::Repository::init(room.path()).unwrap();
    for (place, format) in [("brief.txt", "text"), ("brief.eml", "eml"), ("cases/brief.txt", "text")] {
        let (code, _, err) = write(place, format);
        assert_eq!(code, 2, "{err}");
        assert!(err.contains("/vertrouwelijk/` in .gitignore"), "{err}");
        assert!(!room.path().join(place).exists());
    }
    fs::write(room.path().join(".gitignore"), "/vertrouwelijk/\n").unwrap();
    let (_, _, err) = write("brief.txt", "text");
    let place = advised(&err);
    assert_eq!(place, format!("vertrouwelijk/{id}/brief.txt"));
    let (code, _, err) = write(&place, "text");
    assert_eq!(code, 0, "{err}");
    assert!(fs::read_to_string(room.path().join(place)).unwrap().contains(&id));
}

#[test]
fn a_letter_is_dated_by_the_day_on_which_the_register_stands_still() {
    let (room, id) = register();
    fs::write(room.path().join("klacht.yaml"), "schema: klacht.register/1\nstands_on: 2026-11-18\n").unwrap();
    let written = |today: Option<&str>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_klacht"));
        command.current_dir(room.path()).env_clear().args(["letter", &id, "closing", "--format", "eml"]);
        today.map(|day| command.args(["--today", day]));
        outcome(command.output().unwrap()).1
    };
    assert!(written(None).contains("Wed, 18 Nov 2026"), "{}", written(None));
    assert!(written(Some("2026-11-19")).contains("Thu, 19 Nov 2026"));
}

#[test]
fn a_wrong_template_is_told_with_its_place_and_the_names_there_are() {
    let (room, id) = register();
    let folder = room.path().join("site-templates/letters");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("closing.nl.txt"), "Beste,\n\nOp {{ gesloten }} is het klaar.\n").unwrap();
    let (code, out, err) = outcome(run(&room, &["letter", &id, "closing"]));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("site-templates/letters/closing.nl.txt:3:7: "), "{err}");
    assert!(err.contains("closed, complaint, decision"), "{err}");
    fs::write(folder.join("closing.nl.txt"), "Klaar op {{ closed.on }}. {% include \"letters/eigen.txt\" %}\n")
        .unwrap();
    fs::write(folder.join("eigen.txt"), "Groet <van> {{ organisation.name }}").unwrap();
    let (code, out, err) = outcome(run(&room, &["letter", &id, "closing"]));
    assert_eq!(code, 0, "{err}");
    assert!(out.ends_with("Groet <van> Vlonderpad Trainingen\n"), "{out}");
}
