//! A repository where there is none yet, and what git knows of somebody who has none.

use std::path::Path;

use super::command::output;
use super::{Register, RegisterError};

/// The branch a repository begins with when git's settings name none.
const BRANCH: &str = "main";

/// The value of a setting as git sees it in a folder, also where there is no repository; `None` when it is not set.
pub fn setting_at(dir: &Path, key: &str) -> Result<Option<String>, RegisterError> {
    let told = output(dir, &["config", "--get", key])?;
    Ok(told.map(|bytes| String::from_utf8_lossy(&bytes).trim_end().to_owned()).filter(|value| !value.is_empty()))
}

/// Makes a repository of a folder, with git itself, so that its settings and templates hold.
pub fn begin(dir: &Path) -> Result<Register, RegisterError> {
    let branch = setting_at(dir, "init.defaultBranch")?.unwrap_or_else(|| BRANCH.to_owned());
    output(dir, &["init", "--quiet", &format!("--initial-branch={branch}")])?;
    Register::open(dir)
}
