//! The register that a verb works on, who works on it.

use std::path::Path;

use chrono::NaiveDate;

use super::global::Global;
use super::output::Failure;
use super::sealed::known::of_persons;
use super::world::World;
use crate::casework::{is_register, there};
use crate::check::AtDesk;
use crate::register::Register;

/// The register that was asked for, or the plain folder.
pub fn register_or_folder(global: &Global) -> Result<Register, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    match Register::open(dir) {
        Err(error) if error.is_no_repository() => Ok(Register::folder(dir)?),
        other => Ok(other?),
    }
}

/// That this is a register, on disk or in its last commit: of any other folder nothing is wrong, and a pipeline that was started
/// in one would be content for ever. A server to which nothing was pushed yet is one that is still empty.
pub(crate) fn must_be_register(register: &Register) -> Result<(), Failure> {
    if !register.is_bare() && is_register(&register.work_tree()?)? {
        return Ok(());
    }
    let head = if register.git_dir().is_some() { register.head()? } else { None };
    match head {
        Some(head) => Ok(there(&register.at_commit(head)?)?),
        None if register.is_bare() => Ok(()),
        None => Ok(there(&register.work_tree()?)?),
    }
}

/// The address of whoever is about to commit: git names it to a hook, and takes it from its settings elsewhere.
pub fn author(register: &Register, world: &World<'_>) -> Result<Option<String>, Failure> {
    match (world.env)("GIT_AUTHOR_EMAIL").filter(|email| !email.is_empty()) {
        Some(email) => Ok(Some(email)),
        None => Ok(register.setting("user.email")?),
    }
}

/// Who commits here, and what is known here of persons.
pub fn at_desk(register: &Register, day: NaiveDate, world: &World<'_>) -> Result<AtDesk, Failure> {
    let name = match (world.env)("GIT_AUTHOR_NAME").filter(|name| !name.is_empty()) {
        Some(name) => Some(name),
        None => register.setting("user.name")?,
    };
    Ok(AtDesk { email: author(register, world)?, name, day: Some(day), known: of_persons(register, world)? })
}
