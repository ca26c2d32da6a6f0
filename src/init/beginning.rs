//! One regulation more in a register that is there: under a name that is free, and whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::answer::Wrong;
use super::answers::is_folder_of_site;
use super::files::Draft;
use crate::diagnostics::text;
use crate::yaml::is_id;
use crate::{atomic_file, paths};

/// Whether a regulation can begin under this id; what is wrong with it when it cannot.
pub fn free(root: &Path, id: &str) -> Result<(), Wrong> {
    if !is_id(id) {
        return Err(Wrong {
            message: text!("`{id}` kan geen regeling heten", "a regulation cannot be called `{id}`"),
            remedy: text!(
                "gebruik kleine letters, cijfers en streepjes, met een letter voorop: klacht policy new klachten-algemeen",
                "use lower-case letters, digits and hyphens, starting with a letter: klacht policy new klachten-algemeen"
            ),
        });
    }
    if is_folder_of_site(id) {
        return Err(Wrong {
            message: text!("`{id}` is al een map van de site", "`{id}` is already a folder of the site"),
            remedy: text!("kies een andere naam, zoals klachten-{id}", "choose another name, such as klachten-{id}"),
        });
    }
    if fs::symlink_metadata(root.join(paths::POLICY).join(id)).is_ok() {
        return Err(taken(id));
    }
    Ok(())
}

fn taken(id: &str) -> Wrong {
    Wrong {
        message: text!("er is al een regeling `{id}`", "there is already a regulation `{id}`"),
        remedy: text!(
            "kies een andere naam: klacht policy new ANDERE-NAAM; voor een nieuwe versie van `{id}` kopieert u haar map (docs/guide-policy-owner.md)",
            "choose another name: klacht policy new OTHER-NAME; for a new version of `{id}` copy its folder (docs/guide-policy-owner.md)"
        ),
    }
}

/// Writes the files of a regulation beside the others and gives the folder its name when it is whole; says whether it did. One
/// that came to stand there meanwhile stays as it is.
pub fn begin_regulation(root: &Path, id: &str, drafts: &[Draft]) -> io::Result<bool> {
    let policy = root.join(paths::POLICY);
    match fs::symlink_metadata(&policy) {
        Ok(about) if about.is_dir() => {}
        // A link would lead out of the register.
        Ok(_) => return Err(io::ErrorKind::NotADirectory.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir(&policy)?,
        Err(error) => return Err(error),
    }
    let beside = atomic_file::folder(&policy)?;
    for draft in drafts {
        let below = draft.path.strip_prefix(paths::POLICY).unwrap_or(&draft.path).trim_start_matches('/');
        let file = beside.path().join(below);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = File::create_new(file)?;
        file.write_all(draft.text.as_bytes())?;
        file.sync_all()?;
    }
    let target = policy.join(id);
    if fs::symlink_metadata(&target).is_ok() {
        return Ok(false);
    }
    match fs::rename(beside.path().join(id), target) {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.kind(), io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists) => {
            Ok(false)
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
#[path = "../../tests/unit/init/beginning.rs"]
mod tests;
