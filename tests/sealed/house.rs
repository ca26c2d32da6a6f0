//! A house with desks, each with a home and keys of its own, and a server with the hook that has no key.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use crate::common::{Repo, World, root, words};

/// In every sealed field: what must be found nowhere.
pub const CANARY: &str = "Kanariegeel";
/// Lines to seal.
pub const PERSON: &str = "name: Ans Kanariegeel\nemail: ans@kanariegeel.example\naddress: Kanariegeelkade 3\ncity: Loverveld\nnarrative: |\n  Kanariegeel: de les ging niet door.\n";

/// The house.
pub struct House {
    /// Where everything is.
    pub world: World,
    /// The server.
    pub server: Repo,
    desks: Vec<(String, Repo)>,
    day: std::cell::RefCell<String>,
}

impl House {
    /// A desk for each of these persons, all with keys; the first made the key for the safe.
    pub fn of(persons: &[&str]) -> Self {
        let world = World::new();
        world.set_author("m2@zilverlinde.example");
        let server = world.bare("server.git");
        let first = world.repo("first");
        first.bring_from(&root().join("policy/academie"), "policy/academie");
        first
            .write("klacht.yaml", "schema: klacht.register/1\nprotected: [main]\nvault: {backups: 30 calendar days}\n");
        first.write(".gitignore", "/vertrouwelijk/\n/public/\n");
        let installed = world.klacht(first.path()).args(["hook", "install"]).output().unwrap();
        assert!(installed.status.success(), "{}", words(&installed));
        first.commit("De regeling");
        let pushed = first.push(&server, &["main"]);
        assert!(pushed.accepted, "{}", pushed.text);
        let done = world.klacht(server.path()).args(["hook", "install", "--server"]).output().unwrap();
        assert!(done.status.success(), "{}", words(&done));
        let house = Self { world, server, desks: Vec::new(), day: std::cell::RefCell::new(String::new()) };
        house.on("2026-05-04");
        house.with(persons)
    }

    /// More persons, each with a desk and a key.
    pub fn with(mut self, persons: &[&str]) -> Self {
        for person in persons {
            let first = self.desks.is_empty();
            let desk = self.world.clone_of(&self.server, &format!("desk-{person}"), &[]);
            std::fs::create_dir_all(self.world.path().join(format!("home-{person}"))).unwrap();
            self.desks.push(((*person).to_owned(), desk));
            self.done(person, &["hook", "install"]);
            self.done(person, &["keys", "new", "--commit"]);
            if first {
                let safe = self.safe();
                let cards = self.done(person, &["keys", "recovery", "make", safe.to_str().unwrap(), "--commit"]);
                std::fs::write(self.world.path().join("cards.txt"), cards).unwrap();
            }
            self.push(person);
        }
        for (person, _) in &self.desks {
            self.pull(person);
        }
        self
    }

    /// The day on which things are done.
    pub fn on(&self, day: &str) -> &Self {
        day.clone_into(&mut self.day.borrow_mut());
        let date: chrono::NaiveDate = day.parse().unwrap();
        self.world.set_clock(date.and_hms_opt(11, 0, 0).unwrap().and_utc().timestamp());
        self
    }

    /// The folder that stands for the safe.
    pub fn safe(&self) -> PathBuf {
        self.world.path().join("safe")
    }

    /// The desk of a person.
    pub fn desk(&self, person: &str) -> &Repo {
        &self.desks.iter().find(|(name, _)| name == person).unwrap().1
    }

    /// The keys of a person.
    pub fn keys(&self, person: &str) -> PathBuf {
        self.world.path().join(format!("home-{person}")).join("keys")
    }

    /// The program at a person's desk, not yet run.
    pub fn program(&self, person: &str) -> Command {
        self.world.set_author(&format!("{person}@zilverlinde.example"));
        self.world.tick();
        let mut command = self.world.klacht(self.desk(person).path());
        command
            .env("KLACHT_TODAY", self.day.borrow().as_str())
            .env("KLACHT_LANG", "nl")
            .env("KLACHT_KEYS", self.keys(person))
            .env("KLACHT_UNLOCKED_MINUTES", "0")
            .env("KLACHT_PASSPHRASE_COMMAND", format!("echo vier-woorden-van-{person}"))
            .stdin(Stdio::null());
        command
    }

    /// The program run.
    pub fn run(&self, person: &str, arguments: &[&str]) -> Output {
        self.program(person).args(arguments).output().unwrap()
    }

    /// The program run well; everything that it said.
    pub fn done(&self, person: &str, arguments: &[&str]) -> String {
        let done = self.run(person, arguments);
        assert!(done.status.success(), "{person}: klacht {}: {}", arguments.join(" "), words(&done));
        words(&done)
    }

    /// The program refused; everything that it said.
    pub fn refused(&self, person: &str, arguments: &[&str]) -> String {
        let done = self.run(person, arguments);
        assert!(!done.status.success(), "{person}: klacht {}: {}", arguments.join(" "), words(&done));
        words(&done)
    }

    /// The program run well with lines on its standard input; what it printed.
    pub fn fed(&self, person: &str, arguments: &[&str], lines: &str) -> String {
        use std::io::Write;

        let mut command = self.program(person);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
        let done = child.wait_with_output().unwrap();
        assert!(done.status.success(), "{person}: klacht {}: {}", arguments.join(" "), words(&done));
        String::from_utf8(done.stdout).unwrap()
    }

    /// A new case with a person and a story, sealed; its id.
    pub fn opened(&self, person: &str) -> String {
        let line = "new --channel e-mail --party cursist --source extern --topic planning --sealed-from - --commit";
        let said = self.fed(person, &line.split(' ').collect::<Vec<_>>(), PERSON);
        said.lines().nth(1).unwrap().to_owned()
    }

    /// Takes in what others pushed.
    pub fn pull(&self, person: &str) -> &Self {
        self.desk(person).git(&["pull", "--quiet", "--rebase"]);
        self
    }

    /// What is sealed, and the branch.
    pub fn push(&self, person: &str) -> &Self {
        let said = self.done(person, &["sync"]);
        let desk = self.desk(person);
        assert_eq!(desk.head(), self.server.id("main"), "{person}: {said}");
        self
    }

    /// All files of a folder, with what is inside those of git inflated, in which a text stands.
    pub fn holding(&self, text: &str) -> Vec<String> {
        let mut found = Vec::new();
        for entry in walkdir::WalkDir::new(self.world.path()).into_iter().filter_map(Result::ok) {
            let bytes = if entry.file_type().is_file() { std::fs::read(entry.path()).unwrap() } else { Vec::new() };
            if has(&bytes, text) {
                found.push(entry.path().display().to_string());
            }
            let is_store = entry.file_type().is_dir() && entry.path().join("objects").is_dir();
            if is_store && has(&self.objects(entry.path()), text) {
                found.push(format!("objects of {}", entry.path().display()));
            }
        }
        found
    }

    /// Every object of a repository, inflated, whether anything leads to it or not.
    fn objects(&self, git_dir: &std::path::Path) -> Vec<u8> {
        let arguments = ["--git-dir", git_dir.to_str().unwrap(), "cat-file", "--batch-all-objects", "--batch"];
        let done = self.world.command("git", self.world.path()).args(arguments).output().unwrap();
        assert!(done.status.success(), "{}", words(&done));
        done.stdout
    }

    /// How many objects of these there are in a repository.
    pub fn there(&self, git_dir: &std::path::Path, ids: &[String]) -> usize {
        let there = |id: &&String| {
            let arguments = ["--git-dir", git_dir.to_str().unwrap(), "cat-file", "-e", id.as_str()];
            self.world.command("git", self.world.path()).args(arguments).output().unwrap().status.success()
        };
        ids.iter().filter(there).count()
    }

    /// The store of a desk.
    pub fn store(&self, person: &str) -> PathBuf {
        self.desk(person).path().join(".git/klacht/vault.git")
    }
}

fn has(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()))
}
