//! What is honest goes on under every strength, in a register that names nobody and in one that names keepers.

use klacht::diagnostics::Severity;

use crate::authority::attacks::{never, whose};
use crate::authority::office::{
    CASE, CLERK, DAY, DIRECTOR, HANDLER, KEEPER, Maker, OTHER, OWNER, Office, PEOPLE, STRENGTHS, UNSIGNED, VERSION,
    codes,
};

const MANAGER: Maker = Maker::of("m2", "m2");

fn offices() -> [Office; 2] {
    [Office::new(true), Office::new(false)]
}

/// The next step of the case, which its handler takes.
fn handled(office: &Office) -> String {
    office.log(CASE, "step: behandeld\non: 2026-06-01\nby: m4\nresultaat: opgelost");
    office.by(HANDLER, "stap")
}

/// Nothing is said of it at all, under no strength.
fn silent(office: &Office, maker: Maker, commit: &str) {
    for strength in STRENGTHS {
        let found = office.push(strength, maker, commit);
        assert_eq!(codes(&found, Severity::Hint), Vec::<&str>::new(), "{strength}: {found:#?}");
    }
}

#[test]
fn a_clerk_takes_a_step_and_writes_a_note() {
    for office in offices() {
        let step = handled(&office);
        office.taken(HANDLER, &step);
        office.edit(CASE, |text| format!("{text}\nTelefonisch toegelicht.\n"));
        let note = office.by(CLERK, "notitie");
        office.taken(CLERK, &note);
    }
}

#[test]
fn a_colleague_comes_with_a_key_and_a_role_and_leaves_again() {
    for office in offices() {
        let key = office.key("academie-m20");
        let person = format!(
            "persons:\n  - key: m20\n    roles: [{{role: binnendienst, from: 2026-06-01}}]\n    git: [m20@zilverlinde.example]\n    \
             transport: [academie-m20]\n    keys: [{{key: \"{key}\", from: 2026-06-01}}]\n"
        );
        office.swap(PEOPLE, "persons:\n", &person);
        let came = office.by(OWNER, "nieuwe collega");
        office.taken(OWNER, &came);
        // What was given in one push is used in the next.
        let new = Maker::of("m20", "m20");
        office.edit(CASE, |text| format!("{text}\nOvergenomen.\n"));
        let note = office.by(new, "notitie");
        office.taken(new, &note);
        office.swap(PEOPLE, "binnendienst, from: 2026-06-01}]", "binnendienst, from: 2026-06-01, until: 2026-06-30}]");
        let left = office.by(OWNER, "weg");
        office.taken(OWNER, &left);
    }
}

#[test]
fn one_renews_ones_own_key_where_nobody_is_named() {
    let office = Office::new(false);
    let key = office.key("own");
    office.edit(PEOPLE, |text| {
        let line = text.lines().find(|line| line.contains("academie-m4\"")).unwrap();
        text.replace(line, &line.replace("}]", &format!("}}, {{key: \"{key}\", from: 2026-06-01}}]")))
    });
    let commit = office.by(HANDLER, "mijn sleutel");
    office.taken(HANDLER, &commit);
    // And a key that was stolen is revoked by anybody.
    office.edit(PEOPLE, |text| {
        let line = text.lines().find(|line| line.contains("academie-m3\"")).unwrap();
        text.replace(line, &line.replace("}]", ", revoked: true}]"))
    });
    let commit = office.by(HANDLER, "gestolen");
    office.taken(HANDLER, &commit);
}

#[test]
fn a_version_for_next_year_and_a_changed_notice() {
    for office in offices() {
        for name in ["text.nl.md", "text.en.md", "words.en.yaml", "regulation.yaml"] {
            let text = office.read(&format!("{VERSION}/{name}"));
            let text = text.replace("valid_from: 2022-01-01", "valid_from: 2027-01-01");
            let text = text.replace("1 januari 2022", "1 januari 2027").replace("1 January 2022", "1 January 2027");
            office.desk.write(&format!("policy/academie/2027-01-01/{name}"), text);
        }
        let version = office.by(OWNER, "versie");
        for strength in STRENGTHS {
            let found = office.push(strength, OWNER, &version);
            let of_git = codes(&found, Severity::Error).into_iter().filter(|code| code.starts_with('G')).count();
            assert_eq!(of_git, 0, "{found:#?}");
        }
        office.undo();
        office.edit("klacht.yaml", |text| format!("{text}notice: {{nl: Gewijzigd, en: Changed}}\n"));
        let notice = office.by(KEEPER, "mededeling");
        office.taken(KEEPER, &notice);
    }
}

#[test]
fn the_day_of_receipt_and_a_party_are_put_right() {
    for office in offices() {
        office.swap(CASE, "received: 2026-05-18", "received: 2026-05-17");
        office.log(CASE, "step: correctie\nof: received\non: 2026-06-01\nby: m4\nreason: poststempel");
        let day = office.by(HANDLER, "dag");
        office.taken(HANDLER, &day);
        office.swap(
            CASE,
            "{key: p2, role: medewerker, as: respondent, person: m10}",
            "{key: p2, role: medewerker, as: respondent, person: m9}",
        );
        office.log(CASE, "step: correctie\nof: p2\non: 2026-06-01\nby: m4\nreason: een ander");
        let party = office.by(HANDLER, "partij");
        office.taken(HANDLER, &party);
    }
}

#[test]
fn a_hold_is_set_by_whoever_has_access_and_lifted_by_whoever_destroys() {
    for office in offices() {
        office.swap(CASE, "reason: procedure}", "reason: procedure, until: 2026-06-01, because: voorbij}");
        let lifted = office.by(MANAGER, "opgeheven");
        office.taken(MANAGER, &lifted);
        office.swap(
            CASE,
            "legal_hold: {since: 2026-05-20, reason: procedure, until: 2026-06-01, because: voorbij}",
            "legal_hold: {since: 2026-06-01, reason: opnieuw}",
        );
        let set = office.by(CLERK, "opnieuw");
        office.taken(CLERK, &set);
    }
}

#[test]
fn a_forges_merge_and_the_test_merge_of_ci_bring_nothing_of_their_own() {
    for office in offices() {
        office.desk.branch("verzoek");
        handled(&office);
        office.desk.switch("main");
        office.edit("README.md", |text| format!("{text}Meer\n"));
        let readme = office.by(CLERK, "readme");
        office.taken(CLERK, &readme);
        // What the forge makes: unsigned, with nobody's address.
        let merged = office.merge(UNSIGNED, "verzoek");
        for strength in ["author", "signature"] {
            let found = office.push(strength, HANDLER, &merged);
            assert_eq!(codes(&found, Severity::Hint), Vec::<&str>::new(), "{strength}: {found:#?}");
        }
        assert_eq!(codes(&office.push("transport", HANDLER, &merged), Severity::Error), Vec::<&str>::new());
        let (code, said) = office.run(office.desk.path(), &["check", "--range", &format!("{readme}..{merged}")]);
        assert_eq!(code, Some(0), "{said}");
        office.desk.git(&["branch", "--delete", "--force", "verzoek"]);
    }
}

#[test]
fn a_pull_in_a_register_of_two_organisations_is_nobodys_change() {
    for office in offices() {
        office.desk.branch("mijn");
        handled(&office);
        office.desk.switch("main");
        office.edit(OTHER, |text| format!("{text}\nTelefonisch toegelicht.\n"));
        let theirs = office.by(Maker { regulation: "cmm", ..Maker::of("m3", "m3") }, "van de ander");
        office.taken(Maker { regulation: "cmm", ..Maker::of("m3", "m3") }, &theirs);
        office.desk.switch("mijn");
        let pulled = office.merge(HANDLER, "main");
        silent(&office, HANDLER, &pulled);
        office.desk.switch("main");
        office.desk.git(&["branch", "--delete", "--force", "mijn"]);
    }
}

#[test]
fn ones_own_branch_is_rewritten_and_deleted() {
    for office in offices() {
        let main = office.desk.head();
        office.desk.branch("eigen");
        office.edit("README.md", |text| format!("{text}Meer\n"));
        let first = office.by(HANDLER, "eerst");
        office.desk.git(&["reset", "--quiet", "--hard", &main]);
        office.edit("README.md", |text| format!("{text}Anders\n"));
        let second = office.by(HANDLER, "dan");
        for strength in STRENGTHS {
            let zero = "0".repeat(40);
            for (old, new) in [(&zero, &first), (&first, &second), (&second, &zero)] {
                let found = office.gate(strength, HANDLER, &format!("{old} {new} refs/heads/eigen\n"));
                assert_eq!(codes(&found, Severity::Error), Vec::<&str>::new(), "{strength}: {found:#?}");
            }
        }
        office.desk.switch("main");
        office.desk.git(&["branch", "--delete", "--force", "eigen"]);
    }
}

#[test]
fn the_first_push_of_two_organisations_and_a_branch_that_is_no_register() {
    for office in offices() {
        let main = office.desk.head();
        for strength in STRENGTHS {
            let server = office.server(strength);
            server.git(&["update-ref", "-d", "refs/heads/main"]);
            // The first commit is signed by somebody in it.
            office.desk.git(&["checkout", "--quiet", "--orphan", "begin", &main]);
            office.swap("klacht.yaml", "identity: {", &format!("identity: {{strength: {strength}, "));
            let begun = office.by(KEEPER, "Register");
            let found = office.push(strength, KEEPER, &begun);
            assert_eq!(codes(&found, Severity::Error), Vec::<&str>::new(), "{strength}: {found:#?}");
            server.git(&["update-ref", "refs/heads/main", &main]);
            office.desk.git(&["checkout", "--quiet", "--force", "main"]);
            office.desk.git(&["branch", "--delete", "--force", "begin"]);
            // Pages that a forge publishes: no register, and none of the hook's business but for who pushes.
            office.desk.git(&["checkout", "--quiet", "--orphan", "pages"]);
            office.desk.git(&["rm", "--quiet", "-r", "--force", "."]);
            office.desk.write("index.html", "<p>Klachten</p>\n");
            let pages = office.by(HANDLER, "pagina");
            let found = office.push_to(strength, HANDLER, "pages", &pages);
            assert_eq!(codes(&found, Severity::Error), Vec::<&str>::new(), "{strength}: {found:#?}");
            office.desk.git(&["checkout", "--quiet", "--force", "main"]);
            office.desk.git(&["branch", "--delete", "--force", "pages"]);
        }
    }
}

/// What the program itself makes of a case that is due, from the command to the server; and what only looks like it.
#[test]
fn a_case_is_closed_and_destroyed() {
    let base = crate::common::root().join("tests/requirements/base/academie/zelf-opgelost.md");
    let text = std::fs::read_to_string(base).unwrap();
    let id = text.split("id: ").nth(1).unwrap().lines().next().unwrap();
    let (path, book) = (format!("cases/academie/2025/03/{id}.md"), "cases/academie/2025/yearbook.yaml");
    for office in offices() {
        office.desk.write(&path, &text);
        let stood = office.by(MANAGER, "afgesloten");
        for strength in STRENGTHS {
            office.server(strength).git(&["update-ref", "refs/heads/main", &stood]);
        }
        let destroy = |by: &str| {
            let mut command = office.world.klacht(office.desk.path());
            command.env("KLACHT_TODAY", DAY).args(["destroy", id, "--by", by, "--no-input"]).output().unwrap()
        };
        assert!(!destroy("m3").status.success(), "only the director destroys");
        let destroyed = || assert!(destroy("m5").status.success());
        // In another's name, or without the right.
        destroyed();
        whose(&office, CLERK, &office.by(CLERK, "vernietigd"), "G731");
        destroyed();
        office.swap(&path, "by: m5", "by: m3");
        never(&office, CLERK, &office.by(CLERK, "vernietigd"), "T311");
        // Half of it, or a row that says something else.
        destroyed();
        std::fs::remove_file(office.desk.path().join(book)).unwrap();
        never(&office, DIRECTOR, &office.by(DIRECTOR, "zonder rij"), "G718");
        destroyed();
        office.desk.write(&path, &text);
        never(&office, DIRECTOR, &office.by(DIRECTOR, "zonder zaak"), "G718");
        destroyed();
        office.swap(book, "satisfied: ja", "satisfied: nee");
        never(&office, DIRECTOR, &office.by(DIRECTOR, "andere rij"), "G718");
        destroyed();
        let gone = office.by(DIRECTOR, "vernietigd");
        office.taken(DIRECTOR, &gone);
        // Once more, or back again.
        office.edit(book, |text| format!("{text}{}", text.split_once("tally:\n").unwrap().1));
        never(&office, DIRECTOR, &office.by(DIRECTOR, "nog een rij"), "G718");
        office.desk.write(&path, &text);
        never(&office, MANAGER, &office.by(MANAGER, "terug"), "G736");
    }
}

#[test]
fn who_is_locked_out_is_named_anew_by_the_servers_own_key() {
    let office = Office::new(true);
    // Both keepers are gone with their keys; the owner of the machine lays down a key.
    let key = office.key("repair");
    let server = office.server("signature");
    server.git(&["config", "klacht.keeper", &key]);
    let renewed = office.key("academie-m9-new");
    office.edit(PEOPLE, |text| {
        let line = text.lines().find(|line| line.contains("academie-m9\"")).unwrap();
        text.replace(line, &line.replace("}]", &format!("}}, {{key: \"{renewed}\", from: 2026-06-01}}]")))
    });
    office.desk.git(&["add", "--all"]);
    let file = office.world.path().join("keys/repair");
    let sign = format!("-S{}", file.display());
    office.desk.git(&["-c", "gpg.format=ssh", "commit", "--quiet", &sign, "--message", "sleutel"]);
    let commit = office.desk.head();
    let found = office.push("signature", KEEPER, &commit);
    assert_eq!(codes(&found, Severity::Error), Vec::<&str>::new(), "{found:#?}");
    // For that alone: with it nothing else is changed.
    office.undo();
    office.edit("klacht.yaml", |text| format!("{text}notice: {{nl: x, en: x}}\n"));
    office.desk.git(&["add", "--all"]);
    office.desk.git(&["-c", "gpg.format=ssh", "commit", "--quiet", &sign, "--message", "mededeling"]);
    let found = office.push("signature", KEEPER, &office.desk.head());
    assert_ne!(codes(&found, Severity::Error), Vec::<&str>::new());
}

#[test]
fn a_register_that_names_nobody_gets_its_first_keepers_that_way() {
    let office = Office::new(false);
    let key = office.key("repair");
    let sign = format!("-S{}", office.world.path().join("keys/repair").display());
    let signed = |message: &str| {
        office.desk.git(&["add", "--all"]);
        office.desk.git(&["-c", "gpg.format=ssh", "commit", "--quiet", &sign, "--message", message]);
        office.desk.head()
    };
    office.edit("klacht.yaml", |text| format!("{text}authority: {{keepers: [academie/m9, academie/m2]}}\n"));
    signed("beheerders");
    let renewed = office.key("academie-m9-new");
    office.edit(PEOPLE, |text| {
        let line = text.lines().find(|line| line.contains("academie-m9\"")).unwrap();
        let keys = line.replace("}]", &format!("}}, {{key: \"{renewed}\", from: 2026-06-01}}]"));
        text.replace(line, &keys).replace("[academie-m9]", "[academie-m9, nieuw]")
    });
    let commit = signed("sleutels");
    for strength in ["transport", "signature"] {
        office.server(strength).git(&["config", "klacht.keeper", &key]);
        let found = office.push(strength, UNSIGNED, &commit);
        assert_eq!(codes(&found, Severity::Error), Vec::<&str>::new(), "{strength}: {found:#?}");
    }
}
