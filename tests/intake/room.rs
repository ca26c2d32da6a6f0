//! A register of its own beside a confidential folder.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use klacht::casework::Workspace;
use klacht::intake::{Confidential, Given, Map, Outcome, Run};
use tempfile::TempDir;

use crate::common::{copy, root};

/// A plain folder with every regulation, and a place beside it.
pub struct Room {
    dir: TempDir,
    drawn: Cell<u64>,
}

impl Room {
    pub fn new() -> Self {
        let dir = TempDir::new().unwrap();
        copy(&root().join("policy"), &dir.path().join("register/policy"));
        Self { dir, drawn: Cell::new(0) }
    }

    pub fn register(&self) -> PathBuf {
        self.dir.path().join("register")
    }

    pub fn confidential(&self) -> PathBuf {
        self.dir.path().join("vertrouwelijk")
    }

    /// Puts down a file to import.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.dir.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Imports by the library, with numbers that count up.
    pub fn import(&self, file: &Path, given: &Given, map: Option<&Map>, dry: bool) -> Outcome {
        let workspace = Workspace::open(&self.register(), None).unwrap();
        let mut folder = Confidential::open(&self.confidential(), &workspace.root).unwrap();
        let random = || {
            self.drawn.set(self.drawn.get() + 1);
            Some(self.drawn.get() << 40)
        };
        let today = "2026-11-20".parse().unwrap();
        let run = Run { workspace: &workspace, given, map, today, dry, random: &random };
        run.import(file, &mut folder).unwrap()
    }

    /// Runs the command; the exit code and both streams.
    pub fn run(&self, arguments: &[&str]) -> (i32, String) {
        let done = Command::new(env!("CARGO_BIN_EXE_klacht"))
            .current_dir(self.register())
            .env_clear()
            .env("KLACHT_TODAY", "2026-11-20")
            .args(arguments)
            .output()
            .unwrap();
        let said = [done.stdout, done.stderr].concat();
        (done.status.code().unwrap(), String::from_utf8_lossy(&said).into_owned())
    }

    /// The texts of all cases.
    pub fn cases(&self) -> Vec<String> {
        let files = walkdir::WalkDir::new(self.register().join("cases")).sort_by_file_name().into_iter().flatten();
        files.filter(|f| f.file_type().is_file()).map(|f| fs::read_to_string(f.path()).unwrap()).collect()
    }

    /// Every path under the confidential folder.
    pub fn kept(&self) -> Vec<String> {
        let root = self.confidential();
        let files = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().flatten();
        let files = files.filter(|f| f.file_type().is_file());
        files.map(|f| f.path().strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/")).collect()
    }
}
