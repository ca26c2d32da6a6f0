//! What must not come in, by kind: under `transport` and `signature` refused, under `author` at least told; what nobody may is
//! refused under each.

use klacht::diagnostics::Severity;

use crate::authority::office::{
    BOOK, CASE, CLERK, DIRECTOR, EXCLUDED, FORMER, HANDLER, KEEPER, Maker, NEIGHBOUR, OTHER, OWNER, Office, PEOPLE,
    STRANGER, STRENGTHS, TRAINER, UNSIGNED, VERSION, codes,
};

/// Refused where it is known who pushes, and told where it is not.
fn whose(office: &Office, maker: Maker, commit: &str, code: &str) {
    for strength in STRENGTHS {
        let found = office.push(strength, maker, commit);
        let least = if strength == "author" { Severity::Hint } else { Severity::Error };
        assert!(codes(&found, least).contains(&code), "{code} under {strength} for {}: {found:#?}", maker.name);
    }
    office.undo();
}

/// Refused under every strength.
fn never(office: &Office, maker: Maker, commit: &str, code: &str) {
    for strength in STRENGTHS {
        let found = office.push(strength, maker, commit);
        assert!(codes(&found, Severity::Error).contains(&code), "{code} under {strength}: {found:#?}");
    }
    office.undo();
}

/// One that says what it is about; both kinds of register.
fn offices() -> [Office; 2] {
    [Office::new(true), Office::new(false)]
}

fn step(by: &str) -> String {
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

#[test]
fn neighbours_change_nothing_of_another_organisation() {
    for office in offices() {
        office.desk.write(&format!("{VERSION}/text.de.md"), "# Auf Deutsch\n");
        whose(&office, NEIGHBOUR, &office.by(NEIGHBOUR, "versie"), "G713");
        office.swap(PEOPLE, "persons:\n", "persons:\n  - {key: m20, roles: [{role: trainer, from: 2026-01-01}]}\n");
        whose(&office, NEIGHBOUR, &office.by(NEIGHBOUR, "mens"), "G713");
        office.edit(CASE, |text| format!("{text}\nZo staat het er.\n"));
        office.edit(OTHER, |text| format!("{text}\nZo staat het er.\n"));
        whose(&office, NEIGHBOUR, &office.by(NEIGHBOUR, "beide"), "G713");
        office.swap(BOOK, "40", "41");
        whose(&office, NEIGHBOUR, &office.by(NEIGHBOUR, "jaarboek"), "G713");
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
    let office = Office::new(true);
    office.swap("klacht.yaml", "identity: {", "identity: {strength: author, ");
    let commit = office.by(KEEPER, "zwakker");
    for strength in ["transport", "signature"] {
        assert!(codes(&office.push(strength, KEEPER, &commit), Severity::Error).contains(&"G732"), "{strength}");
    }
}

#[test]
fn what_a_push_makes_milder_is_as_strict_as_before_for_that_push() {
    for office in offices() {
        office.edit("klacht.yaml", |text| {
            format!("{text}severities: [{{code: W205, severity: hint}}, {{code: R402, severity: hint}}]\n")
        });
        office.by(KEEPER, "milder");
        // Who handles is asked of this step.
        office.log(CASE, "step: behandeld\non: 2026-06-01\nby: m3");
        let commit = office.by(CLERK, "stap");
        for strength in STRENGTHS {
            let found = office.push(strength, CLERK, &commit);
            assert_ne!(codes(&found, Severity::Error), Vec::<&str>::new(), "{strength}");
        }
        office.undo();
        office.swap("klacht.yaml", "identity: {", "identity: {record_for_others: true, ");
        office.by(KEEPER, "voor anderen");
        office.log(CASE, &step("m4"));
        whose(&office, CLERK, &office.by(CLERK, "stap"), "G714");
    }
}

#[test]
fn the_branch_of_the_register_stays_guarded_however_it_is_written() {
    for office in offices() {
        for names in ["[other]", "[Main]", "[\"main \"]", "[\"\"]", "[refs/heads/other]", "[mаin]", "[master, develop]"]
        {
            office.swap("klacht.yaml", "[main]", names);
            never(&office, KEEPER, &office.by(KEEPER, "tak"), "G725");
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
    office.edit(PEOPLE, |text| format!("{text}policy_owners: [m3]\n"));
    whose(&office, CLERK, &office.by(CLERK, "ik"), "G733");
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

#[test]
fn a_version_under_which_cases_stand_stays_as_it_is() {
    for office in offices() {
        for name in ["text.nl.md", "text.en.md", "words.en.yaml", "regulation.yaml"] {
            office.edit(&format!("{VERSION}/{name}"), |text| format!("{text}\n"));
            never(&office, OWNER, &office.by(OWNER, "versie"), "G708");
            office.desk.remove(&format!("{VERSION}/{name}"));
            never(&office, OWNER, &office.by(OWNER, "versie"), "G708");
        }
        let copy = |day: &str| {
            for name in ["text.nl.md", "regulation.yaml"] {
                let text = office
                    .read(&format!("{VERSION}/{name}"))
                    .replace("valid_from: 2022-01-01", &format!("valid_from: {day}"));
                office.desk.write(&format!("policy/academie/{day}/{name}"), text);
            }
        };
        for day in ["2022-01-02", "2026-05-01", "2026-05-18"] {
            copy(day);
            never(&office, OWNER, &office.by(OWNER, "versie"), "G708");
        }
        office.desk.git(&["mv", "policy/academie", "policy/akademie"]);
        never(&office, KEEPER, &office.by(KEEPER, "hernoemd"), "G708");
    }
}

#[test]
fn what_a_yearbook_recorded_stays_and_no_row_is_invented() {
    for office in offices() {
        let report = "reports: [{on: 2026-05-30, by: m2, from: 2025-01-01, until: 2025-12-31, parts: [analyse, lessen, verbeteringen]}]\n";
        office.edit(BOOK, |text| format!("{text}{report}"));
        let commit = office.by(Maker::of("m2", "m2"), "verslag");
        office.taken(Maker::of("m2", "m2"), &commit);
        office.swap(BOOK, "on: 2026-05-30", "on: 2026-03-30");
        never(&office, DIRECTOR, &office.by(DIRECTOR, "dag"), "G735");
        office.edit(BOOK, |text| text.replace(report, ""));
        never(&office, DIRECTOR, &office.by(DIRECTOR, "weg"), "G735");
        office.edit(BOOK, |text| format!("{text}tally: [{{received: 2026-Q1, count: 5000}}]\n"));
        never(&office, DIRECTOR, &office.by(DIRECTOR, "rij"), "G718");
    }
}

#[test]
fn a_report_bears_the_name_of_whoever_records_it() {
    let office = Office::new(true);
    let report = "reports: [{on: 2026-05-30, by: m2, from: 2025-01-01, until: 2025-12-31, parts: [analyse, lessen, verbeteringen]}]\n";
    office.edit(BOOK, |text| format!("{text}{report}"));
    whose(&office, DIRECTOR, &office.by(DIRECTOR, "verslag"), "G714");
}

#[test]
fn only_a_case_is_destroyed_and_only_in_ones_own_name() {
    for office in offices() {
        let stub = |id: &str, by: &str| format!("---\nid: {id}\ndestroyed: {{on: 2026-06-01, by: {by}}}\n---\n");
        office.desk.write("cases/academie/2026/04/K26-0003BP.md", stub("K26-0003BP", "m5"));
        let commit = office.by(DIRECTOR, "uit het niets");
        for strength in STRENGTHS {
            assert!(codes(&office.push(strength, DIRECTOR, &commit), Severity::Error).contains(&"G736"));
        }
        office.undo();
        office.desk.write(CASE, stub("K26-0003AN", "m2"));
        whose(&office, DIRECTOR, &office.by(DIRECTOR, "in andermans naam"), "G714");
        // A hold goes, or is lifted and used in one push.
        office.swap(CASE, "legal_hold: {since: 2026-05-20, reason: procedure}\n", "");
        never(&office, DIRECTOR, &office.by(DIRECTOR, "weg"), "G737");
        office.swap(CASE, "reason: procedure}", "reason: niets}");
        never(&office, DIRECTOR, &office.by(DIRECTOR, "anders"), "G737");
        office.swap(CASE, "reason: procedure}", "reason: procedure, until: 2026-06-01, because: voorbij}");
        office.by(DIRECTOR, "opgeheven");
        office.desk.write(CASE, stub("K26-0003AN", "m5"));
        never(&office, DIRECTOR, &office.by(DIRECTOR, "vernietigd"), "T311");
    }
}

#[test]
fn access_comes_with_a_role_or_a_standing_assignment() {
    for office in offices() {
        // By an entry of one's own commit, or of one's own push.
        office.log(CASE, "step: gereageerd\non: 2026-06-01\nby: m6\nto: [p1]\nchannel: e-mail\nhandler: m6");
        office.by(TRAINER, "ik behandel");
        office.edit(CASE, |text| format!("{text}\nZo staat het er.\n"));
        whose(&office, TRAINER, &office.by(TRAINER, "notitie"), "G713");
        for maker in [FORMER, TRAINER, EXCLUDED] {
            office.edit(CASE, |text| format!("{text}\nZo staat het er.\n"));
            whose(&office, maker, &office.by(maker, "notitie"), "G713");
        }
        // The day that a commit bears is what its maker typed.
        office.edit(CASE, |text| format!("{text}\nZo staat het er.\n"));
        whose(&office, FORMER, &office.commit_on("2025-06-01", "notitie", FORMER), "G713");
    }
}

#[test]
fn an_acceptance_is_of_its_maker_and_of_what_stood_there() {
    for office in offices() {
        let accepted = "accepted: [{code: D602, why: nummer van de balie, by: m4}]\n\nlog:";
        office.swap(CASE, "log:", accepted);
        whose(&office, CLERK, &office.by(CLERK, "in andermans naam"), "G714");
        office.swap(CASE, "log:", accepted);
        office.edit(CASE, |text| format!("{text}\nDe balie: 020-5550123.\n"));
        let commit = office.by(HANDLER, "aanvaard");
        office.taken(HANDLER, &commit);
        office.edit(CASE, |text| format!("{text}\nEn ook 020-5550199.\n"));
        never(&office, HANDLER, &office.by(HANDLER, "nog een"), "G738");
    }
}

#[test]
fn facts_change_with_a_correction_and_by_whom_they_may() {
    for office in offices() {
        for (was, now) in
            [("role: cursist", "role: trainer"), ("person: m10", "person: m9"), ("as: respondent", "as: involved")]
        {
            office.swap(CASE, was, now);
            never(&office, HANDLER, &office.by(HANDLER, "feit"), "G730");
        }
        office.swap(CASE, "person: m10", "person: m9");
        office.log(CASE, "step: correctie\nof: p2\non: 2026-06-01\nby: m10\nreason: vergissing");
        let commit = office.by(EXCLUDED, "ik niet");
        for strength in ["transport", "signature"] {
            assert_ne!(codes(&office.push(strength, EXCLUDED, &commit), Severity::Error), Vec::<&str>::new());
        }
        office.undo();
        office.edit(CASE, |text| text.rsplit_once("---\n").unwrap().0.to_owned() + "---\n");
        let told = office.push("signature", HANDLER, &office.by(HANDLER, "notities weg"));
        assert!(codes(&told, Severity::Hint).contains(&"G730"), "{told:#?}");
        office.undo();
    }
}

#[test]
fn a_step_is_taken_back_by_whom_it_may_be_taken() {
    for office in offices() {
        office.log(CASE, "step: correctie\nof: 5\non: 2026-06-01\nby: m3\nreason: vergissing");
        whose(&office, CLERK, &office.by(CLERK, "van een ander"), "G731");
    }
}

#[test]
fn a_false_day_is_a_fault_of_the_commit() {
    let office = Office::new(true);
    office.edit("README.md", |text| format!("{text}Meer\n"));
    let commit = office.commit_on("2020-01-01", "oud", HANDLER);
    let found = office.push("signature", HANDLER, &commit);
    assert!(codes(&found, Severity::Warning).contains(&"G742"), "{found:#?}");
    office.undo();
    office.edit("README.md", |text| format!("{text}Meer\n"));
    never(&office, HANDLER, &office.commit_on("2031-01-01", "straks", HANDLER), "G717");
}

#[test]
fn branches_and_tags_bring_nothing_that_was_not_judged() {
    let office = Office::new(true);
    // Bad before it was guarded.
    office.log(CASE, &step("m4"));
    office.edit(CASE, |text| text.replacen("on: 2026-05-22", "on: 2026-05-25", 1));
    let bad = office.by(HANDLER, "vervalst");
    STRENGTHS.map(|strength| office.server(strength).git(&["update-ref", "refs/heads/oud", &bad]));
    office.undo();
    office.swap("klacht.yaml", "[main]", "[main, oud]");
    never(&office, KEEPER, &office.by(KEEPER, "bewaakt"), "G702");
    // A tag is judged, and does not move.
    for strength in STRENGTHS {
        let zero = "0".repeat(40);
        let found = office.gate(strength, HANDLER, &format!("{zero} {bad} refs/tags/q1\n"));
        assert!(codes(&found, Severity::Error).contains(&"G702"), "{found:#?}");
        let main = office.server(strength).id("main");
        let next = office.by(HANDLER, "niets");
        let moved = office.gate(strength, HANDLER, &format!("{main} {next} refs/tags/q1\n"));
        assert!(codes(&moved, Severity::Error).contains(&"G711"), "{moved:#?}");
        office.undo();
        let gone = office.gate(strength, KEEPER, &format!("{main} {zero} refs/heads/main\n"));
        assert!(codes(&gone, Severity::Error).contains(&"G710"), "{gone:#?}");
    }
}

#[test]
fn personal_data_are_found_wherever_they_come_in() {
    let office = Office::new(true);
    for path in ["policy/academie/table.csv", "policy/notes.txt", "site-templates/own.html"] {
        office.desk.write(path, "Bel 020-5550123.\n");
        never(&office, Maker::of("m2", "m2"), &office.by(Maker::of("m2", "m2"), "tabel"), "D602");
    }
    office.edit("README.md", |text| format!("{text}Meer\n"));
    office.desk.git(&["add", "--all"]);
    let mut command = office.desk.command(&["commit", "--quiet", "--no-gpg-sign", "--message", "x"]);
    command.env("GIT_AUTHOR_NAME", "Balie 020-5550123").output().unwrap();
    never(&office, HANDLER, &office.desk.head(), "D602");
}

#[test]
fn a_merge_answers_for_what_it_changes_itself() {
    for office in offices() {
        office.desk.branch("zij");
        office.log(CASE, &step("m4"));
        office.by(HANDLER, "stap");
        office.desk.switch("main");
        office.edit("README.md", |text| format!("{text}Meer\n"));
        office.by(CLERK, "readme");
        // Unsigned, and with a change of its own.
        office.desk.git(&["merge", "--quiet", "--no-ff", "--no-commit", "zij"]);
        office.edit(CASE, |text| format!("{text}\nZo staat het er.\n"));
        let evil = office.by(UNSIGNED, "samenvoeging");
        for (strength, code) in [("transport", "G722"), ("signature", "G715")] {
            let found = codes(&office.push(strength, UNSIGNED, &evil), Severity::Error);
            assert!(found.contains(&code), "{strength}: {found:?}");
        }
        // The older side of a file taken: what the other side did is undone.
        office.desk.git(&["reset", "--quiet", "--hard", "HEAD^"]);
        office.desk.git(&["merge", "--quiet", "--no-ff", "--no-commit", "zij"]);
        office.desk.git(&["checkout", "HEAD", "--", CASE]);
        never(&office, CLERK, &office.by(CLERK, "samenvoeging"), "G702");
        office.desk.git(&["branch", "--quiet", "--delete", "--force", "zij"]);
    }
}

#[test]
fn names_that_no_tree_may_have_are_refused_at_the_root_as_well() {
    let office = Office::new(true);
    let main = office.desk.head();
    let tree = office.desk.git(&["rev-parse", "HEAD^{tree}"]);
    let listed = office.desk.git(&["ls-tree", &tree]);
    let blob = office.desk.blob("x");
    for name in ["..", ".git", "klacht.yaml"] {
        let mut raw: Vec<(String, String, String)> = listed
            .lines()
            .map(|line| {
                let (head, name) = line.split_once('\t').unwrap();
                let mut words = head.split(' ');
                let (mode, _, id) = (words.next().unwrap(), words.next(), words.next().unwrap());
                (mode.trim_start_matches('0').to_owned(), name.to_owned(), id.to_owned())
            })
            .collect();
        let at = raw.iter().position(|(_, known, _)| known.as_str() >= name).unwrap_or(raw.len());
        raw.insert(at, ("100644".to_owned(), name.to_owned(), blob.clone()));
        let lines: Vec<_> = raw.iter().map(|(mode, name, id)| (mode.as_str(), name.as_bytes(), id.as_str())).collect();
        let made = office.desk.tree(&lines);
        let commit = office.desk.commit_tree(&made, &[&main]);
        never(&office, KEEPER, &commit, "G701");
    }
}
