//! `klacht policy new`.

use std::fs;

use crate::common::{Terminal, World, outcome};
use crate::init::desk::{Desk, TEMPLATES, told};
use crate::owner::desk::{FIRST, bare, run};

#[test]
fn a_second_regulation_of_every_template_is_sound_and_the_first_stays_as_it_was() {
    let desk = Desk::begun("minimal", "");
    let before = desk.files();
    for (template, opening, steps) in TEMPLATES.iter().skip(1).take(1) {
        let (code, out, notes) =
            run(&desk, &["policy", "new", "tweede", "--template", template, "--valid-from", "2025-12-01", "--yes"]);
        assert_eq!(code, 0, "{notes}");
        assert!(notes.contains("+ policy/tweede/2025-12-01/regulation.yaml"), "{notes}");
        // What is printed as the next step can be run as it is printed.
        for line in out.lines().filter_map(|line| line.trim().strip_prefix("klacht ")) {
            let (code, _, notes) = run(&desk, &line.split(' ').collect::<Vec<_>>());
            assert_eq!(code, 0, "{line}: {notes}");
        }
        assert_eq!(desk.found("check --format short") + &desk.found("policy check --format short"), "");
        let repo = desk.repo();
        repo.git(&["add", "--all"]);
        repo.git(&["commit", "--quiet", "-m", "Tweede regeling"]);
        desk.walk(&format!("--regulation tweede {opening}"), steps);
    }
    let after = desk.files();
    assert!(before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)), "a file of the first was changed");
    let left = fs::read_dir(desk.root.join("policy")).unwrap().count();
    assert_eq!(left, 2, "nothing half-made is left");
}

#[test]
fn every_template_begins_a_first_regulation_in_a_register_that_has_none() {
    for (template, ..) in TEMPLATES {
        let world = World::new();
        let root = bare(&world);
        let program = |words: &str| {
            let mut command = world.klacht(&root);
            command.env("KLACHT_TODAY", "2026-01-05").args(words.split(' '));
            outcome(command.output().unwrap())
        };
        let (code, _, notes) = program(&format!("policy new eerste --template {template} --yes"));
        assert_eq!(code, 0, "{template}: {notes}");
        let (code, found, notes) = program("policy check --format short");
        assert_eq!((code, told(&found).as_str()), (0, ""), "{template}: {notes}");
        assert!(root.join("policy/eerste/people.yaml").is_file());
    }
}

#[test]
fn who_the_organisation_is_was_answered_before() {
    let desk =
        Desk::begun("minimal", "--organisation Zilverlinde --site https://zilver.example --handler bo@zilver.example");
    let words = ["policy", "new", "tweede", "--template", "coaching", "--yes"];
    assert_eq!(run(&desk, &words).0, 0);
    let text = desk.text("policy/tweede/2026-01-05/text.nl.md");
    assert!(text.contains("Zilverlinde") && text.contains("klachten@zilver.example"), "{text}");
    assert!(desk.text("policy/tweede/people.yaml").contains("bo@zilver.example"));
    // What is said now goes before what was said then.
    let words = ["policy", "new", "derde", "--template", "coaching", "--organisation", "Goudlinde", "--yes"];
    assert_eq!(run(&desk, &words).0, 0);
    assert!(desk.text("policy/derde/2026-01-05/text.nl.md").contains("Goudlinde"));
}

#[test]
fn what_cannot_be_is_told_with_a_way_out_and_writes_nothing() {
    let desk = Desk::begun("minimal", "");
    let before = desk.files();
    for (words, said, remedy) in [
        (&["new", FIRST, "--yes"][..], "al een regeling", "klacht policy new"),
        (&["new", "--yes"], "al een regeling", "klacht policy new"),
        (&["new", "Met Spatie", "--yes"], "kan geen regeling heten", "kleine letters"),
        (&["new", "../weg", "--yes"], "kan geen regeling heten", "kleine letters"),
        (&["new", "toegankelijkheid", "--yes"], "map van de site", "klachten-toegankelijkheid"),
        (&["new", "tweede", "--yes", "--valid-from", "2026-02-30"], "2026-02-30", "doe dit"),
        (&["new", "tweede", "--template", "zorg", "--yes"], "zorg", "coaching"),
        (&["new", "tweede"], "niemand om te vragen", "klacht policy new --template SECTOR --yes"),
    ] {
        let (code, out, notes) = run(&desk, &[&["policy"], words].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{words:?}: {notes}");
        assert!(notes.contains(said) && notes.contains(remedy), "{words:?}: {notes}");
    }
    let (code, out, _) = run(&desk, &["policy", "new", "tweede", "--template", "minimal", "--yes", "--dry-run"]);
    assert!(code == 0 && out.contains("policy/tweede/2026-01-05/text.nl.md\n"), "{out}");
    assert!(before == desk.files(), "something was written");
}

#[test]
fn a_folder_that_is_no_register_gets_none() {
    let world = World::new();
    let done =
        world.klacht(world.path()).args(["policy", "new", "x", "--template", "minimal", "--yes"]).output().unwrap();
    let (code, _, notes) = outcome(done);
    assert!(code == 2 && notes.contains("klacht init"), "{notes}");
    assert!(!world.path().join("policy").exists());
}

#[test]
fn on_a_terminal_only_what_is_not_known_yet_is_asked() {
    let desk = Desk::begun("minimal", "");
    let like = desk.program_in(&desk.root);
    let Some(shown) = Terminal::open(desk.world.path().join("tmux"), like) else { return };
    shown.run_program("policy new");
    shown.sees("Vraag 2 van 5");
    shown.keys(&["Enter"]);
    shown.sees("Vraag 3 van 5");
    shown.keys(&["Enter"]);
    shown.sees("ontvangst bevestigen binnen");
    shown.line("3 werkdagen");
    shown.sees("uitkomst melden binnen");
    shown.keys(&["Enter"]);
    shown.sees("te verlengen met hoogstens");
    shown.keys(&["Enter"]);
    shown.sees("Vraag 5 van 5");
    shown.keys(&["Enter"]);
    shown.sees("adres van haar site");
    shown.keys(&["Enter"]);
    shown.sees("bindt haar uitspraak u");
    shown.keys(&["Enter"]);
    shown.sees("naam van de map van de regeling");
    // The name that is proposed is taken here.
    shown.keys(&["C-u"]);
    shown.line(FIRST);
    shown.sees("kies een andere naam");
    shown.keys(&["C-u"]);
    shown.line("tweede");
    shown.sees("klaar-0");
    assert!(desk.text("policy/tweede/2026-01-05/text.nl.md").contains("binnen 3 werkdagen"));
}

#[test]
fn a_second_regulation_has_an_issue_form_of_its_own() {
    let desk = Desk::begun("minimal", "--forge forgejo");
    let first = desk.text(".forgejo/ISSUE_TEMPLATE/klacht.yml");
    let words = ["policy", "new", "tweede", "--template", "coaching", "--yes"];
    let path = ".forgejo/ISSUE_TEMPLATE/klacht-tweede.yml";
    let (_, listed, _) = run(&desk, &[&words[..], &["--dry-run"]].concat());
    assert!(listed.contains(path) && !desk.root.join(path).exists(), "{listed}");
    let (code, out, notes) = run(&desk, &words);
    assert_eq!(code, 0, "{notes}");
    assert!(out.contains(&format!("add policy/tweede {path}")) && notes.contains(&format!("+ {path}")), "{out}{notes}");
    let form = desk.text(path);
    for own in ["name: \"Klacht – tweede\"", "[\"tweede\"]", "Coachee", "\"Coach\""] {
        assert!(form.contains(own), "{own}: {form}");
    }
    assert_eq!(desk.text(".forgejo/ISSUE_TEMPLATE/klacht.yml"), first);
    // Where there is no form of the first, there is none of the second.
    let bare = Desk::begun("minimal", "--forge none");
    let (_, out, _) = run(&bare, &words);
    assert!(out.contains("add policy/tweede\n"), "{out}");
}
