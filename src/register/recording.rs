//! Committing one file, by the git command: with the person's own settings, signature and hooks.

use std::process::Command;

use super::{Register, RegisterError};

impl Register {
    /// Commits the file at `path` as it is on disk, and nothing else, whatever else is staged. Hooks judge it; what they
    /// say goes to standard error.
    ///
    /// # Errors
    ///
    /// [`RegisterError::GitCommand`] when git is not there, or refused.
    pub fn record(&self, path: &str, message: &str) -> Result<(), RegisterError> {
        let failed = |words: String| RegisterError::GitCommand(words);
        let root = self.root().filter(|_| self.git_dir().is_some());
        let root = root.ok_or_else(|| failed("no repository with a work tree".to_owned()))?;
        for arguments in
            [&["add", "--", path][..], &["commit", "--quiet", "--only", "--message", message, "--", path][..]]
        {
            let done = Command::new("git").current_dir(root).args(["--literal-pathspecs"]).args(arguments).status();
            let done = done.map_err(|error| failed(error.to_string()))?;
            if !done.success() {
                return Err(failed(format!("git {} was refused", arguments[0])));
            }
        }
        Ok(())
    }
}
