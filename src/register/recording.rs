//! Committing files, by the git command: with the person's own settings, signature and hooks.

use std::process::Command;

use super::{Register, RegisterError};

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
}
