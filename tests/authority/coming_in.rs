//! What must not come in with a commit, a branch, a tag or a merge.

use klacht::diagnostics::Severity;

use crate::authority::attacks::{never, offices, step};
use crate::authority::office::{CASE, CLERK, HANDLER, KEEPER, Maker, Office, STRANGER, STRENGTHS, UNSIGNED, codes};

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
    for strength in STRENGTHS {
        office.server(strength).git(&["update-ref", "refs/heads/oud", &bad]);
    }
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

/// Where what is checked out on the server does not exist, a second branch with a register makes nobody free.
#[test]
fn a_server_without_a_branch_checked_out_is_guarded_all_the_same() {
    for office in offices() {
        for strength in ["transport", "signature"] {
            let server = office.server(strength);
            let main = server.id("main");
            server.git(&["update-ref", "refs/heads/trunk", &main]);
            server.git(&["symbolic-ref", "HEAD", "refs/heads/nergens"]);
            // One of these guards itself, and not the other.
            office.swap("klacht.yaml", "[main]", "[aaa]");
            let own = office.by(STRANGER, "eigen tak");
            let found = office.push_to(strength, STRANGER, "aaa", &own);
            assert_ne!(codes(&found, Severity::Error), Vec::<&str>::new(), "{strength}");
            server.git(&["update-ref", "refs/heads/aaa", &own]);
            office.undo();
            office.edit("README.md", |text| format!("{text}Meer\n"));
            let readme = office.by(STRANGER, "readme");
            let found = office.push(strength, STRANGER, &readme);
            assert_ne!(codes(&found, Severity::Error), Vec::<&str>::new(), "{strength}");
            office.undo();
        }
    }
}
