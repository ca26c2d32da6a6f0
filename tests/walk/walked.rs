//! The walk itself, the same for every regulation.

use std::collections::BTreeSet;

use crate::common::{Office, Repo, draws, words};
use crate::walk::arrival::{import, secret};
use crate::walk::looked::{Look, look, read_over};
use crate::walk::scripts::{self, Script};

struct Walk<'s> {
    script: &'s Script,
    office: Office,
    server: Repo,
    id: String,
    seen: Seen,
}

/// What was seen on the way.
#[derive(Default)]
struct Seen {
    letters: BTreeSet<String>,
    /// Steps that were due, and were not any more once they had been taken.
    done: BTreeSet<String>,
}

impl Walk<'_> {
    /// A desk and a guarded server; the message is in.
    fn begin(script: &Script) -> Walk<'_> {
        let office = Office::new(script.regulation, script.domain);
        let server = office.world.bare("server.git");
        let mut program = office.world.klacht(server.path());
        let done = program.args(["hook", "install", "--server"]).output().unwrap();
        assert!(done.status.success(), "{}", words(&done));
        let (id, told) = import(&office, script);
        secret(&told, "import");
        let walk = Walk { script, office, server, id, seen: Seen::default() };
        walk.pushed();
        walk
    }

    /// What the server says of what was committed.
    fn pushed(&self) {
        let pushed = self.office.desk.push(&self.server, &["main"]);
        assert!(pushed.accepted, "{}: {}", self.script.regulation, pushed.text);
        secret(&pushed.text, "the server");
        assert!(!pushed.text.contains("fout") && !pushed.text.contains("let op"), "{}", pushed.text);
    }

    fn looks(&mut self, place: &str, letters_too: bool) -> Look {
        let look = look(&self.office, &self.id, place, letters_too);
        self.seen.letters.extend(look.letters.iter().cloned());
        look
    }

    /// One step, committed past the hook and pushed past the server.
    fn take(&mut self, line: &scripts::Line) {
        let (day, person, typed) = line;
        let typed = typed.replace("ID", &self.id);
        let place = format!("{} {day} {typed}", self.script.regulation);
        self.office.on(day).by(person);
        let before = self.looks(&format!("before {place}"), true);
        let done = self.office.run(&[&typed.split_whitespace().collect::<Vec<_>>()[..], &["--commit"]].concat());
        assert!(done.status.success(), "{place}: {}", words(&done));
        secret(&words(&done), &place);
        self.pushed();
        // The letters that fit now fit before the next step too.
        let after = self.looks(&format!("after {place}"), draws(false, true));
        let text = self.office.text(&self.id);
        let taken = text.rsplit_once("- step: ").unwrap().1.lines().next().unwrap().to_owned();
        for gone in before.due.difference(&after.due) {
            self.seen.done.insert(gone.1.clone());
        }
        let still = before.due.intersection(&after.due).find(|(kind, step, ..)| *step == taken && kind != "notice");
        // What is done for each party in turn stays due until the last.
        let in_turn = text.matches(&format!("- step: {taken}\n")).count() > 1 || typed.contains("--party");
        assert!(still.is_none() || in_turn, "{place}: still due: {still:?}");
        if ["tussenbericht", "voortgang-gemeld"].contains(&taken.as_str()) {
            let due: BTreeSet<String> = after.due.iter().map(|(.., on)| on.clone()).collect();
            assert!(before.promised.is_subset(&due), "{place}: promised {:?}, due {due:?}", before.promised);
        }
    }

    /// Everything is green, and nothing of the sender is anywhere.
    fn end(&self) {
        let office = &self.office;
        let shown: serde_json::Value =
            serde_json::from_str(&office.done(&["show", &self.id, "--format", "json"])).unwrap();
        assert_eq!(shown["state"]["nl"], self.script.end, "{shown:#}");
        assert_eq!(office.desk.git(&["status", "--porcelain"]), "", "everything is committed");
        for arguments in [&["check"][..], &["check", "--history"]] {
            let done = office.run(arguments);
            assert!(done.status.success(), "{arguments:?}: {}", words(&done));
            secret(&words(&done), &arguments.join(" "));
            assert!(!words(&done).contains("let op["), "{}", words(&done));
        }
        read_over(office, &self.id);
        secret(&office.desk.git(&["log", "--all", "--patch", "--format=fuller"]), "git");
        secret(&self.server.git(&["log", "--all", "--patch", "--format=fuller"]), "the server's git");
        let confidential = office.world.path().join("vertrouwelijk").join(&self.id).join("data.json");
        assert!(std::fs::read_to_string(confidential).unwrap().contains("ijskoud"), "and nothing of it is lost");
    }
}

fn walked(script: &Script) {
    let mut walk = Walk::begin(script);
    walk.looks(&format!("{}: arrived", script.regulation), draws(false, true));
    for line in script.lines {
        walk.take(line);
    }
    walk.looks(&format!("{}: at the end", script.regulation), true);
    walk.end();
    let wanted: BTreeSet<String> = script.letters.iter().map(|k| (*k).to_owned()).collect();
    assert_eq!(walk.seen.letters, wanted, "{}: letters", script.regulation);
    let missed: Vec<&&str> = script.due.iter().filter(|s| !walk.seen.done.contains(**s)).collect();
    assert!(missed.is_empty(), "{}: never due, or never done: {missed:?} of {:?}", script.regulation, walk.seen.done);
}

#[test]
fn under_cmm() {
    walked(&scripts::CMM);
}

#[test]
fn under_square_mile() {
    walked(&scripts::SQUARE_MILE);
}

#[test]
fn under_cbmk() {
    walked(&scripts::CBMK);
}

#[test]
fn under_interactie() {
    walked(&scripts::INTERACTIE);
}

#[test]
fn under_academie() {
    walked(&scripts::ACADEMIE);
}
