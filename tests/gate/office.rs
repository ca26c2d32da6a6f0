//! A small organisation: one regulation, one case that grows, a desk where it is written and a server that guards it.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use chrono::NaiveDate;

use crate::common::{Pushed, Repo, World, root, words};

/// The regulation all these tests are held to.
pub const REGULATION: &str = "cbmk";
/// The folder of its version.
pub const VERSION: &str = "policy/cbmk/2022-01-01";
/// The case that grows.
pub const CASE: &str = "cases/cbmk/2025/03/K25-0000A7.md";
/// The e-mail address of a member of staff, by key.
pub fn address(person: &str) -> String {
    format!("{person}@klinkerdam.example")
}

/// A desk and a server. The policy is on both; hooks are where they were asked for.
pub struct Office {
    /// Where everything is.
    pub world: World,
    /// The work tree in which cases are written.
    pub desk: Repo,
    /// The bare repository on the server, guarded.
    pub server: Repo,
}

impl Office {
    /// With the settings as they come.
    pub fn new() -> Self {
        Self::with("schema: klacht.register/1\nprotected: [main]\n")
    }

    /// With these settings in `klacht.yaml`.
    pub fn with(settings: &str) -> Self {
        Self::formed(settings, &[])
    }

    /// With arguments for `git init` on both sides.
    pub fn formed(settings: &str, arguments: &[&str]) -> Self {
        Self::named("server.git", settings, arguments)
    }

    /// With a server in a folder of this name.
    pub fn named(server: &str, settings: &str, arguments: &[&str]) -> Self {
        let at = |world: World| {
            let of = |name: &str| Repo::at(&world, world.path().join(name));
            Self { desk: of("desk"), server: of(server), world }
        };
        let world = World::begun(&format!("gate {server} {settings} {arguments:?}"), |world| {
            world.repo_with(server, &[&["--bare"], arguments].concat());
            world.repo_with("desk", arguments);
            let office = at(world.clone());
            office.desk.bring(&format!("policy/{REGULATION}")).write("klacht.yaml", settings);
            office.on("2025-01-02").by("m1");
            office.desk.commit("De regeling");
            let done = office.run(&office.server, &["hook", "install", "--server"]);
            assert!(done.status.success(), "{}", words(&done));
            let pushed = office.push(&["main"]);
            assert!(pushed.accepted, "{}", pushed.text);
        });
        at(world)
    }

    /// The day on which the next commits are made.
    pub fn on(&self, day: &str) -> &Self {
        let noon = day.parse::<NaiveDate>().unwrap().and_hms_opt(11, 0, 0).unwrap();
        self.world.set_clock(noon.and_utc().timestamp());
        self
    }

    /// Who makes them, by the key of people.yaml.
    pub fn by(&self, person: &str) -> &Self {
        self.world.set_author(&address(person));
        self
    }

    /// The program, run somewhere.
    pub fn run(&self, at: &Repo, arguments: &[&str]) -> Output {
        self.program(at.path()).args(arguments).stdin(Stdio::null()).output().unwrap()
    }

    /// The program, not yet run.
    pub fn program(&self, dir: &Path) -> Command {
        self.world.klacht(dir)
    }

    /// Writes the case with so many entries, and commits it on the day of the last one.
    pub fn grow(&self, entries: usize) -> String {
        let story = Story::plain();
        self.on(&story.day(entries)).by("m1");
        self.desk.write(CASE, story.with(entries)).commit("Klacht bijgewerkt")
    }

    /// Puts the client's hooks in place.
    pub fn guard_desk(&self) -> &Self {
        let done = self.run(&self.desk, &["hook", "install"]);
        assert!(done.status.success(), "{}", words(&done));
        self
    }

    /// Pushes from the desk.
    pub fn push(&self, arguments: &[&str]) -> Pushed {
        self.desk.push(&self.server, arguments)
    }

    /// Pushes, which must be accepted without a word of ours.
    pub fn accepts(&self, arguments: &[&str]) {
        let pushed = self.push(arguments);
        assert!(pushed.accepted, "{}", pushed.text);
        assert_eq!(codes(&pushed.text), Vec::<String>::new(), "{}", pushed.text);
    }

    /// Pushes, which must be refused for exactly these reasons; what was said.
    pub fn refuses(&self, arguments: &[&str], reasons: &[&str]) -> String {
        let before = self.server.git(&["for-each-ref"]);
        let pushed = self.push(arguments);
        assert!(!pushed.accepted, "{}", pushed.text);
        assert_eq!(codes(&pushed.text), reasons, "{}", pushed.text);
        assert_eq!(before, self.server.git(&["for-each-ref"]), "nothing moved");
        pushed.text
    }
}

/// The codes of the errors that a text names, sorted, each once.
pub fn codes(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.strip_prefix("remote: ").unwrap_or(line));
    let mut codes: Vec<String> = lines
        .filter_map(|line| line.strip_prefix("fout ").or_else(|| line.strip_prefix("error ")))
        .filter_map(|rest| rest.split(' ').next().map(str::to_owned))
        .collect();
    codes.sort();
    codes.dedup();
    codes
}

/// A base case, entry by entry.
pub struct Story {
    head: String,
    entries: Vec<String>,
    tail: String,
}

impl Story {
    /// The case that is handled without trouble.
    pub fn plain() -> Self {
        Self::named("plain")
    }

    /// A base case of the regulation.
    pub fn named(name: &str) -> Self {
        let path = root().join(format!("tests/requirements/base/{REGULATION}/{name}.md"));
        let text = std::fs::read_to_string(path).unwrap();
        let (head, rest) = text.split_once("log:\n").unwrap();
        let (log, body) = rest.split_once("---\n").unwrap();
        let entries = log.split("  - step:").skip(1).map(|entry| format!("  - step:{entry}")).collect();
        Self { head: format!("{head}log:\n"), entries, tail: format!("---\n{body}") }
    }

    /// The case with its first entries only.
    pub fn with(&self, entries: usize) -> String {
        format!("{}{}{}", self.head, self.entries[..entries].concat(), self.tail)
    }

    /// The day of an entry, counted from 1.
    pub fn day(&self, entry: usize) -> String {
        self.entries[entry - 1].split("on: ").nth(1).unwrap()[..10].to_owned()
    }

    /// How many entries it has.
    pub fn len(&self) -> usize {
        self.entries.len()
    }
}
