//! What must not come in, by kind: under `transport` and `signature` refused, under `author` at least told; what nobody may is
//! refused under each.

use klacht::diagnostics::Severity;

use crate::authority::office::{
    BOOK, CASE, CLERK, DIRECTOR, HANDLER, KEEPER, Maker, NEIGHBOUR, OTHER, OWNER, Office, PEOPLE, STRANGER, STRENGTHS,
    TRAINER, UNSIGNED, VERSION, codes,
};

/// Refused where it is known who pushes, and told where it is not.
pub fn whose(office: &Office, maker: Maker, commit: &str, code: &str) {
    for strength in STRENGTHS {
        let found = office.push(strength, maker, commit);
        let least = if strength == "author" { Severity::Hint } else { Severity::Error };
        assert!(codes(&found, least).contains(&code), "{code} under {strength} for {}: {found:#?}", maker.name);
    }
    office.undo();
}

/// Refused where it is known who pushes; an honour system lets colleagues write for each other.
pub fn known(office: &Office, maker: Maker, commit: &str, code: &str) {
    for strength in ["transport", "signature"] {
        let found = office.push(strength, maker, commit);
        assert!(
            codes(&found, Severity::Error).contains(&code),
            "{code} under {strength} for {}: {found:#?}",
            maker.name
        );
    }
    office.undo();
}

/// Refused under every strength.
pub fn never(office: &Office, maker: Maker, commit: &str, code: &str) {
    for strength in STRENGTHS {
        let found = office.push(strength, maker, commit);
        assert!(codes(&found, Severity::Error).contains(&code), "{code} under {strength}: {found:#?}");
    }
    office.undo();
}

/// One that names who decides, and one that names nobody.
pub fn offices() -> [Office; 2] {
    [Office::new(true), Office::new(false)]
}

pub fn step(by: &str) -> String {
    format!("step: besproken\non: 2026-06-01\nby: {by}")
}

#[test]
fn strangers_change_nothing_wherever_it_stands() {
    for office in offices() {
        let files = [
            ("policy/schaduw/people.yaml", "schema: klacht.people/1\npersons:\n  - {key: boef, roles: []}\n"),
            ("README.md", "# Klachten\n"),
            ("site-templates/own.css", "body {}\n"),
            (BOOK, "schema: klacht.yearbook/1\nparticipants: 4000\n"),
            (".gitattributes", "* -diff\n"),
            (".github/workflows/klacht.yml", "on: push\n"),
            ("exceptions.yaml", "[]\n"),
            ("klacht.yaml.orig", "x\n"),
        ];
        for maker in [STRANGER, UNSIGNED] {
            for (path, text) in files {
                office.desk.write(path, text);
                let commit = office.by(maker, "wijziging");
                for strength in ["transport", "signature"] {
                    let found = codes(&office.push(strength, maker, &commit), Severity::Error);
                    let who = ["G713", "G715", "G722"];
                    assert!(found.iter().any(|code| who.contains(code)), "{path} by {}: {found:?}", maker.name);
                }
                office.undo();
            }
            let empty = office.by(maker, "niets");
            assert_ne!(codes(&office.push("signature", maker, &empty), Severity::Error), Vec::<&str>::new());
            // Nor on a branch of their own, nor by taking one away.
            let found = office.push_to("signature", maker, "eigen", &empty);
            assert_ne!(codes(&found, Severity::Error), Vec::<&str>::new(), "a branch of {}", maker.name);
            office.undo();
        }
    }
}

/// What is said of somebody who is nobody in this organisation: under `signature` that the key is nobody's.
fn nobody(office: &Office, commit: &str) {
    for (strength, code) in [("author", "G713"), ("transport", "G713"), ("signature", "G715")] {
        let found = office.push(strength, NEIGHBOUR, commit);
        let least = if strength == "author" { Severity::Warning } else { Severity::Error };
        assert!(codes(&found, least).contains(&code), "{code} under {strength}: {found:#?}");
    }
    office.undo();
}

#[test]
fn neighbours_change_nothing_of_another_organisation() {
    for office in offices() {
        office.desk.write(&format!("{VERSION}/text.de.md"), "# Auf Deutsch\n");
        nobody(&office, &office.by(NEIGHBOUR, "versie"));
        office.swap(PEOPLE, "persons:\n", "persons:\n  - {key: m20, roles: [{role: trainer, from: 2026-01-01}]}\n");
        nobody(&office, &office.by(NEIGHBOUR, "mens"));
        office.edit(CASE, |text| format!("{text}\nZo staat het er.\n"));
        office.edit(OTHER, |text| format!("{text}\nZo staat het er.\n"));
        nobody(&office, &office.by(NEIGHBOUR, "beide"));
        office.swap(BOOK, "40", "41");
        nobody(&office, &office.by(NEIGHBOUR, "jaarboek"));
    }
    let office = Office::new(true);
    office.edit("klacht.yaml", |text| format!("{text}notice: {{nl: x, en: x}}\n"));
    whose(&office, NEIGHBOUR, &office.by(NEIGHBOUR, "instellingen"), "G731");
}

#[test]
fn the_settings_are_not_removed_emptied_or_made_weaker() {
    for office in offices() {
        for text in ["", "# niets\n", "---\n{}\n", "~\n"] {
            office.desk.write("klacht.yaml", text);
            never(&office, KEEPER, &office.by(KEEPER, "leeg"), "G732");
        }
        office.desk.remove("klacht.yaml");
        never(&office, KEEPER, &office.by(KEEPER, "weg"), "G732");
        office.desk.git(&["mv", "klacht.yaml", "klacht.yml"]);
        never(&office, KEEPER, &office.by(KEEPER, "hernoemd"), "G732");
        for name in ["GIT_PUSH_OPTION_0", "LC_NAME", "HOME", "GIT_AUTHOR_EMAIL"] {
            office.swap("klacht.yaml", "REMOTE_USER", name);
            never(&office, KEEPER, &office.by(KEEPER, "variabele"), "G732");
        }
        // In one push, and put back in the next commit.
        let was = office.read("klacht.yaml");
        office.swap("klacht.yaml", "REMOTE_USER", "GIT_PUSH_OPTION_0");
        office.by(KEEPER, "variabele");
        office.log(CASE, &step("m3"));
        office.by(STRANGER, "stap");
        office.desk.write("klacht.yaml", was);
        never(&office, KEEPER, &office.by(KEEPER, "terug"), "G732");
    }
    // Below what the server takes.
    let office = Office::new(true);
    office.swap("klacht.yaml", "identity: {", "identity: {strength: signature, ");
    let strict = office.by(KEEPER, "strenger");
    office.taken(KEEPER, &strict);
    for weaker in ["author", "transport"] {
        office.swap("klacht.yaml", "strength: signature", &format!("strength: {weaker}"));
        let found = office.push("signature", KEEPER, &office.by(KEEPER, "zwakker"));
        assert!(codes(&found, Severity::Error).contains(&"G732"), "{found:#?}");
        office.undo();
    }
}

#[test]
fn what_a_push_makes_milder_is_as_strict_as_before_for_that_push() {
    for office in offices() {
        office.edit("klacht.yaml", |text| {
            format!("{text}severities: [{{code: W205, severity: hint}}, {{code: R402, severity: hint}}]\n")
        });
        office.by(KEEPER, "milder");
        // The director has no role for this step.
        office.log(CASE, "step: behandeld\non: 2026-06-01\nby: m5");
        let commit = office.by(DIRECTOR, "stap");
        for strength in STRENGTHS {
            let found = office.push(strength, DIRECTOR, &commit);
            assert_ne!(codes(&found, Severity::Error), Vec::<&str>::new(), "{strength}");
        }
        office.undo();
        office.swap("klacht.yaml", "identity: {", "identity: {record_for_others: true, ");
        office.by(KEEPER, "voor anderen");
        office.log(CASE, &step("m4"));
        known(&office, CLERK, &office.by(CLERK, "stap"), "G714");
    }
}

#[test]
fn the_branch_of_the_register_stays_guarded_however_it_is_written() {
    for office in offices() {
        for names in ["[other]", "[Main]", "[\"main \"]", "[\"\"]", "[refs/heads/other]", "[mаin]", "[master, develop]"]
        {
            office.swap("klacht.yaml", "[main]", names);
            let commit = office.by(KEEPER, "tak");
            for strength in STRENGTHS {
                // Or the file cannot be read any more, and is refused for that.
                let found = codes(&office.push(strength, KEEPER, &commit), Severity::Error);
                assert!(found.iter().any(|code| *code == "G725" || code.starts_with('C')), "{names}: {found:?}");
            }
            office.undo();
        }
        // Taken off and put on again, with something in between.
        office.swap("klacht.yaml", "[main]", "[other]");
        office.by(KEEPER, "tak");
        office.swap("klacht.yaml", "[other]", "[main]");
        never(&office, KEEPER, &office.by(KEEPER, "terug"), "G725");
    }
}

#[test]
fn a_power_counts_from_the_next_push_on() {
    for office in offices() {
        let was = office.read(PEOPLE);
        // A role, given by somebody who may, used in the same push and taken back.
        office.edit(PEOPLE, |text| {
            text.replace("role: trainer, from: 2025-02-01", "role: binnendienst, from: 2025-02-01")
        });
        office.by(OWNER, "rol");
        office.log(CASE, "step: behandeld\non: 2026-06-01\nby: m8");
        let maker = Maker::of("m8", "m8");
        office.by(maker, "stap");
        office.desk.write(PEOPLE, &was);
        let commit = office.by(OWNER, "terug");
        for strength in STRENGTHS {
            let found = office.push(strength, maker, &commit);
            assert_ne!(codes(&found, Severity::Error), Vec::<&str>::new(), "{strength}");
        }
        office.undo();
        // To oneself: a role, a key, an account.
        office
            .edit(PEOPLE, |text| text.replace("role: trainer, from: 2022-01-01", "role: directeur, from: 2022-01-01"));
        whose(&office, TRAINER, &office.by(TRAINER, "ik"), "G733");
    }
    let office = Office::new(false);
    // What somebody else is known by.
    let key = office.key("second");
    office.edit(PEOPLE, |text| {
        let line = text.lines().find(|line| line.contains("academie-m4\"")).unwrap();
        text.replace(line, &format!("    keys: [{{key: \"{key}\", from: 2020-01-01}}]"))
    });
    let commit = office.by(CLERK, "sleutel van een ander");
    assert!(codes(&office.push("signature", CLERK, &commit), Severity::Error).contains(&"G731"));
    office.undo();
    office.swap(PEOPLE, "transport: [academie-m4]", "transport: [nieuw]");
    let commit = office.by(CLERK, "account van een ander");
    assert!(codes(&office.push("transport", CLERK, &commit), Severity::Error).contains(&"G731"));
}

#[test]
fn keepers_and_owners_are_named_by_those_who_are() {
    let office = Office::new(true);
    for maker in [DIRECTOR, HANDLER, CLERK, TRAINER] {
        let with = format!("academie/m2, academie/{}]", maker.person);
        office.swap("klacht.yaml", "academie/m2]", &with);
        whose(&office, maker, &office.by(maker, "beheerder"), "G731");
        office.swap(PEOPLE, "[m7, m2]", &format!("[m7, m2, {}]", maker.person));
        whose(&office, maker, &office.by(maker, "eigenaar"), "G731");
    }
    // The last one goes, or nobody is named any more.
    office.swap("klacht.yaml", "authority: {keepers: [academie/m9, academie/m2]}\n", "");
    never(&office, KEEPER, &office.by(KEEPER, "niemand"), "G719");
    office.swap(PEOPLE, "policy_owners: [m7, m2]\n", "");
    never(&office, OWNER, &office.by(OWNER, "niemand"), "G719");
    office.swap("klacht.yaml", "[academie/m9, academie/m2]", "[academie/m99]");
    let commit = office.by(KEEPER, "niemand");
    assert!(codes(&office.push("signature", KEEPER, &commit), Severity::Error).contains(&"G719"));
    office.undo();
    // Alone, where nobody was named.
    let office = Office::new(false);
    office.edit("klacht.yaml", |text| format!("{text}authority: {{keepers: [academie/m3]}}\n"));
    whose(&office, CLERK, &office.by(CLERK, "ik"), "G733");
    // Nor beside a ghost, or a second self of the same push.
    for ghost in ["m99", "m20"] {
        office.swap(PEOPLE, "persons:\n", "persons:\n  - {key: m20, roles: []}\n");
        office.by(CLERK, "nog een");
        office.edit(PEOPLE, |text| format!("{text}policy_owners: [m3, {ghost}]\n"));
        whose(&office, CLERK, &office.by(CLERK, "ik"), "G733");
        office.swap(PEOPLE, "persons:\n", "persons:\n  - {key: m20, roles: []}\n");
        office.by(CLERK, "nog een");
        office.edit("klacht.yaml", |text| format!("{text}authority: {{keepers: [academie/m3, academie/{ghost}]}}\n"));
        whose(&office, CLERK, &office.by(CLERK, "ik"), "G733");
    }
    office.edit(PEOPLE, |text| format!("{text}policy_owners: [m3]\n"));
    whose(&office, CLERK, &office.by(CLERK, "ik"), "G733");
}

/// An owner gives a keeper a key or account of his own, or puts somebody under a keeper's name that nobody bears.
#[test]
fn by_what_a_keeper_is_known_only_keepers_change() {
    let office = Office::new(true);
    let key = office.key("second");
    let ways: [(&str, String); 3] = [
        ("[m9@zilverlinde.example]", "[m9@zilverlinde.example, m9@elders.example]".into()),
        ("[academie-m9]", "[academie-m9, second]".into()),
        (
            "academie-m9\", from: 2020-01-01}",
            format!("academie-m9\", from: 2020-01-01}}, {{key: \"{key}\", from: 2026-06-01}}"),
        ),
    ];
    for (was, now) in &ways {
        office.swap(PEOPLE, was, now);
        whose(&office, OWNER, &office.by(OWNER, "voor de beheerder"), "G731");
        // Another keeper may, and an owner for one who only owns.
        office.swap(PEOPLE, was, now);
        let commit = office.by(Maker::of("m2", "m2"), "voor de beheerder");
        for strength in STRENGTHS {
            let found = office.push(strength, Maker::of("m2", "m2"), &commit);
            assert!(!codes(&found, Severity::Error).contains(&"G731"), "{found:#?}");
        }
        office.undo();
    }
    office.swap(PEOPLE, "key: m9", "key: m99");
    whose(&office, OWNER, &office.by(OWNER, "hernoemd"), "G731");
    office.swap("klacht.yaml", "academie/m2]", "academie/m2, academie/m88]");
    let ghost = office.by(KEEPER, "nog niemand");
    office.taken(KEEPER, &ghost);
    office.swap(PEOPLE, "persons:\n", "persons:\n  - {key: m88, roles: [], transport: [second]}\n");
    whose(&office, OWNER, &office.by(OWNER, "nu wel"), "G731");
}

#[test]
fn what_the_whole_register_goes_by_is_its_keepers() {
    let office = Office::new(true);
    for path in ["CODEOWNERS", ".github/CODEOWNERS", ".mailmap", ".gitmodules"] {
        office.desk.write(path, "* m6\n");
        whose(&office, HANDLER, &office.by(HANDLER, "bestand"), "G731");
    }
}

/// Git looks a short name up among the tags first, and a disk may tell no capitals apart.
#[test]
fn no_other_name_is_taken_for_that_of_the_branch() {
    let office = Office::new(true);
    let zero = "0".repeat(40);
    let names = ["tags/main", "tags/HEAD", "heads/Main", "heads/HEAD", "heads/refs/heads/main", "heads/heads/main"];
    for strength in STRENGTHS {
        let main = office.server(strength).id("main");
        let said = |line: String| codes(&office.gate(strength, HANDLER, &line), Severity::Error);
        for name in names {
            assert_eq!(said(format!("{zero} {main} refs/{name}\n")), ["G711"], "{name}");
            // One that is there already can be taken away.
            assert_eq!(said(format!("{main} {zero} refs/{name}\n")), [""; 0], "{name}");
        }
        for name in ["tags/main-2026", "heads/mains", "heads/maintenance", "tags/v1"] {
            assert_eq!(said(format!("{zero} {main} refs/{name}\n")), [""; 0], "{name}");
        }
    }
}

/// The cause stands first, and not what follows from it.
#[test]
fn people_that_cannot_be_read_are_told_as_such() {
    for office in offices() {
        office.swap(PEOPLE, "persons:\n", "persons: &allen\n");
        let commit = office.by(OWNER, "anker");
        for strength in STRENGTHS {
            let found = office.push(strength, OWNER, &commit);
            let lost = found.iter().filter(|f| f.code == "G719" && f.path == PEOPLE);
            let said: Vec<&str> = lost.map(|f| f.message.en.as_str()).collect();
            assert_eq!(said, ["these people cannot be read: after this nobody is known here"], "{strength}");
            assert!(codes(&found, Severity::Error).contains(&"C103"), "{found:#?}");
        }
        office.undo();
    }
}

#[test]
fn one_key_account_or_address_is_of_one_person() {
    for office in offices() {
        let key = office.read(PEOPLE).lines().find(|line| line.contains("academie-m4\"")).unwrap().trim().to_owned();
        let second = |more: &str| format!("persons:\n  - {{key: m20, roles: [], {more}}}\n");
        for more in [key.as_str(), "transport: [academie-m4]", "git: [M4@zilverlinde.example]"] {
            office.swap(PEOPLE, "persons:\n", &second(more));
            never(&office, OWNER, &office.by(OWNER, "dubbel"), "G734");
        }
    }
}
