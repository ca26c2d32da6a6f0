//! Parts of the bundled register in a folder of their own.

use std::path::Path;
use std::process::Output;

use crate::common::{Repo, World};

pub const REGULATIONS: [&str; 5] = ["academie", "cbmk", "cmm", "interactie", "square-mile"];

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A repository with one regulation and its cases.
pub struct Desk {
    pub world: World,
    pub repo: Repo,
}

impl Desk {
    pub fn of(regulation: &str) -> Self {
        let world = World::new();
        let repo = world.repo("desk");
        for part in ["policy", "cases"] {
            let from = root().join(part).join(regulation);
            for entry in
                walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file())
            {
                let path = entry.path().strip_prefix(root()).unwrap().to_string_lossy().into_owned();
                repo.write(&path, std::fs::read(entry.path()).unwrap());
            }
        }
        repo.write("klacht.yaml", "schema: klacht.register/1\n");
        Self { world, repo }
    }

    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.repo.path().join(path)).unwrap()
    }

    pub fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let done: Output =
            self.world.command(env!("CARGO_BIN_EXE_klacht"), self.repo.path()).args(arguments).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
    }

    /// Opens a year again, for the test, by taking its frozen block away.
    pub fn open(&self, path: &str) -> (String, String) {
        let closed = self.read(path);
        let open = closed.split_once("\nfigures:").unwrap().0.to_owned();
        self.repo.write(path, &open);
        (open, closed)
    }
}
