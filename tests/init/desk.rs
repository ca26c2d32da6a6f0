//! An empty folder, and the program as somebody runs it there on a day.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::common::{Repo, World, words};

/// The templates, each with a case that walks all the way: what opens it, and its steps (`ID` is its number).
pub const TEMPLATES: [(&str, &str, &[&str]); 4] = [
    (
        "training",
        "--topic trainer --party cursist --party trainer:respondent=m3",
        &["hear ID --party p1", "hear ID --party p2 --offered", JUDGED, "close ID", "step ID voorgelegd"],
    ),
    (
        "coaching",
        "--topic coach --party coachee --party coach:respondent=m3",
        &["hear ID", "step ID coach-gehoord", JUDGED, "close ID", "step ID voorgelegd"],
    ),
    (
        "collection",
        "--topic betwisting --party debiteur",
        &[
            "step ID opgeschort --channel e-mail",
            "step ID onderzocht --parts dossier,brieven-en-gesprekken",
            "hear ID",
            "extend ID --channel e-mail --set reden=onderzoek --set nieuwe-datum=2026-02-10",
            JUDGED,
            "close ID",
            "step ID voorgelegd",
        ],
    ),
    ("minimal", "--topic rekening", &["hear ID --offered", JUDGED, "close ID", "step ID voorgelegd"]),
];

const JUDGED: &str = "judge ID --channel e-mail --set oordeel=deels-gegrond --parts oordeel,uitleg,vervolg,instantie";

/// The forges.
pub const FORGES: [&str; 5] = ["github", "gitlab", "forgejo", "gitea", "none"];

/// A desk in a world of its own.
pub struct Desk {
    pub world: World,
    pub root: PathBuf,
}

/// Findings apart from what a new register has to be told.
pub fn told(found: &str) -> String {
    found.split_inclusive('\n').filter(|line| !line.contains("warning[P520]")).collect()
}

impl Desk {
    /// With a folder that is not there yet.
    pub fn new() -> Self {
        let world = World::new();
        let root = world.path().join("register");
        Self { world, root }
    }

    /// With a register of this template.
    pub fn begun(template: &str, more: &str) -> Self {
        let desk = Self::new();
        desk.done(&format!("init register --template {template} --yes {more}"));
        desk
    }

    /// The program, not yet run, in a folder.
    pub fn program_in(&self, dir: &Path) -> Command {
        let mut command = self.world.klacht(dir);
        command.env("KLACHT_TODAY", "2026-01-05").env("KLACHT_LANG", "nl").stdin(Stdio::null());
        command
    }

    fn output(&self, dir: &Path, line: &str) -> Output {
        self.world.tick();
        self.program_in(dir).args(line.split_whitespace()).output().unwrap()
    }

    /// A line of words beside the register, run well; all that was said.
    pub fn done(&self, line: &str) -> String {
        let done = self.output(self.world.path(), line);
        assert!(done.status.success(), "klacht {line}: {}", words(&done));
        words(&done)
    }

    /// The same, refused with this exit code.
    pub fn refused(&self, code: i32, line: &str) -> String {
        let done = self.output(self.world.path(), line);
        assert_eq!(done.status.code(), Some(code), "klacht {line}: {}", words(&done));
        words(&done)
    }

    /// A line of words in the register, run well; what was printed, apart from notes.
    pub fn inside(&self, line: &str) -> String {
        let done = self.output(&self.root, line);
        assert!(done.status.success(), "klacht {line}: {}", words(&done));
        String::from_utf8(done.stdout).unwrap()
    }

    /// What a check in the register found, apart from what a new register has to be told: that nobody looked yet whether the facts
    /// about its external body hold.
    pub fn found(&self, line: &str) -> String {
        told(&self.inside(line))
    }

    /// The register as a repository.
    pub fn repo(&self) -> Repo {
        Repo::at(&self.world, self.root.clone())
    }

    /// Every file of the register outside git's own folder, with its bytes.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = walkdir::WalkDir::new(&self.root).into_iter().filter_entry(|e| e.file_name() != ".git");
        let files = entries.filter_map(Result::ok).filter(|e| e.file_type().is_file());
        let path = |e: &walkdir::DirEntry| e.path().strip_prefix(&self.root).unwrap().to_string_lossy().into_owned();
        files.map(|e| (path(&e), std::fs::read(e.path()).unwrap())).collect()
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.root.join(path)).unwrap()
    }

    /// A case taken from beginning to end, each step a commit under the hook.
    pub fn walk(&self, opening: &str, steps: &[&str]) {
        let said = self.inside(&format!("new --channel e-mail --sealed name,narrative --commit {opening}"));
        let id = said.lines().nth(1).unwrap().to_owned();
        self.inside(&format!("acknowledge {id} --channel e-mail --handler m1 --commit"));
        for step in steps {
            self.inside(&format!("{} --commit", step.replace("ID", &id)));
        }
    }
}
