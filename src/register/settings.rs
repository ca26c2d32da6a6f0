//! The repository's settings, the place of its hooks, and what git does with a path, for the commands that install and look.

use std::path::PathBuf;

use super::command::output;
use super::libgit::engine;
use super::{Id, Register, RegisterError};

/// What a server's repository needs so that git itself refuses what no register should hold. Rewriting and deleting are the
/// hook's to refuse, on guarded branches only: whoever made another branch may, and a keeper may renew the history.
pub const SERVER_SETTINGS: [(&str, &str); 5] = [
    ("receive.fsckObjects", "true"),
    ("receive.advertisePushOptions", "true"),
    ("receive.maxInputSize", "50m"),
    ("core.logAllRefUpdates", "true"),
    ("receive.denyNonFastForwards", "false"),
];

/// The version of the git command, as `2.47.3`.
pub fn git_version() -> Result<String, RegisterError> {
    let said = output(std::path::Path::new("."), &["version"])?.unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    Ok(said.trim().trim_start_matches("git version ").split(' ').next().unwrap_or_default().to_owned())
}

impl Register {
    /// The value of a setting, from wherever git takes it; `None` when it is not set.
    pub fn setting(&self, key: &str) -> Result<Option<String>, RegisterError> {
        self.git()?.objects.setting(key)
    }

    /// Writes a setting into the repository's own configuration. The one thing this room ever changes.
    pub fn set(&self, key: &str, value: &str) -> Result<(), RegisterError> {
        // The file is opened by itself, so that this works for repositories that libgit2 does not open.
        let file = self.git()?.common_dir.join("config");
        let mut config = git2::Config::open(&file).map_err(|error| engine(&error))?;
        config.set_str(key, value).map_err(|error| engine(&error))
    }

    /// In which of git's files a setting stands, once for each value, the one that counts last: `local`, `global` and so on.
    pub fn scopes(&self, key: &str) -> Result<Vec<String>, RegisterError> {
        let told = self.ask(&["config", "--show-scope", "--get-all", key])?.unwrap_or_default();
        Ok(told.lines().filter_map(|line| line.split_once('\t')).map(|(scope, _)| scope.to_owned()).collect())
    }

    /// Whether git knows any other place where this repository stands.
    pub fn has_remotes(&self) -> Result<bool, RegisterError> {
        Ok(self.ask(&["remote"])?.is_some_and(|told| !told.trim().is_empty()))
    }

    /// Whether git passes over a path, which need not be there.
    pub fn ignores(&self, path: &str) -> Result<bool, RegisterError> {
        Ok(self.ask(&["check-ignore", "--no-index", "--quiet", "--", path])?.is_some())
    }

    /// Whether git keeps anything below a folder.
    pub fn tracks(&self, folder: &str) -> Result<bool, RegisterError> {
        Ok(self.ask(&["ls-files", "--", folder])?.is_some_and(|told| !told.is_empty()))
    }

    /// The value of an attribute of a path, which need not be there.
    pub fn attribute(&self, path: &str, name: &str) -> Result<String, RegisterError> {
        let told = self.ask(&["check-attr", name, "--", path])?.unwrap_or_default();
        Ok(told.trim_end().rsplit(": ").next().unwrap_or_default().to_owned())
    }

    /// The full name of the branch that is the register: that on which a server stands; on a desk, where any branch may be
    /// checked out, that of the server it was cloned from.
    pub fn main_branch(&self) -> Result<Option<String>, RegisterError> {
        if let Some(theirs) = self.names("refs/remotes/origin/HEAD")? {
            return Ok(theirs.strip_prefix("refs/remotes/origin/").map(|branch| format!("refs/heads/{branch}")));
        }
        self.names("HEAD")
    }

    /// The full name of the branch that is checked out, whether it exists or not; nothing where none is, or where git keeps
    /// that elsewhere.
    #[must_use]
    pub fn head_branch(&self) -> Option<String> {
        let head = std::fs::read_to_string(self.git_dir()?.join("HEAD")).ok()?;
        let name = head.strip_prefix("ref: ")?.trim();
        if name.ends_with("/.invalid") { self.names("HEAD").ok().flatten() } else { Some(name.to_owned()) }
    }

    fn names(&self, symbolic: &str) -> Result<Option<String>, RegisterError> {
        Ok(self.ask(&["symbolic-ref", "--quiet", symbolic])?.map(|told| told.trim_end().to_owned()))
    }

    fn ask(&self, arguments: &[&str]) -> Result<Option<String>, RegisterError> {
        let told = output(self.root().unwrap_or(&self.git()?.dir), arguments)?;
        Ok(told.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// The remote that the branch goes to: the one of what is sealed, where that is a remote of the repository; else `origin`. Nothing
    /// where there is no such remote.
    pub(crate) fn branch_remote(&self, sealed: &str) -> Result<Option<String>, RegisterError> {
        for name in [sealed, "origin"] {
            if self.setting(&format!("remote.{name}.url"))?.is_some() {
                return Ok(Some(name.to_owned()));
            }
        }
        Ok(None)
    }

    /// Takes in the branches of a remote, as they are followed here; nothing that is worked on moves.
    pub(crate) fn fetch(&self, remote: &str) -> Result<(), RegisterError> {
        // Only what is followed by a name: of an address nothing is.
        if self.setting(&format!("remote.{remote}.url"))?.is_none() {
            return Ok(());
        }
        let mut git = super::command::git(self.root().unwrap_or(&self.git()?.dir));
        git.env_remove("GIT_TERMINAL_PROMPT").args(["fetch", "--quiet", "--no-auto-maintenance", remote]);
        let done = git.output().map_err(|error| RegisterError::GitCommand(error.to_string()))?;
        if done.status.success() { Ok(()) } else { Err(RegisterError::Unreachable) }
    }

    /// The commit at which a remote's branch of the same name as the one that is checked out was last seen; nothing where it is
    /// not followed.
    pub(crate) fn followed(&self, remote: &str) -> Result<Option<Id>, RegisterError> {
        self.head_branch().map_or(Ok(None), |branch| self.followed_of(remote, &branch))
    }

    /// The same of a branch of this full name.
    pub(crate) fn followed_of(&self, remote: &str, branch: &str) -> Result<Option<Id>, RegisterError> {
        let Some(branch) = branch.strip_prefix("refs/heads/") else { return Ok(None) };
        self.git()?.objects.commit_named(&format!("refs/remotes/{remote}/{branch}"))
    }

    /// Sends the branch that is checked out to a remote, where it only goes on from what was last seen there. What the server says
    /// goes to standard error. Nothing where there is nothing to send; else whether it was taken.
    pub(crate) fn send(&self, remote: &str) -> Result<Option<bool>, RegisterError> {
        let (Some(head), Some(branch)) = (self.head()?, self.head_branch()) else { return Ok(None) };
        let Some(there) = self.followed(remote)? else { return Ok(None) };
        if head == there || !self.is_ancestor(there, head)? {
            return Ok(None);
        }
        let mut git = std::process::Command::new("git");
        git.current_dir(self.root().unwrap_or(&self.git()?.dir)).args(["push", "--quiet", remote]);
        let done = git.arg(format!("{head}:{branch}")).status();
        Ok(Some(done.map_err(|error| RegisterError::GitCommand(error.to_string()))?.success()))
    }

    /// Takes in what a remote's branch has, where nothing was done here that is not there; whether anything came in.
    pub(crate) fn take_in(&self, remote: &str) -> Result<bool, RegisterError> {
        let (Some(head), Some(there)) = (self.head()?, self.followed(remote)?) else { return Ok(false) };
        if head == there || !self.is_ancestor(head, there)? {
            return Ok(false);
        }
        Ok(self.ask(&["merge", "--ff-only", "--quiet", &there.to_string()]).is_ok())
    }

    /// The folder of the repository's own hooks, whether git looks there or not.
    pub fn own_hooks_dir(&self) -> Result<PathBuf, RegisterError> {
        Ok(self.git()?.common_dir.join("hooks"))
    }

    /// The folder git takes hooks from: `core.hooksPath`, or `hooks` in the repository.
    pub fn hooks_dir(&self) -> Result<PathBuf, RegisterError> {
        let git = self.git()?;
        let Some(path) = git.objects.setting("core.hooksPath")? else { return self.own_hooks_dir() };
        if let (Some(below), Some(home)) = (path.strip_prefix("~/"), std::env::home_dir()) {
            return Ok(home.join(below));
        }
        // A relative path counts from where git runs the hooks: the work tree, or the bare repository.
        Ok(self.root().unwrap_or(&git.dir).join(path))
    }
}
