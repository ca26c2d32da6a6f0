//! A desk: one regulation in a repository with the hook in place, and the program as somebody runs it on a day.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use chrono::NaiveDate;

use super::{Repo, World, root, words};

/// A desk.
pub struct Office {
    /// Where everything is.
    pub world: World,
    /// The work tree.
    pub desk: Repo,
    domain: &'static str,
    day: std::cell::Cell<NaiveDate>,
}

impl Office {
    /// A desk under one of the bundled regulations, whose staff have addresses of this domain. The hook is in place.
    pub fn new(regulation: &str, domain: &'static str) -> Self {
        Self::under(regulation, &root().join("policy").join(regulation), domain)
    }

    /// The same under a regulation that stands in a folder elsewhere.
    pub fn under(regulation: &str, source: &Path, domain: &'static str) -> Self {
        let first = "2025-01-02";
        let at = |world: World| {
            let desk = Repo::at(&world, world.path().join("desk"));
            Self { world, desk, domain, day: std::cell::Cell::new(first.parse().unwrap()) }
        };
        let world = World::begun(&format!("office {regulation} {domain}"), |world| {
            let desk = world.repo("desk");
            desk.bring_from(source, &format!("policy/{regulation}"));
            desk.write("klacht.yaml", "schema: klacht.register/1\nprotected: [main]\n");
            let office = at(world.clone());
            office.on(first).by("m1");
            // Installing also writes .gitattributes, which is committed with the rest.
            office.done(&["hook", "install"]);
            desk.commit("De regeling");
        });
        at(world)
    }

    /// The day on which things are done.
    pub fn on(&self, day: &str) -> &Self {
        self.day.set(day.parse().unwrap());
        let noon = self.day.get().and_hms_opt(11, 0, 0).unwrap();
        self.world.set_clock(noon.and_utc().timestamp());
        self
    }

    /// Who is at the keyboard.
    pub fn by(&self, person: &str) -> &Self {
        self.world.set_author(&format!("{person}@{}", self.domain));
        self
    }

    /// The program, not yet run.
    pub fn program(&self) -> Command {
        let mut command = self.world.klacht(self.desk.path());
        command.env("KLACHT_TODAY", self.day.get().to_string()).env("KLACHT_LANG", "nl").stdin(Stdio::null());
        command
    }

    /// The program run.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.world.tick();
        self.program().args(arguments).output().unwrap()
    }

    /// The program run well; what it printed.
    pub fn done(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        assert!(done.status.success(), "klacht {}: {}", arguments.join(" "), words(&done));
        String::from_utf8(done.stdout).unwrap()
    }

    /// The program refused with this exit code; everything that it said.
    pub fn refused(&self, code: i32, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        assert_eq!(done.status.code(), Some(code), "klacht {}: {}", arguments.join(" "), words(&done));
        words(&done)
    }

    /// A line of words, run well.
    pub fn say(&self, line: &str) -> String {
        self.done(&line.split_whitespace().collect::<Vec<_>>())
    }

    /// A new case by a line of words; its id.
    pub fn open(&self, line: &str) -> String {
        let said = self.say(line);
        said.lines().nth(1).unwrap().to_owned()
    }

    /// The path of a case on disk.
    pub fn file(&self, id: &str) -> PathBuf {
        let cases = walkdir::WalkDir::new(self.desk.path().join("cases"));
        let name = format!("{id}.md");
        let found = cases.into_iter().filter_map(Result::ok).find(|e| e.file_name().to_string_lossy() == name);
        found.expect("the case is on disk").into_path()
    }

    /// The text of a case on disk.
    pub fn text(&self, id: &str) -> String {
        std::fs::read_to_string(self.file(id)).unwrap()
    }
}
