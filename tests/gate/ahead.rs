//! A history is judged many commits at a time; what is found must be what each commit, judged alone, would give.

use std::collections::BTreeSet;

use crate::gate::office::{CASE, Office, Story, VERSION};

/// Commit, rule, file, place and words of each finding.
type Told = BTreeSet<[String; 5]>;

fn told(office: &Office, arguments: &[&str], threads: &str) -> Told {
    let mut program = office.program(office.desk.path());
    let done = program.args(arguments).args(["--format", "json"]).env("RAYON_NUM_THREADS", threads).output().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let findings = report["findings"].as_array().unwrap();
    findings.iter().map(|f| [&f["commit"], &f["code"], &f["path"], &f["line"], &f["message"]].map(text)).collect()
}

/// Good entries, entries that are taken away and put back, another regulation half-way, and a branch that is merged.
fn eventful() -> Office {
    let office = Office::new();
    let story = Story::plain();
    for round in 0..6 {
        for entries in 2..=story.len().min(5) {
            office.grow(entries);
        }
        let people = format!("{VERSION}/../people.yaml");
        if round == 3 {
            let text = std::fs::read_to_string(office.desk.path().join(&people)).unwrap();
            office.desk.write(&people, format!("{text}# nagekeken\n")).commit("Personen nagekeken");
        }
        if round == 4 {
            office.desk.git(&["switch", "-q", "-c", "zij"]);
            office.grow(2);
            office.desk.git(&["switch", "-q", "main"]);
            office.desk.write(CASE, story.with(3)).commit("Anders");
            office.desk.git(&["merge", "-q", "-s", "ours", "-m", "Samen", "zij"]);
        }
    }
    office
}

#[test]
fn many_commits_at_a_time_are_judged_as_each_alone() {
    let office = eventful();
    let whole = told(&office, &["check", "--history"], "2");
    assert!(whole.len() > 10, "{whole:?}");
    assert_eq!(whole, told(&office, &["check", "--history"], "1"));
    let commits = office.desk.git(&["rev-list", "--topo-order", "HEAD"]);
    let mut alone = Told::new();
    for commit in commits.lines() {
        let parents = office.desk.git(&["rev-parse", &format!("{commit}^@")]);
        let Some(first) = parents.lines().next() else { continue };
        let range = format!("{first}..{commit}");
        alone.extend(told(&office, &["check", "--range", &range], "1").into_iter().filter(|f| f[0] == commit));
    }
    let begun = office.desk.git(&["rev-list", "--max-parents=0", "HEAD"]);
    let whole: Told = whole.into_iter().filter(|f| f[0] != begun.trim()).collect();
    assert_eq!(whole, alone);
}
