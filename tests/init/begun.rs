//! A fresh register is sound, guarded, and ready for a case.

use std::fs;

use crate::common::{draws, words};
use crate::init::desk::{Desk, FORGES, TEMPLATES};

const ODD: &str = "O'Brien & Zn. B.V.";

fn sound(desk: &Desk) {
    for verb in ["check", "policy check"] {
        assert_eq!(desk.found(&format!("{verb} --format short")), "", "{verb}");
    }
}

#[test]
fn every_template_on_every_forge_is_sound_and_takes_a_case() {
    for (at, (template, opening, steps)) in TEMPLATES.iter().enumerate() {
        // Each template and each forge, and both kinds of ruling for each template.
        let some = |forge_at: usize| draws(forge_at == at || forge_at == at + 1, true);
        for (forge_at, forge) in FORGES.iter().enumerate().filter(|(forge_at, _)| some(*forge_at)) {
            let binding = if (at + forge_at) % 2 == 0 { "yes" } else { "no" };
            let desk = Desk::begun(template, &format!("--forge {forge} --binding {binding}"));
            sound(&desk);
            let repo = desk.repo();
            repo.git(&["add", "--all"]);
            repo.git(&["commit", "--quiet", "-m", "Register begonnen"]);
            assert_eq!(repo.git(&["status", "--porcelain"]), "", "{template} {forge}");
            desk.walk(opening, if forge_at == at { steps } else { &[] });
            assert_eq!(desk.found("check --history --format short"), "", "{template} {forge}");
        }
    }
}

#[test]
fn a_site_can_be_built_of_a_register_without_cases() {
    for (template, ..) in TEMPLATES {
        let desk = Desk::begun(template, "");
        assert_eq!(desk.inside("build --format short"), "", "{template}");
        let page = std::fs::read_to_string(desk.root.join("public/voorbeeldorganisatie/index.html")).unwrap();
        assert!(page.contains("klachten@voorbeeldorganisatie.example"), "{template}");
        assert!(desk.root.join("public/en/voorbeeldorganisatie/index.html").is_file(), "{template}");
        assert_eq!(desk.repo().git(&["status", "--porcelain", "--", "public"]), "", "the site is not for git");
    }
}

/// What nobody did bears no day: the facts about others were not looked up, and the templates were tested when they were.
#[test]
fn no_day_of_checking_is_made_up() {
    let tested = |text: &str| text.lines().skip_while(|line| line.trim() != "tested:").nth(1).map(str::to_owned);
    let own = fs::read_to_string(crate::common::root().join("klacht.yaml")).unwrap();
    for (template, ..) in TEMPLATES {
        let desk = Desk::begun(template, "");
        let regulation = desk.repo().git(&["ls-files", "--others", "--cached", "policy/*/*/regulation.yaml"]);
        assert!(!desk.text(&regulation).contains("verified_on"), "{template}");
        assert_eq!(tested(&desk.text("klacht.yaml")), tested(&own), "{template}");
    }
}

#[test]
fn every_sentence_of_every_template_is_held_by_a_rule_or_there_for_the_reader() {
    for (template, ..) in TEMPLATES {
        for binding in ["yes", "no"] {
            let covered = Desk::begun(template, &format!("--binding {binding}")).inside("policy coverage");
            assert!(covered.contains(", 0 door niets"), "{template}: {covered}");
        }
    }
}

#[test]
fn every_answer_by_a_flag_finds_its_place() {
    let desk = Desk::new();
    let done = desk
        .program_in(desk.world.path())
        .args(["init", "register", "--organisation", ODD, "--site", "https://kantoor.example/", "--email"])
        .args(["help@kantoor.example", "--template", "coaching", "--days", "calendar", "--confirm", "3 kalenderdagen"])
        .args(["--decide", "2 maanden", "--extend", "1 month", "--handler", "bo@kantoor.example", "--substitute"])
        .args(["cy@kantoor.example", "--body", "Raad (R.v.B.) Oost", "--body-site", "https://raad.example"])
        .args(["--binding", "yes"])
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", words(&done));
    sound(&desk);
    let policy = "policy/o-brien-zn-b-v";
    let text = desk.text(&format!("{policy}/2026-01-05/text.nl.md"));
    for words in
        [ODD, "binnen 3 kalenderdagen", "binnen 2 maanden", "hoogstens 1 maand", "Raad (R.v.B.) Oost", "bindend"]
    {
        assert!(text.contains(words), "{words}");
    }
    let people = desk.text(&format!("{policy}/people.yaml"));
    assert!(people.contains("bo@kantoor.example") && people.contains("cy@kantoor.example"), "{people}");
    assert!(desk.text("klacht.yaml").contains("https://kantoor.example/klachten/"));
    assert_eq!(desk.inside("build --format short"), "");
}

#[test]
fn whoever_runs_it_becomes_the_handler_and_may_commit() {
    let desk = Desk::begun("minimal", "");
    assert!(desk.text("policy/voorbeeldorganisatie/people.yaml").contains("ada@register.example"));
    let doctor = desk.inside("doctor");
    for sign in ["de hook pre-commit staat er", "per stap samengevoegd", "u staat in people.yaml"] {
        assert!(doctor.contains(sign), "{doctor}");
    }
    let repo = desk.repo();
    repo.git(&["add", "--all"]);
    repo.git(&["commit", "--quiet", "-m", "Register begonnen"]);
    let broken = desk.text("klacht.yaml").replace("schema:", "schemer:");
    repo.write("klacht.yaml", broken).git(&["add", "--all"]);
    assert!(!repo.try_git(&["commit", "-m", "stuk"]).status.success(), "the hook lets a broken file pass");
}

#[test]
fn english_staff_get_english_files() {
    let desk = Desk::begun("minimal", "--lang en");
    sound(&desk);
    assert!(desk.text("README.md").starts_with("<!-- made by klacht init; you may change this -->"));
    assert!(desk.text(".gitignore").starts_with("# made by klacht init; you may change this\n"));
    assert!(desk.text("policy/voorbeeldorganisatie/2026-01-05/text.nl.md").contains("klachtbehandelaar"));
}

#[test]
fn a_repository_that_is_there_is_used_with_its_remote() {
    let desk = Desk::new();
    let repo = desk.world.repo("register");
    repo.write("README.md", "eigen\n").commit("eerst");
    repo.git(&["remote", "add", "origin", "git@github.com:kantoor/klachten.git"]);
    let said = desk.done("-C register init --template minimal --yes");
    assert!(said.contains("README.md blijft zoals het is") && said.contains("  klacht -C register new\n"), "{said}");
    assert_eq!(desk.text("README.md"), "eigen\n");
    assert!(desk.root.join(".github/workflows/klacht.yml").is_file());
    assert_eq!(repo.git(&["rev-list", "--count", "HEAD"]).trim(), "1");
    std::fs::remove_file(desk.root.join(".editorconfig")).unwrap();
    assert!(desk.inside("init").contains("  klacht new\n"), "where it was run, no folder is named");
}

/// Git takes no commit of somebody whom it does not know.
#[test]
fn whoever_git_does_not_know_is_told_to_begin_as_the_handler() {
    let desk = Desk::new();
    let line = "init register --template minimal --yes";
    let mut program = desk.program_in(desk.world.path());
    program.args(line.split(' ')).env_remove("GIT_AUTHOR_EMAIL");
    let said = words(&program.output().unwrap());
    let told =
        "  git -C register config user.email 'klachtbehandelaar@voorbeeldorganisatie.example'\n  git -C register add";
    assert!(said.contains("  git -C register config user.name \"Uw naam\"\n") && said.contains(told), "{said}");
    assert!(!Desk::new().done(line).contains("config user"), "git knows this one");
}

/// An editor knows the files by schemas that these very files follow.
#[test]
fn the_files_for_the_editor_can_be_read() {
    let desk = Desk::begun("training", "");
    for name in ["settings", "tasks", "extensions"] {
        let text = desk.text(&format!(".vscode/{name}.json"));
        let (mark, json) = text.split_once('\n').unwrap();
        assert_eq!(mark, "// gemaakt door klacht init; u mag dit wijzigen");
        let read: serde_json::Value = serde_json::from_str(json).unwrap();
        let schemas = read["yaml.schemas"].as_object().into_iter().flatten();
        schemas.for_each(|(path, _)| assert!(desk.root.join(path).is_file(), "{path}"));
        let Some(task) = read["tasks"].get(0) else { continue };
        let pattern = task["problemMatcher"]["pattern"]["regexp"].as_str().unwrap();
        let matcher = regex::Regex::new(pattern).unwrap();
        let line = "policy/x/people.yaml:3:5: error[P501] tekst: nog iets";
        let found = matcher.captures(line).unwrap();
        assert_eq!((&found[1], &found[2], &found[4], &found[5]), ("policy/x/people.yaml", "3", "error", "P501"));
        let words = task["args"].as_array().unwrap().iter().map(|word| word.as_str().unwrap());
        let line: Vec<&str> = std::iter::once("klacht").chain(words).collect();
        klacht::cli::command(klacht::diagnostics::Lang::Nl).try_get_matches_from(line).unwrap();
    }
}

/// A complaint of last week must have a regulation that held then.
#[test]
fn a_regulation_that_holds_already_takes_what_came_in_before_today() {
    let desk = Desk::begun("minimal", "--valid-from 2025-12-01");
    assert!(desk.root.join("policy/voorbeeldorganisatie/2025-12-01/regulation.yaml").is_file());
    desk.repo().git(&["config", "user.email", "behandelaar@voorbeeldorganisatie.example"]);
    let new = "new --channel e-mail --sealed name,narrative --topic rekening --party klager --received 2025-12-29";
    desk.inside(new);
    assert!(desk.refused(2, "init register --valid-from 2025-11-01").contains("--valid-from"));
    desk.done("init register --valid-from 2025-12-01");
}

#[test]
fn a_first_version_that_came_too_late_gets_an_earlier_one_beside_it_as_told() {
    let desk = Desk::begun("minimal", "");
    desk.repo().git(&["config", "user.email", "behandelaar@voorbeeldorganisatie.example"]);
    let new = "new --channel e-mail --sealed name,narrative --topic rekening --party klager --received 2025-12-29";
    let told = desk.refused(2, &format!("-C register {new}"));
    let line = told.split('`').find(|part| part.starts_with("cp -r ")).unwrap();
    let copied = desk.world.command("sh", &desk.root).args(["-c", line]).status().unwrap();
    assert!(copied.success(), "{line}");
    let folder = "policy/voorbeeldorganisatie/2025-12-29";
    for path in [
        format!("{folder}/regulation.yaml"),
        format!("{folder}/text.nl.md"),
        format!("{folder}/text.en.md"),
        "policy/voorbeeldorganisatie/people.yaml".to_owned(),
    ] {
        let text = desk.text(&path).replace("2026-01-05", "2025-12-29").replace("5 januari 2026", "29 december 2025");
        fs::write(desk.root.join(path), text.replace("5 January 2026", "29 December 2025")).unwrap();
    }
    desk.inside("policy check");
    desk.inside(new);
    let mail = "Date: Mon, 29 Dec 2025 10:00:00 +0100\nSubject: Rekening\n\nDe rekening klopt niet.\n";
    fs::write(desk.world.path().join("klacht.eml"), mail).unwrap();
    let early = "-C register import klacht.eml --received 2025-12-01 --topic rekening --role klager --dry-run";
    let told = desk.refused(1, &format!("{early} --confidential buiten"));
    assert!(told.contains("cp -r policy/voorbeeldorganisatie/2025-12-29"), "{told}");
}
