//! The gate, a range and the whole history give one verdict on a commit; and what only the check of the whole knows is known
//! at the gate as far as the push can have changed it.

use std::collections::BTreeSet;

use klacht::check::{check_range, check_snapshot};
use klacht::diagnostics::{Finding, Severity};
use klacht::register::{Range, Register};

use crate::authority::done;
use crate::authority::office::{BOOK, CASE, CLERK, HANDLER, KEEPER, Maker, OWNER, Office, PEOPLE};

type Said = BTreeSet<(&'static str, String, Severity)>;

/// Where a file stands is asked of what comes in alone (G750): what a history took once stays where it is.
fn said<'a>(found: impl IntoIterator<Item = &'a Finding>) -> Said {
    let found = found.into_iter().filter(|finding| finding.code != "G750");
    found.map(|f| (f.code, f.path.clone(), f.severity)).collect()
}

/// What each of the four says of the commit on top of what stands.
fn verdicts(office: &Office, maker: Maker, commit: &str, stood: &Said) -> [Said; 4] {
    let register = Register::open(office.desk.path()).unwrap();
    let main = office.main();
    let [old, new] = [&main, commit].map(|id| register.commit_named(id).unwrap());
    let gate = office.push("author", maker, commit);
    let range = check_range(&register, &Range { tips: vec![new], except: vec![old] }, &|_, _| {}).unwrap().findings;
    let all = check_range(&register, &Range { tips: vec![new], except: Vec::new() }, &|_, _| {}).unwrap().findings;
    let all: Vec<Finding> = all.into_iter().filter(|f| f.commit.as_deref() == Some(commit)).collect();
    let day = Some(crate::authority::office::DAY.parse().unwrap());
    let now = check_snapshot(&register.at_commit(new).unwrap(), day, &|_, _| {}).unwrap().findings;
    [said(&gate), said(&range), said(&all), said(&now).difference(stood).cloned().collect()]
}

/// What is changed, by whom, and how.
type Change = (&'static str, Maker, fn(&Office));

/// The commits of which the verdicts are compared.
fn changes() -> Vec<Change> {
    vec![
        ("a step out of order", HANDLER, |o| done(o.log(CASE, "step: afgesloten\non: 2026-06-01\nby: m4"))),
        ("a step of somebody who may not", CLERK, |o| done(o.log(CASE, "step: behandeld\non: 2026-06-01\nby: m6"))),
        ("R405: one director too many", OWNER, |o| {
            o.edit(PEOPLE, |text| text.replace("role: trainer, from: 2025-02-01", "role: directeur, from: 2025-07-01"));
        }),
        ("R412: a trainer without a declaration", OWNER, |o| {
            o.swap(PEOPLE, "persons:\n", "persons:\n  - {key: m20, roles: [{role: trainer, from: 2026-01-01}]}\n");
        }),
        ("a role that the regulation does not know", OWNER, |o| {
            o.swap(PEOPLE, "persons:\n", "persons:\n  - {key: m20, roles: [{role: tovenaar, from: 2026-01-01}]}\n");
        }),
        ("G734: one address, two persons", OWNER, |o| {
            o.swap(PEOPLE, "persons:\n", "persons:\n  - {key: m20, roles: [], git: [m4@zilverlinde.example]}\n");
        }),
        ("G741: a keeper who is nobody", KEEPER, |o| {
            done(o.swap("klacht.yaml", "academie/m2]", "academie/m2, academie/m99]"));
        }),
        ("G741: an owner who is nobody", OWNER, |o| done(o.swap(PEOPLE, "[m7, m2]", "[m7, m2, m99]"))),
        ("C110: a second case of one id", HANDLER, |o| {
            let text = o.read(CASE);
            o.desk.write("cases/academie/2026/06/K26-0003AN.md", text);
        }),
        ("a report that lacks a part", Maker::of("m2", "m2"), |o| {
            let line = "reports: [{on: 2026-05-30, by: m2, from: 2025-01-01, until: 2025-12-31, parts: [analyse]}]\n";
            o.edit(BOOK, |text| format!("{text}{line}"));
        }),
        ("a file that belongs nowhere", HANDLER, |o| done(o.desk.write("cases/academie/2026/notes.txt", "x\n"))),
        ("a number in a file of the policy", OWNER, |o| {
            done(o.desk.write("policy/academie/table.csv", "020-5550123\n"));
        }),
        ("an unknown key", KEEPER, |o| done(o.edit("klacht.yaml", |text| format!("{text}nonsense: 1\n")))),
        ("two without signatures", KEEPER, |o| {
            done(o.swap("klacht.yaml", "academie/m2]}", "academie/m2], two: [people]}"));
        }),
        ("nothing wrong", HANDLER, |o| done(o.edit(CASE, |text| format!("{text}\nTelefonisch toegelicht.\n")))),
    ]
}

#[test]
fn the_gate_a_range_the_history_and_the_whole_say_the_same() {
    let office = Office::new(true);
    let register = Register::open(office.desk.path()).unwrap();
    let main = register.at_commit(register.commit_named("main").unwrap()).unwrap();
    let day = Some(crate::authority::office::DAY.parse().unwrap());
    let stood = said(&check_snapshot(&main, day, &|_, _| {}).unwrap().findings);
    for (name, maker, change) in changes() {
        change(&office);
        let commit = office.by(maker, "wijziging");
        let [gate, range, history, whole] = verdicts(&office, maker, &commit, &stood);
        assert_eq!(gate, range, "{name}: gate and range");
        assert_eq!(range, history, "{name}: range and history");
        let errors = |said: &Said| -> BTreeSet<(&str, String)> {
            said.iter()
                .filter(|(.., severity)| *severity > Severity::Hint)
                .map(|(code, path, _)| (*code, path.clone()))
                .collect()
        };
        let missing: Vec<_> = errors(&whole).difference(&errors(&gate)).cloned().collect();
        assert_eq!(missing, Vec::new(), "{name}: known to the check of the whole alone; the gate says {gate:?}");
        office.undo();
    }
}
