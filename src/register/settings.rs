//! The repository's settings and the place of its hooks, for the commands that install them.

use std::path::PathBuf;

use super::command::output;
use super::libgit::engine;
use super::{Register, RegisterError};

/// What a server's repository needs so that git itself refuses what no register should hold.
pub const SERVER_SETTINGS: [(&str, &str); 6] = [
    ("receive.fsckObjects", "true"),
    ("receive.denyNonFastForwards", "true"),
    ("receive.denyDeletes", "true"),
    ("receive.advertisePushOptions", "true"),
    ("receive.maxInputSize", "50m"),
    ("core.logAllRefUpdates", "true"),
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

    /// The folder git takes hooks from: `core.hooksPath`, or `hooks` in the repository.
    pub fn hooks_dir(&self) -> Result<PathBuf, RegisterError> {
        let git = self.git()?;
        let Some(path) = git.objects.setting("core.hooksPath")? else { return Ok(git.common_dir.join("hooks")) };
        if let (Some(below), Some(home)) = (path.strip_prefix("~/"), std::env::home_dir()) {
            return Ok(home.join(below));
        }
        // A relative path counts from where git runs the hooks: the work tree, or the bare repository.
        Ok(self.root().unwrap_or(&git.dir).join(path))
    }
}
