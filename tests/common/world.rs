use std::cell::{Cell, RefCell};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use tempfile::TempDir;

use super::Repo;

/// Monday 5 January 2026, 10:00 in the Netherlands; each commit is made a minute after the one before.
const FIRST_SECOND: i64 = 1_767_603_600;

/// What git does beside its work takes as long as that: it is not waited for, nor tidied, what vanishes in a minute.
const SETTINGS: &str =
    "[core]\n\tfsync = none\n[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n[receive]\n\tautogc = false\n";

/// A temporary folder with a home of its own. Everything in it vanishes at the end of the test.
#[derive(Clone)]
pub struct World {
    dir: Rc<TempDir>,
    clock: Rc<Cell<i64>>,
    author: Rc<RefCell<String>>,
}

impl World {
    /// A new, empty world.
    pub fn new() -> Self {
        let dir = tempfile::Builder::new().prefix("klacht-").tempdir().unwrap();
        std::fs::create_dir(dir.path().join("home")).unwrap();
        std::fs::write(dir.path().join("home/.gitconfig"), SETTINGS).unwrap();
        let author = Rc::new(RefCell::new("ada@register.example".to_owned()));
        Self { dir: Rc::new(dir), clock: Rc::new(Cell::new(FIRST_SECOND)), author }
    }

    /// The folder that holds everything.
    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// The home folder in which git finds its global settings.
    pub fn home(&self) -> PathBuf {
        self.path().join("home")
    }

    /// Any program in this world: with no variable of git's from outside.
    pub fn command(&self, program: impl AsRef<OsStr>, dir: &Path) -> Command {
        let mut command = Command::new(located(program.as_ref()));
        command.current_dir(dir).env_clear();
        for name in ["PATH", "TMPDIR", "SYSTEMROOT"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        let date = format!("{} +0100", self.clock.get());
        command
            .env("HOME", self.home())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_GLOBAL", self.home().join(".gitconfig"))
            .env("GIT_CEILING_DIRECTORIES", self.path())
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_ALLOW_PROTOCOL", "file:http")
            .env("GIT_AUTHOR_NAME", "Ada Auteur")
            .env("GIT_AUTHOR_EMAIL", self.author.borrow().as_str())
            .env("GIT_AUTHOR_DATE", &date)
            .env("GIT_COMMITTER_NAME", "Coen Commit")
            .env("GIT_COMMITTER_EMAIL", "coen@register.example")
            .env("GIT_COMMITTER_DATE", &date)
            .env("LC_ALL", "C")
            .env("TZ", "UTC");
        command
    }

    /// The program under test in this world.
    pub fn klacht(&self, dir: &Path) -> Command {
        self.command(env!("CARGO_BIN_EXE_klacht"), dir)
    }

    /// Sets the time of the next commit, in seconds since 1970.
    pub fn set_clock(&self, seconds: i64) {
        self.clock.set(seconds);
    }

    /// Who makes the next commits, by address.
    pub fn set_author(&self, email: &str) {
        email.clone_into(&mut self.author.borrow_mut());
    }

    /// The time of the last commit, in seconds since 1970.
    pub fn clock(&self) -> i64 {
        self.clock.get()
    }

    /// Who makes the commits, by address.
    pub fn author(&self) -> String {
        self.author.borrow().clone()
    }

    /// Lets a minute pass.
    pub fn tick(&self) {
        self.clock.set(self.clock.get() + 60);
    }

    /// A repository with a work tree and the branch `main`.
    pub fn repo(&self, name: &str) -> Repo {
        self.repo_with(name, &[])
    }

    /// The same with arguments for `git init`, such as `--object-format=sha256`.
    pub fn repo_with(&self, name: &str, arguments: &[&str]) -> Repo {
        let dir = self.path().join(name);
        std::fs::create_dir_all(&dir).unwrap();
        let repo = Repo::at(self, dir);
        repo.git(&[&["init", "--quiet", "--initial-branch=main", "."], arguments].concat());
        repo
    }

    /// A repository without a work tree, as on a server.
    pub fn bare(&self, name: &str) -> Repo {
        self.repo_with(name, &["--bare"])
    }

    /// A clone, with arguments such as `--depth=1`.
    pub fn clone_of(&self, from: &Repo, name: &str, arguments: &[&str]) -> Repo {
        let dir = self.path().join(name);
        let url = format!("file://{}", from.path().display());
        let here = Repo::at(self, self.path().to_path_buf());
        here.git(&[&["clone", "--quiet"], arguments, &[&url, dir.to_str().unwrap()]].concat());
        Repo::at(self, dir)
    }
}

/// Where a program is. One that is named by its path can be started without a copy of this process, which is large and starts
/// many thousands of them.
fn located(program: &OsStr) -> PathBuf {
    let path = std::env::var_os("PATH").filter(|_| Path::new(program).components().count() == 1);
    let found = path.and_then(|path| std::env::split_paths(&path).map(|p| p.join(program)).find(|p| p.is_file()));
    found.unwrap_or_else(|| program.into())
}
