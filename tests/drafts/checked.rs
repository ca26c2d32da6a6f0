//! `klacht policy check` of a draft in a folder, and what the other verbs say of one that has faults.

use crate::common::Bundled;

const NOW: &str = "policy/cbmk/2022-01-01";

/// A draft that is a version word for word, with its texts.
fn whole(desk: &Bundled) {
    desk.draft(NOW, "concept/cbmk", &[]);
    for text in ["text.nl.md", "text.en.md", "words.en.yaml"] {
        desk.repo.write(&format!("concept/cbmk/{text}"), desk.read(&format!("{NOW}/{text}")));
    }
}

#[test]
fn a_draft_is_held_to_the_same_rules() {
    let desk = Bundled::of("cbmk");
    whole(&desk);
    let (code, out, notes) = desk.run(&["policy", "check", "concept/cbmk"]);
    assert_eq!((code, out.as_str()), (0, ""), "{notes}");
    assert!(notes.contains("1 versie van een regeling gecontroleerd"), "{notes}");
    // A quote that is not in the text, at the line of the draft.
    desk.draft(NOW, "concept/cbmk", &[("Wij sturen die binnen 5", "Wij sturen die binnen 6")]);
    let (code, out, _) = desk.run(&["policy", "check", "concept/cbmk/", "--format", "short"]);
    assert!(code == 1 && out.contains("concept/cbmk/regulation.yaml:") && out.contains("[P501]"), "{out}");
    // What cannot be read is told as it is of a version.
    desk.draft(NOW, "concept/cbmk", &[("valid_from: ", "valid_form: ")]);
    let (code, out, _) = desk.run(&["policy", "check", "concept/cbmk", "--format", "short"]);
    assert!(code == 1 && out.contains("valid_form"), "{out}");
    // A folder that holds no draft is no regulation either.
    let (code, _, notes) = desk.run(&["policy", "check", "concept"]);
    assert!(code == 2 && notes.contains("cbmk/2022-01-01"), "{notes}");
}

#[test]
fn the_people_are_those_of_the_regulation() {
    let desk = Bundled::of("cbmk");
    whole(&desk);
    let people = desk.read("policy/cbmk/people.yaml");
    let gone = people.replace("role: manager-operations", "role: teamleider-incasso");
    assert_ne!(people, gone);
    desk.repo.write("policy/cbmk/people.yaml", gone);
    let found = |what: &str| {
        let out = desk.run(&["policy", "check", what, "--format", "short"]).1;
        let line = |line: &str| line.split(": ").skip(1).collect::<Vec<_>>().join(": ");
        out.lines().map(line).collect::<Vec<_>>()
    };
    let draft = found("concept/cbmk");
    assert!(!draft.is_empty());
    assert_eq!(draft, found("cbmk/2022-01-01"));
}

#[test]
fn a_comparison_and_a_trial_warn_of_a_draft_with_faults_and_name_the_command() {
    let desk = Bundled::of("cbmk");
    whole(&desk);
    let verbs = [&["policy", "diff", "cbmk/2022-01-01", "concept/cbmk"][..], &["policy", "simulate", "concept/cbmk"]];
    for arguments in verbs {
        let (code, _, notes) = desk.run(arguments);
        assert!(code == 0 && !notes.contains("Let op"), "{notes}");
    }
    std::fs::remove_file(desk.repo.path().join("concept/cbmk/text.nl.md")).unwrap();
    for arguments in verbs {
        let (code, _, notes) = desk.run(arguments);
        assert!(code == 0 && notes.contains("Let op: in het concept concept/cbmk "), "{notes}");
        let named = notes.split("klacht ").nth(1).unwrap().lines().next().unwrap();
        assert_eq!(desk.run(&named.split(' ').collect::<Vec<_>>()).0, 1, "{named}");
    }
}
