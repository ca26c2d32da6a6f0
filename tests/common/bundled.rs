use std::path::Path;

use super::{Repo, World, outcome, root};

/// The day on which the bundled register stands.
pub const TODAY: &str = "2026-11-20";

/// One regulation of the bundled register with its cases, in a repository of its own.
pub struct Bundled {
    pub world: World,
    pub repo: Repo,
}

impl Bundled {
    /// With all its cases.
    pub fn of(regulation: &str) -> Self {
        Self::with(regulation, "")
    }

    /// With the cases whose path holds `part`.
    pub fn with(regulation: &str, part: &str) -> Self {
        let world = World::new();
        let repo = world.repo("desk");
        repo.bring(&format!("policy/{regulation}"));
        for entry in walkdir::WalkDir::new(root().join("cases").join(regulation)).into_iter().map(Result::unwrap) {
            let path = entry.path().strip_prefix(root()).unwrap().to_str().unwrap();
            if entry.file_type().is_file() && path.contains(part) {
                repo.bring(path);
            }
        }
        repo.write("klacht.yaml", "schema: klacht.register/1\n");
        Self { world, repo }
    }

    /// The folder of the register.
    pub fn path(&self) -> &Path {
        self.repo.path()
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path().join(path)).unwrap()
    }

    /// Runs the program on the day of the register: exit code, standard output, standard error.
    pub fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        self.run_on(TODAY, arguments)
    }

    /// The same on another day.
    pub fn run_on(&self, day: &str, arguments: &[&str]) -> (i32, String, String) {
        outcome(self.world.klacht(self.path()).env("KLACHT_TODAY", day).args(arguments).output().unwrap())
    }
}
