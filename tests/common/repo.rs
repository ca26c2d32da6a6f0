use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::{World, copy, root};

/// A repository in a [`World`], driven by the real git.
#[derive(Clone)]
pub struct Repo {
    world: World,
    dir: PathBuf,
}

impl Repo {
    /// The repository in a folder that exists.
    pub fn at(world: &World, dir: PathBuf) -> Self {
        Self { world: world.clone(), dir }
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        &self.dir
    }

    /// The world it lives in.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// A git command in this repository, not yet run.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.world.command("git", &self.dir);
        command.args(arguments);
        command
    }

    /// Runs git, whatever the outcome.
    pub fn try_git(&self, arguments: &[&str]) -> Output {
        self.command(arguments).stdin(Stdio::null()).output().unwrap()
    }

    /// Runs git, which must succeed; gives what it wrote, without the last line end.
    pub fn git(&self, arguments: &[&str]) -> String {
        let done = self.try_git(arguments);
        assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).trim_end_matches('\n').to_string()
    }

    /// Runs git with these bytes on its standard input; it must succeed.
    pub fn git_with(&self, arguments: &[&str], input: &[u8]) -> String {
        let mut command = self.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        let done = child.wait_with_output().unwrap();
        assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).trim_end_matches('\n').to_string()
    }

    /// Writes a file in the work tree, making folders as needed.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) -> &Self {
        let file = self.dir.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
        self
    }

    /// Copies a file or folder of the bundled register to the same place here.
    pub fn bring(&self, path: &str) -> &Self {
        self.bring_from(&root().join(path), path)
    }

    /// Copies a file or folder to a path of the work tree.
    pub fn bring_from(&self, source: &Path, path: &str) -> &Self {
        copy(source, &self.dir.join(path));
        self
    }

    /// Deletes a file from the work tree.
    pub fn remove(&self, path: &str) -> &Self {
        std::fs::remove_file(self.dir.join(path)).unwrap();
        self
    }

    /// Commits everything in the work tree and gives the id. A minute passes.
    pub fn commit(&self, message: &str) -> String {
        self.git(&["add", "--all"]);
        self.commit_staged(message)
    }

    /// Commits what is in the index and gives the id. A minute passes.
    pub fn commit_staged(&self, message: &str) -> String {
        self.world.tick();
        self.git(&["commit", "--quiet", "--allow-empty", "--no-gpg-sign", "--message", message]);
        self.head()
    }

    /// The id of the commit checked out.
    pub fn head(&self) -> String {
        self.tip("HEAD").unwrap_or_else(|| self.id("HEAD"))
    }

    /// The commit that a reference names, as git keeps it: to ask git for that was a third of all programs that were run.
    pub fn tip(&self, reference: &str) -> Option<String> {
        let below = [".git", ""].map(|git| self.dir.join(git)).into_iter().find(|git| git.join("HEAD").is_file())?;
        let Ok(text) = std::fs::read_to_string(below.join(reference)) else {
            let packed = std::fs::read_to_string(below.join("packed-refs")).ok()?;
            let found = packed.lines().find_map(|line| line.strip_suffix(reference)?.strip_suffix(' '));
            return found.map(str::to_owned);
        };
        match text.strip_prefix("ref: ") {
            Some(name) => self.tip(name.trim_end()),
            None => Some(text.trim_end().to_owned()),
        }
    }

    /// The id that a revision names.
    pub fn id(&self, revision: &str) -> String {
        self.git(&["rev-parse", "--verify", revision])
    }

    /// Begins a branch here and goes to it.
    pub fn branch(&self, name: &str) -> &Self {
        self.git(&["switch", "--quiet", "--create", name]);
        self
    }

    /// Goes to a branch or commit.
    pub fn switch(&self, name: &str) -> &Self {
        self.git(&["checkout", "--quiet", name]);
        self
    }
}
