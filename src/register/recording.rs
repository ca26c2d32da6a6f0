//! Committing files, by the git command: with the person's own settings, signature and hooks; and which commits did.

use std::path::Path;
use std::process::Command;

use super::command::output;
use super::{Id, Register, RegisterError};

/// What the last commit here is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Last {
    /// A commit that is on no remote that is followed here: its parent, and the files that it changed.
    Own {
        /// The commit before it; none for the first.
        parent: Option<Id>,
        /// The files.
        paths: Vec<String>,
    },
    /// A merge.
    Merge,
    /// It is on a remote, or there is none.
    Sent,
}

impl Register {
    /// Commits the files at `paths` as they are on disk, together, and nothing else, whatever else is staged. Hooks judge
    /// them; what they say goes to standard error.
    ///
    /// # Errors
    ///
    /// [`RegisterError::GitCommand`] when git is not there, or refused.
    pub fn record(&self, paths: &[&str], message: &str) -> Result<(), RegisterError> {
        let failed = |words: String| RegisterError::GitCommand(words);
        let root = self.root().filter(|_| self.git_dir().is_some());
        let root = root.ok_or_else(|| failed("no repository with a work tree".to_owned()))?;
        for arguments in [&["add", "--"][..], &["commit", "--quiet", "--only", "--message", message, "--"][..]] {
            let git = &mut Command::new("git");
            let done = git.current_dir(root).args(["--literal-pathspecs"]).args(arguments).args(paths).status();
            let done = done.map_err(|error| failed(error.to_string()))?;
            if !done.success() {
                return Err(failed(format!("git {} was refused", arguments[0])));
            }
        }
        Ok(())
    }

    /// What the last commit is, as far as taking it back goes.
    pub(crate) fn last_commit(&self) -> Result<Last, RegisterError> {
        let root = self.root().unwrap_or(Path::new("."));
        let said = |arguments: &[&str]| -> Result<String, RegisterError> {
            Ok(String::from_utf8_lossy(&output(root, arguments)?.unwrap_or_default()).into_owned())
        };
        let line = said(&["rev-list", "--max-count=1", "--parents", "HEAD", "--not", "--remotes"])?;
        let ids: Vec<Id> = line.split_whitespace().filter_map(|word| Id::from_hex(word.as_bytes())).collect();
        match ids.as_slice() {
            [] => Ok(Last::Sent),
            [_] | [_, _] => {
                let paths = said(&["diff-tree", "--root", "--no-commit-id", "--name-only", "-r", "-z", "HEAD"])?;
                let paths = paths.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect();
                Ok(Last::Own { parent: ids.get(1).copied(), paths })
            }
            _ => Ok(Last::Merge),
        }
    }

    /// Takes the last commit out of the branch; files and what is staged stay as they are.
    pub(crate) fn step_back(&self) -> Result<(), RegisterError> {
        let root = self.root().unwrap_or(Path::new("."));
        let first = output(root, &["rev-parse", "--verify", "--quiet", "HEAD~1"])?.is_none();
        let arguments: &[&str] =
            if first { &["update-ref", "-d", "HEAD"] } else { &["reset", "--quiet", "--soft", "HEAD~1"] };
        output(root, arguments)?
            .map(drop)
            .ok_or_else(|| RegisterError::GitCommand("the branch did not move".to_owned()))
    }

    /// Takes these files out of what is staged: they are as the last commit has them again.
    pub(crate) fn unstage(&self, paths: &[&str]) -> Result<(), RegisterError> {
        let root = self.root().unwrap_or(Path::new("."));
        let arguments: Vec<&str> =
            ["--literal-pathspecs", "reset", "--quiet", "--"].iter().chain(paths).copied().collect();
        output(root, &arguments).map(drop)
    }

    /// The commits, of any reference, that changed a file, the newest first.
    pub(crate) fn commits_of(&self, path: &str) -> Result<Vec<Id>, RegisterError> {
        let root = self.root().unwrap_or(Path::new("."));
        let asked = ["--literal-pathspecs", "log", "--all", "--full-history", "--format=%H", "HEAD", "--", path];
        let listed = output(root, &asked)?.unwrap_or_default();
        Ok(listed.split(|byte| *byte == b'\n').filter_map(Id::from_hex).collect())
    }
}
