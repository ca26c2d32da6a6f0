//! Answers and folders that cannot be used: a clear sentence, a remedy, and nothing written.

use crate::common::words;
use crate::init::desk::Desk;

#[test]
fn wrong_answers_are_refused_before_anything_is_written() {
    let desk = Desk::new();
    for (flags, says) in [
        (&["--site", "kantoor"][..], "schrijf het zoals https://www.voorbeeld.example"),
        (&["--email", "kantoor"], "schrijf het zoals klachten@voorbeeld.example"),
        (&["--confirm", "5"], "`5 werkdagen`, `7 kalenderdagen`"),
        (&["--confirm", "5 dagen"], "`5 werkdagen`, `7 kalenderdagen`"),
        (&["--template", "trainig"], "bedoelt u `training`?"),
        (&["--forge", "sourceforge"], "github, gitlab, forgejo, gitea, none"),
        (&["--binding", "soms"], "kies uit yes, no"),
        (&["--handler", "a@b.example", "--substitute", "a@b.example"], "geef het adres van een collega"),
    ] {
        let all = [&["init", "register", "--yes"], flags].concat();
        let done = desk.program_in(desk.world.path()).args(&all).output().unwrap();
        assert_eq!(done.status.code(), Some(2), "{flags:?}");
        assert!(words(&done).contains(says), "{}", words(&done));
        assert!(words(&done).contains(flags[flags.len() - 2]), "the flag is named: {}", words(&done));
        assert!(!desk.root.exists(), "{flags:?}");
    }
}

#[test]
fn without_a_person_and_without_consent_nothing_is_proposed() {
    let desk = Desk::new();
    let said = desk.refused(2, "init register --template training");
    assert!(said.contains("--organisation") && !said.contains("--template,") && said.contains("--yes"), "{said}");
    assert!(!desk.root.exists());
}

#[test]
fn another_answer_to_a_register_that_stands_is_refused() {
    let desk = Desk::begun("training", "");
    let before = desk.files();
    let said = desk.refused(2, "init register --template coaching --yes");
    assert!(said.contains("een ander antwoord op --template"), "{said}");
    assert!(desk.files() == before);
    std::fs::write(desk.root.join(".klacht-init.yaml"), "schema: klacht.init/1\n").unwrap();
    assert!(desk.refused(2, "init register").contains(".klacht-init.yaml kan niet worden gelezen"));
}

#[test]
fn a_register_of_another_making_is_left_alone() {
    let desk = Desk::new();
    let repo = desk.world.repo("register");
    repo.write("policy/eigen/people.yaml", "schema: klacht.people/1\n");
    let before = desk.files();
    let said = desk.refused(2, "init register --template minimal --yes");
    assert!(said.contains("hier is al een register"), "{said}");
    assert!(desk.files() == before);
}

#[test]
fn a_folder_within_another_repository_is_refused() {
    let desk = Desk::new();
    desk.world.repo("register");
    for within in ["register/sub", "register/deep/er"] {
        std::fs::create_dir_all(desk.root.join("sub")).unwrap();
        let said = desk.refused(2, &format!("init {within} --template minimal --yes"));
        assert!(said.contains("ligt in het git-register"), "{said}");
    }
    assert!(desk.files().is_empty());
    std::fs::write(desk.world.path().join("bestand"), "").unwrap();
    assert!(desk.refused(2, "init bestand --template minimal --yes").contains("is geen map"));
}
