//! Parts of the bundled register in a repository of their own.

use std::path::{Path, PathBuf};

use crate::common::{Repo, World};

/// The day on which the bundled register stands.
pub const TODAY: &str = "2026-11-20";

pub struct Room {
    world: World,
    pub repo: Repo,
}

impl Room {
    /// A register with one regulation and the cases of it whose path holds `part`.
    pub fn of(regulation: &str, part: &str) -> Self {
        let world = World::new();
        let repo = world.repo("desk");
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for folder in ["policy", "cases"] {
            let from = root.join(folder).join(regulation);
            for entry in walkdir::WalkDir::new(&from).sort_by_file_name().into_iter().map(Result::unwrap) {
                let path = entry.path().strip_prefix(root).unwrap().to_string_lossy().into_owned();
                if entry.file_type().is_file() && (folder == "policy" || path.contains(part)) {
                    repo.write(&path, std::fs::read(entry.path()).unwrap());
                }
            }
        }
        repo.write("klacht.yaml", "schema: klacht.register/1\n");
        Self { world, repo }
    }

    pub fn path(&self) -> &Path {
        self.repo.path()
    }

    /// Where the overview is kept.
    pub fn kept(&self) -> PathBuf {
        self.path().join(".git").join(klacht::casework::case_index::KEPT)
    }

    /// Runs the program on the day of the register: exit code, standard output, standard error.
    pub fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        self.run_on(TODAY, arguments)
    }

    /// The same on another day.
    pub fn run_on(&self, day: &str, arguments: &[&str]) -> (i32, String, String) {
        let mut command = self.world.command(env!("CARGO_BIN_EXE_klacht"), self.path());
        let done = command.args(["--today", day]).args(arguments).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
    }

    /// The cases, sorted by path.
    pub fn cases(&self) -> Vec<String> {
        let files = walkdir::WalkDir::new(self.path().join("cases")).sort_by_file_name().into_iter();
        let paths = files.map(Result::unwrap).filter(|f| f.path().extension().is_some_and(|e| e == "md"));
        paths.map(|f| f.path().strip_prefix(self.path()).unwrap().to_string_lossy().into_owned()).collect()
    }

    /// The keys of the persons.
    pub fn persons(&self, regulation: &str) -> Vec<String> {
        let source = std::fs::read_to_string(self.path().join(format!("policy/{regulation}/people.yaml"))).unwrap();
        klacht::regulation::read_people(&source).value.unwrap().persons.into_iter().map(|p| p.key).collect()
    }
}

/// Whether a text holds a word, not as a part of another.
pub fn holds(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|w| w == word)
}
