//! What a commit is refused for: M37, M45 and M46.

use std::path::Path;

use klacht::check::check_range;
use klacht::register::{Range, Register};

use crate::common::{Repo, World};

const CASE: &str = "cases/academie/2026/03/K26-000013.md";
const HEAD: &str = "---\nid: K26-000013\nreceived: 2026-03-02\nintake: {channel: e-mail, source: extern}\nparties:\n  - {key: p1, role: cursist, as: complainant}\n  \
                    - {key: p2, role: trainer, as: respondent}\ntopics: [trainer, locatie]\nmain_topic: trainer\nseverity: ernstig\nfields: {eerder-gemeld: nee}\n\
                    sealed: {fields: [name, email, narrative]}\nlog:\n  - {step: gereageerd, on: 2026-03-03, by: m3, to: [p1], channel: e-mail, handler: m3}\n";

/// A register with one regulation, committed, in which a case can stand.
fn register(world: &World, id: &str) -> Repo {
    let repo = world.repo("register");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("policy");
    for file in walkdir::WalkDir::new(root.join(id)).into_iter().map(Result::unwrap) {
        if file.file_type().is_file() {
            let path = file.path().strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            repo.write(&format!("policy/{path}"), std::fs::read(file.path()).unwrap());
        }
    }
    repo.commit("regeling");
    // Wednesday 1 April 2026.
    world.set_clock(1_775_037_600);
    repo
}

/// The codes that the last commit gets, with their severity.
fn last(repo: &Repo) -> Vec<String> {
    let register = Register::open(repo.path()).unwrap();
    let id = |revision: &str| register.commit_named(revision).unwrap();
    let range = Range::between(id("HEAD~1"), id("HEAD"));
    let findings = check_range(&register, &range, &|_, _| {}).unwrap().findings;
    let mut codes: Vec<String> = findings.iter().map(|f| format!("{} {}", f.code, f.severity.word())).collect();
    codes.sort();
    codes.dedup();
    codes
}

fn changed(from: &str, to: &str, correction: &str) -> Vec<String> {
    let world = World::new();
    let repo = register(&world, "academie");
    world.set_author("m3@zilverlinde.example");
    repo.write(CASE, format!("{HEAD}---\n")).commit("klacht");
    assert!(HEAD.contains(from), "{from}");
    let more = if correction.is_empty() {
        String::new()
    } else {
        format!("  - {{step: correctie, of: {correction}, reason: verkeerd overgenomen, on: 2026-04-01, by: m3}}\n")
    };
    repo.write(CASE, format!("{}{more}---\n", HEAD.replace(from, to))).commit("bijgewerkt");
    last(&repo).into_iter().filter(|c| c.starts_with('G') || c.starts_with("W216") || c.starts_with("W205")).collect()
}

#[test]
fn m46_a_fact_that_rules_rest_on_changes_with_a_correction_only() {
    let changes = [
        ("severity: ernstig", "severity: gewoon", "severity"),
        ("severity: ernstig\n", "", "severity"),
        ("topics: [trainer, locatie]", "topics: [trainer]", "topics"),
        ("main_topic: trainer", "main_topic: locatie", "topics"),
        ("source: extern", "source: intern", "source"),
        ("eerder-gemeld: nee", "eerder-gemeld: ja", "fields.eerder-gemeld"),
        ("role: trainer, as: respondent", "role: trainer, as: involved", "p2"),
        ("role: trainer, as: respondent", "role: medewerker, as: respondent, person: m4", "p2"),
        ("\n  - {key: p2, role: trainer, as: respondent}", "", "p2"),
    ];
    for (from, to, fact) in changes {
        assert_eq!(changed(from, to, ""), ["G730 error"], "{to}");
        assert_eq!(changed(from, to, fact), [""; 0], "{to}");
        let other = if fact == "severity" { "topics" } else { "severity" };
        assert_eq!(changed(from, to, other), ["G730 error"], "{to}: a correction of something else");
    }
}

#[test]
fn m46_what_was_not_there_may_be_filled_in() {
    assert_eq!(changed("topics: [trainer, locatie]", "topics: [trainer, locatie, planning]", ""), [""; 0]);
    assert_eq!(changed("role: trainer, as: respondent", "role: trainer, as: respondent, person: m4", ""), [""; 0]);
    let joined = "as: respondent}\n  - {key: p3, role: trainer, as: involved, since: 2026-03-31}";
    assert_eq!(changed("as: respondent}", joined, ""), [""; 0]);
}

#[test]
fn m45_people_are_judged_where_they_change() {
    let world = World::new();
    let repo = register(&world, "square-mile");
    world.set_author("m2@taalkring-meridiaan.example");
    let path = "policy/square-mile/people.yaml";
    let people = std::fs::read_to_string(repo.path().join(path)).unwrap();
    let role = "{role: bemiddelaar, from: 2014-11-06}";
    let both = people.replace(role, &format!("{role}\n      - {{role: medewerker, from: 2026-01-01}}"));
    assert_ne!(people, both);
    repo.write(path, &both).commit("erbij");
    assert_eq!(last(&repo), ["R405 error"]);
    // What stood there before is told and does not refuse.
    repo.write(path, format!("{both}# nagekeken\n")).commit("nog iemand");
    assert_eq!(last(&repo), ["R405 warning"]);
    repo.write(path, &people).commit("terug");
    assert_eq!(last(&repo), [""; 0]);
}

#[test]
fn m37_the_accused_records_nothing_in_the_case_about_himself() {
    let world = World::new();
    let repo = register(&world, "interactie");
    let path = "cases/interactie/2026/03/K26-000013.md";
    let head = "---\nid: K26-000013\nreceived: 2026-03-02\nintake: {channel: brief}\nparties:\n  - {key: p1, role: opdrachtgever, as: complainant}\n  \
                - {key: p2, role: klachtenfunctionaris, as: respondent, person: PERSON}\ntopics: [factuur]\nfields: {overeenkomst: O-1}\nsealed: {fields: [name, narrative]}\nlog:\n  \
                - {step: vervanger-aangewezen, on: 2026-03-03, by: m1, to: [HANDLER], handler: HANDLER}\n  - {step: doorgeleid, on: 2026-03-03, by: m1, to: [HANDLER], handler: HANDLER}\n";
    let head = head.replace("PERSON", "m3").replace("HANDLER", "m4");
    repo.write(path, format!("{head}---\n")).commit("klacht");
    let next = "  - {step: klacht-geregistreerd, on: 2026-03-04, by: m4}\n";
    let by = |author: &str| {
        world.set_author(&format!("{author}@vlonderpad.example"));
        repo.write(path, format!("{head}{next}---\n")).commit("stap");
        let found = last(&repo);
        repo.git(&["reset", "--quiet", "--hard", "HEAD~1"]);
        found.contains(&"G713 warning".to_owned())
    };
    assert!(by("m3"), "the officer whom it is about");
    assert!(!by("m4"), "who handles it in his place");
}
