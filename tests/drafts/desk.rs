//! Parts of the bundled register in a folder of their own, with a draft beside them.

use std::path::Path;

use crate::common::{Repo, World};

pub struct Desk {
    pub world: World,
    pub repo: Repo,
}

impl Desk {
    pub fn of(regulation: &str) -> Self {
        let world = World::new();
        let repo = world.repo("desk");
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for part in ["policy", "cases"] {
            let from = root.join(part).join(regulation);
            for entry in walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap) {
                if entry.file_type().is_file() {
                    let path = entry.path().strip_prefix(root).unwrap().to_string_lossy().into_owned();
                    repo.write(&path, std::fs::read(entry.path()).unwrap());
                }
            }
        }
        repo.write("klacht.yaml", "schema: klacht.register/1\n");
        Self { world, repo }
    }

    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.repo.path().join(path)).unwrap()
    }

    /// Writes a draft: the regulation at `from` with pieces of it replaced, each of which must be there.
    pub fn draft(&self, from: &str, to: &str, pieces: &[(&str, &str)]) -> &Self {
        let mut text = self.read(&format!("{from}/regulation.yaml"));
        for (was, becomes) in pieces {
            assert!(text.contains(was), "{was}");
            text = text.replacen(was, becomes, 1);
        }
        self.repo.write(&format!("{to}/regulation.yaml"), text);
        self
    }

    /// Every file of the folder with its bytes, but for git's own.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let entries = walkdir::WalkDir::new(self.repo.path()).sort_by_file_name().into_iter().map(Result::unwrap);
        let files =
            entries.filter(|e| e.file_type().is_file() && !e.path().components().any(|c| c.as_os_str() == ".git"));
        files.map(|e| (e.path().to_string_lossy().into_owned(), std::fs::read(e.path()).unwrap())).collect()
    }

    pub fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let mut program = self.world.command(env!("CARGO_BIN_EXE_klacht"), self.repo.path());
        let done = program.args(["--today", "2026-11-20"]).args(arguments).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
    }
}
