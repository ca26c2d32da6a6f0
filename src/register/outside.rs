//! Whether a folder is out of git's reach: where what must never be in history may be kept.

use std::path::{Path, PathBuf};

use git2::{ErrorCode, Repository};

/// Whether git leaves alone whatever stands in `dir`, which need not be there yet: it lies in no repository, or that
/// repository ignores it and tracks nothing in it. In doubt, no.
#[must_use]
pub fn out_of_reach(dir: &Path) -> bool {
    resolved(dir).is_some_and(|place| left_alone(&place, Some("file")))
}

/// The same for one file, which need not be there yet.
#[must_use]
pub fn file_out_of_reach(file: &Path) -> bool {
    resolved(file).is_some_and(|place| left_alone(&place, None))
}

/// Whether a place lies in a register that is no repository today and may be one tomorrow. In doubt, yes.
#[must_use]
pub fn in_plain_folder(place: &Path, root: &Path) -> bool {
    let inside = match (resolved(place), resolved(root)) {
        (Some(here), Some(above)) => here.starts_with(above),
        _ => true,
    };
    !root.join(".git").exists() && inside
}

/// Whether git leaves a place alone; of a folder also whatever comes to stand in it, by the name of such a file.
#[allow(clippy::disallowed_methods, reason = "no object is read, only what is ignored and tracked")]
fn left_alone(place: &Path, within: Option<&str>) -> bool {
    let existing = place.ancestors().find(|a| a.is_dir()).unwrap_or(Path::new("/"));
    let repository = match Repository::discover(existing) {
        Err(error) => return error.code() == ErrorCode::NotFound,
        Ok(repository) => repository,
    };
    let root = repository.workdir().and_then(|w| w.canonicalize().ok());
    let Some(inside) = root.and_then(|root| place.strip_prefix(root).ok().map(Path::to_path_buf)) else { return false };
    if inside.as_os_str().is_empty() {
        return false;
    }
    let asked = within.map_or_else(|| inside.clone(), |name| inside.join(name));
    repository.is_path_ignored(asked).unwrap_or(false) && !tracks(&repository, &inside)
}

/// Whether a file, or anything under a folder, stands in the index.
fn tracks(repository: &Repository, folder: &Path) -> bool {
    let Ok(index) = repository.index() else { return true };
    let Some(folder) = folder.to_str() else { return true };
    let file = folder.replace('\\', "/");
    let folder = format!("{file}/");
    index.iter().any(|entry| entry.path == file.as_bytes() || entry.path.starts_with(folder.as_bytes()))
}

/// The path without links, as far as it is there; nothing when that cannot be told.
#[must_use]
pub fn resolved(dir: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(dir).ok()?;
    let existing = absolute.ancestors().find(|a| a.exists())?;
    let rest = absolute.strip_prefix(existing).ok()?;
    // `..` beyond what is there could lead anywhere.
    if rest.components().any(|c| !matches!(c, std::path::Component::Normal(_))) {
        return None;
    }
    Some(existing.canonicalize().ok()?.join(rest))
}

#[cfg(test)]
#[path = "../../tests/unit/register/outside.rs"]
mod tests;
