//! What is said of a regulation that is not right, or not complete: the true fault, where it stands, and what puts it right.

mod documented;
mod meaning;
mod readable;
mod rules;
mod site;

use std::path::Path;

use crate::common::{Repo, World};

/// Where the version stands.
const FOLDER: &str = "policy/boekhoek/2026-01-01";

/// The smallest regulation that `policy check` has nothing against.
const RULES: &str = include_str!("boekhoek/regulation.yaml");
const TEXT: &str = include_str!("boekhoek/text.nl.md");
const PEOPLE: &str = include_str!("boekhoek/people.yaml");

/// A register with that regulation.
struct Desk {
    world: World,
    repo: Repo,
}

impl Desk {
    fn new() -> Self {
        Self::with(&[], &[])
    }

    /// With other words in the rules, and in the text.
    fn with(rules: &[(&str, &str)], text: &[(&str, &str)]) -> Self {
        let world = World::new();
        let repo = world.repo("desk");
        repo.write("klacht.yaml", "schema: klacht.register/1\n");
        repo.write(&format!("{FOLDER}/regulation.yaml"), changed(RULES, rules));
        repo.write(&format!("{FOLDER}/text.nl.md"), changed(TEXT, text));
        repo.write("policy/boekhoek/people.yaml", PEOPLE);
        Self { world, repo }
    }

    fn path(&self) -> &Path {
        self.repo.path()
    }

    /// Exit code and everything that was said, in English.
    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = self.world.klacht(self.path());
        command.env("KLACHT_LANG", "en").env("KLACHT_TODAY", "2026-11-20").args(arguments);
        let done = command.output().unwrap();
        let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
        (done.status.code().unwrap(), said)
    }

    fn policy(&self) -> (i32, String) {
        self.run(&["policy", "check"])
    }
}

fn changed(source: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(source.to_owned(), |all, (from, to)| {
        assert!(all.contains(from), "not there: {from}");
        all.replacen(from, to, 1)
    })
}

#[test]
fn the_regulation_of_these_tests_is_right() {
    let (code, said) = Desk::new().policy();
    assert_eq!(code, 0, "{said}");
    assert!(!said.contains("error") || said.contains("no errors"), "{said}");
    assert!(!said.contains("[P516]") && !said.contains("[S801]"), "{said}");
}
