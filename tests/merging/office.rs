//! A register with one case and two branches, on which two people work.

use crate::common::{Repo, World, outcome};

pub const CASE: &str = "cases/cbmk/2025/03/K25-0000A7.md";

pub struct Office {
    pub world: World,
    pub repo: Repo,
}

/// The case as both found it: three steps taken, one group of facts.
pub fn base() -> String {
    [
        "---\n# Dossier\nid: K25-0000A7\n\nreceived: 2025-03-03\n\nintake:\n  channel: e-mail\n\n",
        "parties:\n  - {key: p1, role: debiteur, as: complainant}\n\n",
        "topics: [incasso]\nmain_topic: incasso\n\n",
        "sealed:\n  fields: [name, narrative]\n\n",
        "log:\n",
        "  - step: klacht-vastgelegd\n    on: 2025-03-03\n    by: m1\n    reported_to: [m1]\n\n",
        "  - step: toegewezen\n    on: 2025-03-03\n    by: m1\n    to: [m3]\n    reported_to: [m1]\n    handler: m3\n",
        "---\n\nWerkaantekeningen.\n",
    ]
    .concat()
}

/// The base with an entry more.
pub fn with(text: &str, entry: &str) -> String {
    text.replacen("\n---\n\n", &format!("\n\n{entry}---\n\n"), 1)
}

pub fn confirmed() -> String {
    "  - step: ontvangst-bevestigd\n    on: 2025-03-05\n    by: m1\n    to: [p1] # de klager\n    reported_to: [m1]\n    channel: e-mail\n    streefdatum: 2025-03-20\n".to_owned()
}

pub fn called() -> String {
    "  - step: contact-geprobeerd\n    on: 2025-03-04\n    by: m3\n    to: [p1]\n    reported_to: [m1]\n".to_owned()
}

impl Office {
    pub fn new() -> Self {
        let world = World::new();
        let repo = world.repo("desk");
        repo.bring("policy/cbmk");
        repo.write("klacht.yaml", "schema: klacht.register/1\n");
        Self { world, repo }
    }

    /// With the driver in place, but without the hooks: what they refuse is another matter.
    pub fn driven() -> Self {
        let office = Self::new();
        let (code, _, notes) = office.run(&["hook", "install"]);
        assert_eq!(code, 0, "{notes}");
        std::fs::remove_dir_all(office.repo.path().join(".git/hooks")).unwrap();
        office
    }

    /// The case on `main`, and each side's version on a branch of its own; `ours` is checked out.
    pub fn part(&self, base: &str, ours: &str, theirs: &str) -> &Self {
        self.repo.write(CASE, base).commit("Klacht");
        self.repo.branch("theirs").write(CASE, theirs).commit("De ander");
        self.repo.switch("main").branch("ours").write(CASE, ours).commit("De een");
        self
    }

    /// Merges theirs into what is checked out; whether git was content, and what it said.
    pub fn merge(&self) -> (bool, String) {
        let done = self.repo.try_git(&["merge", "--no-edit", "theirs"]);
        let text = [done.stdout, done.stderr].concat();
        (done.status.success(), String::from_utf8_lossy(&text).into_owned())
    }

    pub fn case(&self) -> String {
        std::fs::read_to_string(self.repo.path().join(CASE)).unwrap()
    }

    pub fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let mut program = self.world.klacht(self.repo.path());
        let done = program.args(["--today", "2025-03-06"]).args(arguments).output().unwrap();
        outcome(done)
    }
}
